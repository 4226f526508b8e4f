using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Places.Spots;
using Brink.Platform.Maps;
using Brink.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Brink.Tests.Features.Places.Spots;

/// <summary>What a press on the map means on the ground.</summary>
public sealed class SpotFormTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private const double MetresPerDegree = 111_195;
    private SpotMap map = null!;

    public async ValueTask InitializeAsync()
    {
        var data = new TestData(host);
        var village = await data.VillageAsync("Hijken");
        await data.AreaAsync(village, Hijken.Border);
        map = (await host.DbAsync(db => SpotMap.LoadAsync(db, village.Id, CancellationToken.None)))!;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Theory]
    [InlineData(SpotPart.Whole, 288)]
    [InlineData(SpotPart.Whole, 560)]
    [InlineData(SpotPart.Half, 344)]
    [InlineData(SpotPart.Quarter, 288)]
    public void Press_OnTheMark_FindsItBackWithinAMetreOfAPixel(SpotPart part, int size)
    {
        var shown = new SpotChoice(Hijken.Inside, part);
        var projection = map.Shown(shown);
        var (x, y) = projection.Place(Hijken.Inside);
        var scale = (double)size / SpotMap.Width;
        var (pixelX, pixelY) = ((int)Math.Round(x * scale), (int)Math.Round(y * scale));

        var (choice, outcome) = Read(
            shown,
            (SpotForm.NameOf(size) + ".x", pixelX),
            (SpotForm.NameOf(size) + ".y", pixelY)
        );

        Assert.True(outcome.Succeeded);
        var pixel = projection.MetresPerUnit / scale;
        Assert.InRange(Distance(Hijken.Inside, choice.At!.Value), 0, pixel * Math.Sqrt(0.5) + 1);
    }

    [Fact]
    public void AQuarter_IsExactToSomeTenMetres()
    {
        var projection = map.Shown(new SpotChoice(Hijken.Inside, SpotPart.Quarter));

        Assert.InRange(projection.MetresPerUnit * SpotMap.Width / SpotForm.Sizes[0], 0, 10);
    }

    [Fact]
    public void APart_LiesAroundTheMark()
    {
        var projection = map.Shown(new SpotChoice(Hijken.Inside, SpotPart.Half));
        var (x, y) = projection.Place(Hijken.Inside);

        Assert.Equal(SpotMap.Width / 2.0, x, 0.5);
        Assert.Equal(SpotMap.Width / 2.0, y, 1);
    }

    [Fact]
    public void EnterKey_WithoutAPointer_PutsTheMarkInTheMiddleAndLeavesOneThatStands()
    {
        var (first, _) = Read(new SpotChoice(null, SpotPart.Whole), ("Press344.x", 0), ("Press344.y", 0));
        var (again, _) = Read(new SpotChoice(Hijken.Inside, SpotPart.Half), ("Press344.x", 0), ("Press344.y", 0));

        var middle = map.Shown(new SpotChoice(null, SpotPart.Whole)).PositionAt(280, 280);
        Assert.InRange(Distance(middle, first.At!.Value), 0, 10);
        Assert.Equal(Hijken.Inside, again.At);
    }

    [Theory]
    [InlineData(SpotForm.North, 0, -1)]
    [InlineData(SpotForm.South, 0, 1)]
    [InlineData(SpotForm.West, -1, 0)]
    [InlineData(SpotForm.East, 1, 0)]
    public void Arrow_MovesTheMarkOneStride(string act, int east, int south)
    {
        var shown = new SpotChoice(Hijken.Inside, SpotPart.Half);
        var projection = map.Shown(shown);
        var (x, y) = projection.Place(Hijken.Inside);

        var (choice, _) = Read(shown, (SpotForm.Act, act));

        var (movedX, movedY) = projection.Place(choice.At!.Value);
        Assert.Equal(east * SpotForm.Stride, movedX - x, 0.5);
        Assert.Equal(south * SpotForm.Stride, movedY - y, 0.5);
    }

    [Fact]
    public void PressAndCloser_KeepsThePressOfThePartThatWasShown()
    {
        var shown = new SpotChoice(null, SpotPart.Whole);
        var (x, y) = map.Shown(shown).Place(Hijken.Inside);

        var (choice, _) = Read(
            shown,
            ("Moved", string.Create(CultureInfo.InvariantCulture, $"{x:0.0} {y:0.0}")),
            (SpotForm.Act, SpotForm.Closer)
        );

        Assert.Equal(SpotPart.Half, choice.Part);
        Assert.InRange(Distance(Hijken.Inside, choice.At!.Value), 0, 3);
    }

    [Fact]
    public void Press_OutsideTheMunicipality_IsRefusedAndChangesNothing()
    {
        var shown = new SpotChoice(Hijken.Inside, SpotPart.Whole);

        var (choice, outcome) = Read(shown, ("Press288.x", 1), ("Press288.y", 1));

        Assert.Contains("buiten", Assert.Single(outcome.Refusals).Message, StringComparison.Ordinal);
        Assert.Equal(shown, choice);
    }

    [Theory]
    [InlineData("Part", "Honderdste")]
    [InlineData("Part", "7")]
    [InlineData("Spot", "52.9")]
    [InlineData("Spot", "952.9 6.5")]
    [InlineData("Spot", "NaN NaN")]
    [InlineData("Press288.x", "-5")]
    [InlineData("Press288.x", "99999999999999999999")]
    [InlineData("Press288.x", "<script>")]
    [InlineData("Moved", "1")]
    [InlineData("Moved", "1e999 2")]
    [InlineData("Moved", "-1 2")]
    [InlineData("Here", "hier")]
    public void WhatCantBeRead_IsRefused(string field, string value)
    {
        var (_, outcome) = Read(new SpotChoice(null, SpotPart.Whole), ("Press288.y", 5), (field, value));

        Assert.False(outcome.Succeeded);
    }

    private (SpotChoice Choice, Brink.Platform.Outcome Outcome) Read(
        SpotChoice shown,
        params (string Name, object Value)[] sent
    )
    {
        var form = new Dictionary<string, StringValues>(StringComparer.Ordinal)
        {
            ["Spot"] = shown.Written,
            ["Part"] = shown.Part.ToString(),
        };
        foreach (var (name, value) in sent)
        {
            form[name] = Convert.ToString(value, CultureInfo.InvariantCulture);
        }

        return SpotForm.Read(new FormCollection(form), map, "Testveen");
    }

    private static double Distance(GeoPosition a, GeoPosition b)
    {
        var east = (a.Longitude - b.Longitude) * Math.Cos(a.Latitude * Math.PI / 180);
        var north = a.Latitude - b.Latitude;
        return Math.Sqrt(east * east + north * north) * MetresPerDegree;
    }
}
