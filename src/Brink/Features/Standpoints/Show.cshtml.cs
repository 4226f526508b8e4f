using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Standpoints.Acts;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Cache;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Standpoints;

/// <summary>The page of one standpoint: the text, what each association says, and what the municipality answered.</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : BrinkPage
{
    public Standpoint Standpoint { get; private set; } = null!;

    /// <summary>The text that is shown: the one that goes round or went, else the last.</summary>
    public StandpointVersion Version { get; private set; } = null!;

    /// <summary>What the associations say now, or said when it was sent.</summary>
    public IReadOnlyList<Reaction> Reactions { get; private set; } = [];
    public IReadOnlyList<SigningRound> Earlier { get; private set; } = [];
    public IReadOnlyList<SourceView> Sources { get; private set; } = [];
    public IReadOnlyList<PromiseRow> Promises { get; private set; } = [];
    public IReadOnlyList<JournalLine> Happened { get; private set; } = [];
    public IReadOnlyList<FilterLink> Doable { get; private set; } = [];

    /// <summary>Of the paper from which reactions were typed over; only those that the viewer may see.</summary>
    public IReadOnlyList<Crumb> Scans { get; private set; } = [];

    /// <summary>What it belongs to and what belongs to it.</summary>
    public LinkList Links { get; private set; } = null!;

    /// <summary>In whose name the municipality answered.</summary>
    public string AnsweredBy { get; private set; } = "";

    /// <summary>The viewer sees what members see, and not only what everyone does.</summary>
    public bool IsAmongst { get; private set; }
    public SigningRound? Round => Standpoint.OpenRound;
    public Tally Tally => Tally.Of(Reactions.Select(reaction => reaction.Stance));

    public ContactCard Umbrella =>
        new(
            Standpoint.Umbrella!.Name,
            T["Koepel van verenigingen"],
            Standpoint.Umbrella.Telephone.Length > 0 ? Standpoint.Umbrella.Telephone : null,
            Standpoint.Umbrella.Mail.Length > 0 ? Standpoint.Umbrella.Mail : null
        );

    public async Task<IActionResult> OnGetAsync(string address, CancellationToken cancellation)
    {
        if (
            NumberedSlug.Read(address) is not (var id, var slug)
            || await Db.StandingAsync(id, Today, cancellation) is not { } standing
            || !Viewer.May(StandpointAct.See, standing)
        )
        {
            return NotFound();
        }

        Standpoint = await Db
            .Standpoints.AsNoTrackingWithIdentityResolution()
            .Whole()
            .Include(s => s.AnswerContribution!.ByPerson)
            .SingleAsync(s => s.Id == id, cancellation);
        if (slug != Standpoint.Subject.Slug)
        {
            return RedirectPermanent(StandpointLinks.Show(id, Standpoint.Subject.Slug));
        }

        IsAmongst =
            Viewer.SpeaksFor(standing.UmbrellaId) || standing.Members.Concat(standing.Invited).Any(Viewer.SpeaksFor);
        await ReadAsync(cancellation);
        Links = await LinkList.OfAsync(Db, Viewer, id, cancellation);
        Doable = ActsOf(standing);
        Scans =
        [
            .. Standpoint
                .Rounds.SelectMany(round => round.Signatures, (round, said) => (round, said))
                .Where(x => x.said.ScanHash.Length > 0 && Viewer.MaySeeScan(standing, x.said.AssociationId))
                .OrderBy(x => x.said.At)
                .Select(x => new Crumb(
                    T[
                        "Scan van {0}, ingevoerd op {1}",
                        x.round.Invited.First(i => i.AssociationId == x.said.AssociationId).Association!.Name,
                        Formats.Date(DutchTime.DateOf(x.said.At))
                    ],
                    StandpointLinks.Scan(id, x.said.Id)
                )),
        ];
        return Page();
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        Version = Standpoint.Latest;
        Reactions =
            Standpoint.SentReactions.Count > 0 ? T.Reactions(Standpoint.SentReactions, Standpoint.Umbrella!.Name)
            : Round is { } round ? T.Reactions(round)
            : [];
        // What was signed of an older text is between the umbrella and its members: it was never sent.
        Earlier = IsAmongst
            ?
            [
                .. Standpoint
                    .Rounds.Where(r => r.Ending is RoundEnding.Reopened or RoundEnding.Withdrawn)
                    .OrderByDescending(r => r.Number),
            ]
            : [];
        Sources = await SourcesModel.SourcesOfAsync(Db, Standpoint.Id, cancellation);
        var municipality = T["gemeente {0}", Tenant.Name];
        Promises =
        [
            .. Standpoint.Subject.Promises.Select(p => new PromiseRow(
                p.Kind,
                p.What,
                municipality,
                p.Due,
                p.State,
                p.EndedAt,
                p.Ending
            )),
        ];
        Happened = [.. (await Db.TimelineAsync(T, Standpoint.Id, 1, cancellation)).Take(TimelineQueries.PageSize)];
        if (Standpoint.AnswerContribution is { } answer)
        {
            AnsweredBy = answer.ByPerson?.Name ?? T["De gemeente"];
        }
    }

    private List<FilterLink> ActsOf(StandpointStanding standing)
    {
        var id = Standpoint.Id;
        var (draft, signing) = (Standpoint.State == StandpointState.Draft, Standpoint.State == StandpointState.Signing);
        var termRuns = Round is { } round && Today <= round.Closes;
        var acts = new (StandpointAct Act, bool Now, string Text, string Href)[]
        {
            (StandpointAct.React, termRuns && Asked(), T["Reageren namens uw vereniging"], StandpointLinks.React(id)),
            (StandpointAct.Edit, draft || signing, T["De tekst aanpassen"], StandpointLinks.Edit(id)),
            (StandpointAct.Edit, draft, T["Signalen erbij noemen"], StandpointLinks.Sources(id)),
            (StandpointAct.OpenSigning, draft, T["Rondsturen langs de verenigingen"], StandpointLinks.Open(id)),
            (
                StandpointAct.Enter,
                termRuns && !Round!.AllAnswered,
                T["Een reactie invoeren voor een vereniging"],
                StandpointLinks.Enter(id)
            ),
            (
                StandpointAct.Send,
                Standpoint.CanSend(Today).Succeeded,
                T["Versturen naar de gemeente"],
                StandpointLinks.Send(id)
            ),
            (
                StandpointAct.Answer,
                Standpoint.State == StandpointState.Sent,
                T["Antwoorden"],
                StandpointLinks.Answer(id)
            ),
            (StandpointAct.Withdraw, draft || signing, T["Intrekken"], StandpointLinks.Withdraw(id)),
            (
                StandpointAct.Send,
                Standpoint.SentAt is not null,
                T["Hier een advies in punten van maken"],
                Advice.AdviceLinks.NewOn(standpointId: id)
            ),
        };
        return
        [
            .. acts.Where(a => a.Now && Viewer.May(a.Act, standing)).Select(a => new FilterLink(a.Text, a.Href, 0)),
            .. (Round?.Invited ?? [])
                .Where(i =>
                    Viewer.SpeaksFor(i.AssociationId)
                    && Round!.Current(i.AssociationId) is { } said
                    && (termRuns || said.IsEntered)
                )
                .Select(i => new FilterLink(
                    T["De reactie van {0} terugnemen", i.Association!.Name],
                    StandpointLinks.TakeBack(id, i.AssociationId),
                    0
                )),
        ];
    }

    private bool Asked() => Round!.Invited.Exists(i => Viewer.SpeaksFor(i.AssociationId));
}
