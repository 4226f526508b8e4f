using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements.Acts;

/// <summary>What each party will do; with a date it becomes a promise as soon as all signed.</summary>
public class PledgesModel() : AgreementActPage(AgreementAct.Keep)
{
    private long[] known = [];

    [BindProperty]
    public long? Party { get; set; }

    [BindProperty]
    public long? Theme { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    /// <summary>The line to take out.</summary>
    [BindProperty]
    public long? Line { get; set; }

    public IReadOnlyList<Choice> Themes { get; private set; } = [];

    public IReadOnlyList<Choice> Parties =>
        [
            .. (Agreement.Open?.Parties ?? [])
                .OrderBy(p => p.Organisation!.Name, StringComparer.CurrentCulture)
                .Select(p => new Choice(p.OrganisationId, p.Organisation!.Name)),
        ];

    public Task<IActionResult> OnPostAsync() =>
        Line is { } line
            ? KeepAsync((agreement, actor) => agreement.TakePledgeOut(line, actor), Here)
            : KeepAsync(
                (agreement, actor) => agreement.Pledge(Party!.Value, Theme, TextRules.Line(What), Due, actor),
                Here,
                Check
            );

    protected override async Task ReadAsync(long id)
    {
        await base.ReadAsync(id);
        var found = await Db
            .Themes.AsNoTracking()
            .OrderBy(t => t.Order)
            .Select(t => new { t.Id, t.Subject!.Title })
            .ToArrayAsync(Aborted);
        known = [.. found.Select(t => t.Id)];
        Themes = [new Choice("", T["Over alles"]), .. found.Select(t => new Choice(t.Id, t.Title))];
    }

    private string Here() => AgreementLinks.Pledges(Agreement.Id) + "?bewaard=ja";

    private IEnumerable<Refusal> Check()
    {
        if (Agreement.Open is { } open && !open.IsParty(Party ?? 0))
        {
            yield return new Refusal(nameof(Party), "Kies een van de partijen.");
        }

        if (Theme is { } theme && !known.Contains(theme))
        {
            yield return new Refusal(nameof(Theme), "Kies een onderwerp uit de lijst.");
        }

        if (string.IsNullOrWhiteSpace(TextRules.Line(What)))
        {
            yield return new Refusal(nameof(What), "Schrijf wat deze partij doet.");
        }

        if (Due <= Today)
        {
            yield return new Refusal(nameof(Due), "Kies een dag na vandaag, of laat de dag leeg.");
        }

        foreach (
            var tooLong in Typed.Fits(nameof(What), What, AgreementPledge.LongestWhat, AgreementPledge.LongestWhat * 2)
        )
        {
            yield return tooLong;
        }
    }
}
