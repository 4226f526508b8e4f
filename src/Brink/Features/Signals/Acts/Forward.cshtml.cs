using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>The liaison passes it on to an organisation, a colleague, or somebody outside Brink (S2).</summary>
public class ForwardModel() : SignalActPage(SignalAct.Forward)
{
    private const string Organisation = "organisatie-";
    private const string Colleague = "collega-";

    /// <summary>'organisatie-12' or 'collega-34'.</summary>
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? OtherName { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IReadOnlyList<Choice> Receivers { get; private set; } = [];

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                await ReadAsync();
                var forward = Chosen();
                var check = Outcome.Of([
                    .. forward is null
                        ? [new Refusal(nameof(To), "Kies naar wie het gaat, of vul een naam in.")]
                        : Array.Empty<Refusal>(),
                    .. Typed.Fits(nameof(OtherName), OtherName, 120, 200),
                    .. Typed.Fits(nameof(Note), Note, 1000, 4000),
                ]);
                return check.Succeeded ? (await LoadAsync()).Forward(forward!, ActsAsOfficial()) : check;
            },
            () => Address,
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        var today = Today;
        var organisations = await Db
            .Organisations.AsNoTracking()
            .Where(o => o.EndedAt == null && o.Kind != OrganisationKind.Municipality)
            .OrderBy(o => o.Name)
            .Select(o => new { o.Id, o.Name })
            .ToArrayAsync(Aborted);
        var colleagues = await Db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.Organisation!.Kind == OrganisationKind.Municipality && h.PersonId != Viewer.PersonId)
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .OrderBy(h => h.Person!.Name)
            .Select(h => new
            {
                h.PersonId,
                h.Person!.Name,
                h.Topics,
            })
            .ToArrayAsync(Aborted);
        Receivers =
        [
            .. colleagues
                .GroupBy(c => c.PersonId)
                .Select(g => new Choice(
                    Colleague + g.Key.ToString(CultureInfo.InvariantCulture),
                    g.Select(c => c.Topics).FirstOrDefault(topics => topics.Length > 0) is { } topics
                        ? T["Collega: {0} ({1})", g.First().Name, topics]
                        : T["Collega: {0}", g.First().Name]
                )),
            .. organisations.Select(o => new Choice(
                Organisation + o.Id.ToString(CultureInfo.InvariantCulture),
                o.Name
            )),
        ];
    }

    /// <summary>Only what the list offered; a name only where nothing was chosen.</summary>
    private SignalForward? Chosen()
    {
        var note = (Note ?? "").Trim();
        if (To is { Length: > 0 } to)
        {
            return Receivers.All(r => r.Value != to) ? null
                : to.StartsWith(Organisation, StringComparison.Ordinal)
                    ? new SignalForward { OrganisationId = Number(to[Organisation.Length..]), Note = note }
                : new SignalForward { PersonId = Number(to[Colleague.Length..]), Note = note };
        }

        return string.IsNullOrWhiteSpace(OtherName)
            ? null
            : new SignalForward { Name = Platform.Text.TextRules.Line(OtherName), Note = note };
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
