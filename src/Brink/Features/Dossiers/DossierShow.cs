using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>One dossier, as its page shows it.</summary>
public sealed record DossierView(
    long Id,
    string Title,
    string Slug,
    Visibility Visibility,
    DossierState State,
    Stage Stage,
    string What,
    string Why,
    string WhoDecides,
    string Fixed,
    string Open,
    InvolvementLevel Level,
    bool AllVillages,
    DateOnly? FirstWordOn,
    DateOnly? EndedOn,
    string EndedBecause,
    string Municipality,
    bool IsExample,
    OwnerRow? Owner
);

/// <param name="Phone">Only with the person's consent.</param>
public sealed record OwnerRow(string Name, string? Phone, string? Mail);

public sealed record StageRow(Stage Stage, DateOnly? PlannedOn, DateOnly? ReachedOn);

public sealed record DateChangeRow(Stage Stage, DateOnly? Before, DateOnly? After, string Because, DateOnly On);

public sealed record ChangeRow(DossierPart Part, string Before, string After, DateOnly On);

public sealed record PlaceRow(long Id, string Title, string Slug);

/// <param name="Readers">Each as 'voorzitter' and the organisation: persons only by role.</param>
public sealed record ConfidenceView(
    DateOnly From,
    DateOnly Until,
    AfterConfidence Then,
    DateOnly? EndedOn,
    IReadOnlyList<ReaderRow> Readers
);

/// <param name="AddedOn">Null for who was asked at the start.</param>
public sealed record ReaderRow(
    long Id,
    Role Role,
    string Organisation,
    string? Name,
    DateOnly? AddedOn,
    DateOnly? RemovedOn
);

/// <summary>A village or theme that was added or taken off, and why.</summary>
public sealed record PlaceChangeRow(string Place, SubjectKind Kind, bool IsAdded, string Because, DateOnly On);

/// <summary>What was said to all who contributed when the plan went to a stage.</summary>
public sealed record StageWordRow(Stage Stage, string Text, DateOnly On);

/// <summary>What stands around a dossier on its page. A fixed number of queries.</summary>
public sealed record DossierAround(
    IReadOnlyList<StageRow> Stages,
    IReadOnlyList<DateChangeRow> DateChanges,
    IReadOnlyList<ChangeRow> Changes,
    IReadOnlyList<InvitationRow> Invitations,
    IReadOnlyList<PlaceRow> Villages,
    IReadOnlyList<PlaceRow> Themes,
    IReadOnlyList<PlaceChangeRow> PlaceChanges,
    IReadOnlyList<StageWordRow> StageWords,
    ConfidenceView? Confidence
);

public static class DossierShowQueries
{
    public static Task<DossierView?> DossierViewAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        db
            .Dossiers.AsNoTracking()
            .Where(d => d.Id == id)
            .Select(d => new DossierView(
                d.Id,
                d.Subject.Title,
                d.Subject.Slug,
                d.Subject.Visibility,
                d.State,
                d.Stage,
                d.What,
                d.Why,
                d.WhoDecides,
                d.Fixed,
                d.Open,
                d.Level,
                d.AllVillages,
                d.FirstWordOn,
                d.EndedOn,
                d.EndedBecause,
                d.Organisation!.Name,
                d.IsExample,
                d.OwnerId == null
                    ? null
                    : new OwnerRow(
                        d.Owner!.Name,
                        d.Owner.ContactIsShared ? d.Owner.PhoneNumber : null,
                        d.Owner.ContactIsShared ? d.Owner.Email : null
                    )
            ))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Ten queries, however much happened.</summary>
    public static async Task<DossierAround> DossierAroundAsync(this BrinkDb db, long id, CancellationToken cancellation)
    {
        var stages = await db
            .DossierStages.AsNoTracking()
            .Where(s => s.DossierId == id)
            .Select(s => new StageRow(s.Stage, s.PlannedOn, s.ReachedOn))
            .ToArrayAsync(cancellation);
        var dates = await db.Set<DossierDateChange>()
            .AsNoTracking()
            .Where(c => c.DossierId == id)
            .OrderBy(c => c.Id)
            .Select(c => new DateChangeRow(c.Stage, c.Before, c.After, c.Because, c.On))
            .ToArrayAsync(cancellation);
        var changes = await db.Set<DossierChange>()
            .AsNoTracking()
            .Where(c => c.DossierId == id)
            .OrderByDescending(c => c.On)
            .ThenByDescending(c => c.Id)
            .Select(c => new ChangeRow(c.Part, c.Before, c.After, c.On))
            .ToArrayAsync(cancellation);
        var invitations = await db
            .DossierInvitations.AsNoTracking()
            .Where(i => i.DossierId == id)
            .OrderBy(i => i.Organisation!.Name)
            .Select(i => new InvitationRow(
                i.Id,
                i.Organisation!.Name,
                i.How,
                i.Channel,
                i.MailFrom,
                i.InvitedOn,
                i.ToldOn,
                i.FirstOpenedAt
            ))
            .ToArrayAsync(cancellation);
        var villages = await db
            .SubjectVillages.AsNoTracking()
            .Where(v => v.SubjectId == id)
            .Join(db.Subjects, v => v.VillageId, s => s.Id, (v, s) => new PlaceRow(s.Id, s.Title, s.Slug))
            .ToArrayAsync(cancellation);
        var themes = await db
            .SubjectThemes.AsNoTracking()
            .Where(t => t.SubjectId == id)
            .Join(db.Subjects, t => t.ThemeId, s => s.Id, (t, s) => new PlaceRow(s.Id, s.Title, s.Slug))
            .ToArrayAsync(cancellation);
        var touched = await db
            .DossierPlaceChanges.AsNoTracking()
            .Where(c => c.DossierId == id)
            .OrderBy(c => c.Revision)
            .ThenByDescending(c => c.IsAdded)
            .ThenBy(c => c.Place!.Title)
            .Select(c => new PlaceChangeRow(c.Place!.Title, c.Place.Kind, c.IsAdded, c.Because, c.On))
            .ToArrayAsync(cancellation);
        var words = await db
            .DossierStageWords.AsNoTracking()
            .Where(w => w.DossierId == id)
            .OrderBy(w => w.Id)
            .Select(w => new StageWordRow(w.Stage, w.Text, w.On))
            .ToArrayAsync(cancellation);
        return new DossierAround(
            [.. stages.OrderBy(s => s.Stage)],
            dates,
            changes,
            invitations,
            [.. villages.OrderBy(v => v.Title, StringComparer.CurrentCulture)],
            [.. themes.OrderBy(t => t.Title, StringComparer.CurrentCulture)],
            touched,
            words,
            await db.ConfidenceViewAsync(id, cancellation)
        );
    }

