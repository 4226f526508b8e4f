using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Newsletters;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Newsletters;

/// <summary>Making a newsletter on the screen, from the first question to the receipt and the archive.</summary>
public sealed class MakingTests(NoticesHost notices) : IClassFixture<NoticesHost>
{
    private BrinkHost Host => notices.Brink;
    private TestData Data => notices.Data;

    [Fact]
    public async Task Liaison_ChoosesArrangesWritesSends_AndEveryoneReadsIt()
    {
        var place = await Data.PlaceAsync();
        await Data.HappenedAsync(place, "Een bankje");
        await Data.HappenedAsync(place, "Een pad langs het water");
        var reader = await Data.ReaderAsync("Lezer", place.Village.Id);
        await notices.ForgetAsync();
        using var browser = Host.Browser(place.Liaison);
        await browser.OpenAsync(NewsletterLinks.Work);
        await browser.OpenAsync(NewsletterLinks.New);
        await browser.SubmitAsync(
            "Verder: kies wat erin komt",
            fields:
            [
                ("Hoe heet hij?", "Nieuws uit het dorp"),
                ("Een of meer dorpen of thema's", "ja"),
                (place.Village.Subject!.Title, "ja"),
            ]
        );
        await browser.SubmitAsync(
            "Bewaar deze keuze",
            fields: [("Een bankje", "ja"), ("Een pad langs het water", "ja")]
        );
        Assert.Contains("Er zijn nu 2 onderwerpen gekozen.", browser.Text, StringComparison.Ordinal);
        var id = await LastAsync();
        await browser.OpenAsync(NewsletterLinks.Make(id));
        Assert.True(At(browser, "Een pad langs het water") < At(browser, "Een bankje"));
        await browser.SubmitAsync("Omhoog: Een bankje");
        Assert.True(At(browser, "Een bankje") < At(browser, "Een pad langs het water"));
        await browser.SubmitAsync("Voeg de kop toe", fields: [("Een eigen kop toevoegen", "Ten slotte")]);
        Assert.Contains("Kop: Ten slotte", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Haal eruit: Ten slotte");
        Assert.DoesNotContain("Ten slotte", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(NewsletterLinks.Write(id));
        await browser.SubmitAsync(
            "Bewaar de woorden",
            fields: [("Inleiding", "Beste **mensen**"), ("Slot", "Tot ziens")]
        );
        await browser.OpenAsync(NewsletterLinks.Item(id, await ItemAsync(id, "Een bankje")));
        await browser.SubmitAsync(
            "Bewaar de woorden",
            fields: [("Uw eigen woorden", "Het wordt van hout."), ("Laat weg wat er gebeurde", "ja")]
        );

        await browser.OpenAsync(NewsletterLinks.Send(id));
        Assert.Contains("Er gaat 1 mail uit.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Het wordt van hout.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Verstuur");
        Assert.Contains("De nieuwsbrief is verstuurd", browser.Text, StringComparison.Ordinal);
        await notices.EmptyAsync();
        await browser.OpenAsync(NewsletterLinks.Sending(id));
        Assert.Contains("Alles is verstuurd.", browser.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["1", "1", "0", "0", "0"],
            browser.Page.QuerySelectorAll(".brink-facts dd").Select(fact => fact.TextContent)
        );
        Assert.Contains("Het wordt van hout.", Assert.Single(notices.Mail.To(reader)).Text, StringComparison.Ordinal);

        using var anyone = Host.Browser();
        await anyone.OpenAsync(NewsletterLinks.List);
        Assert.Contains("Nieuws uit het dorp", anyone.Text, StringComparison.Ordinal);
        await anyone.OpenAsync(NewsletterLinks.Show(id, "nieuws-uit-het-dorp"));
        Assert.Contains("<strong>mensen</strong>", anyone.Body, StringComparison.Ordinal);
        await anyone.OpenAsync(NewsletterLinks.Print(id));
        Assert.Contains("Tot ziens", anyone.Text, StringComparison.Ordinal);
        await anyone.OpenAsync("/nieuwsbrieven/feed");
        Assert.Contains("Nieuws uit het dorp", anyone.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("koos wat er in", anyone.Body, StringComparison.Ordinal);
        await anyone.OpenAsync("/api/v1/nieuwsbrieven");
        Assert.Contains("Nieuws uit het dorp", anyone.Body, StringComparison.Ordinal);
        // The next one for the same readers begins where this one ended.
        await browser.OpenAsync(NewsletterLinks.New);
        await browser.SubmitAsync(
            "Verder: kies wat erin komt",
            fields: [("Een of meer dorpen of thema's", "ja"), (place.Village.Subject.Title, "ja")]
        );
        Assert.Equal(
            await Host.DbAsync(db => db.Newsletters.Where(n => n.Id == id).Select(n => n.SentAt).SingleAsync()),
            await Host.DbAsync(db => db.Newsletters.OrderBy(n => n.Id).Select(n => n.Since).LastAsync())
        );
    }

    [Fact]
    public async Task Choose_OffersOnlyWhatEverybodyMaySee_InThisTimeAndTheseVillages()
    {
        var (place, other) = (await Data.PlaceAsync(), await Data.PlaceAsync());
        await Data.HappenedAsync(place, "Dit mag erin");
        await Data.HappenedAsync(other, "Van een ander dorp");
        var hidden = await Data.HappenedAsync(place, "In vertrouwen");
        await Data.UnconfirmedInitiativeAsync(place, await Data.PersonAsync(), "Nog niet bevestigd");
        await HideAsync(hidden.Id, Visibility.Restricted);
        var id = await Data.DraftAsync(place, "Nieuws", [], place.Village.Id);
        using var browser = Host.Browser(place.Liaison);
        await browser.OpenAsync(NewsletterLinks.Choose(id));

        Assert.Contains("Dit mag erin", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Het idee is bevestigd", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Van een ander dorp", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("In vertrouwen", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nog niet bevestigd", browser.Text, StringComparison.Ordinal);

        // Nor by typing its number.
        var form = browser.Form("Bewaar deze keuze");
        var sent = await form.Content!.ReadAsStringAsync();
        form.Content = new StringContent(sent + $"&Chosen={hidden.Id}", null, "application/x-www-form-urlencoded");
        await browser.SendAsync(form);
        Assert.Empty(await Host.DbAsync(db => db.NewsletterItems.Where(i => i.NewsletterId == id).ToArrayAsync()));
    }

    [Fact]
    public async Task WithdrawnBetweenChoosingAndSending_FallsOut_AndWhoSawItIsTold()
    {
        var place = await Data.PlaceAsync();
        var stays = await Data.HappenedAsync(place, "Dit blijft");
        var goes = await Data.HappenedAsync(place, "Dit gaat weg");
        var id = await Data.DraftAsync(place, "Nieuws", [stays.Id, goes.Id]);
        using var browser = Host.Browser(place.Liaison);
        await browser.OpenAsync(NewsletterLinks.Send(id));
        Assert.Contains("Dit gaat weg", browser.Text, StringComparison.Ordinal);
        await HideAsync(goes.Id, Visibility.Withdrawn);

        await browser.SubmitAsync("Verstuur", HttpStatusCode.BadRequest);
        Assert.Contains("Er is iets veranderd sinds u dit bekeek.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("1 onderwerp dat u koos, is niet meer openbaar.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit gaat weg", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(NewsletterLinks.Send(id));
        await browser.SubmitAsync("Verstuur");
        var items = await Host.DbAsync(db => db.NewsletterItems.Where(i => i.NewsletterId == id).ToArrayAsync());
        Assert.DoesNotContain(items, item => item.SubjectId == goes.Id);
    }

    [Fact]
    public async Task TwoWriteAtOnce_NothingTypedIsLost()
    {
        var place = await Data.PlaceAsync();
        var id = await Data.DraftAsync(place, "Nieuws", []);
        using var first = Host.Browser(place.Liaison);
        using var second = Host.Browser(await Data.HolderAsync(Role.Liaison, place.Municipality));
        await first.OpenAsync(NewsletterLinks.Write(id));
        await second.OpenAsync(NewsletterLinks.Write(id));
        await first.SubmitAsync("Bewaar de woorden", fields: [("Inleiding", "Van de eerste")]);

        await second.SubmitAsync("Bewaar de woorden", HttpStatusCode.BadRequest, [("Inleiding", "Van de tweede")]);
        Assert.Contains("Een collega paste deze woorden intussen aan.", second.Text, StringComparison.Ordinal);
        Assert.Contains("Van de eerste", second.Text, StringComparison.Ordinal);
        Assert.Contains("Van de tweede", second.Text, StringComparison.Ordinal);
        await second.SubmitAsync("Bewaar de woorden");
        Assert.Equal(
            "Van de tweede",
            await Host.DbAsync(db => db.Newsletters.Where(n => n.Id == id).Select(n => n.Opening).SingleAsync())
        );
    }

    [Fact]
    public async Task TwoChooseAtOnce_BothStandInIt_AndTheSameStandsOnce()
    {
        var place = await Data.PlaceAsync();
        for (var number = 1; number <= 6; number++)
        {
            await Data.HappenedAsync(place, $"Idee {number}");
        }

        var id = await Data.DraftAsync(place, "Nieuws", [], place.Village.Id);
        using var first = Host.Browser(place.Liaison);
        await first.OpenAsync(NewsletterLinks.Choose(id));
        var windows = Enumerable.Range(1, 6).Select(n => (Number: n, Browser: first.Copy())).ToArray();
        foreach (var window in windows)
        {
            await window.Browser.OpenAsync(NewsletterLinks.Choose(id));
        }

        var answers = await Task.WhenAll(
            windows.Select(w =>
                w.Browser.SubmitOnlyAsync("Bewaar deze keuze", ("Idee 1", "ja"), ($"Idee {w.Number}", "ja"))
            )
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        var items = await Host.DbAsync(db => db.NewsletterItems.Where(i => i.NewsletterId == id).ToArrayAsync());
        Assert.Equal(6, items.Count(item => item.SubjectId is not null));
        Assert.Single(items, item => item.SubjectId is null);
        Assert.Equal(items.Length, items.Select(item => item.Position).Distinct().Count());
    }

    [Fact]
    public async Task TwoSendAtOnce_ItIsSentOnce()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje");
        await Data.ReaderAsync("Lezer");
        var id = await Data.DraftAsync(place, "Nieuws", [idea.Id]);
        using var first = Host.Browser(place.Liaison);
        using var second = Host.Browser(place.Liaison);
        await Task.WhenAll(first.OpenAsync(NewsletterLinks.Send(id)), second.OpenAsync(NewsletterLinks.Send(id)));

        var answers = await Task.WhenAll(first.SubmitOnlyAsync("Verstuur"), second.SubmitOnlyAsync("Verstuur"));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Redirect);
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.BadRequest);
        Assert.Equal(
            1,
            await Host.DbAsync(db => db.Journal.CountAsync(e => e.SubjectId == id && e.Verb == NewsletterVerbs.Sent))
        );
        // The draft is no draft any more: every page for it leads to how the sending goes.
        await first.OpenAsync(NewsletterLinks.Make(id));
        Assert.EndsWith("/verzending", first.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_IsSeenByWhoMakesIt_AndByNobodyElse()
    {
        var place = await Data.PlaceAsync();
        var id = await Data.DraftAsync(place, "Geheim nieuws", []);
        using var anyone = Host.Browser();
        await anyone.OpenAsync(NewsletterLinks.Show(id, "geheim-nieuws"), HttpStatusCode.NotFound);
        await anyone.OpenAsync(NewsletterLinks.Print(id), HttpStatusCode.NotFound);
        using var contact = Host.Browser(place.ContactPerson);
        await contact.OpenAsync(NewsletterLinks.Make(id), HttpStatusCode.NotFound);
        await contact.OpenAsync(NewsletterLinks.New, HttpStatusCode.Forbidden);
        using var administrator = Host.Browser(await Data.AdministratorAsync());
        await administrator.OpenAsync(NewsletterLinks.Make(id));
        using var liaison = Host.Browser(place.Liaison);
        await liaison.OpenAsync("/mijn");
        Assert.Contains("Nieuwsbrief in de maak: 'Geheim nieuws'", liaison.Text, StringComparison.Ordinal);
        await liaison.OpenAsync(NewsletterLinks.Show(id, "geheim-nieuws"));
        Assert.Contains("Dit is een concept.", liaison.Text, StringComparison.Ordinal);
        await liaison.OpenAsync(NewsletterLinks.ThrowAway(id));
        await liaison.SubmitAsync("Ja, gooi hem weg");
        await liaison.OpenAsync(NewsletterLinks.Make(id), HttpStatusCode.NotFound);
        await liaison.OpenAsync(NewsletterLinks.Show(id, "geheim-nieuws"), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Trial_GoesToOneselfAlone()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje");
        await Data.ReaderAsync("Lezer");
        var id = await Data.DraftAsync(place, "Nieuws", [idea.Id]);
        await notices.ForgetAsync();
        using var browser = Host.Browser(place.Liaison);
        await browser.OpenAsync(NewsletterLinks.AsMail(id));
        Assert.Contains("Welkom bij dit nummer.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Stuur mij een proef");
        await notices.EmptyAsync();

        var mail = Assert.Single(notices.Mail.Sent);
        Assert.Equal(place.Liaison.Email, mail.ToAddress);
        Assert.Equal("Proef: Nieuws", mail.Subject);
        Assert.Contains("Een bankje", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongInput_IsRefusedAtTheField_AndNothingIsLost()
    {
        var place = await Data.PlaceAsync();
        using var browser = Host.Browser(place.Liaison);
        await browser.OpenAsync(NewsletterLinks.New);
        await browser.SubmitAsync("Verder: kies wat erin komt", HttpStatusCode.BadRequest, [("Hoe heet hij?", "")]);
        Assert.Contains("Geef de nieuwsbrief een naam.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Kies voor wie de nieuwsbrief is.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(
            "Verder: kies wat erin komt",
            HttpStatusCode.BadRequest,
            [("Hoe heet hij?", "Mijn titel"), ("Een of meer dorpen of thema's", "ja")]
        );
        Assert.Contains("Kies minstens één dorp of thema.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Mijn titel", browser.Body, StringComparison.Ordinal);

        var id = await Data.DraftAsync(place, "Nieuws", []);
        await browser.OpenAsync(NewsletterLinks.Write(id));
        await browser.SubmitAsync(
            "Bewaar de woorden",
            HttpStatusCode.BadRequest,
            [("Titel", ""), ("Inleiding", new string('x', Newsletter.LongestWords + 1))]
        );
        Assert.Contains("Dit is te lang", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrator_BringsInWhatCameBackLater_AndReadsNumbersAlone()
    {
        var gone = await Data.ReaderAsync("Weg");
        var reported = await Data.ReaderAsync("Gemeld");
        using var browser = Host.Browser(await Data.AdministratorAsync());
        await browser.OpenAsync(NewsletterLinks.Subscriptions);
        await browser.SubmitAsync(
            "Zet in rust",
            fields: [("Of mailadressen", $"{gone.Email!.ToUpperInvariant()}\nonbekend@voorbeeld.example")]
        );
        Assert.Contains("2 adressen gelezen. 1 abonnement staat nu in rust.", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(gone.Email, browser.Body, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(SubscriptionState.Resting, await Host.StateAsync(gone));

        var form = browser.Form("Zet in rust");
        ((MultipartFormDataContent)form.Content!).Add(
            new StringContent(Platform.Mail.DeliveryReportTests.Report(reported.Email!, "5.1.1")),
            "Reports",
            "terug.eml"
        );
        await browser.SendAsync(form);
        Assert.Equal(SubscriptionState.Resting, await Host.StateAsync(reported));

        await browser.OpenAsync(NewsletterLinks.Subscriptions);
        await browser.SubmitAsync("Zet in rust", HttpStatusCode.BadRequest, [("Of mailadressen", "geen adres")]);
        Assert.Contains("is geen mailadres.", browser.Text, StringComparison.Ordinal);
        using var liaison = Host.Browser((await Data.PlaceAsync()).Liaison);
        await liaison.OpenAsync(NewsletterLinks.Subscriptions, HttpStatusCode.Forbidden);
    }

    private static int At(TestBrowser browser, string title) =>
        browser.Text.IndexOf(title, StringComparison.Ordinal) is >= 0 and var at
            ? at
            : throw new InvalidOperationException($"No '{title}' on {browser.Address}.");

    private Task<long> LastAsync() =>
        Host.DbAsync(db => db.Newsletters.OrderBy(n => n.Id).Select(n => n.Id).LastAsync());

    private Task<long> ItemAsync(long id, string title) =>
        Host.DbAsync(db =>
            db.NewsletterItems.Where(i => i.NewsletterId == id && i.About!.Title == title)
                .Select(i => i.Id)
                .SingleAsync()
        );

    private Task HideAsync(long id, Visibility visibility) =>
        Data.SaveAsync(async db =>
        {
            (await db.Subjects.SingleAsync(s => s.Id == id)).Show(visibility);
            return true;
        });
}
