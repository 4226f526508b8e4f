using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Dossiers;

/// <summary>The words for dossiers.</summary>
public static class DossierWording
{
    public static string NameOf(this Texts T, Stage stage) =>
        stage switch
        {
            Stage.Intention => T["Eerste voornemen"],
            Stage.Exploration => T["Verkenning"],
            Stage.Draft => T["Ontwerp"],
            Stage.Executive => T["Naar het college"],
            Stage.Committee => T["Naar de commissie"],
            Stage.Council => T["Naar de raad"],
            _ => T["Uitvoering"],
        };

    public static string InOneSentence(this Texts T, Stage stage) =>
        stage switch
        {
            Stage.Intention => T["De gemeente denkt eraan. Er ligt nog niets."],
            Stage.Exploration => T["De gemeente zoekt uit wat er kan en wat dorpen willen."],
            Stage.Draft => T["Er ligt een tekst of tekening waarop men kan reageren."],
            Stage.Executive => T["De burgemeester en de wethouders bespreken het plan."],
            Stage.Committee => T["Raadsleden bespreken het plan."],
            Stage.Council => T["De gemeenteraad bespreekt het plan."],
            _ => T["De gemeente voert uit wat er besloten is."],
        };

    /// <summary>How far villages take part, as the municipality calls it.</summary>
    public static string LevelOf(this Texts T, InvolvementLevel level) =>
        level switch
        {
            InvolvementLevel.Inform => T["Informeren"],
            InvolvementLevel.Consult => T["Raadplegen"],
            InvolvementLevel.Advise => T["Adviseren"],
            InvolvementLevel.CoCreate => T["Samen maken"],
            InvolvementLevel.DecideTogether => T["Samen beslissen"],
            _ => T["Liever niet"],
        };

    public static string Meaning(this Texts T, InvolvementLevel level) =>
        level switch
        {
            InvolvementLevel.Inform => T["De dorpen horen wat er gebeurt. Zij kunnen het niet meer veranderen."],
            InvolvementLevel.Consult => T["De dorpen geven hun mening. De gemeente zegt wat zij ermee doet."],
            InvolvementLevel.Advise => T["De dorpen geven advies. Wijkt de gemeente daarvan af, dan zegt zij waarom."],
            InvolvementLevel.CoCreate => T["Dorpen en gemeente maken het plan samen."],
            _ => T["Dorpen en gemeente beslissen samen."],
        };

    public static readonly InvolvementLevel[] Levels =
    [
        InvolvementLevel.Inform,
        InvolvementLevel.Consult,
        InvolvementLevel.Advise,
        InvolvementLevel.CoCreate,
        InvolvementLevel.DecideTogether,
    ];

    public static Status StatusOf(this Texts T, DossierState state, Stage stage) =>
        state switch
        {
            DossierState.InConfidence => new(T["In vertrouwen"], StatusKind.Warning),
            DossierState.Decided => new(T["Besloten"], StatusKind.Success),
            DossierState.Stopped => new(T["Gestopt"], StatusKind.Neutral),
            DossierState.Withdrawn => new(T["Ingetrokken"], StatusKind.Neutral),
            _ => new(T.NameOf(stage), StatusKind.Active),
        };

    public static string NameOf(this Texts T, DossierPart part) =>
        part switch
        {
            DossierPart.Fixed => T["Wat vaststaat"],
            DossierPart.Open => T["Wat nog open is"],
            DossierPart.WhoDecides => T["Wie beslist"],
            _ => T["Hoe ver de dorpen meedoen"],
        };

    /// <summary>', sinds 3 november 2026, tot 9 november 2026'; empty for who read it from begin to end.</summary>
    public static string Since(this Texts T, ReaderRow reader) =>
        (reader.AddedOn is { } added ? ", " + T["sinds {0}", Formats.Date(added)] : "")
        + (reader.RemovedOn is { } removed ? ", " + T["tot {0}", Formats.Date(removed)] : "");

    public static string NameOf(this Texts T, AfterConfidence then) =>
        then == AfterConfidence.Opens ? T["Het dossier wordt openbaar"] : T["Het dossier wordt ingetrokken"];

    /// <summary>A kept part as readers see it: a text, or the name of a level.</summary>
    public static string Shown(this Texts T, DossierPart part, string kept) =>
        part == DossierPart.Level && Enum.TryParse<InvolvementLevel>(kept, out var level) ? T.LevelOf(level)
        : kept.Length > 0 ? kept
        : T["Er stond niets."];

    /// <summary>'Per mail op 3 november 2026', for who wants to know how an association heard of it.</summary>
    public static string Told(this Texts T, InvitationRow row) =>
        row.How switch
        {
            InvitedHow.RatherNot => T["Niet uitgenodigd: deze vereniging hoort liever niets over dit onderwerp."],
            InvitedHow.Mail when DutchTime.DateOf(row.MailFrom) > row.InvitedOn => T[
                "De mail gaat op {0}: dit dorp wil niet vaker post.",
                Formats.Date(DutchTime.DateOf(row.MailFrom))
            ],
            InvitedHow.Mail => T["Uitgenodigd per mail op {0}.", Formats.Date(row.InvitedOn)],
            _ when row.ToldOn is { } told => T[
                "Uitgenodigd door de dorpscontactambtenaar op {0} ({1}).",
                Formats.Date(told),
                T.Way(row.Channel)
            ],
            _ => T[
                "De dorpscontactambtenaar nodigt deze vereniging uit ({0}). Dat is nog niet gedaan.",
                T.Way(row.Channel)
            ],
        };

    public static string Way(this Texts T, ReachChannel channel) =>
        channel switch
        {
            ReachChannel.Telephone => T["per telefoon"],
            ReachChannel.Paper => T["op papier"],
            ReachChannel.Meeting => T["in een gesprek"],
            _ => T["per mail"],
        };

    /// <summary>What the check tells beforehand.</summary>
    public static string Planned(this Texts T, PlannedInvitation invitation, DateOnly today) =>
        invitation.How switch
        {
            InvitedHow.RatherNot => T["Krijgt geen uitnodiging: hoort liever niets over dit onderwerp."],
            InvitedHow.Liaison => T["Wordt uitgenodigd door de dorpscontactambtenaar, {0}.", T.Way(invitation.Channel)],
            _ when DutchTime.DateOf(invitation.MailFrom) > today => T[
                "Krijgt mail op {0}.",
                Formats.Date(DutchTime.DateOf(invitation.MailFrom))
            ],
            _ => T["Krijgt meteen mail."],
        };
}

/// <summary>One invited association, as the page shows it.</summary>
public sealed record InvitationRow(
    long Id,
    string Organisation,
    InvitedHow How,
    ReachChannel Channel,
    DateTimeOffset MailFrom,
    DateOnly InvitedOn,
    DateOnly? ToldOn,
    DateTimeOffset? FirstOpenedAt
);
