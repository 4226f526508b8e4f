using System.Net;
using Brink.Features.Rounds;
using Brink.Tests.Platform.Files;
using Brink.Tests.Platform.Text.WordFiles;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>Word files after each other, and two at once: what stands and what is told to the second (C4).</summary>
public sealed class WordVersionsTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task TwoOfficers_TakeOverAtOnce_TheSecondReadsTheFirst_AndKeepsTheOwnText()
    {
        var made = await RoundsMade.WithAsync(host);
        var files = new[] { (await made.BroughtAsync()).File, (await made.BroughtAsync()).File };
        var browsers = new[] { host.Browser(made.Officer), host.Browser(made.Colleague) };
        for (var i = 0; i < 2; i++)
        {
            await browsers[i].OpenAsync(RoundLinks.WordCheck(made.DossierId, made.DocumentId, files[i]));
        }

        await Task.WhenAll(
            browsers.Select((b, i) => b.SubmitOnlyAsync("Neem deze tekst over", ("De tekst", $"# Tekst van {i}")))
        );

        var second = Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.BadRequest);
        Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.Found);
        Assert.Contains("Een collega paste de tekst intussen aan.", second.Text, StringComparison.Ordinal);
        Assert.Contains("# Tekst van 0", second.Body, StringComparison.Ordinal);
        Assert.Contains("# Tekst van 1", second.Body, StringComparison.Ordinal);
        await second.SubmitAsync("Neem deze tekst over");
    }

    [Fact]
    public async Task SameFile_TakenOverTwiceAtOnce_CountsOnce()
    {
        var made = await RoundsMade.WithAsync(host);
        var (file, _) = await made.BroughtAsync();
        var browsers = new[] { host.Browser(made.Officer), host.Browser(made.Colleague) };
        foreach (var browser in browsers)
        {
            await browser.OpenAsync(RoundLinks.WordCheck(made.DossierId, made.DocumentId, file));
        }

        await Task.WhenAll(
            browsers.Select(b => b.SubmitOnlyAsync("Neem deze tekst over", ("De tekst", "# Zelfde tekst")))
        );

        Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.Found);
        var second = Assert.Single(browsers, b => b.Response.StatusCode == HttpStatusCode.BadRequest);
        Assert.Contains("al overgenomen of weggegooid", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ColleaguePublishesMeanwhile_TheFileBecomesTheVersionAfterThat()
    {
        var made = await RoundsMade.WithAsync(host);
        var (file, _) = await made.BroughtAsync();
        var browser = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.WordCheck(made.DossierId, made.DocumentId, file));
        await made.ReplaceAsync("# 1. Verkeer\n\nIntussen door een collega.");

        await browser.SubmitAsync(
            "Neem deze tekst over",
            HttpStatusCode.BadRequest,
            ("Plaatje 1 is alleen versiering", "ja")
        );
        Assert.Contains("Intussen door een collega.", browser.Body, StringComparison.Ordinal);
        await browser.SubmitAsync("Neem deze tekst over");
        await browser.SubmitAsync("Publiceer de bewaarde tekst", fields: [("Wat is deze versie?", "ontwerp")]);

        Assert.Contains("Versie 3, ontwerp", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondWordVersion_KeepsTheNumbers_OfMovedAndRenamedSections()
    {
        var made = await RoundsMade.WithAsync(host, text: null);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.NewDocument(made.DossierId));
        await browser.SubmitAsync("Bewaar en bekijk", fields: [("Hoe heet het stuk?", "Plan"), ("De tekst", "Leeg")]);
        var document = await host.DbAsync(db => db.Documents.SingleAsync(d => d.DossierId == made.DossierId));
        string[] first = ["Verkeer", "Groen", "Water"];
        await PublishAsync(
            browser,
            made,
            document.Id,
            Chapters(("Verkeer", "Zestig."), ("Groen", "Bomen."), ("Water", "Sloten."))
        );
        var before = await AnchorsAsync(document.Id, 1);
        Assert.Equal(first, before.Select(b => b.Heading));

        // One in front, one renamed, one moved, with a note that pushes the numbers of the others on.
        await PublishAsync(
            browser,
            made,
            document.Id,
            Chapters(
                ("Inleiding", "Nieuw."),
                ("Water", "Sloten."),
                ("Verkeer", "Zestig."),
                ("Bomen en struiken", "Bomen.")
            )
        );

        var after = (await AnchorsAsync(document.Id, 2)).ToDictionary(a => a.Heading, a => a.Anchor);
        Assert.Equal(before[0].Anchor, after["Verkeer"]);
        Assert.Equal(before[1].Anchor, after["Bomen en struiken"]);
        Assert.Equal(before[2].Anchor, after["Water"]);
        Assert.DoesNotContain(after["Inleiding"], before.Select(b => b.Anchor));
        // The picture is the same, so nothing but its place changed.
        var differences = await host.Browser().OpenAsync(RoundLinks.Differences(made.DossierId, document.Id));
        Assert.Contains("De kop was: Groen", differences.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "De tekst is veranderd.",
            differences.Page.QuerySelector($"#p{after["Water"]}")?.TextContent ?? "",
            StringComparison.Ordinal
        );
    }

    private static byte[] Chapters(params (string Heading, string Text)[] chapters)
    {
        var word = WordMade
            .Of([
                .. chapters.SelectMany(
                    (chapter, at) =>
                        new[]
                        {
                            WordMade.Paragraph(chapter.Heading, "Kop1"),
                            WordMade.Paragraph(WordMade.Run(chapter.Text) + WordMade.Note(at)),
                            WordMade.Paragraph(WordMade.Picture("p", "Een boom")),
                        }
                ),
            ])
            .WithPart("p", "image", "media/i.png", TestPhotos.Png());
        for (var at = 0; at < chapters.Length; at++)
        {
            word.WithNote(at, "Bij " + chapters[at].Text);
        }

        return word.File();
    }

    private static async Task PublishAsync(TestBrowser browser, RoundsMade made, long document, byte[] word)
    {
        await browser.OpenAsync(RoundLinks.Write(made.DossierId, document));
        await browser.SendAsync(browser.WithWord("Bewaar en bekijk", word));
        await browser.OpenAsync(browser.Response.Headers.Location!.OriginalString);
        await browser.SubmitAsync("Neem deze tekst over");
        await browser.SubmitAsync("Publiceer de bewaarde tekst", fields: [("Wat is deze versie?", "ontwerp")]);
    }

    private Task<(int Anchor, string Heading)[]> AnchorsAsync(long document, int version) =>
        host.DbAsync(async db =>
            (
                await db
                    .DocumentSections.Where(s => s.Version!.DocumentId == document && s.Version.Number == version)
                    .OrderBy(s => s.Order)
                    .Select(s => new { s.Anchor, s.Heading })
                    .ToArrayAsync()
            )
                .Select(s => (s.Anchor, s.Heading))
                .ToArray()
        );
}
