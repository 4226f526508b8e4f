using System.Net;
using Brink.Features.Initiatives;
using Brink.Features.YearInFigures;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.YearInFigures;

/// <summary>One page of how villages and municipality work together (N4): true to the journal, also when it disappoints.</summary>
public sealed class YearInFiguresTests(CountedHost host) : IClassFixture<CountedHost>
{
    [Fact]
    public async Task Figures_AreThoseOfTheYear_OfWhatIsPublic()
    {
        await host.BeginAnewAsync();
        var data = new TestData(host);
        var (place, quiet) = (await data.PlaceAsync(), await data.PlaceAsync());
        var person = await data.PersonAsync();
        var idea = await data.InitiativeAsync(place, person);
        await data.InitiativeAsync(place, person, "Nog een");
        await data.UnconfirmedInitiativeAsync(quiet, await data.PersonAsync());
        await host.DbAsync(async db =>
        {
            var answering = await db
                .Initiatives.Include(i => i.Subject.Promises)
                .Include(i => i.Phases)
                .SingleAsync(i => i.Id == idea.Id);
            // Six days later, and after the day that was promised for taking it in.
            var actor = data.Now(place.Liaison.Id);
            actor = actor with { At = actor.At.AddDays(6), Today = actor.Today.AddDays(6) };
            Assert.True(answering.TakeIn(actor).Succeeded);
            await db.SaveChangesAsync();
        });

        var year = data.Now().Today.Year;
        var figures = await host.DbAsync(db =>
            YearFigures.ReadAsync(db, year, data.Now().Today.AddDays(60), CancellationToken.None)
        );

        Assert.Equal(2, figures.Of(InitiativeVerbs.Confirmed));
        Assert.Equal(0, figures.Of(InitiativeVerbs.Answered));
        Assert.Null(figures.DaysToAnswer);
        Assert.Equal([place.Village.Id], figures.Villages);
        Assert.NotEqual(100, figures.InTimePercent);
        var page = await host.Browser().OpenAsync("/in-beeld");
        Assert.Contains("In 1 van de 2 dorpen gebeurde iets", page.Text, StringComparison.Ordinal);
        var before = await host.DbAsync(db =>
            YearFigures.ReadAsync(db, year - 1, data.Now().Today, CancellationToken.None)
        );
        Assert.Empty(before.Counts);
        Assert.Null(before.InTimePercent);
    }

    [Fact]
    public async Task AYearWithoutBrink_IsAbsent_AndAnEmptyMunicipalityHasAPage()
    {
        await host.BeginAnewAsync();
        var page = await host.Browser().OpenAsync("/in-beeld");
        Assert.Contains("In 0 van de 0 dorpen gebeurde iets", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await page.AskAsync("/in-beeld?jaar=1999")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await page.AskAsync("/in-beeld?jaar=2999")).StatusCode);
    }

    [Fact]
    public async Task Page_AsksAsOftenForMuchAsForLittle()
    {
        await host.BeginAnewAsync();
        var data = new TestData(host);
        var place = await data.PlaceAsync();
        var person = await data.PersonAsync();
        await data.InitiativeAsync(place, person);
        using var browser = host.Browser(person);
        var little = await host.Counter.AskedAsync(host, "/in-beeld", browser);
        for (var number = 0; number < 12; number++)
        {
            await data.InitiativeAsync(place, person, $"Plan {number}");
        }

        Assert.Equal(little.Count, (await host.Counter.AskedAsync(host, "/in-beeld", browser)).Count);
    }

    [Theory]
    [InlineData(new int[0], null)]
    [InlineData(new[] { 4 }, 4.0)]
    [InlineData(new[] { 1, 2, 9 }, 2.0)]
    [InlineData(new[] { 1, 2, 3, 9 }, 2.5)]
    public void Middle_IsTheOneInTheMiddle(int[] days, double? middle) =>
        Assert.Equal((decimal?)middle, YearFigures.Middle(days));
}
