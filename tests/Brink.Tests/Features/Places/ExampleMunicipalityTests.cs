using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Places.Example;
using Brink.Features.Promises;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Places;

public sealed class ExampleMunicipalityTests(PostgresFixture postgres) : IAsyncLifetime
{
    private readonly TestTime time = new();
    private TestDatabase database = null!;
    private BrinkDb db = null!;

    public async ValueTask InitializeAsync()
    {
        database = await postgres.NewDatabaseAsync();
        await Migrator.MigrateAsync(database.OwnerConnectionString);
        Assert.True(await ExampleMunicipality.LoadAsync(database.OwnerConnectionString, time));
        db = new BrinkDb(Migrator.Options(database.OwnerConnectionString));
        db.TenantId = await db.Municipalities.Select(m => m.Id).SingleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await db.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Load_WhenLoadedBefore_DoesNothing()
    {
        var before = await db.Subjects.CountAsync();

        Assert.False(await ExampleMunicipality.LoadAsync(database.OwnerConnectionString, time));

        Assert.Equal(before, await db.Subjects.CountAsync());
        Assert.Equal(1, await db.Municipalities.CountAsync());
    }

    [Fact]
    public async Task Load_TakesThePolicyFromItsSource()
    {
        var municipality = await db.Municipalities.SingleAsync();

        Assert.True(municipality.IsExample);
        Assert.Equal((2020, 2026), (municipality.PolicyFrom!.Value, municipality.PolicyTo!.Value));
        Assert.Equal(3000, municipality.SmallVillageThreshold);
        Assert.Equal((3, 6), (municipality.MidTermEvaluationAfter!.Value, municipality.RenewalAfter!.Value));
    }

    [Theory]
    [InlineData("Hijken", 665, "BU17310100")]
    [InlineData("Orvelte", 85, "BU17311500")]
    // Three areas bear the name of Smilde: 3735 + 300 + 350.
    [InlineData("Smilde", 4385, "BU17310600,BU17310601,BU17310602")]
    public async Task Load_GivesInhabitantsWhereAreasAreTheVillage(string name, int inhabitants, string codes)
    {
        var village = await VillageAsync(name);

        var figure = Assert.Single(village.Inhabitants);
        Assert.Equal(inhabitants, figure.Number);
        Assert.Equal(2024, figure.Year);
        Assert.Equal("CBS, StatLine 85984NED, 2024 (CC BY 4.0)", figure.Source);
        Assert.Equal(codes, string.Join(',', village.CbsCodes));
        Assert.NotNull(village.Longitude);
    }

    [Theory]
    // One area for two villages says nothing about either; some places have no area at all.
    [InlineData("Lieving")]
    [InlineData("Makkum")]
    [InlineData("Bruntinge")]
    [InlineData("Laaghalerveen")]
    public async Task Load_GuessesNoInhabitantsAndNoLocation(string name)
    {
        var village = await VillageAsync(name);

        Assert.Empty(village.Inhabitants);
        Assert.Empty(village.CbsCodes);
        Assert.Null(village.Longitude);
        Assert.Null(village.Latitude);
        Assert.Equal(VillageSize.Small, village.Size(3000));
    }

    [Fact]
    public async Task Load_HasFourLargeVillagesOfThirtyThree()
    {
        var villages = await db.Villages.Include(v => v.Subject).Include(v => v.Inhabitants).ToListAsync();

        Assert.Equal(33, villages.Count);
        Assert.Equal(
            ["Beilen", "Bovensmilde", "Smilde", "Westerbork"],
            villages.Where(v => v.Size(3000) == VillageSize.Large).Select(v => v.Subject!.Title).Order()
        );
    }

    [Fact]
    public async Task Load_GivesEveryAssociationItsVillagesAndItsUmbrella()
    {
        var associations = await db
            .Organisations.Include(o => o.Represents)
            .Include(o => o.MemberOf)
            .Where(o => o.Kind == OrganisationKind.Association)
            .ToListAsync();

        Assert.Equal(25, associations.Count);
        Assert.All(associations, association => Assert.NotEmpty(association.Represents));
        Assert.All(associations, association => Assert.True(association.IsRecognisedOn(DutchTime.Today(time))));
        Assert.Equal(21, associations.Count(association => association.MemberOf.Count == 1));
        Assert.Equal(3, associations.Single(o => o.Name == "Plaatselijk Belang Broekstreek").Represents.Count);
    }

    [Fact]
    public async Task Load_GivesEveryVillageALiaison()
    {
        var liaisons = await db
            .RoleHoldings.Where(h => h.Role == Role.Liaison)
            .Select(h => new { h.VillageId, h.PersonId })
            .ToListAsync();

        Assert.Equal(33, liaisons.Select(l => l.VillageId).Distinct().Count());
        Assert.Equal(2, liaisons.Select(l => l.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task Load_NamesNobody_WhoCouldBeMailed()
    {
        var people = await db.People.Select(p => p.Email!).ToListAsync();

        Assert.NotEmpty(people);
        Assert.All(people, mail => Assert.EndsWith(".example", mail, StringComparison.Ordinal));
        Assert.Equal(people.Count, people.Distinct().Count());
        Assert.Empty(await db.PendingDispatches.ToListAsync());
        foreach (var name in ExamplePeople.ToSignInAs)
        {
            Assert.True(await db.People.AnyAsync(p => p.Name == name), name);
        }
    }

    [Fact]
    public async Task Load_MarksEachInitiativeAsExample_AndShowsEveryState()
    {
        var initiatives = await db
            .Initiatives.Include(i => i.Subject)
            .Include(i => i.Questions)
            .Include(i => i.Updates)
            .Include(i => i.Requirements)
            .ToListAsync();

        Assert.All(initiatives, i => Assert.True(i.IsExample));
        Assert.All(initiatives, i => Assert.StartsWith("Voorbeeld: ", i.Subject.Title, StringComparison.Ordinal));
        Assert.Equal(
            [IntakeState.AwaitingConfirmation, IntakeState.HandedIn, IntakeState.TakenIn, IntakeState.Answered],
            initiatives.Select(i => i.Intake).Distinct().Order()
        );
        Assert.Equal(
            Enum.GetValues<AnswerKind>(),
            initiatives.Select(i => i.Answer).OfType<AnswerKind>().Distinct().Order()
        );
        Assert.Equal(Enum.GetValues<Phase>(), initiatives.Select(i => i.Phase).Distinct().Order());
        Assert.Contains(initiatives, i => i.Questions.Any(q => q.Reply is not null));
        Assert.Contains(initiatives, i => i.Updates.Count > 0);
        Assert.Contains(initiatives, i => i.Requirements.Any(r => r.MetAt is not null));
    }

    [Fact]
    public async Task Load_LeavesPromisesOverdue_AndNothingInTheFuture()
    {
        var today = DutchTime.Today(time);
        var overdue = await db
            .Promises.Where(p => p.State == PromiseState.Open && p.Due < today)
            .Select(p => p.Kind)
            .ToListAsync();

        // Of an initiative, of a signal, and one made by hand.
        Assert.Equal([PromiseKind.TakeIn, PromiseKind.Answer, PromiseKind.Answer, PromiseKind.Agreed], overdue.Order());
        Assert.False(await db.Journal.AnyAsync(entry => entry.At > time.GetUtcNow()));
    }

    private Task<Village> VillageAsync(string name) =>
        db.Villages.Include(v => v.Subject).Include(v => v.Inhabitants).SingleAsync(v => v.Subject!.Title == name);
}
