using System.Buffers.Binary;
using System.Text;
using Brink.Platform.Localisation;

namespace Brink.Platform.Files;

/// <summary>WebP (RFC 9649): still pictures, with colour profile and transparency kept.</summary>
internal static class WebPStripper
{
    private const byte AnimationFlag = 0x02;
    private const byte MetadataFlags = 0x04 | 0x08;

    public static Stripped Strip(ReadOnlySpan<byte> content)
    {
        var length = BinaryPrimitives.ReadUInt32LittleEndian(content[4..]);
        var outer = new PhotoReader(content[8..]);
        var reader = new PhotoReader(outer.Take(length));
        var output = new MemoryStream(content.Length);
        output.Write(content[..8]);
        output.Write(reader.Take(4));
        (int Width, int Height)? canvas = null;
        (int Width, int Height)? picture = null;
        while (reader.Left > 0)
        {
            var head = reader.Take(8);
            var type = Encoding.Latin1.GetString(head[..4]);
            var size = BinaryPrimitives.ReadUInt32LittleEndian(head[4..]);
            var data = reader.Take(size);
            if (size % 2 == 1 && reader.Left > 0)
                reader.Take(1);
            switch (type)
            {
                case "VP8X" when canvas is null && picture is null && size == 10:
                    RequireStill(data[0]);
                    canvas = (1 + Triple(data[4..]), 1 + Triple(data[7..]));
                    PhotoMetadata.RequireSize(canvas.Value.Width, canvas.Value.Height);
                    Write(output, head, [(byte)(data[0] & ~MetadataFlags), .. data[1..]]);
                    break;
                case "VP8 " or "VP8L" when picture is null:
                    picture = type == "VP8 " ? LossySize(data) : LosslessSize(data);
                    PhotoMetadata.RequireSize(picture.Value.Width, picture.Value.Height);
                    Write(output, head, data);
                    break;
                case "ICCP" or "ALPH" when canvas is not null && picture is null:
                    Write(output, head, data);
                    break;
                case "VP8X" or "VP8 " or "VP8L" or "ANIM" or "ANMF":
                    throw PhotoRefusedException.Broken();
            }
        }
        if (picture is not { } shown || (canvas is not null && canvas != picture))
            throw PhotoRefusedException.Broken();
        var result = output.ToArray();
        BinaryPrimitives.WriteUInt32LittleEndian(result.AsSpan(4), (uint)result.Length - 8);
        return new Stripped(result, shown.Width, shown.Height);
    }

    private static void RequireStill(byte flags)
    {
        if ((flags & AnimationFlag) != 0)
            throw new PhotoRefusedException(Texts.Mark("Deze foto beweegt. Kies een foto die stilstaat."));
    }

    private static (int, int) LossySize(ReadOnlySpan<byte> data) =>
        // A key frame with its start code (RFC 6386, 9.1).
        data.Length >= 10
        && (data[0] & 1) == 0
        && data[3..6].SequenceEqual((byte[])[0x9D, 0x01, 0x2A])
            ? (
                BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3FFF,
                BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3FFF
            )
            : throw PhotoRefusedException.Broken();

    private static (int, int) LosslessSize(ReadOnlySpan<byte> data)
    {
        if (data.Length < 5 || data[0] != 0x2F)
            throw PhotoRefusedException.Broken();
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return (1 + (int)(bits & 0x3FFF), 1 + (int)((bits >> 14) & 0x3FFF));
    }

    private static int Triple(ReadOnlySpan<byte> at) => at[0] | (at[1] << 8) | (at[2] << 16);

    private static void Write(MemoryStream output, ReadOnlySpan<byte> head, ReadOnlySpan<byte> data)
    {
        output.Write(head);
        output.Write(data);
        if (data.Length % 2 == 1)
            output.WriteByte(0);
    }
}
