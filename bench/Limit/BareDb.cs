using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;

namespace Brink.Bench.Limit;

/// <summary>The few columns a bare program needs of the same tables, and a table of its own to insert into.</summary>
public sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    public DbSet<BareSubject> Subjects => Set<BareSubject>();
    public DbSet<BareInitiative> Initiatives => Set<BareInitiative>();
    public DbSet<BareInsert> Inserts => Set<BareInsert>();

    /// <summary>Ids as Brink's: from a sequence, known before the insert.</summary>
    public const string InsertTable = """
        CREATE TABLE IF NOT EXISTS bench_inserts (
            id bigint PRIMARY KEY, village_id bigint NOT NULL, person_id bigint NOT NULL, at timestamptz NOT NULL,
            title text NOT NULL, what text NOT NULL, why text NOT NULL);
        CREATE SEQUENCE IF NOT EXISTS bench_ids INCREMENT BY 100;
        """;

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.Entity<BareSubject>(entity =>
        {
            entity.ToTable("subjects").HasKey(s => new { s.MunicipalityId, s.Id });
            entity.Property(s => s.MunicipalityId).HasColumnName("municipality_id");
            entity.Property(s => s.Id).HasColumnName("id");
            entity.Property(s => s.Kind).HasColumnName("kind");
            entity.Property(s => s.Visibility).HasColumnName("visibility");
            entity.Property(s => s.Title).HasColumnName("title");
            entity.Property(s => s.Slug).HasColumnName("slug");
            entity.Property(s => s.ChangedAt).HasColumnName("changed_at");
            entity.Property(s => s.Search).HasColumnName("search");
        });
        model.Entity<BareInitiative>(entity =>
        {
            entity.ToTable("initiatives").HasKey(i => new { i.MunicipalityId, i.Id });
            entity.Property(i => i.MunicipalityId).HasColumnName("municipality_id");
            entity.Property(i => i.Id).HasColumnName("id");
            entity.Property(i => i.VillageId).HasColumnName("village_id");
            entity.Property(i => i.What).HasColumnName("what");
            entity.Property(i => i.Why).HasColumnName("why");
            entity.Property(i => i.NextStep).HasColumnName("next_step");
            entity.Property(i => i.AnswerText).HasColumnName("answer_text");
            entity.HasOne(i => i.Subject).WithOne().HasForeignKey<BareInitiative>(i => new { i.MunicipalityId, i.Id });
            entity.HasOne(i => i.Village).WithMany().HasForeignKey(i => new { i.MunicipalityId, i.VillageId });
        });
        model.HasSequence<long>("bench_ids").IncrementsBy(100);
        model.Entity<BareInsert>(entity =>
        {
            entity.ToTable("bench_inserts").HasKey(i => i.Id);
            entity.Property(i => i.Id).HasColumnName("id").UseHiLo("bench_ids");
            entity.Property(i => i.VillageId).HasColumnName("village_id");
            entity.Property(i => i.PersonId).HasColumnName("person_id");
            entity.Property(i => i.At).HasColumnName("at");
            entity.Property(i => i.Title).HasColumnName("title");
            entity.Property(i => i.What).HasColumnName("what");
            entity.Property(i => i.Why).HasColumnName("why");
        });
    }
}

public sealed class BareSubject
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public string Kind { get; set; } = "";
    public string Visibility { get; set; } = "";
    public string Title { get; set; } = "";
    public string Slug { get; set; } = "";
    public DateTimeOffset ChangedAt { get; set; }
    public NpgsqlTsVector? Search { get; set; }
}

public sealed class BareInitiative
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public BareSubject Subject { get; set; } = null!;
    public long VillageId { get; set; }
    public BareSubject Village { get; set; } = null!;
    public string What { get; set; } = "";
    public string Why { get; set; } = "";
    public string NextStep { get; set; } = "";
    public string AnswerText { get; set; } = "";
}

/// <summary>A row about as long as that of an idea.</summary>
public sealed class BareInsert
{
    public long Id { get; set; }
    public long VillageId { get; set; }
    public long PersonId { get; set; }
    public DateTimeOffset At { get; set; }
    public string Title { get; set; } = "";
    public string What { get; set; } = "";
    public string Why { get; set; } = "";
}
