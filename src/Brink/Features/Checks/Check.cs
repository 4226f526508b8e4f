using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Checks;

/// <summary>Whose experience it is.</summary>
public enum CheckSide
{
    Villages,
    Municipality,
}

/// <summary>The five statements, the same for both sides.</summary>
public enum Statement
{
    Open,
    Equal,
    InTime,
    Answered,
    WorthTheEffort,
}

/// <summary>
/// Twice a year both sides say how working together goes (G4): one answer for each association and one for each liaison.
/// Only how often each score was given is kept, never who gave it; the results of a side show when enough took part and
/// the term is over.
/// </summary>
public class Check : ITenantEntity
{
    public const int HighestScore = 5;

    /// <summary>Of a side; with fewer, a result could tell what one person thinks.</summary>
    public const int FewestShown = 3;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public int Year { get; private set; }

    /// <summary>1 for spring, 2 for autumn.</summary>
    public int Half { get; private set; }
    public DateOnly Opens { get; private set; }

    /// <summary>The last day on which it can be answered.</summary>
    public DateOnly Closes { get; private set; }

    /// <summary>Those who could take part heard that the results are there.</summary>
    public bool IsResultTold { get; private set; }
    public List<CheckTally> Tallies { get; } = [];
    public List<CheckTurnout> Turnout { get; } = [];
    public uint Version { get; private set; }

    /// <summary>The term in which a day falls: the whole of May, or of November; null in other months.</summary>
    public static (int Year, int Half, DateOnly Opens, DateOnly Closes)? TermOf(DateOnly day) =>
        day.Month is 5 or 11
            ? (
                day.Year,
                day.Month == 5 ? 1 : 2,
                new DateOnly(day.Year, day.Month, 1),
                new DateOnly(day.Year, day.Month, DateTime.DaysInMonth(day.Year, day.Month))
            )
            : null;

    /// <param name="title">In the language of the municipality: 'Samen terugkijken, najaar 2026'.</param>
    public static Check Begin(string title, (int Year, int Half, DateOnly Opens, DateOnly Closes) term, Actor actor)
    {
        var check = new Check
        {
            Subject = Subject.Create(SubjectKind.Check, title, Visibility.Public, actor.At),
            Year = term.Year,
            Half = term.Half,
            Opens = term.Opens,
            Closes = term.Closes,
        };
        check.Tallies.AddRange(
            from side in Enum.GetValues<CheckSide>()
            from statement in Enum.GetValues<Statement>()
            select new CheckTally { Side = side, Statement = statement }
        );
        check.Subject.Happened(CheckVerbs.Opened, actor);
        return check;
    }

    /// <summary>One answer of an association or a liaison; it can't be changed, for nobody knows any more which it was.</summary>
    /// <param name="voice">Whose answer it is, with at least its own turnout loaded.</param>
    public Outcome Answer(CheckVoice voice, IReadOnlyDictionary<Statement, int> scores, DateOnly today)
    {
        if (today > Closes || today < Opens)
        {
            return Outcome.Refuse("", "U kunt dit nu niet invullen. De tijd is voorbij.");
        }

        if (Turnout.Exists(voice.Is))
        {
            return Outcome.Refuse(
                "",
                voice.Side == CheckSide.Villages
                    ? Platform.Localisation.Texts.Mark("Uw vereniging heeft dit al ingevuld.")
                    : Platform.Localisation.Texts.Mark("U hebt dit al ingevuld.")
            );
        }

        var missing = Enum.GetValues<Statement>()
            .Where(s => !scores.TryGetValue(s, out var score) || score is < 1 or > HighestScore)
            .Select(s => new Refusal(s.ToString(), "Kies hoe het gaat."))
            .ToArray();
        if (missing.Length > 0)
        {
            return Outcome.Of(missing);
        }

        Turnout.Add(new CheckTurnout { OrganisationId = voice.OrganisationId, PersonId = voice.PersonId });
        foreach (var tally in Tallies.Where(t => t.Side == voice.Side))
        {
            tally.Add(scores[tally.Statement]);
        }

        return Outcome.Done;
    }

    public void TellResult(Actor actor)
    {
        IsResultTold = true;
        Subject.Happened(CheckVerbs.Closed, actor);
    }
}

/// <summary>Whose answer it is: an association, or a liaison as a person.</summary>
public sealed record CheckVoice(long? OrganisationId, long? PersonId)
{
    public CheckSide Side => OrganisationId is null ? CheckSide.Municipality : CheckSide.Villages;

    public bool Is(CheckTurnout turnout) =>
        OrganisationId is null ? turnout.PersonId == PersonId : turnout.OrganisationId == OrganisationId;
}

/// <summary>Who took part, so that nobody does so twice. What they said can't be found from it.</summary>
[NotJournaled("that somebody took part is a line of its own, beside it")]
public class CheckTurnout : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long CheckId { get; set; }
    public long? OrganisationId { get; set; }
    public long? PersonId { get; set; }
}

/// <summary>How often each score was given for one statement by one side.</summary>
[NotJournaled("who gave which score is not kept anywhere")]
public class CheckTally : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long CheckId { get; set; }
    public CheckSide Side { get; set; }
    public Statement Statement { get; set; }

    /// <summary>How often 1 was given, then 2, up to the highest.</summary>
    public int[] Counts { get; private set; } = new int[Check.HighestScore];

    /// <summary>Two answers at once meet here, and the second is counted anew.</summary>
    public uint Version { get; private set; }

    public int Answers => Counts.Sum();

    /// <summary>Null when too few took part to show it.</summary>
    public decimal? Mean =>
        Answers < Check.FewestShown
            ? null
            : Math.Round(Counts.Select((count, index) => count * (decimal)(index + 1)).Sum() / Answers, 1);

    public void Add(int score)
    {
        // Another array, or the change would not be seen.
        var next = (int[])Counts.Clone();
        next[score - 1]++;
        Counts = next;
    }
}

public static class CheckVerbs
{
    public const string Opened = "check.opened";
    public const string Answered = "check.answered";
    public const string Closed = "check.closed";
}
