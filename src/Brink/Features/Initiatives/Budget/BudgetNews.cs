using Brink.Features.Notices;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives.Budget;

/// <summary>What is told of a budget: lines on the timeline. Followers hear of updates, not of every line.</summary>
public sealed class BudgetNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            BudgetVerbs.LineAdded => about.Code<BudgetKind>("kind") switch
            {
                BudgetKind.Hours => T["{0} zette uren van vrijwilligers in de begroting.", who],
                BudgetKind.Source => T["{0} zette geld van een ander in de begroting: {1}.", who, Euros(about, "to")],
                BudgetKind.Own => T["{0} zette een eigen bijdrage in de begroting: {1}.", who, Euros(about, "to")],
                _ => T["{0} zette kosten in de begroting: {1}.", who, Euros(about, "to")],
            },
            BudgetVerbs.LineChanged => about.Code<BudgetKind>("kind") == BudgetKind.Hours
                ? T["{0} paste de uren in de begroting aan.", who]
                : T["{0} paste de begroting aan: van {1} naar {2}.", who, Euros(about, "from"), Euros(about, "to")],
            BudgetVerbs.LineRemoved => T["{0} haalde een regel uit de begroting.", who],
            BudgetVerbs.HourValueChosen => about.Number("to") is > 0
                ? T["{0} liet uren van vrijwilligers meetellen voor {1} per uur.", who, Euros(about, "to")]
                : T["{0} liet uren van vrijwilligers niet meer meetellen in geld.", who],
            _ => null,
        };

    private static string Euros(JournalFacts about, string name) => Formats.Money((about.Number(name) ?? 0) / 100m);
}
