using Brink.Features.Dossiers;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Acts;

/// <summary>An officer sets a round: about what, from when to when, and by when everybody has an answer (C5).</summary>
[Authorize]
public sealed class OpenModel() : DossierPage(RoundAct.Work)
{
    private const long Whole = 0;

    [BindProperty]
    public RoundKind? Kind { get; set; }

    /// <summary>0 for the plan as a whole.</summary>
    [BindProperty]
    public long? DocumentId { get; set; }

    [BindProperty]
    public string Question { get; set; } = "";

    [BindProperty]
    public DateOnly? OpensOn { get; set; }

    [BindProperty]
    public DateOnly? ClosesOn { get; set; }

    [BindProperty]
    public TimeOnly? ClosesTime { get; set; } = new(17, 0);

    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    [BindProperty]
    public bool MailIsEnough { get; set; } = true;

    public IReadOnlyList<Choice> Documents { get; private set; } = [];
    public IReadOnlyList<Choice> Kinds =>
        [.. Enum.GetValues<RoundKind>().Select(kind => new Choice(kind, T.NameOf(kind)))];

    private Round? made;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var typed = Outcome.Of(Wrong());
        return typed.Succeeded
            ? await DoAsync(SetAsync, () => RoundLinks.Round(Head.Id, made!.Id) + "?bewaard=ja", ReadAsync)
            : Refused(typed);
    }

    protected override async Task ReadAsync() =>
        Documents = [
            new Choice(Whole, T["Het plan als geheel"]),
            .. (
                await Db
                    .Documents.AsNoTracking()
                    .Where(d => d.DossierId == Head.Id && d.CurrentNumber > 0)
                    .OrderByDescending(d => d.Id)
                    .Select(d => new { d.Id, d.Title })
                    .ToArrayAsync(Aborted)
            ).Select(d => new Choice(d.Id, d.Title)),
        ];

    private async Task<Outcome> SetAsync()
    {
        var dossier = await Db.Dossiers.Include(d => d.Subject).SingleAsync(d => d.Id == Head.Id, Aborted);
        if (dossier.State != DossierState.Open)
        {
            return Outcome.Refuse("", "Een ronde kan alleen bij een plan dat openbaar is en nog loopt.");
        }

        var document = DocumentId is > Whole
            ? await Db.Documents.FirstOrDefaultAsync(d => d.Id == DocumentId && d.DossierId == Head.Id, Aborted)
            : null;
        made = Round.Set(dossier, document, Plan(), Acts());
        await Db.Rounds.AddAsync(made, Aborted);
        return Outcome.Done;
    }

    private IEnumerable<Refusal> Wrong()
    {
        if (Kind is null)
        {
            yield return new Refusal(nameof(Kind), "Kies wat voor ronde het is.");
        }

        if (Documents.All(d => d.Value != DocumentId?.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        {
            yield return new Refusal(nameof(DocumentId), "Kies waarover mensen reageren.");
        }

        foreach (
            var refusal in Typed.Fits(nameof(Question), Question, Round.LongestQuestion, Round.LongestQuestion * 3)
        )
        {
            yield return refusal;
        }

        if (OpensOn < Today)
        {
            yield return new Refusal(nameof(OpensOn), "Deze dag is voorbij. Kies een andere.");
        }

        if (ClosesOn is null)
        {
            yield return new Refusal(nameof(ClosesOn), "Kies een dag.");
        }

        if (ClosesTime is null)
        {
            yield return new Refusal(nameof(ClosesTime), "Vul een tijd in, zoals 17:00.");
        }

        if (AnswerBy is null)
        {
            yield return new Refusal(nameof(AnswerBy), "Kies een dag.");
        }

        if (ClosesOn is not null && ClosesTime is not null && AnswerBy is not null)
        {
            foreach (var refusal in Round.Wrong(Plan(), Now))
            {
                yield return refusal;
            }
        }
    }

    private RoundPlan Plan() =>
        new(
            Kind ?? default,
            Question,
            OpensOn is { } day && day > Today ? DutchTime.StartOf(day) : Now,
            DutchTime.InstantOf(ClosesOn!.Value, ClosesTime!.Value),
            MailIsEnough,
            AnswerBy!.Value
        );
}
