using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>The page of one advice: what was asked, each point, and what the municipality says to it (C7).</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    public AdviceCase Advice { get; private set; } = null!;
    public AdviceText Text { get; private set; } = null!;

    /// <summary>Answers that were corrected since, the newest first.</summary>
    public IReadOnlyList<AdviceAnswer> Earlier { get; private set; } = [];
    public IReadOnlyList<PromiseRow> Promises { get; private set; } = [];
    public IReadOnlyList<JournalLine> Happened { get; private set; } = [];
    public IReadOnlyList<FilterLink> Doable { get; private set; } = [];
    public LinkList Links { get; private set; } = null!;
    public ContactCard Contact { get; private set; } = null!;

    /// <summary>The plan or the standpoint it came from, where the viewer may know of it.</summary>
    public IReadOnlyList<Crumb> Sources { get; private set; } = [];

    /// <summary>The viewer reads what both parties said to each other.</summary>
    public bool SeesWords { get; private set; }

    /// <summary>The viewer reads what the adviser has written so far.</summary>
    public bool SeesDraft { get; private set; }
    public bool IsGiven => Advice.State is AdviceState.Given or AdviceState.Answered or AdviceState.TakenBack;
    public bool IsPublic => Advice.Subject.Visibility == Visibility.Public;

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.AdviceStandingAsync(id, cancellation) is not { } standing
        )
        {
            return NotFound();
        }

        if (!Viewer.May(AdviceAct.See, standing))
        {
            return standing is { State: AdviceState.TakenBack, InConfidence: false }
                ? StatusCode(StatusCodes.Status410Gone)
                : NotFound();
        }

        Advice = await Db
            .Advices.AsNoTrackingWithIdentityResolution()
            .Whole()
            .SingleAsync(a => a.Id == id, cancellation);
        if (slug != Advice.Subject.Slug)
        {
            return RedirectPermanent(AdviceLinks.Show(id, Advice.Subject.Slug));
        }

        if (!IsPublic)
        {
            Response.Headers.CacheControl = "no-store";
        }

        SeesWords = Viewer.May(AdviceAct.SeeWords, standing);
        SeesDraft = !IsGiven && Viewer.May(AdviceAct.Advise, standing);
        Text = AdviceText.Of(Advice, Advice.LastAnswer);
        Earlier =
        [
            .. Advice
                .Answers.Where(a => a.PublishedAt is not null && a != Advice.LastAnswer)
                .OrderByDescending(a => a.Number),
        ];
        var municipality = T["gemeente {0}", Tenant.Name];
        Promises =
        [
            .. Advice.Subject.Promises.Select(p => new PromiseRow(
                p.Kind,
                p.What,
                municipality,
                p.Due,
                p.State,
                p.EndedAt,
                p.Ending
            )),
        ];
        var happened = await Db.TimelineAsync(T, id, 1, cancellation);
        Happened = [.. happened.Take(TimelineQueries.PageSize)];
        Links = IsPublic
            ? await LinkList.OfAsync(Db, Viewer, id, cancellation)
            : new LinkList(id, MayLink: false, Rows: []);
        Sources = await SourcesAsync(cancellation);
        Doable = ActsOf(standing);
        var adviser = Advice.Adviser!;
        Contact = new ContactCard(
            adviser.Name,
            T["geeft dit advies"],
            adviser.Telephone.Length > 0 ? adviser.Telephone : null,
            adviser.Mail.Length > 0 ? adviser.Mail : null,
            Places.PlacesLinks.Organisation(adviser.Id, adviser.Name)
        );
        return Page();
    }

    /// <summary>What it is about; a plan in confidence is named only to who reads this advice in confidence.</summary>
    private async Task<IReadOnlyList<Crumb>> SourcesAsync(CancellationToken cancellation)
    {
        long[] about = [.. new[] { Advice.DossierId, Advice.StandpointId }.OfType<long>()];
        if (about.Length == 0)
        {
            return [];
        }

        var (dossier, inConfidence) = (Advice.DossierId, Advice.InConfidence);
        var found = await Db
            .Subjects.AsNoTracking()
            .Where(s => about.Contains(s.Id))
            .Where(s => s.Visibility == Visibility.Public || (inConfidence && s.Id == dossier))
            .OrderBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.Kind,
                s.Title,
                s.Slug,
            })
            .ToArrayAsync(cancellation);
        return [.. found.Select(s => new Crumb(s.Title, SubjectLinks.Of(s.Kind, s.Id, s.Slug)))];
    }

    private List<FilterLink> ActsOf(AdviceStanding standing)
    {
        var (id, state) = (Advice.Id, Advice.State);
        var acts = new (AdviceAct Act, bool Now, string Text, string Href)[]
        {
            (AdviceAct.Advise, Advice.CanWrite().Succeeded, T["Het advies schrijven"], AdviceLinks.Write(id)),
            (
                AdviceAct.Advise,
                Advice.CanWrite().Succeeded && Advice.Points.Count > 0,
                T["Het advies geven"],
                AdviceLinks.Give(id)
            ),
            (AdviceAct.Advise, Advice.IsOpen, T["Nee zeggen, of een andere dag vragen"], AdviceLinks.Reply(id)),
            (
                AdviceAct.Advise,
                state is AdviceState.Writing or AdviceState.Given,
                state == AdviceState.Writing ? T["Het concept weggooien"] : T["Het advies terugnemen"],
                AdviceLinks.TakeBack(id)
            ),
            (AdviceAct.Settle, Advice.IsOpen, T["De laatste dag kiezen, of terugnemen"], AdviceLinks.Settle(id)),
            (AdviceAct.Answer, state == AdviceState.Given, T["Antwoord geven op elk punt"], AdviceLinks.Answer(id)),
            (AdviceAct.Answer, state == AdviceState.Answered, T["Het antwoord verbeteren"], AdviceLinks.Answer(id)),
        };
        return
        [
            .. acts.Where(a => a.Now && Viewer.May(a.Act, standing)).Select(a => new FilterLink(a.Text, a.Href, 0)),
            .. Advice.IsOpen && !Advice.InConfidence && Viewer.EntersAdvice() is not null
                ? [new FilterLink(T["Dit advies op papier invoeren"], AdviceLinks.EnterFor(id), 0)]
                : Array.Empty<FilterLink>(),
        ];
    }
}
