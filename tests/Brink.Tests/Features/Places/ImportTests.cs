using System.Net;
using System.Text;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Places.Administration;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Places;

public sealed class ImportTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly BrinkHost host = new(postgres);
    private TestData data = null!;
    private Place place = null!;
    private Person administrator = null!;

    public async ValueTask InitializeAsync()
    {
        await host.InitializeAsync();
        data = new TestData(host);
        place = await data.PlaceAsync("Hijken");
        administrator = await data.AdministratorAsync();
    }

    public ValueTask DisposeAsync() => host.DisposeAsync();

    [Fact]
    public async Task Villages_AreShownFirst_AndLoadedOnConfirmation()
    {
        var browser = await SendAsync(
            "dorpen",
            "naam;soort;inwoners;jaar;bron;cbs-codes;breedtegraad;lengtegraad\n"
                + "Elp;dorp;340;2024;Telling;BU17311000;52,88;6,64\n"
                + "hijken;;665;2024;Telling;;;\n"
                + "Klatering;buurtschap;;;;;;\n"
        );
        Assert.Contains("Nieuw: 2. Gewijzigd: 1. Hetzelfde: 0. Fout: 0.", browser.Text);
        Assert.Equal(1, await CountAsync());

        await browser.SubmitAsync("Lees dit in");

        Assert.Equal(3, await CountAsync());
        var elp = await VillageAsync("Elp");
        Assert.Equal((340, "Telling"), (elp.Inhabitants[0].Number, elp.Inhabitants[0].Source));
        Assert.Equal(["BU17311000"], elp.CbsCodes);
        Assert.Equal(665, (await VillageAsync("Hijken")).Inhabitants[0].Number);
        Assert.Equal(VillageKind.Hamlet, (await VillageAsync("Klatering")).Kind);
        var again = await SendAsync("dorpen", "naam;soort\nElp;dorp\nHijken;dorp\n");
        Assert.Contains("Nieuw: 0. Gewijzigd: 0. Hetzelfde: 2. Fout: 0.", again.Text);
    }

    [Fact]
    public async Task Villages_WithOneWrongLine_LoadNothing_AndSayWhichLine()
    {
        var browser = await SendAsync(
            "dorpen",
            "naam;soort;inwoners;jaar;bron;breedtegraad\n"
                + "Elp;dorp;340;2024;Telling;\n"
                + "Spier;gehucht;veel;2024;Telling;\n"
                + ";dorp;;;;\n"
                + "Elp;dorp;;;;\n"
                + "Oranje;dorp;110;;;\n"
                + "Mantinge;dorp;;;;52\n",
            HttpStatusCode.BadRequest
        );

        Assert.Contains("Fout: 5.", browser.Text);
        Assert.Contains(
            "Regel 3: Spier fout soort: Gebruik een van deze woorden: dorp, buurtschap, wijk. inwoners: Vul een heel getal in.",
            browser.Text
        );
        Assert.Contains("Vul de naam in.", browser.Text);
        Assert.Contains("Regel 5: Elp fout naam: Deze naam staat al eerder in het bestand.", browser.Text);
        Assert.Contains("Vul bij het aantal inwoners ook het jaar in.", browser.Text);
        Assert.Contains("Vul beide getallen van de plek in", browser.Text);
        Assert.DoesNotContain(browser.Page.QuerySelectorAll("button"), b => b.TextContent.Trim() == "Lees dit in");
        Assert.Equal(1, await CountAsync());
    }

    [Theory]
    [InlineData("", "Dit bestand is leeg.")]
    [InlineData("dorp;plaats\nElp;x\n", "De kolom 'naam' ontbreekt")]
    [InlineData("naam;vreemd\nElp;x\n", "Deze kolommen kennen we niet: vreemd.")]
    [InlineData("a;b;c;d;e;f;g\nElp;x\n", "Deze kolommen kennen we niet: a, b, c, d, e, f, g.")]
    [InlineData("naam\n", "Er staan geen regels in dit bestand")]
    [InlineData("naam;soort\n\"Elp;dorp\n", "niet te lezen")]
    public async Task Villages_FromABrokenFile_AreRefusedInWords(string text, string problem)
    {
        var browser = await SendAsync("dorpen", text, HttpStatusCode.BadRequest);

        Assert.Contains(problem, browser.Text);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Villages_WithScriptAndFormula_AreTextAndNothingElse()
    {
        var browser = await SendAsync("dorpen", "naam;soort\n<script>alert(1)</script>;dorp\n=1+1;dorp\n");
        Assert.DoesNotContain("<script>alert", browser.Body);
        await browser.SubmitAsync("Lees dit in");

        var file = await (
            await host.Browser(administrator).AskAsync(AdministrationLinks.Template("dorpen"))
        ).Content.ReadAsStringAsync();
        Assert.Contains("'=1+1", file);
        Assert.DoesNotContain("\n=1+1", file);
    }

    [Fact]
    public async Task Export_ReadInAgain_ChangesNothing()
    {
        await SendAsync(
                "dorpen",
                "naam;soort;inwoners;jaar;bron;cbs-codes;breedtegraad;lengtegraad\nElp;dorp;340;2024;\"Telling; met punt\";BU17311000 BU17311001;52,88;6,64\n"
            )
            .ContinueWith(sent => sent.Result.SubmitAsync("Lees dit in"), TaskScheduler.Default)
            .Unwrap();
        foreach (var what in new[] { "dorpen", "organisaties" })
        {
            var file = await (
                await host.Browser(administrator).AskAsync(AdministrationLinks.Template(what))
            ).Content.ReadAsStringAsync();

            var browser = await SendAsync(what, file.TrimStart('\uFEFF'));

            Assert.Contains("Nieuw: 0. Gewijzigd: 0. Hetzelfde: 2. Fout: 0.", browser.Text);
        }
    }

    [Fact]
    public async Task Organisations_AreLoadedWithTheirVillagesAndUmbrella()
    {
        await data.VillageAsync("Elp");
        var browser = await SendAsync(
            "organisaties",
            "naam;soort;mail;dorpen;koepel;erkend vanaf\n"
                + "Dorpsbelangen Elp;dorpsvereniging;bestuur@elp.example;Elp | hijken;Het Overleg;1-1-1999\n"
                + "Het Overleg;koepel;;;;\n"
        );
        Assert.Contains("Nieuw: 2.", browser.Text);
        await browser.SubmitAsync("Lees dit in");

        var saved = await host.DbAsync(db =>
            db.Organisations.Include(o => o.Represents)
                .Include(o => o.MemberOf)
                    .ThenInclude(m => m.Umbrella)
                .SingleAsync(o => o.Name == "Dorpsbelangen Elp")
        );
        Assert.Equal(2, saved.Represents.Count);
        Assert.Equal("Het Overleg", saved.MemberOf[0].Umbrella!.Name);
        Assert.Equal(new DateOnly(1999, 1, 1), saved.RecognisedFrom);
    }

    [Fact]
    public async Task Organisations_WithUnknownVillageOrDate_AreRefused()
    {
        var browser = await SendAsync(
            "organisaties",
            "naam;soort;mail;dorpen;erkend vanaf\nA;dorpsvereniging;x;;\nB;dorpsvereniging;;Nergens;31-02-2020\nC;;;;\n",
            HttpStatusCode.BadRequest
        );

        Assert.Contains("Er is geen dorp dat 'Nergens' heet", browser.Text);
        Assert.Contains("Vul een datum in", browser.Text);
        Assert.Contains("Dit is geen mailadres", browser.Text);
        Assert.Contains("Kies wat voor organisatie het is", browser.Text);
        Assert.Contains("Fout: 3.", browser.Text);
    }

    [Fact]
    public async Task Confirmation_WhenTheVillagesChangedMeanwhile_ShowsAnew()
    {
        var browser = await SendAsync("dorpen", "naam;soort\nElp;dorp\n");
        await data.VillageAsync("Elp");

        await browser.SubmitAsync("Lees dit in", HttpStatusCode.BadRequest);

        Assert.Contains("Er is intussen iets veranderd", browser.Text);
        Assert.Equal(2, await CountAsync());
        await browser.SubmitAsync("Lees dit in");
        Assert.Equal(2, await CountAsync());
    }

    [Fact]
    public async Task Confirmation_SentTwiceAtOnce_LoadsOnce()
    {
        var browser = await SendAsync("dorpen", "naam;soort\nElp;dorp\nSpier;dorp\n");

        var answers = await Task.WhenAll(
            browser.SendAsync(browser.Form("Lees dit in")),
            browser.SendAsync(browser.Form("Lees dit in"))
        );

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode));
        Assert.Equal(3, await CountAsync());
    }

    [Fact]
    public async Task Confirmation_OfSomethingForged_OrOld_IsRefused()
    {
        var browser = await SendAsync("dorpen", "naam;soort\nElp;dorp\n");
        await browser.SubmitAsync("Lees dit in", HttpStatusCode.BadRequest, ("Pending", "AAAA"));
        Assert.Contains("Dit overzicht is verlopen", browser.Text);

        var late = await SendAsync("dorpen", "naam;soort\nElp;dorp\n");
        host.Time.Advance(TimeSpan.FromHours(3));
        await late.SubmitAsync("Lees dit in", HttpStatusCode.BadRequest);
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Villages_WithManyMistakesInALine_SayAllAtOnce_AtTheirColumns()
    {
        var browser = await SendAsync(
            "dorpen",
            "naam;soort;inwoners;jaar;bron;cbs-codes;breedtegraad;lengtegraad\n"
                + ";gehucht;1.2;1500;;X1;52,88;99\n"
                + "Elp;dorp;340;2024;Telling;;;;nog iets;;\n"
                + "Spier;dorp;;;;;;;;;\n",
            HttpStatusCode.BadRequest
        );

        foreach (
            var said in new[]
            {
                "naam: Vul de naam in.",
                "soort: Gebruik een van deze woorden: dorp, buurtschap, wijk.",
                "inwoners: Vul een heel getal in.",
                "jaar: Vul een jaar in van 1800 tot en met 2026.",
                "bron: Vul bij het aantal inwoners ook de bron in.",
                "cbs-codes: Een code van een gebied begint met WK of BU",
                "lengtegraad: Deze lengtegraad ligt niet in Nederland.",
                "Deze regel heeft meer kolommen dan de eerste regel.",
            }
        )
        {
            Assert.Contains(said, browser.Text, StringComparison.Ordinal);
        }

        Assert.Contains("Nieuw: 1. Gewijzigd: 0. Hetzelfde: 0. Fout: 2.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisations_WithManyMistakesInALine_SayAllAtOnce_AtTheirColumns()
    {
        var browser = await SendAsync(
            "organisaties",
            "naam;soort;mail;telefoon;website;dorpen;erkend vanaf;erkend tot en met\n"
                + ";clubje;x;geen;geen site;Nergens;31-02-2020;1-1-0202\n",
            HttpStatusCode.BadRequest
        );

        foreach (
            var said in new[]
            {
                "naam: Vul de naam in.",
                "soort: Gebruik een van deze woorden",
                "mail: Dit is geen mailadres.",
                "telefoon: Dit telefoonnummer klopt niet.",
                "website: Dit is geen adres van een website.",
                "dorpen: Er is geen dorp dat 'Nergens' heet.",
                "erkend vanaf: Vul een datum in",
                "erkend tot en met: Deze dag kan niet kloppen.",
            }
        )
        {
            Assert.Contains(said, browser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Changes_AreShownPerColumn_AndCountedAfterwards()
    {
        await data.VillageAsync("Elp");
        var browser = await SendAsync(
            "dorpen",
            "naam;soort;inwoners;jaar;bron\nHijken;buurtschap;665;2024;Telling\nSpier;dorp;;;\nElp;;;;\n"
        );
        Assert.Contains("soort: van 'dorp' naar 'buurtschap'", browser.Text, StringComparison.Ordinal);
        Assert.Contains("inwoners: van leeg naar '665 (2024, Telling)'", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Lees dit in");

        Assert.Equal(
            "Het bestand is ingelezen. Nieuw: 1. Gewijzigd: 1.",
            browser.Page.QuerySelector("[role=status]")?.TextContent.Trim()
        );
        browser = await SendAsync(
            "organisaties",
            "naam;mail;dorpen\nDorpsbelangen Hijken;bestuur@hijken.example;Elp | Hijken\n"
        );
        Assert.Contains("mail: van leeg naar 'bestuur@hijken.example'", browser.Text, StringComparison.Ordinal);
        Assert.Contains("dorpen: van 'Hijken' naar 'Elp | Hijken'", browser.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.hijken.example")]
    [InlineData("https://www.hijken.example/")]
    public async Task Template_ReadInUntouched_ChangesNothing(string website)
    {
        await data.SaveAsync(async db =>
        {
            var association = await db.Organisations.SingleAsync(o => o.Id == place.Association.Id);
            (association.Website, association.PostalAddress) = (website, "Hoofdstraat 1\n9415 PA Hijken");
            (association.RecognisedFrom, association.RecognitionNote) = (new DateOnly(1999, 5, 1), "Convenant");
            return true;
        });
        var file = await (
            await host.Browser(administrator).AskAsync(AdministrationLinks.Template("organisaties"))
        ).Content.ReadAsStringAsync();

        var browser = await SendAsync("organisaties", file.TrimStart('\uFEFF'));

        Assert.Contains("Nieuw: 0. Gewijzigd: 0. Hetzelfde: 2. Fout: 0.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Lees dit in");
    }

    private async Task<TestBrowser> SendAsync(string what, string text, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var browser = await host.Browser(administrator).OpenAsync(AdministrationLinks.ImportOf(what));
        var form = new MultipartFormDataContent();
        foreach (var hidden in browser.Page.QuerySelectorAll("form[enctype] input[type=hidden]"))
        {
            form.Add(new StringContent(hidden.GetAttribute("value")!), hidden.GetAttribute("name")!);
        }

        form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(text)), "Upload", "bestand.csv");
        await browser.SendAsync(new HttpRequestMessage(HttpMethod.Post, browser.Address) { Content = form });
        Assert.Equal(expected, browser.Response.StatusCode);
        return browser;
    }

    private Task<int> CountAsync() => host.DbAsync(db => db.Villages.CountAsync());

    private Task<Village> VillageAsync(string name) =>
        host.DbAsync(db => db.Villages.Include(v => v.Inhabitants).SingleAsync(v => v.Subject!.Title == name));
}
