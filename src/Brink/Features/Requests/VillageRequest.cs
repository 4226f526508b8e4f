using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Requests;

public enum RequestState
{
    Asked,

    /// <summary>The association would do it otherwise; the municipality agrees or takes the request back.</summary>
    Proposed,
    Accepted,

    /// <summary>An ordinary outcome, without a reason.</summary>
    Declined,
    Withdrawn,
}

/// <summary>What the municipality asks, cleaned and checked.</summary>
/// <param name="Title">What it asks, in one line.</param>
/// <param name="Why">What it is for, as Markdown.</param>
/// <param name="AnswerBy">The last day for an answer.</param>
/// <param name="Happens">When it would be done, at the latest.</param>
/// <param name="Hours">What it would cost the association, estimated, in hours of all its volunteers together.</param>
public sealed record Asking(
    string Title,
    string Why,
    string Department,
    DateOnly AnswerBy,
    DateOnly Happens,
    decimal Hours,
    long ToCallId
);

/// <summary>
/// The municipality asks an association something (I12). The association says yes, no, or otherwise, and owes nobody a
/// reason. State and rules; who may do what is in RequestAccess.
/// </summary>
public class VillageRequest : ITenantEntity
{
    public const decimal MostHours = 1000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public long AssociationId { get; private set; }
    public Organisation? Association { get; private set; }

    /// <summary>The municipality's organisation, to which a promise is made.</summary>
    public long ByOrganisationId { get; private set; }
    public string Why { get; private set; } = "";
    public string Department { get; private set; } = "";
    public DateOnly AskedOn { get; private set; }
    public DateOnly AnswerBy { get; private set; }
    public DateOnly Happens { get; private set; }
    public decimal Hours { get; private set; }
    public long? ToCallId { get; private set; }
    public Person? ToCall { get; private set; }
    public RequestState State { get; private set; }

    /// <summary>What the association wrote with its answer; for both parties only.</summary>
    public string AnswerWords { get; private set; } = "";

