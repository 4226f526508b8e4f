using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Reach;
using Brink.Features.Subjects;
using Brink.Tests.Features.Exchange;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Reach;

/// <summary>Themes and target groups on every subject, and who was reached in a year (P9).</summary>
public sealed class ReachTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private TestData Data => new(host);

    private Task<TargetGroup> GroupAsync(string name) =>
        Data.SaveAsync(db =>
        {
            var group = TargetGroup.Named(name, 0);
            db.TargetGroups.Add(group);
            return Task.FromResult(group);
        });

    [Fact]
    public async Task Groups_AreSetByWhoCarriesTheInitiative_AndShown()
    {
        await GroupAsync("Jongeren tot 25");
        var (place, initiator) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var initiative = await Data.InitiativeAsync(place, initiator);
        var browser = await host.Browser(initiator).OpenAsync(GroupAccess.Link(initiative.Id));

        await browser.SubmitAsync("Bewaar", fields: ("Jongeren tot 25", "ja"));

        var visitor = await host.Browser()
            .OpenAsync(SubjectLinks.Of(SubjectKind.Initiative, initiative.Id, initiative.Subject.Slug));
        Assert.Contains("Voor wie is het? Jongeren tot 25", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Kies thema's en doelgroepen", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Groups_AreSetOnHelpTooAndByTheLiaison_NotByOthers()
    {
        var group = await GroupAsync("Nieuwkomers");
        var (place, asker) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var help = await Data.HelpAsync(place, asker);
        await host.Browser(asker).OpenAsync(GroupAccess.Link(help.Id));
        await host.Browser(await Data.PersonAsync()).OpenAsync(GroupAccess.Link(help.Id), HttpStatusCode.Forbidden);
        await host.Browser(asker).OpenAsync(GroupAccess.Link(place.Village.Id), HttpStatusCode.NotFound);
        var liaison = await host.Browser(place.Liaison).OpenAsync(GroupAccess.Link(help.Id));

        await liaison.SubmitAsync("Bewaar", fields: ("Nieuwkomers", "ja"));

        Assert.True(
            await host.DbAsync(db => db.SubjectGroups.AnyAsync(g => g.SubjectId == help.Id && g.GroupId == group.Id))
        );
    }

    [Fact]
    public async Task Groups_AreAskedInEachHandIn_AndMayBeSkipped()
    {
        var (group, place, person) = (
            await GroupAsync("Ruiters en menners"),
            await Data.PlaceAsync(),
            await Data.PersonAsync()
        );
        var village = place.Village.Subject!.Title;

        var signal = await host.Browser(person).OpenAsync("/signaal/vertellen");
        await signal.SubmitAsync(
            "Verder",
            fields:
            [
                ("Wat speelt er", "Signaal voor ruiters"),
                ("Vertel er meer over", "Zij hebben geen plek."),
                ("In welk dorp?", village),
                ("Ruiters en menners", "ja"),
            ]
        );
        Assert.Contains("Wie raakt dit vooral? Ruiters en menners", signal.Text, StringComparison.Ordinal);
        await signal.SubmitAsync("Verstuur");

        var help = await host.Browser(person).OpenAsync("/hulp/nieuw?soort=vraag");
        await help.SubmitAsync(
            "Verder",
            fields:
            [
                ("Handen", "ja"),
                ("Wat, in een paar woorden?", "Hulp voor ruiters"),
                (village, "ja"),
                ("Ruiters en menners", "ja"),
            ]
        );
        Assert.Contains("Voor wie is het vooral? Ruiters en menners", help.Text, StringComparison.Ordinal);
        await help.SubmitAsync("Plaats dit");

        var idea = await host.Browser(person).OpenAsync("/idee");
        await idea.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", "Idee voor ruiters"), ("Wat wilt u doen?", "Koffie."), ("Waarom?", "Samen.")]
        );
        await idea.SubmitAsync("Volgende vraag", fields: ("Bij welk dorp", village));
        await idea.SubmitAsync("Volgende vraag", fields: ("Ruiters en menners", "ja"));
        await idea.OpenAsync("/idee/controle");
        Assert.Contains("Voor wie is het vooral? Ruiters en menners", idea.Text, StringComparison.Ordinal);
        await idea.SubmitAsync("Dien mijn idee in");

        var titles = await host.DbAsync(db =>
            db.SubjectGroups.Where(g => g.GroupId == group.Id)
                .Join(db.Subjects, g => g.SubjectId, s => s.Id, (_, s) => s.Title)
                .ToArrayAsync()
        );
        Assert.Equal(
            ["Hulp voor ruiters", "Idee voor ruiters", "Signaal voor ruiters"],
            titles.Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Reach_CountsWhatHappenedInTheYear()
    {
        var group = await GroupAsync("Ondernemers hier");
        var quiet = await GroupAsync("Gezinnen hier");
        var (place, still) = (await Data.PlaceAsync(), await Data.PlaceAsync());
        var help = await Data.HelpAsync(place, await Data.PersonAsync());
        await Data.HelpAsync(still, await Data.PersonAsync(), confirmed: false);
        await Data.SaveAsync(db =>
        {
            db.SubjectGroups.Add(new SubjectGroup { SubjectId = help.Id, GroupId = group.Id });
            return Task.FromResult(true);
        });

        var year = await host.DbAsync(db => db.ReachAsync(2026, default));
        var before = await host.DbAsync(db => db.ReachAsync(2025, default));

        Assert.Equal(1, year.Villages.Single(v => v.Id == place.Village.Id).Subjects);
        Assert.Equal(0, year.Villages.Single(v => v.Id == still.Village.Id).Subjects);
        Assert.Equal(1, year.Groups.Single(g => g.Id == group.Id).Subjects);
        Assert.Equal(0, year.Groups.Single(g => g.Id == quiet.Id).Subjects);
        Assert.Equal(0, before.Subjects);
        var page = await host.Browser(place.Liaison).OpenAsync("/bereik?jaar=2026");
        var row = page
            .Page.QuerySelectorAll("tr")
            .Single(r => r.TextContent.Contains("Gezinnen hier", StringComparison.Ordinal));
        Assert.EndsWith("geen", row.TextContent.Trim(), StringComparison.Ordinal);
        await host.Browser().OpenAsync("/bereik?jaar=1999", HttpStatusCode.NotFound);
        await host.Browser().OpenAsync("/bereik?jaar=veel", HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Reach_IsAFileForASpreadsheet()
    {
        var place = await Data.PlaceAsync();
        await Data.HelpAsync(place, await Data.PersonAsync());

        var file = await host.Browser().OpenAsync("/bereik.csv?jaar=2026");

        Assert.Equal("text/csv", file.Response.Content.Headers.ContentType!.MediaType);
        Assert.Contains(
            $"\"2026\";\"Dorp\";\"{place.Village.Subject!.Title}\";\"1\"",
            file.Body,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Administrator_KeepsTheGroups()
    {
        var administrator = await Data.AdministratorAsync();
        await host.Browser(await Data.PersonAsync()).OpenAsync(AdministerModel.Address, HttpStatusCode.Forbidden);
        var browser = await host.Browser(administrator).OpenAsync(AdministerModel.Address);
        await browser.SubmitAsync("Voeg toe", fields: ("Naam", "Vrijwilligers"));
        Assert.Contains("Vrijwilligers", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Voeg toe", HttpStatusCode.BadRequest, ("Naam", "Vrijwilligers"));
        Assert.Contains("Deze doelgroep is er al.", browser.Text, StringComparison.Ordinal);

        await browser.OpenAsync(AdministerModel.Address);
        await browser.SubmitAsync("Niet meer gebruiken: Vrijwilligers");

        Assert.Contains("niet meer in gebruik sinds", browser.Text, StringComparison.Ordinal);
        var (place, initiator) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var initiative = await Data.InitiativeAsync(place, initiator);
        var groups = await host.Browser(initiator).OpenAsync(GroupAccess.Link(initiative.Id));
        Assert.DoesNotContain("Vrijwilligers", groups.Text, StringComparison.Ordinal);
    }
}
