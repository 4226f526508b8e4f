using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Standpoints;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Advice;

/// <summary>Drawn in <c>docs/states/advice.md</c>.</summary>
public enum AdviceState
{
    /// <summary>The municipality asked; the association writes, or says no.</summary>
    Asked,

    /// <summary>The association asked for another last day.</summary>
    Proposed,

    /// <summary>Nobody asked: an association writes by itself, and nobody else reads it yet.</summary>
    Writing,

    /// <summary>An ordinary outcome, without a reason.</summary>
    Declined,

    /// <summary>The municipality took its question back, or the association threw away what it began.</summary>
    Withdrawn,

    /// <summary>Given; the municipality owes an answer.</summary>
    Given,

    /// <summary>Taken back by whoever gave it, before there was an answer.</summary>
    TakenBack,
    Answered,
}

/// <summary>
/// Advice of an association or the umbrella to the municipality, asked or unasked (C7): in numbered points, each of which
/// gets an answer. State and rules; who may do what is in AdviceAccess.
/// </summary>
public partial class AdviceCase : ITenantEntity
{
    public const int LongestTitle = 120;
    public const int LongestText = 8000;
    public const int LongestPoint = 1500;
    public const int LongestWords = 2000;

    /// <summary>More than this nobody answers one by one with care.</summary>
    public const int MostPoints = 30;

    /// <summary>In days.</summary>
    public const int LongestTerm = 366;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public bool IsAsked { get; private set; }

    /// <summary>The association or umbrella that gives it, or is asked to.</summary>
    public long AdviserId { get; private set; }
    public Organisation? Adviser { get; private set; }

    /// <summary>The plan it is about; null for advice that stands alone.</summary>
    public long? DossierId { get; private set; }
    public Dossier? Dossier { get; private set; }

    /// <summary>The standpoint it was made from; null for none.</summary>
    public long? StandpointId { get; private set; }
    public Standpoint? Standpoint { get; private set; }

    /// <summary>The plan it is about lies before named readers: nobody else knows of this advice.</summary>
    public bool InConfidence { get; private set; }
    public string Question { get; private set; } = "";
    public string Background { get; private set; } = "";
    public DateOnly? AskedOn { get; private set; }

    /// <summary>The last day on which the advice is hoped for. Nothing happens by itself after it: volunteers owe nothing.</summary>
    public DateOnly? Due { get; private set; }

    /// <summary>Another last day that the association asked for.</summary>
    public DateOnly? ProposedDue { get; private set; }

    /// <summary>What the association wrote when it asked for another day or said no; for both parties only.</summary>
    public string ReplyWords { get; private set; } = "";
    public AdviceState State { get; private set; }

    /// <summary>The advice before its points, as Markdown; as long as it isn't given, for the adviser only.</summary>
    public string Text { get; private set; } = "";
    public List<AdvicePoint> Points { get; } = [];

    /// <summary>Goes up with every change of the text, so that of two who write the second reads what the first wrote.</summary>
    public int Revision { get; private set; }
    public DateTimeOffset? GivenAt { get; private set; }
    public long? AskContributionId { get; private set; }
    public Contribution? AskContribution { get; private set; }
    public long? GivenContributionId { get; private set; }
    public Contribution? GivenContribution { get; private set; }
    public List<AdviceAnswer> Answers { get; } = [];

    /// <summary>Goes up with every change of an answer, written or given.</summary>
    public int AnswerRevision { get; private set; }
    public DateOnly? RemindedOn { get; private set; }
    public bool IsExample { get; private set; }
    public uint Version { get; private set; }

    /// <summary>Waits for the association.</summary>
    public bool IsOpen => State is AdviceState.Asked or AdviceState.Proposed;

    /// <summary>An official asks for advice. Only both parties see it until there is an outcome.</summary>
    /// <param name="dossier">The plan it is about; null for none.</param>
    /// <param name="villages">Those it is about.</param>
    public static AdviceCase Ask(
        AdviceAsking asking,
        long adviserId,
        IEnumerable<long> villages,
        Dossier? dossier,
        Contribution provenance,
        Actor actor,
        bool isExample = false
    )
    {
        var advice = Make(asking.Title, adviserId, villages, dossier, actor, isExample);
        provenance.Subject = advice.Subject;
        advice.IsAsked = true;
        advice.State = AdviceState.Asked;
        (advice.Question, advice.Background) = (asking.Question.Trim(), asking.Background.Trim());
        (advice.AskedOn, advice.Due) = (actor.Today, asking.Due);
        advice.AskContribution = provenance;
        advice.Describe();
        advice.Subject.Happened(AdviceVerbs.Asked, actor, ("due", asking.Due));
        return advice;
    }

