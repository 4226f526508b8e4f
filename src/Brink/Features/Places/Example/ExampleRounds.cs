using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Journal;
using Brink.Features.Places.TailorMade;
using Brink.Features.Rounds;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>A plan that never was, with a finished round and an open one; it says in its title that it is an example.</summary>
internal sealed class ExampleRounds(BrinkDb db, ExamplePlaces places, ExamplePeople people, DateOnly today)
{
    private const string Draft = """
        Dit is een voorbeeld van een stuk, en geen beleid van een gemeente.

        # 1. Waar dit over gaat

        De gemeente wil afspreken hoe dorpen meedenken over nieuwe plannen.

        # 2. Op tijd horen

        Dorpen horen van een plan als het college erover besluit.

        # 3. Een vast gezicht

        - Elk dorp heeft één dorpscontactambtenaar.
        - Die ambtenaar komt één keer in het jaar langs.

        # 4. Geld

        Een dorp kan een klein bedrag krijgen voor een eigen initiatief.
        """;

    private static readonly string Proposal = Draft
        .Replace(
            "Dorpen horen van een plan als het college erover besluit.",
            "Dorpen horen van een plan op de dag waarop de gemeente eraan begint.",
            StringComparison.Ordinal
        )
        .Replace("één keer in het jaar langs", "twee keer in het jaar langs", StringComparison.Ordinal);

    private Person Officer => people["Beleidsadviseur verkeer"];
    private Person Reader => people["Dorpscontactambtenaar 1"];

    public async Task AddAsync(CancellationToken cancellation)
    {
        var dossier = Dossier.Begin(
            new DossierWords(
                "Voorbeeld: hoe dorpen meedenken over plannen",
                "De gemeente wil afspraken maken over meedenken.",
                "Nu horen dorpen soms laat van een plan.",
                "de gemeenteraad",
                "De gemeenteraad beslist.",
                "Wanneer en hoe dorpen van een plan horen.",
                InvolvementLevel.Consult
            ),
            places.Municipality.Id,
            [],
            By(Officer, 60),
            isExample: true
        );
        db.Dossiers.Add(dossier);
        var document = Document.Begin(dossier, "Voorbeeld: meedenken over plannen", Draft, By(Officer, 50));
        db.Documents.Add(document);
        Must(document.Publish("concept", Document.VersionOf(document.Draft), [], By(Officer, 50)));
        var first = Open(dossier, document, RoundKind.Draft, 49, 35, 20);
        await db.SaveChangesAsync(cancellation);

        Reaction[] early =
        [
            Say(first, "Initiatiefnemer Hijken", 45, 2, "Dan is het te laat om nog iets te veranderen."),
            Say(first, "Initiatiefnemer Elp", 44, 2, "Dorpen moeten het vanaf het begin horen."),
            Say(first, "Contactpersoon Hijken", 43, 3, "Eén keer in het jaar is te weinig.", isForAssociation: true),
            Say(first, "Initiatiefnemer Smilde", 42, 4, "Hoeveel geld is er?", ReactionKind.Question),
        ];
        await db.SaveChangesAsync(cancellation);
        Answer(first, AnswerOutcome.TakenOver, "u hebt gelijk: wie het laat hoort, kan niet meedenken.", early[..2]);
        Answer(first, AnswerOutcome.TakenOver, "twee bezoeken zijn haalbaar.", early[2]);
        Answer(first, AnswerOutcome.Answered, "de raad stelt elk jaar een bedrag vast.", early[3]);
        await db.SaveChangesAsync(cancellation);
        Must(first.Finish(0, By(Officer, 22)));
        var before = await db
            .DocumentSections.Where(s => s.Version!.DocumentId == document.Id)
            .ToArrayAsync(cancellation);
        Must(document.Write(document.Title, Proposal, Document.VersionOf(document.Draft), By(Officer, 15)));
        Must(document.Publish("ontwerp", Document.VersionOf(document.Draft), before, By(Officer, 15)));
        await db.SaveChangesAsync(cancellation);

        var second = Open(dossier, document, RoundKind.Reactions, 5, -15, -30);
        await db.SaveChangesAsync(cancellation);
        Say(second, "Initiatiefnemer Westerbork", 3, 2, "Zo is het duidelijk.");
        Say(second, "Initiatiefnemer Wijster", 2, 3, "", ReactionKind.Suggestion);
        await db.SaveChangesAsync(cancellation);
    }

    /// <summary>Days are working days ago; less than none are days to come.</summary>
    private Round Open(Dossier dossier, Document document, RoundKind kind, int opened, int closes, int answers)
    {
        var round = Round.Set(
            dossier,
            document,
            new RoundPlan(
                kind,
                "Zeg per paragraaf wat u ervan vindt. Wat moet anders, en waarom?",
                DateTimeOffset.MinValue,
                DutchTime.InstantOf(WorkingDays.Add(today, -closes), new TimeOnly(17, 0)),
                MailIsEnough: true,
                WorkingDays.Add(today, -answers)
            ),
            By(Officer, opened)
        );
        db.Rounds.Add(round);
        if (closes > 0)
        {
            round.Close(By(Officer, closes - 1) with { PersonId = null });
        }

        return round;
    }

    private Reaction Say(
        Round round,
        string who,
        int daysAgo,
        int anchor,
        string text,
        ReactionKind kind = ReactionKind.Reaction,
        bool isForAssociation = false
    )
    {
        var association = isForAssociation ? places.Associations["Dorpsbelangen Hijken"].Id : (long?)null;
        var actor = By(people[who], daysAgo) with { OnBehalfOfId = association };
        var section = db
            .ChangeTracker.Entries<DocumentSection>()
            .Select(entry => entry.Entity)
            .Where(s => s.Anchor == anchor)
            .MaxBy(s => s.Id)!;
        var (outcome, reaction) = Reaction.Give(
            round,
            new ReactionPlace(section.Id, section.Anchor, "", 0),
            new ReactionWords(
                kind,
                text,
                kind == ReactionKind.Suggestion ? "Die ambtenaar komt langs als het dorp erom vraagt." : ""
            ),
            new Contribution
            {
                SubjectId = round.DossierId,
                ByPersonId = actor.PersonId,
                OnBehalfOfId = association,
                Channel = Channel.Web,
                At = actor.At,
            },
            actor,
            isKnown: true
        );
        Must(outcome);
        db.Reactions.Add(reaction!);
        Note(round, ReactionVerbs.Given, actor, ("reaction", reaction!.Id));
        return reaction;
    }

    private void Answer(Round round, AnswerOutcome verdict, string because, params Reaction[] reactions)
    {
        var answer = RoundAnswer.TakeUp(round, "", reactions, By(Officer, 30))!;
        db.RoundAnswers.Add(answer);
        Must(answer.Write(verdict, because, RoundAnswer.VersionOf(answer), By(Officer, 29)));
        Must(answer.Offer());
        Must(answer.Publish(RoundAnswer.VersionOf(answer), By(Reader, 25)));
        Note(round, AnswerVerbs.Published, By(Reader, 25), ("answer", answer.Id));
    }

    private void Note(Round round, string verb, Actor actor, (string, object) about) =>
        db.Journal.Add(JournalEntry.Beside(round.DossierId, verb, actor, about, ("round", round.Id)));

    private Actor By(Person person, int daysAgo) => ExampleStory.Doing(today, person, daysAgo, 10);

    private static void Must(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(outcome.Refusals[0].Message);
        }
    }
}
