using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Initiatives.Support;

public enum ConcernState
{
    /// <summary>Written by somebody who has yet to press the link in the mail; seen by nobody else.</summary>
    AwaitingConfirmation,

    /// <summary>Everybody reads it, and that it has no answer yet.</summary>
    Open,
    Answered,
    Withdrawn,
}

/// <summary>Somebody worries about an initiative and says why. The initiators answer every one, in words.</summary>
public class Concern : ITenantEntity
{
    /// <summary>How many one person may voice about one initiative, those taken back included.</summary>
    public const int MostOfOnePerson = 5;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; private set; }
    public Initiative? Initiative { get; private set; }
    public long PersonId { get; private set; }
    public Person? Person { get; private set; }

    /// <summary>The association whose concern it is; null for a person's own.</summary>
    public long? OrganisationId { get; private set; }
    public Organisation? Organisation { get; private set; }

    /// <summary>Counts the person's own concerns about this initiative, so that the database can hold the bound.</summary>
    public int Number { get; private set; }

    /// <summary>Where the person lives; null outside the municipality.</summary>
    public long? VillageId { get; private set; }
    public Village? Village { get; private set; }
    public string Text { get; private set; } = "";
    public ConcernState State { get; private set; }

    /// <summary>When it was written.</summary>
    public DateTimeOffset At { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public string Answer { get; private set; } = "";
    public DateTimeOffset? AnsweredAt { get; private set; }
    public long? AnswerContributionId { get; private set; }
    public Contribution? AnswerContribution { get; private set; }
    public uint Version { get; private set; }

    /// <summary>Somebody voices a concern. Everybody reads it at once when it is known whose it is.</summary>
    /// <param name="number">Counts from 1; see <see cref="Number"/>.</param>
    /// <param name="isKnown">False as long as the mail address is only typed.</param>
    public static Concern Voice(
        long initiativeId,
        int number,
        string text,
        long? villageId,
        Contribution provenance,
        Actor actor,
        bool isKnown
    ) =>
        new()
        {
            MunicipalityId = provenance.MunicipalityId,
            InitiativeId = initiativeId,
            PersonId = actor.PersonId!.Value,
            OrganisationId = actor.OnBehalfOfId,
            Number = number,
            VillageId = villageId,
            Text = text.Trim(),
            State = isKnown ? ConcernState.Open : ConcernState.AwaitingConfirmation,
            At = actor.At,
            Contribution = provenance,
        };

    /// <summary>Whose mail address it is says that it is meant, and whether the name may be shown.</summary>
    public Outcome Confirm(bool nameIsPublic, Actor actor)
    {
        if (State != ConcernState.AwaitingConfirmation)
        {
            return Outcome.Refuse("", "Deze zorg is al bevestigd of ingetrokken.");
        }

        (State, At) = (ConcernState.Open, actor.At);
        Contribution!.NameIsPublic = nameIsPublic;
        return Outcome.Done;
    }

    /// <summary>Whoever voiced it changes the words, as long as nobody answered them.</summary>
    public Outcome Edit(string text)
    {
        if (State == ConcernState.Answered)
        {
            return Outcome.Refuse("", "Uw zorg heeft intussen een antwoord. De tekst kan niet meer anders.");
        }

        if (State != ConcernState.Open)
        {
            return Outcome.Refuse("", "Deze zorg is ingetrokken.");
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            return Outcome.Refuse("Text", "Schrijf waarover u zich zorgen maakt.");
        }

        Text = text.Trim();
        return Outcome.Done;
    }

    /// <summary>The initiators answer, once and in words.</summary>
    /// <param name="read">The words the answer is to: when they changed meanwhile, whoever answers reads them first.</param>
    public Outcome AnswerWith(string answer, string? read, Contribution provenance, Actor actor)
    {
        if (State == ConcernState.Answered)
        {
            return Outcome.Refuse("", "Deze zorg heeft al een antwoord.");
        }

        if (State != ConcernState.Open)
        {
            return Outcome.Refuse("", "Deze zorg is intussen ingetrokken.");
        }

        if (string.IsNullOrWhiteSpace(answer))
        {
            return Outcome.Refuse("Text", "Schrijf uw antwoord op.");
        }

        if (read != VersionOf(Text))
        {
            return Outcome.Refuse("", "De zorg is intussen aangepast. Lees hem nog eens voor u antwoordt.");
        }

        (State, Answer, AnsweredAt) = (ConcernState.Answered, answer.Trim(), actor.At);
        AnswerContribution = provenance;
        return Outcome.Done;
    }

    /// <summary>Whoever voiced it takes it back, answered or not. Nobody reads it any more.</summary>
    public Outcome Withdraw()
    {
        if (State == ConcernState.Withdrawn)
        {
            return Outcome.Refuse("", "Deze zorg is al ingetrokken.");
        }

        State = ConcernState.Withdrawn;
        Contribution!.NameIsPublic = false;
        return Outcome.Done;
    }

    /// <summary>The person asked to be erased: the name goes, and the words too where that was asked.</summary>
    public void Erase(bool wordsToo)
    {
        Contribution!.NameIsPublic = false;
        if (wordsToo)
        {
            (State, Text, Answer) = (ConcernState.Withdrawn, "", "");
        }
    }

    /// <summary>Changes with the words.</summary>
    public static string VersionOf(string text) => Convert.ToHexStringLower(Secret.Hash(text))[..16];
}

/// <summary>Concerns stand on the page with their answers, so the timeline leaves them out.</summary>
public static class ConcernVerbs
{
    public const string Voiced = "concern.voiced";
    public const string LinkAsked = "concern.link-asked";
    public const string Edited = "concern.edited";
    public const string Answered = "concern.answered";
    public const string Withdrawn = "concern.withdrawn";

    /// <summary>Never confirmed in time: the words were taken away.</summary>
    public const string Forgotten = "concern.forgotten";
}
