using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places.TailorMade;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>Three plans that never were, each in another stage; each says in its title that it is an example.</summary>
internal sealed class ExampleDossiers(BrinkDb db, ExamplePlaces places, ExamplePeople people, DateOnly today)
{
    private Person Officer => people["Beleidsadviseur verkeer"];

    public async Task AddAsync(CancellationToken cancellation)
    {
        var villages = await db
            .Villages.OrderBy(v => v.Id)
            .Select(v => new { v.Id, v.Subject!.Title })
            .ToArrayAsync(cancellation);
        long[] all = [.. villages.Select(v => v.Id)];
        long[] hijken = [.. villages.Where(v => v.Title == "Hijken").Select(v => v.Id)];

        var young = await OpenAsync(
            3,
            new DossierWords(
                "Voorbeeld: langzamer rijden in de dorpen",
                "De gemeente denkt aan **30 kilometer per uur** op meer wegen in de dorpen.",
                "Bewoners vertellen vaak dat er te hard wordt gereden.",
                "De gemeenteraad",
                "De wegen van de provincie blijven zoals ze zijn.",
                "- Welke wegen het worden.\n- Wat er aan de weg zelf verandert.\n- Wanneer het begint.",
                InvolvementLevel.Advise
            ),
            [
                new(Stage.Exploration, today.AddDays(40)),
                new(Stage.Draft, today.AddDays(120)),
                new(Stage.Council, today.AddDays(240)),
            ],
            all,
            null,
            cancellation
        );
        Must(young.Edit(WordsOf(young) with { Fixed = young.Fixed + " Er is geld voor tien wegen." }, By(1)));

        var middle = await OpenAsync(
            60,
            new DossierWords(
                "Voorbeeld: regels voor evenementen",
                "Eén vergunning voor alle feesten die elk jaar terugkomen.",
                "Vrijwilligers zijn veel tijd kwijt aan formulieren.",
                "De burgemeester en de wethouders",
                "De wet over geluid en veiligheid.",
                "Hoe de aanvraag gaat, en wat een dorp zelf regelt.",
                InvolvementLevel.CoCreate
            ),
            [
                new(Stage.Exploration, today.AddDays(-60)),
                new(Stage.Draft, today.AddDays(-10)),
                new(Stage.Executive, today.AddDays(45)),
            ],
            all,
            null,
            cancellation
        );
        Must(middle.GoTo(Stage.Exploration, By(42)));
        Must(
            middle.Replan(
                [new(Stage.Executive, today.AddDays(60))],
                "Voorbeeld: twee dorpen vroegen meer tijd om mee te denken.",
                By(20)
            )
        );
        Must(middle.GoTo(Stage.Draft, By(5)));

        var late = await OpenAsync(
            100,
            new DossierWords(
                "Voorbeeld: een nieuw fietspad bij Hijken",
                "Een fietspad langs de weg naar Hooghalen.",
                "Kinderen fietsen nu op de weg.",
                "De gemeenteraad",
                "Het pad komt aan de oostkant: de grond is al gekocht.",
                "Waar men kan oversteken en waar verlichting komt.",
                InvolvementLevel.Consult
            ),
            [new(Stage.Council, today.AddDays(-30))],
            hijken,
            // Also what does not flatter belongs in an example.
            new DossierStart(Stage.Draft, By(115).Today),
            cancellation
        );
        Must(late.GoTo(Stage.Council, By(25)));
        Must(
            late.Decide(
                "Voorbeeld: de raad stemde voor. De oversteek komt bij de school, zoals het dorp vroeg. Meer verlichting komt er niet: daar is geen geld voor.",
                By(22)
            )
        );
        await db.SaveChangesAsync(cancellation);
    }

    private async Task<Dossier> OpenAsync(
        int daysAgo,
        DossierWords words,
        IReadOnlyCollection<StageDate> stages,
        long[] villages,
        DossierStart? start,
        CancellationToken cancellation
    )
    {
        var actor = By(daysAgo);
        var dossier = Dossier.Begin(words, places.Municipality.Id, stages, actor, isExample: true, start);
        dossier.Touches(villages, villages.Length > 1, []);
        var inviting = await db.InvitingAsync(villages, [], actor.At, actor.Today, cancellation);
        dossier.Invitations.AddRange(inviting.Select(invitation => invitation.Row(actor)));
        await db.AddAsync(dossier, cancellation);
        await db.SaveChangesAsync(cancellation);
        return dossier;
    }

    private static DossierWords WordsOf(Dossier dossier) =>
        new(
            dossier.Subject.Title,
            dossier.What,
            dossier.Why,
            dossier.WhoDecides,
            dossier.Fixed,
            dossier.Open,
            dossier.Level
        );

    private Actor By(int daysAgo) => ExampleStory.Doing(today, Officer, daysAgo, 10, places.Municipality.Id);

    private static void Must(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(outcome.Refusals[0].Message);
        }
    }
}
