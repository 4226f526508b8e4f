using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Access;

/// <summary>What was asked by hand, and what was agreed and may come on another day.</summary>
internal static class CastPromises
{
    public static async Task<(long Asked, long Agreed)> AddAsync(TestData data, Place place, long initiativeId)
    {
        var (municipality, association) = (
            new Party(place.Municipality.Id, place.Liaison.Id),
            new Party(place.Association.Id, place.ContactPerson.Id)
        );
        var (asked, agreed) = await data.SaveAsync(async db =>
        {
            var subject = await db.Subjects.SingleAsync(s => s.Id == initiativeId);
            var due = data.Now().Today.AddDays(20);
            var made = Promise.Make(
                subject,
                PromiseKind.Agreed,
                municipality,
                association,
                due,
                data.Now(place.Liaison.Id),
                "Een hek om het veldje"
            );
            made.ProposeMove(PromiseSide.By, due.AddDays(7), "De palen komen later.", data.Now(place.Liaison.Id));
            return (
                Promise.Ask(
                    subject,
                    municipality with
                    {
                        PersonId = null,
                    },
                    association,
                    due,
                    data.Now(place.ContactPerson.Id),
                    "Een lantaarnpaal bij het veldje"
                ),
                made
            );
        });
        return (asked.Id, agreed.Id);
    }
}
