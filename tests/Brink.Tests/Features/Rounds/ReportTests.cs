using System.Net;
using System.Text;
using Brink.Features.Rounds;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Rounds;

/// <summary>The public report of a round: page, paper and spreadsheet (C6).</summary>
public sealed class ReportTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Report_NamesAssociations_NoPersons_AndSaysWhatBecameOfEach()
    {
        var made = await AnsweredAsync();

        var page = await host.Browser().OpenAsync(RoundLinks.Report(made.DossierId, made.RoundId));

        Assert.Contains("Te hard.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Overgenomen", page.Text, StringComparison.Ordinal);
        Assert.Contains("het klopt wat u zegt.", page.Text, StringComparison.Ordinal);
        Assert.Contains(made.Place.Association.Name, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mevrouw Zichtbaar", page.Body, StringComparison.Ordinal);
        Assert.Contains("3 reacties van 1 inwoner en 1 vereniging.", page.Text, StringComparison.Ordinal);
        Assert.Equal(
            ["Het geheel", "1. Verkeer"],
            page.Page.QuerySelectorAll("main section h2").Select(h => h.TextContent.Trim())
        );
    }

    [Fact]
    public async Task Report_OfAnOpenRound_IsNotThere()
    {
        var made = await RoundsMade.WithAsync(host);

        await host.Browser().OpenAsync(RoundLinks.Report(made.DossierId, made.RoundId), HttpStatusCode.NotFound);
        await host.Browser().OpenAsync(RoundLinks.Download(made.DossierId, made.RoundId), HttpStatusCode.NotFound);
        await host.Browser().OpenAsync(RoundLinks.Pdf(made.DossierId, made.RoundId), HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Spreadsheet_HoldsEveryReaction_AndNoFormula()
    {
        var made = await RoundsMade.WithAsync(host);
        await AddManyAsync(made, 1500);
        await made.SaidAsync(await made.Data.PersonAsync(), "=HYPERLINK(\"https://kwaad.example\")");
        using var _ = made.Closed();
        var browser = host.Browser();
        await browser.AskAsync(RoundLinks.Download(made.DossierId, made.RoundId));

        Assert.Equal(1501, browser.Body.Split("\r\n").Count(line => line.StartsWith("\"R-", StringComparison.Ordinal)));
        Assert.Contains("\"'=HYPERLINK", browser.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pdf_SaysTheSameAsThePage_TaggedAndInOrder()
    {
        OutsideProgram.Require("pdftotext");
        var made = await AnsweredAsync();
        var file = Path.Combine(Directory.CreateTempSubdirectory("pdf").FullName, "verslag.pdf");
        var answer = await host.Browser().AskAsync(RoundLinks.Pdf(made.DossierId, made.RoundId));
        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        await File.WriteAllBytesAsync(file, await answer.Content.ReadAsByteArrayAsync());

        var text = Encoding.UTF8.GetString(OutsideProgram.Run("pdftotext", "-raw", file, "-").Output);

        Assert.True(OutsideProgram.Run("qpdf", "--check", file).Code == 0);
        Assert.Contains("Tagged:          yes", Encoding.UTF8.GetString(OutsideProgram.Run("pdfinfo", file).Output));
        Assert.Contains("3 reacties van 1 inwoner en 1 vereniging.", text, StringComparison.Ordinal);
        Assert.Contains("Overgenomen, omdat", text, StringComparison.Ordinal);
        Assert.Contains("het klopt wat u zegt.", text, StringComparison.Ordinal);
        Assert.Contains(made.Place.Association.Name, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Mevrouw Zichtbaar", text, StringComparison.Ordinal);
        string[] order = ["Het geheel", "Over alles.", "1. Verkeer", "Te hard."];
        Assert.Equal(order, order.OrderBy(part => text.IndexOf(part, StringComparison.Ordinal)));
    }

    /// <summary>One is much more of the same: pages ask as often, and show a page of it.</summary>
    [Fact]
    public async Task Pages_OfManyReactions_ArePaged()
    {
        var made = await RoundsMade.WithAsync(host);
        await AddManyAsync(made, 120);
        var page = await host.Browser().OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.Equal(20, page.Page.QuerySelectorAll("article").Length);
        await page.OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId, null, 6));
        Assert.Equal(20, page.Page.QuerySelectorAll("article").Length);
        using var _ = made.Closed();
        await page.OpenAsync(RoundLinks.Report(made.DossierId, made.RoundId));
        Assert.Equal(50, page.Page.QuerySelectorAll("article").Length);
        await page.OpenAsync(RoundLinks.Report(made.DossierId, made.RoundId) + "?alles=ja");
        Assert.Equal(120, page.Page.QuerySelectorAll("article").Length);
    }

    private async Task<RoundsMade> AnsweredAsync()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync("Mevrouw Zichtbaar");
        var said = new[]
        {
            await made.SaidAsync(person, "Te hard.", "Verkeer"),
            await made.SaidAsync(person, "Over alles."),
            await made.SaidAsync(made.Place.ContactPerson, "Wij ook.", organisation: made.Place.Association.Id),
        };
        var answer = await made.TakenUpAsync([.. said.Select(r => r.Id)]);
        host.Time.Advance(TimeSpan.FromDays(11));
        await made.AnsweredAsync(answer);
        return made;
    }

    private static async Task AddManyAsync(RoundsMade made, int number)
    {
        var person = await made.Data.PersonAsync();
        await made.Data.SaveAsync(async db =>
        {
            var round = await db.Rounds.SingleAsync(r => r.Id == made.RoundId);
            for (var at = 0; at < number; at++)
            {
                var actor = made.Data.Now(person.Id);
                db.Reactions.Add(
                    Reaction
                        .Give(
                            round,
                            ReactionPlace.Whole,
                            new ReactionWords(ReactionKind.Reaction, $"Reactie {at}.", ""),
                            new Brink.Features.Subjects.Contribution
                            {
                                SubjectId = made.DossierId,
                                ByPersonId = person.Id,
                                At = actor.At,
                            },
                            actor,
                            isKnown: true
                        )
                        .Reaction!
                );
            }

            return number;
        });
    }
}
