using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>Two example initiatives that belong together, and a signal from which one followed.</summary>
internal static class ExampleLinks
{
    public static async Task AddAsync(
        BrinkDb db,
        ExamplePlaces places,
        ExamplePeople people,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var liaison = ExampleStory.Doing(
            today,
            people.LiaisonOf(places.Villages["Hijken"]),
            3,
            13,
            places.Municipality.Id
        );
        await RelateAsync(
            "Voorbeeld: ruilkastje voor boeken in Hijken",
            RelationKind.BelongsTo,
            "Voorbeeld: beweegtuin in Hijken"
        );
        await RelateAsync(
            "Voorbeeld: veiliger oversteken in Wijster",
            RelationKind.FollowsFrom,
            "Voorbeeld: gevaarlijk kruispunt in Wijster"
        );

        async Task RelateAsync(string from, RelationKind kind, string to)
        {
            var subjects = await db
                .Subjects.Where(s => s.Title == from || s.Title == to)
                .ToDictionaryAsync(s => s.Title, cancellation);
            var outcome = Relation.Between(subjects[from], subjects[to], kind, [], liaison, out var relation);
            db.Relations.Add(
                relation
                    ?? throw new InvalidOperationException(string.Join('\n', outcome.Refusals.Select(r => r.Message)))
            );
        }
    }
}
