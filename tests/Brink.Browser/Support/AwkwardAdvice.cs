using Brink.Features.Advice;
using Brink.Features.Subjects;
using Brink.Tests.Features.Advice;

namespace Brink.Browser.Support;

/// <summary>Advice with long words, on a plan and in confidence, and an answer that was corrected.</summary>
public sealed partial class AwkwardData
{
    public AdviceCase AdviceAsked { get; private set; } = null!;
    public AdviceCase AdviceGiven { get; private set; } = null!;
    public AdviceCase AdviceAnswered { get; private set; } = null!;
    public AdviceCase AdviceInConfidence { get; private set; } = null!;

    private async Task FillAdviceAsync()
    {
        var made = await Advised.AtAsync(host, data, Full);
        AdviceAsked = await made.AskedAsync(Planned, $"Advies over {LongWord}");
        await made.ChangeAsync(
            AdviceAsked.Id,
            a => a.ProposeDate(made.Office().Today.AddDays(60), "Wij vergaderen pas dan.", made.Board())
        );
        await made.ChangeAsync(AdviceAsked.Id, a => a.Write("Zo is het.", [LongWord, "Nog een punt."], made.Board()));
        AdviceGiven = await made.GivenAsync(Planned);
        AdviceAnswered = await made.AnsweredAsync();
        await made.ChangeAsync(
            AdviceAnswered.Id,
            a => a.WriteAnswer(Advised.Words(a, "omdat " + LongWord, "Er stond een fout in."), made.Office())
        );
        await made.ChangeAsync(
            AdviceAnswered.Id,
            a => a.GiveAnswer(Contribution.To(a.Subject, made.Office()), made.Office())
        );
        AdviceInConfidence = await made.GivenAsync(Confidential);
    }
}
