using Brink.Features.Accounts;
using Brink.Features.Advice;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

public sealed record OpeningRow(string? Name, string Organisation, DateTimeOffset At);

public sealed record WordRow(string? Name, string? Organisation, string Text, DateTimeOffset At);

/// <summary>
/// Who reads it in confidence, when each opened it, and what readers said back. Officers and readers see the openings;
/// what was said is for the officers and for who said it. Officers end the confidence here.
/// </summary>
public partial class ConfidenceModel() : DossierPage(DossierAct.SeeOpenings)
{
    /// <summary>The newest; enough to see who reads.</summary>
    private const int MostOpenings = 100;

    public ConfidenceView View { get; private set; } = null!;
    public DossierState State { get; private set; }
    public IReadOnlyList<OpeningRow> Openings { get; private set; } = [];
    public IReadOnlyList<WordRow> Words { get; private set; } = [];

    public bool MayWork => Viewer.May(DossierAct.Work, Standing);

    public async Task<IActionResult> OnGetAsync() => await ReadAsync() ? Page() : NotFound();

    public async Task<IActionResult> OnPostOpenAsync()
    {
        if (!MayWork)
        {
            return Forbid();
        }

        if (!await ReadAsync())
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                var dossier = await LoadWithPlacesAsync();
                var actor = ActsInOffice();
                var inviting = await Db.InvitingAsync(
                    [.. dossier.Subject.Villages.Select(v => v.VillageId)],
                    [.. dossier.Subject.Themes.Select(t => t.ThemeId)],
                    actor.At,
                    Today,
                    Aborted
                );
                await Db.OpenAdviceAsync(Id, actor, Aborted);
                return dossier.MakePublic(inviting.Select(invitation => invitation.Row(actor)), actor);
            },
            () => DossierLinks.Receipt(Id),
            ReadAsync
        );
    }

    public async Task<IActionResult> OnPostWithdrawAsync()
    {
        if (!MayWork)
        {
            return Forbid();
        }

        if (!await ReadAsync())
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                await Db.CloseAdviceAsync(Id, ActsInOffice(), Aborted);
                return (await LoadAsync()).Withdraw(ActsInOffice());
            },
            () => Address,
            ReadAsync
        );
    }

    private Task<Dossier> LoadWithPlacesAsync() =>
        Db
            .Dossiers.Include(d => d.Subject.Villages)
            .Include(d => d.Subject.Themes)
            .Include(d => d.Invitations)
            .Include(d => d.Confidence)
            .AsSplitQuery()
            .SingleAsync(d => d.Id == Id, Aborted);

    /// <returns>False where it never was in confidence.</returns>
    private async Task<bool> ReadAsync()
    {
        if (await Db.ConfidenceViewAsync(Id, Aborted) is not { } view)
        {
            return false;
        }

        View = view;
        await ReadPossibleAsync();
        State = await Db.Dossiers.Where(d => d.Id == Id).Select(d => d.State).SingleAsync(Aborted);
        Openings = await Db
            .DossierOpenings.AsNoTracking()
            .Where(o => o.DossierId == Id)
            .OrderByDescending(o => o.At)
            .ThenByDescending(o => o.Id)
            .Take(MostOpenings)
            .Select(o => new OpeningRow(o.Reader!.Person!.Name, o.Reader.Organisation!.Name, o.At))
            .ToArrayAsync(Aborted);
        var (me, all) = (Viewer.PersonId, MayWork);
        Words = await Db
            .DossierWords.AsNoTracking()
            .Where(w => w.DossierId == Id && (all || w.Contribution!.ByPersonId == me))
            .OrderBy(w => w.Id)
            .Take(MostOpenings)
            .Select(w => new WordRow(
                w.Contribution!.ByPerson!.Name,
                w.Contribution.OnBehalfOf!.Name,
                w.Text,
                w.Contribution.At
            ))
            .ToArrayAsync(Aborted);
        return true;
    }
}
