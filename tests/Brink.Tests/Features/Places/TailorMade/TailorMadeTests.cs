using System.Net;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Subjects;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Places.TailorMade;

/// <summary>What suits a village: kept by its association, seen by who writes to it, used when it is informed (P7).</summary>
public sealed class TailorMadeTests(NoticesHost host) : IClassFixture<NoticesHost>, IAsyncLifetime
{
    private TestData Data => host.Data;
    private Place place = null!;
    private Theme theme = null!;

    private string Address => PlacesLinks.TailorMade(place.Village.Id, place.Village.Subject!.Slug);
    private string EditAddress => PlacesLinks.EditTailorMade(place.Village.Id, place.Village.Subject!.Slug);

    public async ValueTask InitializeAsync()
    {
        place = await Data.PlaceAsync();
        theme = await Data.SaveAsync(db =>
        {
            var made = new Theme
            {
                Subject = Subject.Create(SubjectKind.Theme, "Verkeer", Visibility.Public, host.Brink.Time.GetUtcNow()),
                Drawing = "verkeer",
            };
            db.Themes.Add(made);
            return Task.FromResult(made);
        });
        await host.ForgetAsync();
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private (string, string)[] Wishes =>
        [
            ("In een gesprek of bijeenkomst", "ja"),
            ("Eén keer per week", "ja"),
            ("Wanneer komt het niet uit?", "Niet op dinsdagavond"),
            ($"Levels[{theme.Id}]", "Samen maken"),
            ("Wat moet men verder weten?", "Bel eerst even."),
        ];

    [Fact]
    public async Task Association_RecordsWhatSuits_AndEverybodyReadsIt()
    {
        var browser = await host.Brink.Browser(place.ContactPerson).OpenAsync(EditAddress);
        await browser.SubmitAsync("Bewaar", fields: Wishes);

        var visitor = await host.Brink.Browser().OpenAsync(Address);
        Assert.Contains("In een gesprek of bijeenkomst. Eén keer per week.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Niet op dinsdagavond", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Samen maken", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ingevoerd door", visitor.Text, StringComparison.Ordinal);
        var village = await host
            .Brink.Browser()
            .OpenAsync(PlacesLinks.Village(place.Village.Id, place.Village.Subject!.Slug));
        Assert.Contains("Wat bij " + place.Village.Subject.Title + " past", village.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Liaison_TypesItInForThem_AndThatIsShown()
    {
        var browser = await host.Brink.Browser(place.Liaison).OpenAsync(EditAddress);
        await browser.SubmitAsync("Bewaar", fields: [("Hoe hoorde u dit", "Per telefoon"), .. Wishes]);

        Assert.Contains(
            $"Ingevoerd door {place.Municipality.Name}, per telefoon",
            browser.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Others_MayNotRecordIt()
    {
        var other = await Data.PlaceAsync();
        foreach (var person in new[] { await Data.PersonAsync(), other.ContactPerson })
        {
            await host.Brink.Browser(person).OpenAsync(EditAddress, HttpStatusCode.Forbidden);
        }
    }

    [Fact]
    public async Task WithoutARecord_NothingIsLacking()
    {
        var show = await host.Brink.Browser().OpenAsync(Address);
        Assert.Contains("Nog niets vastgelegd.", show.Text, StringComparison.Ordinal);
        var village = await host
            .Brink.Browser()
            .OpenAsync(PlacesLinks.Village(place.Village.Id, place.Village.Subject!.Slug));
        Assert.DoesNotContain("vastgelegd", village.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Official_WhoWritesToTheVillage_SeesWhatSuits()
    {
        var initiative = await Data.InitiativeAsync(place, await Data.PersonAsync());
        var before = await host.Brink.Browser(place.Liaison).OpenAsync($"/initiatieven/{initiative.Id}/vraag");
        Assert.Contains("Nog niets vastgelegd.", before.Text, StringComparison.Ordinal);
        var browser = await host.Brink.Browser(place.ContactPerson).OpenAsync(EditAddress);
        await browser.SubmitAsync("Bewaar", fields: Wishes);

        foreach (var act in new[] { "vraag", "antwoord", "collega" })
        {
            var page = await host.Brink.Browser(place.Liaison).OpenAsync($"/initiatieven/{initiative.Id}/{act}");
            Assert.Contains("Bel eerst even.", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Record_ByTwoAtOnce_ShowsTheSecondWhatTheFirstSaved()
    {
        var (first, second) = (
            await host.Brink.Browser(place.ContactPerson).OpenAsync(EditAddress),
            await host.Brink.Browser(place.Liaison).OpenAsync(EditAddress)
        );
        await first.SubmitAsync("Bewaar", fields: ("Wat moet men verder weten?", "Van de eerste"));

        await second.SubmitAsync("Bewaar", HttpStatusCode.BadRequest, ("Wat moet men verder weten?", "Van de tweede"));

        Assert.Contains("Van de eerste", second.Text, StringComparison.Ordinal);
        Assert.Contains("Van de tweede", second.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NewInitiative_IsToldWhenItSuitsTheVillage()
    {
        await RecordAsync(HowOften.Weekly);
        await Data.InitiativeAsync(place, await Data.PersonAsync(), "Op een maandag verteld");
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(place.ContactPerson));
        Assert.Single(host.Mail.To(place.Liaison));

        var before = host.Brink.Time.GetUtcNow();
        host.Brink.Time.Advance(TimeSpan.FromDays(8));
        try
        {
            await host.EmptyAsync();
            Assert.Contains(
                "Op een maandag verteld",
                Assert.Single(host.Mail.To(place.ContactPerson)).Text,
                StringComparison.Ordinal
            );
        }
        finally
        {
            host.Brink.Time.SetTo(before);
        }
    }

    [Fact]
    public async Task NewInitiative_AboutWhatAVillageWouldRatherNotHear_IsNotToldToIt()
    {
        await RecordAsync(HowOften.AtOnce, InvolvementLevel.RatherNot);
        var initiative = await Data.UnconfirmedInitiativeAsync(place, await Data.PersonAsync());
        await Data.SaveAsync(async db =>
        {
            var found = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .Include(i => i.Contribution)
                .SingleAsync(i => i.Id == initiative.Id);
            found.Subject.Themes.Add(new SubjectTheme { ThemeId = theme.Id });
            var today = Data.Now().Today;
            return found
                .Confirm(
                    Data.Now(),
                    new Brink.Features.Initiatives.ServiceTerms(
                        place.Municipality.Id,
                        place.Liaison.Id,
                        today.AddDays(7),
                        today.AddDays(42)
                    )
                )
                .Succeeded;
        });

        await host.EmptyAsync();

        Assert.Empty(host.Mail.To(place.ContactPerson));
        Assert.Single(host.Mail.To(place.Liaison));
    }

    [Theory]
    [InlineData(HowOften.AtOnce, "2026-11-04T10:00:00Z", "2026-11-04T10:00:00Z")]
    [InlineData(HowOften.Weekly, "2026-11-04T10:00:00Z", "2026-11-09T07:00:00Z")]
    [InlineData(HowOften.Weekly, "2026-11-09T10:00:00Z", "2026-11-16T07:00:00Z")]
    [InlineData(HowOften.Weekly, "2026-11-08T23:30:00Z", "2026-11-16T07:00:00Z")]
    [InlineData(HowOften.Monthly, "2026-12-31T22:59:00Z", "2027-01-01T07:00:00Z")]
    public void NextMoment_IsByTheDutchClock(HowOften howOften, string now, string next)
    {
        var reach = new HowToReach(1, howOften, [], "", new Dictionary<long, InvolvementLevel>());

        Assert.Equal(DateTimeOffset.Parse(next, null), reach.NextMoment(DateTimeOffset.Parse(now, null)));
    }

    private Task RecordAsync(HowOften howOften, InvolvementLevel? level = null) =>
        Data.SaveAsync(async db =>
        {
            var village = await db.Villages.Include(v => v.Subject).SingleAsync(v => v.Id == place.Village.Id);
            var actor = Data.Now(place.ContactPerson.Id);
            var suits = WhatSuits.Of(village);
            db.WhatSuits.Add(suits);
            return suits
                .Record(
                    new SuitingWords([], howOften, "", ""),
                    level is { } one ? new Dictionary<long, InvolvementLevel> { [theme.Id] = one } : [],
                    Contribution.To(village.Subject!, actor),
                    actor
                )
                .Succeeded;
        });
}
