using System.Text;
using System.Xml.Linq;
using Brink.Platform.Paper;

namespace Brink.Tests.Platform.Paper;

public sealed class QrCodeTests
{
    private const string Address =
        "https://brink.example/initiatieven/128-speeltuin-hijken?via=poster&dorp=Oranjedorp-é";

    [Fact]
    public void Svg_IsReadByAScanner()
    {
        OutsideProgram.Require("zbarimg");
        var folder = Directory.CreateTempSubdirectory("qr");
        var picture = Path.Combine(folder.FullName, "qr.pbm");
        File.WriteAllText(picture, Bitmap(Svg()));

        var (code, output, errors) = OutsideProgram.Run("zbarimg", "--raw", "-q", picture);

        Assert.True(code == 0, errors);
        Assert.Equal(Address.Replace("é", "%C3%A9", StringComparison.Ordinal), Encoding.UTF8.GetString(output).Trim());
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Svg_SaysWhatItIs_AndHasNoStyleOrScript()
    {
        var svg = Svg("Naar <dit> \"initiatief\"");

        Assert.Equal("img", svg.Attribute("role")!.Value);
        Assert.Equal("Naar <dit> \"initiatief\"", svg.Attribute("aria-label")!.Value);
        Assert.Equal("Naar <dit> \"initiatief\"", svg.Element(svg.Name.Namespace + "title")!.Value);
        Assert.Equal(
            ["svg", "title", "rect", "path"],
            svg.DescendantsAndSelf().Select(element => element.Name.LocalName)
        );
        Assert.DoesNotContain(
            svg.DescendantsAndSelf().SelectMany(element => element.Attributes()),
            attribute =>
                attribute.Name.LocalName == "style"
                || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Svg_KeepsTheWhiteAround()
    {
        var rows = Bitmap(Svg()).Split('\n')[2..^1];

        Assert.All(rows[..32], row => Assert.DoesNotContain('1', row));
        Assert.All(rows, row => Assert.DoesNotContain('1', row[..64]));
        Assert.StartsWith("1 1 1 1 1 1 1 1", rows[32][64..], StringComparison.Ordinal);
    }

    private static XElement Svg(string name = "QR-code") => XElement.Parse(QrCode.Svg(Address, name).ToString()!);

    /// <summary>Draws the path of the SVG, eight dots to a module, as a portable bitmap.</summary>
    private static string Bitmap(XElement svg)
    {
        const int dots = 8;
        var side = int.Parse(
            svg.Attribute("viewBox")!.Value.Split(' ')[2],
            System.Globalization.CultureInfo.InvariantCulture
        );
        var dark = new bool[side, side];
        foreach (
            var run in svg.Element(svg.Name.Namespace + "path")!
                .Attribute("d")!
                .Value.Split('M', StringSplitOptions.RemoveEmptyEntries)
        )
        {
            var numbers = run.Split([' ', 'h', 'v'])
                .Take(3)
                .Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
                .ToArray();
            for (var x = 0; x < numbers[2]; x++)
                dark[numbers[1], numbers[0] + x] = true;
        }
        var bitmap = new StringBuilder($"P1\n{side * dots} {side * dots}\n");
        for (var y = 0; y < side * dots; y++)
            bitmap
                .AppendJoin(' ', Enumerable.Range(0, side * dots).Select(x => dark[y / dots, x / dots] ? '1' : '0'))
                .Append('\n');
        return bitmap.ToString();
    }
}
