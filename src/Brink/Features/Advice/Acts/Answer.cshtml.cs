using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Advice.Acts;

public enum AnswerAdviceStep
{
    Save,
    Preview,
    Give,
}

/// <summary>What was typed about one point.</summary>
public sealed class TypedPoint
{
    public long Id { get; set; }
    public PointVerdict? Verdict { get; set; }
    public string? Because { get; set; }
}

/// <summary>
/// The municipality answers each point: kept as long as it isn't ready, seen as it will be read, then given. Of two who
/// answer at once one is first; the other reads that and keeps the own words. An answer that was given is corrected here.
/// </summary>
public class AnswerModel() : AdviceActPage(AdviceAct.Answer)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public List<TypedPoint> Points { get; set; } = [];

    [BindProperty]
    public AnswerAdviceStep Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    /// <summary>As it will be read.</summary>
    public AdviceText? Preview { get; private set; }
    public bool IsOvertaken { get; private set; }
    public bool Corrects => Advice.LastAnswer is not null;
    public IReadOnlyList<AdvicePoint> InOrder => [.. Advice.Points.OrderBy(p => p.Number)];

    public override void OnGet() => Fill();

    public async Task<IActionResult> OnPostAsync()
    {
        // Looking at it may be done as often as one likes; only giving it must happen once.
        Key = Step == AnswerAdviceStep.Preview ? null : Key;
        var result = await SaveAsync(
            ActAsync,
            () => Step == AnswerAdviceStep.Give ? Address + "#advies" : AdviceLinks.Answer(Advice.Id) + "?bewaard=ja",
            async () =>
            {
                await ReadAgainAsync();
                Order();
            }
        );
        if (Step != AnswerAdviceStep.Preview || result is not LocalRedirectResult)
        {
            return result;
        }

        // Kept already; shown at once, with all that was typed.
        Db.ChangeTracker.Clear();
        await ReadAgainAsync();
        ModelState.Clear();
        Fill();
        var draft = Advice.DraftAnswer!;
        var open = Points.FindIndex(p => p.Verdict is null || string.IsNullOrWhiteSpace(p.Because));
        if (open >= 0 || (Corrects && draft.Reason.Length == 0))
        {
            return Refused(Outcome.Of(OpenPoints()));
        }

        Preview = AdviceText.Of(Advice, draft);
        return Page();
    }

    private async Task<Outcome> ActAsync()
    {
        var check = Outcome.Of([
            .. Typed.Fits(nameof(Text), Text, AdviceCase.LongestText, AdviceCase.LongestText * 3),
            .. Typed.Fits(nameof(Reason), Reason, AdviceCase.LongestWords, AdviceCase.LongestWords * 3),
            .. Points.SelectMany(
                (point, at) =>
                    Typed.Fits(
                        $"Points[{at}].Because",
                        point.Because,
                        AdviceCase.LongestText,
                        AdviceCase.LongestText * 3
                    )
            ),
        ]);
        if (!check.Succeeded)
        {
            return check;
        }

        var advice = await LoadAsync();
        if (
            advice.CanAnswer().Succeeded
            && !IsWrittenAlready(advice)
            && Overtaken((uint)advice.AnswerRevision) is not null
        )
        {
            IsOvertaken = true;
            return Outcome.Refuse(
                "",
                "Een collega was u voor. Lees wat er nu staat. Wat u schreef, staat nog in de velden."
            );
        }

        var actor = ActsInOffice();
        var written = advice.WriteAnswer(
            new AnswerWords(
                TextRules.Clean(Text),
                TextRules.Clean(Reason),
                [.. Points.Select(p => new PointAnswer(p.Id, p.Verdict, TextRules.Clean(p.Because)))]
            ),
            actor
        );
        // Officials act by name.
        return written.Succeeded && Step == AnswerAdviceStep.Give
            ? advice.GiveAnswer(Contribution.To(advice.Subject, actor, nameIsPublic: true), actor, FieldOf)
            : written;
    }

    /// <summary>The same button pressed twice.</summary>
    private bool IsWrittenAlready(AdviceCase advice) =>
        advice.DraftAnswer is { } draft
        && draft.Text == TextRules.Clean(Text)
        && draft.Reason == TextRules.Clean(Reason)
        && Points.TrueForAll(p =>
            draft.VerdictOf(p.Id) == p.Verdict && draft.BecauseOf(p.Id) == TextRules.Clean(p.Because)
        );

    private void Fill()
    {
        var draft = Advice.DraftAnswer ?? Advice.LastAnswer;
        (Text, Version) = (draft?.Text ?? "", (uint)Advice.AnswerRevision);
        Reason = Advice.DraftAnswer?.Reason ?? "";
        Points =
        [
            .. InOrder.Select(p => new TypedPoint
            {
                Id = p.Id,
                Verdict = draft?.VerdictOf(p.Id),
                Because = draft?.BecauseOf(p.Id),
            }),
        ];
    }

    /// <summary>What was typed, one for each point there is.</summary>
    private void Order() =>
        Points = [.. InOrder.Select(p => Points.Find(typed => typed.Id == p.Id) ?? new TypedPoint { Id = p.Id })];

    private IEnumerable<Refusal> OpenPoints()
    {
        foreach (var (point, at) in Points.Select((point, at) => (point, at)))
        {
            if (point.Verdict is null)
            {
                yield return new Refusal(
                    FieldOf(at + 1, nameof(TypedPoint.Verdict)),
                    "Punt {0}: kies wat de gemeente ermee doet.",
                    at + 1
                );
            }

            if (string.IsNullOrWhiteSpace(point.Because))
            {
                yield return new Refusal(
                    FieldOf(at + 1, nameof(TypedPoint.Because)),
                    "Punt {0}: schrijf waarom: 'omdat …'.",
                    at + 1
                );
            }
        }

        if (Corrects && string.IsNullOrWhiteSpace(Reason))
        {
            yield return new Refusal(
                nameof(Reason),
                "Schrijf waarom u het antwoord verbetert. Iedereen kan dit lezen."
            );
        }
    }

    private static string FieldOf(int number, string part) =>
        string.Create(CultureInfo.InvariantCulture, $"Points[{number - 1}].{part}");
}
