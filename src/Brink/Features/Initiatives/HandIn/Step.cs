namespace Brink.Features.Initiatives.HandIn;

/// <summary>The questions in their order.</summary>
public enum Step
{
    Idea = 1,
    Place,
    Owner,
    Who,
    Photos,
    Reach,
    Check,
}

public static class Steps
{
    /// <summary>How many questions there are; the check is none.</summary>
    public const int Count = (int)Step.Check - 1;

    /// <summary>In an address: go back to the check after this answer.</summary>
    public const string BackToCheck = "?terug=controle";

    public static string Address(Step step) =>
        step switch
        {
            Step.Idea => "/idee",
            Step.Place => "/idee/dorp",
            Step.Owner => "/idee/eigenaar",
            Step.Who => "/idee/samen",
            Step.Photos => "/idee/fotos",
            Step.Reach => "/idee/bereikbaar",
            _ => "/idee/controle",
        };

    /// <summary>Belongs to <see cref="Step.Place"/>: the map, for who wants it.</summary>
    public const string Spot = "/idee/plek";

    public static string Change(Step step) => Address(step) + BackToCheck;
}
