using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Tests.Features.Places;

public sealed class VillageTests
{
    private static readonly Actor Now = new(
        1,
        null,
        null,
        Channel.Web,
        new DateTimeOffset(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
        new DateOnly(2026, 11, 2)
    );

    private readonly Village village = Village.Create("Hijken", VillageKind.Village, Now.At);

    [Theory]
    [InlineData(2999, VillageSize.Small)]
    [InlineData(3000, VillageSize.Large)]
    [InlineData(0, VillageSize.Small)]
    public void Size_FollowsFromInhabitants(int inhabitants, VillageSize expected)
    {
        village.StatedSize = VillageSize.Unknown;
        village.Inhabitants.Add(new VillageInhabitants { Year = 2024, Number = inhabitants });

        Assert.Equal(expected, village.Size(3000));
    }

    [Fact]
    public void Size_TakesTheLastYear()
    {
        village.Inhabitants.Add(new VillageInhabitants { Year = 2024, Number = 3100 });
        village.Inhabitants.Add(new VillageInhabitants { Year = 2020, Number = 2900 });

        Assert.Equal(VillageSize.Large, village.Size(3000));
    }

    [Theory]
    [InlineData(VillageSize.Unknown)]
    [InlineData(VillageSize.Large)]
    public void Size_WithoutFigure_IsWhatWasSaid(VillageSize stated)
    {
        village.StatedSize = stated;

        Assert.Equal(stated, village.Size(3000));
    }

    [Fact]
    public void Describe_MakesTheWordsSearchable()
    {
        var outcome = village.Describe(new VillageWords("**Brinkdorp** met eiken", "Dorpshuis", "www.hijken.nl"), Now);

        Assert.True(outcome.Succeeded);
        Assert.Equal("https://www.hijken.nl/", village.Website);
        Assert.Contains("Brinkdorp met eiken", village.Subject!.SearchText, StringComparison.Ordinal);
        Assert.Equal(PlacesVerbs.VillagePageChanged, Assert.Single(village.Subject.TakeHappenings()).Verb);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://")]
    [InlineData("https://gebruiker@hijken.nl")]
    [InlineData("http://10.0.0.1/")]
    [InlineData("hijken")]
    [InlineData("ftp://hijken.nl")]
    public void Describe_WhenTheWebsiteIsNone_SaysSo(string website)
    {
        var outcome = village.Describe(new VillageWords("", "", website), Now);

        Assert.Equal("Website", Assert.Single(outcome.Refusals).Field);
        Assert.Empty(village.Subject!.TakeHappenings());
    }

    [Fact]
    public void Describe_WhenTooLong_SaysSoAtEachField()
    {
        var outcome = village.Describe(
            new VillageWords(new string('a', Village.LongestAbout + 1), new string('b', 1000), "x"),
            Now
        );

        Assert.Equal(["About", "MeetingPlace", "Website"], outcome.Refusals.Select(r => r.Field));
    }

    [Fact]
    public void AddFacility_AtRisk_IsInTheJournal()
    {
        var outcome = village.AddFacility(
            new FacilityWords(FacilityKind.Shop, "Dorpswinkel", FacilityState.AtRisk, new DateOnly(2026, 10, 1), ""),
            Now
        );

        Assert.True(outcome.Succeeded);
        var happening = Assert.Single(village.Subject!.TakeHappenings());
        Assert.Equal(PlacesVerbs.FacilityChanged, happening.Verb);
        Assert.Contains(("state", FacilityState.AtRisk), happening.About);
        // No words of people in the journal.
        Assert.DoesNotContain(happening.About, about => about.Value is string);
    }

    [Fact]
    public void AddFacility_WithoutAnswers_SaysSoAtEachField()
    {
        var outcome = village.AddFacility(new FacilityWords(null, null, null, new DateOnly(2026, 11, 3), null), Now);

        Assert.Equal(["Kind", "State", "Since"], outcome.Refusals.Select(r => r.Field));
        Assert.Empty(village.Facilities);
    }

    [Fact]
    public void AddFacility_OfAnotherKind_NeedsAName() =>
        Assert.Equal(
            "Name",
            Assert
                .Single(
                    village
                        .AddFacility(new FacilityWords(FacilityKind.Other, " ", FacilityState.Open, null, null), Now)
                        .Refusals
                )
                .Field
        );

    [Fact]
    public void ChangeFacility_ThatIsGone_SaysSo() =>
        Assert.False(
            village
                .ChangeFacility(5, new FacilityWords(FacilityKind.Shop, "", FacilityState.Closed, null, null), Now)
                .Succeeded
        );

    [Fact]
    public void ShowPhoto_WithoutWords_SaysSo() =>
        Assert.Equal("Description", Assert.Single(village.ShowPhoto(new SubjectFile(), Now).Refusals).Field);

    [Fact]
    public void ShowPhoto_TakesThePlaceOfTheOther()
    {
        village.ShowPhoto(new SubjectFile { Hash = "a", Description = "Eiken" }, Now);
        village.ShowPhoto(new SubjectFile { Hash = "b", Description = "Brink" }, Now);

        Assert.Equal("b", Assert.Single(village.Subject!.Files).Hash);
        Assert.True(village.TakePhotoAway(Now).Succeeded);
        Assert.False(village.TakePhotoAway(Now).Succeeded);
    }
}
