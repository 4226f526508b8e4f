using Brink.Features.Places.Spots;
using Brink.Features.Reach;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Files;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>All answers once more, and then hand in.</summary>
[AllowAnonymous]
public class CheckModel(HandInLimit limit, ReceiptAddress receipts, IFileStore files) : HandInPage
{
    /// <summary>Six questions take nobody less; a program that fills them in does.</summary>
    private static readonly TimeSpan TooFast = TimeSpan.FromSeconds(3);

    public override Step Step => Step.Check;

    /// <summary>Asked only when something looked like a program at work.</summary>
    [BindProperty]
    public bool IsFromPerson { get; set; }

    public bool AsksWhetherPerson { get; private set; }

    public AnswerList Overview { get; private set; } = new([]);

    /// <summary>With the spot; null when none is pointed out.</summary>
    public IHtmlContent? Map { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (FirstToMend() is { } step)
        {
            return Redirect(Steps.Change(step));
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (HasDraft && LooksLikeProgram() && !IsFromPerson)
        {
            AsksWhetherPerson = true;
            await LoadAsync();
            return Refused(
                Outcome.Refuse(nameof(IsFromPerson), "Zet onderaan nog een vinkje dat u dit zelf hebt ingevuld.")
            );
        }

        if (HasDraft && FirstToMend() is { } step)
        {
            return Redirect(Steps.Change(step));
        }

        if (limit.Ideas.MustWait(HttpContext) is { } wait)
        {
            await LoadAsync();
            return TooMany(
                wait,
                Outcome.Refuse(
                    "",
                    "Er komen nu heel veel ideeën van uw aansluiting. Wacht een paar minuten en druk dan nog eens op 'Dien mijn idee in'. Uw antwoorden blijven bewaard."
                )
            );
        }

        IdeaHandIn? handIn = null;
        var receipt = "";
        var result = await DoAsync(
            async () =>
            {
                if (await Drafts.FindAsync() is not { } answers)
                {
                    return Outcome.Refuse("", "Dit idee is al ingediend of langer dan een dag geleden begonnen.");
                }

                handIn = new IdeaHandIn(Db, Viewer, answers, Acts());
                var outcome = await handIn.DoAsync(HttpContext.RequestAborted);
                if (outcome.Succeeded)
                {
                    outcome = await AddPhotosAsync(handIn.Initiative!, answers);
                }

                if (outcome.Succeeded)
                {
                    Drafts.Forget();
                    receipt = receipts.Of(handIn.Initiative!.Id);
                }

                return outcome;
            },
            () => receipt,
            LoadAsync
        );
        if (receipt.Length > 0)
        {
            Drafts.Discard(Answers.Photos);
        }

        if (handIn?.IsTooMany == true)
        {
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            RetryAfter(TimeSpan.FromDays(1));
        }

        return result;
    }

    protected override async Task LoadAsync()
    {
        var village = await Db
            .Villages.Where(v => v.Id == Answers.VillageId)
            .Select(v => v.Subject!.Title)
            .FirstOrDefaultAsync();
        if (Answers is { Spot: { } spot, VillageId: { } id })
        {
            var map = await SpotMap.LoadAsync(Db, id, HttpContext.RequestAborted, own: true);
            Map = map?.Draw(
                new SpotChoice(spot, SpotPart.Whole),
                T["Kaart van {0} met de plek van uw idee", village ?? ""]
            );
        }

        var themes = await GroupChoices.ThemesAsync(Db, HttpContext.RequestAborted);
        var groups = await GroupChoices.GroupsAsync(Db, HttpContext.RequestAborted);
        Overview = new AnswerList([
            new(T["Idee"], Answers.Title, Steps.Change(Step.Idea)),
            new(T["Wat u wilt doen"], Answers.What, Steps.Change(Step.Idea)),
            new(T["Waarom"], Answers.Why, Steps.Change(Step.Idea)),
            new(T["Dorp"], village ?? "", Steps.Change(Step.Place)),
            new(T["Plek"], Answers.PlaceNote, Steps.Change(Step.Place)),
            .. Answers.Spot is null
                ? Array.Empty<Answer>()
                : [new(T["Plek op de kaart"], T["aangewezen, zie de kaart hieronder"], Steps.Spot + Steps.BackToCheck)],
            new(T["Van wie"], T.NameOf(Answers.OwnerType), Steps.Change(Step.Owner)),
            .. Answers.Themes.Count == 0
                ? Array.Empty<Answer>()
                : [new(T["Waar gaat het over?"], themes.Names(Answers.Themes), Steps.Change(Step.Owner))],
            .. Answers.Groups.Count == 0
                ? Array.Empty<Answer>()
                : [new(T["Voor wie is het vooral?"], groups.Names(Answers.Groups), Steps.Change(Step.Owner))],
            new(T["Alleen of samen"], Together(), Steps.Change(Step.Who)),
            new(T["Wie nog meer meedoen"], Answers.Companions, Steps.Change(Step.Who)),
            new(
                T["Foto's"],
                Answers.Photos.Count == 0 ? T["Geen"] : T.Count(Answers.Photos.Count, "1 foto", "{0} foto's"),
                Steps.Change(Step.Photos)
            ),
            new(
                Answers.Assistance is null ? T["Uw naam"] : T["Van"],
                IsKnown ? Viewer.Name : Answers.Name,
                Answers.Assistance is null ? Steps.Change(Step.Reach) : AssistedEntry
            ),
            .. IsKnown ? Array.Empty<Answer>() : [Reach()],
            new(T["Naam zichtbaar voor iedereen"], Answers.NameIsPublic ? T["Ja"] : T["Nee"], Steps.Change(Step.Reach)),
        ]);
    }

    private async Task<Outcome> AddPhotosAsync(Initiative initiative, Answers answers)
    {
        foreach (var photo in answers.Photos)
        {
            if (await Drafts.ReadAsync(photo) is not { } content)
            {
                continue;
            }

            try
            {
                initiative.Subject.Files.Add(
                    new SubjectFile
                    {
                        Hash = await files.SaveAsync(content, HttpContext.RequestAborted),
                        ContentType = photo.ContentType,
                        Length = content.Length,
                        Description = photo.Description,
                        Order = initiative.Subject.Files.Count,
                    }
                );
            }
            catch (StorageFullException)
            {
                return Outcome.Refuse(
                    "",
                    "Er is op onze computer nu geen plaats voor uw foto's. Haal ze weg bij 'Foto's' en dien uw idee in zonder, of probeer het later. Uw antwoorden blijven een dag bewaard."
                );
            }
        }

        return Outcome.Done;
    }

    private const string AssistedEntry = "/idee/voor-iemand-anders";

    private Answer Reach() =>
        Answers.Assistance is not null
            ? new(
                T["Te bereiken via"],
                string.Join(", ", new[] { Answers.Telephone, Answers.Mail }.Where(a => a.Length > 0)),
                AssistedEntry
            )
        : Answers.ReachBy == ReachBy.Mail ? new(T["Wij mailen u op"], Answers.Mail, Steps.Change(Step.Reach))
        : new(T["Wij bellen u op"], Answers.Telephone, Steps.Change(Step.Reach));

    private string Together() =>
        Answers.InitiatorKind switch
        {
            InitiatorKind.Association => T[
                "Namens {0}",
                Viewer.Roles.FirstOrDefault(r => r.OrganisationId == Answers.AssociationId)?.OrganisationName ?? ""
            ],
            InitiatorKind.Group when Answers.GroupName.Length > 0 => T["Met een groep: {0}", Answers.GroupName],
            InitiatorKind.Group => T["Met een groep"],
            _ => T["Alleen"],
        };

    /// <summary>The first question whose answer can't stay so.</summary>
    private Step? FirstToMend() =>
        !IdeaRules.OfIdea(Answers).Succeeded ? Step.Idea
        : !IdeaRules.OfPlace(Answers).Succeeded ? Step.Place
        : !IdeaRules.OfWho(Answers).Succeeded ? Step.Who
        : !IsKnown && Answers.Assistance is null && !IdeaRules.OfReach(Answers).Succeeded ? Step.Reach
        : null;

    /// <summary>Whoever signed in proved enough.</summary>
    private bool LooksLikeProgram() =>
        !Viewer.IsSignedIn && (TrapField.IsFilled(Request.Form) || Time.GetUtcNow() - Answers.StartedAt < TooFast);
}
