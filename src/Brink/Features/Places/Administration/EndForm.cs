namespace Brink.Features.Places.Administration;

/// <summary>Asks for the last day of something that has no end yet.</summary>
/// <param name="Field">The name under which the number of what ends is sent.</param>
/// <param name="Name">What ends, for who can't see where the form stands.</param>
/// <param name="IsAsked">Whether it is this one that was just refused: what was typed and what is wrong are shown here.</param>
public sealed record EndForm(string Field, long Id, string Name, uint Version, bool IsAsked);
