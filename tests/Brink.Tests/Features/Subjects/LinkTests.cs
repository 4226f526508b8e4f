using System.Net;
using Brink.Features.Exchange;
using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects.Links;
using Brink.Tests.Features.Exchange;
using Brink.Tests.Features.Initiatives;
using Brink.Tests.Features.Signals;
using Brink.Tests.Features.Standpoints;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Tests.Features.Subjects;

/// <summary>Subjects are related to each other and read from both ends (I11).</summary>
public sealed class LinkTests(BrinkHost host) : ActsOnOneInitiative(host)
{
    [Theory]
    [InlineData("Hoort bij", "Hoort bij", "Hier hoort bij")]
    [InlineData("Hier hoort bij", "Hier hoort bij", "Hoort bij")]
    [InlineData("Volgt uit", "Volgt uit", "Hier volgde uit")]
    [InlineData("Voert uit", "Voert uit", "Wordt uitgevoerd door")]
    [InlineData("Komt in de plaats van", "Komt in de plaats van", "Is vervangen door")]
    [InlineData("Gaat over hetzelfde als", "Gaat over hetzelfde als", "Gaat over hetzelfde als")]
    public async Task Related_ByAnAddress_IsReadFromBothEnds(string way, string here, string there)
    {
        var other = await Data.InitiativeAsync(Place, await Data.PersonAsync(), "Een jeu-de-boulesbaan");
        var browser = await SeekAsync(
            Initiator,
            $"https://testveen.example{InitiativeLinks.Show(other.Id, other.Subject.Slug)}?van=mail"
        );

        await browser.SubmitAsync(
            "Verbind",
            fields: [($"Hoe hoort '{Initiative.Subject.Title}' erbij?", way), ("Een jeu-de-boulesbaan", "ja")]
        );

        Assert.Contains(
            $"{here}: Een jeu-de-boulesbaan (initiatief)",
            (await VisitAsync()).Text,
            StringComparison.Ordinal
        );
        var end = await Host.Browser().OpenAsync(InitiativeLinks.Show(other.Id, other.Subject.Slug));
        Assert.Contains($"{there}: {Initiative.Subject.Title}", end.Text, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(LinkVerbs.Added));
    }

