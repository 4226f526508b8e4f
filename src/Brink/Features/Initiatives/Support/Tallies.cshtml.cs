using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>Enters lists of signatures as numbers with a scan, and shows which wait to be counted again (I5).</summary>
[Authorize]
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public sealed class TalliesModel(ScanIntake intake) : SupportPage(SupportAct.CountPaper)
{
    private const long Most = ScanIntake.MostBytes + 1_000_000;
    private const int MostLists = 200;

    [BindProperty]
    public string Place { get; set; } = "";

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public int? FromVillage { get; set; }

    [BindProperty]
    public int? FromElsewhere { get; set; }

    [BindProperty]
    public IFormFile? Scan { get; set; }

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    public IReadOnlyList<PaperTally> Lists { get; private set; } = [];
    public bool MayEnter => Viewer.May(SupportAct.EnterPaper, Standing);

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!MayEnter)
        {
            return Forbid();
        }

        await ReadAsync();
        var typed = Outcome.Of([.. CheckList(), .. SignaturesTyped.Check(FromVillage, FromElsewhere)]);
        if (!typed.Succeeded)
        {
            return Refused(typed);
        }

        var (hash, contentType, taken) = await intake.TakeAsync(nameof(Scan), Scan, Aborted);
        return !taken.Succeeded
            ? Refused(taken)
            : await DoAsync(
                async () =>
                {
                    var actor = Acts(Viewer.AssociationOf(Head.VillageId)?.OrganisationId);
                    var tally = PaperTally.Enter(
                        Head.Id,
                        new PaperList(On!.Value, Place, hash, contentType),
                        new CountedSignatures(FromVillage!.Value, FromElsewhere!.Value),
                        By(actor, nameIsPublic: false),
                        actor
                    );
                    await Db.PaperTallies.AddAsync(tally, Aborted);
                    Note(PaperVerbs.Entered, actor, ("tally", tally.Id));
                    return Outcome.Done;
                },
                () => SupportLinks.Tallies(Head.Id) + "?bewaard=ja",
                ReadAsync
            );
    }

    protected override async Task ReadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        Lists = await Db
            .PaperTallies.AsNoTracking()
            .Where(t => t.InitiativeId == Head.Id && t.State != TallyState.Withdrawn)
            .OrderBy(t => t.On)
            .ThenBy(t => t.Id)
            .Take(MostLists)
            .ToArrayAsync(Aborted);
    }

    private IEnumerable<Refusal> CheckList()
    {
        if (string.IsNullOrWhiteSpace(Place))
        {
            yield return new Refusal(nameof(Place), "Schrijf waar de lijst lag.");
        }

        foreach (var refusal in Typed.Fits(nameof(Place), Place, 200, 400))
        {
            yield return refusal;
        }

        if (On is null)
        {
            yield return new Refusal(nameof(On), "Vul in tot en met welke dag de lijst er lag.");
        }
        else if (On > Today || On < Today.AddYears(-5))
        {
            yield return new Refusal(nameof(On), "Kies een dag van de afgelopen vijf jaar, tot en met vandaag.");
        }
    }
}

/// <summary>Numbers of signatures as somebody typed them.</summary>
public static class SignaturesTyped
{
    public static IEnumerable<Refusal> Check(int? fromVillage, int? fromElsewhere)
    {
        foreach (var (field, number) in new[] { ("FromVillage", fromVillage), ("FromElsewhere", fromElsewhere) })
        {
            if (number is null)
            {
                yield return new Refusal(field, "Vul een aantal in. Geen handtekeningen? Vul dan 0 in.");
            }
            else if (number is < 0 or > PaperTally.MostSignatures)
            {
                yield return new Refusal(
                    field,
                    "Vul een aantal in van 0 tot en met {0}.",
                    Formats.Number(PaperTally.MostSignatures)
                );
            }
        }

        if (fromVillage == 0 && fromElsewhere == 0)
        {
            yield return new Refusal("FromVillage", "Op deze lijst staat dan geen enkele handtekening.");
        }
    }
}
