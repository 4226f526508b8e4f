using Brink.Platform.Maps;

namespace Brink.Tests.Platform.Maps;

public sealed class GeoJsonTests
{
    // A square of two degrees with a hole of one, and a square apart.
    internal const string Lake =
        """{"type":"MultiPolygon","coordinates":[[[[0,0],[2,0],[2,2],[0,2],[0,0]],[[0.5,0.5],[0.5,1.5],[1.5,1.5],[1.5,0.5],[0.5,0.5]]],[[[3,0],[4,0],[4,1],[3,1],[3,0]]]]}""";

    [Theory]
    [InlineData(0.25, 0.25, true)]
    [InlineData(1, 1, false)] // in the hole
    [InlineData(1, 1.75, true)]
    [InlineData(2.5, 0.5, false)] // between the two
    [InlineData(3.5, 0.5, true)]
    [InlineData(3.5, 1.5, false)]
    [InlineData(-1, 0.25, false)]
    [InlineData(0.25, 0.5, true)] // on the height of corners
    [InlineData(double.NaN, 0.5, false)]
    public void Contains_KnowsHolesAndParts(double longitude, double latitude, bool expected) =>
        Assert.Equal(expected, GeoJson.ReadArea(Lake).Contains(new GeoPosition(longitude, latitude)));

    [Fact]
    public void ReadArea_TakesAFeature()
    {
        var area = GeoJson.ReadArea($$"""{"type":"Feature","geometry":{{Lake}},"properties":null}""");

        Assert.Equal(3, area.Rings.Count);
        Assert.Equal(new GeoBounds(0, 0, 4, 2), area.Bounds);
    }

    [Fact]
    public void ReadPosition_TakesHeightAsWell() =>
        Assert.Equal(
            new GeoPosition(6.5, 52.9),
            GeoJson.ReadPosition("""{"type":"Point","coordinates":[6.5,52.9,12]}""")
        );

    [Fact]
    public void ReadFeatures_TakesPointsAreasAndProperties()
    {
        var features = GeoJson.ReadFeatures(
            $$"""
            {"type":"FeatureCollection","name":"x","features":[
              {"type":"Feature","geometry":{{Lake}},"properties":{"statcode":"BU17310000","jaar":2024,"leeg":null} },
              {"type":"Feature","properties":{},"geometry":null},
              {"type":"Feature","geometry":{"type":"Point","coordinates":[6.5,52.9]} } ] }
            """
        );

        Assert.Equal(2, features.Count);
        Assert.NotNull(features[0].Area);
        Assert.Null(features[0].Position);
        Assert.Equal(["statcode=BU17310000", "jaar=2024"], features[0].Properties.Select(p => $"{p.Key}={p.Value}"));
        Assert.Equal(new GeoPosition(6.5, 52.9), features[1].Position);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"LineString","coordinates":[[0,0],[1,1]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,1],[0,0]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[[0,0],[1,0],["a",1],[0,0]]]}""")]
    [InlineData("""{"type":"Polygon","coordinates":[[0,0,1,1]]}""")]
    [InlineData(
        """{"type":"Polygon","coordinates":[[[233000,540000],[233001,540000],[233000,540001],[233000,540000]]]}"""
    )]
    [InlineData("""{"type":"Polygon","coordinates":[[[1e999,0],[1,0],[1,1],[1e999,0]]]}""")]
    [InlineData("""{"type":"Point","coordinates":[1,2]}""")]
    [InlineData("""{"type":5}""")]
    public void ReadArea_WhenItIsNoArea_SaysSo(string json) =>
        Assert.Throws<GeoJsonException>(() => GeoJson.ReadArea(json));

    [Fact]
    public void ReadArea_WhenNestedWithoutEnd_SaysSo() =>
        Assert.Throws<GeoJsonException>(() =>
            GeoJson.ReadArea($$"""{"type":"Polygon","coordinates":{{new string('[', 100_000)}}""")
        );
}
