using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.Support;

/// <summary>Every concern about one initiative with its answer, newest first.</summary>
[AllowAnonymous]
[PublicPage]
public sealed class AllConcernsModel : SupportPage
{
    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int Number { get; set; } = 1;

    public SupportFigures Figures { get; private set; } = null!;
    public IReadOnlyList<ConcernView> Concerns { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public bool MayAnswer => Viewer.May(SupportAct.AnswerConcern, Standing);
    public bool MayVoice => Viewer.May(SupportAct.Voice, Standing);

    public async Task OnGetAsync()
    {
        Figures = await Db.FiguresAsync(Head.Id, Aborted);
        var pages = Math.Max(1, (Figures.Concerns + SupportQueries.PageSize - 1) / SupportQueries.PageSize);
        var page = Math.Clamp(Number, 1, pages);
        Concerns = await Db.ConcernsAsync(
            Head.Id,
            (page - 1) * SupportQueries.PageSize,
            SupportQueries.PageSize,
            Aborted
        );
        Pagination = new Pagination(page, pages, to => SupportLinks.AllConcerns(Head.Id, to));
    }
}

/// <summary>One concern with its answer, wherever it is shown.</summary>
/// <param name="Me">The viewer; null for a visitor.</param>
public sealed record ConcernPart(ConcernView Concern, long InitiativeId, DateOnly Today, bool MayAnswer, long? Me)
{
    public bool IsMine => Me is not null && Me == Concern.PersonId && !Concern.IsOfAssociation;
}
