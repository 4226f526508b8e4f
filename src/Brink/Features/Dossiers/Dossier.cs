using Brink.Features.Accounts;
using Brink.Features.Places.TailorMade;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Dossiers;

/// <summary>Where a plan of the municipality stands, in the order in which it goes.</summary>
public enum Stage
{
    Intention,
    Exploration,
    Draft,
    Executive,
    Committee,
    Council,
    CarryingOut,
}

/// <summary>Drawn in <c>docs/states/dossier.md</c>.</summary>
public enum DossierState
{
    /// <summary>Only named readers and the policy officers know of it.</summary>
    InConfidence,

    /// <summary>Everybody reads it and it is being worked on.</summary>
    Open,
    Decided,
    Stopped,

    /// <summary>Ended in confidence: nobody outside will read what it was.</summary>
    Withdrawn,
}

/// <summary>
/// A plan of the municipality, open from the first intention on: why, what is fixed and what is open, who decides, and
/// when which step is planned (C1, C2).
/// </summary>
public partial class Dossier : ITenantEntity
{
    public const int LongestText = 4000;
    public const int LongestLine = 200;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;

    /// <summary>What the municipality thinks of doing, as Markdown.</summary>
    public string What { get; private set; } = "";
    public string Why { get; private set; } = "";

    /// <summary>Who decides in the end, in words: 'de gemeenteraad'.</summary>
    public string WhoDecides { get; private set; } = "";

    /// <summary>What can't be changed any more. Empty: nothing is fixed.</summary>
    public string Fixed { get; private set; } = "";

    /// <summary>What villages can still change.</summary>
    public string Open { get; private set; } = "";
    public InvolvementLevel Level { get; private set; }
    public Stage Stage { get; private set; }
    public DossierState State { get; private set; }

    /// <summary>It touches every village that there was when it was opened.</summary>
    public bool AllVillages { get; private set; }

    /// <summary>The policy officer who answers for it; null when that person left and nobody took over yet.</summary>
    public long? OwnerId { get; private set; }
    public Person? Owner { get; private set; }

    /// <summary>The municipality's own organisation, for which the owner works and which owes every answer.</summary>
    public long OrganisationId { get; private set; }
    public Places.Organisation? Organisation { get; private set; }

    /// <summary>The day on which villages could first read of it; what 'early' is measured from. Null in confidence.</summary>
    public DateOnly? FirstWordOn { get; private set; }

    /// <summary>When it was decided or stopped.</summary>
    public DateOnly? EndedOn { get; private set; }
    public string EndedBecause { get; private set; } = "";
    public bool IsExample { get; private set; }

    /// <summary>Goes up with every change by an officer, so that a form knows whether somebody else was first.</summary>
    public int Revision { get; private set; }
    public List<DossierStage> Stages { get; } = [];
    public List<DossierChange> Changes { get; } = [];
    public List<DossierDateChange> DateChanges { get; } = [];
    public List<DossierInvitation> Invitations { get; } = [];
    public List<DossierPlaceChange> PlaceChanges { get; } = [];
    public List<DossierStageWord> StageWords { get; } = [];
    public DossierConfidence? Confidence { get; private set; }
    public uint Version { get; private set; }

    /// <summary>Nothing is asked of anybody any more.</summary>
    public bool IsOver => State is DossierState.Decided or DossierState.Stopped or DossierState.Withdrawn;

    /// <param name="start">Null for a plan that is told at its first intention.</param>
    public static Dossier Begin(
        DossierWords words,
        long organisationId,
        IReadOnlyCollection<StageDate> stages,
        Actor actor,
        bool isExample = false,
        DossierStart? start = null
    )
    {
        var dossier = Make(words, organisationId, stages, Visibility.Public, actor, start);
        dossier.IsExample = isExample;
        dossier.State = DossierState.Open;
        dossier.FirstWordOn = actor.Today;
        dossier.Subject.Happened(DossierVerbs.Opened, actor);
        return dossier;
    }

    private static Dossier Make(
        DossierWords words,
        long organisationId,
        IReadOnlyCollection<StageDate> stages,
        Visibility visibility,
        Actor actor,
        DossierStart? start
    )
    {
        var dossier = new Dossier
        {
            Subject = Subject.Create(SubjectKind.Dossier, words.Title, visibility, actor.At),
            OrganisationId = organisationId,
            OwnerId = actor.PersonId,
        };
        dossier.Write(words);
        dossier.Plan(stages);
        if (start?.DraftOn is { } draftOn && start.Stage > Stage.Draft)
        {
            dossier.Reach(Stage.Draft, draftOn);
        }

        var stage = start?.Stage ?? Stage.Intention;
        dossier.Reach(stage, stage == Stage.Draft ? start?.DraftOn ?? actor.Today : actor.Today);
        return dossier;
    }