    /// <summary>An association or the umbrella begins to write by itself; as yet nobody else reads it.</summary>
    /// <param name="standpoint">What it is made from; null for none.</param>
    /// <param name="points">What it begins with; a standpoint brings what it asks.</param>
    public static AdviceCase Begin(
        string title,
        long adviserId,
        IEnumerable<long> villages,
        Dossier? dossier,
        Standpoint? standpoint,
        IEnumerable<string> points,
        Actor actor,
        bool isExample = false
    )
    {
        var advice = Make(title, adviserId, villages, dossier, actor, isExample);
        advice.State = AdviceState.Writing;
        (advice.Standpoint, advice.StandpointId) = (standpoint, standpoint?.Id);
        advice.Say(points);
        advice.Subject.Happened(AdviceVerbs.Written, actor);
        return advice;
    }

    private static AdviceCase Make(
        string title,
        long adviserId,
        IEnumerable<long> villages,
        Dossier? dossier,
        Actor actor,
        bool isExample
    )
    {
        var subject = Subject.Create(SubjectKind.Advice, title, Visibility.Restricted, actor.At);
        subject.Villages.AddRange(villages.Distinct().Select(id => new SubjectVillage { VillageId = id }));
        return new AdviceCase
        {
            Subject = subject,
            AdviserId = adviserId,
            Dossier = dossier,
            DossierId = dossier?.Id,
            InConfidence = dossier?.State == DossierState.InConfidence,
            IsExample = isExample,
        };
    }

    /// <summary>The association doesn't advise. It need not say why.</summary>
    public Outcome Decline(string words, Actor actor)
    {
        if (!IsOpen)
        {
            return NotOpen();
        }

        (State, ReplyWords) = (AdviceState.Declined, words.Trim());
        Reveal();
        Subject.Happened(AdviceVerbs.Declined, actor);
        return Outcome.Done;
    }

    /// <summary>The association would advise, on a later day.</summary>
    public Outcome ProposeDate(DateOnly? due, string words, Actor actor)
    {
        if (!IsOpen)
        {
            return NotOpen();
        }

        if (WrongDay(nameof(ProposedDue), due, actor) is { } wrong)
        {
            return wrong;
        }

        (State, ProposedDue, ReplyWords) = (AdviceState.Proposed, due, words.Trim());
        Subject.Happened(AdviceVerbs.DateProposed, actor, ("due", due!.Value));
        return Outcome.Done;
    }

    /// <summary>The municipality says which day it is: the one that was asked for, or another.</summary>
    public Outcome SettleDate(DateOnly? due, Actor actor)
    {
        if (!IsOpen)
        {
            return NotOpen();
        }

        if (WrongDay(nameof(Due), due, actor) is { } wrong)
        {
            return wrong;
        }

        if (State == AdviceState.Asked && due == Due)
        {
            return Outcome.Refuse(nameof(Due), "Dit is al de laatste dag.");
        }

        (State, Due, ProposedDue, RemindedOn) = (AdviceState.Asked, due, null, null);
        Subject.Happened(AdviceVerbs.DateSettled, actor, ("due", due!.Value));
        return Outcome.Done;
    }

    /// <summary>The municipality takes its question back. What the association wrote stays with the association.</summary>
    public Outcome Withdraw(Actor actor)
    {
        if (!IsOpen)
        {
            return NotOpen();
        }

        State = AdviceState.Withdrawn;
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(AdviceVerbs.Withdrawn, actor);
        return Outcome.Done;
    }

    /// <summary>One friendly reminder went out; there is no second.</summary>
    public void Remind(Actor actor)
    {
        RemindedOn = actor.Today;
        Subject.Happened(AdviceVerbs.Reminded, actor);
    }

    private Promises.Promise? OwedAnswer =>
        Subject.Promises.Find(p => p.Kind == Promises.PromiseKind.Answer && p.State == Promises.PromiseState.Open);

    private void Reveal() => Subject.Show(InConfidence ? Visibility.Restricted : Visibility.Public);

    private void Describe() => Subject.Describe(string.Join('\n', [Question, Background]));

    private static Outcome? WrongDay(string field, DateOnly? due, Actor actor) =>
        due is not { } day || day <= actor.Today ? Outcome.Refuse(field, "Kies een dag na vandaag.")
        : day > actor.Today.AddDays(LongestTerm) ? Outcome.Refuse(field, "Kies een dag binnen een jaar.")
        : null;

    private Outcome NotOpen() =>
        State switch
        {
            AdviceState.Given or AdviceState.Answered => Outcome.Refuse("", "Het advies is al gegeven."),
            AdviceState.Declined => Outcome.Refuse("", "De vereniging heeft al gezegd dat zij geen advies geeft."),
            AdviceState.Withdrawn when IsAsked => Outcome.Refuse("", "De gemeente nam deze vraag om advies terug."),
            _ => Outcome.Refuse("", "Dit kan nu niet meer."),
        };
}
