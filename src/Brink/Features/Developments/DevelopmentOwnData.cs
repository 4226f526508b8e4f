using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Developments;

/// <summary>The developments somebody keeps an eye on for the umbrella (P8).</summary>
public sealed class DevelopmentOwnData : OwnData
{
    public override IReadOnlyCollection<Type> Covers => [typeof(Development)];

    public override async Task<OwnDataPart> ReadAsync(
        BrinkDb db,
        Texts T,
        long personId,
        CancellationToken cancellation
    )
    {
        var titles = await db
            .Developments.Where(d => d.FollowerId == personId)
            .OrderByDescending(d => d.Id)
            .Select(d => d.Subject.Title)
            .ToArrayAsync(cancellation);
        return new OwnDataPart(
            T["Ontwikkelingen die u volgt voor het dorpenoverleg"],
            "ontwikkelingen",
            [.. titles.Select(title => (IReadOnlyList<OwnFact>)[new OwnFact(T["Titel"], title)])]
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
        foreach (
            var development in await db
                .Developments.Include(d => d.Subject)
                .Where(d => d.FollowerId == personId)
                .ToArrayAsync(cancellation)
        )
        {
            development.LetFollowerGo(actor);
        }
    }
}
