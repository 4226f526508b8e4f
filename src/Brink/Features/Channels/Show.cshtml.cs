using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Cache;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Channels;

/// <summary>One post as the page shows it; the text is null where the viewer may not read it.</summary>
/// <param name="By">The organisation for which it was written, or the person by choice; null for 'een inwoner'.</param>
public sealed record PostView(
    long Id,
    string? By,
    string? OnBehalfOf,
    string? Text,
    string ClosedBecause,
    DateTimeOffset At,
    bool IsTakenAway,
    string TakenAwayBecause,
    bool MayTakeAway
);

/// <summary>The quick words about one project, the newest first, with a field for those who work on it.</summary>
[AllowAnonymous]
[PublicPage]
public class ShowModel : ChannelPage
{
    public const int PageSize = 20;

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public bool Closed { get; set; }

    [BindProperty]
    public string? ClosedBecause { get; set; }

    public IReadOnlyList<PostView> Posts { get; private set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public bool MayPost => Viewer.May(ChannelAct.Post, Standing);

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Viewer.IsSignedIn)
        {
            return Challenge();
        }

        if (!MayPost)
        {
            return Forbid();
        }

        return await DoAsync(PostAsync, () => ChannelLinks.Show(SubjectId) + "?bewaard=ja", ReadAsync);
    }

    private async Task<Outcome> PostAsync()
    {
        var text = TextRules.Paragraphs(Text, ChannelPost.LongestText);
        var why = TextRules.Line(Closed ? ClosedBecause : "", ChannelPost.LongestReason);
        var wrong = new List<Refusal>();
        if (text.IsEmpty)
        {
            wrong.Add(new Refusal(nameof(Text), "Schrijf uw bericht."));
        }

        if (Closed && why.IsEmpty)
        {
            wrong.Add(new Refusal(nameof(ClosedBecause), "Schrijf waarom niet iedereen dit mag lezen."));
        }

        wrong.AddRange(
            new[] { (nameof(Text), text), (nameof(ClosedBecause), why) }
                .Where(one => one.Item2.Problem is not null)
                .Select(one => new Refusal(one.Item1, one.Item2.Problem!, one.Item2.Arguments))
        );
        if (wrong.Count > 0)
        {
            return Outcome.Of(wrong);
        }

        var subject = await Db.Subjects.SingleAsync(s => s.Id == SubjectId, Aborted);
        var actor = Acts(Viewer.SpeaksHereFor(Standing));
        Db.ChannelPosts.Add(
            ChannelPost.Write(
                subject,
                text.Text,
                why.Text,
                new Contribution
                {
                    ByPersonId = actor.PersonId,
                    OnBehalfOfId = actor.OnBehalfOfId,
                    Channel = actor.Channel,
                    At = actor.At,
                },
                actor
            )
        );
        return Outcome.Done;
    }

    private async Task ReadAsync()
    {
        var all = Db.ChannelPosts.AsNoTracking().Where(p => p.SubjectId == SubjectId);
        Pagination = PagesOf(
            await all.CountAsync(Aborted),
            PageSize,
            number => string.Create(CultureInfo.InvariantCulture, $"{ChannelLinks.Show(SubjectId)}?pagina={number}")
        );
        var (readsAll, mayTakeAway, me) = (
            Viewer.May(ChannelAct.ReadAll, Standing),
            Viewer.May(ChannelAct.TakeAway, Standing),
            Viewer.PersonId
        );
        var rows = await all.OrderByDescending(p => p.At)
            .ThenByDescending(p => p.Id)
            .Skip((Pagination.Page - 1) * PageSize)
            .Take(PageSize)
            .Select(p => new
            {
                p.Id,
                p.Contribution!.ByPersonId,
                Name = p.Contribution.ByPerson!.Name,
                OnBehalfOf = p.Contribution.OnBehalfOf!.Name,
                OfMunicipality = p.Contribution.OnBehalfOf.Kind == OrganisationKind.Municipality,
                p.Contribution.NameIsPublic,
                Text = readsAll || p.ClosedBecause == "" ? p.Text : null,
                p.ClosedBecause,
                p.At,
                p.TakenAwayAt,
                p.TakenAwayBecause,
            })
            .ToArrayAsync(Aborted);
        Posts =
        [
            .. rows.Select(p => new PostView(
                p.Id,
                // An official is known by name; a resident by choice; for an association it speaks itself.
                p.OfMunicipality || p.NameIsPublic
                    ? p.Name
                    : null,
                p.OnBehalfOf,
                p.Text,
                p.ClosedBecause,
                p.At,
                p.TakenAwayAt is not null,
                p.TakenAwayBecause,
                p.TakenAwayAt is null && (mayTakeAway || (me is not null && p.ByPersonId == me))
            )),
        ];
    }

    public string Who(PostView post) =>
        (post.By, post.OnBehalfOf) switch
        {
            ({ } person, { } organisation) => T["{0}, {1}", person, organisation],
            ({ } person, _) => person,
            (_, { } organisation) => organisation,
            _ => T["Een initiatiefnemer"],
        };
}
