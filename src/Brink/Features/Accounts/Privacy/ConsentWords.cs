using Brink.Platform.Localisation;

namespace Brink.Features.Accounts.Privacy;

public static class ConsentWords
{
    public static string NameOf(this Texts T, ConsentPurpose purpose) =>
        purpose switch
        {
            ConsentPurpose.ContactWithTask => T["Iedereen mag uw telefoonnummer en mailadres zien bij uw taak"],
            ConsentPurpose.ContactForOfficials => T[
                "Ambtenaren die aan uw initiatief werken, mogen uw telefoonnummer en mailadres zien"
            ],
            ConsentPurpose.NameWithContribution => T["Uw naam staat bij iets wat u inbracht"],
            ConsentPurpose.Newsletter => T["Nieuwsbrief per mail"],
            _ => T["Mail over iets wat u volgt"],
        };
}
