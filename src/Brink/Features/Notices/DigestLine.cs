using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Notices;

/// <summary>Something a follower hears of in the next daily or weekly mail. Removed when that mail has gone.</summary>
[NotJournaled("it is made from the journal")]
public class DigestLine : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public long JournalEntryId { get; set; }
    public JournalEntry? JournalEntry { get; set; }
    public Frequency Frequency { get; set; }

    /// <summary>The day of the mail it goes in. Once set it stays, so that a mail that is written again says the same.</summary>
    public DateOnly? Day { get; set; }
}
