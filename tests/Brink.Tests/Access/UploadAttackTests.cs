using System.Net.Http.Headers;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Brink.Platform.Tenancy;
using Brink.Tests.Platform.Files;
using Brink.Tests.Platform.Text.WordFiles;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Access;

/// <summary>
/// Every form that takes a file, given files that are not what they say or carry more than a picture: never an error of
/// ours, a refusal in words, and nothing kept but the picture itself.
/// </summary>
public sealed class UploadAttackTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const string Payload = "<script>aanval()</script>";
    private static readonly byte[] Zip = [.. "PK\u0003\u0004"u8, .. Encoding.ASCII.GetBytes(Payload)];

    private const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static readonly Attack[] Attacks =
    [
        new("page under the name of a photo", "foto.png", "image/png", Text("<!DOCTYPE html>" + Payload)),
        new(
            "drawing with script",
            "foto.jpg",
            "image/jpeg",
            Text("<svg xmlns='http://www.w3.org/2000/svg'>" + Payload)
        ),
        new("program text", "foto.gif", "image/gif", Text("GIF89a<?php aanval(); ?>")),
        new("archive", "foto.webp", "image/webp", Zip),
        new("only the first signs of a photo", "foto.jpg", "image/jpeg", [0xFF, 0xD8, 0xFF, .. Text(Payload)]),
        new("broken JPEG", "foto.jpg", "image/jpeg", TestPhotos.Jpeg()[..60]),
        new("broken PNG", "foto.png", "image/png", TestPhotos.Png()[..40]),
        new("broken WebP", "foto.webp", "image/webp", TestPhotos.WebP()[..30]),
        new("PNG that would fill the memory", "foto.png", "image/png", TestPhotos.Png(100_000, 100_000)),
        new("JPEG that would fill the memory", "foto.jpg", "image/jpeg", TestPhotos.Jpeg(65_000, 65_000)),
        new("more than there is room for", "foto.png", "image/png", [.. TestPhotos.Png(), .. new byte[10_000_001]]),
        new(
            "Word file with a picture from elsewhere",
            "stuk.docx",
            Word,
            WordMade
                .Of(WordMade.Paragraph(Payload.Replace('<', '(')))
                .WithExternal("x", "image", "http://spion.example/1.png")
                .File()
        ),
        new("Word file with macros", "stuk.docx", Word, Macros()),
        new(
            "old Word file",
            "stuk.doc",
            "application/msword",
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. Text(Payload)]
        ),
        new("nothing", "foto.png", "image/png", [], MayPass: true),
        new("photo and page in one", "../../foto.html", "text/html", [.. TestPhotos.Jpeg(), .. Text(Payload)], true),
        new("photo and archive in one", "foto.zip", "application/zip", [.. TestPhotos.Png(), .. Zip], true),
        new("photo with a place in it", "naam=ander;naam.webp", "image/webp", [.. TestPhotos.WebP(), .. Zip], true),
    ];

    [Fact]
    public async Task Uploads_KeepPicturesAndNothingElse()
    {
        var elsewhere = await host.AddMunicipalityAsync("Elders", "elders.example");
        host.Services.GetRequiredService<ITenantDirectory>().Refresh();
        var cast = await Cast.GatherAsync(host, elsewhere);
        // A Word file that waits for an officer is among them.
        var before = Kept();
        var addresses = await Addresses.AllAsync(host.Services);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var tried = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var role in new[] { "anonymous", "initiator", "contact", "policy", "administrator" })
        {
            using var browser = host.Browser(cast[role]);
            await BeginAnIdeaAsync(browser);
            foreach (var (pattern, page) in Pages(cast, addresses).Where(page => !tried.Contains(page.Pattern)))
            {
                await browser.AskAsync(page);
                if (Upload(browser) is not null)
                {
                    tried.Add(pattern);
                    await AttackAsync(browser, page, found);
                }
            }
        }

        Assert.True(tried.Count >= 5, string.Join('\n', tried));
        Conventions.Findings.None(found);
        await AssertKeptAsync(before);
    }

    private static async Task AttackAsync(TestBrowser browser, string page, SortedSet<string> found)
    {
        foreach (var attack in Attacks)
        {
            await browser.AskAsync(page);
            if (Upload(browser) is not { } form)
            {
                continue;
            }

            await browser.SendAsync(Request(form, browser.Address, attack));
            var status = (int)browser.Response.StatusCode;
            if (status >= 500 || (!attack.MayPass && !IsRefusal(page, status)))
            {
                found.Add($"{page}: {attack.What}: {status}");
            }

            if (browser.Body.Contains(Payload, StringComparison.Ordinal))
            {
                found.Add($"{page}: {attack.What}: comes back as a page");
            }
        }
    }

    /// <summary>A spreadsheet that can't be read is answered with what is wrong line by line.</summary>
    private static bool IsRefusal(string page, int status) =>
        status is 400 or 413 || (status == 200 && page.Contains("/inlezen/", StringComparison.Ordinal));

    private string[] Kept() =>
        Directory.GetFiles(
            host.Services.GetRequiredService<BrinkSettings>().DataFolder,
            "*",
            SearchOption.AllDirectories
        );

    private async Task AssertKeptAsync(string[] before)
    {
        var kept = Kept().Except(before, StringComparer.Ordinal).ToArray();
        Assert.NotEmpty(kept);
        foreach (var file in kept)
        {
            var content = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file));
            Assert.DoesNotContain("aanval", content, StringComparison.Ordinal);
            Assert.DoesNotContain(TestPhotos.Secret, content, StringComparison.Ordinal);
            Assert.DoesNotContain("PK\u0003\u0004", content, StringComparison.Ordinal);
        }

        var photos = await host.DbAsync(db =>
            db.SubjectFiles.Where(f => f.Subject!.Kind == Brink.Features.Subjects.SubjectKind.Initiative)
                .Select(f => new
                {
                    f.SubjectId,
                    f.Id,
                    f.ContentType,
                })
                .ToArrayAsync()
        );
        Assert.NotEmpty(photos);
        using var browser = host.Browser();
        foreach (var photo in photos)
        {
            var answer = await browser.AskAsync($"/initiatieven/{photo.SubjectId}/foto/{photo.Id}");
            Assert.Contains(
                answer.Content.Headers.ContentType!.MediaType,
                new[] { "image/jpeg", "image/png", "image/webp" }
            );
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    private static IEnumerable<(string Pattern, string Page)> Pages(Cast cast, IReadOnlyList<Address> addresses) =>
        addresses
            .Where(address => address is { Method: "GET", Handler: null })
            .Where(address =>
                !address.Pattern.StartsWith("/api/", StringComparison.Ordinal) && address.Pattern != "/uitloggen"
            )
            .SelectMany(address =>
                cast.Fill(address)
                    .Where(one => one.State is "public" or "-" or "own")
                    .Select(one => (address.Pattern, one.Address))
            );

    /// <summary>The photos of an idea are asked for halfway.</summary>
    private static async Task BeginAnIdeaAsync(TestBrowser browser)
    {
        await browser.OpenAsync("/idee");
        await browser.SubmitAsync(
            "Volgende vraag",
            fields: [("Hoe heet het", "Een plan"), ("Wat wilt u doen?", "Iets doen."), ("Waarom?", "Daarom.")]
        );
    }

    private static IHtmlFormElement? Upload(TestBrowser browser) =>
        browser.Page.QuerySelector<IHtmlInputElement>("main input[type=file]")?.Form as IHtmlFormElement;

    private static HttpRequestMessage Request(IHtmlFormElement form, string address, Attack attack)
    {
        var content = new MultipartFormDataContent();
        foreach (var field in form.QuerySelectorAll("input, textarea, select"))
        {
            var name = field.GetAttribute("name") ?? "";
            switch (field)
            {
                case IHtmlInputElement { Type: "file" }:
                    var file = new ByteArrayContent(attack.Content);
                    file.Headers.ContentType = new MediaTypeHeaderValue(attack.ContentType);
                    content.Add(file, name, attack.FileName);
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }
                or IHtmlInputElement { Type: "submit" or "button" }:
                    break;
                case IHtmlInputElement { Type: "hidden" } hidden:
                    content.Add(new StringContent(hidden.Value), name);
                    break;
                case IHtmlInputElement when name == Brink.Features.Shared.TrapField.Name:
                    content.Add(new StringContent(""), name);
                    break;
                case IHtmlInputElement input:
                    content.Add(new StringContent(input.Value.Length > 0 ? input.Value : "Een paar woorden"), name);
                    break;
                case IHtmlTextAreaElement area:
                    content.Add(new StringContent(area.Value.Length > 0 ? area.Value : "Een paar woorden"), name);
                    break;
                case IHtmlSelectElement select:
                    content.Add(new StringContent(select.Value ?? ""), name);
                    break;
            }
        }

        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : address;
        return new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
    }

    private static byte[] Macros()
    {
        var made = WordMade.Of(WordMade.Paragraph("Tekst"));
        made.Instead["word/vbaProject.bin"] = Text(Payload);
        return made.File();
    }

    private static byte[] Text(string text) => Encoding.ASCII.GetBytes(text);

    /// <param name="MayPass">Whether something of it may be kept: the picture, or nothing at all.</param>
    private sealed record Attack(
        string What,
        string FileName,
        string ContentType,
        byte[] Content,
        bool MayPass = false
    );
}