    /// <summary>Two queries; null when it never was in confidence.</summary>
    public static async Task<ConfidenceView?> ConfidenceViewAsync(
        this BrinkDb db,
        long id,
        CancellationToken cancellation
    )
    {
        var found = await db
            .DossierConfidences.AsNoTracking()
            .Where(c => c.DossierId == id)
            .Select(c => new
            {
                c.From,
                c.Until,
                c.Then,
                c.EndedOn,
            })
            .FirstOrDefaultAsync(cancellation);
        if (found is null)
        {
            return null;
        }

        var readers = await db
            .DossierReaders.AsNoTracking()
            .Where(r => r.DossierId == id)
            .OrderBy(r => r.Organisation!.Name)
            .ThenBy(r => r.Id)
            .Select(r => new ReaderRow(r.Id, r.Role, r.Organisation!.Name, r.Person!.Name, r.AddedOn, r.RemovedOn))
            .ToArrayAsync(cancellation);
        return new ConfidenceView(found.From, found.Until, found.Then, found.EndedOn, readers);
    }

    /// <summary>The stages as a path; with planned and true dates in words.</summary>
    public static PhasePath Path(this Texts T, DossierView view, IReadOnlyList<StageRow> rows, DateOnly today) =>
        new(
            [
                .. Enum.GetValues<Stage>()
                    .Select(stage =>
                    {
                        var row = rows.FirstOrDefault(r => r.Stage == stage);
                        // What was decided is nowhere any more; what stopped, stopped here.
                        var state =
                            stage == view.Stage && view.State != DossierState.Decided ? PhaseState.Now
                            : row?.ReachedOn is not null || stage <= view.Stage ? PhaseState.Done
                            : PhaseState.ToCome;
                        return new PhaseStep(T.NameOf(stage), state, T.DatesOf(row, stage < view.Stage, today));
                    }),
            ],
            view.State == DossierState.Stopped ? T["Het plan stopte in deze stap."] : null
        );

    /// <summary>'sinds 3 november 2026 (gepland was 1 oktober 2026)', 'gepland op 4 december 2026'.</summary>
    public static string? DatesOf(this Texts T, StageRow? row, bool isPassed, DateOnly today) =>
        row switch
        {
            { ReachedOn: { } reached, PlannedOn: { } planned } when reached != planned => T[
                "sinds {0} (gepland was {1})",
                Formats.Date(reached),
                Formats.Date(planned)
            ],
            { ReachedOn: { } reached } => T["sinds {0}", Formats.Date(reached)],
            { PlannedOn: { } planned } when isPassed => T["overgeslagen (gepland was {0})", Formats.Date(planned)],
            { PlannedOn: { } planned } when planned < today => T[
                "gepland op {0}, dat is niet gehaald",
                Formats.Date(planned)
            ],
            { PlannedOn: { } planned } => T["gepland op {0}", Formats.Date(planned)],
            _ => isPassed ? null : T["nog geen datum"],
        };
}
