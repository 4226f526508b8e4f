namespace Brink.Features.Rounds.Reacting;

/// <summary>What the part of the form needs that every page for a reaction has.</summary>
public sealed record ReactionFields(ReactionForm Input);
