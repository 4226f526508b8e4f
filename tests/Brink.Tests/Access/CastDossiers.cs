using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Tests.Features.Dossiers;
using Brink.Tests.Support;

namespace Brink.Tests.Access;

/// <summary>A public plan, one in confidence before the contact person, and one of elsewhere.</summary>
internal static class CastDossiers
{
    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> OfAsync(
        TestData data,
        Place place,
        Person officer,
        TestData elsewhere,
        Place foreignPlace
    ) =>
        [
            .. new[]
            {
                ("public", await DossierExamples.OpenAsync(data, place, officer)),
                (
                    "restricted",
                    await DossierExamples.InConfidenceAsync(
                        data,
                        place,
                        officer,
                        place.ContactPerson,
                        place.Association
                    )
                ),
                ("foreign", await DossierExamples.OpenAsync(elsewhere, foreignPlace, foreignPlace.Liaison)),
            }.Select(one => (one.Item1, one.Item2.Id, one.Item2.Subject.Slug)),
        ];
}
