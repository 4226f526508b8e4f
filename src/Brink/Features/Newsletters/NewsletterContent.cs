using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters;

/// <summary>One thing that a newsletter tells.</summary>
/// <param name="Words">The maker's own, Markdown; may be empty.</param>
/// <param name="Facts">What happened, in sentences; empty where the own words stand instead of it.</param>
/// <param name="Href">The path of its page.</param>
public sealed record NewsletterStory(
    long ItemId,
    long SubjectId,
    string Title,
    string Words,
    string Facts,
    string Href
);

/// <summary>A heading, or a story.</summary>
public sealed record NewsletterBlock(string Heading, NewsletterStory? Story);

/// <summary>
/// A newsletter as it reads at this moment, the same on the page, on paper and in the mail. Only what is public is in it,
/// also after sending: what was withdrawn since stands in no mail that still has to go, and on no page.
/// </summary>
/// <param name="Gone">How many of what was chosen may not be told any more.</param>
public sealed record NewsletterContent(
    string Title,
    string Opening,
    string Closing,
    IReadOnlyList<NewsletterBlock> Blocks,
    int Gone
)
{
    /// <summary>More happened than anybody wants to read about one subject.</summary>
    private const int MostSentences = 3;

    public IEnumerable<NewsletterStory> Stories => Blocks.Select(block => block.Story).OfType<NewsletterStory>();

    public bool SaysAnything => Opening.Length > 0 || Stories.Any();

    /// <summary>Differs when a reader would see something else.</summary>
    public string Fingerprint =>
        Newsletter.VersionOf(
            string.Join(
                '\u001F',
                Blocks
                    .Select(block =>
                        block.Story is { } s ? $"{s.Title}\n{s.Words}\n{s.Facts}\n{s.Href}" : block.Heading
                    )
                    .Prepend(Closing)
                    .Prepend(Opening)
                    .Prepend(Title)
            )
        );

    /// <summary>Everything that can be searched, without layout.</summary>
    public string Words =>
        TextRules.First(
            string.Join(
                ' ',
                Stories
                    .SelectMany(s => new[] { s.Title, Markdown.Plain(s.Words) })
                    .Prepend(Markdown.Plain(Opening))
                    .Append(Markdown.Plain(Closing))
                    .Where(part => part.Length > 0)
            ),
            20_000
        );

    /// <summary>Three queries at most for a draft, one for what was sent.</summary>
    /// <param name="newsletter">With its subject and items.</param>
    /// <param name="T">In whatever language; what happened is told in Dutch, as the newsletter is.</param>
    public static async Task<NewsletterContent> LoadAsync(
        BrinkDb db,
        Texts T,
        Newsletter newsletter,
        CancellationToken cancellation
    )
    {
        var chosen = newsletter.Items.Select(item => item.SubjectId).OfType<long>().ToArray();
        var shown = await db
            .Subjects.AsNoTracking()
            .Where(s => chosen.Contains(s.Id) && s.Visibility == Visibility.Public)
            .Select(s => new ShownSubject(s.Id, s.Kind, s.Title, s.Slug))
            .ToDictionaryAsync(s => s.Id, cancellation);
        var facts =
            newsletter.State == NewsletterState.Draft
                ? await FactsAsync(db, T, newsletter, shown.Keys, cancellation)
                : [];
        return Compose(newsletter, shown, facts);
    }

    private static NewsletterContent Compose(
        Newsletter newsletter,
        Dictionary<long, ShownSubject> shown,
        Dictionary<long, string> facts
    )
    {
        var blocks = new List<NewsletterBlock>();
        var gone = 0;
        NewsletterBlock? heading = null;
        foreach (var item in newsletter.InOrder)
        {
            if (item.SubjectId is not { } subjectId)
            {
                heading = new(item.Heading, null);
            }
            else if (!shown.TryGetValue(subjectId, out var subject))
            {
                gone++;
            }
            else
            {
                // A heading with nothing left under it says nothing.
                if (heading is not null)
                {
                    blocks.Add(heading);
                    heading = null;
                }

                blocks.Add(
                    new(
                        "",
                        newsletter.State == NewsletterState.Draft
                            ? new(
                                item.Id,
                                subjectId,
                                subject.Title,
                                item.Words,
                                item.ShowsFacts ? facts.GetValueOrDefault(subjectId, "") : "",
                                SubjectLinks.Of(subject.Kind, subjectId, subject.Slug)
                            )
                            : new(item.Id, subjectId, item.Title, item.Words, item.Facts, item.Href)
                    )
                );
            }
        }

        return new(newsletter.Subject.Title, newsletter.Opening, newsletter.Closing, blocks, gone);
    }

    private static async Task<Dictionary<long, string>> FactsAsync(
        BrinkDb db,
        Texts T,
        Newsletter newsletter,
        IReadOnlyCollection<long> subjects,
        CancellationToken cancellation
    )
    {
        using var dutch = T.Languages.Use(Languages.Default);
        var happened = await WhatHappened.SentencesAsync(db, T, subjects, newsletter.Since, cancellation);
        return happened.ToDictionary(
            one => one.Key,
            // The last of them, in the order in which they happened.
            one => string.Join(' ', one.Value.TakeLast(MostSentences))
        );
    }

    private sealed record ShownSubject(long Id, SubjectKind Kind, string Title, string Slug);
}
