using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>The codes of ground rules as people say them.</summary>
public static class GroundRulesWords
{
    /// <summary>What a form sends for rules that are for all phases.</summary>
    public const string EveryPhase = "alle";

    public static string NameOf(this Texts T, RulesPart part) =>
        part switch
        {
            RulesPart.Deciding => T["Wie beslist?"],
            RulesPart.Responsible => T["Wie is waarvoor verantwoordelijk?"],
            RulesPart.Fixed => T["Wat staat vast?"],
            RulesPart.Open => T["Wat is nog open?"],
            RulesPart.Participation => T["Hoe doen mensen mee?"],
            RulesPart.Talking => T["Wanneer en hoe praten we met elkaar?"],
            _ => T["Wie kunt u bellen?"],
        };

    public static string HelpOf(this Texts T, RulesPart part) =>
        part switch
        {
            RulesPart.Deciding => T["Over het plan, het geld en de plek. En wat doet u als u het niet eens wordt?"],
            RulesPart.Responsible => T["Bijvoorbeeld voor het geld, de vergunning, de veiligheid en het onderhoud."],
            RulesPart.Fixed => T["Waar kan niemand meer iets aan veranderen? Zeg ook waarom."],
            RulesPart.Open => T["Waar kunnen mensen nog over meepraten of meebeslissen?"],
            RulesPart.Participation => T["Van alleen lezen tot samen beslissen. Wie vraagt u, en hoe?"],
            RulesPart.Talking => T["Bijvoorbeeld: elke eerste maandag in het dorpshuis. En wie nodigt uit?"],
            _ => T["Eén naam per partij is genoeg. Noem alleen wie dat goed vindt."],
        };

    public static string NameOf(this Texts T, RulesPartyView party) =>
        party.Kind switch
        {
            RulesPartyKind.Initiators => T["De initiatiefnemers"],
            RulesPartyKind.Municipality => T["De gemeente"],
            _ => party.Name ?? "",
        };

    public static Status StatusOf(this Texts T, RulesState state) =>
        state switch
        {
            RulesState.Proposed => new(T["Voorgesteld"], StatusKind.Active),
            RulesState.InForce => new(T["Geldt nu"], StatusKind.Success),
            RulesState.Superseded => new(T["Gold eerder"], StatusKind.Neutral),
            RulesState.Refused => new(T["Geweigerd"], StatusKind.Neutral),
            _ => new(T["Ingetrokken"], StatusKind.Neutral),
        };

    public static Status StatusOf(this Texts T, RulesAnswerKind? answer) =>
        answer switch
        {
            RulesAnswerKind.Accepts => new(T["Aanvaard"], StatusKind.Success),
            RulesAnswerKind.Refuses => new(T["Geweigerd"], StatusKind.Warning),
            RulesAnswerKind.WantsToTalk => new(T["Wil praten"], StatusKind.Active),
            _ => new(T["Nog geen antwoord"], StatusKind.Neutral),
        };

    /// <summary>'alle fasen', 'de fase Plan maken'</summary>
    public static string ScopeOf(this Texts T, Phase? phase) =>
        phase is { } one ? T["de fase '{0}'", T.NameOf(one)] : T["alle fasen"];

    public static IReadOnlyList<Choice> RulesPhases(this Texts T) =>
        [
            new(EveryPhase, T["Alle fasen"]),
            .. Enum.GetValues<Phase>()
                .Where(phase => phase is not (Phase.Paused or Phase.Stopped))
                .Select(phase => new Choice(phase, T.NameOf(phase))),
        ];
}