    /// <summary>Which villages and themes it touches. An empty list of villages is not allowed: choose all of them.</summary>
    public void Touches(IReadOnlyCollection<long> villageIds, bool all, IReadOnlyCollection<long> themeIds)
    {
        AllVillages = all;
        Subject.Villages.RemoveAll(v => !villageIds.Contains(v.VillageId));
        Subject.Villages.AddRange(
            villageIds
                .Where(id => Subject.Villages.TrueForAll(v => v.VillageId != id))
                .Select(id => new SubjectVillage { VillageId = id })
                .ToArray()
        );
        Subject.IsAbout(themeIds);
    }

    /// <summary>Other words. What changes in what is fixed, what is open or how far villages take part, stays to be read.</summary>
    public Outcome Edit(DossierWords words, Actor actor)
    {
        if (IsOver)
        {
            return AlreadyOver();
        }

        Keep(DossierPart.Fixed, Fixed, words.Fixed.Trim(), actor);
        Keep(DossierPart.Open, Open, words.Open.Trim(), actor);
        Keep(DossierPart.Level, Level.ToString(), words.Level.ToString(), actor);
        Keep(DossierPart.WhoDecides, WhoDecides, words.WhoDecides.Trim(), actor);
        var room = Fixed != words.Fixed.Trim() || Open != words.Open.Trim() || Level != words.Level;
        Subject.Rename(words.Title);
        Write(words);
        Revision++;
        Subject.Happened(room ? DossierVerbs.RoomChanged : DossierVerbs.Edited, actor);
        return Outcome.Done;
    }

    public Outcome HandOver(long personId, Actor actor)
    {
        if (OwnerId == personId)
        {
            return Outcome.Refuse("PersonId", "Dit dossier is al van deze collega.");
        }

        OwnerId = personId;
        Revision++;
        Subject.Happened(DossierVerbs.HandedOver, actor, ("person", personId));
        return Outcome.Done;
    }

    /// <summary>The owner is no longer known; every policy officer may take it over.</summary>
    public void LetOwnerGo(Actor actor)
    {
        OwnerId = null;
        Subject.Happened(DossierVerbs.OwnerLeft, actor);
    }

    public Outcome Decide(string because, Actor actor) => End(DossierState.Decided, because, actor);

    public Outcome Stop(string because, Actor actor) => End(DossierState.Stopped, because, actor);

    private Outcome End(DossierState state, string because, Actor actor)
    {
        if (IsOver)
        {
            return AlreadyOver();
        }

        if (State == DossierState.InConfidence)
        {
            return Outcome.Refuse("", "Dit dossier is nog in vertrouwen. Maak het eerst openbaar, of trek het in.");
        }

        if (string.IsNullOrWhiteSpace(because))
        {
            return Outcome.Refuse("Because", "Schrijf wat er besloten is en waarom.");
        }

        (State, EndedOn, EndedBecause) = (state, actor.Today, because.Trim());
        Revision++;
        Subject.Happened(state == DossierState.Decided ? DossierVerbs.Decided : DossierVerbs.Stopped, actor);
        return Outcome.Done;
    }

    private static Outcome AlreadyOver() =>
        Outcome.Refuse("", "Dit dossier is al afgerond. U kunt er niets meer aan veranderen.");

    /// <summary>What nobody could read yet has no 'before' for villages.</summary>
    private void Keep(DossierPart part, string before, string after, Actor actor)
    {
        if (State == DossierState.Open && before != after)
        {
            Changes.Add(
                new DossierChange
                {
                    Part = part,
                    Before = before,
                    After = after,
                    On = actor.Today,
                }
            );
        }
    }

    private void Write(DossierWords words)
    {
        (What, Why, WhoDecides) = (words.What.Trim(), words.Why.Trim(), words.WhoDecides.Trim());
        (Fixed, Open, Level) = (words.Fixed.Trim(), words.Open.Trim(), words.Level);
        Subject.Describe(string.Join('\n', What, Why, Open, Fixed));
    }
}

/// <summary>What a policy officer writes of a dossier, cleaned and checked.</summary>
public sealed record DossierWords(
    string Title,
    string What,
    string Why,
    string WhoDecides,
    string Fixed,
    string Open,
    InvolvementLevel Level
);

/// <summary>Where a plan stood when villages first heard of it; told also where that is late.</summary>
/// <param name="DraftOn">Since when there was a draft; needed from <see cref="Stage.Draft"/> on.</param>
public sealed record DossierStart(Stage Stage, DateOnly? DraftOn);
