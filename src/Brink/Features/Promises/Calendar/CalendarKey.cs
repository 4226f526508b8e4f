using Brink.Features.Accounts;
using Brink.Platform;
using Brink.Platform.Tenancy;

namespace Brink.Features.Promises.Calendar;

/// <summary>
/// The secret in somebody's own calendar address, as a hash. One for each person: a new one ends the old one, and
/// without one there is no address.
/// </summary>
public class CalendarKey : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public byte[] Hash { get; private set; } = [];
    public DateTimeOffset MadeAt { get; private set; }
    public uint Version { get; private set; }

    public static CalendarKey Of(long personId) => new() { PersonId = personId };

    /// <returns>The secret, which is shown once.</returns>
    public string Renew(DateTimeOffset now)
    {
        var secret = Secret.New();
        (Hash, MadeAt) = (Secret.Hash(secret), now);
        return secret;
    }
}
