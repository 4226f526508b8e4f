using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Standpoints;

/// <summary>The umbrella writes the first text of a standpoint.</summary>
[Authorize]
public class WriteModel : BrinkPage
{
    [BindProperty]
    public long? UmbrellaId { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Asks { get; set; }

    public IReadOnlyList<Choice> Umbrellas =>
        [.. Viewer.Umbrellas().Select(role => new Choice(role.OrganisationId, role.OrganisationName))];

    public IActionResult OnGet() => Viewer.Umbrellas().Count > 0 ? Page() : Forbid();

    public async Task<IActionResult> OnPostAsync()
    {
        var umbrellas = Viewer.Umbrellas();
        if (umbrellas.Count == 0)
        {
            return Forbid();
        }

        Standpoint? written = null;
        return await DoAsync(
            () =>
            {
                var check = WordingRules.Check(NewTitle, Text, Asks);
                var umbrella =
                    umbrellas.Count == 1
                        ? umbrellas[0]
                        : umbrellas.FirstOrDefault(role => role.OrganisationId == UmbrellaId);
                if (umbrella is null)
                {
                    check = Outcome.Of([
                        new Refusal(nameof(UmbrellaId), "Kies namens welke koepel u schrijft."),
                        .. check.Refusals,
                    ]);
                }

                if (!check.Succeeded)
                {
                    return Task.FromResult(check);
                }

                var actor = Acts(umbrella!.OrganisationId);
                var provenance = new Contribution
                {
                    ByPersonId = actor.PersonId,
                    OnBehalfOfId = actor.OnBehalfOfId,
                    Channel = actor.Channel,
                    At = actor.At,
                };
                written = Standpoint.Write(
                    umbrella.OrganisationId,
                    WordingRules.Wording(NewTitle, Text, Asks),
                    provenance,
                    actor
                );
                Db.Standpoints.Add(written);
                return Task.FromResult(Outcome.Done);
            },
            () => StandpointLinks.Show(written!.Id, written.Subject.Slug)
        );
    }
}
