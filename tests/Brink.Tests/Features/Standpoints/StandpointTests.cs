using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Standpoints;

/// <summary>A standpoint from first words to the answer, through its pages (S4).</summary>
public sealed class StandpointTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task FromDraftToAnswer_EachSpeaksForItself_AndSilenceIsNoConsent()
    {
        var umbrella = await Umbrella.WithAsync(host, 4);
        var chair = await host.Browser(umbrella.Chair).OpenAsync(StandpointLinks.Write);
        await chair.SubmitAsync(
            "Bewaar het concept",
            fields:
            [
                ("Titel", "De bus blijft rijden"),
                ("Wat vinden de dorpen", "Zonder bus komt niemand op school."),
                ("Wat vraagt u", "Houd de lijn open."),
            ]
        );
        var address = chair.Address;
        Assert.Contains("Concept", chair.Text, StringComparison.Ordinal);
        var standpoint = await host.DbAsync(db =>
            db.Standpoints.Include(s => s.Subject).OrderByDescending(s => s.Id).FirstAsync()
        );
        await chair.OpenAsync(StandpointLinks.Open(standpoint.Id));
        await chair.SubmitAsync("Stuur rond", fields: ("Tot en met welke dag", "2026-11-20"));
        Assert.Contains("4 hebben nog niet gereageerd", chair.Text, StringComparison.Ordinal);

        await ReactAsync(
            umbrella.Members[0],
            standpoint.Id,
            "Wij ondertekenen",
            "Bij ons rijdt nu al niets na acht uur."
        );
        await ReactAsync(umbrella.Members[1], standpoint.Id, "Wij onthouden ons", "");
        await ReactAsync(umbrella.Members[2], standpoint.Id, "Wij zijn het er niet mee eens", "Een belbus is beter.");
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(address)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser(umbrella.Members[0].Liaison).AskAsync(address)).StatusCode
        );

        await chair.OpenAsync(StandpointLinks.Send(standpoint.Id));
        Assert.Contains("De termijn loopt nog", chair.Text, StringComparison.Ordinal);
        var start = host.Time.GetUtcNow();
        host.Time.SetTo(new DateTimeOffset(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));
        try
        {
            await chair.OpenAsync(StandpointLinks.Send(standpoint.Id));
            await chair.SubmitAsync("Verstuur naar de gemeente");
            var visitor = await host.Browser().OpenAsync(address);
            Assert.Contains(
                "1 van de 4 verenigingen ondertekenden. 1 onthield zich, 1 is het niet eens, 1 heeft nog niet gereageerd.",
                visitor.Text,
                StringComparison.Ordinal
            );
            Assert.Contains("Een belbus is beter.", visitor.Text, StringComparison.Ordinal);
            Assert.Contains(
                umbrella.Members[3].Association.Name + " Nog niet gereageerd",
                visitor.Text,
                StringComparison.Ordinal
            );
            Assert.Contains("De gemeente antwoordt uiterlijk", visitor.Text, StringComparison.Ordinal);

            var official = await umbrella.Data.HolderAsync(Role.PolicyOfficer, umbrella.Members[0].Municipality);
            var answering = await host.Browser(official).OpenAsync(StandpointLinks.Answer(standpoint.Id));
            await answering.SubmitAsync(
                "Bekijk hoe de verenigingen dit lezen",
                fields: ("Uw antwoord", "De lijn blijft.")
            );
            await answering.SubmitAsync("Verstuur dit antwoord");
            await visitor.OpenAsync(address);
            Assert.Contains(
                "De lijn blijft.",
                visitor.Page.QuerySelector(".brink-answer")!.TextContent,
                StringComparison.Ordinal
            );
            var promise = await host.DbAsync(db => db.Promises.SingleAsync(p => p.SubjectId == standpoint.Id));
            Assert.Equal((PromiseKind.Answer, PromiseState.Kept), (promise.Kind, promise.State));
            Assert.Equal(umbrella.Organisation.Id, promise.ToOrganisationId);
        }
        finally
        {
            host.Time.SetTo(start);
        }
    }

    [Fact]
    public async Task WhatWasSent_StaysAsItWasSent()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var standpoint = await umbrella.SentAsync();
        var name = umbrella.Members[0].Association.Name;
        await umbrella.Data.SaveAsync(async db =>
        {
            (await db.Organisations.SingleAsync(o => o.Id == umbrella.Members[0].Association.Id)).Name = "Heel anders";
            return true;
        });

        var visitor = await host.Browser().OpenAsync(Umbrella.Address(standpoint));

        var reactions = visitor.Page.QuerySelector("section[aria-labelledby=reacties]")!.TextContent;
        Assert.Contains(name, reactions, StringComparison.Ordinal);
        Assert.DoesNotContain("Heel anders", reactions, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ADraft_IsForTheUmbrellaAndItsMembersOnly()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var outside = await umbrella.Data.PlaceAsync();
        var standpoint = await umbrella.DraftAsync();
        var address = Umbrella.Address(standpoint);

        foreach (var member in new[] { umbrella.Chair, umbrella.Members[0].ContactPerson })
        {
            var browser = await host.Browser(member).OpenAsync(address);
            await browser.OpenAsync(StandpointLinks.List);
            Assert.Contains(Umbrella.Words.Title, browser.Text, StringComparison.Ordinal);
        }

        foreach (
            var other in new[]
            {
                null,
                outside.ContactPerson,
                outside.Liaison,
                await umbrella.Data.AdministratorAsync(),
                await umbrella.Data.PersonAsync(),
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.Browser(other).AskAsync(address)).StatusCode);
            var list = await host.Browser(other).OpenAsync(StandpointLinks.List);
            Assert.DoesNotContain(address, list.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task NobodySpeaksForAnother()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var standpoint = await umbrella.SigningAsync();
        var (mine, theirs) = (umbrella.Members[0], umbrella.Members[1]);

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (
                await host.Browser(mine.ContactPerson)
                    .AskAsync(StandpointLinks.React(standpoint.Id, theirs.Association.Id))
            ).StatusCode
        );
        foreach (var person in new[] { umbrella.Chair, umbrella.Secretary })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await host.Browser(person).AskAsync(StandpointLinks.React(standpoint.Id))).StatusCode
            );
        }

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser(mine.Liaison).AskAsync(StandpointLinks.Enter(standpoint.Id))).StatusCode
        );
        foreach (var person in new[] { umbrella.Chair, mine.ContactPerson })
        {
            Assert.Equal(
                HttpStatusCode.Forbidden,
                (await host.Browser(person).AskAsync(StandpointLinks.Enter(standpoint.Id))).StatusCode
            );
        }
    }

    [Fact]
    public async Task OnPaper_IsMarked_AndTheAssociationTakesItBack()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var standpoint = await umbrella.SigningAsync();
        var member = umbrella.Members[0];
        var secretary = await host.Browser(umbrella.Secretary).OpenAsync(StandpointLinks.Enter(standpoint.Id));
        await secretary.SubmitAsync(
            "Voer deze reactie in",
            fields:
            [
                ("Van welke vereniging", member.Association.Name),
                ("Hoe kreeg u", "Op papier"),
                ("Wij ondertekenen", "ja"),
                ("In haar eigen woorden", "Zo is het."),
            ]
        );
        Assert.Contains(
            $"Ingevoerd door {umbrella.Organisation.Name}, op papier aangeleverd",
            secretary.Text,
            StringComparison.Ordinal
        );

        var contact = await host.Browser(member.ContactPerson)
            .OpenAsync(StandpointLinks.TakeBack(standpoint.Id, member.Association.Id));
        await contact.SubmitAsync("Neem deze reactie terug");

        var round = (await umbrella.NowAsync(standpoint.Id)).OpenRound!;
        Assert.Null(round.Current(member.Association.Id));
        Assert.Equal(2, round.Of(member.Association.Id).Count());
        Assert.Contains("2 hebben nog niet gereageerd", contact.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OnPaper_WithAScan_IsSeenByTheUmbrellaAndThatAssociationOnly()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var standpoint = await umbrella.SigningAsync();
        var (member, other) = (umbrella.Members[0], umbrella.Members[1]);
        byte[] pdf = [.. "%PDF-1.4 handtekening van het bestuur"u8];

        var refused = await EnterOnPaperAsync(umbrella, standpoint, member, [.. "<html>"u8]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Response.StatusCode);
        Assert.Contains("Dit is geen scan die wij kunnen bewaren.", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Zo is het.", refused.Body, StringComparison.Ordinal);
        var entered = await EnterOnPaperAsync(umbrella, standpoint, member, pdf);
        Assert.Equal(HttpStatusCode.Found, entered.Response.StatusCode);

        var said = (await umbrella.NowAsync(standpoint.Id)).OpenRound!.Current(member.Association.Id)!;
        var address = StandpointLinks.Scan(standpoint.Id, said.Id);
        foreach (var person in new[] { umbrella.Chair, umbrella.Secretary, member.ContactPerson })
        {
            var browser = await host.Browser(person).OpenAsync(Umbrella.Address(standpoint));
            Assert.NotNull(browser.Page.QuerySelector($"a[href='{address}']"));
            var answer = await browser.AskAsync(address);
            Assert.Equal(pdf, await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Contains("no-store", answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        }

        var next = await host.Browser(other.ContactPerson).OpenAsync(Umbrella.Address(standpoint));
        Assert.DoesNotContain("Reacties op papier", next.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await next.AskAsync(address)).StatusCode);
        foreach (var stranger in new[] { member.Liaison, await umbrella.Data.PersonAsync() })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.Browser(stranger).AskAsync(address)).StatusCode);
        }

        // Cleaning up photos leaves it where it is.
        Assert.Equal(
            [said.ScanHash],
            await host.DbAsync(db =>
                db.Database.SqlQuery<string>($"SELECT hash AS \"Value\" FROM files_in_use({new[] { said.ScanHash }})")
                    .ToArrayAsync()
            )
        );
    }

    private async Task<TestBrowser> EnterOnPaperAsync(
        Umbrella umbrella,
        Standpoint standpoint,
        Place member,
        byte[] scan
    )
    {
        var browser = await host.Browser(umbrella.Secretary).OpenAsync(StandpointLinks.Enter(standpoint.Id));
        var request = browser.Form(
            "Voer deze reactie in",
            ("Van welke vereniging", member.Association.Name),
            ("Hoe kreeg u", "Op papier"),
            ("Wij ondertekenen", "ja"),
            ("In haar eigen woorden", "Zo is het.")
        );
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(scan), "Scan", "reactie.pdf");
        await browser.SendAsync(request);
        return browser;
    }

    [Fact]
    public async Task AnAssociationChangesItsMind_AndTheMembersReadWhatItSaidBefore()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var standpoint = await umbrella.SigningAsync();
        await ReactAsync(umbrella.Members[0], standpoint.Id, "Wij ondertekenen", "Eerst zo.");

        var browser = await ReactAsync(umbrella.Members[0], standpoint.Id, "Wij onthouden ons", "Nu zo.");

        Assert.Contains("Onthouding", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Ondertekend, 2 november 2026: Eerst zo.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AChangedText_StopsTheSigning_AndOldSignaturesDontCount()
    {
        var umbrella = await Umbrella.WithAsync(host, 2);
        var standpoint = await umbrella.SigningAsync();
        await ReactAsync(umbrella.Members[0], standpoint.Id, "Wij ondertekenen", "Ja, zo.");
        var chair = await host.Browser(umbrella.Chair).OpenAsync(StandpointLinks.Edit(standpoint.Id));
        Assert.Contains("stopt het tekenen", chair.Text, StringComparison.Ordinal);

        await chair.SubmitAsync("Verander de tekst en stop het tekenen", fields: ("Wat vraagt u", "Iets anders."));

        Assert.Contains("Eerdere tekst, versie 1", chair.Text, StringComparison.Ordinal);
        Assert.Contains("tellen niet mee voor een nieuwe", chair.Text, StringComparison.Ordinal);
        await chair.OpenAsync(StandpointLinks.Open(standpoint.Id));
        await chair.SubmitAsync("Stuur rond", fields: ("Tot en met welke dag", "2026-11-20"));
        Assert.Contains("2 hebben nog niet gereageerd", chair.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Members_AreThoseOfTheDayTheRoundBegan()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var standpoint = await umbrella.DraftAsync();
        var chair = await host.Browser(umbrella.Chair).OpenAsync(StandpointLinks.Open(standpoint.Id));
        await chair.SubmitAsync("Stuur rond", fields: ("Tot en met welke dag", "2026-11-20"));
        var late = await umbrella.Data.PlaceAsync();
        await umbrella.Data.SaveAsync(async db =>
        {
            db.Memberships.Add(
                new Membership { OrganisationId = late.Association.Id, UmbrellaId = umbrella.Organisation.Id }
            );
            (await db.Memberships.SingleAsync(m => m.OrganisationId == umbrella.Members[0].Association.Id)).To = new(
                2026,
                11,
                1
            );
            return true;
        });

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(late.ContactPerson).AskAsync(StandpointLinks.React(standpoint.Id))).StatusCode
        );
        await ReactAsync(umbrella.Members[0], standpoint.Id, "Wij ondertekenen", "");
    }

    [Fact]
    public async Task Sources_AreChosenByAddress_AndOnlyWhatEveryoneMayRead()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var standpoint = await umbrella.DraftAsync();
        var (open, hidden) = await host.DbAsync(async db =>
        {
            var open = Subject.Create(
                SubjectKind.Signal,
                "Geen bus na acht uur",
                Visibility.Public,
                host.Time.GetUtcNow()
            );
            var hidden = Subject.Create(SubjectKind.Signal, "Geheim", Visibility.Restricted, host.Time.GetUtcNow());
            open.Happened("village.added", umbrella.Data.Now());
            db.Subjects.AddRange(open, hidden);
            await db.SaveChangesAsync();
            return (open, hidden);
        });
        var chair = await host.Browser(umbrella.Chair).OpenAsync(StandpointLinks.Sources(standpoint.Id));

        await chair.SubmitAsync(
            "Zet erbij",
            HttpStatusCode.BadRequest,
            ("Het adres", SubjectLinks.Of(SubjectKind.Signal, hidden.Id, hidden.Slug))
        );
        Assert.Contains("Dit is geen adres van een signaal", chair.Text, StringComparison.Ordinal);
        await chair.SubmitAsync(
            "Zet erbij",
            fields: ("Het adres", "https://testveen.example" + SubjectLinks.Of(SubjectKind.Signal, open.Id, open.Slug))
        );

        await chair.OpenAsync(Umbrella.Address(standpoint));
        Assert.Contains("Geen bus na acht uur", chair.Text, StringComparison.Ordinal);
        await umbrella.ChangeAsync(
            standpoint.Id,
            s =>
                s.OpenSigning(
                    [umbrella.Members[0].Association.Id],
                    umbrella.Data.Now().Today.AddDays(3),
                    umbrella.Board()
                )
        );
        await umbrella.Host.DbAsync(async db =>
            Assert.False((await Umbrella.WholeAsync(db, standpoint.Id)).Cite(hidden.Id, umbrella.Board()).Succeeded)
        );
    }

    [Fact]
    public async Task Withdrawn_IsStillReadByTheMembers_AndByNobodyElse()
    {
        var umbrella = await Umbrella.WithAsync(host, 1);
        var standpoint = await umbrella.SigningAsync();
        var chair = await host.Browser(umbrella.Chair).OpenAsync(StandpointLinks.Withdraw(standpoint.Id));

        await chair.SubmitAsync("Trek dit standpunt in");

        Assert.Contains("Dit standpunt is ingetrokken.", chair.Text, StringComparison.Ordinal);
        await host.Browser(umbrella.Members[0].ContactPerson).OpenAsync(Umbrella.Address(standpoint));
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(Umbrella.Address(standpoint))).StatusCode);
    }

    private async Task<TestBrowser> ReactAsync(Place member, long standpointId, string stance, string words)
    {
        var browser = await host.Browser(member.ContactPerson).OpenAsync(StandpointLinks.React(standpointId));
        return await browser.SubmitAsync(
            "Verstuur deze reactie",
            fields: [(stance, "ja"), ("In uw eigen woorden", words)]
        );
    }
}
