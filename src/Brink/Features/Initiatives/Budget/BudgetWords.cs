using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives.Budget;

/// <summary>The codes of a budget as people say them.</summary>
public static class BudgetWords
{
    public static string NameOf(this Texts T, BudgetKind kind) =>
        kind switch
        {
            BudgetKind.Cost => T["Wat het kost"],
            BudgetKind.Own => T["Wat wij zelf betalen"],
            BudgetKind.Hours => T["Uren van vrijwilligers"],
            _ => T["Geld van anderen"],
        };

    /// <summary>On the button that adds one.</summary>
    public static string AddOf(this Texts T, BudgetKind kind) =>
        kind switch
        {
            BudgetKind.Cost => T["Kosten erbij zetten"],
            BudgetKind.Own => T["Een eigen bijdrage erbij zetten"],
            BudgetKind.Hours => T["Uren erbij zetten"],
            _ => T["Geld van een ander erbij zetten"],
        };

    public static Status StatusOf(this Texts T, SourceState state) =>
        state switch
        {
            SourceState.Wanted => new(T["Willen we vragen"], StatusKind.Neutral),
            SourceState.Asked => new(T["Gevraagd"], StatusKind.Active),
            SourceState.Promised => new(T["Toegezegd"], StatusKind.Success),
            SourceState.Received => new(T["Ontvangen"], StatusKind.Success),
            _ => new(T["Afgewezen"], StatusKind.Warning),
        };

    public static IReadOnlyList<Choice> SourceStates(this Texts T) =>
        [.. Enum.GetValues<SourceState>().Select(state => new Choice(state, T.StatusOf(state).Text))];

    /// <summary>What is still needed, in a sentence.</summary>
    public static string Balance(this Texts T, decimal needed) =>
        needed switch
        {
            > 0 => T["Er is nog {0} nodig.", Formats.Money(needed)],
            0 => T["Het geld is rond."],
            _ => T["Er is {0} meer dan het kost.", Formats.Money(-needed)],
        };
}
