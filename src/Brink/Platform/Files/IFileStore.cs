namespace Brink.Platform.Files;

/// <summary>Where files of people are kept, each under the SHA-256 of its content: the same content is kept once.</summary>
public interface IFileStore
{
    /// <summary>On return the content is on disk, also after a power cut.</summary>
    /// <returns>The hash, 64 hexadecimal digits in lower case.</returns>
    /// <exception cref="StorageFullException">Nothing of it is left behind.</exception>
    Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>Null when there is no such file, or the hash is no hash.</summary>
    Stream? Open(string hash);

    /// <summary>Nothing happens when it isn't there. Only for content no row refers to any more.</summary>
    void Delete(string hash);
}

/// <summary>No room for the file; the user can try later, the operator must make room.</summary>
public sealed class StorageFullException(Exception cause) : Exception("No room left for files.", cause);
