using System.Buffers.Binary;
using System.IO.Compression;

namespace Brink.Platform.Text.WordFiles;

/// <summary>
/// The zip of a Word file, looked at before anything in it is trusted: how many parts, what they are called, how large they
/// say they are and how large they turn out to be. Nothing is ever written to disk, and no address is ever asked for.
/// </summary>
internal sealed class WordPackage : IDisposable
{
    public const int MostBytes = 20_000_000;
    public const int MostParts = 3000;

    /// <summary>Bytes of one part with text, inflated. Two hundred pages are some three million.</summary>
    public const int MostXml = 24 << 20;

    /// <summary>Bytes of one picture.</summary>
    public const int MostPicture = 10_000_000;

    /// <summary>Bytes of all that is inflated together.</summary>
    public const long MostTogether = 80L << 20;

    /// <summary>Text in XML shrinks to a tenth or a twentieth; more than this is made to burst.</summary>
    private const int MostShrinking = 250;
    private const int MostLength = 4 << 20;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private long inflated;

    private WordPackage(ZipArchive archive) => this.archive = archive;

    public IEnumerable<string> Names => parts.Keys;

    /// <exception cref="WordRefusedException">Also for whatever zip makes nothing of.</exception>
    public static WordPackage Open(byte[] file)
    {
        RequireZip(file);
        RequireFewParts(file);
        try
        {
            var package = new WordPackage(new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read));
            package.List();
            return package;
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or ArgumentException)
        {
            throw WordRefusals.Broken();
        }
    }

    public void Dispose() => archive.Dispose();

    public bool Has(string name) => parts.ContainsKey(name);

    /// <summary>Null when there is no such part.</summary>
    public byte[]? Read(string name, int most)
    {
        if (!parts.TryGetValue(name, out var part))
            return null;
        if (part.Length > most)
            throw WordRefusals.TooMuch();
        try
        {
            using var stream = part.Open();
            var content = new byte[(int)part.Length];
            var length = stream.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            // More than it said: the length in the file was a lie.
            if (length < content.Length || stream.ReadByte() >= 0)
                throw WordRefusals.Broken();
            inflated += length;
            return inflated <= MostTogether ? content : throw WordRefusals.TooMuch();
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException or NotSupportedException)
        {
            throw WordRefusals.Broken();
        }
    }

    private void List()
    {
        var together = 0L;
        foreach (var entry in archive.Entries)
        {
            if (entry.IsEncrypted)
                throw WordRefusals.Locked();
            if (entry.FullName.EndsWith('/') && entry.Length == 0)
                continue;
            if (!IsPlainName(entry.FullName) || !parts.TryAdd(entry.FullName, entry))
                throw WordRefusals.Unsafe();
            together += entry.Length;
            if (
                together > MostTogether
                || (entry.Length > MostLength && entry.Length / MostShrinking > entry.CompressedLength)
            )
                throw WordRefusals.TooMuch();
        }
    }

    /// <summary>'word/document.xml'; no way up, no root, no drive.</summary>
    private static bool IsPlainName(string name) =>
        name.Length is > 0 and <= 260
        && !name.StartsWith('/')
        && !name.Any(sign => char.IsControl(sign) || sign is '\\' or ':')
        && Array.TrueForAll(name.Split('/'), step => step is not ("" or "." or ".."));

    private static void RequireZip(ReadOnlySpan<byte> file)
    {
        ReadOnlySpan<byte> compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        if (file.StartsWith(compound))
            // An encrypted .docx is such a file too, with this part in it ([MS-OFFCRYPTO] 2.3.4).
            throw file.IndexOf("E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"u8) >= 0
                ? WordRefusals.Locked()
                : WordRefusals.OldWord();
        if (!file.StartsWith("PK\u0003\u0004"u8))
            throw WordRefusals.NoWordFile();
        if (file.Length > MostBytes)
            throw WordRefusals.TooMuch();
    }

    /// <summary>Counts what the directory lists (APPNOTE 4.3.12) before anything is made of each of them.</summary>
    private static void RequireFewParts(ReadOnlySpan<byte> file)
    {
        const int longestRemark = 65_535;
        const int endLength = 22;
        const int partLength = 46;
        var tail = file[^Math.Min(file.Length, longestRemark + endLength)..];
        var at = tail.LastIndexOf("PK\u0005\u0006"u8);
        if (at < 0 || tail.Length - at < endLength)
            throw WordRefusals.Broken();
        var said = BinaryPrimitives.ReadUInt16LittleEndian(tail[(at + 10)..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(tail[(at + 16)..]);
        if (said > MostParts)
            throw WordRefusals.TooMuch();
        if (start >= file.Length)
            throw WordRefusals.Broken();
        var directory = file[(int)start..];
        var count = 0;
        while (directory.StartsWith("PK\u0001\u0002"u8))
        {
            if (++count > said || directory.Length < partLength)
                throw WordRefusals.Broken();
            var length =
                partLength
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[28..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[30..])
                + BinaryPrimitives.ReadUInt16LittleEndian(directory[32..]);
            if (length > directory.Length)
                throw WordRefusals.Broken();
            directory = directory[length..];
        }
        if (count != said)
            throw WordRefusals.Broken();
    }
}
