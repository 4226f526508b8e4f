using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Brink.Tests.Conventions;

/// <summary>Every table that refers to a person is shown to that person, and knows what to do when the person leaves.</summary>
public sealed class OwnDataTests
{
    [Fact]
    public void EveryReferenceToAPerson_IsAnsweredFor()
    {
        var referring = Referring(BrinkModel.Shared);

        Assert.Contains(typeof(AccessLink), referring);
        Findings.None(
            Missing(referring, FeatureServices.OwnData)
                .Select(type => $"{type.FullName} refers to people and no OwnData covers it")
        );
    }

    [Fact]
    public void EveryPart_HasACodeOfItsOwn_AndCoversNoTableOfAnother()
    {
        var covered = FeatureServices.OwnData.SelectMany(feature => feature.Covers).ToArray();

        Assert.Equal(covered.Distinct(), covered);
    }

    [Fact]
    public void Missing_FindsATableThatWasForgotten() =>
        Assert.Equal(
            [typeof(Consent)],
            Missing(
                [typeof(AccessLink), typeof(Consent)],
                [
                    .. FeatureServices.OwnData.Where(feature => !feature.Covers.Contains(typeof(Consent))),
                    new LinksOnly(),
                ]
            )
        );

    private static Type[] Referring(IModel model) =>
        [
            .. model
                .GetEntityTypes()
                .Where(entity => entity.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Person)))
                .Select(entity => entity.ClrType)
                .Distinct(),
        ];

    private static IEnumerable<Type> Missing(IEnumerable<Type> referring, IReadOnlyCollection<OwnData> answering) =>
        referring.Where(type => !answering.Any(feature => feature.Covers.Contains(type)));

    private sealed class LinksOnly : OwnData
    {
        public override IReadOnlyCollection<Type> Covers { get; } = [typeof(AccessLink)];

        public override Task<OwnDataPart> ReadAsync(
            BrinkDb db,
            Brink.Platform.Localisation.Texts T,
            long personId,
            CancellationToken cancellation
        ) => throw new NotSupportedException();

        public override Task EraseAsync(
            BrinkDb db,
            long personId,
            bool wordsToo,
            Brink.Features.Subjects.Actor actor,
            CancellationToken cancellation
        ) => throw new NotSupportedException();
    }
}
