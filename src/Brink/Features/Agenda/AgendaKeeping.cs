using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agenda;

/// <summary>A subject that may go on an agenda.</summary>
public sealed record AgendaSubject(long Id, SubjectKind Kind, string Title, string Slug);

/// <summary>Putting points on an agenda and taking them from it. Saved by whoever calls it.</summary>
public static class AgendaKeeping
{
    /// <summary>What the viewer may see: what is public, and of the rest what a feature says. Null for anything else.</summary>
    public static async Task<AgendaSubject?> SeenSubjectAsync(
        this BrinkDb db,
        Viewer viewer,
        DateOnly today,
        long subjectId,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Subjects.AsNoTracking()
            .Where(s => s.Id == subjectId)
            .Select(s => new
            {
                s.Kind,
                s.Title,
                s.Slug,
                s.Visibility,
            })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var seen =
            found.Visibility == Visibility.Public
            || (
                found.Visibility == Visibility.Restricted
                && FeatureServices.Readers.FirstOrDefault(r => r.Kind == found.Kind) is { } readers
                && await readers.MaySeeAsync(db, viewer, today, subjectId, cancellation)
            );
        return seen ? new AgendaSubject(subjectId, found.Kind, found.Title, found.Slug) : null;
    }

    /// <summary>Puts a subject on the agenda, once.</summary>
    /// <param name="remark">As typed; refused at the field 'Remark' when too long.</param>
    public static async Task<Outcome> PutAsync(
        this BrinkDb db,
        long organisationId,
        AgendaSubject about,
        string? remark,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var words = TextRules.Paragraphs(remark, AgendaPoint.LongestRemark);
        if (words.Problem is { } problem)
        {
            return Outcome.Of([new Refusal("Remark", problem, words.Arguments)]);
        }

        var there = await db
            .AgendaPoints.Where(p => p.OrganisationId == organisationId && p.SubjectId == about.Id)
            .Where(p => p.State == AgendaState.Open)
            .Select(p => (DateTimeOffset?)p.AddedAt)
            .FirstOrDefaultAsync(cancellation);
        if (there is { } since)
        {
            return Outcome.Refuse("", "Dit staat al op deze agenda, sinds {0}.", Formats.Date(DutchTime.DateOf(since)));
        }

        await db.AddPointAsync(
            AgendaPoint.Put(organisationId, about.Id, about.Title, words.Text, actor),
            actor,
            cancellation
        );
        return Outcome.Done;
    }

    /// <summary>Puts a point on the agenda that is about nothing in Brink.</summary>
    public static async Task<Outcome> PutOwnAsync(
        this BrinkDb db,
        long organisationId,
        string? title,
        string? remark,
        Actor actor,
        CancellationToken cancellation
    )
    {
        var (line, words) = (
            TextRules.Line(title, AgendaPoint.LongestTitle),
            TextRules.Paragraphs(remark, AgendaPoint.LongestRemark)
        );
        var refusals = new List<Refusal>();
        if (line.IsEmpty)
        {
            refusals.Add(new Refusal("Title", "Schrijf waar het punt over gaat."));
        }
        else if (line.Problem is { } problem)
        {
            refusals.Add(new Refusal("Title", problem, line.Arguments));
        }

        if (words.Problem is { } tooLong)
        {
            refusals.Add(new Refusal("Remark", tooLong, words.Arguments));
        }

        if (refusals.Count == 0)
        {
            await db.AddPointAsync(
                AgendaPoint.Put(organisationId, null, line.Text, words.Text, actor),
                actor,
                cancellation
            );
        }

        return Outcome.Of(refusals);
    }

    /// <summary>Writes what happened to a point in the journal: that it happened, and not what it is about.</summary>
    public static void Tell(this BrinkDb db, AgendaPoint point, string verb, Actor actor) =>
        db.Journal.Add(JournalEntry.General(verb, actor, ("organisation", point.OrganisationId), ("point", point.Id)));

    private static async Task AddPointAsync(
        this BrinkDb db,
        AgendaPoint point,
        Actor actor,
        CancellationToken cancellation
    )
    {
        await db.AddAsync(point, cancellation);
        db.Tell(point, AgendaVerbs.Put, actor);
    }
}
