using System.Globalization;
using Brink.Features.Places.TailorMade;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>One dossier in a list.</summary>
public sealed record DossierRow(
    long Id,
    string Title,
    string Slug,
    DossierState State,
    Stage Stage,
    InvolvementLevel Level,
    string Open,
    bool AllVillages,
    IReadOnlyList<string> Villages,
    DateOnly? EndedOn,
    IReadOnlyList<StageDate> Planned
);

/// <summary>What somebody wants to see of the list, as it stands in the address.</summary>
public sealed record DossierFilter
{
    /// <summary>Where the words stand in the query.</summary>
    public const string WordsName = "zoek";
    private const int MostWords = 200;

    public static readonly DossierFilter None = new();

    public string Words { get; init; } = "";
    public long? VillageId { get; init; }
    public long? ThemeId { get; init; }
    public Stage? Stage { get; init; }

    /// <summary>True for what is over, false for what goes on.</summary>
    public bool? IsOver { get; init; }

    public bool IsEmpty => this == None;

    public static DossierFilter Read(IQueryCollection query) =>
        new()
        {
            Words = TextRules.Clean(TextRules.First(query[WordsName].ToString(), MostWords)),
            VillageId = Number(query["dorp"]),
            ThemeId = Number(query["thema"]),
            Stage = DossierCodes.StageOf(query["stap"]),
            IsOver = query["stand"].ToString() switch
            {
                "loopt" => false,
                "afgerond" => true,
                _ => null,
            },
        };

    public string Href(int page = 1)
    {
        var query = Fields().ToDictionary(f => f.Key, f => (string?)f.Value, StringComparer.Ordinal);
        if (page > 1)
        {
            query["pagina"] = page.ToString(CultureInfo.InvariantCulture);
        }

        return QueryHelpers.AddQueryString(DossierLinks.List, query);
    }

    public IEnumerable<KeyValuePair<string, string>> Fields()
    {
        if (Words.Length > 0)
        {
            yield return new(WordsName, Words);
        }

        if (VillageId is { } village)
        {
            yield return new("dorp", village.ToString(CultureInfo.InvariantCulture));
        }

        if (ThemeId is { } theme)
        {
            yield return new("thema", theme.ToString(CultureInfo.InvariantCulture));
        }

        if (Stage is { } stage)
        {
            yield return new("stap", DossierCodes.Of(stage));
        }

        if (IsOver is { } over)
        {
            yield return new("stand", over ? "afgerond" : "loopt");
        }
    }

    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>What stages and states are called in addresses and in the open interface. Programs count on these: they stay.</summary>
public static class DossierCodes
{
    public static readonly IReadOnlyDictionary<string, Stage> Stages = Enum.GetValues<Stage>()
        .ToDictionary(Of, stage => stage, StringComparer.Ordinal);

    public static string Of(Stage stage) =>
        stage switch
        {
            Stage.Intention => "voornemen",
            Stage.Exploration => "verkenning",
            Stage.Draft => "ontwerp",
            Stage.Executive => "college",
            Stage.Committee => "commissie",
            Stage.Council => "raad",
            _ => "uitvoering",
        };

    public static Stage? StageOf(string? code) =>
        code is not null && Stages.TryGetValue(code, out var stage) ? stage : null;

    /// <summary>Only of what is public.</summary>
    public static string Of(DossierState state) =>
        state switch
        {
            DossierState.Decided => "besloten",
            DossierState.Stopped => "gestopt",
            _ => "loopt",
        };

    public static string Of(InvolvementLevel level) =>
        level switch
        {
            InvolvementLevel.Consult => "raadplegen",
            InvolvementLevel.Advise => "adviseren",
            InvolvementLevel.CoCreate => "coproduceren",
            InvolvementLevel.DecideTogether => "meebeslissen",
            _ => "informeren",
        };
}

public static class DossierQueries
{
    /// <summary>Kinds among which the list's own search looks.</summary>
    public static readonly SubjectKind[] Searched = [SubjectKind.Dossier];

    /// <summary>Nothing of what is in confidence or was withdrawn.</summary>
    public static IQueryable<Dossier> Public(this IQueryable<Dossier> dossiers) =>
        dossiers.Where(d => d.Subject.Visibility == Visibility.Public);

    /// <param name="found">Numbers that a search found; null when nothing was searched for.</param>
    public static IQueryable<Dossier> Chosen(
        this IQueryable<Dossier> dossiers,
        DossierFilter filter,
        IReadOnlyCollection<long>? found
    )
    {
        if (found is not null)
        {
            dossiers = dossiers.Where(d => found.Contains(d.Id));
        }

        if (filter.VillageId is { } village)
        {
            dossiers = dossiers.Where(d => d.Subject.Villages.Any(v => v.VillageId == village));
        }

        if (filter.ThemeId is { } theme)
        {
            dossiers = dossiers.Where(d => d.Subject.Themes.Any(t => t.ThemeId == theme));
        }

        if (filter.Stage is { } stage)
        {
            dossiers = dossiers.Where(d => d.Stage == stage);
        }

        return filter.IsOver switch
        {
            true => dossiers.Where(d => d.State != DossierState.Open),
            false => dossiers.Where(d => d.State == DossierState.Open),
            _ => dossiers,
        };
    }

    /// <summary>What goes on first, and of those what changed last.</summary>
    public static IQueryable<Dossier> NewestFirst(this IQueryable<Dossier> dossiers) =>
        dossiers
            .OrderBy(d => d.State != DossierState.Open)
            .ThenByDescending(d => d.Subject.ChangedAt)
            .ThenByDescending(d => d.Id);

    public static IQueryable<DossierRow> Rows(this IQueryable<Dossier> dossiers, BrinkDb db) =>
        dossiers
            .AsNoTracking()
            .Select(d => new DossierRow(
                d.Id,
                d.Subject.Title,
                d.Subject.Slug,
                d.State,
                d.Stage,
                d.Level,
                d.Open,
                d.AllVillages,
                db.Subjects.Where(s => !d.AllVillages && d.Subject.Villages.Any(v => v.VillageId == s.Id))
                    .OrderBy(s => s.Title)
                    .Select(s => s.Title)
                    .ToArray(),
                d.EndedOn,
                d.Stages.Where(s => s.ReachedOn == null && s.PlannedOn != null)
                    .Select(s => new StageDate(s.Stage, s.PlannedOn))
                    .ToArray()
            ))
            .AsSplitQuery();

    public static ListRow ListRow(this Texts T, DossierRow row)
    {
        var next = row.Planned.Where(date => date.Stage > row.Stage).OrderBy(date => date.Stage).FirstOrDefault();
        return new ListRow(
            row.Title,
            DossierLinks.Show(row.Id, row.Slug),
            row.AllVillages ? T["Alle dorpen"] : string.Join(", ", row.Villages),
            T.StatusOf(row.State, row.Stage),
            row.State switch
            {
                DossierState.Decided => T["besloten op {0}", Formats.Date(row.EndedOn!.Value)],
                DossierState.Stopped => T["gestopt op {0}", Formats.Date(row.EndedOn!.Value)],
                _ when next is { On: { } on } => T["{0}: gepland op {1}", T.NameOf(next.Stage), Formats.Date(on)],
                _ => null,
            },
            row.State != DossierState.Open ? null
                : row.Open.Length > 0 ? T["Nog open: {0}", Markdown.Excerpt(row.Open, 140)]
                : T.Meaning(row.Level)
        );
    }
}
