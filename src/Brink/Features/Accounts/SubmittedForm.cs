using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Accounts;

/// <summary>A form that was handed in, by the random key it carried: sending it twice makes one thing.</summary>
[NotJournaled("belongs to the form and not to what it made")]
public class SubmittedForm : ITenantOwned
{
    public long MunicipalityId { get; set; }

    /// <summary>Hash of the key in the form.</summary>
    public byte[] KeyHash { get; set; } = [];

    /// <summary>Where the first sender was led, within this site.</summary>
    public string ResultAddress { get; set; } = "";
    public DateTimeOffset At { get; set; }
}
