using Brink.Platform.Database;

namespace Brink.Features.Notices;

/// <summary>What the example installation would have mailed.</summary>
[NotJournaled("a copy of a mail, in the example only")]
public class PostboxMessage : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public string MessageId { get; set; } = "";
    public string To { get; set; } = "";
    public string ToName { get; set; } = "";
    public string Subject { get; set; } = "";
    public string Text { get; set; } = "";
    public DateTimeOffset At { get; set; }
}
