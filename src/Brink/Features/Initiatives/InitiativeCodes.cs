namespace Brink.Features.Initiatives;

/// <summary>What answers and needs are called in the open interface. Programs count on these: they stay.</summary>
public static class InitiativeCodes
{
    public static string Of(AnswerKind answer) =>
        answer switch
        {
            AnswerKind.Yes => "ja",
            AnswerKind.YesIf => "ja-mits",
            _ => "nee-want",
        };

    public static string Of(RequirementKind kind) =>
        kind switch
        {
            RequirementKind.Permit => "vergunning",
            RequirementKind.Land => "grond",
            RequirementKind.Traffic => "verkeer",
            RequirementKind.Money => "geld",
            RequirementKind.Insurance => "verzekering",
            RequirementKind.Upkeep => "onderhoud",
            _ => "anders",
        };
}
