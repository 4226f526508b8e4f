using Brink.Features.Rounds.Reacting;

namespace Brink.Features.Rounds.Answering;

public enum WorkStand
{
    /// <summary>Nobody took it up.</summary>
    New,

    /// <summary>An answer is being written.</summary>
    Busy,
    Answered,
    All,
}

public enum WorkWho
{
    All,
    Residents,
    Associations,
}

/// <summary>What of a round an officer looks at.</summary>
/// <param name="Part">The number of a section; 0 for the whole, null for everything.</param>
/// <param name="Words">That stand in the reaction; empty for any.</param>
public sealed record WorkFilter(WorkStand Stand, WorkWho Who, int? Part, string Words)
{
    private const int LongestWords = 100;

    public static WorkFilter Read(string? stand, string? who, int? part, string? words) =>
        new(
            stand switch
            {
                "bezig" => WorkStand.Busy,
                "klaar" => WorkStand.Answered,
                "alle" => WorkStand.All,
                _ => WorkStand.New,
            },
            who switch
            {
                "inwoners" => WorkWho.Residents,
                "verenigingen" => WorkWho.Associations,
                _ => WorkWho.All,
            },
            part,
            Platform.Text.TextRules.First(Platform.Text.TextRules.Line(words), LongestWords)
        );

    public IQueryable<Reaction> Of(IQueryable<Reaction> reactions)
    {
        var chosen = Stand switch
        {
            WorkStand.New => reactions.Where(r => r.State == ReactionState.Standing && r.AnswerId == null),
            WorkStand.Busy => reactions.Where(r => r.State == ReactionState.Standing && r.AnswerId != null),
            WorkStand.Answered => reactions.Where(r => r.State == ReactionState.Answered),
            _ => reactions.Shown(),
        };
        chosen = Who switch
        {
            WorkWho.Residents => chosen.Where(r => r.OrganisationId == null),
            WorkWho.Associations => chosen.Where(r => r.OrganisationId != null),
            _ => chosen,
        };
        chosen = Part is { } part ? chosen.Where(r => r.Anchor == part) : chosen;
        var words = Words.ToLowerInvariant();
        return words.Length == 0
            ? chosen
#pragma warning disable CA1304, CA1311, CA1862 // The database lowers it.
            : chosen.Where(r => r.Text.ToLower().Contains(words) || r.Proposed.ToLower().Contains(words));
#pragma warning restore CA1304, CA1311, CA1862
    }

    public static string CodeOf(WorkStand stand) =>
        stand switch
        {
            WorkStand.Busy => "bezig",
            WorkStand.Answered => "klaar",
            WorkStand.All => "alle",
            _ => "",
        };

    public static string CodeOf(WorkWho who) =>
        who switch
        {
            WorkWho.Residents => "inwoners",
            WorkWho.Associations => "verenigingen",
            _ => "",
        };

    /// <summary>The same choice as a query, with a '?' where there is any.</summary>
    public string Query(int page = 1)
    {
        var parts = new List<string>();
        Add("stand", CodeOf(Stand));
        Add("wie", CodeOf(Who));
        Add("deel", Part?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "");
        Add("zoek", Words);
        Add("pagina", page > 1 ? page.ToString(System.Globalization.CultureInfo.InvariantCulture) : "");
        return parts.Count == 0 ? "" : "?" + string.Join('&', parts);

        void Add(string name, string value)
        {
            if (value.Length > 0)
            {
                parts.Add(name + "=" + Uri.EscapeDataString(value));
            }
        }
    }
}
