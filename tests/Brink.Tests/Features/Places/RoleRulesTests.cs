using Brink.Features.Places;

namespace Brink.Tests.Features.Places;

public sealed class RoleRulesTests
{
    private static readonly DateOnly First = new(2026, 1, 1);

    [Theory]
    [InlineData(Role.Liaison, OrganisationKind.Municipality, true)]
    [InlineData(Role.Administrator, OrganisationKind.Association, false)]
    [InlineData(Role.CommunityWorker, OrganisationKind.Welfare, true)]
    [InlineData(Role.CommunityWorker, OrganisationKind.Municipality, false)]
    [InlineData(Role.Treasurer, OrganisationKind.VillageHalls, true)]
    [InlineData(Role.Chair, OrganisationKind.Municipality, false)]
    public void Give_AsksWhetherTheRoleFits(Role role, OrganisationKind kind, bool fits) =>
        Assert.Equal(fits, RoleRules.Give(1, Words(role), kind, [], [], out _).Succeeded);

    [Fact]
    public void Give_WithoutAnswers_SaysSoAtEachField()
    {
        var outcome = RoleRules.Give(1, new(null, null, null, null, null, null), null, [], [], out var given);

        Assert.Equal(["OrganisationId", "Role", "From"], outcome.Refusals.Select(r => r.Field));
        Assert.Null(given);
    }

    [Fact]
    public void Give_ForOneVillage_OnlyWhereThatMakesSense()
    {
        Assert.True(
            RoleRules.Give(1, Words(Role.Liaison, village: 7), OrganisationKind.Municipality, [], [], out _).Succeeded
        );
        Assert.Equal(
            "VillageId",
            Assert
                .Single(
                    RoleRules
                        .Give(1, Words(Role.Councillor, village: 7), OrganisationKind.Municipality, [], [], out _)
                        .Refusals
                )
                .Field
        );
    }

    [Theory]
    [InlineData(OrganisationKind.Association, 7, true)]
    [InlineData(OrganisationKind.Association, 8, false)]
    [InlineData(OrganisationKind.School, 8, true)]
    public void Give_ForOneVillage_OnlyWhereTheAssociationSpeaks(OrganisationKind kind, long village, bool may)
    {
        var outcome = RoleRules.Give(1, Words(Role.ContactPerson, village), kind, [7], [], out _);

        Assert.Equal(may ? [] : ["VillageId"], outcome.Refusals.Select(r => r.Field));
    }

    [Theory]
    // Held from 1 January to 31 March.
    [InlineData("2026-03-31", null, false)]
    [InlineData("2026-04-01", null, true)]
    [InlineData("2025-01-01", "2025-12-31", true)]
    [InlineData("2025-01-01", null, false)]
    public void Give_TheSameRole_OnlyInAnotherTime(string from, string? until, bool may)
    {
        var held = new RoleHolding
        {
            OrganisationId = 5,
            Role = Role.Chair,
            From = First,
            To = new DateOnly(2026, 3, 31),
        };
        var words = Words(Role.Chair) with
        {
            From = DateOnly.ParseExact(from, "yyyy-MM-dd", null),
            Until = until is null ? null : DateOnly.ParseExact(until, "yyyy-MM-dd", null),
        };

        Assert.Equal(may, RoleRules.Give(1, words, OrganisationKind.Association, [], [held], out _).Succeeded);
    }

    [Fact]
    public void Give_SeveralRolesAtOnce_IsAllowed()
    {
        var held = new RoleHolding
        {
            OrganisationId = 5,
            Role = Role.Chair,
            From = First,
        };

        Assert.True(
            RoleRules.Give(1, Words(Role.ContactPerson), OrganisationKind.Association, [], [held], out _).Succeeded
        );
        Assert.True(
            RoleRules
                .Give(1, Words(Role.Chair) with { OrganisationId = 6 }, OrganisationKind.Umbrella, [], [held], out _)
                .Succeeded
        );
    }

    [Fact]
    public void End_KeepsTheRoleWithItsLastDay()
    {
        var held = new RoleHolding { Role = Role.Chair, From = First };

        Assert.True(held.End(new DateOnly(2026, 6, 30), othersAdminister: false).Succeeded);
        Assert.True(held.IsHeldOn(new DateOnly(2026, 6, 30)));
        Assert.False(held.IsHeldOn(new DateOnly(2026, 7, 1)));
        Assert.False(held.End(new DateOnly(2026, 7, 1), othersAdminister: false).Succeeded);
    }

    [Fact]
    public void End_BeforeTheFirstDay_OrOfTheLastAdministrator_IsRefused()
    {
        var held = new RoleHolding { Role = Role.Administrator, From = First };

        Assert.Equal("Until", Assert.Single(held.End(First.AddDays(-1), othersAdminister: true).Refusals).Field);
        Assert.Equal("Until", Assert.Single(held.End(null, othersAdminister: true).Refusals).Field);
        Assert.False(held.End(First, othersAdminister: false).Succeeded);
        Assert.Null(held.To);
        Assert.True(held.End(First, othersAdminister: true).Succeeded);
    }

    [Fact]
    public void TakeAway_EndsItBeforeToday_AndLeavesNothingOfOneThatBeganToday()
    {
        var old = new RoleHolding { Role = Role.Chair, From = First };
        var today = First.AddDays(30);
        Assert.True(old.TakeAway(today, othersAdminister: false).Succeeded);
        Assert.False(old.IsHeldOn(today));
        Assert.True(old.IsHeldOn(today.AddDays(-1)));
        Assert.False(old.NeverCounted());
        Assert.False(old.TakeAway(today, othersAdminister: false).Succeeded);

        foreach (var from in new[] { today, today.AddDays(7) })
        {
            var late = new RoleHolding { Role = Role.Chair, From = from };
            Assert.True(late.TakeAway(today, othersAdminister: false).Succeeded);
            Assert.True(late.NeverCounted());
        }
    }

    [Fact]
    public void TakeAway_OfTheLastAdministrator_IsRefused()
    {
        var held = new RoleHolding { Role = Role.Administrator, From = First };

        Assert.False(held.TakeAway(First, othersAdminister: false).Succeeded);
        Assert.Null(held.To);
        Assert.False(held.NeverCounted());
    }

    private static RoleWords Words(Role role, long? village = null) => new(5, role, village, "", First, null);
}
