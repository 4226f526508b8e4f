using Brink.Features.Accounts;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Maps;

namespace Brink.Features.Initiatives;

/// <summary>Who owns an initiative, in the four types of the Peel en Maas model (003).</summary>
public enum OwnerType
{
    Community,
    CommunityWithPartner,
    PartnerWithResidents,
    Partner,
}

public enum Phase
{
    Idea,
    ExploringSupport,
    Plan,
    Funding,
    Doing,
    Done,
    InUpkeep,
    Paused,
    Stopped,
}

/// <summary>How far the municipality is with it.</summary>
public enum IntakeState
{
    AwaitingConfirmation,
    HandedIn,
    TakenIn,
    Answered,
    Withdrawn,
}

public enum AnswerKind
{
    Yes,
    YesIf,
    NoBecause,
}

public enum InitiatorKind
{
    Alone,
    Group,
    Association,
}

/// <summary>Something residents want to do themselves. State and rules; who may do what is in InitiativeAccess.</summary>
public partial class Initiative : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public long VillageId { get; private set; }
    public Village? Village { get; private set; }

    /// <summary>What they want to do, as Markdown.</summary>
    public string What { get; private set; } = "";

    /// <summary>Why, as Markdown.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Who else is in, in the initiators' words.</summary>
    public string Companions { get; private set; } = "";
    public InitiatorKind InitiatorKind { get; private set; }
    public string GroupName { get; private set; } = "";

    /// <summary>Null as long as they don't know yet, which is allowed.</summary>
    public OwnerType? OwnerType { get; private set; }
    public double? Longitude { get; private set; }
    public double? Latitude { get; private set; }
    public string PlaceNote { get; private set; } = "";
    public Phase Phase { get; private set; }
    public DateOnly PhaseSince { get; private set; }
    public string NextStep { get; private set; } = "";
    public DateOnly? NextStepDate { get; private set; }

    /// <summary>Who is on for the next step, in words.</summary>
    public string NextStepBy { get; private set; } = "";
    public IntakeState Intake { get; private set; }
    public AnswerKind? Answer { get; private set; }
    public string AnswerText { get; private set; } = "";
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>What a finished initiative learnt, for others.</summary>
    public string Lessons { get; private set; } = "";
    public bool IsExample { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public List<Initiator> Initiators { get; } = [];
    public List<PhaseChange> Phases { get; } = [];
    public List<Requirement> Requirements { get; } = [];
    public List<Colleague> Colleagues { get; } = [];
    public List<Question> Questions { get; } = [];
    public List<Update> Updates { get; } = [];
    public List<GroundRulesVersion> GroundRulesVersions { get; } = [];
    public List<GroundRulesParty> GroundRulesParties { get; } = [];
    public uint Version { get; private set; }

    /// <summary>Somebody hands in an idea. Nobody sees it until it is confirmed, unless the sender is known already.</summary>
    public static Initiative HandIn(
        Idea idea,
        Village village,
        Contribution provenance,
        Actor actor,
        bool isExample = false
    )
    {
        var subject = Subject.Create(SubjectKind.Initiative, idea.Title, Visibility.Unconfirmed, actor.At);
        subject.Villages.Add(new SubjectVillage { VillageId = village.Id });
        provenance.Subject = subject;
        var initiative = new Initiative
        {
            Subject = subject,
            VillageId = village.Id,
            Village = village,
            OwnerType = idea.OwnerType,
            Longitude = idea.Longitude,
            Latitude = idea.Latitude,
            PlaceNote = idea.PlaceNote,
            Phase = Phase.Idea,
            PhaseSince = actor.Today,
            Intake = IntakeState.AwaitingConfirmation,
            Contribution = provenance,
            IsExample = isExample,
        };
        initiative.Write(idea);
        if (actor.PersonId is { } person)
        {
            initiative.Initiators.Add(new Initiator { PersonId = person, Since = actor.Today });
        }

        initiative.Phases.Add(
            new PhaseChange
            {
                Phase = Phase.Idea,
                On = actor.Today,
                At = actor.At,
            }
        );
        subject.Happened(InitiativeVerbs.HandedIn, actor);
        return initiative;
    }

    /// <summary>The sender, or the contact person for the sender, says that it is meant. The service terms start.</summary>
    public Outcome Confirm(Actor actor, ServiceTerms terms)
    {
        if (Intake == IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", "Dit idee is ingetrokken.");
        }

        if (Intake != IntakeState.AwaitingConfirmation)
        {
            return Outcome.Refuse("", "Dit idee is al bevestigd.");
        }

        Intake = IntakeState.HandedIn;
        Subject.Show(Visibility.Public);
        Subject.Happened(InitiativeVerbs.Confirmed, actor);
        var municipality = new Party(terms.MunicipalityOrganisationId, terms.LiaisonId);
        var sender = new Party(Contribution!.OnBehalfOfId, Contribution.ByPersonId);
        Promise.Make(Subject, PromiseKind.TakeIn, municipality, sender, terms.TakeInBy, actor);
        Promise.Make(Subject, PromiseKind.Answer, municipality, sender, terms.AnswerBy, actor);
        return Outcome.Done;
    }

    /// <summary>The liaison takes it in (I7).</summary>
    public Outcome TakeIn(Actor actor)
    {
        if (Intake != IntakeState.HandedIn)
        {
            return Outcome.Refuse("", NotNow());
        }

        Intake = IntakeState.TakenIn;
        Subject.Happened(InitiativeVerbs.TakenIn, actor);
        KeepPromise(PromiseKind.TakeIn, actor);
        return Outcome.Done;
    }

    /// <summary>The municipality answers; a condition or a ground goes with it, and answering once is answering.</summary>
    public Outcome AnswerWith(AnswerKind kind, string text, Actor actor)
    {
        var can = CanAnswer(kind, text);
        if (!can.Succeeded)
        {
            return can;
        }

        KeepPromise(PromiseKind.TakeIn, actor);
        Intake = IntakeState.Answered;
        Answer = kind;
        AnswerText = text.Trim();
        AnsweredAt = actor.At;
        Subject.Happened(InitiativeVerbs.Answered, actor, ("answer", kind));
        KeepPromise(PromiseKind.Answer, actor);
        return Outcome.Done;
    }

    /// <summary>Whether this answer could be given now; for who wants to see it first.</summary>
    public Outcome CanAnswer(AnswerKind kind, string text)
    {
        if (Intake is not (IntakeState.HandedIn or IntakeState.TakenIn))
        {
            return Outcome.Refuse("", NotNow());
        }

        return string.IsNullOrWhiteSpace(text)
            ? kind switch
            {
                AnswerKind.YesIf => Outcome.Refuse("Text", "Schrijf op welke voorwaarde het kan."),
                AnswerKind.NoBecause => Outcome.Refuse("Text", "Schrijf waarom het niet kan."),
                _ => Outcome.Refuse("Text", "Schrijf een paar woorden bij uw antwoord."),
            }
            : Outcome.Done;
    }

    /// <summary>Those who brought it in take it back. What others promised for it falls away.</summary>
    public Outcome Withdraw(Actor actor)
    {
        if (Intake == IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", "Dit idee is al ingetrokken.");
        }

        Intake = IntakeState.Withdrawn;
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(InitiativeVerbs.Withdrawn, actor);
        foreach (var promise in Subject.Promises.Where(p => p.State == PromiseState.Open))
        {
            promise.Release(actor, Texts.Mark("Het idee is ingetrokken."));
        }

        return Outcome.Done;
    }

    /// <summary>Initiators change their own words. After withdrawal there is nothing left to change.</summary>
    public Outcome Edit(Idea idea, Actor actor)
    {
        if (Intake == IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", "Dit idee is intussen ingetrokken. Uw wijziging is niet bewaard.");
        }

        Subject.Rename(idea.Title);
        Longitude = idea.Longitude;
        Latitude = idea.Latitude;
        PlaceNote = idea.PlaceNote;
        Write(idea);
        Subject.Happened(InitiativeVerbs.Edited, actor);
        return Outcome.Done;
    }

    /// <summary>Initiators point out the spot on the map, move it, or take it away.</summary>
    public Outcome Locate(GeoPosition? spot, Actor actor)
    {
        if (Intake == IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", "Dit idee is intussen ingetrokken. Uw wijziging is niet bewaard.");
        }

        if (spot == GeoPosition.Of(Longitude, Latitude))
        {
            return Outcome.Done;
        }

        (Longitude, Latitude) = (spot?.Longitude, spot?.Latitude);
        Subject.Happened(InitiativeVerbs.Located, actor);
        return Outcome.Done;
    }

    /// <summary>The words as they are now, to change some of them.</summary>
    public Idea AsIdea() =>
        new(Subject.Title, What, Why, OwnerType, InitiatorKind, GroupName, Companions, Longitude, Latitude, PlaceNote);

    /// <summary>
    /// Changes with the initiators' words and with nothing else: an answer given meanwhile is no reason to refuse an
    /// edit.
    /// </summary>
    public string WordsVersion =>
        Convert.ToHexStringLower(Secret.Hash(string.Join('\u001F', Subject.Title, What, Why, Companions, PlaceNote)))[
            ..16
        ];

    private void Write(Idea idea)
    {
        What = idea.What;
        Why = idea.Why;
        Companions = idea.Companions;
        InitiatorKind = idea.InitiatorKind;
        GroupName = idea.GroupName;
        Subject.Describe(string.Join('\n', idea.What, idea.Why, idea.PlaceNote, idea.GroupName));
    }

    private void KeepPromise(PromiseKind kind, Actor actor) =>
        Subject.Promises.FirstOrDefault(p => p.Kind == kind && p.State == PromiseState.Open)?.Keep(actor);

    private string NotNow() =>
        Intake switch
        {
            IntakeState.AwaitingConfirmation => Texts.Mark("Dit idee is nog niet bevestigd."),
            IntakeState.Withdrawn => Texts.Mark("Dit idee is ingetrokken."),
            IntakeState.TakenIn => Texts.Mark("Dit idee is al opgepakt. Een collega was u voor."),
            _ => Texts.Mark("Dit idee heeft al een antwoord. Een collega was u voor."),
        };
}

