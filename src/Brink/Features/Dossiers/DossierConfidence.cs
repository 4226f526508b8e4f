using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Dossiers;

/// <summary>What happens by itself when nobody ended the confidence before.</summary>
public enum AfterConfidence
{
    Opens,
    IsWithdrawn,
}

/// <summary>First in confidence: named readers, a last day, and then it opens or is withdrawn (C10).</summary>
public partial class Dossier
{
    /// <summary>At most so many days: what is put before people in confidence becomes known, or goes.</summary>
    public const int LongestConfidence = 90;

    /// <param name="readers">Each with an organisation for which the person speaks.</param>
    public static Dossier BeginInConfidence(
        DossierWords words,
        long organisationId,
        IReadOnlyCollection<StageDate> stages,
        ConfidenceTerms terms,
        IEnumerable<DossierReader> readers,
        Actor actor,
        DossierStart? start = null
    )
    {
        var dossier = Make(words, organisationId, stages, Visibility.Restricted, actor, start);
        dossier.State = DossierState.InConfidence;
        dossier.Confidence = new DossierConfidence
        {
            From = actor.Today,
            Until = terms.Until,
            Then = terms.Then,
        };
        dossier.Confidence.Readers.AddRange(readers);
        dossier.Subject.Happened(DossierVerbs.SoundedOut, actor);
        return dossier;
    }

    /// <summary>Everybody reads it from today on, and reads too with whom it was before.</summary>
    /// <param name="invitations">Who is invited on this first day.</param>
    public Outcome MakePublic(IEnumerable<DossierInvitation> invitations, Actor actor)
    {
        if (State != DossierState.InConfidence)
        {
            return Outcome.Refuse("", "Dit dossier is niet meer in vertrouwen. Iemand anders was u voor.");
        }

        State = DossierState.Open;
        FirstWordOn = actor.Today;
        Invitations.AddRange(invitations);
        Subject.Show(Visibility.Public);
        Subject.Happened(
            DossierVerbs.ConfidenceEnded,
            actor,
            ("from", Confidence!.From),
            ("until", Confidence.End(actor))
        );
        Subject.Happened(DossierVerbs.Opened, actor);
        Revision++;
        return Outcome.Done;
    }

    public Outcome Withdraw(Actor actor)
    {
        if (State != DossierState.InConfidence)
        {
            return Outcome.Refuse("", "Dit dossier is niet meer in vertrouwen. Iemand anders was u voor.");
        }

        State = DossierState.Withdrawn;
        Confidence!.End(actor);
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(DossierVerbs.Withdrawn, actor);
        Revision++;
        return Outcome.Done;
    }

    /// <summary>A warning to those who work in it and to its readers; once.</summary>
    public void WarnOfEnd(Actor actor)
    {
        Confidence!.WarnedOn = actor.Today;
        Subject.Happened(DossierVerbs.ConfidenceEndsSoon, actor);
    }

    /// <summary>A reader says something back, for the policy officers only.</summary>
    public Outcome Say(string words, Contribution provenance, Actor actor)
    {
        if (State != DossierState.InConfidence)
        {
            return Outcome.Refuse("", "Dit dossier is niet meer in vertrouwen. U kunt hier niets meer terugzeggen.");
        }

        if (string.IsNullOrWhiteSpace(words))
        {
            return Outcome.Refuse("Words", "Schrijf wat u wilt zeggen.");
        }

        Confidence!.Words.Add(new DossierWord { Text = words.Trim(), Contribution = provenance });
        Subject.Happened(DossierVerbs.WordGiven, actor);
        return Outcome.Done;
    }
}

/// <param name="Until">The last day in confidence.</param>
public sealed record ConfidenceTerms(DateOnly Until, AfterConfidence Then);

public class DossierConfidence : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long DossierId { get; set; }
    public DateOnly From { get; set; }

    /// <summary>The last day in confidence; the night after it, <see cref="Then"/> happens.</summary>
    public DateOnly Until { get; set; }
    public AfterConfidence Then { get; set; }

    /// <summary>The first day on which it was no longer in confidence.</summary>
    public DateOnly? EndedOn { get; private set; }
    public DateOnly? WarnedOn { get; set; }
    public List<DossierReader> Readers { get; } = [];
    public List<DossierWord> Words { get; } = [];

    internal DateOnly End(Actor actor)
    {
        EndedOn = actor.Today;
        return actor.Today;
    }
}

/// <summary>Somebody who may read it in confidence, as long as the person speaks for the organisation.</summary>
public class DossierReader : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }

    /// <summary>Null when the person is no longer known; that somebody in this role read it stays true.</summary>
    public long? PersonId { get; set; }
    public Person? Person { get; set; }
    public long OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }

    /// <summary>In which the person was asked; what the public reads afterwards.</summary>
    public Role Role { get; set; }

    /// <summary>Asked later than on the first day; null for who was asked at the start.</summary>
    public DateOnly? AddedOn { get; set; }

    /// <summary>Taken off: from this day on the person reads it no more. When it was opened until then stays to be seen.</summary>
    public DateOnly? RemovedOn { get; set; }
}

/// <summary>A reader opened it. Shown to the policy officers and to the readers themselves, and to nobody else.</summary>
[NotJournaled("it is a log itself, kept apart because the journal is read by more people")]
public class DossierOpening : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }
    public long ReaderId { get; set; }
    public DossierReader? Reader { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>What a reader said back; stays between the readers who wrote it and the policy officers.</summary>
public class DossierWord : ITenantEntity
{
    public const int Longest = 2000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }

    /// <summary>Empty when who wrote it took the words back.</summary>
    public string Text { get; set; } = "";
    public long ContributionId { get; set; }
    public Contribution? Contribution { get; set; }
}
