using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places.Spots;
using Brink.Features.Reach;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Signals.Raise;

/// <summary>All answers once more, before it is sent.</summary>
public partial class TellModel
{
    private async Task<IActionResult> ShowCheckAsync(Outcome? refused = null)
    {
        Shown = TellStep.Check;
        var map = await MapAsync();
        if (SpotChoice.Read(Spot) is { } at && map is not null)
        {
            if (!map.IsInMunicipality(at))
            {
                Spot = "";
            }
            else
            {
                Map = map.Draw(new SpotChoice(at, SpotPart.Whole), T["Kaart van {0} met de plek", VillageName]);
            }
        }

        Overview = new AnswerList([
            new(T["Soort"], T.NameOf(Kind)),
            new(T["Wat er speelt"], NewTitle),
            new(T["Uw verhaal"], Text),
            new(T["Dorp"], VillageName),
            new(T["Plek"], PlaceNote),
            new(
                T["Thema"],
                Themes.FirstOrDefault(t => t.Value == Typed().First(f => f.Name == nameof(ThemeId)).Value)?.Text ?? ""
            ),
            .. Groups.Count == 0
                ? Array.Empty<Answer>()
                : [new(T["Wie raakt dit vooral?"], GroupChoices.Names(Groups))],
            new(T["Van wie"], IsKnown ? OnBehalfName() ?? Viewer.Name : Name),
            .. IsKnown
                ? Array.Empty<Answer>()
                :
                [
                    new(
                        T["Te bereiken via"],
                        EnteredForId is not null ? string.Join(", ", new[] { Telephone, Mail }.Where(a => a.Length > 0))
                            : ReachBy == ReachBy.Mail ? Mail
                            : Telephone
                    ),
                ],
            new(T["Naam zichtbaar voor iedereen"], NameIsPublic ? T["Ja"] : T["Nee"]),
        ]);
        return refused is null ? Page() : Refused(refused);
    }

    private string? OnBehalfName() =>
        Viewer.Roles.FirstOrDefault(r => r.OrganisationId == OnBehalfOfId)?.OrganisationName;
}
