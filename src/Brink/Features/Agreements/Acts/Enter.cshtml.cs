using Brink.Features.Initiatives.Support;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agreements.Acts;

/// <summary>
/// A signature on paper is entered with its scan, only for a party that said nothing here itself. The party hears of it
/// and can take it back.
/// </summary>
public class EnterModel(ScanIntake scans) : AgreementActPage(AgreementAct.Enter)
{
    [BindProperty]
    public long? Party { get; set; }

    [BindProperty]
    public DateOnly? On { get; set; }

    [BindProperty]
    public IFormFile? Scan { get; set; }

    [BindProperty]
    public int Number { get; set; }

    public IReadOnlyList<Choice> Silent =>
        Agreement.Open is { State: VersionState.Signing } open
            ? [.. T.PartiesOf(open).Where(p => p.Answer is null).Select(p => new Choice(p.Id, p.Name))]
            : [];

    public override Task OnGetAsync()
    {
        Number = Agreement.Open?.Number ?? 0;
        return Task.CompletedTask;
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var scan = await scans.TakeAsync(nameof(Scan), Scan, Aborted);
        return await KeepAsync(
            (agreement, _) => Enter(agreement, (scan.Hash, scan.ContentType)),
            () => Address + "?bewaard=ja",
            () => [.. Check(), .. scan.Outcome.Refusals]
        );
    }

    private Outcome Enter(Agreement agreement, (string Hash, string ContentType) scan)
    {
        var current = agreement.Open?.Current(Party!.Value);
        if (agreement.Open?.Number == Number && current is { Kind: not AnswerKind.TakesBack })
        {
            return Outcome.Refuse(nameof(Party), "Deze partij heeft intussen zelf geantwoord.");
        }

        var actor = Acts(Party) with { PersonId = null, EnteredById = Viewer.PersonId, Channel = Channel.Paper };
        return agreement.Answer(
            Number,
            Party!.Value,
            current?.Turn ?? 0,
            AnswerKind.Signs,
            "",
            new Contribution
            {
                OnBehalfOfId = Party,
                EnteredById = actor.EnteredById,
                EnteredForId = Standing.KeeperId,
                Channel = Channel.Paper,
                At = actor.At,
            },
            actor,
            On,
            scan
        );
    }

    private IEnumerable<Refusal> Check()
    {
        if (Party is null)
        {
            yield return new Refusal(nameof(Party), "Kies een van de partijen.");
        }

        if (On is not { } day)
        {
            yield return new Refusal(nameof(On), "Kies de dag die bij de handtekening staat.");
        }
        else if (day > Today)
        {
            yield return new Refusal(nameof(On), "Deze dag moet nog komen.");
        }
    }
}
