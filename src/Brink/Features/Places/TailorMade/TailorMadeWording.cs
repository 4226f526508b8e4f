using Brink.Platform.Localisation;

namespace Brink.Features.Places.TailorMade;

/// <summary>The words for what suits a village.</summary>
public static class TailorMadeWording
{
    public static string NameOf(this Texts T, InvolvementLevel level) =>
        level switch
        {
            InvolvementLevel.RatherNot => T["Liever niet"],
            InvolvementLevel.Inform => T["Op de hoogte blijven"],
            InvolvementLevel.Consult => T["Een mening geven"],
            InvolvementLevel.Advise => T["Adviseren"],
            InvolvementLevel.CoCreate => T["Samen maken"],
            _ => T["Samen beslissen"],
        };

    public static string NameOf(this Texts T, ReachChannel channel) =>
        channel switch
        {
            ReachChannel.Mail => T["Per mail"],
            ReachChannel.Telephone => T["Per telefoon"],
            ReachChannel.Paper => T["Op papier"],
            _ => T["In een gesprek of bijeenkomst"],
        };

    public static string NameOf(this Texts T, HowOften howOften) =>
        howOften switch
        {
            HowOften.Weekly => T["Eén keer per week"],
            HowOften.Monthly => T["Eén keer per maand"],
            _ => T["Meteen als er iets is"],
        };

    /// <summary>'Per mail, in een gesprek of bijeenkomst. Eén keer per week.'</summary>
    public static string RoadAndPace(this Texts T, SuitingRecord record) =>
        record.Channels.Count > 0
            ? T[
                "{0}. {1}.",
                string.Join(", ", record.Channels.Select(channel => T.NameOf(channel))),
                T.NameOf(record.HowOften)
            ]
            : T["{0}.", T.NameOf(record.HowOften)];
}
