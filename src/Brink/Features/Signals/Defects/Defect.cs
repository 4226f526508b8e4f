using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Platform.Database;

namespace Brink.Features.Signals.Defects;

/// <summary>
/// Something broken, on its way by mail to the municipality's own road for that (S6). Gone from here as soon as the mail
/// has been delivered; as long as it has not, it is tried again and then shown to the administrator, so none is lost.
/// </summary>
[NotJournaled("a letter on its way to the municipality, which keeps it from there on")]
public class Defect : ITenantEntity
{
    private const string Key = "defect:";

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public string What { get; set; } = "";
    public long VillageId { get; set; }
    public Village? Village { get; set; }
    public string PlaceNote { get; set; } = "";
    public double? Longitude { get; set; }
    public double? Latitude { get; set; }

    /// <summary>Who may be asked about it: a name with mail address or telephone number; empty when nobody was named.</summary>
    public string Reporter { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>The mail that carries it.</summary>
    /// <param name="mailbox">The municipality's mailbox for what is broken.</param>
    public MailMessage ToMailbox(Person mailbox, DateTimeOffset now) =>
        new()
        {
            Kind = MailKind.Defect,
            PersonId = mailbox.Id,
            Key = string.Create(CultureInfo.InvariantCulture, $"{Key}{Id}"),
            NotBefore = now,
        };

    /// <summary>Which defect a mail carries; null for any other mail.</summary>
    public static long? NumberIn(MailMessage message) =>
        message.Kind == MailKind.Defect
        && message.Key.StartsWith(Key, StringComparison.Ordinal)
        && long.TryParse(message.Key.AsSpan(Key.Length), CultureInfo.InvariantCulture, out var id)
            ? id
            : null;
}