    /// <summary>When the association would do it, where it proposed otherwise.</summary>
    public DateOnly? ProposedFor { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public long? AnswerContributionId { get; private set; }
    public Contribution? AnswerContribution { get; private set; }
    public DateOnly? RemindedOn { get; private set; }
    public bool IsExample { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public uint Version { get; private set; }

    /// <param name="villages">Those the association speaks for.</param>
    /// <param name="by">The municipality's organisation.</param>
    public static VillageRequest Ask(
        Asking asking,
        long associationId,
        IEnumerable<long> villages,
        long by,
        Contribution provenance,
        Actor actor,
        bool isExample = false
    )
    {
        var subject = Subject.Create(SubjectKind.VillageRequest, asking.Title, Visibility.Restricted, actor.At);
        subject.Villages.AddRange(villages.Distinct().Select(id => new SubjectVillage { VillageId = id }));
        subject.Describe(asking.Why);
        provenance.Subject = subject;
        subject.Happened(RequestVerbs.Asked, actor);
        return new VillageRequest
        {
            Subject = subject,
            AssociationId = associationId,
            ByOrganisationId = by,
            Why = asking.Why,
            Department = asking.Department,
            AskedOn = actor.Today,
            AnswerBy = asking.AnswerBy,
            Happens = asking.Happens,
            Hours = asking.Hours,
            ToCallId = asking.ToCallId,
            Contribution = provenance,
            IsExample = isExample,
        };
    }

    /// <summary>The association does it: from here on it is its own promise.</summary>
    public Outcome Accept(string words, Contribution provenance, Actor actor)
    {
        var can = CanAnswer();
        if (!can.Succeeded)
        {
            return can;
        }

        Answer(RequestState.Accepted, words, provenance, actor);
        Subject.Happened(RequestVerbs.Accepted, actor);
        Agree(Happens, actor);
        return Outcome.Done;
    }

    /// <summary>The association doesn't do it. It need not say why.</summary>
    public Outcome Decline(string words, Contribution provenance, Actor actor)
    {
        var can = CanAnswer();
        if (!can.Succeeded)
        {
            return can;
        }

        Answer(RequestState.Declined, words, provenance, actor);
        Subject.Show(Visibility.Public);
        Subject.Happened(RequestVerbs.Declined, actor);
        return Outcome.Done;
    }

    /// <summary>The association would do it on another day or in another way.</summary>
    public Outcome Propose(string words, DateOnly? happens, Contribution provenance, Actor actor)
    {
        var can = CanAnswer();
        if (!can.Succeeded)
        {
            return can;
        }

        if (string.IsNullOrWhiteSpace(words))
        {
            return Outcome.Refuse("Words", "Schrijf hoe uw vereniging het wel zou doen.");
        }

        if (happens < actor.Today)
        {
            return Outcome.Refuse("ProposedFor", "Deze dag is voorbij. Kies een andere.");
        }

        Answer(RequestState.Proposed, words, provenance, actor);
        ProposedFor = happens ?? Happens;
        Subject.Happened(RequestVerbs.Proposed, actor, ("for", ProposedFor));
        return Outcome.Done;
    }

    /// <summary>The municipality agrees with what the association proposed.</summary>
    public Outcome AcceptProposal(Actor actor)
    {
        if (State != RequestState.Proposed)
        {
            return Outcome.Refuse("", NotNow());
        }

        State = RequestState.Accepted;
        Happens = ProposedFor!.Value;
        Subject.Happened(RequestVerbs.ProposalAccepted, actor);
        Agree(Happens, actor);
        return Outcome.Done;
    }

    /// <summary>The municipality takes back what has no settled answer yet.</summary>
    public Outcome Withdraw(Actor actor)
    {
        if (State is not (RequestState.Asked or RequestState.Proposed))
        {
            return Outcome.Refuse("", NotNow());
        }

        State = RequestState.Withdrawn;
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(RequestVerbs.Withdrawn, actor);
        return Outcome.Done;
    }

    /// <summary>One friendly reminder went out; there is no second.</summary>
    public void Remind(Actor actor)
    {
        RemindedOn = actor.Today;
        Subject.Happened(RequestVerbs.Reminded, actor);
    }

    /// <summary>Whoever could be called is no longer known here.</summary>
    public void NobodyToCall() => ToCallId = null;

    public Outcome CanAnswer() => State == RequestState.Asked ? Outcome.Done : Outcome.Refuse("", NotNow());

    private void Answer(RequestState state, string words, Contribution provenance, Actor actor)
    {
        provenance.Subject = Subject;
        State = state;
        AnswerWords = words.Trim();
        AnsweredAt = actor.At;
        AnswerContribution = provenance;
    }

    private void Agree(DateOnly due, Actor actor)
    {
        Subject.Show(Visibility.Public);
        Promise.Make(
            Subject,
            PromiseKind.Agreed,
            new Party(AssociationId, null),
            new Party(ByOrganisationId, null),
            due,
            actor,
            Subject.Title
        );
    }

    private string NotNow() =>
        State switch
        {
            RequestState.Withdrawn => Texts.Mark("De gemeente nam dit verzoek terug."),
            RequestState.Asked => Texts.Mark("De vereniging heeft nog niet gereageerd."),
            RequestState.Proposed => Texts.Mark(
                "De vereniging deed al een ander voorstel. De gemeente geeft antwoord."
            ),
            _ => Texts.Mark("Dit verzoek heeft al een antwoord."),
        };
}

public static class RequestVerbs
{
    public const string Asked = "request.asked";
    public const string Accepted = "request.accepted";
    public const string Declined = "request.declined";
    public const string Proposed = "request.proposed";
    public const string ProposalAccepted = "request.proposal-accepted";
    public const string Withdrawn = "request.withdrawn";

    /// <summary>One friendly reminder near the day of the answer.</summary>
    public const string Reminded = "request.reminded";
}
