using Brink.Features.Accounts;
using Brink.Features.Advice;
using Brink.Tests.Features.Advice;
using Brink.Tests.Features.Dossiers;
using Brink.Tests.Support;

namespace Brink.Tests.Access;

/// <summary>Advice in each state in which it is seen otherwise; the contact person reads the plan in confidence.</summary>
internal static class CastAdvice
{
    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> OfAsync(
        BrinkHost host,
        Place place,
        Person officer,
        TestData elsewhere,
        Place foreignPlace
    )
    {
        var data = new TestData(host);
        var made = await Advised.AtAsync(host, data, place);
        var plan = await DossierExamples.InConfidenceAsync(
            data,
            place,
            officer,
            place.ContactPerson,
            place.Association
        );
        var begun = await data.SaveAsync(db =>
        {
            var advice = AdviceCase.Begin(
                "Ongevraagd",
                place.Association.Id,
                [place.Village.Id],
                null,
                null,
                Advised.TwoPoints,
                made.Board()
            );
            db.Advices.Add(advice);
            return Task.FromResult(advice);
        });
        var foreign = await (await Advised.AtAsync(host, elsewhere, foreignPlace)).AskedAsync();
        return
        [
            .. new[]
            {
                ("asked", await made.WrittenAsync()),
                ("writing", begun),
                ("given", await made.GivenAsync()),
                ("answered", await made.AnsweredAsync()),
                ("confidential", await made.GivenAsync(plan)),
                ("foreign", foreign),
            }.Select(one => (one.Item1, one.Item2.Id, one.Item2.Subject.Slug)),
        ];
    }
}
