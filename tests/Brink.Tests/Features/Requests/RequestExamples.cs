using Brink.Features.Requests;
using Brink.Features.Subjects;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Requests;

internal static class RequestExamples
{
    /// <summary>Something the liaison asked the association of the place, to be answered in ten days.</summary>
    public static Task<VillageRequest> AskedAsync(
        TestData data,
        Place place,
        decimal hours = 3,
        string department = "Verkeer"
    ) =>
        data.SaveAsync(db =>
        {
            var actor = data.Now(place.Liaison.Id) with { OnBehalfOfId = place.Municipality.Id };
            var request = VillageRequest.Ask(
                new Asking(
                    "Meelezen met het verkeersplan " + place.Village.Id,
                    "Dan klopt het plan met wat u weet.",
                    department,
                    actor.Today.AddDays(10),
                    actor.Today.AddDays(30),
                    hours,
                    place.Liaison.Id
                ),
                place.Association.Id,
                [place.Village.Id],
                place.Municipality.Id,
                new Contribution
                {
                    ByPersonId = actor.PersonId,
                    OnBehalfOfId = actor.OnBehalfOfId,
                    At = actor.At,
                    NameIsPublic = true,
                },
                actor
            );
            db.VillageRequests.Add(request);
            return Task.FromResult(request);
        });
}
