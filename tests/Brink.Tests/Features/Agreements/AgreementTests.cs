using System.Net;
using System.Net.Http.Headers;
using Brink.Features.Agreements;
using Brink.Features.Promises;
using Brink.Tests.Platform.Files;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Agreements;

/// <summary>An agreement from first words to its end, through its pages (G1, G2).</summary>
public sealed class AgreementTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task FromFirstWordsToSigned_IsSeenByPartiesOnly_AndThenByAll()
    {
        var table = await Table.LayAsync(host);
        var officer = await host.Browser(table.Officer).OpenAsync(AgreementLinks.New);
        await officer.SubmitAsync(
            "Bewaar en kies met wie",
            fields: [("Maatschappelijk akkoord", "ja"), ("Hoe heten ze", "Akkoord voor de dorpen")]
        );
        await officer.SubmitAsync("Bewaar en schrijf de tekst", fields: (table.Place.Association.Name, "ja"));
        await officer.SubmitAsync("Bewaar en ga verder", fields: ("De tekst", Table.Words));
        await officer.SubmitAsync(
            "Zet erbij",
            fields:
            [
                ("Welke partij", table.Place.Association.Id.ToString()),
                ("Wat doet zij", "Een avond over wonen"),
                ("Voor welke dag", "2027-03-01"),
            ]
        );
        Assert.Contains("Een avond over wonen", officer.Text, StringComparison.Ordinal);
        var id = await host.DbAsync(db => db.Agreements.MaxAsync(a => a.Id));
        await officer.OpenAsync(AgreementLinks.Evaluations(id));
        await officer.SubmitAsync("Zet erbij", fields: ("Op welke dag", "2027-11-01"));
        await officer.OpenAsync(AgreementLinks.SendRound(id));
        Assert.Contains("Artikel 2. Geld", officer.Text, StringComparison.Ordinal);
        await officer.SubmitAsync("Stuur rond om te tekenen");
        var address = officer.Address.Split('?')[0];
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(address)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await host.Browser(await table.Data.PersonAsync()).AskAsync(address)).StatusCode
        );

        await SignAsync(table.Place.ContactPerson, id);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(address)).StatusCode);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(table.Officer).AskAsync(AgreementLinks.Sign(id))).StatusCode
        );
        await SignAsync(table.Alderman, id);

        var visitor = await host.Browser().OpenAsync(address);
        Assert.Contains("Geldt", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Artikel 1. Praten", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(2, await host.DbAsync(db => db.Promises.CountAsync(p => p.SubjectId == id)));
        Assert.Contains("Een avond over wonen", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync(AgreementLinks.List);
        Assert.Contains("Akkoord voor de dorpen", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync(PromiseLinks.Of(table.Place.Association.Id));
        Assert.Contains("Een avond over wonen", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidAtTheField_AndNothingIsLost()
    {
        var table = await Table.LayAsync(host);
        var officer = await host.Browser(table.Officer).OpenAsync(AgreementLinks.New);
        await officer.SubmitAsync(
            "Bewaar en kies met wie",
            HttpStatusCode.BadRequest,
            ("Hoe heten ze", "Akkoord"),
            ("Vanaf welke dag", "2027-01-01"),
            ("Tot en met welke dag", "2026-01-01")
        );
        Assert.Contains("Kies wat voor afspraken het zijn.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("De laatste dag ligt voor de eerste.", officer.Text, StringComparison.Ordinal);
        Assert.Contains("Akkoord", officer.Body, StringComparison.Ordinal);

        var draft = await table.AgreementAsync(signing: false);
        await officer.OpenAsync(AgreementLinks.Write(draft.Id));
        await officer.SubmitAsync(
            "Bewaar en ga verder",
            HttpStatusCode.BadRequest,
            ("De tekst", new string('a', Agreement.LongestText + 1))
        );
        Assert.Contains("Dit is te lang", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync(AgreementLinks.Evaluations(draft.Id));
        await officer.SubmitAsync("Zet erbij", HttpStatusCode.BadRequest, ("Op welke dag", "2020-01-01"));
        Assert.Contains("Kies een dag na vandaag.", officer.Text, StringComparison.Ordinal);
        await officer.OpenAsync(AgreementLinks.Record(draft.Id));
        await officer.SubmitAsync("Leg dit vast", HttpStatusCode.BadRequest, ("Vanaf welke dag", "2030-01-01"));
        Assert.Contains("Schrijf wanneer er is getekend", officer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignatureOnPaper_IsEnteredWithItsScan_AndThePartyTakesItBack()
    {
        var table = await Table.LayAsync(host);
        var agreement = await table.AgreementAsync();
        var officer = await host.Browser(table.Officer).OpenAsync(AgreementLinks.Enter(agreement.Id));
        var content = new MultipartFormDataContent();
        foreach (var field in officer.Page.QuerySelectorAll("main input[type=hidden]"))
        {
            content.Add(new StringContent(field.GetAttribute("value") ?? ""), field.GetAttribute("name")!);
        }

        content.Add(new StringContent(table.Place.Association.Id.ToString()), "Party");
        content.Add(new StringContent("2026-10-30"), "On");
        var scan = new ByteArrayContent(TestPhotos.Jpeg());
        scan.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        content.Add(scan, "Scan", "blad.jpg");
        var sent = await officer.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, AgreementLinks.Enter(agreement.Id)) { Content = content }
        );
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);

        var answer = (await table.NowAsync(agreement.Id)).Open!.Current(table.Place.Association.Id)!;
        Assert.Equal((AnswerKind.Signs, new DateOnly(2026, 10, 30)), (answer.Kind, answer.On));
        var contact = host.Browser(table.Place.ContactPerson);
        var seen = await contact.AskAsync(AgreementLinks.Scan(agreement.Id, answer.Id));
        Assert.Equal(HttpStatusCode.OK, seen.StatusCode);
        Assert.Contains("no-store", seen.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        var stranger = host.Browser(await table.Data.PersonAsync());
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await stranger.AskAsync(AgreementLinks.Scan(agreement.Id, answer.Id))).StatusCode
        );

        await contact.OpenAsync(AgreementLinks.Sign(agreement.Id));
        await contact.SubmitAsync("Verstuur het antwoord", fields: ("Wat voor ons is ingevoerd, klopt niet", "ja"));
        await table.ChangeAsync(agreement.Id, a => table.Sign(a, table.Alderman, table.Place.Municipality));
        Assert.Null((await table.NowAsync(agreement.Id)).InForce);
    }

    [Fact]
    public async Task OldPaper_HoldsAtOnce_AndANextTextShowsWhatIsDifferent()
    {
        var table = await Table.LayAsync(host);
        var agreement = await table.AgreementAsync(signing: false);
        var officer = await host.Browser(table.Officer).OpenAsync(AgreementLinks.Record(agreement.Id));
        await officer.SubmitAsync(
            "Leg dit vast",
            fields: [("Wanneer is er getekend", "in 1999"), ("Vanaf welke dag", "1999-01-01")]
        );
        var visitor = await host.Browser().OpenAsync(table.Address(agreement));
        Assert.Contains("Op papier getekend, in 1999.", visitor.Text, StringComparison.Ordinal);

        await officer.OpenAsync(AgreementLinks.Renew(agreement.Id));
        await officer.SubmitAsync("Begin met de nieuwe tekst", fields: ("Waarom komt er", "Het was oud."));
        await officer.OpenAsync(AgreementLinks.Write(agreement.Id));
        await officer.SubmitAsync(
            "Bewaar en ga verder",
            fields: ("De tekst", Table.Words.Replace("bellen", "schrijven", StringComparison.Ordinal))
        );
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await visitor.AskAsync(AgreementLinks.Version(agreement.Id, 2))).StatusCode
        );
        await officer.OpenAsync(AgreementLinks.Version(agreement.Id, 2));
        Assert.Contains("weggehaald", officer.Text, StringComparison.Ordinal);
        Assert.Contains("schrijven", officer.Text, StringComparison.Ordinal);

        await officer.OpenAsync(AgreementLinks.End(agreement.Id));
        await officer.SubmitAsync("Laat ze stoppen", HttpStatusCode.BadRequest);
        await officer.SubmitAsync("Laat ze stoppen", fields: ("Waarom stoppen ze", "Er komt iets anders."));
        await visitor.OpenAsync(table.Address(agreement));
        Assert.Contains("Er komt iets anders.", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Gestopt", visitor.Text, StringComparison.Ordinal);
    }

    private async Task SignAsync(Brink.Features.Accounts.Person person, long id)
    {
        var browser = await host.Browser(person).OpenAsync(AgreementLinks.Sign(id));
        await browser.SubmitAsync("Verstuur het antwoord", fields: ("Wij tekenen", "ja"));
    }
}
