using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Channels;

/// <summary>What somebody wrote in channels: kept as of 'een inwoner', or taken away by choice.</summary>
public sealed class ChannelOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var posts = await db
            .ChannelPosts.AsNoTracking()
            .Where(p => p.Contribution!.ByPersonId == personId)
            .OrderByDescending(p => p.At)
            .Select(p => new
            {
                p.At,
                p.Subject!.Title,
                p.Text,
            })
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Uw berichten in projectkanalen"],
            "projectkanalen",
            [
                .. posts.Select(p =>
                    new OwnFact[]
                    {
                        new(T["Wanneer"], Formats.Moment(p.At)),
                        new(T["Waarover"], p.Title),
                        new(T["Woorden"], p.Text),
                    }
                ),
            ]
        );
    }

    public override async Task EraseAsync(
        BrinkDb db,
        long personId,
        bool wordsToo,
        Actor actor,
        CancellationToken cancellation
    )
    {
        if (!wordsToo)
        {
            return;
        }

        var posts = await db
            .ChannelPosts.Where(p => p.Contribution!.ByPersonId == personId && p.Text != "")
            .ToArrayAsync(cancellation);
        foreach (var post in posts)
        {
            post.Forget(actor);
        }
    }
}
