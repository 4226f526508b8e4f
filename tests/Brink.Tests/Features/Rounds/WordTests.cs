using System.Net;
using Brink.Features.Rounds;
using Brink.Platform.Text;
using Brink.Tests.Platform.Files;
using Brink.Tests.Platform.Text.WordFiles;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Rounds;

/// <summary>A Word file becomes a document that people read in sections and react to (C4).</summary>
public sealed class WordTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task NewDocument_FromWord_IsLookedThrough_AndBecomesTheVersion()
    {
        var made = await RoundsMade.WithAsync(host, text: null);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.NewDocument(made.DossierId));
        await browser.SendAsync(
            browser.WithWord("Bewaar en bekijk", WordMade.Plan().File(), ("Hoe heet het stuk?", "Dorpsplan"))
        );
        await browser.OpenAsync(browser.Response.Headers.Location!.OriginalString);
        Assert.Contains("Uit: plan.docx", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Alles in het bestand kon mee.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("2 paragrafen", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Neem deze tekst over", HttpStatusCode.BadRequest);
        Assert.Contains(
            "Schrijf wat er te zien is, of kies dat het versiering is.",
            browser.Text,
            StringComparison.Ordinal
        );
        await browser.SubmitAsync(
            "Neem deze tekst over",
            fields: [("Wat is er te zien op plaatje 1?", "De [Hoofdweg]")]
        );
        Assert.Contains("Deze tekst komt uit een Word-bestand.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Publiceer de bewaarde tekst", fields: [("Wat is deze versie?", "concept")]);

        var visitor = await host.Browser().OpenAsync(browser.Address.Split('?')[0]);
        Assert.Equal("Verkeer", visitor.Page.QuerySelector("section#p1 h2")!.TextContent);
        Assert.Contains(
            "60 kilometer",
            visitor.Page.QuerySelector("section#p1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Volgens de telling.",
            visitor.Page.QuerySelector("section#p1 #p1-noot-1")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal("40", visitor.Page.QuerySelector("section#p2 table tbody td + td")!.TextContent);
        Assert.Equal(2, visitor.Page.QuerySelectorAll("section#p2 ul li").Length);
        var picture = visitor.Page.QuerySelector("section#p2 img")!;
        Assert.Equal("De [Hoofdweg]", picture.GetAttribute("alt"));
        var shown = await visitor.AskAsync(picture.GetAttribute("src")!);
        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        var content = await shown.Content.ReadAsByteArrayAsync();
        Assert.DoesNotContain(
            TestPhotos.Secret,
            System.Text.Encoding.Latin1.GetString(content),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Original_IsForWhoMayReadTheVersion_AndForNobodyBefore()
    {
        var made = await RoundsMade.WithAsync(host);
        var (file, picture) = await made.BroughtAsync();
        string[] parts =
        [
            RoundLinks.Original(made.DossierId, made.DocumentId, file),
            RoundLinks.Picture(made.DossierId, made.DocumentId, picture),
        ];
        foreach (var part in parts)
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(part)).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await host.Browser(made.Officer).AskAsync(part)).StatusCode);
        }

        var officer = await TakenOverAsync(made, file);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(parts[0])).StatusCode);
        await officer.SubmitAsync("Publiceer de bewaarde tekst", fields: [("Wat is deze versie?", "ontwerp")]);

        var visitor = await host.Browser().OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));
        Assert.Contains("Origineel (Word, ", visitor.Text, StringComparison.Ordinal);
        var original = await visitor.AskAsync(parts[0]);
        Assert.Equal("attachment", original.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", original.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal(WordMade.Plan().File().Length, (await original.Content.ReadAsByteArrayAsync()).Length);
        Assert.Equal(HttpStatusCode.OK, (await visitor.AskAsync(parts[1])).StatusCode);
        await visitor.OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId, 1));
        Assert.DoesNotContain("Origineel (Word, ", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Original_ThatTheOfficerKeepsBack_IsForOfficersOnly()
    {
        var made = await RoundsMade.WithAsync(host);
        var (file, _) = await made.BroughtAsync();
        var officer = await TakenOverAsync(made, file, ("Wie het stuk mag lezen", ""));
        await officer.SubmitAsync("Publiceer de bewaarde tekst", fields: [("Wat is deze versie?", "ontwerp")]);

        var visitor = await host.Browser().OpenAsync(RoundLinks.Document(made.DossierId, made.DocumentId));

        Assert.DoesNotContain("Origineel (Word, ", visitor.Text, StringComparison.Ordinal);
        var original = RoundLinks.Original(made.DossierId, made.DocumentId, file);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.AskAsync(original)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await officer.AskAsync(original)).StatusCode);
    }

    [Fact]
    public async Task Picture_OfAnotherDocument_IsNotThere()
    {
        var (made, other) = (await RoundsMade.WithAsync(host), await RoundsMade.WithAsync(host));
        var (_, picture) = await made.BroughtAsync();

        var browser = host.Browser(made.Officer);

        Assert.Equal(
            HttpStatusCode.NotFound,
            (await browser.AskAsync(RoundLinks.Picture(other.DossierId, other.DocumentId, picture))).StatusCode
        );
    }

    [Fact]
    public async Task WhatCannotCome_IsNamed_AndCorrectionsAreKeptWhileLooking()
    {
        var made = await RoundsMade.WithAsync(host);
        var (file, _) = await made.BroughtAsync(
            WordMade.Of(
                WordMade.Paragraph("Verkeer", "Kop1"),
                WordMade.Paragraph("Tekst."),
                WordMade.Paragraph(WordMade.TextBox("weg")),
                WordMade.Paragraph(WordMade.TextBox("ook weg"))
            )
        );
        var address = RoundLinks.WordCheck(made.DossierId, made.DocumentId, file);
        var browser = await host.Browser(made.Officer).OpenAsync(address);
        Assert.Contains("Dit kon niet mee", browser.Text, StringComparison.Ordinal);
        Assert.Contains("2 tekstvakken, bij 'Verkeer'", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Er staat al een tekst klaar.", browser.Text, StringComparison.Ordinal);

        await browser.SubmitAsync("Bewaar en kijk nog eens", fields: [("De tekst", "# Verkeer\n\nBeter.\n\n# Erbij")]);
        Assert.Contains("2 paragrafen", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(RoundLinks.Write(made.DossierId, made.DocumentId));
        Assert.Contains("Kijk na wat wij lazen in plan.docx", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Beter.", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(address);
        await browser.SubmitAsync("Neem deze tekst over");

        Assert.Contains("Beter.", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(address);
        Assert.StartsWith(RoundLinks.Write(made.DossierId, made.DocumentId), browser.Address, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refused_File_LosesNothingTyped_AndLeavesNothing()
    {
        var made = await RoundsMade.WithAsync(host);
        var before = Kept();
        foreach (
            var (form, button) in new[]
            {
                (RoundLinks.NewDocument(made.DossierId), "Bewaar en bekijk"),
                (RoundLinks.Write(made.DossierId, made.DocumentId), "Bewaar en bekijk"),
            }
        )
        {
            var browser = await host.Browser(made.Officer).OpenAsync(form);
            await browser.SendAsync(
                browser.WithWord(
                    button,
                    WordMade.Of(WordMade.Paragraph("x")).WithExternal("p", "image", "http://spion.example").File(),
                    ("Hoe heet het stuk?", "Mijn titel"),
                    ("De tekst", "Mijn getypte tekst")
                )
            );

            Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
            var field = browser.Page.QuerySelector("input[name=Word]")!;
            Assert.Equal("true", field.GetAttribute("aria-invalid"));
            Assert.Contains("haalt iets op van een andere plek", browser.Text, StringComparison.Ordinal);
            Assert.Contains("Mijn getypte tekst", browser.Body, StringComparison.Ordinal);
            Assert.Contains("Mijn titel", browser.Body, StringComparison.Ordinal);
        }

        Assert.Equal(before, Kept());
        Assert.False(await host.DbAsync(db => db.WordFiles.AnyAsync(w => w.DocumentId == made.DocumentId)));
        Assert.Equal(1, await host.DbAsync(db => db.Documents.CountAsync(d => d.DossierId == made.DossierId)));
    }

    [Fact]
    public async Task TypedBesideTheFile_IsKept_UntilTheFileIsTakenOver()
    {
        var made = await RoundsMade.WithAsync(host);
        var browser = await host.Browser(made.Officer).OpenAsync(RoundLinks.Write(made.DossierId, made.DocumentId));
        await browser.SendAsync(
            browser.WithWord("Bewaar en bekijk", WordMade.Plan().File(), ("De tekst", "Mijn getypte tekst"))
        );

        Assert.Equal(HttpStatusCode.Found, browser.Response.StatusCode);
        await browser.OpenAsync(RoundLinks.Write(made.DossierId, made.DocumentId));
        Assert.Contains("Mijn getypte tekst", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drop_LeavesNothingOfTheFile()
    {
        var made = await RoundsMade.WithAsync(host);
        var before = Kept();
        // Marks of its own, so that no other test keeps the same.
        var (file, _) = await made.BroughtAsync(
            WordMade
                .Of(WordMade.Paragraph("Weg"), WordMade.Paragraph(WordMade.Picture("p")))
                .WithPart("p", "image", "media/i.png", TestPhotos.Png(7, 9))
        );
        Assert.Equal(before + 2, Kept());
        var browser = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.WordCheck(made.DossierId, made.DocumentId, file));

        await browser.SubmitAsync("Gooi dit bestand weg");

        Assert.Equal(before, Kept());
        Assert.False(await host.DbAsync(db => db.WordFiles.AnyAsync(w => w.Id == file)));
        Assert.False(await host.DbAsync(db => db.DocumentPictures.AnyAsync(p => p.DocumentId == made.DocumentId)));
        await browser.OpenAsync(RoundLinks.WordCheck(made.DossierId, made.DocumentId, file), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Forgotten_AfterAMonth_WhatNobodyTookOver()
    {
        var made = await RoundsMade.WithAsync(host);
        var (old, _) = await made.BroughtAsync();
        var kept = await made.BroughtAsync();
        await TakenOverAsync(made, kept.File);
        await host.DbAsync(db =>
            db.WordFiles.Where(w => w.DocumentId == made.DocumentId)
                .ExecuteUpdateAsync(set => set.SetProperty(w => w.At, host.Time.GetUtcNow().AddDays(-31)))
        );

        await host.DbAsync(db => host.Services.GetRequiredService<WordFilesForgotten>().RunAsync(db, default));

        Assert.Equal(
            [kept.File],
            await host.DbAsync(db =>
                db.WordFiles.Where(w => w.DocumentId == made.DocumentId).Select(w => w.Id).ToArrayAsync()
            )
        );
        Assert.NotEqual(old, kept.File);
        Assert.Equal(
            HttpStatusCode.OK,
            (
                await host.Browser(made.Officer)
                    .AskAsync(RoundLinks.Picture(made.DossierId, made.DocumentId, kept.Picture))
            ).StatusCode
        );
    }

    private async Task<TestBrowser> TakenOverAsync(RoundsMade made, long file, params (string, string)[] fields)
    {
        var browser = await host.Browser(made.Officer)
            .OpenAsync(RoundLinks.WordCheck(made.DossierId, made.DocumentId, file));
        return await browser.SubmitAsync(
            "Neem deze tekst over",
            fields: [("Plaatje 1 is alleen versiering", "ja"), .. fields]
        );
    }

    private int Kept() =>
        Directory
            .GetFiles(host.Services.GetRequiredService<BrinkSettings>().DataFolder, "*", SearchOption.AllDirectories)
            .Count(file => Path.GetFileName(file).Length == 64);
}
