using Brink.Features.Dossiers.Opening;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>Readers are added and taken off while the plan is in confidence: logged, with their openings kept (C10).</summary>
public partial class ConfidenceModel
{
    [BindProperty]
    public string? ReaderKey { get; set; }

    [BindProperty]
    public long ReaderId { get; set; }

    /// <summary>Who could read along and does not yet; for officers only.</summary>
    public IReadOnlyList<Choice> Possible { get; private set; } = [];

    public async Task<IActionResult> OnPostAddReaderAsync()
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
                // Who may be asked today, and not who might when the page was opened.
                var reader = (await PossibleAsync()).FirstOrDefault(one => one.Key == ReaderKey);
                return reader is null
                    ? Outcome.Refuse(nameof(ReaderKey), "Kies een lezer uit de lijst.")
                    : (await LoadWithReadersAsync()).AddReader(reader.Row(), ActsInOffice());
            },
            () => DossierLinks.Confidence(Id),
            ReadAsync
        );
    }

    public async Task<IActionResult> OnPostRemoveReaderAsync()
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
            async () => (await LoadWithReadersAsync()).RemoveReader(ReaderId, ActsInOffice()),
            () => DossierLinks.Confidence(Id),
            ReadAsync
        );
    }

    private Task<Dossier> LoadWithReadersAsync() =>
        Db
            .Dossiers.Include(d => d.Subject)
            .Include(d => d.Confidence!.Readers)
            .AsSplitQuery()
            .SingleAsync(d => d.Id == Id, Aborted);

    private async Task ReadPossibleAsync()
    {
        if (!MayWork)
        {
            return;
        }

        var reading = await Db
            .DossierReaders.AsNoTracking()
            .Where(r => r.DossierId == Id && r.RemovedOn == null)
            .Select(r => new { r.PersonId, r.OrganisationId })
            .ToArrayAsync(Aborted);
        Possible =
        [
            .. (await PossibleAsync())
                .Where(one => !reading.Any(r => r.PersonId == one.PersonId && r.OrganisationId == one.OrganisationId))
                .Select(one => new Choice(
                    one.Key,
                    T["{0}, {1} van {2}", one.Name, T.NameOf(one.Role), one.Organisation]
                )),
        ];
    }

    private async Task<IReadOnlyList<PossibleReader>> PossibleAsync() =>
        await PossibleReaders.OfAsync(
            Db,
            await Db.SubjectVillages.Where(v => v.SubjectId == Id).Select(v => v.VillageId).ToArrayAsync(Aborted),
            Today,
            Aborted
        );
}
