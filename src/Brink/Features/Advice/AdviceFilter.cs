using System.Globalization;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Brink.Features.Advice;

/// <summary>How far the municipality is with its answer.</summary>
public enum AnswerStand
{
    Owed,

    /// <summary>Owed, and its day has passed.</summary>
    Overdue,
    Given,
}

/// <summary>What somebody wants to see of the list, as it stands in the address.</summary>
public sealed record AdviceFilter
{
    /// <summary>Where the words stand in the query.</summary>
    public const string WordsName = "zoek";
    private const int MostWords = 200;

    public static readonly AdviceFilter None = new();

    /// <summary>Kinds among which the list's own search looks.</summary>
    public static readonly SubjectKind[] Searched = [SubjectKind.Advice];

    public string Words { get; init; } = "";
    public bool? IsAsked { get; init; }
    public AnswerStand? Stand { get; init; }
    public long? VillageId { get; init; }

    public bool IsEmpty => this == None;

    public static AdviceFilter Read(IQueryCollection query) =>
        new()
        {
            Words = TextRules.Clean(TextRules.First(query[WordsName].ToString(), MostWords)),
            IsAsked = query["soort"].ToString() switch
            {
                "gevraagd" => true,
                "ongevraagd" => false,
                _ => null,
            },
            Stand = Enum.GetValues<AnswerStand>()
                .Cast<AnswerStand?>()
                .FirstOrDefault(stand => CodeOf(stand!.Value) == query["antwoord"].ToString()),
            VillageId = long.TryParse(query["dorp"], NumberStyles.None, CultureInfo.InvariantCulture, out var village)
                ? village
                : null,
        };

    public string Href(int page = 1)
    {
        var query = Fields().ToDictionary(f => f.Key, f => (string?)f.Value, StringComparer.Ordinal);
        if (page > 1)
        {
            query["pagina"] = page.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(AdviceLinks.List, query);
    }

    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        if (Words.Length > 0)
        {
            yield return new(WordsName, Words);
        }

        if (IsAsked is { } asked)
        {
            yield return new("soort", asked ? "gevraagd" : "ongevraagd");
        }

        if (Stand is { } stand)
        {
            yield return new("antwoord", CodeOf(stand));
        }

        if (VillageId is { } village)
        {
            yield return new("dorp", village.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <param name="found">Numbers that a search found; null when nothing was searched for.</param>
    public IQueryable<AdviceCase> Of(
        IQueryable<AdviceCase> advices,
        BrinkDb db,
        IReadOnlyCollection<long>? found,
        DateOnly today
    )
    {
        if (found is not null)
        {
            advices = advices.Where(a => found.Contains(a.Id));
        }

        if (IsAsked is { } asked)
        {
            advices = advices.Where(a => a.IsAsked == asked);
        }

        if (VillageId is { } village)
        {
            advices = advices.Where(a => a.Subject.Villages.Any(v => v.VillageId == village));
        }

        return Stand switch
        {
            AnswerStand.Owed => advices.Where(a => a.State == AdviceState.Given),
            AnswerStand.Given => advices.Where(a => a.State == AdviceState.Answered),
            AnswerStand.Overdue => advices.Where(a =>
                db.Promises.Any(p =>
                    p.SubjectId == a.Id && p.Kind == PromiseKind.Answer && p.State == PromiseState.Open && p.Due < today
                )
            ),
            _ => advices,
        };
    }

    private static string CodeOf(AnswerStand stand) =>
        stand switch
        {
            AnswerStand.Owed => "open",
            AnswerStand.Overdue => "te-laat",
            _ => "gegeven",
        };
}
