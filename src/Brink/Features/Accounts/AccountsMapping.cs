using Brink.Features.Accounts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<Person> People => Set<Person>();
        public DbSet<AccessLink> AccessLinks => Set<AccessLink>();
        public DbSet<SubmittedForm> SubmittedForms => Set<SubmittedForm>();
        public DbSet<Consent> Consents => Set<Consent>();
        public DbSet<PersonPasskey> PersonPasskeys => Set<PersonPasskey>();
    }
}

namespace Brink.Features.Accounts
{
    using Brink.Platform.Database;

    public class AccountsMapping
        : IEntityTypeConfiguration<Person>,
            IEntityTypeConfiguration<PersonClaim>,
            IEntityTypeConfiguration<PersonLogin>,
            IEntityTypeConfiguration<PersonToken>,
            IEntityTypeConfiguration<PersonPasskey>,
            IEntityTypeConfiguration<AccessLink>,
            IEntityTypeConfiguration<Consent>,
            IEntityTypeConfiguration<SubmittedForm>
    {
        public void Configure(EntityTypeBuilder<Person> entity)
        {
            entity.ToTable("people");
            entity.TenantKey();
            entity.Property(p => p.Name).HasMaxLength(120);
            entity.Property(p => p.Email).HasMaxLength(254);
            entity.Property(p => p.NormalizedEmail).HasMaxLength(254);
            entity.Property(p => p.UserName).HasMaxLength(254);
            entity.Property(p => p.NormalizedUserName).HasMaxLength(254);
            entity.Property(p => p.NewEmail).HasMaxLength(254);
            entity
                .HasIndex(p => new { p.MunicipalityId, p.EraseAnnouncedAt })
                .HasFilter("erase_announced_at IS NOT NULL");
            entity.Property(p => p.ConcurrencyStamp).IsConcurrencyToken();
            entity.HasIndex(p => new { p.MunicipalityId, p.NormalizedEmail }).IsUnique();
            entity.HasIndex(p => new { p.MunicipalityId, p.NormalizedUserName }).IsUnique();
        }

        public void Configure(EntityTypeBuilder<PersonClaim> entity)
        {
            entity.ToTable("person_claims");
            entity.HasKey(c => c.Id);
            entity.Refers<PersonClaim, Person>(null, c => new { c.MunicipalityId, c.UserId }, DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<PersonLogin> entity)
        {
            entity.ToTable("person_logins");
            entity.HasKey(l => new
            {
                l.MunicipalityId,
                l.LoginProvider,
                l.ProviderKey,
            });
            entity.Refers<PersonLogin, Person>(null, l => new { l.MunicipalityId, l.UserId }, DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<PersonToken> entity)
        {
            entity.ToTable("person_tokens");
            entity.HasKey(t => new
            {
                t.MunicipalityId,
                t.UserId,
                t.LoginProvider,
                t.Name,
            });
            entity.Refers<PersonToken, Person>(null, t => new { t.MunicipalityId, t.UserId }, DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<PersonPasskey> entity)
        {
            entity.ToTable("person_passkeys");
            entity.HasKey(p => new { p.MunicipalityId, p.CredentialId });
            entity.Property(p => p.CredentialId).HasMaxLength(1024);
            entity.OwnsOne(p => p.Data).ToJson("data");
            entity.Refers<PersonPasskey, Person>(null, p => new { p.MunicipalityId, p.UserId }, DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<AccessLink> entity)
        {
            entity.TenantKey();
            entity.HasIndex(l => new { l.MunicipalityId, l.SecretHash }).IsUnique();
            entity.Property(l => l.Version).IsRowVersion();
            entity.Refers(l => l.Person, l => new { l.MunicipalityId, l.PersonId }, DeleteBehavior.Cascade);
            entity.Refers<AccessLink, Subjects.Subject>(null, l => new { l.MunicipalityId, l.SubjectId });
        }

        public void Configure(EntityTypeBuilder<Consent> entity)
        {
            entity.TenantKey();
            entity
                .HasIndex(c => new
                {
                    c.MunicipalityId,
                    c.PersonId,
                    c.Purpose,
                    c.AboutId,
                })
                .IsUnique()
                .AreNullsDistinct(false)
                .HasFilter("withdrawn_at IS NULL")
                .HasDatabaseName("ix_consents_one_open");
            entity.HasIndex(c => new { c.MunicipalityId, c.PersonId });
            entity.Refers<Consent, Person>(null, c => new { c.MunicipalityId, c.PersonId }, DeleteBehavior.Cascade);
        }

        public void Configure(EntityTypeBuilder<SubmittedForm> entity)
        {
            entity.HasKey(f => new { f.MunicipalityId, f.KeyHash });
            entity.HasIndex(f => f.At);
            entity.Property(f => f.ResultAddress).HasMaxLength(400);
        }
    }
}
