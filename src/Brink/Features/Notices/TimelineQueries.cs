using Brink.Features.Journal;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>One thing that happened to a subject, in words.</summary>
/// <param name="PersonId">For the page that knows who may see more; never shown as such.</param>
public sealed record JournalLine(
    long Id,
    long? SubjectId,
    string Verb,
    DateTimeOffset At,
    long? PersonId,
    JournalFacts About,
    string Sentence
);

public static class TimelineQueries
{
    public const int PageSize = 20;

    /// <summary>
    /// What happened to a subject, newest first, one more than a page when there is more. Two queries. Whoever asks has
    /// already found out that the viewer may see the subject.
    /// </summary>
    /// <param name="page">Counts from 1.</param>
    public static Task<IReadOnlyList<JournalLine>> TimelineAsync(
        this BrinkDb db,
        Texts T,
        long subjectId,
        int page,
        CancellationToken cancellation
    ) =>
        db
            .Journal.Where(e => e.SubjectId == subjectId)
            .WorthTelling()
            .OrderByDescending(e => e.At)
            .ThenByDescending(e => e.Id)
            .Skip((Math.Max(page, 1) - 1) * PageSize)
            .Take(PageSize + 1)
            .WordedAsync(db, T, cancellation);

    /// <summary>Without what another line says already, or what only concerns who must act.</summary>
    public static IQueryable<JournalEntry> WorthTelling(this IQueryable<JournalEntry> entries) =>
        entries
            .Where(e => e.Verb != PromiseVerbs.Reminded)
            // Thousands may back one initiative: that stands there as one line. An index passes them by.
            .Where(e => !e.Verb.StartsWith("backing.") && !e.Verb.StartsWith("concern."))
            // What was said in confidence stays there, also when the plan is public.
            .Where(e => !e.Verb.StartsWith("dossier.confidential-"))
            // What stays between who asks and who advises, and between those who write.
            .Where(e => !e.Verb.StartsWith("advice.aside-"))
            .Where(e => !e.Verb.StartsWith("reaction.") && !e.Verb.StartsWith("answer."))
            // What parties say of a text before it holds is between them.
            .Where(e => !e.Verb.StartsWith("agreement.aside-"))
            // How a newsletter was made is of no use to who reads it.
            .Where(e => !e.Verb.StartsWith("newsletter.draft-"))
            // 'Opgepakt' and 'beantwoord' say it already.
            .Where(e =>
                e.Verb != PromiseVerbs.Kept
                || (
                    !EF.Functions.JsonContains(e.About, """{"kind":"TakeIn"}""")
                    && !EF.Functions.JsonContains(e.About, """{"kind":"Answer"}""")
                )
                || EF.Functions.JsonContains(e.About, """{"late":true}""")
            );

    /// <summary>These lines in words, in the same order. Two queries.</summary>
    public static async Task<IReadOnlyList<JournalLine>> WordedAsync(
        this IQueryable<JournalEntry> entries,
        BrinkDb db,
        Texts T,
        CancellationToken cancellation
    )
    {
        var rows = await entries
            .AsNoTracking()
            .Select(e => new
            {
                e.Id,
                e.SubjectId,
                e.About,
                Actor = new ActorFacts(
                    e.Verb,
                    e.At,
                    e.PersonId,
                    e.OnBehalfOfId,
                    db.Organisations.Where(o => o.Id == e.OnBehalfOfId).Select(o => o.Name).FirstOrDefault(),
                    db.Contributions.Where(c =>
                            c.SubjectId == e.SubjectId && c.ByPersonId == e.PersonId && c.NameIsPublic
                        )
                        .Select(c => c.ByPerson!.Name)
                        .FirstOrDefault(),
                    e.EnteredById != null
                ),
            })
            .ToArrayAsync(cancellation);
        var actors = await ShownActors.LoadAsync(db, T, rows.Select(r => r.Actor.PersonId), cancellation);
        var wording = new JournalWording(T);
        return
        [
            .. rows.Select(r =>
            {
                var about = JournalFacts.Of(r.About);
                return new JournalLine(
                    r.Id,
                    r.SubjectId,
                    r.Actor.Verb,
                    r.Actor.At,
                    r.Actor.PersonId,
                    about,
                    wording.Sentence(r.Actor.Verb, actors.Show(r.Actor), about)
                );
            }),
        ];
    }

    /// <summary>As the timeline part of a page shows it.</summary>
    public static Timeline Timeline(this IEnumerable<JournalLine> lines) =>
        new([
            .. lines.Select(line =>
            {
                var day = DutchTime.DateOf(line.At);
                return new TimelineEntry(day, Formats.Date(day), line.Sentence, Tone: ToneOf(line.Verb));
            }),
        ]);

    private static EntryTone ToneOf(string verb) =>
        verb switch
        {
            Initiatives.InitiativeVerbs.Answered or Initiatives.InitiativeVerbs.TakenIn => EntryTone.Answer,
            Initiatives.InitiativeVerbs.HandedIn
            or Initiatives.InitiativeVerbs.Updated
            or Initiatives.InitiativeVerbs.QuestionReplied => EntryTone.People,
            _ => EntryTone.Plain,
        };
}
