using Brink.Features.Places.Import;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Places.Administration;

/// <summary>Reads a file of villages or organisations: first what it would do, then, once confirmed, all of it.</summary>
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes, ValueLengthLimit = MostBytes)]
public class ImportFileModel(PendingImport pending) : AdministrationPage
{
    private const int MostBytes = 2_000_000;
    private const string VillagesKind = "dorpen";

    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Pending { get; set; }

    public ImportReport? Report { get; private set; }

    public bool IsVillages => What == VillagesKind;

    public IReadOnlyList<string> Columns => IsVillages ? VillageImport.Columns : OrganisationImport.Columns;

    /// <summary>A line changes a cell and never empties it.</summary>
    public string Words(ImportChange change) =>
        change.From.Length == 0
            ? T["van leeg naar '{0}'", change.To]
            : T["van '{0}' naar '{1}'", change.From, change.To];

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync()
    {
        if (Upload is null)
        {
            return Refused(Outcome.Refuse(nameof(Upload), "Kies een bestand."));
        }

        if (Upload.Length > CsvText.MostBytes)
        {
            return Refused(
                Outcome.Refuse(
                    nameof(Upload),
                    "Dit bestand is groter dan {0} kB. Verdeel het over meer bestanden.",
                    CsvText.MostBytes / 1000
                )
            );
        }

        using var content = new MemoryStream();
        await Upload.CopyToAsync(content, Aborted);
        return await ShowAsync(content.ToArray());
    }

    public async Task<IActionResult> OnPostConfirmAsync()
    {
        if (pending.Open(Pending, Viewer.PersonId!.Value, Time.GetUtcNow()) is not { } file)
        {
            return Refused(Outcome.Refuse("", "Dit overzicht is verlopen. Kies het bestand opnieuw."));
        }

        return await DoAsync(
            async () =>
            {
                Report = await ApplyAsync(file.Content);
                if (!Report.IsRight || Report.Fingerprint != file.Fingerprint)
                {
                    return Outcome.Refuse("", "Er is intussen iets veranderd. Kijk opnieuw wat dit bestand doet.");
                }

                Happened(
                    PlacesVerbs.Imported,
                    ("added", Report.Count(ImportEffect.Added)),
                    ("changed", Report.Count(ImportEffect.Changed))
                );
                return Outcome.Done;
            },
            () =>
                ReadIn(
                    IsVillages ? AdministrationLinks.Villages : AdministrationLinks.Organisations,
                    Report!.Count(ImportEffect.Added),
                    Report.Count(ImportEffect.Changed)
                ),
            () =>
            {
                Seal(file.Content);
                return Task.CompletedTask;
            }
        );
    }

    private async Task<IActionResult> ShowAsync(byte[] content)
    {
        Report = await ApplyAsync(content);
        // A preview changes nothing: what was read is forgotten.
        Db.ChangeTracker.Clear();
        if (Report.OfFile.Count > 0)
        {
            return Refused(Outcome.Of(Report.OfFile));
        }

        Seal(content);
        if (!Report.IsRight)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
        }

        return Page();
    }

    private void Seal(byte[] content)
    {
        ModelState.Remove(nameof(Pending));
        Pending = Report!.IsRight
            ? pending.Seal(content, Report.Fingerprint, Viewer.PersonId!.Value, Time.GetUtcNow())
            : null;
    }

    private Task<ImportReport> ApplyAsync(byte[] content)
    {
        var file = CsvText.Read(content);
        return IsVillages
            ? new VillageImport(Db, Acts()).ApplyAsync(file, Aborted)
            : new OrganisationImport(Db, Acts()).ApplyAsync(file, Aborted);
    }
}
