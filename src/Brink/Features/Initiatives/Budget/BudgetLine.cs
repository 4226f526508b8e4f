using System.Globalization;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;

namespace Brink.Features.Initiatives.Budget;

public enum BudgetKind
{
    Cost,

    /// <summary>Money the initiators put in themselves.</summary>
    Own,

    /// <summary>Hours of volunteers.</summary>
    Hours,

    /// <summary>Money of others.</summary>
    Source,
}

/// <summary>How far the money of a source is. Promised and received are sure; wanted and asked are hoped for.</summary>
public enum SourceState
{
    Wanted,
    Asked,
    Promised,
    Received,
    Refused,
}

/// <summary>One line of an initiative's budget (I8). Each is a row of its own, so that two people don't write over each other.</summary>
public class BudgetLine : ITenantEntity
{
    /// <summary>More than any budget of a village; keeps sums far from the edge of the column.</summary>
    public const decimal Most = 100_000_000m;
    public const int MostWords = 200;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; set; }
    public Initiative? Initiative { get; set; }
    public BudgetKind Kind { get; set; }

    /// <summary>What it is for; of a source its name.</summary>
    public string What { get; set; } = "";

    /// <summary>Euros; hours where it counts hours.</summary>
    public decimal Amount { get; set; }

    /// <summary>Of a source only.</summary>
    public SourceState? State { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public uint Version { get; set; }

    /// <summary>Changes with the words and the amount, so that a form knows whether it began with what is there now.</summary>
    public string Words =>
        Convert.ToHexStringLower(
            Secret.Hash(string.Join('\u001F', What, Amount.ToString("0.00", CultureInfo.InvariantCulture), State))
        )[..16];

    /// <returns>What is wrong with these words, if anything.</returns>
    public static Outcome Check(BudgetKind kind, string what, decimal? amount, SourceState? state) =>
        Outcome.Of([
            .. string.IsNullOrWhiteSpace(what)
                ? Outcome.Refuse("What", kind == BudgetKind.Source ? FromWhom : ForWhat).Refusals
                : [],
            .. amount is null ? Outcome.Refuse("Amount", kind == BudgetKind.Hours ? HowMany : HowMuch).Refusals : [],
            .. amount >= Most
                ? Outcome.Refuse("Amount", "Dit is te veel. Vul minder dan honderd miljoen in.").Refusals
                : [],
            .. kind == BudgetKind.Source && (state is not { } known || !Enum.IsDefined(known))
                ? Outcome.Refuse("State", "Kies hoe het met dit geld staat.").Refusals
                : [],
        ]);

    private static readonly string ForWhat = Texts.Mark("Schrijf waar het voor is.");
    private static readonly string FromWhom = Texts.Mark("Schrijf van wie het geld komt.");
    private static readonly string HowMuch = Texts.Mark(
        "Vul een bedrag in, zoals 1.250,50. Twee cijfers achter de komma is genoeg."
    );
    private static readonly string HowMany = Texts.Mark("Vul het aantal uren in, zoals 12 of 7,5.");
}

/// <summary>What the initiators chose for their budget as a whole; no row as long as they chose nothing.</summary>
public class BudgetChoice : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long InitiativeId { get; set; }

    /// <summary>Euros for an hour of a volunteer; null when hours aren't counted in money.</summary>
    public decimal? HourValue { get; set; }
    public uint Version { get; set; }
}

public static class BudgetVerbs
{
    public const string LineAdded = "budget.line-added";
    public const string LineChanged = "budget.line-changed";
    public const string LineRemoved = "budget.line-removed";
    public const string HourValueChosen = "budget.hour-value-chosen";
}

/// <summary>What kinds of lines are called in addresses. Addresses are promises: they stay.</summary>
public static class BudgetCodes
{
    public static readonly IReadOnlyDictionary<string, BudgetKind> Kinds = new Dictionary<string, BudgetKind>(
        StringComparer.Ordinal
    )
    {
        ["kosten"] = BudgetKind.Cost,
        ["eigen"] = BudgetKind.Own,
        ["uren"] = BudgetKind.Hours,
        ["bron"] = BudgetKind.Source,
    };

    public static string Of(BudgetKind kind) => Kinds.First(pair => pair.Value == kind).Key;
}
