using Brink.Features.Rounds;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Rounds;

/// <summary>What changed between two versions, and which reactions caused it (C8).</summary>
public sealed class DifferencesTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Changed_IsSaidInWords_WithTheReactionsThatCausedIt()
    {
        var made = await RoundsMade.WithAsync(host);
        var person = await made.Data.PersonAsync();
        var taken = await made.SaidAsync(person, "Maak er 30 van.", "Verkeer");
        var refused = await made.SaidAsync(person, "Maak er 130 van.", "Verkeer");
        using var _ = made.Closed();
        await made.AnsweredAsync(await made.TakenUpAsync(taken.Id));
        await made.AnsweredAsync(await made.TakenUpAsync(refused.Id), AnswerOutcome.NotTaken);
        await made.ReplaceAsync(
            "Vooraf.\n\n# 1. Verkeer\n\nDe snelheid wordt 30 kilometer per uur.\n\n# 3. Water\n\nNieuw."
        );

        var page = await host.Browser().OpenAsync(RoundLinks.Differences(made.DossierId, made.DocumentId));

        Assert.Contains("3 paragrafen zijn anders.", page.Text, StringComparison.Ordinal);
        var traffic = page.Page.QuerySelector("section#p2")!;
        Assert.Contains("60", traffic.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("weggehaald", traffic.QuerySelector("del")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("30", traffic.QuerySelector("ins")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(RoundWords.NumberOf(taken.Id), traffic.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(RoundWords.NumberOf(refused.Id), traffic.TextContent, StringComparison.Ordinal);
        Assert.Contains(
            "Deze paragraaf is weggehaald.",
            page.Page.QuerySelector("section#p3")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Nieuwe paragraaf.",
            page.Page.QuerySelector("section#p4")!.TextContent,
            StringComparison.Ordinal
        );
        Assert.Null(page.Page.QuerySelector("section#p1"));
    }

    [Fact]
    public void Moved_IsSaidOfAsFewAsPossible()
    {
        SectionView[] before = [Of(1, "A"), Of(2, "B"), Of(3, "C"), Of(4, "D")];
        SectionView[] after = [Of(4, "D"), Of(1, "A"), Of(2, "B"), Of(3, "C")];

        var change = Assert.Single(SectionDifference.Of(before, after));

        Assert.Equal((4, SectionChange.Moved), (change.Anchor, change.Kind));
        Assert.Empty(SectionDifference.Of(before, before));
    }

    [Fact]
    public void Removed_StandsWhereItStood()
    {
        SectionView[] before = [Of(1, "A"), Of(2, "B"), Of(3, "C")];

        Assert.Equal(
            [(1, SectionChange.Removed), (2, SectionChange.Removed)],
            SectionDifference.Of(before, [Of(3, "C")]).Select(c => (c.Anchor, c.Kind))
        );
        Assert.Equal(
            [(1, SectionChange.Changed), (2, SectionChange.Removed), (5, SectionChange.Added)],
            SectionDifference.Of(before, [Of(1, "A!"), Of(3, "C"), Of(5, "E")]).Select(c => (c.Anchor, c.Kind))
        );
    }

    private static SectionView Of(int anchor, string text) => new(anchor, anchor, 1, "Kop " + anchor, text);
}