/// <summary>What somebody hands in, cleaned and checked.</summary>
public sealed record Idea(
    string Title,
    string What,
    string Why,
    OwnerType? OwnerType,
    InitiatorKind InitiatorKind,
    string GroupName,
    string Companions,
    double? Longitude,
    double? Latitude,
    string PlaceNote
);

/// <summary>Who must answer and by when, worked out from the municipality's settings on the day of confirmation.</summary>
public sealed record ServiceTerms(
    long MunicipalityOrganisationId,
    long? LiaisonId,
    DateOnly TakeInBy,
    DateOnly AnswerBy
);

public static class InitiativeVerbs
{
    public const string HandedIn = "initiative.handed-in";
    public const string Confirmed = "initiative.confirmed";
    public const string TakenIn = "initiative.taken-in";
    public const string ColleagueBroughtIn = "initiative.colleague-brought-in";
    public const string QuestionAsked = "initiative.question-asked";
    public const string QuestionReplied = "initiative.question-replied";
    public const string RequirementAdded = "initiative.requirement-added";
    public const string RequirementMet = "initiative.requirement-met";
    public const string Answered = "initiative.answered";
    public const string Updated = "initiative.updated";
    public const string PhaseMoved = "initiative.phase-moved";
    public const string Edited = "initiative.edited";
    public const string Located = "initiative.located";
    public const string NextStepPlanned = "initiative.next-step-planned";
    public const string PhotosAdded = "initiative.photos-added";
    public const string PhotoRemoved = "initiative.photo-removed";
    public const string Withdrawn = "initiative.withdrawn";

    /// <summary>About: <c>organisation</c> that goes on with it.</summary>
    public const string HandedOver = "initiative.handed-over";
    public const string InitiatorLeft = "initiative.initiator-left";

    /// <summary>Somebody who left Brink took the own words back.</summary>
    public const string WordsTakenBack = "initiative.words-taken-back";

    /// <summary>Never confirmed in time: words, photos and sender were taken away.</summary>
    public const string Forgotten = "initiative.forgotten";
}
