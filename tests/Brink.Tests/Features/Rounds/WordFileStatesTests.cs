using Brink.Features.Dossiers;
using Brink.Features.Places.TailorMade;
using Brink.Features.Rounds;
using Brink.Platform;

namespace Brink.Tests.Features.Rounds;

public sealed partial class RoundStatesTests
{
    [Fact]
    public void WordFile_TakesTheStepsOfItsDrawing()
    {
        var verbs = new Dictionary<string, Func<WordFile, (Outcome Outcome, string After)>>(StringComparer.Ordinal)
        {
            ["Correct"] = file => (file.Correct("# Beter"), file.State.ToString()),
            ["TakeOver"] = file => (TakeOver(file), file.State.ToString()),
            ["Drop"] = file => (file.CanDrop(), "[*]"),
        };
        var taken = new List<string>();
        foreach (var from in Enum.GetValues<WordFileState>())
        {
            foreach (var (verb, act) in verbs)
            {
                var file = BroughtIn();
                if (from == WordFileState.TakenOver)
                {
                    RoundsMade.Must(TakeOver(file));
                }

                var (outcome, after) = act(file);
                if (outcome.Succeeded)
                {
                    taken.Add($"{from} --> {after} : {verb}");
                }
                else
                {
                    Assert.Equal(from, file.State);
                }
            }
        }

        Assert.Equal(
            ["Waiting --> TakenOver : TakeOver", "Waiting --> Waiting : Correct", "Waiting --> [*] : Drop"],
            taken.Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            taken.Where(step => !step.Contains('[')).Order(StringComparer.Ordinal),
            Drawn("word-file.md", "Word file")
        );
    }

    [Fact]
    public void Letter_ChangesNothingAboutTheOtherReactions()
    {
        var round = In(RoundPhase.Processing).Round;

        Assert.True(On(null).IsLate);
        Assert.True(On(Now.Today.AddDays(11)).IsLate);
        Assert.False(On(Now.Today.AddDays(10)).IsLate);

        Reaction On(DateOnly? day) =>
            Reaction
                .Give(
                    round,
                    ReactionPlace.Whole,
                    Words,
                    new Brink.Features.Subjects.Contribution(),
                    Later,
                    isKnown: true,
                    day
                )
                .Reaction!;
    }

    private static WordFile BroughtIn()
    {
        var dossier = Dossier.Begin(new DossierWords("Plan", "", "", "", "", "", InvolvementLevel.Consult), 1, [], Now);
        return WordFile.Bring(Document.Begin(dossier, "Plan", "", Now), "plan.docx", ("", 1), "# Plan", [], Now.At);
    }

    private static Outcome TakeOver(WordFile file) =>
        file.Document!.TakeOver(file, "# Plan", offer: true, Document.VersionOf(file.Document.Draft), Now);
}
