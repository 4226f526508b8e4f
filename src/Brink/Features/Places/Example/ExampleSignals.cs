using Brink.Features.Accounts;
using Brink.Features.Agenda;
using Brink.Features.Developments;
using Brink.Features.Initiatives;
using Brink.Features.Signals;
using Brink.Features.Signals.Concerns;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Time;

namespace Brink.Features.Places.Example;

/// <summary>Signals, a shared concern and a watch list that never were; each says in its title that it is an example.</summary>
internal sealed class ExampleSignals(
    BrinkDb db,
    Municipality settings,
    ExamplePlaces places,
    ExamplePeople people,
    DateOnly today
)
{
    public void Add()
    {
        Signal[] speeding =
        [
            Raised(
                "Hijken",
                12,
                "Voorbeeld: te hard rijden op de doorgaande weg in Hijken",
                "Vooral 's ochtends rijden auto's veel te hard. Kinderen durven niet over te steken."
            ),
            Raised(
                "Wijster",
                9,
                "Voorbeeld: gevaarlijk kruispunt in Wijster",
                "Er wordt hard gereden en het zicht is slecht door de heg."
            ),
            Raised(
                "Elp",
                6,
                "Voorbeeld: landbouwverkeer door de kom van Elp",
                "In de oogsttijd rijden grote wagens hard door het dorp."
            ),
        ];
        Must(speeding[0].Triage(WorkingDays.Add(today, 12), Liaison("Hijken", 10)));
        Must(speeding[1].Triage(WorkingDays.Add(today, -3), Liaison("Wijster", 8)));
        var answered = Raised(
            "Smilde",
            30,
            "Voorbeeld: de bus stopt niet meer bij het dorpshuis in Smilde",
            "Wie slecht loopt, komt nu niet meer bij de koffieochtend."
        );
        Must(
            answered.AnswerWith(
                SignalAnswer.WithAnother,
                "De provincie gaat over de bus. Wij hebben uw signaal daar neergelegd en laten in het voorjaar weten wat er is gezegd.",
                Liaison("Smilde", 22)
            )
        );
        Raised(
            "Westerbork",
            2,
            "Voorbeeld: het oude schoolgebouw in Westerbork komt leeg",
            "Misschien kan er iets voor ouderen en jongeren samen in.",
            SignalKind.Chance
        );
        var umbrella = Umbrella(4);
        var concern = SharedConcern.Name(
            "Voorbeeld: te hard rijden in de dorpen",
            "In meer dorpen vertellen inwoners dat er te hard wordt gereden op de doorgaande weg.",
            places.Umbrella.Id,
            umbrella,
            isExample: true
        );
        db.SharedConcerns.Add(concern);
        Must(concern.Gather(speeding, umbrella));
        var chair = people["Voorzitter Dorpenoverleg"];
        var watched = Development.Watch(
            new DevelopmentWords(
                "Voorbeeld: nieuwe regels voor kleine evenementen",
                DevelopmentLevel.Municipal,
                "De gemeente wil de regels voor kleine evenementen eenvoudiger maken.",
                "Een melding kan dan genoeg zijn voor een dorpsfeest. Dorpen kunnen nu nog zeggen wat zij nodig hebben.",
                WorkingDays.Add(today, 20),
                "",
                chair.Id,
                IsPublic: true
            ),
            places.Umbrella.Id,
            umbrella,
            isExample: true
        );
        db.Developments.Add(watched);
        foreach (
            var (subject, title, remark) in new[]
            {
                (watched.Id, watched.Subject.Title, "Wat willen de dorpen dat er in de regels komt?"),
                ((long?)null, "Voorbeeld: wie gaat er naar de bijeenkomst over wonen?", ""),
            }
        )
        {
            var point = AgendaPoint.Put(places.Umbrella.Id, subject, title, remark, umbrella, isExample: true);
            db.AgendaPoints.Add(point);
            db.Tell(point, AgendaVerbs.Put, umbrella);
        }
    }

    private Signal Raised(
        string village,
        int daysAgo,
        string title,
        string text,
        SignalKind kind = SignalKind.Bottleneck
    )
    {
        var (at, sender) = (places.Villages[village], people["Initiatiefnemer " + village]);
        var actor = ExampleStory.Doing(today, sender, daysAgo, 9);
        var signal = Signal.Raise(
            new SignalWords(kind, title, text),
            at,
            new Contribution
            {
                ByPersonId = sender.Id,
                Channel = Channel.Web,
                At = actor.At,
            },
            actor,
            isExample: true
        );
        db.Signals.Add(signal);
        Must(
            signal.Confirm(
                actor,
                new ServiceTerms(
                    places.Municipality.Id,
                    people.LiaisonOf(at).Id,
                    WorkingDays.Add(actor.Today, settings.TakeInTerm),
                    WorkingDays.Add(actor.Today, settings.AnswerTerm)
                )
            )
        );
        return signal;
    }

    private Actor Liaison(string village, int daysAgo) =>
        ExampleStory.Doing(today, people.LiaisonOf(places.Villages[village]), daysAgo, 11, places.Municipality.Id);

    private Actor Umbrella(int daysAgo) =>
        ExampleStory.Doing(today, people["Voorzitter Dorpenoverleg"], daysAgo, 20, places.Umbrella.Id);

    private static void Must(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(outcome.Refusals[0].Message);
        }
    }
}
