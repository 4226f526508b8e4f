using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Rounds;

public enum AnswerState
{
    Draft,

    /// <summary>Written, and waits for a colleague who reads it.</summary>
    WithReader,

    /// <summary>Everybody reads it, and everybody in the group was told.</summary>
    Published,
}

public enum AnswerOutcome
{
    TakenOver,
    Partly,
    NotTaken,

    /// <summary>Of a question, or where nothing was asked to change.</summary>
    Answered,
}

/// <summary>
/// What the municipality answers to one reaction, or to several that say the same (C6): written by one officer, read by
/// another, and then given to each person apart.
/// </summary>
public partial class RoundAnswer : ITenantEntity
{
    public const int LongestTitle = 120;
    public const int LongestBecause = 5000;
    public const int LongestRemark = 1000;

    /// <summary>So that giving it is one save; a larger group is answered in parts.</summary>
    public const int MostTogether = 500;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long RoundId { get; private set; }
    public Round? Round { get; private set; }

    /// <summary>What the reactions have in common; only officers read it. May be empty.</summary>
    public string Title { get; private set; } = "";
    public AnswerState State { get; private set; }
    public AnswerOutcome? Verdict { get; private set; }

    /// <summary>The words after 'omdat'.</summary>
    public string Because { get; private set; } = "";

    /// <summary>The officer who deals with it.</summary>
    public long? HandledById { get; private set; }
    public Person? HandledBy { get; private set; }

    /// <summary>Who wrote the words last; somebody else reads them.</summary>
    public long? WrittenById { get; private set; }
    public DateTimeOffset? WrittenAt { get; private set; }

    /// <summary>What the reader wants otherwise; only officers read it.</summary>
    public string Remark { get; private set; } = "";
    public DateTimeOffset? PublishedAt { get; private set; }
    public List<Reaction> Reactions { get; } = [];

    /// <summary>What was corrected after it was given, and a correction that waits for a colleague.</summary>
    public List<AnswerCorrection> Corrections { get; } = [];
    public uint Version { get; private set; }

    /// <summary>An officer takes up reactions that say the same. Whatever was taken back or taken up meanwhile stays out.</summary>
    /// <returns>Null when none was left.</returns>
    public static RoundAnswer? TakeUp(Round round, string title, IReadOnlyCollection<Reaction> reactions, Actor actor)
    {
        var answer = new RoundAnswer
        {
            MunicipalityId = round.MunicipalityId,
            RoundId = round.Id,
            Round = round,
            Title = Platform.Text.TextRules.Line(title),
            HandledById = actor.PersonId,
        };
        foreach (var reaction in reactions.Take(MostTogether).Where(reaction => reaction.Join(answer)))
        {
            answer.Reactions.Add(reaction);
        }

        return answer.Reactions.Count > 0 ? answer : null;
    }

    /// <summary>More that say the same.</summary>
    public Outcome Add(IReadOnlyCollection<Reaction> reactions)
    {
        if (State == AnswerState.Published)
        {
            return AlreadyGiven();
        }

        if (Reactions.Count + reactions.Count > MostTogether)
        {
            return Outcome.Refuse(
                "",
                "Bij één antwoord horen hoogstens {0} reacties. Kies er minder, of begin een nieuw antwoord.",
                MostTogether
            );
        }

        foreach (var reaction in reactions.Where(reaction => reaction.Join(this)))
        {
            Reactions.Add(reaction);
        }

        State = AnswerState.Draft;
        return Outcome.Done;
    }

    /// <summary>This one says something else after all, and is answered apart.</summary>
    public Outcome Split(Reaction reaction)
    {
        if (State == AnswerState.Published)
        {
            return AlreadyGiven();
        }

        Reactions.Remove(reaction);
        reaction.Leave();
        return Outcome.Done;
    }

    /// <summary>
    /// Something that only this person reads, besides what all in the group read. A colleague reads it too before it is
    /// given, so what lay with a reader comes back.
    /// </summary>
    public Outcome SayBesides(long reactionId, string words, Actor actor)
    {
        if (State == AnswerState.Published)
        {
            return AlreadyGiven();
        }

        if (Reactions.Find(r => r.Id == reactionId) is not { } reaction)
        {
            return Outcome.Refuse("", "Deze reactie hoort hier niet meer bij.");
        }

        reaction.SayBesides(words);
        State = AnswerState.Draft;
        (WrittenById, WrittenAt) = (actor.PersonId, actor.At);
        return Outcome.Done;
    }

