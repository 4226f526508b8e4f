using Brink.Features.Initiatives.Acts;
using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>The initiators answer a concern (I5).</summary>
public sealed class AnswerConcernModel() : InitiativeActPage(InitiativeAct.Reply)
{
    [FromRoute(Name = "concern")]
    public long ConcernId { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Which words of the concern the answer is to.</summary>
    [BindProperty]
    public string? Read { get; set; }

    public ConcernView? Concern { get; private set; }

    public override async Task OnGetAsync()
    {
        await ReadAsync();
        if (Concern is null)
        {
            Response.StatusCode = StatusCodes.Status404NotFound;
        }
    }

    public async Task<IActionResult> OnPostAsync() =>
        Viewer.May(SupportAct.AnswerConcern, Standing)
            ? await DoAsync(
                async () =>
                {
                    var fits = Outcome.Of(Typed.Fits(nameof(Text), Text, 1500, 4000));
                    var concern = await Db.Concerns.FirstOrDefaultAsync(
                        c => c.Id == ConcernId && c.InitiativeId == Head.Id,
                        Aborted
                    );
                    if (!fits.Succeeded || concern is null)
                    {
                        return fits.Succeeded ? Outcome.Refuse("", "Deze zorg is intussen ingetrokken.") : fits;
                    }

                    var actor = ActsAsInitiator();
                    var provenance = ByInitiator(actor);
                    (provenance.MunicipalityId, provenance.SubjectId) = (Db.TenantId, Head.Id);
                    var answered = concern.AnswerWith(Text ?? "", Read, provenance, actor);
                    Db.Journal.Add(JournalEntry.Beside(Head.Id, ConcernVerbs.Answered, actor, ("concern", ConcernId)));
                    return answered;
                },
                () => SupportLinks.AllConcerns(Head.Id) + "#zorg-" + RouteData.Values["concern"],
                ReadAsync
            )
            : Forbid();

    protected override async Task ReadAsync()
    {
        Concern = await Db.ConcernAsync(Head.Id, ConcernId, Aborted);
        Read = Concern is null ? null : Support.Concern.VersionOf(Concern.Text);
        // The words may have changed since the form was shown: what it holds now is what is read now.
        ModelState.Remove(nameof(Read));
    }
}
