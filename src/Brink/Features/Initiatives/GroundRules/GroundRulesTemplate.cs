using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>
/// A first text for each type of ownership, to be adapted by those who agree. After 003: rules are made together and
/// beforehand, responsibility lies where it belongs, volunteers aren't asked too much, and where the community owns it
/// the municipality does not steer.
/// </summary>
public static class GroundRulesTemplate
{
    public static RulesParts For(Texts T, OwnerType type) =>
        new(
            Deciding(T, type),
            Responsible(T, type),
            Fixed(T, type),
            Open(T, type),
            Participation(T, type),
            T[
                "We praten elke zes weken met elkaar, en eerder als iemand dat vraagt. We zoeken samen naar een oplossing. Is er geen nieuws? Dan zeggen we dat ook."
            ],
            T[
                "Voor de initiatiefnemers: [naam en telefoonnummer]. Voor de gemeente: de dorpscontactambtenaar, [telefoonnummer]."
            ]
        );

    private static string Deciding(Texts T, OwnerType type) =>
        type switch
        {
            OwnerType.Community => T[
                "De bewoners beslissen over het plan, het geld en de uitvoering. De gemeente stuurt niet. Zij denkt mee als de bewoners dat vragen."
            ],
            OwnerType.CommunityWithPartner => T[
                "De bewoners beslissen over het plan en de uitvoering. De gemeente beslist alleen over wat zij zelf bijdraagt."
            ],
            OwnerType.PartnerWithResidents => T[
                "De gemeente beslist. Zij vraagt de bewoners eerst om hun mening en zegt daarna wat zij ermee doet."
            ],
            _ => T["De gemeente beslist en voert het uit. Zij vertelt de bewoners op tijd wat er gaat gebeuren."],
        };

    private static string Responsible(Texts T, OwnerType type) =>
        type switch
        {
            OwnerType.Community => T[
                "De bewoners zorgen voor het geld, de uitvoering en het onderhoud. De gemeente zegt op tijd welke vergunning nodig is."
            ],
            OwnerType.CommunityWithPartner => T[
                "De bewoners zorgen voor de uitvoering. De gemeente zorgt voor wat zij bijdraagt: [geld, grond, kennis]. Over het onderhoud spreken we af: [wie doet wat]."
            ],
            OwnerType.PartnerWithResidents => T[
                "De gemeente zorgt voor het geld, de uitvoering en de veiligheid. De bewoners helpen mee met: [wat]. Meer hoeven zij niet te doen."
            ],
            _ => T["De gemeente zorgt voor het geld, de uitvoering, de veiligheid en het onderhoud."],
        };

    private static string Fixed(Texts T, OwnerType type) =>
        type switch
        {
            OwnerType.Community or OwnerType.CommunityWithPartner => T[
                "De wet geldt: [welke regels, bijvoorbeeld het omgevingsplan]. Verder staat er niets vast."
            ],
            _ => T["Dit staat vast, en daarom: [wat en waarom]."],
        };

    private static string Open(Texts T, OwnerType type) =>
        type switch
        {
            OwnerType.Community or OwnerType.CommunityWithPartner => T[
                "Alles wat niet vaststaat, is open: wat er komt, waar, wanneer en wie het doet."
            ],
            OwnerType.PartnerWithResidents => T["Bewoners kunnen meepraten over: [wat]."],
            _ => T["Bewoners kunnen zeggen wat zij ervan vinden. Dat kan tot: [datum]."],
        };

    private static string Participation(Texts T, OwnerType type) =>
        type switch
        {
            OwnerType.Community => T[
                "De bewoners kiezen zelf hoe het dorp meedoet. Zij vertellen wie zij hebben gevraagd."
            ],
            OwnerType.CommunityWithPartner => T[
                "De bewoners en de gemeente maken samen het plan. De bewoners vragen het dorp wat het ervan vindt."
            ],
            OwnerType.PartnerWithResidents => T[
                "De gemeente vraagt bewoners om advies. Meedoen mag, en nee zeggen ook."
            ],
            _ => T["De gemeente vertelt het dorp wat zij doet, en luistert naar wat bewoners daarvan vinden."],
        };
}
