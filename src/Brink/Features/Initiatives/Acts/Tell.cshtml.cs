using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.Acts;

/// <summary>Initiators tell how it goes, with photos (I9).</summary>
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public class TellModel(PhotoIntake intake) : InitiativeActPage(InitiativeAct.PostUpdate)
{
    private const long Most = PhotoIntake.MostBytes * PhotoIntake.MostPhotos + 1_000_000;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    [BindProperty]
    public string? Description { get; set; }

    /// <summary>An association the writer speaks for; null in the writer's own name.</summary>
    [BindProperty]
    public long? OnBehalfOf { get; set; }

    /// <summary>Choices for who carries it in person and speaks for the village's association too.</summary>
    public IReadOnlyList<Choice> Associations =>
        Voice == Voice.Own && Viewer.AssociationOf(Head.VillageId) is { } role
            ? [new Choice("", T["Uzelf"]), new Choice(role.OrganisationId, role.OrganisationName)]
            : [];

    public async Task<IActionResult> OnPostAsync()
    {
        var (files, taken) = await intake.TakeAsync(nameof(Photos), Photos, Description, Aborted);
        var fits = Outcome.Of([.. taken.Refusals, .. Typed.Fits(nameof(Text), Text, 4000, 20000)]);
        if (!fits.Succeeded)
        {
            return Refused(fits);
        }

        return await DoAsync(
            async () =>
            {
                var actor = ActsAsInitiator();
                if (Voice == Voice.Own && OnBehalfOf is { } association && Viewer.SpeaksFor(association))
                {
                    actor = Acts(association);
                }

                var initiative = await LoadAsync();
                var outcome = initiative.PostUpdate(Text ?? "", ByInitiator(actor), actor, out var update);
                if (update is not null)
                {
                    Db.Add(update);
                    Db.SubjectFiles.AddRange(PhotoIntake.Rows(files, initiative.Id, update.Id, 0));
                }

                return outcome;
            },
            () => Head.Address + "#nieuws",
            ReadAsync
        );
    }
}
