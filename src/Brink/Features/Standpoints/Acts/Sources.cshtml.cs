using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints.Acts;

/// <summary>A signal or shared concern, to name as a source.</summary>
public sealed record SourceView(long Id, SubjectKind Kind, string Title, string Slug);

/// <summary>What the standpoint is made from: chosen by searching, or by its address.</summary>
public class SourcesModel() : StandpointActPage(StandpointAct.Edit)
{
    private const int MostFound = 10;

    public static readonly SubjectKind[] Kinds = [SubjectKind.Signal, SubjectKind.SharedConcern];

    [BindProperty(SupportsGet = true)]
    public string? Words { get; set; }

    /// <summary>As pasted: with or without the name of the site.</summary>
    [BindProperty]
    public string? Pasted { get; set; }

    [BindProperty]
    public long? SubjectId { get; set; }

    public IReadOnlyList<SourceView> Cited { get; private set; } = [];
    public IReadOnlyList<SourceView> Found { get; private set; } = [];
    public bool IsDraft => Standpoint.State == StandpointState.Draft;

    public Task<IActionResult> OnPostAddAsync() =>
        DoAsync(
            async () =>
                await ChosenAsync() is { } chosen
                    ? (await LoadAsync()).Cite(chosen, ActsForUmbrella())
                    : Outcome.Refuse(
                        nameof(Pasted),
                        "Dit is geen adres van een signaal dat iedereen kan lezen. Open het signaal en kopieer het adres bovenin."
                    ),
            () => StandpointLinks.Sources(Standpoint.Id),
            ReadAgainAsync
        );

    public Task<IActionResult> OnPostRemoveAsync() =>
        DoAsync(
            async () => (await LoadAsync()).Uncite(SubjectId ?? 0, ActsForUmbrella()),
            () => StandpointLinks.Sources(Standpoint.Id),
            ReadAgainAsync
        );

    protected override async Task ReadAsync(long id)
    {
        await base.ReadAsync(id);
        Cited = await SourcesOfAsync(Db, id, Aborted);
        var words = TextRules.First(TextRules.Clean(Words), 200);
        if (IsDraft && words.Length > 0)
        {
            var hits = await SearchQueries.HitsAsync(Db, words, Kinds, MostFound, Aborted);
            var ids = hits.Select(hit => hit.Id).ToArray();
            var found = await Named(Citable(Db).Where(s => ids.Contains(s.Id))).ToArrayAsync(Aborted);
            Found = [.. found.OrderBy(source => Array.IndexOf(ids, source.Id))];
        }
    }

    /// <summary>What a standpoint is made from, as far as everybody may see it.</summary>
    public static async Task<IReadOnlyList<SourceView>> SourcesOfAsync(
        Platform.Database.BrinkDb db,
        long standpointId,
        CancellationToken cancellation
    ) =>
        await Named(
                Citable(db)
                    .Where(s =>
                        db.StandpointSources.Any(source =>
                            source.StandpointId == standpointId && source.SubjectId == s.Id
                        )
                    )
                    .OrderBy(s => s.Id)
            )
            .ToArrayAsync(cancellation);

    private async Task<long?> ChosenAsync()
    {
        var id = SubjectId ?? NumberIn(Pasted);
        return id is null
            ? null
            : await Citable(Db).Where(s => s.Id == id).Select(s => (long?)s.Id).FirstOrDefaultAsync(Aborted);
    }

    private static IQueryable<Subject> Citable(Platform.Database.BrinkDb db) =>
        db.Subjects.AsNoTracking().Where(s => s.Visibility == Visibility.Public && Kinds.Contains(s.Kind));

    private static IQueryable<SourceView> Named(IQueryable<Subject> subjects) =>
        subjects.Select(s => new SourceView(s.Id, s.Kind, s.Title, s.Slug));

    /// <summary>128 of 'https://…/signalen/128-gladde-stoep'.</summary>
    private static long? NumberIn(string? address)
    {
        var parts = TextRules.Line(address).Split('?', '#')[0].Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is [.., "signalen" or "wat-speelt-er", var last] ? NumberedSlug.Read(last)?.Id : null;
    }
}
