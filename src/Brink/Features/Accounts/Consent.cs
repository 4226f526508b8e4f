using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts
{
    /// <summary>What somebody can agree to, and take back (AVG art. 7).</summary>
    public enum ConsentPurpose
    {
        /// <summary>Everyone may see telephone number and mail address with a task, such as contact person of a village.</summary>
        ContactWithTask,

        /// <summary>Officials who work on an initiative of the person may see telephone number and mail address.</summary>
        ContactForOfficials,

        /// <summary>The name stands with one contribution.</summary>
        NameWithContribution,

        /// <summary>Mail about a subject that the person follows.</summary>
        MailAboutSubject,

        /// <summary>Newsletters for a village or theme; about nothing: those for the whole municipality.</summary>
        Newsletter,
    }

    /// <summary>That a person agreed to something on a day, and until when. At most one is open for each purpose.</summary>
    [NotJournaled("it is itself the record of a choice; what was chosen is in the journal with what it was about")]
    public class Consent : ITenantEntity
    {
        public long MunicipalityId { get; set; }
        public long Id { get; set; }
        public long PersonId { get; set; }
        public ConsentPurpose Purpose { get; set; }

        /// <summary>The contribution or subject it is about; null where it is about the person.</summary>
        public long? AboutId { get; set; }
        public DateTimeOffset GivenAt { get; set; }
        public DateTimeOffset? WithdrawnAt { get; private set; }

        public void Withdraw(DateTimeOffset now) => WithdrawnAt ??= now;

        public static Task<bool> IsGivenAsync(
            BrinkDb db,
            long personId,
            ConsentPurpose purpose,
            CancellationToken cancellation
        ) =>
            db.Consents.AnyAsync(
                c => c.PersonId == personId && c.Purpose == purpose && c.WithdrawnAt == null,
                cancellation
            );

        /// <summary>Gives or withdraws; twice is once. Saved by the caller.</summary>
        public static async Task ChooseAsync(
            BrinkDb db,
            long personId,
            ConsentPurpose purpose,
            long? aboutId,
            bool given,
            DateTimeOffset now,
            CancellationToken cancellation
        )
        {
            var open = await db.Consents.FirstOrDefaultAsync(
                c => c.PersonId == personId && c.Purpose == purpose && c.AboutId == aboutId && c.WithdrawnAt == null,
                cancellation
            );
            if (given && open is null)
            {
                db.Consents.Add(
                    new Consent
                    {
                        PersonId = personId,
                        Purpose = purpose,
                        AboutId = aboutId,
                        GivenAt = now,
                    }
                );
            }
            else if (!given)
            {
                open?.Withdraw(now);
            }
        }
    }
}

namespace Brink.Platform.Database
{
    using Brink.Features.Accounts;

    /// <summary>
    /// A name that becomes public and a telephone number that is shared are consents, wherever in the house that is
    /// chosen: the save that changes them writes the consent as well.
    /// </summary>
    public sealed partial class BrinkDb
    {
        private void BeginConsents()
        {
            foreach (var choice in Choices().Where(choice => choice.Given))
            {
                Consents.Add(
                    new Consent
                    {
                        PersonId = choice.PersonId,
                        Purpose = choice.Purpose,
                        AboutId = choice.AboutId,
                        GivenAt = choice.At,
                    }
                );
            }
        }

        private async Task EndConsentsAsync(CancellationToken cancellation)
        {
            ChangeTracker.DetectChanges();
            foreach (var choice in Choices().Where(choice => !choice.Given))
            {
                await Consent.ChooseAsync(
                    this,
                    choice.PersonId,
                    choice.Purpose,
                    choice.AboutId,
                    given: false,
                    choice.At,
                    cancellation
                );
            }
        }

        private List<Choice> Choices()
        {
            var chosen = new List<Choice>();
            foreach (var entry in ChangeTracker.Entries<Person>())
            {
                var shares = entry.Property(p => p.ContactIsShared);
                if (
                    entry.State == EntityState.Added
                        ? shares.CurrentValue
                        : entry.State == EntityState.Modified && shares.CurrentValue != shares.OriginalValue
                )
                {
                    chosen.Add(
                        new(entry.Entity.Id, ConsentPurpose.ContactWithTask, null, shares.CurrentValue, SaidAt(null))
                    );
                }
            }

            // What an organisation says is said in its name, not in that of the person.
            foreach (
                var entry in ChangeTracker
                    .Entries<Contribution>()
                    .Where(e => e.Entity is { ByPersonId: not null, OnBehalfOfId: null })
            )
            {
                var shown = entry.Property(c => c.NameIsPublic);
                if (
                    entry.State == EntityState.Added
                        ? shown.CurrentValue
                        : entry.State == EntityState.Modified && shown.CurrentValue != shown.OriginalValue
                )
                {
                    chosen.Add(
                        new(
                            entry.Entity.ByPersonId!.Value,
                            ConsentPurpose.NameWithContribution,
                            entry.Entity.Id,
                            shown.CurrentValue,
                            SaidAt(entry.State == EntityState.Added ? entry.Entity.At : null)
                        )
                    );
                }
            }

            return chosen;
        }

        /// <summary>When the line in the journal of the same save says that it happened.</summary>
        private DateTimeOffset SaidAt(DateTimeOffset? known) =>
            known
            ?? ChangeTracker
                .Entries<JournalEntry>()
                .Where(e => e.State == EntityState.Added)
                .Select(e => (DateTimeOffset?)e.Entity.At)
                .Max()
            ?? ChangeTracker.Entries<Person>().Select(e => (DateTimeOffset?)e.Entity.CreatedAt).Max()
            ?? DateTimeOffset.UnixEpoch;

        private sealed record Choice(
            long PersonId,
            ConsentPurpose Purpose,
            long? AboutId,
            bool Given,
            DateTimeOffset At
        );
    }
}
