using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Brink.Tests.Platform.Tenancy;

/// <summary>Nothing leaks from one municipality to another. Each wall is tried with the other two taken away.</summary>
public sealed class TenantWallTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private TenantInfo other = null!;
    private Initiative theirs = null!;

    public async ValueTask InitializeAsync()
    {
        other = await host.AddMunicipalityAsync("Anderveen", $"anderveen{Environment.TickCount64}.example");
        var data = new TestData(host, other);
        var place = await data.PlaceAsync();
        theirs = await data.InitiativeAsync(place, await data.PersonAsync());
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task QueryFilter_WithoutRowSecurity_HidesOtherMunicipality()
    {
        // The owner is not held by row-level security, so only the filter stands here.
        await using var db = new BrinkDb(Migrator.Options(host.Database.OwnerConnectionString))
        {
            TenantId = host.Tenant.Id,
        };

        Assert.False(await db.Initiatives.AnyAsync(i => i.Id == theirs.Id));
        Assert.True(await db.Initiatives.IgnoreQueryFilters().AnyAsync(i => i.Id == theirs.Id));
    }

    [Fact]
    public async Task RowSecurity_WithoutQueryFilter_HidesOtherMunicipality()
    {
        await host.DbAsync(async db =>
            Assert.False(await db.Initiatives.IgnoreQueryFilters().AnyAsync(i => i.Id == theirs.Id))
        );
        await host.DbAsync(async db => Assert.True(await db.Initiatives.AnyAsync(i => i.Id == theirs.Id)), other);
    }

    [Fact]
    public async Task RowSecurity_WithoutMunicipality_ShowsNothing()
    {
        await using var connection = new NpgsqlConnection(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM subjects";

        Assert.Equal(0L, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task RowSecurity_WhenWritingForOtherMunicipality_Refuses()
    {
        await host.DbAsync(async db =>
        {
            var problem = await Assert.ThrowsAsync<PostgresException>(() =>
                db.Database.ExecuteSqlAsync(
                    $"INSERT INTO submitted_forms (municipality_id, key_hash, result_address, at) VALUES ({other.Id}, 'x', '', now())"
                )
            );
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, problem.SqlState);
        });
    }

    [Fact]
    public async Task ForeignKey_WithoutFilterAndRowSecurity_RefusesReferenceAcross()
    {
        await using var db = new BrinkDb(Migrator.Options(host.Database.OwnerConnectionString))
        {
            TenantId = host.Tenant.Id,
        };
        db.SubjectVillages.Add(new SubjectVillage { SubjectId = theirs.Id, VillageId = theirs.VillageId });
        db.Journal.Add(Brink.Features.Journal.JournalEntry.General("test", new TestData(host).Now()));

        var problem = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveChangesAsync());

        Assert.Equal(
            PostgresErrorCodes.ForeignKeyViolation,
            Assert.IsType<PostgresException>(problem.InnerException).SqlState
        );
    }

    [Fact]
    public async Task EveryTenantTable_HasRowSecurityAndMunicipalityInItsKeys()
    {
        await using var connection = new NpgsqlConnection(host.Database.OwnerConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT c.relname || ': ' || x.what
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'municipality_id' AND NOT a.attisdropped
            CROSS JOIN LATERAL (
                SELECT 'no row security' AS what WHERE NOT c.relrowsecurity
                UNION ALL
                SELECT k.conname || ' lacks the municipality'
                FROM pg_constraint k
                WHERE k.conrelid = c.oid AND k.contype = 'f' AND NOT a.attnum = ANY (k.conkey)
            ) x
            WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
            """;
        await using var rows = await command.ExecuteReaderAsync();
        var missing = new List<string>();
        while (await rows.ReadAsync())
        {
            missing.Add(rows.GetString(0));
        }

        Assert.Empty(missing);
    }

    [Fact]
    public async Task AppRole_CannotPassRowSecurity()
    {
        await using var connection = new NpgsqlConnection(host.Database.AppConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user";

        Assert.Equal(false, await command.ExecuteScalarAsync());
    }

    [Fact]
    public async Task Saving_WhenRowIsOfOtherMunicipality_Throws()
    {
        await host.DbAsync(async db =>
        {
            db.SubmittedForms.Add(new() { MunicipalityId = other.Id, KeyHash = [1] });

            await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        });
    }
}
