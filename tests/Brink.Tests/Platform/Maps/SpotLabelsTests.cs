using System.Globalization;
using System.Xml.Linq;
using Brink.Platform.Maps;

namespace Brink.Tests.Platform.Maps;

public sealed class SpotLabelsTests
{
    private static readonly MapProjection Projection = new(new GeoBounds(6.36, 52.74, 6.72, 52.97));

    [Fact]
    public void Draw_NamesSpotsThatAskForIt_HiddenFromWhoHearsTheMap()
    {
        var svg = Draw(
            new DrawnSpot(new(6.51, 52.85), "Beilen", IsLabelled: true),
            new DrawnSpot(new(6.61, 52.85), "Westerbork")
        );

        var label = Assert.Single(svg.Elements(), element => element.Name.LocalName == "text");
        Assert.Equal(("Beilen", "true"), (label.Value, label.Attribute("aria-hidden")!.Value));
    }

    [Fact]
    public void Place_WhenSpotsCrowd_LeavesOutWhatHasNoRoom()
    {
        var crowd = Enumerable
            .Range(0, 60)
            .Select(i => new DrawnSpot(
                new(6.5 + i % 8 * 0.004, 52.85 + i / 8 * 0.003),
                $"Buurtschap {i}",
                IsLabelled: true
            ))
            .ToArray();

        var labels = SpotLabels.Place(Projection, crowd, 7);

        Assert.InRange(labels.Count, 1, 59);
        foreach (var (one, other) in labels.SelectMany((one, i) => labels.Skip(i + 1).Select(other => (one, other))))
        {
            var apart =
                Math.Abs(one.Y - other.Y) >= SpotLabels.Size
                || Math.Abs(one.X - other.X) >= Math.Min(one.Name.Length, other.Name.Length) * SpotLabels.Size * 0.5;
            Assert.True(apart, $"{one} covers {other}");
        }
    }

    [Fact]
    public void Draw_TheOneSpotAMapIsAbout_IsLarge()
    {
        var radius = Draw(new DrawnSpot(new(6.51, 52.85), "Beilen", IsAlone: true))
            .Descendants()
            .Single(element => element.Attribute("class")?.Value == "brink-map__spot")
            .Attribute("r")!
            .Value;

        Assert.InRange(int.Parse(radius, CultureInfo.InvariantCulture), 20, 40);
    }

    private static XElement Draw(params DrawnSpot[] spots) =>
        XElement.Parse(SvgMap.Draw(Projection, "Kaart", [], spots).ToString()!);
}
