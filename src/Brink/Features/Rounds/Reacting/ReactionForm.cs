using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Reacting;

/// <summary>What somebody typed to react, on whatever page.</summary>
public sealed class ReactionForm
{
    public const long Whole = 0;

    /// <summary>The section as it read when the form was opened; <see cref="Whole"/> for the whole.</summary>
    public long? SectionId { get; set; }

    /// <summary>Chosen words in the section, and where they begin; empty for all of it.</summary>
    public string Quote { get; set; } = "";
    public int? QuoteAt { get; set; }
    public ReactionKind? Kind { get; set; }
    public string Text { get; set; } = "";
    public string Proposed { get; set; } = "";

    [BindNever]
    public IReadOnlyList<Choice> Sections { get; private set; } = [];

    [BindNever]
    public ReactionPlace Place { get; private set; } = ReactionPlace.Whole;

    /// <summary>What the chosen section is called; null for the whole.</summary>
    [BindNever]
    public string? Heading { get; private set; }

    public ReactionWords Words => new(Kind ?? ReactionKind.Reaction, Text, Proposed);

    /// <summary>
    /// The sections to choose from, and the chosen one. A section of an older version counts as well: somebody who reads
    /// while the document is replaced reacts to what was read. Two queries.
    /// </summary>
    public async Task ReadAsync(BrinkDb db, RoundHead round, Texts T, CancellationToken cancellation)
    {
        if (round.DocumentId is not { } document)
        {
            (SectionId, Quote, QuoteAt) = (Whole, "", null);
            return;
        }

        var newest = await db
            .DocumentSections.AsNoTracking()
            .Where(s => s.Version!.DocumentId == document && s.Version.Number == round.CurrentVersion)
            .OrderBy(s => s.Order)
            .Select(s => new
            {
                s.Id,
                s.Anchor,
                s.Heading,
            })
            .ToArrayAsync(cancellation);
        var chosen = SectionId is > Whole
            ? await db
                .DocumentSections.AsNoTracking()
                .Where(s => s.Id == SectionId && s.Version!.DocumentId == document)
                .Select(s => new
                {
                    s.Id,
                    s.Anchor,
                    s.Heading,
                    s.Text,
                    s.Version!.Number,
                })
                .FirstOrDefaultAsync(cancellation)
            : null;
        SectionId = SectionId is > Whole && chosen is null ? null : SectionId;
        Sections =
        [
            new Choice(Whole, T["Het geheel"]),
            .. chosen is null || chosen.Number == round.CurrentVersion
                ? Array.Empty<Choice>()
                :
                [
                    new Choice(
                        chosen.Id,
                        T["{0} (versie {1})", T.PartOf(chosen.Anchor, chosen.Heading), chosen.Number]
                    ),
                ],
            .. newest.Select(s => new Choice(s.Id, T.PartOf(s.Anchor, s.Heading))),
        ];
        Heading = chosen is null ? null : T.PartOf(chosen.Anchor, chosen.Heading);
        Place = chosen is null ? ReactionPlace.Whole : Chosen(chosen.Id, chosen.Anchor, chosen.Text);
        (Quote, QuoteAt) = (Place.Quote, Place.Quote.Length > 0 ? Place.QuoteAt : null);
    }

    /// <param name="prefix">Of the names of the fields.</param>
    public IEnumerable<Refusal> Wrong(string prefix)
    {
        if (SectionId is null)
        {
            yield return new Refusal(prefix + nameof(SectionId), "Kies waarover uw reactie gaat.");
        }

        if (Kind is null || !Enum.IsDefined(Kind.Value))
        {
            yield return new Refusal(prefix + nameof(Kind), "Kies wat u wilt doen.");
        }

        foreach (var refusal in WrongWords(prefix))
        {
            yield return refusal;
        }
    }

    public IEnumerable<Refusal> WrongWords(string prefix)
    {
        if (Kind == ReactionKind.Suggestion && string.IsNullOrWhiteSpace(Proposed))
        {
            yield return new Refusal(prefix + nameof(Proposed), "Schrijf welke woorden u voorstelt.");
        }

        if (Kind != ReactionKind.Suggestion && string.IsNullOrWhiteSpace(Text))
        {
            yield return new Refusal(prefix + nameof(Text), "Schrijf uw reactie op.");
        }

        foreach (
            var refusal in Typed
                .Fits(prefix + nameof(Text), Text, Reaction.LongestText, Reaction.LongestText * 3)
                .Concat(
                    Typed.Fits(
                        prefix + nameof(Proposed),
                        Proposed,
                        Reaction.LongestProposed,
                        Reaction.LongestProposed * 3
                    )
                )
        )
        {
            yield return refusal;
        }
    }

    public static IReadOnlyList<Choice> Kinds(Texts T) =>
        [
            new(ReactionKind.Reaction, T["Ik geef een reactie"]),
            new(ReactionKind.Question, T["Ik heb een vraag"]),
            new(ReactionKind.Suggestion, T["Ik stel andere woorden voor"]),
        ];

    /// <summary>Words that don't stand in the section are let go: the reaction is to the section then.</summary>
    private ReactionPlace Chosen(long section, int anchor, string text)
    {
        var quote = TextRules.Line(Quote);
        var plain = Markdown.DocumentPlain(text);
        var at = quote.Length is 0 or > Reaction.LongestQuote ? -1 : Nearest(plain, quote, QuoteAt ?? 0);
        return at < 0 ? new(section, anchor, "", 0) : new(section, anchor, quote, at);
    }

    /// <summary>The same words may stand there more than once: the one nearest to where they were chosen.</summary>
    private static int Nearest(string plain, string quote, int wanted)
    {
        var best = -1;
        for (
            var at = plain.IndexOf(quote, StringComparison.Ordinal);
            at >= 0;
            at = plain.IndexOf(quote, at + 1, StringComparison.Ordinal)
        )
        {
            if (best < 0 || Math.Abs(at - wanted) < Math.Abs(best - wanted))
            {
                best = at;
            }
        }

        return best;
    }
}
