using System.Net;
using System.Text;
using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Rounds;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>Reacting to the whole, a section or chosen words, in person, for an association, by mail and on paper (C4).</summary>
public sealed class ReactingTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private static readonly byte[] Pdf = Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF");

    [Fact]
    public async Task Resident_ReactsToASection_ChecksSends_AndReadsTheReceipt()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync("Mevrouw Proef");
        var browser = await host.Browser(person).OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));
        await browser.OpenAsync(browser.Page.QuerySelector("section#p2 a[href*=paragraaf]")!.GetAttribute("href")!);
        await browser.SubmitAsync("Verder", HttpStatusCode.BadRequest);
        Assert.Contains("Kies wat u wilt doen.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Verder", fields: [("Ik geef een reactie", "ja"), ("Uw tekst", "Dat is te hard.")]);
        Assert.Contains("1. Verkeer", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Verstuur mijn reactie");

        var said = await OnlyAsync(made);
        Assert.Contains("Uw reactie is ontvangen", browser.Text, StringComparison.Ordinal);
        Assert.Contains(RoundWords.NumberOf(said.Id), browser.Text, StringComparison.Ordinal);
        Assert.Equal((2, ReactionState.Standing, false), (said.Anchor, said.State, said.IsLate));
        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId, 2));
        Assert.Contains("Dat is te hard.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Een inwoner", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mevrouw Proef", visitor.Body, StringComparison.Ordinal);
        await visitor.OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));
        Assert.Contains("1 reactie", visitor.Page.QuerySelector("section#p2")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "1 reactie",
            visitor.Page.QuerySelector("section#p3")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task ChosenWords_AreKept_AndWordsThatDoNotStandThere_AreLetGo()
    {
        var made = await RoundsMade.WithAsync(host);
        var section = await SectionAsync(made, "Verkeer");
        var address = RoundLinks.React(made.DossierId, made.RoundId, section) + "&citaat=60%20kilometer&vanaf=3";
        await SendAsync(made, await made.Data.PersonAsync(), address, "Dit mag 30 zijn.");
        Assert.Equal(("60 kilometer", 18), await QuoteAsync(made));

        var invented = RoundLinks.React(made.DossierId, made.RoundId, section) + "&citaat=staat%20er%20niet";
        await SendAsync(made, await made.Data.PersonAsync(), invented, "Verzonnen.");
        Assert.Equal(("", 0), await QuoteAsync(made));
    }

    [Fact]
    public async Task Suggestion_NeedsItsWords_AndShowsThem()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(await made.Data.PersonAsync()).OpenAsync(made.React);
        (string, string)[] kind = [("Ik stel andere woorden voor", "ja")];
        await browser.SubmitAsync("Verder", HttpStatusCode.BadRequest, kind);
        Assert.Contains("Schrijf welke woorden u voorstelt.", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Verder", fields: [.. kind, ("De woorden die u voorstelt", "Hooguit 30.")]);
        await browser.SubmitAsync("Verstuur mijn reactie");

        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.Contains("Voorstel voor andere woorden", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Hooguit 30.", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ForAnAssociation_OnlyWhoMaySpeakForIt_AndItsNameIsShown()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(made.Place.ContactPerson).OpenAsync(made.React);
        await browser.SubmitAsync(
            "Verder",
            fields: [(made.Place.Association.Name, "ja"), ("Ik geef een reactie", "ja"), ("Uw tekst", "Wij zijn voor.")]
        );
        await browser.SubmitAsync("Verstuur mijn reactie");
        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.Contains(made.Place.Association.Name, visitor.Text, StringComparison.Ordinal);

        var resident = await host.Browser(await made.Data.PersonAsync()).OpenAsync(made.React);
        await resident.SubmitAsync("Verder", fields: [("Ik geef een reactie", "ja"), ("Uw tekst", "Ik ook.")]);
        resident.Page.QuerySelector("input[name=As]")!.SetAttribute("value", made.Place.Association.Id.ToString());
        await resident.SubmitAsync("Verstuur mijn reactie", HttpStatusCode.BadRequest);
        Assert.Single(await host.DbAsync(db => db.Reactions.Where(r => r.RoundId == made.RoundId).ToArrayAsync()));
    }

    [Fact]
    public async Task ByMailOnly_WaitsForTheLink_AndCountsFromWhenItWasWritten()
    {
        var made = await RoundsMade.WithAsync(host);
        var visitor = await SendByMailAsync(made, "iemand@elders.example");
        Assert.Contains("Kijk in uw mail", visitor.Text, StringComparison.Ordinal);
        var waiting = await OnlyAsync(made);
        Assert.Equal(ReactionState.AwaitingConfirmation, waiting.State);
        await visitor.OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.DoesNotContain("Per mail gezegd.", visitor.Text, StringComparison.Ordinal);

        using var _ = made.Closed();
        var link = await LinkAsync(made, waiting.PersonId);
        await visitor.OpenAsync(RoundLinks.Confirm(link));
        Assert.Equal(ReactionState.AwaitingConfirmation, (await OnlyAsync(made)).State);
        await visitor.SubmitAsync("Ja, plaats mijn reactie");

        var said = await OnlyAsync(made);
        Assert.Equal((ReactionState.Standing, false), (said.State, said.IsLate));
        Assert.Contains(RoundWords.NumberOf(said.Id), visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ByMailOnly_TheSameAddressIsOnePerson_AndWhoEverLaterSignsIn()
    {
        var made = await RoundsMade.WithAsync(host);
        var known = await made.Data.PersonAsync();
        await SendByMailAsync(made, known.Email!);
        await SendByMailAsync(made, known.Email!.ToUpperInvariant());

        Assert.Equal(
            [known.Id, known.Id],
            await host.DbAsync(db =>
                db.Reactions.Where(r => r.RoundId == made.RoundId).Select(r => r.PersonId).ToArrayAsync()
            )
        );
    }

    [Fact]
    public async Task ByMailOnly_WhereTheRoundWantsAnAccount_LeadsToSigningIn()
    {
        var made = await RoundsMade.WithAsync(host, mailIsEnough: false);

        var answer = await host.Browser().AskAsync(made.React);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    [Fact]
    public async Task Own_IsChangedAndTakenBack_UntilTheRoundCloses()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync();
        var (first, second) = (await made.SaidAsync(person), await made.SaidAsync(person, "Nog iets."));
        var browser = await host.Browser(person).OpenAsync(Own(made, first));
        await browser.SubmitAsync("Bewaar de nieuwe tekst", fields: [("Uw tekst", "Bij nader inzien.")]);
        Assert.Equal("Bij nader inzien.", (await made.ReactionAsync(first.Id)).Text);
        await browser.SubmitAsync("Trek deze reactie in");
        Assert.Equal(ReactionState.Withdrawn, (await made.ReactionAsync(first.Id)).State);

        await browser.OpenAsync(Own(made, second));
        using var _ = made.Closed();
        await browser.SubmitAsync("Bewaar de nieuwe tekst", HttpStatusCode.BadRequest, ("Uw tekst", "Net te laat."));

        Assert.Contains("De ronde is gesloten.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Net te laat.", browser.Body, StringComparison.Ordinal);
        Assert.Equal("Nog iets.", (await made.ReactionAsync(second.Id)).Text);
    }

    [Fact]
    public async Task Own_OfSomebodyElse_IsNotThere()
    {
        var made = await RoundsMade.WithAsync(host);
        var said = await made.SaidAsync(await made.Data.PersonAsync());

        await host.Browser(await made.Data.PersonAsync()).OpenAsync(Own(made, said), HttpStatusCode.NotFound);
        await host.Browser(made.Place.ContactPerson).OpenAsync(Own(made, said), HttpStatusCode.NotFound);
        await host.Browser(made.Officer).OpenAsync(Own(made, said));
    }

    [Fact]
    public async Task Paper_IsEnteredWithItsScan_AndSaysSo_AndTheScanIsForTheFew()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(made.Place.Liaison).OpenAsync(RoundLinks.Enter(made.DossierId, made.RoundId));
        var request = browser.Form(
            "Voer dit in",
            ("Op papier", "ja"),
            ("Naam van diegene", "Meneer Vos"),
            ("Telefoonnummer", "0593 111 222"),
            ("Ik geef een reactie", "ja"),
            ("Uw tekst", "Op een brief geschreven.")
        );
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(Pdf), "Scan", "brief.pdf");
        await browser.SendAsync(request);

        Assert.True(browser.Response.StatusCode == HttpStatusCode.Found, browser.Text);
        var said = await OnlyAsync(made);
        Assert.Equal(made.Place.Liaison.Id, said.Contribution!.EnteredById);
        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.Contains("Ingevoerd door Gemeente Testveen, op papier", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Vos", visitor.Body, StringComparison.Ordinal);
        var file = RoundLinks.File(made.DossierId, made.RoundId, said.Id);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser(made.Officer).AskAsync(file)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.AskAsync(file)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser(await made.Data.PersonAsync()).AskAsync(file)).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser(made.Place.ContactPerson).AskAsync(file)).StatusCode);
    }

    [Fact]
    public async Task Attachment_ThatIsNoPhotoOrPdf_IsRefused_AndAGoodOneIsKept()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync();
        var said = await made.SaidAsync(person);

        var refused = await AttachAsync(made, person, said, [.. "<html>"u8]);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Response.StatusCode);
        Assert.Contains("Dit is geen scan die wij kunnen bewaren.", refused.Text, StringComparison.Ordinal);

        var kept = await AttachAsync(made, person, said, Pdf);
        Assert.Equal(HttpStatusCode.Found, kept.Response.StatusCode);
        Assert.Equal("application/pdf", (await made.ReactionAsync(said.Id)).FileType);
    }

    [Fact]
    public async Task Erased_StaysAsAResident_OrGoesByChoice()
    {
        var made = await RoundsMade.WithAsync(host);
        var (stays, goes) = (await made.Data.PersonAsync("Blijft Staan"), await made.Data.PersonAsync("Gaat Weg"));
        var (kept, removed) = (await made.SaidAsync(stays, "Dit blijft."), await made.SaidAsync(goes, "Dit gaat."));
        await EraseAsync(stays, wordsToo: false);
        await EraseAsync(goes, wordsToo: true);

        var visitor = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));

        Assert.Contains("Dit blijft.", visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit gaat.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("1 reactie.", visitor.Text, StringComparison.Ordinal);
        Assert.Equal("", (await made.ReactionAsync(removed.Id)).Text);
        Assert.Equal(ReactionState.Standing, (await made.ReactionAsync(kept.Id)).State);
    }

    private Task EraseAsync(Person person, bool wordsToo) =>
        host.DbAsync(async db =>
        {
            var actor = new TestData(host).Now(person.Id);
            await new RoundsOwnData().EraseAsync(db, person.Id, wordsToo, actor, default);
            await db.SaveChangesAsync();
        });

    private static string Own(RoundsMade made, Reaction said) =>
        RoundLinks.Reaction(made.DossierId, made.RoundId, said.Id);

    private async Task<TestBrowser> AttachAsync(RoundsMade made, Person person, Reaction said, byte[] content)
    {
        var browser = await host.Browser(person).OpenAsync(Own(made, said));
        var request = browser.Form("Voeg toe");
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(content), "Attachment", "x.pdf");
        await browser.SendAsync(request);
        return browser;
    }

    private async Task<TestBrowser> SendByMailAsync(RoundsMade made, string mail)
    {
        var browser = await host.Browser().OpenAsync(made.React);
        await browser.SubmitAsync(
            "Verder",
            fields: [("Ik geef een reactie", "ja"), ("Uw tekst", "Per mail gezegd."), ("Uw mailadres", mail)]
        );
        return await browser.SubmitAsync("Mail mij een link");
    }

    private async Task SendAsync(RoundsMade made, Person person, string address, string text)
    {
        var browser = await host.Browser(person).OpenAsync(address);
        await browser.SubmitAsync("Verder", fields: [("Ik geef een reactie", "ja"), ("Uw tekst", text)]);
        await browser.SubmitAsync("Verstuur mijn reactie");
    }

    private Task<string> LinkAsync(RoundsMade made, long person) =>
        host.DbAsync(async db =>
        {
            var (link, secret) = AccessLink.Make(
                LinkPurpose.ConfirmReaction,
                person,
                made.DossierId,
                host.Time.GetUtcNow(),
                TimeSpan.FromDays(7)
            );
            db.AccessLinks.Add(link);
            await db.SaveChangesAsync();
            return secret;
        });

    private Task<long> SectionAsync(RoundsMade made, string heading) =>
        host.DbAsync(db =>
            db.DocumentSections.Where(s => s.Version!.DocumentId == made.DocumentId && s.Heading.Contains(heading))
                .Select(s => s.Id)
                .SingleAsync()
        );

    private Task<(string, int)> QuoteAsync(RoundsMade made) =>
        host.DbAsync(async db =>
        {
            var last = await db
                .Reactions.Where(r => r.RoundId == made.RoundId)
                .OrderByDescending(r => r.Id)
                .FirstAsync();
            return (last.Quote, last.QuoteAt);
        });

    private Task<Reaction> OnlyAsync(RoundsMade made) =>
        host.DbAsync(db =>
            db.Reactions.AsNoTracking().Include(r => r.Contribution).SingleAsync(r => r.RoundId == made.RoundId)
        );
}
