using Brink.Features.Agreements;
using Brink.Features.Checks;
using Brink.Platform.Localisation;
using Brink.Tests.Support;

namespace Brink.Tests.Access;

/// <summary>Agreements of the municipality with the association of the place, in each state in which they are seen otherwise.</summary>
internal static class CastOnPaper
{
    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> AgreementsAsync(
        TestData data,
        Place place,
        TestData elsewhere,
        Place foreignPlace
    ) =>
        [
            .. new[]
            {
                ("draft", await AgreementAsync(data, place)),
                ("signing", await AgreementAsync(data, place, (a, by) => a.SendRound(by))),
                ("public", await AgreementAsync(data, place, (a, by) => a.Record("in 1999", by.Today, by))),
                (
                    "foreign",
                    await AgreementAsync(elsewhere, foreignPlace, (a, by) => a.Record("in 1999", by.Today, by))
                ),
            }.Select(one => (one.Item1, one.Item2.Id, one.Item2.Subject.Slug)),
        ];

    /// <summary>Looking back together, open today.</summary>
    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> ChecksAsync(
        BrinkHost host,
        TestData data,
        TestData elsewhere
    )
    {
        var made = Interlocked.Increment(ref checks);
        return
        [
            .. new[] { ("public", await CheckAsync(data)), ("foreign", await CheckAsync(elsewhere)) }.Select(one =>
                (one.Item1, one.Item2.Id, one.Item2.Subject.Slug)
            ),
        ];

        Task<Check> CheckAsync(TestData there) =>
            there.SaveAsync(db =>
            {
                var today = DutchTime.Today(host.Time);
                // Each in a year of its own: there is one for each half.
                var check = Check.Begin("Samen terugkijken", (made, 1, today, today.AddDays(20)), there.Now());
                db.Checks.Add(check);
                return Task.FromResult(check);
            });
    }

    private static int checks = 2000;

    private static Task<Agreement> AgreementAsync(
        TestData data,
        Place place,
        Func<Agreement, Brink.Features.Subjects.Actor, Brink.Platform.Outcome>? then = null
    ) =>
        data.SaveAsync(db =>
        {
            var by = data.Now(place.Liaison.Id) with { OnBehalfOfId = place.Municipality.Id };
            var agreement = Agreement.Draft(AgreementKind.Covenant, "Convenant", place.Municipality.Id, null, null, by);
            Assert.True(agreement.BringTogether([place.Association.Id], by).Succeeded);
            Assert.True(agreement.Write("# Artikel 1\nWij praten.", by).Succeeded);
            Assert.True(then?.Invoke(agreement, by).Succeeded ?? true);
            db.Agreements.Add(agreement);
            return Task.FromResult(agreement);
        });
}
