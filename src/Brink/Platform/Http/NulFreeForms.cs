namespace Brink.Platform.Http;

/// <summary>
/// Takes NUL out of a form before the framework reads it: that refuses the whole form for one, and everything typed
/// would be lost. No text anybody means holds one.
/// </summary>
public sealed class NulFreeForms(RequestDelegate next)
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.ContentType?.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase) == true)
        {
            context.Request.Body = new WithoutNul(context.Request.Body);
        }

        return next(context);
    }

    /// <summary>Leaves out each NUL, plain or written as %00.</summary>
    private sealed class WithoutNul(Stream inner) : Stream
    {
        private readonly byte[] buffer = new byte[4096];
        private int from;
        private int until;

        /// <summary>Signs after <see cref="until"/> that may be the beginning of a %00.</summary>
        private int held;
        private bool ended;

        public override async ValueTask<int> ReadAsync(
            Memory<byte> destination,
            CancellationToken cancellation = default
        )
        {
            while (from == until && !ended)
            {
                buffer.AsSpan(until, held).CopyTo(buffer);
                var read = await inner.ReadAsync(buffer.AsMemory(held), cancellation);
                ended = read == 0;
                (from, until) = (0, LeaveOut(held + read));
            }

            var count = Math.Min(destination.Length, until - from);
            buffer.AsMemory(from, count).CopyTo(destination);
            from += count;
            return count;
        }

        public override Task<int> ReadAsync(byte[] into, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(into.AsMemory(offset, count), cancellationToken).AsTask();

        /// <returns>Where what can be given out ends.</returns>
        private int LeaveOut(int length)
        {
            var to = 0;
            held = 0;
            for (var at = 0; at < length; at++)
            {
                var rest = buffer.AsSpan(at, length - at);
                if (rest.StartsWith("%00"u8))
                {
                    at += 2;
                }
                else if (!ended && rest.Length < 3 && "%00"u8.StartsWith(rest))
                {
                    held = rest.Length;
                    rest.CopyTo(buffer.AsSpan(to));
                    return to;
                }
                else if (rest[0] != 0)
                {
                    buffer[to++] = rest[0];
                }
            }

            return to;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] into, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] from, int offset, int count) => throw new NotSupportedException();
    }
}
