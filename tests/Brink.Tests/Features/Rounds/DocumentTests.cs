using System.Net;
using Brink.Features.Rounds;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>Documents in versions and sections (C4).</summary>
public sealed class DocumentTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Officer_WritesSeesAndPublishes_AndEveryoneReadsItInSections()
    {
        var made = await RoundsMade.WithAsync(host, text: null);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.NewDocument(made.DossierId));
        await browser.SubmitAsync(
            "Bewaar en bekijk",
            fields: [("Hoe heet het stuk?", "Beleid"), ("De tekst", RoundsMade.FirstText)]
        );
        Assert.Contains("3 paragrafen", browser.Text, StringComparison.Ordinal);
        var visitor = await host.Browser().OpenAsync(RoundLinks.All(made.DossierId));
        Assert.DoesNotContain("Beleid, ", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Er is nog geen stuk om te lezen.", visitor.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Publiceer de bewaarde tekst", fields: [("Wat is deze versie?", "concept")]);

        await visitor.OpenAsync(browser.Address.Split('?')[0]);
        Assert.Contains("Versie 1, concept", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector("section#p2 h2"));
        Assert.Contains(
            "60 kilometer",
            visitor.Page.QuerySelector("section#p2")!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Draft_IsReadByOfficersOnly()
    {
        var made = await RoundsMade.WithAsync(host);
        await host.DbAsync(async db =>
        {
            var document = await db.Documents.SingleAsync(d => d.Id == made.DocumentId);
            RoundsMade.Must(document.Write("Geheim", "# Geheim", Document.VersionOf(document.Draft), made.Data.Now()));
            db.Journal.Add(
                Brink.Features.Journal.JournalEntry.Beside(made.DossierId, DocumentVerbs.Written, made.Data.Now())
            );
            await db.SaveChangesAsync();
        });
        var page = await host.Browser().OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));
        var resident = host.Browser(await made.Data.PersonAsync());

        Assert.DoesNotContain("# Geheim", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await resident.AskAsync(RoundLinks.Write(made.DossierId, made.DocumentId))).StatusCode
        );
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await resident.AskAsync(RoundLinks.NewDocument(made.DossierId))).StatusCode
        );
    }

    [Fact]
    public async Task OldVersion_StaysReadable_AndSaysThatItIsOld()
    {
        var made = await RoundsMade.WithAsync(host);
        await made.ReplaceAsync("# 1. Verkeer\n\nDe snelheid wordt 30 kilometer per uur.");

        var page = await host.Browser().OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId, 1));

        Assert.Contains("60 kilometer", page.Text, StringComparison.Ordinal);
        Assert.Contains("Dit is een oude versie.", page.Text, StringComparison.Ordinal);
        await page.OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));
        Assert.Contains("30 kilometer", page.Text, StringComparison.Ordinal);
        await page.OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId, 7), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Publish_WithoutAChange_IsRefused()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.Write(made.DossierId, made.DocumentId));

        await browser.SubmitAsync(
            "Publiceer de bewaarde tekst",
            HttpStatusCode.BadRequest,
            ("Wat is deze versie?", "ontwerp")
        );

        Assert.Contains("Er is niets veranderd sinds versie 1.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task TwoOfficers_WriteAtOnce_TheSecondReadsTheFirstAndKeepsTheOwnText()
    {
        var made = await RoundsMade.WithAsync(host);
        var browsers = new[] { host.Browser(made.Officer), host.Browser(made.Colleague) };
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(RoundLinks.Write(made.DossierId, made.DocumentId));
        }

        await Task.WhenAll(
            browsers.Select((b, i) => b.SubmitOnlyAsync("Bewaar en bekijk", ("De tekst", $"# Tekst van {i}")))
        );

        var second = Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.BadRequest);
        Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.Found);
        Assert.Contains("Een collega paste de tekst intussen aan.", second.Text, StringComparison.Ordinal);
        Assert.Contains("# Tekst van 0", second.Body, StringComparison.Ordinal);
        Assert.Contains("# Tekst van 1", second.Body, StringComparison.Ordinal);
        await second.SubmitAsync("Bewaar en bekijk");
    }

    [Fact]
    public async Task TwoOfficers_PublishAtOnce_MakeOneVersion()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.Write(made.DossierId, made.DocumentId));
        await browser.SubmitAsync("Bewaar en bekijk", fields: [("De tekst", "# Nieuw\n\nAnders.")]);
        var other = await host.Browser(made.Colleague).OpenAsync(RoundLinks.Write(made.DossierId, made.DocumentId));

        await Task.WhenAll(
            new[] { browser, other }.Select(b =>
                b.SubmitOnlyAsync("Publiceer de bewaarde tekst", ("Wat is deze versie?", "ontwerp"))
            )
        );

        Assert.Single(new[] { browser, other }, b => b.Response.StatusCode == HttpStatusCode.Found);
        Assert.Equal(2, await host.DbAsync(db => db.DocumentVersions.CountAsync(v => v.DocumentId == made.DocumentId)));
    }

    [Fact]
    public async Task HostileText_IsShownAsText()
    {
        var made = await RoundsMade.WithAsync(
            host,
            text: "# <script>alert(1)</script>\n\n<img src=x onerror=alert(1)> [klik](javascript:alert(1))"
        );

        var page = await host.Browser().OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));

        Assert.Null(page.Page.QuerySelector("main script, main img, main a[href^=javascript]"));
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
    }
}
