using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Acts;

/// <summary>Other villages and themes: who is added is invited at once, who is taken off reads why (C1).</summary>
public class TouchModel() : DossierPage(DossierAct.Work)
{
    [BindProperty]
    public bool All { get; set; }

    [BindProperty]
    public long[] VillageIds { get; set; } = [];

    [BindProperty]
    public long[] ThemeIds { get; set; } = [];

    [BindProperty]
    public string? Because { get; set; }

    public IReadOnlyList<Choice> Villages { get; private set; } = [];
    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    public async Task OnGetAsync()
    {
        await ReadChoicesAsync();
        var now = await Db
            .Dossiers.AsNoTracking()
            .Where(d => d.Id == Id)
            .Select(d => new
            {
                d.AllVillages,
                d.Revision,
                Villages = d.Subject.Villages.Select(v => v.VillageId).ToArray(),
                Themes = d.Subject.Themes.Select(t => t.ThemeId).ToArray(),
            })
            .AsSplitQuery()
            .SingleAsync(Aborted);
        (All, VillageIds, ThemeIds, Version) = (now.AllVillages, now.Villages, now.Themes, (uint)now.Revision);
        if (All)
        {
            // Every box would stand for nothing.
            VillageIds = [];
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadChoicesAsync();
        return await SaveAsync(
            async () =>
            {
                var check = Check();
                if (!check.Succeeded)
                {
                    return check;
                }

                var dossier = await Db
                    .Dossiers.Include(d => d.Subject.Villages)
                    .Include(d => d.Subject.Themes)
                    .Include(d => d.Invitations)
                    .AsSplitQuery()
                    .SingleAsync(d => d.Id == Id, Aborted);
                if (Overtaken((uint)dossier.Revision) is { } overtaken)
                {
                    return overtaken;
                }

                var villages = All ? [.. Villages.Select(Number)] : VillageIds.Distinct().ToArray();
                var actor = ActsInOffice();
                var inviting = await Db.InvitingAsync(villages, ThemeIds, actor.At, Today, Aborted);
                return dossier.Touch(
                    new Touched(villages, All, [.. ThemeIds.Distinct()]),
                    TextRules.Clean(Because),
                    inviting,
                    actor
                );
            },
            () => Address
        );
    }

    private Outcome Check() =>
        Outcome.Of([
            .. !All && VillageIds.Length == 0
                ? [new Refusal(nameof(VillageIds), "Kies dorpen, of kies alle dorpen.")]
                : Array.Empty<Refusal>(),
            .. VillageIds.All(id => Villages.Any(v => Number(v) == id))
                ? Array.Empty<Refusal>()
                : [new Refusal(nameof(VillageIds), "Kies dorpen uit de lijst.")],
            .. ThemeIds.All(id => Themes.Any(t => Number(t) == id))
                ? Array.Empty<Refusal>()
                : [new Refusal(nameof(ThemeIds), "Kies onderwerpen uit de lijst.")],
            .. Typed.Fits(nameof(Because), Because, Dossier.LongestBecause, Dossier.LongestBecause * 2),
        ]);

    private static long Number(Choice choice) =>
        long.Parse(choice.Value, System.Globalization.CultureInfo.InvariantCulture);

    private async Task ReadChoicesAsync()
    {
        Villages = await Db
            .Villages.OrderBy(v => v.Subject!.Title)
            .Select(v => new Choice(v.Id, v.Subject!.Title, null))
            .ToArrayAsync(Aborted);
        Themes = await Db
            .Themes.OrderBy(t => t.Order)
            .Select(t => new Choice(t.Id, t.Subject!.Title, null))
            .ToArrayAsync(Aborted);
    }
}
