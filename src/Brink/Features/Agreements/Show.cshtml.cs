using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements;

/// <summary>The page of one agreement: what holds, who signed, what each party does, and when they look whether it works.</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    public Agreement Agreement { get; private set; } = null!;

    /// <summary>The text that is shown: the one that holds; else the one in the making; else the last that held.</summary>
    public AgreementVersion Shown { get; private set; } = null!;

    /// <summary>A later text that goes round or is being written, for the parties.</summary>
    public AgreementVersion? Next { get; private set; }

    /// <summary>Other texts that the viewer may read, the newest first.</summary>
    public IReadOnlyList<AgreementVersion> Others { get; private set; } = [];
    public IReadOnlyList<(PromiseItem Item, PromiseLine Line)> Promises { get; private set; } = [];
    public IReadOnlyList<JournalLine> Happened { get; private set; } = [];
    public IReadOnlyList<Crumb> Doable { get; private set; } = [];

    /// <summary>The viewer reads along as one of the parties.</summary>
    public bool IsAtTheTable { get; private set; }

    public AgreementRow Row { get; private set; } = null!;

    public ContactCard Keeper =>
        new(
            Agreement.Keeper!.Name,
            T["Stelt de afspraken op en bewaart ze"],
            Agreement.Keeper.Telephone.Length > 0 ? Agreement.Keeper.Telephone : null,
            Agreement.Keeper.Mail.Length > 0 ? Agreement.Keeper.Mail : null,
            PlacesLinks.Organisation(Agreement.KeeperId, Agreement.Keeper.Name)
        );

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.AgreementStandingAsync(id, cancellation) is not { } standing
            || !Viewer.May(AgreementAct.See, standing)
        )
        {
            return NotFound();
        }

        Agreement = await Db
            .Agreements.AsNoTrackingWithIdentityResolution()
            .Whole()
            .SingleAsync(a => a.Id == id, cancellation);
        if (slug != Agreement.Subject.Slug)
        {
            return RedirectPermanent(AgreementLinks.Show(id, Agreement.Subject.Slug));
        }

        IsAtTheTable = Viewer.May(AgreementAct.SeeOpen, standing);
        await ReadAsync(id, cancellation);
        Doable = ActsOf(standing);
        return Page();
    }

    private async Task ReadAsync(long id, CancellationToken cancellation)
    {
        var readable = Agreement.Versions.Where(v => IsAtTheTable || v.InForceOn is not null).ToArray();
        Shown =
            Agreement.InForce ?? Agreement.Open ?? readable.Where(v => v.InForceOn is not null).MaxBy(v => v.Number)!;
        Next = IsAtTheTable && Agreement.Open != Shown ? Agreement.Open : null;
        Others = [.. readable.Where(v => v != Shown && v != Next).OrderByDescending(v => v.Number)];
        Row = await Db.Agreements.Where(a => a.Id == id).Rows().SingleAsync(cancellation);
        var promises = await Db
            .Promises.Where(p => p.SubjectId == id)
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Rows(Db)
            .ToArrayAsync(cancellation);
        Promises = [.. promises.Select(p => (p, p.Line(T, Today)))];
        Happened = [.. (await Db.TimelineAsync(T, id, 1, cancellation)).Take(TimelineQueries.PageSize)];
    }

    private List<Crumb> ActsOf(AgreementStanding standing)
    {
        var id = Agreement.Id;
        var open = Agreement.Open;
        var (draft, signing) = (open is { State: VersionState.Draft }, open is { State: VersionState.Signing });
        var holds = Agreement.InForce is not null;
        var mySignature = signing && open!.Parties.Exists(p => Viewer.SignsFor(p.OrganisationId));
        var silent = signing && open!.Parties.Exists(p => open.Current(p.OrganisationId) is null);
        var acts = new (AgreementAct Act, bool Now, string Text, string Href)[]
        {
            (AgreementAct.Sign, mySignature, T["Tekenen namens uw organisatie"], AgreementLinks.Sign(id)),
            (AgreementAct.Keep, draft, T["Nakijken en rondsturen"], AgreementLinks.SendRound(id)),
            (AgreementAct.Keep, draft, T["De tekst van de afspraken"], AgreementLinks.Write(id)),
            (AgreementAct.Keep, draft, T["Met wie maakt u deze afspraken?"], AgreementLinks.Parties(id)),
            (AgreementAct.Keep, draft, T["Wat doet elke partij?"], AgreementLinks.Pledges(id)),
            (AgreementAct.Enter, silent, T["Een handtekening op papier invoeren"], AgreementLinks.Enter(id)),
            (AgreementAct.Keep, signing, T["Neem de tekst terug"], AgreementLinks.TakeBack(id)),
            (
                AgreementAct.Keep,
                holds || draft,
                T["Wanneer kijkt u samen of het werkt?"],
                AgreementLinks.Evaluations(id)
            ),
            (AgreementAct.Keep, holds && open is null, T["Maak een nieuwe tekst"], AgreementLinks.Renew(id)),
            (AgreementAct.Keep, holds, T["Laat de afspraken stoppen"], AgreementLinks.End(id)),
        };
        return [.. acts.Where(a => a.Now && Viewer.May(a.Act, standing)).Select(a => new Crumb(a.Text, a.Href))];
    }
}
