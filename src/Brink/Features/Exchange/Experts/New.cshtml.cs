using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Exchange.Experts;

/// <summary>Puts oneself or one's organisation on the list.</summary>
public sealed class NewModel : ExpertFormPage
{
    private const string Organisation = "org:";

    public override IReadOnlyList<Choice> Speakers =>
        [
            new Choice("self", T["Voor mijzelf"]),
            .. Viewer
                .Roles.DistinctBy(r => r.OrganisationId)
                .Select(r => new Choice(
                    Organisation + r.OrganisationId.ToString(CultureInfo.InvariantCulture),
                    T["Namens {0}", r.OrganisationName]
                )),
        ];

    public Task OnGetAsync()
    {
        Input.Name = Viewer.Name;
        return ReadVillagesAsync();
    }

    public Task<IActionResult> OnPostAsync()
    {
        Expert? made = null;
        return SaveAsync(
            async () =>
            {
                var check = Input.Check();
                if (!check.Succeeded)
                {
                    return check;
                }

                var actor = Acts(SpokenFor());
                var contribution = new Contribution
                {
                    ByPersonId = actor.PersonId,
                    OnBehalfOfId = actor.OnBehalfOfId,
                    Channel = actor.Channel,
                    At = actor.At,
                };
                made = Expert.Join(Input.Words(), await ChosenVillagesAsync(), contribution, actor);
                await Db.AddAsync(made, Aborted);
                return check;
            },
            () => ExchangeLinks.Expert(made!.Id, made.Subject.Slug),
            ReadVillagesAsync
        );
    }

    private long? SpokenFor() =>
        Viewer
            .Roles.FirstOrDefault(r =>
                Input.As == Organisation + r.OrganisationId.ToString(CultureInfo.InvariantCulture)
            )
            ?.OrganisationId;
}
