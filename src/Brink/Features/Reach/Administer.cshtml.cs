using Brink.Features.Places.Administration;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Reach;

/// <summary>The administrator keeps the municipality's own groups.</summary>
public sealed class AdministerModel : AdministrationPage
{
    public const string Address = "/beheer/doelgroepen";

    /// <summary>To begin with; each municipality changes them as it likes.</summary>
    public static readonly IReadOnlyList<string> Proposed =
    [
        Texts.Mark("Jongeren"),
        Texts.Mark("Ouderen"),
        Texts.Mark("Gezinnen"),
        Texts.Mark("Nieuwe inwoners"),
        Texts.Mark("Ondernemers"),
        Texts.Mark("Mensen met een beperking"),
    ];

    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The group that is turned off or on again.</summary>
    [BindProperty]
    public long? GroupId { get; set; }

    [BindProperty]
    public bool InUse { get; set; }

    public IReadOnlyList<TargetGroup> Groups { get; private set; } = [];

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() => SaveAsync(AddAsync, () => Saved(Address), ReadAsync);

    public Task<IActionResult> OnPostTurnAsync() => SaveAsync(TurnAsync, () => Saved(Address), ReadAsync);

    /// <summary>The proposed groups, as far as they aren't there.</summary>
    public Task<IActionResult> OnPostProposedAsync() =>
        SaveAsync(
            async () =>
            {
                var there = await Db.TargetGroups.Select(g => g.Name).ToArrayAsync(Aborted);
                foreach (var (name, order) in Proposed.Select((name, order) => (name, order)))
                {
                    if (!there.Contains(name, StringComparer.Ordinal))
                    {
                        Db.TargetGroups.Add(TargetGroup.Named(name, order));
                        Happened(ReachVerbs.GroupAdded);
                    }
                }

                return Outcome.Done;
            },
            () => Saved(Address),
            ReadAsync
        );

    private async Task<Outcome> AddAsync()
    {
        var check = TargetGroup.Check(nameof(Name), Name);
        if (!check.Succeeded)
        {
            return check;
        }

        var name = TextRules.Line(Name);
        if (await Db.TargetGroups.AnyAsync(g => g.Name == name, Aborted))
        {
            return Outcome.Refuse(nameof(Name), "Deze doelgroep is er al.");
        }

        Db.TargetGroups.Add(TargetGroup.Named(name, await Db.TargetGroups.CountAsync(Aborted)));
        Happened(ReachVerbs.GroupAdded);
        return Outcome.Done;
    }

    private async Task<Outcome> TurnAsync()
    {
        if (await Db.TargetGroups.FirstOrDefaultAsync(g => g.Id == GroupId, Aborted) is not { } group)
        {
            return Outcome.Refuse("", "Deze doelgroep is er niet meer.");
        }

        group.Turn(InUse, Time.GetUtcNow());
        Happened(ReachVerbs.GroupTurned, ("group", group.Id));
        return Outcome.Done;
    }

    private async Task ReadAsync() =>
        Groups = await Db.TargetGroups.AsNoTracking().OrderBy(g => g.Order).ThenBy(g => g.Name).ToArrayAsync(Aborted);
}
