using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Time;

namespace Brink.Features.Places.Example;

/// <summary>
/// Tells one example initiative through the same verbs as everybody else's, with days counted back in working days from
/// today, so that an example read next year is as fresh.
/// </summary>
internal sealed partial class ExampleStory
{
    private readonly BrinkDb db;
    private readonly DateOnly today;
    private readonly Organisation municipality;
    private readonly Person initiator;
    private readonly Person liaison;
    private readonly Initiative initiative;

    private ExampleStory(
        BrinkDb db,
        DateOnly today,
        Organisation municipality,
        Person initiator,
        Person liaison,
        Initiative initiative
    )
    {
        this.db = db;
        this.today = today;
        this.municipality = municipality;
        this.initiator = initiator;
        this.liaison = liaison;
        this.initiative = initiative;
    }

    public Initiative Initiative => initiative;

    /// <param name="provenance">For whom and how it came in; null for a resident who hands in alone.</param>
    public static ExampleStory HandIn(
        BrinkDb db,
        DateOnly today,
        Organisation municipality,
        Village village,
        Theme theme,
        Person initiator,
        Person liaison,
        int daysAgo,
        Idea idea,
        Actor? provenance = null,
        long? enteredFor = null
    )
    {
        var actor = provenance ?? Doing(today, initiator, daysAgo, 9);
        var contribution = new Contribution
        {
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            EnteredById = actor.EnteredById,
            EnteredForId = enteredFor,
            Channel = actor.Channel,
            At = actor.At,
        };
        var handedIn = Initiative.HandIn(idea, village, contribution, actor, isExample: true);
        handedIn.Subject.Themes.Add(new SubjectTheme { ThemeId = theme.Id });
        db.Initiatives.Add(handedIn);
        db.Follows.Add(
            new Follow
            {
                SubjectId = handedIn.Subject.Id,
                PersonId = initiator.Id,
                Frequency = Frequency.AtOnce,
                Since = actor.At,
            }
        );
        return new ExampleStory(db, today, municipality, initiator, liaison, handedIn);
    }

    public static Actor Doing(DateOnly today, Person person, int daysAgo, int hour, long? onBehalfOf = null)
    {
        var day = daysAgo == 0 ? today : WorkingDays.Add(today, -daysAgo);
        // Today's own hour may still have to come.
        var at = DutchTime.InstantOf(day, daysAgo == 0 ? TimeOnly.MinValue : new TimeOnly(hour, 0));
        return new Actor(person.Id, onBehalfOf, null, Channel.Web, at, day);
    }

    public ExampleStory Confirmed(int daysAgo, Municipality settings)
    {
        var actor = Doing(today, initiator, daysAgo, 10);
        Must(
            initiative.Confirm(
                actor,
                new ServiceTerms(
                    municipality.Id,
                    liaison.Id,
                    WorkingDays.Add(actor.Today, settings.TakeInTerm),
                    WorkingDays.Add(actor.Today, settings.AnswerTerm)
                )
            )
        );
        return this;
    }

    public ExampleStory TakenIn(int daysAgo) => Then(initiative.TakeIn(Liaison(daysAgo, 11)));

    public ExampleStory BroughtIn(int daysAgo, Person colleague, string why) =>
        Then(initiative.BringIn(colleague.Id, why, Liaison(daysAgo, 12)));

    public ExampleStory Asked(int daysAgo, string text)
    {
        var actor = Liaison(daysAgo, 13);
        return Then(initiative.Ask(text, Contribution.To(initiative.Subject, actor), actor));
    }

    public ExampleStory Replied(int daysAgo, string text)
    {
        var actor = Initiator(daysAgo, 19);
        db.ChangeTracker.DetectChanges();
        var question = initiative.Questions.First(q => q.Reply is null);
        return Then(initiative.Reply(question.Id, text, Contribution.To(initiative.Subject, actor), actor));
    }

    public ExampleStory Needs(int daysAgo, RequirementKind kind, string text, int? metDaysAgo = null)
    {
        Must(initiative.Require(kind, text, Liaison(daysAgo, 14)));
        if (metDaysAgo is { } met)
        {
            db.ChangeTracker.DetectChanges();
            Must(initiative.Meet(initiative.Requirements[^1].Id, Liaison(met, 14)));
        }

        return this;
    }

    public ExampleStory Answered(int daysAgo, AnswerKind kind, string text) =>
        Then(initiative.AnswerWith(kind, text, Liaison(daysAgo, 15)));

    public ExampleStory Told(int daysAgo, string text)
    {
        var actor = Initiator(daysAgo, 20);
        return Then(initiative.PostUpdate(text, Contribution.To(initiative.Subject, actor), actor, out _));
    }

    /// <param name="inDays">Working days from today until the next step.</param>
    public ExampleStory MovedTo(
        int daysAgo,
        Phase phase,
        string nextStep = "",
        int? inDays = null,
        string by = "",
        string lessons = ""
    )
    {
        var actor = Initiator(daysAgo, 21);
        DateOnly? date = inDays is { } days ? WorkingDays.Add(today, days) : null;
        return Then(initiative.MoveTo(phase, actor.Today, nextStep, date, by, lessons, actor));
    }

    /// <summary>The municipality promised something by a day; a negative number of days is past.</summary>
    public ExampleStory Promised(int daysAgo, string what, int inDays)
    {
        Promise.Make(
            initiative.Subject,
            PromiseKind.Agreed,
            new Party(municipality.Id, liaison.Id),
            new Party(initiative.Contribution!.OnBehalfOfId, initiator.Id),
            WorkingDays.Add(today, inDays),
            Liaison(daysAgo, 16),
            what
        );
        return this;
    }

    private Actor Liaison(int daysAgo, int hour) => Doing(today, liaison, daysAgo, hour, municipality.Id);

    private Actor Initiator(int daysAgo, int hour) =>
        Doing(today, initiator, daysAgo, hour, initiative.Contribution!.OnBehalfOfId);

    private ExampleStory Then(Outcome outcome)
    {
        Must(outcome);
        return this;
    }

    private static void Must(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException(outcome.Refusals[0].Message);
        }
    }
}
