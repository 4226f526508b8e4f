using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Cache;
using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.About;

/// <param name="Ground">The ground in law, such as consent (AVG art. 6).</param>
public sealed record Processing(string Purpose, string What, string Why, string Ground, string Who, string HowLong);

/// <summary>
/// The register of processing (AVG art. 30), for everyone. How long something is kept is told from the settings that the
/// nightly jobs go by.
/// </summary>
[AllowAnonymous]
[PublicPage]
public class RegisterModel(LayoutModel layout) : BrinkPage
{
    public ContactCard? Contact => layout.Contact;

    public IReadOnlyList<Processing> All { get; private set; } = [];

    public async Task OnGetAsync() =>
        All = Describe(await KeepingTermsOf.MunicipalityAsync(Db, HttpContext.RequestAborted));

    private Processing[] Describe(KeepingTerms terms) =>
        [
            new(
                T["Meedoen en inloggen"],
                T["Uw naam, mailadres of telefoonnummer, en hoe u inlogt"],
                T["Om te weten wie iets inbrengt en u te laten weten wat ermee gebeurt"],
                T["Taak van algemeen belang: dorpen en gemeente maken samen plannen"],
                T["U zelf. De contactpersoon van uw dorp belt u als u geen mail hebt."],
                T.Count(
                    terms.MonthsUnused,
                    "Tot u ze verwijdert, of tot u 1 maand niet bent geweest. Wij waarschuwen u {1} dagen van tevoren als wij uw mailadres hebben.",
                    "Tot u ze verwijdert, of tot u {0} maanden niet bent geweest. Wij waarschuwen u {1} dagen van tevoren als wij uw mailadres hebben.",
                    terms.DaysWarned
                )
            ),
            new(
                T["Iets inbrengen"],
                T["Wat u schrijft en uw foto's"],
                T["Zodat iedereen het plan kan lezen en kan meedoen"],
                T["Taak van algemeen belang. Uw naam erbij: uw toestemming"],
                T["Iedereen. Uw naam alleen als u dat wilt."],
                T["Het blijft staan, ook als u weggaat, dan zonder uw naam. U kunt het laten weghalen."]
            ),
            new(
                T["Een half ingevuld idee"],
                T["Wat u al invulde, versleuteld. Alleen uw eigen browser kan het lezen."],
                T["Zodat u later verder kunt"],
                T["Nodig voor wat u vraagt"],
                T["Alleen u"],
                T.Count(terms.DaysDraftsStay, "1 dag na uw laatste antwoord", "{0} dagen na uw laatste antwoord")
            ),
            new(
                T["Een idee dat nog niet is bevestigd"],
                T["Uw naam, mailadres of telefoonnummer, uw tekst en foto's"],
                T["Om zeker te weten dat het idee van u is"],
                T["Nodig voor wat u vraagt"],
                T["U zelf. Zonder mail ook wie u belt om te bevestigen."],
                T.Count(terms.DaysToConfirm, "1 dag, daarna gaat alles weg", "{0} dagen, daarna gaat alles weg")
            ),
            new(
                T["Een mailadres dat iemand invulde en waar niets op volgde"],
                T["Naam en mailadres"],
                T["Om een uitnodiging of link te kunnen sturen"],
                T["Nodig voor wat u vraagt"],
                T["Niemand"],
                T.Count(terms.DaysStrangersStay, "1 dag", "{0} dagen")
            ),
            new(
                T["Mail over wat u volgt"],
                T["Wat u volgt en hoe vaak u mail wilt"],
                T["Om u bericht te sturen"],
                T["Uw toestemming"],
                T["Alleen u"],
                T["Tot u stopt met volgen"]
            ),
            new(
                T["Nieuwsbrief per mail"],
                T["Welke nieuwsbrieven u wilt, en of onze mail bij u aankomt"],
                T["Om u de nieuwsbrief te sturen"],
                T["Uw toestemming"],
                T["Alleen u. De beheerder ziet hoeveel abonnementen er zijn, niet van wie."],
                T["Tot u stopt. Bevestigt u niet? Dan gaat het na 8 dagen weg."]
            ),
            new(
                T["Verstuurde mails"],
                T["Dat er een mail ging, over welk onderwerp en wanneer. Niet de tekst."],
                T["Om niets dubbel te sturen en te zien of mail aankomt"],
                T["Nodig voor wat u vraagt"],
                T["De beheerder ziet welke mail niet aankwam, met uw naam. Niet uw adres."],
                T.Count(terms.DaysMailsStay, "1 dag", "{0} dagen")
            ),
            new(
                T["Bereikbaar zijn voor ambtenaren"],
                T["Uw telefoonnummer en mailadres"],
                T["Om met u te overleggen over uw initiatief"],
                T["Uw toestemming"],
                T[
                    "Alleen ambtenaren die aan uw initiatief werken. Zonder toestemming: niemand. Zij bellen dan de vereniging van uw dorp."
                ],
                T["Tot u uw toestemming intrekt"]
            ),
            new(
                T["Een taak in Brink, zoals contactpersoon"],
                T["Uw naam, uw taak en vanaf wanneer. Uw telefoonnummer en mailadres als u dat wilt."],
                T["Zodat mensen weten bij wie zij terechtkunnen"],
                T["Taak van algemeen belang. Telefoonnummer en mailadres: uw toestemming"],
                T["Iedereen"],
                T["Dat de taak er was, blijft. Uw naam gaat weg als u uw gegevens verwijdert."]
            ),
            new(
                T["Het logboek"],
                T[
                    "Wat er gebeurde en wanneer, ook inloggen, met een nummer voor wie het deed. Geen teksten, namen of adressen."
                ],
                T["Om te kunnen laten zien dat het eerlijk ging"],
                T["Taak van algemeen belang en beveiliging"],
                T["Iedereen ziet wat er openbaar gebeurde. De beheerder ziet alles."],
                T["Het blijft. Na verwijderen hoort bij het nummer geen naam meer."]
            ),
        ];
}
