using Brink.Features.Initiatives.Budget;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Platform.Database
{
    public sealed partial class BrinkDb
    {
        public DbSet<BudgetLine> BudgetLines => Set<BudgetLine>();
        public DbSet<BudgetChoice> BudgetChoices => Set<BudgetChoice>();
    }
}

namespace Brink.Features.Initiatives.Budget
{
    using Brink.Platform.Database;

    public class BudgetMapping : IEntityTypeConfiguration<BudgetLine>, IEntityTypeConfiguration<BudgetChoice>
    {
        public void Configure(EntityTypeBuilder<BudgetLine> entity)
        {
            entity.TenantKey();
            entity.Ignore(l => l.Words);
            entity.Property(l => l.What).HasMaxLength(800);
            entity.Property(l => l.Version).IsRowVersion();
            entity.Refers(l => l.Initiative, l => new { l.MunicipalityId, l.InitiativeId });
            entity.ToTable(t =>
            {
                t.HasCheckConstraint("ck_budget_lines_amount", "amount >= 0 AND amount < 100000000");
                t.HasCheckConstraint("ck_budget_lines_state", "(kind = 'Source') = (state IS NOT NULL)");
                t.HasCheckConstraint("ck_budget_lines_what", "what <> ''");
            });
        }

        public void Configure(EntityTypeBuilder<BudgetChoice> entity)
        {
            entity.HasKey(c => new { c.MunicipalityId, c.InitiativeId });
            entity.Refers<BudgetChoice, Initiative>(null, c => new { c.MunicipalityId, c.InitiativeId });
            entity.Property(c => c.Version).IsRowVersion();
            entity.ToTable(t =>
                t.HasCheckConstraint("ck_budget_choices_hour_value", "hour_value > 0 AND hour_value < 1000")
            );
        }
    }
}
