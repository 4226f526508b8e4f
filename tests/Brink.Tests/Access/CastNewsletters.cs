using Brink.Tests.Features.Newsletters;
using Brink.Tests.Support;

namespace Brink.Tests.Access;

/// <summary>Newsletters of the municipality: one being made, one that was sent, and one elsewhere.</summary>
internal static class CastNewsletters
{
    public const string Kind = "newsletter";

    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> OfAsync(
        BrinkHost host,
        Place place,
        TestData elsewhere,
        Place foreignPlace
    )
    {
        var data = new TestData(host);
        var sent = await data.DraftAsync(place, "Verstuurd", []);
        await data.SendAsync(host, sent, place.Liaison);
        return
        [
            ("draft", await data.DraftAsync(place, "Concept", []), "concept"),
            ("public", sent, "verstuurd"),
            ("foreign", await elsewhere.DraftAsync(foreignPlace, "Elders", []), "elders"),
        ];
    }
}
