using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>Somebody who may sign for a party reads the text and says what the party says.</summary>
public class SignModel() : AgreementActPage(AgreementAct.Sign)
{
    [BindProperty(SupportsGet = true, Name = "namens")]
    public long? OrganisationId { get; set; }

    /// <summary>Of the version on the screen.</summary>
    [BindProperty]
    public int Number { get; set; }

    /// <summary>How many answers of this party the form knew of.</summary>
    [BindProperty]
    public int Seen { get; set; }

    [BindProperty]
    public AnswerKind? Answer { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>The parties for which the viewer may sign this text.</summary>
    public IReadOnlyList<PartyRow> Mine =>
        Agreement.Open is { State: VersionState.Signing } open
            ? [.. T.PartiesOf(open).Where(p => Viewer.SignsFor(p.Id))]
            : [];

    public PartyRow? Party => Mine.FirstOrDefault(p => p.Id == OrganisationId) ?? (Mine.Count == 1 ? Mine[0] : null);

    /// <summary>What was entered for the party by somebody else may be taken back.</summary>
    public bool IsEntered => Party?.Provenance is not null;

    public IReadOnlyList<Choice> Choices =>
        [
            new(AnswerKind.Signs, T["Wij tekenen"], T["Onze organisatie staat achter deze tekst."]),
            new(AnswerKind.WantsToTalk, T["Wij willen eerst praten"], T["De opsteller krijgt bericht en belt u."]),
            new(AnswerKind.Declines, T["Wij tekenen niet"], T["U hoeft niet te zeggen waarom."]),
            .. IsEntered
                ? [new Choice(AnswerKind.TakesBack, T["Wat voor ons is ingevoerd, klopt niet"])]
                : Array.Empty<Choice>(),
        ];

    public override Task OnGetAsync()
    {
        Number = Agreement.Open?.Number ?? 0;
        Seen = Party is { } party ? Agreement.Open!.Current(party.Id)?.Turn ?? 0 : 0;
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var check = Check();
                if (!check.Succeeded)
                {
                    return check;
                }

                // Who is a moment too late reads why: the entity knows what became of the text.
                var organisation = OrganisationId ?? Party?.Id ?? Standing.Parties.First(Viewer.SignsFor);
                var viewer = await HoldAsync(organisation);
                if (!viewer.SignsFor(organisation))
                {
                    return Outcome.Refuse("", "Uw rol is intussen beëindigd. Er is niets bewaard.");
                }

                var agreement = await LoadAsync();
                var actor = Acts(organisation);
                var provenance = new Contribution
                {
                    ByPersonId = actor.PersonId,
                    OnBehalfOfId = actor.OnBehalfOfId,
                    Channel = actor.Channel,
                    At = actor.At,
                };
                var outcome = agreement.Answer(
                    Number,
                    organisation,
                    Seen,
                    Answer!.Value,
                    TextRules.Clean(Words),
                    provenance,
                    actor
                );
                if (!outcome.Succeeded && agreement.Open?.Number == Number)
                {
                    Seen = agreement.Open.Current(organisation)?.Turn ?? 0;
                    ModelState.Remove(nameof(Seen));
                }

                return outcome;
            },
            () => Address + "?bewaard=ja",
            ReadAgainAsync
        );

    private Outcome Check() =>
        Outcome.Of([
            .. Answer is { } chosen && Enum.IsDefined(chosen)
                ? Array.Empty<Refusal>()
                : [new Refusal(nameof(Answer), "Kies wat uw organisatie zegt.")],
            .. Typed.Fits(nameof(Words), Words, AgreementAnswer.LongestWords, AgreementAnswer.LongestWords * 4),
        ]);
}
