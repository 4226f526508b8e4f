using Brink.Platform;
using Brink.Platform.Mail;

namespace Brink.Features.Places;

/// <summary>The municipality's own road for what is broken in the street (S6).</summary>
public partial class Municipality
{
    private const int LongestAddress = 500;

    /// <summary>
    /// An address with the places {text}, {lat} and {lon}, where people report what is broken; empty when there is none.
    /// </summary>
    public string DefectAddress { get; set; } = "";

    /// <summary>The mailbox to which Brink sends what is broken; empty when there is none.</summary>
    public string DefectMail { get; set; } = "";

    /// <summary>Where what is broken goes; both may be empty, and then it goes to the liaison.</summary>
    public Outcome ReportDefectsAt(string? address, string? mail)
    {
        var (typedAddress, typedMail) = ((address ?? "").Trim(), (mail ?? "").Trim());
        var refusals = new List<Refusal>();
        if (typedAddress.Length > 0 && (typedAddress.Length > LongestAddress || !IsTemplate(typedAddress)))
        {
            refusals.Add(
                new Refusal(
                    nameof(DefectAddress),
                    "Dit is geen adres van een website. Een goed adres begint met https:// en heeft plaatsen tussen accolades alleen na het vraagteken."
                )
            );
        }

        if (typedMail.Length > 0 && !TypedMailAddress.IsOne(typedMail))
        {
            refusals.Add(
                new Refusal(nameof(DefectMail), "Dit is geen mailadres. Een goed voorbeeld: meldingen@gemeente.nl.")
            );
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        (DefectAddress, DefectMail) = (typedAddress, typedMail);
        return Outcome.Done;
    }

    /// <summary>
    /// The address with what was typed filled in, each escaped, so that no words can lead anywhere else; null without one.
    /// </summary>
    public static string? FilledIn(string template, string text, string latitude, string longitude) =>
        template.Length == 0 || !IsTemplate(template)
            ? null
            : template
                .Replace("{text}", Uri.EscapeDataString(text), StringComparison.Ordinal)
                .Replace("{lat}", Uri.EscapeDataString(latitude), StringComparison.Ordinal)
                .Replace("{lon}", Uri.EscapeDataString(longitude), StringComparison.Ordinal);

    /// <summary>A website, with places only where they can't change whose website it is.</summary>
    private static bool IsTemplate(string template)
    {
        var start = template.Split('?', '#')[0];
        return !start.Contains('{', StringComparison.Ordinal)
            && start.StartsWith("http", StringComparison.OrdinalIgnoreCase)
            && start.Contains("://", StringComparison.Ordinal)
            && !template.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign) || sign is '<' or '>' or '"')
            && WebAddress.Read(start) is { Length: > 0 };
    }
}
