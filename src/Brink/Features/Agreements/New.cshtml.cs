using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements;

/// <summary>The municipality or the umbrella begins an agreement: what it is, and for how long.</summary>
[Authorize]
public class NewModel : BrinkPage
{
    public const int LongestTitle = 120;

    [BindProperty]
    public long? KeeperId { get; set; }

    [BindProperty]
    public AgreementKind? Kind { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public DateOnly? From { get; set; }

    [BindProperty]
    public DateOnly? To { get; set; }

    public IReadOnlyList<Choice> Keepers =>
        [.. AgreementAccess.KeepersOf(Viewer).Select(role => new Choice(role.OrganisationId, role.OrganisationName))];

    public IReadOnlyList<Choice> Kinds =>
        [
            new(
                AgreementKind.Covenant,
                T.NameOf(AgreementKind.Covenant),
                T["Hoe gemeente en dorpen met elkaar omgaan, zolang het goed gaat."]
            ),
            new(
                AgreementKind.Cooperation,
                T.NameOf(AgreementKind.Cooperation),
                T["Wie wat doet en betaalt, voor een bepaalde tijd."]
            ),
            new(
                AgreementKind.SocialAgreement,
                T.NameOf(AgreementKind.SocialAgreement),
                T["Waar partijen zich een paar jaar samen voor inzetten, en wat elk van hen doet."]
            ),
        ];

    public IActionResult OnGet() => AgreementAccess.KeepersOf(Viewer).Count > 0 ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync()
    {
        var keepers = AgreementAccess.KeepersOf(Viewer);
        if (keepers.Count == 0)
        {
            return Forbid();
        }

        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status400BadRequest;
            return Page();
        }

        Agreement? drafted = null;
        return await DoAsync(
            () =>
            {
                var keeper =
                    keepers.Count == 1 ? keepers[0] : keepers.FirstOrDefault(r => r.OrganisationId == KeeperId);
                var check = Outcome.Of([
                    .. keeper is null
                        ? [new Refusal(nameof(KeeperId), "Kies namens wie u schrijft.")]
                        : Array.Empty<Refusal>(),
                    .. Check(),
                ]);
                if (!check.Succeeded)
                {
                    return Task.FromResult(check);
                }

                drafted = Agreement.Draft(
                    Kind!.Value,
                    TextRules.Line(NewTitle),
                    keeper!.OrganisationId,
                    From,
                    To,
                    Acts(keeper.OrganisationId)
                );
                Db.Agreements.Add(drafted);
                return Task.FromResult(Outcome.Done);
            },
            () => AgreementLinks.Parties(drafted!.Id)
        );
    }

    private IEnumerable<Refusal> Check()
    {
        if (Kind is not { } kind || !Enum.IsDefined(kind))
        {
            yield return new Refusal(nameof(Kind), "Kies wat voor afspraken het zijn.");
        }

        if (string.IsNullOrWhiteSpace(TextRules.Line(NewTitle)))
        {
            yield return new Refusal(nameof(NewTitle), "Geef de afspraken een naam.");
        }

        foreach (var tooLong in Typed.Fits(nameof(NewTitle), NewTitle, LongestTitle, 180))
        {
            yield return tooLong;
        }

        if (To < From)
        {
            yield return new Refusal(nameof(To), "De laatste dag ligt voor de eerste.");
        }
    }
}