    [Fact]
    public async Task Related_BySenderOfASignalAndAskerOfHelp_IsReadAtBothEnds()
    {
        var sender = await Data.PersonAsync("Bewoonster");
        var signal = await Data.SignalAsync(Host, Place, sender, "Kapot speelveld");
        var help = await Data.HelpAsync(Place, sender);
        foreach (
            var (id, address) in new[]
            {
                (signal.Id, signal.Address()),
                (help.Id, ExchangeLinks.Show(help.Id, help.Subject.Slug)),
            }
        )
        {
            var browser = await Host.Browser(sender).OpenAsync(address);
            Assert.NotNull(browser.Page.QuerySelector($"main a[href='{LinkList.Manage(id)}']"));
            await browser.OpenAsync(
                LinkList.Manage(id) + $"?zoek=/initiatieven/{Initiative.Id}-{Initiative.Subject.Slug}"
            );
            await browser.SubmitAsync("Verbind", fields: [("Way", "BelongsTo"), (Initiative.Subject.Title, "ja")]);

            var visitor = await Host.Browser().OpenAsync(address);
            Assert.Contains(
                $"Hoort bij: {Initiative.Subject.Title} (initiatief)",
                visitor.Text,
                StringComparison.Ordinal
            );
            Assert.DoesNotContain("Verbinden met iets anders", visitor.Text, StringComparison.Ordinal);
            Assert.NotNull((await VisitAsync()).Page.QuerySelector($"main a[href='{address}']"));
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await Host.Browser(await Data.PersonAsync()).AskAsync(LinkList.Manage(id))).StatusCode
            );
        }
    }

    [Fact]
    public async Task Related_StandpointByItsUmbrella_IsReadThere()
    {
        var umbrella = await Umbrella.WithAsync(Host, 1);
        var standpoint = await umbrella.SentAsync();
        var browser = await Host.Browser(umbrella.Chair)
            .OpenAsync(
                LinkList.Manage(standpoint.Id) + $"?zoek=/initiatieven/{Initiative.Id}-{Initiative.Subject.Slug}"
            );

        await browser.SubmitAsync("Verbind", fields: [("Way", "SameMatter"), (Initiative.Subject.Title, "ja")]);

        var visitor = await Host.Browser().OpenAsync(Umbrella.Address(standpoint));
        Assert.Contains($"Gaat over hetzelfde als: {Initiative.Subject.Title}", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Related_ByWords_WithAVillage()
    {
        var village = await Data.PlaceAsync("Wateringhuizen");
        var browser = await SeekAsync(Place.Liaison, "Wateringhuizen");

        await browser.SubmitAsync(
            "Verbind",
            fields: [($"Hoe hoort '{Initiative.Subject.Title}' erbij?", "Hoort bij"), ("Wateringhuizen", "ja")]
        );

        var page = await Host.Browser()
            .OpenAsync(PlacesLinks.Village(village.Village.Id, village.Village.Subject!.Slug));
        Assert.Contains($"Hier hoort bij: {Initiative.Subject.Title}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TakenAway_FromTheOtherEnd_IsGoneFromBoth()
    {
        var other = await RelateAsync();
        var browser = await Host.Browser(Place.Liaison).OpenAsync(LinkList.Manage(other.Id));

        await browser.SubmitAsync("Haal weg: " + Initiative.Subject.Title);

        Assert.DoesNotContain("Een jeu-de-boulesbaan", (await VisitAsync()).Text, StringComparison.Ordinal);
        Assert.Equal(0, await Host.DbAsync(db => db.Relations.CountAsync(r => r.ToId == other.Id)));
        Assert.Equal(1, await CountAsync(LinkVerbs.Removed));
    }

    [Fact]
    public async Task WhoMay_IsWhoMayEditThisEnd()
    {
        var policy = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        var elsewhere = await Data.PlaceAsync();
        foreach (var person in new[] { Initiator, Place.Liaison, Place.ContactPerson, policy })
        {
            await Host.Browser(person).OpenAsync(LinkList.Manage(Initiative.Id));
        }

        foreach (var person in new[] { await Data.PersonAsync(), elsewhere.ContactPerson })
        {
            var answer = await Host.Browser(person).AskAsync(LinkList.Manage(Initiative.Id));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain(
                "Verbinden met iets anders",
                (await Host.Browser(person).OpenAsync(Address)).Text,
                StringComparison.Ordinal
            );
        }

        var hidden = await Data.UnconfirmedInitiativeAsync(Place, Initiator);
        foreach (var person in new[] { elsewhere.ContactPerson, policy, Initiator })
        {
            var answer = await Host.Browser(person).AskAsync(LinkList.Manage(hidden.Id));
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
    }

    [Fact]
    public async Task WhatIsNotPublic_LeaksNoTitle()
    {
        var hidden = await Data.UnconfirmedInitiativeAsync(Place, Initiator, "Een geheim plannetje");
        foreach (var sought in new[] { "geheim plannetje", InitiativeLinks.Show(hidden.Id, "x") })
        {
            var browser = await SeekAsync(Initiator, sought);
            Assert.Contains("Er is niets gevonden.", browser.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("Een geheim plannetje", browser.Text, StringComparison.Ordinal);
        }

        var other = await RelateAsync();
        await Host.DbAsync(async db =>
        {
            var found = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .SingleAsync(i => i.Id == other.Id);
            Assert.True(found.Withdraw(Data.Now()).Succeeded);
            await db.SaveChangesAsync();
        });

        Assert.DoesNotContain("Een jeu-de-boulesbaan", (await VisitAsync()).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "Een jeu-de-boulesbaan",
            (await Host.Browser(Place.Liaison).OpenAsync(LinkList.Manage(Initiative.Id))).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task OneToItself_OrTwice_IsRefusedInWords()
    {
        var other = await RelateAsync();

        // The other way round is the same relation.
        var browser = await Host.Browser(Place.Liaison)
            .OpenAsync($"{LinkList.Manage(other.Id)}?zoek={Uri.EscapeDataString(Address)}");
        await browser.SubmitAsync(
            "Verbind",
            HttpStatusCode.BadRequest,
            ("Hoe hoort 'Een jeu-de-boulesbaan' erbij?", "Hier hoort bij"),
            (Initiative.Subject.Title, "ja")
        );
        Assert.Contains("Deze twee zijn al zo verbonden.", browser.Text, StringComparison.Ordinal);

        var self = await SeekAsync(Initiator, Address);
        Assert.Contains("Er is niets gevonden.", self.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoPeople_RelateTheSameTwoAtOnce_OneRelationComesOfIt()
    {
        for (var round = 0; round < 5; round++)
        {
            var other = await Data.InitiativeAsync(Place, Initiator, $"Ronde {round}");
            var here = await SeekAsync(Initiator, InitiativeLinks.Show(other.Id, "x"));
            var there = await Host.Browser(Place.Liaison)
                .OpenAsync($"{LinkList.Manage(other.Id)}?zoek={Uri.EscapeDataString(Address)}");

            var answers = await Task.WhenAll(
                here.SubmitOnlyAsync(
                    "Verbind",
                    ($"Hoe hoort '{Initiative.Subject.Title}' erbij?", "Gaat over hetzelfde als"),
                    ($"Ronde {round}", "ja")
                ),
                there.SubmitOnlyAsync(
                    "Verbind",
                    ($"Hoe hoort 'Ronde {round}' erbij?", "Gaat over hetzelfde als"),
                    (Initiative.Subject.Title, "ja")
                )
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            Assert.Equal(
                1,
                await Host.DbAsync(db => db.Relations.CountAsync(r => r.FromId == other.Id || r.ToId == other.Id))
            );
        }
    }

    [Fact]
    public async Task TheDatabase_ItselfRefusesOneToItself()
    {
        await RelateAsync();
        await using var connection = new NpgsqlConnection(Host.Database.OwnerConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(
            $"UPDATE relations SET to_id = from_id WHERE from_id = {Initiative.Id}",
            connection
        );

        var problem = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal("ck_relations_two", problem.ConstraintName);
    }

    [Theory]
    [InlineData("https://testveen.example/initiatieven/12-een-bankje?x#y", 12L)]
    [InlineData("/dorpen/7-hijken", 7L)]
    [InlineData("  /initiatieven/12/spelregels ", 12L)]
    [InlineData("bankje", null)]
    [InlineData("/initiatieven", null)]
    [InlineData("javascript:/x/12", null)]
    [InlineData("/initiatieven/99999999999999999999", null)]
    public void NumberIn_ReadsAddressesOnly(string typed, long? number) =>
        Assert.Equal(number, LinkFinder.NumberIn(typed));

    private Task<TestBrowser> SeekAsync(Brink.Features.Accounts.Person person, string sought) =>
        Host.Browser(person).OpenAsync($"{LinkList.Manage(Initiative.Id)}?zoek={Uri.EscapeDataString(sought)}");

    private async Task<Initiative> RelateAsync()
    {
        var other = await Data.InitiativeAsync(Place, await Data.PersonAsync(), "Een jeu-de-boulesbaan");
        var browser = await SeekAsync(Initiator, InitiativeLinks.Show(other.Id, "x"));
        await browser.SubmitAsync(
            "Verbind",
            fields: [($"Hoe hoort '{Initiative.Subject.Title}' erbij?", "Hoort bij"), ("Een jeu-de-boulesbaan", "ja")]
        );
        return other;
    }
}
