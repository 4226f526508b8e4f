using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Dossiers;

/// <summary>Which villages and themes it touches.</summary>
/// <param name="AllVillages">Every village that there is on this day.</param>
public sealed record Touched(
    IReadOnlyCollection<long> VillageIds,
    bool AllVillages,
    IReadOnlyCollection<long> ThemeIds
);

/// <summary>What changes about whom a plan touches, and who reads it in confidence, after it was opened (C1, C10).</summary>
public partial class Dossier
{
    public const int LongestBecause = 1000;

    /// <summary>
    /// Other villages or themes. Who is touched from now on is invited at once, as on the first day; who no longer is,
    /// stays to be read with the reason. Nothing leaves in silence.
    /// </summary>
    /// <param name="inviting">How the associations of all villages it touches from now on would be invited today.</param>
    public Outcome Touch(Touched now, string because, IEnumerable<PlannedInvitation> inviting, Actor actor)
    {
        if (IsOver)
        {
            return AlreadyOver();
        }

        var villages = Subject.Villages.Select(v => v.VillageId).ToArray();
        var themes = Subject.Themes.Select(t => t.ThemeId).ToArray();
        long[] added = [.. now.VillageIds.Except(villages), .. now.ThemeIds.Except(themes)];
        long[] removed = [.. villages.Except(now.VillageIds), .. themes.Except(now.ThemeIds)];
        if (added.Length + removed.Length == 0 && now.AllVillages == AllVillages)
        {
            return Outcome.Refuse("", "U hebt niets veranderd.");
        }

        if (removed.Length > 0 && string.IsNullOrWhiteSpace(because))
        {
            return Outcome.Refuse(
                "Because",
                "Schrijf waarom. Wie er niet meer bij hoort, en iedereen anders, kan dit lezen."
            );
        }

        Touches(now.VillageIds, now.AllVillages, now.ThemeIds);
        Revision++;
        PlaceChanges.AddRange(
            added
                .Select(id => (Id: id, Added: true))
                .Concat(removed.Select(id => (Id: id, Added: false)))
                .Select(change => new DossierPlaceChange
                {
                    Revision = Revision,
                    PlaceId = change.Id,
                    IsAdded = change.Added,
                    Because = because.Trim(),
                    On = actor.Today,
                })
        );
        if (State == DossierState.Open)
        {
            Invite(inviting, actor);
        }

        Subject.Happened(DossierVerbs.PlacesChanged, actor, ("revision", Revision));
        return Outcome.Done;
    }

    /// <summary>Somebody more reads it in confidence, from now on.</summary>
    public Outcome AddReader(DossierReader reader, Actor actor)
    {
        if (State != DossierState.InConfidence)
        {
            return NoLongerInConfidence();
        }

        if (
            Confidence!.Readers.Exists(r =>
                r.RemovedOn is null && r.PersonId == reader.PersonId && r.OrganisationId == reader.OrganisationId
            )
        )
        {
            return Outcome.Refuse("ReaderKey", "Deze lezer leest al mee.");
        }

        reader.AddedOn = actor.Today;
        Confidence.Readers.Add(reader);
        Revision++;
        Subject.Happened(DossierVerbs.ReaderAdded, actor, ("reader", (Func<long>)(() => reader.Id)));
        return Outcome.Done;
    }

    /// <summary>Somebody reads it no more. That the person read it, and when, stays to be seen.</summary>
    public Outcome RemoveReader(long readerId, Actor actor)
    {
        if (State != DossierState.InConfidence)
        {
            return NoLongerInConfidence();
        }

        if (Confidence!.Readers.Find(r => r.Id == readerId && r.RemovedOn is null) is not { } reader)
        {
            return Outcome.Refuse("", "Deze lezer leest al niet meer mee.");
        }

        if (Confidence.Readers.Count(r => r.RemovedOn is null) == 1)
        {
            return Outcome.Refuse("", "Er moet ten minste één lezer zijn. Trek het dossier anders in.");
        }

        reader.RemovedOn = actor.Today;
        Revision++;
        Subject.Happened(DossierVerbs.ReaderRemoved, actor, ("reader", readerId));
        return Outcome.Done;
    }

    private void Invite(IEnumerable<PlannedInvitation> inviting, Actor actor)
    {
        foreach (var planned in inviting)
        {
            var known = Invitations.Find(i => i.OrganisationId == planned.OrganisationId);
            if (known is null)
            {
                var row = planned.Row(actor);
                row.Revision = Revision;
                Invitations.Add(row);
            }
            else if (known.How == InvitedHow.RatherNot && planned.How != InvitedHow.RatherNot)
            {
                known.InviteAfterAll(planned, Revision, actor);
            }
        }
    }

    private static Outcome NoLongerInConfidence() =>
        Outcome.Refuse("", "Dit dossier is niet meer in vertrouwen. Iemand anders was u voor.");
}

/// <summary>A village or theme that was added, or taken off, after the plan was opened.</summary>
public class DossierPlaceChange : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }

    /// <summary>Of the dossier, after this change; what changed together has the same.</summary>
    public int Revision { get; set; }

    /// <summary>The village or theme.</summary>
    public long PlaceId { get; set; }
    public Subject? Place { get; set; }
    public bool IsAdded { get; set; }

    /// <summary>Never empty for what was taken off.</summary>
    public string Because { get; set; } = "";
    public DateOnly On { get; set; }
}

/// <summary>What the officer says to all who contributed, when the plan went to a stage (C9).</summary>
public class DossierStageWord : ITenantEntity
{
    public const int Longest = 4000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }
    public Stage Stage { get; set; }
    public DateOnly On { get; set; }

    /// <summary>As Markdown.</summary>
    public string Text { get; set; } = "";
}