    /// <param name="read">What stood there when the officer began: when a colleague wrote meanwhile, that is read first.</param>
    public Outcome Write(AnswerOutcome? verdict, string because, string? read, Actor actor)
    {
        if (State == AnswerState.Published)
        {
            return AlreadyGiven();
        }

        if (read != VersionOf(this))
        {
            return Outcome.Refuse(
                "",
                "Een collega schreef dit antwoord intussen. Lees dat eerst; uw tekst staat nog in het veld."
            );
        }

        (Verdict, Because, State) = (verdict, because.Trim(), AnswerState.Draft);
        (WrittenById, WrittenAt) = (actor.PersonId, actor.At);
        return Outcome.Done;
    }

    /// <summary>The words go to a colleague who reads them.</summary>
    public Outcome Offer()
    {
        if (State != AnswerState.Draft)
        {
            return State == AnswerState.Published
                ? AlreadyGiven()
                : Outcome.Refuse("", "Dit antwoord ligt al bij een collega.");
        }

        if (Verdict is null)
        {
            return Outcome.Refuse("Verdict", "Kies wat u met de reactie doet.");
        }

        if (Because.Length == 0)
        {
            return Outcome.Refuse("Because", "Schrijf op waarom: 'omdat …'.");
        }

        (State, Remark) = (AnswerState.WithReader, "");
        return Outcome.Done;
    }

    /// <summary>The reader wants it otherwise.</summary>
    public Outcome SendBack(string remark)
    {
        if (State != AnswerState.WithReader)
        {
            return NotWithReader();
        }

        if (string.IsNullOrWhiteSpace(remark))
        {
            return Outcome.Refuse("Remark", "Schrijf wat er anders moet.");
        }

        (State, Remark) = (AnswerState.Draft, remark.Trim());
        return Outcome.Done;
    }

    /// <summary>The reader agrees: everybody reads it, and each person in the group is told apart.</summary>
    /// <param name="read">The words that were read.</param>
    public Outcome Publish(string? read, Actor actor)
    {
        if (State != AnswerState.WithReader)
        {
            return NotWithReader();
        }

        if (actor.PersonId == WrittenById)
        {
            return Outcome.Refuse("", "U schreef dit zelf. Een collega leest mee en geeft het antwoord.");
        }

        if (read != VersionOf(this))
        {
            return Outcome.Refuse("", "De tekst is intussen veranderd. Lees hem nog eens.");
        }

        if (Round!.PhaseAt(actor.At) == RoundPhase.Open)
        {
            return Outcome.Refuse(
                "",
                "De ronde is nog open. Mensen kunnen hun reactie nog aanpassen. Geef het antwoord na de sluiting."
            );
        }

        if (Reactions.Count == 0)
        {
            return Outcome.Refuse("", "Er hoort geen reactie meer bij dit antwoord.");
        }

        (State, PublishedAt) = (AnswerState.Published, actor.At);
        foreach (var reaction in Reactions)
        {
            reaction.AnswerIsGiven();
        }

        return Outcome.Done;
    }

    /// <summary>A colleague deals with it from now on.</summary>
    public Outcome HandOver(long personId)
    {
        if (State == AnswerState.Published)
        {
            return AlreadyGiven();
        }

        HandledById = personId;
        return Outcome.Done;
    }

    /// <summary>Whoever dealt with it or wrote it is no longer known here; the answer is the municipality's.</summary>
    public void Forget(long personId)
    {
        HandledById = HandledById == personId ? null : HandledById;
        WrittenById = WrittenById == personId ? null : WrittenById;
        foreach (var correction in Corrections.Where(c => c.WrittenById == personId))
        {
            correction.WrittenById = null;
        }
    }

    /// <summary>Changes with the words.</summary>
    public static string VersionOf(RoundAnswer answer) => Document.VersionOf($"{answer.Verdict}\n{answer.Because}");

    private static Outcome AlreadyGiven() =>
        Outcome.Refuse("", "Een collega gaf dit antwoord intussen al. Hieronder leest u het.");

    private Outcome NotWithReader() =>
        State == AnswerState.Published ? AlreadyGiven() : Outcome.Refuse("", "Dit antwoord wordt nog geschreven.");
}
