using Brink.Features.Newsletters;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Newsletter> Newsletters => Set<Newsletter>();
        public DbSet<NewsletterItem> NewsletterItems => Set<NewsletterItem>();
        public DbSet<NewsletterSubscription> NewsletterSubscriptions => Set<NewsletterSubscription>();
        public DbSet<NewsletterWish> NewsletterWishes => Set<NewsletterWish>();
    }
}

namespace Brink.Features.Newsletters
{
    using Brink.Platform.Database;

    public class NewslettersMapping
        : IEntityTypeConfiguration<Newsletter>,
            IEntityTypeConfiguration<NewsletterItem>,
            IEntityTypeConfiguration<NewsletterSubscription>,
            IEntityTypeConfiguration<NewsletterWish>
    {
        public void Configure(EntityTypeBuilder<Newsletter> entity)
        {
            entity.TenantKey();
            entity
                .HasOne(n => n.Subject)
                .WithOne()
                .HasForeignKey<Newsletter>(n => new { n.MunicipalityId, n.Id })
                .OnDelete(DeleteBehavior.Restrict);
            entity.Refers(n => n.Organisation, n => new { n.MunicipalityId, n.OrganisationId });
            entity.Refers<Newsletter, Accounts.Person>(null, n => new { n.MunicipalityId, n.MakerId });
            entity.Property(n => n.Opening).HasMaxLength(Newsletter.LongestWords * 3);
            entity.Property(n => n.Closing).HasMaxLength(Newsletter.LongestWords * 3);
            entity.Property(n => n.Version).IsRowVersion();
            entity.Ignore(n => n.WordsVersion);
            entity.Ignore(n => n.InOrder);
            entity.HasMany(n => n.Items).WithOne().HasForeignKey(i => new { i.MunicipalityId, i.NewsletterId });
            entity.HasIndex(n => new
            {
                n.MunicipalityId,
                n.State,
                n.SentAt,
            });
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_newsletters_sent_whole", "(state = 'Sent') = (sent_at IS NOT NULL)")
            );
        }

        public void Configure(EntityTypeBuilder<NewsletterItem> entity)
        {
            entity.TenantKey();
            entity.Refers(i => i.About, i => new { i.MunicipalityId, i.SubjectId });
            entity.Property(i => i.Heading).HasMaxLength(Newsletter.LongestHeading * 3);
            entity.Property(i => i.Words).HasMaxLength(Newsletter.LongestWords * 3);
            entity.Property(i => i.Title).HasMaxLength(600);
            entity.Property(i => i.Facts).HasMaxLength(4000);
            entity.Property(i => i.Href).HasMaxLength(400);
            entity.Ignore(i => i.IsHeading);
            entity.Ignore(i => i.WordsVersion);
            // Two who choose the same at once: it stands there once.
            entity
                .HasIndex(i => new
                {
                    i.MunicipalityId,
                    i.NewsletterId,
                    i.SubjectId,
                })
                .IsUnique();
        }

        public void Configure(EntityTypeBuilder<NewsletterSubscription> entity)
        {
            entity.TenantKey();
            entity.Property(s => s.Version).IsRowVersion();
            entity.Ignore(s => s.Chosen);
            entity.HasIndex(s => new { s.MunicipalityId, s.PersonId }).IsUnique();
            entity.HasIndex(s => new
            {
                s.MunicipalityId,
                s.State,
                s.Since,
            });
            entity.Refers(s => s.Person, s => new { s.MunicipalityId, s.PersonId }, DeleteBehavior.Cascade);
            entity
                .HasMany(s => s.Wishes)
                .WithOne()
                .HasForeignKey(w => new { w.MunicipalityId, w.SubscriptionId })
                .OnDelete(DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<NewsletterWish> entity)
        {
            entity.HasKey(w => new
            {
                w.MunicipalityId,
                w.SubscriptionId,
                w.SubjectId,
            });
            entity.HasIndex(w => new { w.MunicipalityId, w.SubjectId });
            entity.Refers(w => w.Subject, w => new { w.MunicipalityId, w.SubjectId });
        }
    }
}
