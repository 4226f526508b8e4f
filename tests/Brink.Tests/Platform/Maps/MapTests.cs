using System.Globalization;
using System.Xml.Linq;
using Brink.Platform.Maps;

namespace Brink.Tests.Platform.Maps;

public sealed class MapTests
{
    private static readonly GeoBounds MiddenDrenthe = new(6.36, 52.74, 6.72, 52.97);
    private static readonly GeoPosition Beilen = new(6.5131, 52.8567);
    private static readonly GeoPosition Westerbork = new(6.6096, 52.8504);

    [Fact]
    public void Place_KeepsDistancesInProportion()
    {
        var projection = new MapProjection(MiddenDrenthe);
        var (beilen, westerbork) = (projection.Place(Beilen), projection.Place(Westerbork));
        var (south, north) = (
            projection.Place(new GeoPosition(6.5, 52.8)),
            projection.Place(new GeoPosition(6.5, 52.9))
        );

        // On the globe: Beilen–Westerbork 6.53 km, a tenth of a degree of latitude 11.12 km.
        var ratio =
            Math.Sqrt(Math.Pow(westerbork.X - beilen.X, 2) + Math.Pow(westerbork.Y - beilen.Y, 2))
            / (south.Y - north.Y);
        Assert.Equal(6.53 / 11.12, ratio, 0.01);
    }

    [Fact]
    public void Place_PutsEverythingInsideTheMargin_NorthUp()
    {
        var projection = new MapProjection(MiddenDrenthe, 800, 16);

        var (left, top) = projection.Place(new GeoPosition(MiddenDrenthe.West, MiddenDrenthe.North));
        var (right, bottom) = projection.Place(new GeoPosition(MiddenDrenthe.East, MiddenDrenthe.South));

        Assert.Equal(16, left, 0.001);
        Assert.Equal(784, right, 0.001);
        Assert.InRange(top, 16, 17);
        Assert.InRange(bottom, projection.Height - 17, projection.Height - 16);
    }

    [Fact]
    public void PositionAt_UndoesPlace()
    {
        var projection = new MapProjection(MiddenDrenthe);
        var (x, y) = projection.Place(Beilen);

        var back = projection.PositionAt(x, y);

        Assert.Equal(Beilen.Longitude, back.Longitude, 1e-9);
        Assert.Equal(Beilen.Latitude, back.Latitude, 1e-9);
    }

    [Fact]
    public void Place_OfOneSpotAlone_IsInTheMiddle()
    {
        var projection = new MapProjection(GeoBounds.Around([Beilen]), 400);

        var (x, y) = projection.Place(Beilen);

        Assert.Equal((200, projection.Height / 2.0), (Math.Round(x, 6), Math.Round(y, 6)));
    }

    [Fact]
    public void Draw_LinksEachPartByItsName()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("nl-NL"); // a comma in a number would break the drawing
        try
        {
            var lake = GeoJson.ReadArea(GeoJsonTests.Lake);

            var svg = Draw(
                lake,
                new DrawnArea(lake, "Oranje & \"Meer\"", "/dorpen/oranje?a=1&b=2", IsChosen: true, Label: "Oranje"),
                new DrawnSpot(new GeoPosition(1, 1), "<b>Speeltuin</b>", "/initiatieven/1-speeltuin")
            );

            Assert.Equal(
                ("group", "Kaart van Oranje"),
                (svg.Attribute("role")!.Value, svg.Attribute("aria-label")!.Value)
            );
            var links = svg.Elements().Where(element => element.Name.LocalName == "a").ToList();
            Assert.Equal(
                ["/dorpen/oranje?a=1&b=2", "/initiatieven/1-speeltuin"],
                links.Select(link => link.Attribute("href")!.Value)
            );
            Assert.Equal(
                ["Oranje & \"Meer\"", "<b>Speeltuin</b>"],
                links.Select(link => link.Attribute("aria-label")!.Value)
            );
            Assert.Equal(
                links.Select(link => link.Attribute("aria-label")!.Value),
                links.Select(link => link.Elements().First().Value)
            );
            var path = links[0].Elements().Last();
            Assert.Equal("brink-map__area brink-map__area--chosen", path.Attribute("class")!.Value);
            Assert.Matches(@"^(M\d+(\.\d)? \d+(\.\d)?(L\d+(\.\d)? \d+(\.\d)?){3}z){3}$", path.Attribute("d")!.Value);
            var label = svg.Elements().Last();
            Assert.Equal(("Oranje", "true"), (label.Value, label.Attribute("aria-hidden")!.Value));
            Assert.DoesNotContain(
                svg.DescendantsAndSelf().SelectMany(element => element.Attributes()),
                attribute => attribute.Name.LocalName == "style"
            );
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//elders.example")]
    [InlineData("https://elders.example")]
    public void Draw_WithALinkElsewhere_Refuses(string address)
    {
        var lake = GeoJson.ReadArea(GeoJsonTests.Lake);

        Assert.Throws<ArgumentException>(() => Draw(lake, new DrawnArea(lake, "x", address)));
    }

    private static XElement Draw(GeoArea shown, DrawnArea area, params DrawnSpot[] spots) =>
        XElement.Parse(SvgMap.Draw(new MapProjection(shown.Bounds), "Kaart van Oranje", [area], spots).ToString()!);
}
