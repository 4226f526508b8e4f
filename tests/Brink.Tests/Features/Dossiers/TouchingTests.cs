using System.Net;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Dossiers;

/// <summary>Villages, themes and readers change after a plan was opened, and nothing leaves in silence (C1, C10).</summary>
public sealed class TouchingTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    [Fact]
    public async Task AVillageThatIsAdded_IsInvitedAtOnce_AndOneThatGoesReadsWhy()
    {
        await host.Brink.BeginAnewAsync();
        var data = new TestData(host.Brink);
        var (stays, comes) = (await data.PlaceAsync(), await data.PlaceAsync());
        var officer = await data.HolderAsync(Role.PolicyOfficer, stays.Municipality);
        var dossier = await DossierExamples.OpenAsync(data, stays, officer);
        await host.ForgetAsync();
        var browser = await host.Brink.Browser(officer).OpenAsync(DossierLinks.Touch(dossier.Id));
        await browser.SubmitAsync("Verander het", fields: (comes.Village.Subject!.Title, "ja"));

        Assert.Contains(comes.Village.Subject.Title + " kwam erbij op", browser.Text, StringComparison.Ordinal);
        Assert.Contains(comes.Association.Name, browser.Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        Assert.Contains(
            DossierExamples.Words.What,
            Assert.Single(host.Mail.To(comes.ContactPerson)).Text,
            StringComparison.Ordinal
        );
        Assert.Single(host.Mail.To(comes.Liaison));
        Assert.Empty(host.Mail.To(stays.ContactPerson));

        await host.ForgetAsync();
        await browser.OpenAsync(DossierLinks.Touch(dossier.Id));
        await browser.SubmitAsync("Verander het", HttpStatusCode.BadRequest, (comes.Village.Subject.Title, ""));
        Assert.Contains("Schrijf waarom.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Verander het", fields: ("Waarom verandert het", "De weg loopt daar niet."));
        var visitor = await host.Brink.Browser().OpenAsync(DossierLinks.Show(dossier.Id, dossier.Subject.Slug));
        Assert.Contains("hoort er niet meer bij sinds", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("De weg loopt daar niet.", visitor.Text, StringComparison.Ordinal);
        await host.EmptyAsync();
        Assert.Contains(
            "De weg loopt daar niet.",
            Assert.Single(host.Mail.To(comes.ContactPerson)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(host.Mail.To(stays.ContactPerson));
    }

    [Fact]
    public async Task TwoOfficersChangeVillages_TheSecondIsToldFirst()
    {
        var data = new TestData(host.Brink);
        var (stays, comes) = (await data.PlaceAsync(), await data.PlaceAsync());
        var officer = await data.HolderAsync(Role.PolicyOfficer, stays.Municipality);
        for (var round = 0; round < 4; round++)
        {
            var dossier = await DossierExamples.OpenAsync(data, stays, officer);
            var one = await host.Brink.Browser(officer).OpenAsync(DossierLinks.Touch(dossier.Id));
            var other = await host.Brink.Browser(officer).OpenAsync(DossierLinks.Touch(dossier.Id));

            var answers = await Task.WhenAll(
                one.SubmitOnlyAsync("Verander het", (comes.Village.Subject!.Title, "ja")),
                other.SubmitOnlyAsync("Verander het", (comes.Village.Subject.Title, "ja"))
            );

            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
            Assert.Single(answers, a => a.StatusCode == HttpStatusCode.BadRequest);
            var invited = await host.Brink.DbAsync(db =>
                db.DossierInvitations.Where(i => i.DossierId == dossier.Id).ToArrayAsync()
            );
            Assert.Equal(2, invited.Length);
        }
    }

    [Fact]
    public async Task AReaderIsAddedAndTakenOff_AndOpeningsStay()
    {
        var data = new TestData(host.Brink);
        var (place, other) = (await data.PlaceAsync(), await data.PlaceAsync());
        var chair = await data.HolderAsync(Role.Chair, place.Association);
        var officer = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var dossier = await DossierExamples.InConfidenceAsync(
            data,
            place,
            officer,
            place.ContactPerson,
            place.Association
        );
        await host.ForgetAsync();
        var address = DossierLinks.Show(dossier.Id, dossier.Subject.Slug);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Brink.Browser(chair).AskAsync(address)).StatusCode);
        var browser = await host.Brink.Browser(officer).OpenAsync(DossierLinks.Confidence(dossier.Id));
        var options = browser.Page.QuerySelector("select")!.TextContent;
        Assert.DoesNotContain(other.Association.Name, options, StringComparison.Ordinal);
        var choice = browser
            .Page.QuerySelectorAll("select option")
            .First(o => o.TextContent.StartsWith(chair.Name, StringComparison.Ordinal));
        await browser.SubmitAsync("Laat meelezen", fields: ("Wie leest het ook", choice.GetAttribute("value")!));
        await host.EmptyAsync();
        Assert.Single(host.Mail.To(chair));
        await host.Brink.Browser(chair).OpenAsync(address);

        await browser.OpenAsync(DossierLinks.Confidence(dossier.Id));
        var readers = await host.Brink.DbAsync(db =>
            db.DossierReaders.Where(r => r.DossierId == dossier.Id && r.PersonId == chair.Id).ToArrayAsync()
        );
        var request = browser.Form("Laat niet meer meelezen: " + chair.Name);
        await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, browser.Response.StatusCode);

        Assert.Equal(HttpStatusCode.NotFound, (await host.Brink.Browser(chair).AskAsync(address)).StatusCode);
        await browser.OpenAsync(DossierLinks.Confidence(dossier.Id));
        Assert.Contains(chair.Name, browser.Text, StringComparison.Ordinal);
        var reader = Assert.Single(readers);
        Assert.NotEmpty(
            await host.Brink.DbAsync(db => db.DossierOpenings.Where(o => o.ReaderId == reader.Id).ToArrayAsync())
        );
        Assert.Equal(
            2,
            await host.Brink.DbAsync(db =>
                db.Journal.CountAsync(e =>
                    e.SubjectId == dossier.Id && e.Verb.StartsWith("dossier.confidential-reader")
                )
            )
        );
        Assert.DoesNotContain("Laat niet meer meelezen", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task APromiseToAllWhoReacted_IsMadeToNobodyInParticular()
    {
        var data = new TestData(host.Brink);
        var place = await data.PlaceAsync();
        var officer = await data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        var dossier = await DossierExamples.OpenAsync(data, place, officer, "Een plan met een toezegging");
        var browser = await host
            .Brink.Browser(place.Liaison)
            .OpenAsync(Brink.Features.Promises.PromiseLinks.New(dossier.Id));
        await browser.SubmitAsync(
            "Verder",
            fields:
            [
                (
                    "Wie gaat het doen",
                    place.Municipality.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ),
                ("Wat?", "De tekening hangt in elk dorpshuis."),
                ("Voor wie", "Iedereen die op dit plan reageerde"),
            ]
        );
        await browser.SubmitAsync("Zeg dit toe");
        var promise = await host.Brink.DbAsync(db => db.Promises.SingleAsync(p => p.SubjectId == dossier.Id));
        Assert.Equal(
            (Brink.Features.Promises.PromiseGroup.WhoReacted, (long?)null, (long?)null),
            (promise.ToGroup, promise.ToOrganisationId, promise.ToPersonId)
        );
        await browser.OpenAsync(Brink.Features.Promises.PromiseLinks.Show(promise.Id));
        Assert.Contains("beloofde dit aan iedereen die op het plan reageerde.", browser.Text, StringComparison.Ordinal);
    }
}
