using Brink.Features.Accounts;
using Brink.Platform.Database;

namespace Brink.Features.Subjects;

/// <summary>How soon a follower hears.</summary>
public enum Frequency
{
    AtOnce,
    Daily,

    /// <summary>On Monday, all of the week before.</summary>
    Weekly,

    /// <summary>Chosen not to hear; kept so that nothing turns it on again by itself.</summary>
    None,
}

/// <summary>A person follows a subject: an initiative, a village or a theme.</summary>
[NotJournaled("who follows what is nobody's business but the follower's")]
public class Follow : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long SubjectId { get; set; }
    public Subject? Subject { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public Frequency Frequency { get; set; }
    public DateTimeOffset Since { get; set; }
}
