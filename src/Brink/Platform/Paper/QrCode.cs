using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using QRCoder;

namespace Brink.Platform.Paper;

/// <summary>QR codes (ISO/IEC 18004) for posters and letters, as SVG without style or script.</summary>
public static class QrCode
{
    /// <summary>White around the code, in modules: what the standard asks.</summary>
    private const int QuietZone = 4;

    /// <summary>Level M: up to 15 % of the code may be damaged or dirty.</summary>
    /// <param name="address">Absolute; up to about 2,300 bytes; short ones give large, sure modules.</param>
    /// <param name="name">What a reader who can't see it hears, in the reader's language.</param>
    public static IHtmlContent Svg(string address, string name)
    {
        var rows = Modules(address);
        var side = rows.Count + 2 * QuietZone;
        var encodedName = HtmlEncoder.Default.Encode(name);
        return new HtmlString(
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                <svg xmlns="http://www.w3.org/2000/svg" class="brink-qr" viewBox="0 0 {side} {side}" role="img" aria-label="{encodedName}" shape-rendering="crispEdges"><title>{encodedName}</title><rect width="{side}" height="{side}" fill="#fff"/><path fill="#000" d="{Path(
                    rows
                )}"/></svg>
                """
            )
        );
    }

    /// <summary>Each row's dark modules, without the white around.</summary>
    internal static IReadOnlyList<IReadOnlyList<bool>> Modules(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(Ascii(address), QRCodeGenerator.ECCLevel.M);
        // QRCoder brings a quiet zone of its own.
        var side = code.ModuleMatrix.Count - 2 * QuietZone;
        return
        [
            .. Enumerable
                .Range(QuietZone, side)
                .Select(row =>
                    Enumerable.Range(QuietZone, side).Select(column => code.ModuleMatrix[row][column]).ToArray()
                ),
        ];
    }

    /// <summary>Scanners guess at the language of other signs.</summary>
    private static string Ascii(string address) => new Uri(address, UriKind.Absolute).AbsoluteUri;

    private static string Path(IReadOnlyList<IReadOnlyList<bool>> rows)
    {
        var path = new StringBuilder();
        for (var y = 0; y < rows.Count; y++)
        for (var x = 0; x < rows[y].Count; x++)
        {
            var start = x;
            while (x < rows[y].Count && rows[y][x])
                x++;
            if (x > start)
                path.Append(
                    CultureInfo.InvariantCulture,
                    $"M{start + QuietZone} {y + QuietZone}h{x - start}v1h-{x - start}z"
                );
        }
        return path.ToString();
    }
}
