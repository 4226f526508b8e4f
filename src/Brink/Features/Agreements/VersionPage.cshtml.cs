using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements;

/// <summary>One text: to read, to hold against the one before, and to print with room to sign.</summary>
[AllowAnonymous]
[PublicPage]
public class VersionPageModel : BrinkPage
{
    public Agreement Agreement { get; private set; } = null!;
    public AgreementVersion Shown { get; private set; } = null!;

    /// <summary>The last text that held before this one; null for the first.</summary>
    public AgreementVersion? Before { get; private set; }

    /// <summary>What parties said of a text that does not hold is between the parties.</summary>
    public bool ShowsAnswers { get; private set; }

    public async Task<IActionResult> OnGetAsync(long id, int number, CancellationToken cancellation)
    {
        if (
            await Db.AgreementStandingAsync(id, cancellation) is not { } standing
            || !Viewer.May(AgreementAct.See, standing)
        )
        {
            return NotFound();
        }

        Agreement = await Db
            .Agreements.AsNoTrackingWithIdentityResolution()
            .Whole()
            .SingleAsync(a => a.Id == id, cancellation);
        var sees = Viewer.May(AgreementAct.SeeOpen, standing);
        if (Agreement.Versions.Find(v => v.Number == number) is not { } version || (version.InForceOn is null && !sees))
        {
            return NotFound();
        }

        (Shown, ShowsAnswers) = (version, sees || version.InForceOn is not null);
        Before = Agreement
            .Versions.Where(v => v.Number < number && (v.InForceOn is not null || sees))
            .MaxBy(v => v.Number);
        return Page();
    }

    public IReadOnlyList<DifferencePart> Difference => WordDifference.Of(Before!.Text, Shown.Text);
}
