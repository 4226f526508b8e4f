using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Rounds;

/// <summary>Correcting an answer that was given: written by one officer with a reason, given by another (C6).</summary>
public partial class RoundAnswer
{
    public const int LongestReason = 1000;

    /// <summary>The correction that waits for a colleague; null for none.</summary>
    public AnswerCorrection? Waiting => Corrections.Find(c => c.GivenAt is null);

    /// <summary>Other words for what was given. Nothing changes until a colleague agrees.</summary>
    public Outcome Correct(AnswerOutcome? verdict, string because, string reason, Actor actor)
    {
        if (State != AnswerState.Published)
        {
            return NotGiven();
        }

        if (Waiting is not null)
        {
            return Outcome.Refuse("", "Er ligt al een verbetering bij een collega.");
        }

        if (verdict is null)
        {
            return Outcome.Refuse(nameof(Verdict), "Kies wat u met de reactie doet.");
        }

        if (string.IsNullOrWhiteSpace(because))
        {
            return Outcome.Refuse(nameof(Because), "Schrijf op waarom: 'omdat …'.");
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return Outcome.Refuse(
                nameof(AnswerCorrection.Reason),
                "Schrijf waarom u het antwoord verbetert. Iedereen kan dit lezen."
            );
        }

        if (verdict == Verdict && because.Trim() == Because)
        {
            return Outcome.Refuse("", "U hebt niets veranderd.");
        }

        Corrections.Add(
            new AnswerCorrection
            {
                Number = Corrections.Count + 1,
                Verdict = verdict.Value,
                Because = because.Trim(),
                Reason = reason.Trim(),
                BeforeVerdict = Verdict!.Value,
                BeforeBecause = Because,
                BeforeAt = GivenLast,
                WrittenById = actor.PersonId,
                WrittenAt = actor.At,
            }
        );
        return Outcome.Done;
    }

    /// <summary>A colleague agrees: everybody reads the new words, and the old ones with their date.</summary>
    /// <param name="read">Which correction the colleague read: never another that came in its place.</param>
    public Outcome GiveCorrection(long read, Actor actor)
    {
        if (Waiting is not { } correction || correction.Id != read)
        {
            return NothingWaits();
        }

        if (correction.WrittenById == actor.PersonId)
        {
            return Outcome.Refuse("", "U schreef dit zelf. Een collega leest mee en geeft het antwoord.");
        }

        (Verdict, Because) = (correction.Verdict, correction.Because);
        correction.GivenAt = actor.At;
        return Outcome.Done;
    }

    /// <summary>It stays as it was.</summary>
    public Outcome DropCorrection(long read)
    {
        if (Waiting is not { } correction || correction.Id != read)
        {
            return NothingWaits();
        }

        Corrections.Remove(correction);
        return Outcome.Done;
    }

    private DateTimeOffset GivenLast =>
        Corrections.Where(c => c.GivenAt is not null).Max(c => c.GivenAt) ?? PublishedAt!.Value;

    private static Outcome NotGiven() =>
        Outcome.Refuse("", "Dit antwoord is nog niet gegeven. U kunt het gewoon aanpassen.");

    private static Outcome NothingWaits() =>
        Outcome.Refuse("", "Er ligt geen verbetering meer. Een collega was u voor.");
}

/// <summary>Other words for an answer that was given, why, and what stood there before.</summary>
public class AnswerCorrection : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long AnswerId { get; set; }

    /// <summary>Counts from 1.</summary>
    public int Number { get; set; }
    public AnswerOutcome Verdict { get; set; }
    public string Because { get; set; } = "";
    public string Reason { get; set; } = "";
    public AnswerOutcome BeforeVerdict { get; set; }
    public string BeforeBecause { get; set; } = "";

    /// <summary>When what stood there before was given.</summary>
    public DateTimeOffset BeforeAt { get; set; }

    /// <summary>Null when who wrote it is no longer known here.</summary>
    public long? WrittenById { get; set; }
    public DateTimeOffset WrittenAt { get; set; }

    /// <summary>Null as long as it waits for a colleague.</summary>
    public DateTimeOffset? GivenAt { get; set; }
}
