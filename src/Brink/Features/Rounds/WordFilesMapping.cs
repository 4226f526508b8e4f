using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Features.Rounds;

public class WordFilesMapping : IEntityTypeConfiguration<WordFile>, IEntityTypeConfiguration<DocumentPicture>
{
    public void Configure(EntityTypeBuilder<WordFile> entity)
    {
        entity.TenantKey();
        entity.Refers(w => w.Document, w => new { w.MunicipalityId, w.DocumentId });
        entity.Property(w => w.Name).HasMaxLength(WordFile.LongestName * 16);
        entity.Property(w => w.FileHash).HasMaxLength(64);
        entity.Property(w => w.Text).HasMaxLength(Document.LongestText * 2);
        entity.Property(w => w.Version).IsRowVersion();
        entity.OwnsMany(w => w.LeftOut).ToJson("left_out");
        entity.HasIndex(w => w.FileHash);
        // What waits, for the page on which officers write; and what is forgotten after a month.
        entity
            .HasIndex(w => new { w.MunicipalityId, w.At })
            .HasFilter("state = 'Waiting'")
            .HasDatabaseName("ix_word_files_waiting");
    }

    public void Configure(EntityTypeBuilder<DocumentPicture> entity)
    {
        entity.TenantKey();
        entity.Refers(p => p.Document, p => new { p.MunicipalityId, p.DocumentId });
        entity.Property(p => p.FileHash).HasMaxLength(64);
        entity.Property(p => p.ContentType).HasMaxLength(80);
        entity.HasIndex(p => p.FileHash);
        // Two officers who bring the same picture at once bring one.
        entity
            .HasIndex(p => new
            {
                p.MunicipalityId,
                p.DocumentId,
                p.FileHash,
            })
            .IsUnique();
    }
}
