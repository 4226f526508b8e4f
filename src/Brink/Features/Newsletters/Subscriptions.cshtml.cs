using System.Globalization;
using System.Text;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Newsletters;

/// <summary>
/// For the administrator: how many subscriptions there are, and what mail servers reported later than at sending. Says how
/// many, never who.
/// </summary>
[Authorize]
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class SubscriptionsModel : BrinkPage
{
    private const int MostBytes = 20_000_000;
    private const int MostOfOne = 2_000_000;
    private const int MostAddresses = 5000;
    private const int MostReports = 200;

    [BindProperty]
    public List<IFormFile> Reports { get; set; } = [];

    [BindProperty]
    public string? Addresses { get; set; }

    [BindProperty(SupportsGet = true, Name = "gelezen")]
    public int? Read { get; set; }

    [BindProperty(SupportsGet = true, Name = "rust")]
    public int? Rested { get; set; }

    public SubscriptionCounts Counts { get; private set; } = null!;

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Viewer.MayKeepSubscriptions())
        {
            return Forbid();
        }

        await LoadAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Viewer.MayKeepSubscriptions())
        {
            return Forbid();
        }

        var (typed, wrong) = (TypedAddresses(), Check().ToArray());
        var reported = wrong.Length == 0 ? await ReportedAsync() : [];
        var all = typed.Concat(reported).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
        if (wrong.Length == 0 && all.Length == 0)
        {
            wrong =
            [
                Reports.Count > 0
                    ? new Refusal(
                        nameof(Reports),
                        "In deze bestanden staat geen adres dat voorgoed is geweigerd. Is het wel het bericht van de mailserver?"
                    )
                    : new Refusal(nameof(Addresses), "Kies een bestand, of vul een mailadres in."),
            ];
        }

        if (wrong.Length > 0)
        {
            await LoadAsync();
            return Refused(Outcome.Of(wrong));
        }

        var rested = 0;
        return await DoAsync(
            async () =>
            {
                rested = await NewsletterBounces.RestAsync(Db, all, Acts(), Aborted);
                return Outcome.Done;
            },
            () =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{NewsletterLinks.Subscriptions}?gelezen={all.Length}&rust={rested}"
                ),
            LoadAsync
        );
    }

    private string[] TypedAddresses() =>
        [
            .. (Addresses ?? "").Split(
                [' ', '\t', '\r', '\n', ',', ';', '<', '>'],
                StringSplitOptions.RemoveEmptyEntries
            ),
        ];

    private IEnumerable<Refusal> Check()
    {
        var typed = TypedAddresses();
        var number = Array.FindIndex(typed, one => !TypedMailAddress.IsOne(one));
        if (typed.Length > MostAddresses)
        {
            yield return new Refusal(
                nameof(Addresses),
                "Dit zijn te veel adressen. Geef er niet meer dan {0} tegelijk.",
                MostAddresses
            );
        }
        else if (number >= 0)
        {
            yield return new Refusal(nameof(Addresses), "Regel {0} is geen mailadres.", number + 1);
        }

        if (Reports.Count > MostReports || Reports.Exists(report => report.Length > MostOfOne))
        {
            yield return new Refusal(
                nameof(Reports),
                "Dit zijn te veel of te grote bestanden. Kies er minder tegelijk."
            );
        }
    }

    private async Task<string[]> ReportedAsync()
    {
        var found = new List<string>();
        foreach (var report in Reports)
        {
            // Bytes one for one: a report is plain ASCII but for what it holds of others.
            using var reader = new StreamReader(report.OpenReadStream(), Encoding.Latin1);
            var text = await reader.ReadToEndAsync(Aborted);
            found.AddRange(
                DeliveryReport.Read(text).Where(failed => failed.IsForGood).SelectMany(failed => failed.Addresses)
            );
        }

        return [.. found];
    }

    private async Task LoadAsync() => Counts = await Db.SubscriptionCountsAsync(Aborted);
}
