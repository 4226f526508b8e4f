using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>The four types of ownership of the Peel en Maas model (003, 'Van wie is het initiatief?') in plain words.</summary>
public static class OwnerWords
{
    public static string NameOf(this Texts T, OwnerType? type) =>
        type switch
        {
            OwnerType.Community => T["Wij als bewoners doen het zelf"],
            OwnerType.CommunityWithPartner => T["Wij als bewoners doen het, met hulp"],
            OwnerType.PartnerWithResidents => T["De gemeente of een andere partij doet het, en wij helpen mee"],
            OwnerType.Partner => T["De gemeente of een andere partij doet het"],
            _ => T["Weten we nog niet"],
        };

    /// <summary>Who decides and who contributes, in a sentence or two.</summary>
    public static string MeaningOf(this Texts T, OwnerType? type) =>
        type switch
        {
            OwnerType.Community => T[
                "Bewoners zijn eigenaar. Zij beslissen en voeren het uit. De gemeente stuurt niet."
            ],
            OwnerType.CommunityWithPartner => T[
                "Bewoners zijn eigenaar en beslissen. De gemeente of een andere partij draagt bij, bijvoorbeeld met geld, grond of kennis."
            ],
            OwnerType.PartnerWithResidents => T[
                "De gemeente of een andere partij is eigenaar en beslist. Bewoners dragen bij, bijvoorbeeld met hun kennis of hun handen."
            ],
            OwnerType.Partner => T["De gemeente of een andere partij is eigenaar. Zij beslist en voert het uit."],
            _ => T["Dat mag. Later spreekt u dit samen met de gemeente af."],
        };
}
