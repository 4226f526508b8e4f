using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>Those who brought a subject in and carry it.</summary>
/// <param name="People">Residents; empty where an organisation carries it.</param>
/// <param name="OrganisationId">The organisation that brought it in for itself.</param>
/// <param name="EnteredForId">The organisation that typed it in for a resident, and may act for that resident.</param>
public sealed record SubjectCarriers(IReadOnlyList<long> People, long? OrganisationId, long? EnteredForId)
{
    public static readonly SubjectCarriers None = new([], null, null);

    /// <summary>One of the residents, or who acts for them.</summary>
    public bool IsOne(Viewer viewer) =>
        People.Count > 0
        && (
            (viewer.PersonId is { } me && People.Contains(me))
            || (EnteredForId is { } helper && viewer.SpeaksFor(helper))
        );
}

public static class SubjectCarriersQuery
{
    /// <summary>One query. Villages and themes are carried by nobody.</summary>
    public static async Task<SubjectCarriers> CarriersAsync(
        this BrinkDb db,
        long subjectId,
        CancellationToken cancellation
    )
    {
        var found = await db
            .Subjects.AsNoTracking()
            .Where(s => s.Id == subjectId && s.Kind != SubjectKind.Village && s.Kind != SubjectKind.Theme)
            // Those who react to a plan of the municipality don't carry it.
            .Where(s => s.Kind != SubjectKind.Dossier)
            .Select(s => new
            {
                Initiators = db.Initiators.Where(i => i.InitiativeId == s.Id).Select(i => i.PersonId).ToArray(),
                First = db
                    .Contributions.Where(c => c.SubjectId == s.Id)
                    .OrderBy(c => c.At)
                    .ThenBy(c => c.Id)
                    .Select(c => new
                    {
                        c.ByPersonId,
                        c.OnBehalfOfId,
                        c.EnteredForId,
                    })
                    .FirstOrDefault(),
            })
            .AsSingleQuery()
            .FirstOrDefaultAsync(cancellation);
        if (found?.First is not { } first)
        {
            return SubjectCarriers.None;
        }

        long[] sender = first is { ByPersonId: { } person, OnBehalfOfId: null } ? [person] : [];
        return new SubjectCarriers(
            [.. sender.Concat(found.Initiators.Order()).Distinct()],
            first.OnBehalfOfId,
            first.EnteredForId
        );
    }
}
