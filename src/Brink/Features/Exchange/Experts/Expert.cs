using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Exchange.Experts;

/// <summary>How somebody who knows prefers to help, in words only: an address is never shown.</summary>
public enum PreferredRoad
{
    Mail,
    Telephone,
    Meeting,
}

/// <summary>
/// A person or organisation that knows something and may be asked (X1). Kept by itself; leaves any time. The title of its
/// subject is the name it goes by.
/// </summary>
public class Expert : ITenantEntity
{
    public const int LongestTopics = 300;
    public const int LongestCanAsk = 2000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;

    /// <summary>Words to be found by, as typed: 'subsidie, dakisolatie'.</summary>
    public string Topics { get; private set; } = "";
    public string CanAsk { get; private set; } = "";
    public PreferredRoad Road { get; private set; }

    /// <summary>The last day on which its keeper said that it holds.</summary>
    public DateOnly UpdatedOn { get; private set; }
    public bool IsExample { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }

    /// <summary>Associations that call it their own specialist.</summary>
    public List<ExpertMark> Marks { get; } = [];
    public uint Version { get; private set; }

    /// <summary>Puts itself on the list. No village means all villages.</summary>
    public static Expert Join(
        ExpertWords words,
        IReadOnlyCollection<long> villageIds,
        Contribution provenance,
        Actor actor,
        bool isExample = false
    )
    {
        var subject = Subject.Create(SubjectKind.Expert, words.Name, Visibility.Public, actor.At);
        provenance.Subject = subject;
        var expert = new Expert
        {
            Subject = subject,
            Contribution = provenance,
            IsExample = isExample,
        };
        expert.Write(words, villageIds, actor);
        subject.Happened(ExpertVerbs.Joined, actor);
        return expert;
    }

    /// <summary>Changes it, or says that it still holds.</summary>
    public Outcome Change(ExpertWords words, IReadOnlyCollection<long> villageIds, Actor actor)
    {
        if (Subject.Visibility != Visibility.Public)
        {
            return Outcome.Refuse("", "U staat niet meer op deze lijst.");
        }

        Subject.Rename(words.Name);
        Write(words, villageIds, actor);
        Subject.Happened(ExpertVerbs.Changed, actor);
        return Outcome.Done;
    }

    /// <summary>Off the list; all words go.</summary>
    public Outcome Leave(Actor actor)
    {
        if (Subject.Visibility != Visibility.Public)
        {
            return Outcome.Refuse("", "U staat niet meer op deze lijst.");
        }

        Subject.Show(Visibility.Withdrawn);
        Subject.Rename("");
        Subject.Describe("");
        (Topics, CanAsk) = ("", "");
        Marks.Clear();
        Subject.Happened(ExpertVerbs.Left, actor);
        return Outcome.Done;
    }

    /// <summary>An association picks it as its own specialist, or stops that.</summary>
    public Outcome Mark(long organisationId, bool isSpecialist, Actor actor)
    {
        var there = Marks.Find(m => m.OrganisationId == organisationId);
        if (isSpecialist == there is not null)
        {
            return Outcome.Done;
        }

        if (there is not null)
        {
            Marks.Remove(there);
        }
        else
        {
            Marks.Add(new ExpertMark { OrganisationId = organisationId });
        }

        Subject.Happened(isSpecialist ? ExpertVerbs.Marked : ExpertVerbs.Unmarked, actor);
        return Outcome.Done;
    }

    private void Write(ExpertWords words, IReadOnlyCollection<long> villageIds, Actor actor)
    {
        Topics = words.Topics;
        CanAsk = words.CanAsk;
        Road = words.Road;
        UpdatedOn = actor.Today;
        Subject.Describe(words.Topics + "\n" + words.CanAsk);
        Subject.Villages.RemoveAll(v => !villageIds.Contains(v.VillageId));
        Subject.Villages.AddRange(
            villageIds
                .Where(id => Subject.Villages.TrueForAll(v => v.VillageId != id))
                .Select(id => new SubjectVillage { VillageId = id })
                .ToArray()
        );
    }
}

