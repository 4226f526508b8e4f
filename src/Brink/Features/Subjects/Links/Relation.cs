using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Features.Subjects.Links
{
    /// <summary>How one subject is related to another, as said of the first.</summary>
    public enum RelationKind
    {
        BelongsTo,
        FollowsFrom,
        CarriesOut,

        /// <summary>The same in both directions.</summary>
        SameMatter,
        Replaces,
    }

    /// <summary>Two subjects belong together; read from both ends (I11).</summary>
    public class Relation : ITenantEntity
    {
        public long MunicipalityId { get; set; }
        public long Id { get; set; }
        public long FromId { get; set; }
        public Subject? From { get; set; }
        public long ToId { get; set; }
        public Subject? To { get; set; }
        public RelationKind Kind { get; set; }

        /// <summary>Somebody relates one to another. Between two subjects each kind stands once, whichever way round.</summary>
        public static Outcome Between(
            Subject from,
            Subject to,
            RelationKind kind,
            IReadOnlyCollection<Relation> already,
            Actor actor,
            out Relation? relation
        )
        {
            relation = null;
            if (from.Id == to.Id)
            {
                return Outcome.Refuse("To", "Dit is dezelfde pagina. Kies een andere.");
            }

            if (
                already.Any(r =>
                    r.Kind == kind && ((r.FromId, r.ToId) == (from.Id, to.Id) || (r.FromId, r.ToId) == (to.Id, from.Id))
                )
            )
            {
                return Outcome.Refuse("To", "Deze twee zijn al zo verbonden.");
            }

            relation = new Relation
            {
                FromId = from.Id,
                ToId = to.Id,
                Kind = kind,
            };
            from.Happened(LinkVerbs.Added, actor, ("kind", kind), ("other", to.Id));
            to.Happened(LinkVerbs.Added, actor, ("kind", kind), ("other", from.Id));
            return Outcome.Done;
        }

        /// <summary>Both ends hear of it; the row itself goes.</summary>
        public void End(Actor actor)
        {
            From!.Happened(LinkVerbs.Removed, actor, ("kind", Kind), ("other", ToId));
            To!.Happened(LinkVerbs.Removed, actor, ("kind", Kind), ("other", FromId));
        }
    }

    public static class LinkVerbs
    {
        public const string Added = "link.added";
        public const string Removed = "link.removed";
    }

    public class RelationMapping : IEntityTypeConfiguration<Relation>
    {
        public void Configure(EntityTypeBuilder<Relation> entity)
        {
            entity.TenantKey();
            entity.Refers(r => r.From, r => new { r.MunicipalityId, r.FromId });
            entity.Refers(r => r.To, r => new { r.MunicipalityId, r.ToId });
            entity.Property<long>("LowId").HasComputedColumnSql("least(from_id, to_id)", stored: true);
            entity.Property<long>("HighId").HasComputedColumnSql("greatest(from_id, to_id)", stored: true);
            entity
                .HasIndex("MunicipalityId", "LowId", "HighId", "Kind")
                .IsUnique()
                .HasDatabaseName("ix_relations_once");
            entity.ToTable(t => t.HasCheckConstraint("ck_relations_two", "from_id <> to_id"));
        }
    }
}

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Features.Subjects.Links.Relation> Relations => Set<Features.Subjects.Links.Relation>();
    }
}