/// <summary>'Specialist van Dorpsbelangen Hijken': chosen by the association itself.</summary>
public class ExpertMark : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long ExpertId { get; set; }
    public long OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
}

public enum QuestionState
{
    /// <summary>Typed with a mail address that is not shown to be the asker's yet.</summary>
    Unconfirmed,
    Waiting,
    Answered,
    Withdrawn,
}

/// <summary>A question to somebody who knows; only the two of them read it, and neither sees the other's address.</summary>
public class ExpertQuestion : ITenantEntity
{
    public const int LongestText = 2000;
    public const int LongestAnswer = 4000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long ExpertId { get; private set; }
    public Expert? Expert { get; private set; }
    public long PersonId { get; private set; }
    public Accounts.Person? Person { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }

    /// <summary>As the asker wrote it for this question.</summary>
    public string Name { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Answer { get; private set; } = "";
    public QuestionState State { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? AnsweredAt { get; private set; }
    public uint Version { get; private set; }

    public static ExpertQuestion To(
        Expert expert,
        string name,
        string text,
        long personId,
        Contribution contribution,
        Actor actor
    ) =>
        new()
        {
            ExpertId = expert.Id,
            PersonId = personId,
            Contribution = contribution,
            Name = name,
            Text = text,
            State = QuestionState.Unconfirmed,
            AskedAt = actor.At,
        };

    /// <summary>It is meant: the expert hears of it.</summary>
    public Outcome Confirm(BrinkDb db, Subject about, Actor actor)
    {
        if (State != QuestionState.Unconfirmed)
        {
            return Outcome.Refuse("", "Deze vraag is al verstuurd.");
        }

        if (about.Visibility != Visibility.Public)
        {
            return Outcome.Refuse("", "Deze persoon staat niet meer op de lijst. Kijk of een ander het weet.");
        }

        State = QuestionState.Waiting;
        Tell(db, about, ExpertVerbs.Asked, actor);
        return Outcome.Done;
    }

    public Outcome Withdraw(BrinkDb db, Subject about, Actor actor)
    {
        if (State != QuestionState.Unconfirmed)
        {
            return Outcome.Refuse("", "Deze vraag is al verstuurd.");
        }

        State = QuestionState.Withdrawn;
        (Name, Text) = ("", "");
        Tell(db, about, ExpertVerbs.QuestionWithdrawn, actor);
        return Outcome.Done;
    }

    public Outcome Reply(BrinkDb db, Subject about, string answer, Actor actor)
    {
        if (State != QuestionState.Waiting)
        {
            return Outcome.Refuse("", "Op deze vraag is al geantwoord.");
        }

        if (string.IsNullOrWhiteSpace(answer))
        {
            return Outcome.Refuse("Answer", "Schrijf een antwoord, of wie het wel kan weten.");
        }

        State = QuestionState.Answered;
        (Answer, AnsweredAt) = (answer.Trim(), actor.At);
        Tell(db, about, ExpertVerbs.Answered, actor);
        return Outcome.Done;
    }

    /// <summary>The words go; that a question was asked stays true.</summary>
    public void Clear() => (Name, Text, Answer) = ("", "", "");

    /// <summary>Beside the subject: a question changes nothing that others see.</summary>
    public void Tell(BrinkDb db, Subject about, string verb, Actor actor) =>
        db.Journal.Add(JournalEntry.Of(about, new Happening(verb, actor, [("question", Id)])));
}

/// <param name="Name">The name it goes by on the list.</param>
public sealed record ExpertWords(string Name, string Topics, string CanAsk, PreferredRoad Road);

/// <summary>What happens on the list of who knows.</summary>
public static class ExpertVerbs
{
    public const string Joined = "expert.joined";
    public const string Changed = "expert.changed";
    public const string Left = "expert.left";
    public const string Marked = "expert.marked";
    public const string Unmarked = "expert.unmarked";

    /// <summary>Somebody without a session asks; the mail that confirms it must go out.</summary>
    public const string QuestionHandedIn = "expert.question-handed-in";
    public const string QuestionWithdrawn = "expert.question-withdrawn";
    public const string Asked = "expert.asked";
    public const string Answered = "expert.answered";
}
