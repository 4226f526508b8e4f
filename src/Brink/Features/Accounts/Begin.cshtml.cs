using System.Text.RegularExpressions;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Mail;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Brink.Features.Accounts;

/// <summary>The first page of an empty installation: which municipality, and who looks after Brink.</summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public partial class BeginModel(FirstAdministrator first) : BrinkPage
{
    private const int Longest = 120;

    [BindProperty]
    public string MunicipalityName { get; set; } = "";

    [BindProperty]
    public string CbsCode { get; set; } = "";

    [BindProperty]
    public string Host { get; set; } = "";

    [BindProperty]
    public string ContactName { get; set; } = "";

    [BindProperty]
    public string ContactMail { get; set; } = "";

    [BindProperty]
    public string ContactTelephone { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Mail { get; set; } = "";

    public async Task<IActionResult> OnGetAsync(string secret)
    {
        if (!await first.IsOpenAsync(secret, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        Host = Request.Host.Host;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (!await first.IsOpenAsync(secret, HttpContext.RequestAborted))
        {
            return NotFound();
        }

        var refusals = Check().ToArray();
        if (refusals.Length > 0)
        {
            return Refused(Outcome.Of(refusals));
        }

        var (outcome, person) = await first.BeginAsync(
            secret,
            new(
                MunicipalityName,
                CbsCode.ToUpperInvariant(),
                Host.ToLowerInvariant(),
                ContactName,
                ContactMail,
                ContactTelephone,
                Name,
                Mail
            ),
            HttpContext.RequestAborted
        );
        if (person is null)
        {
            return Refused(outcome);
        }

        await Session.BeginAsync(HttpContext, person, isOfficial: true, SignInWay.FirstAdministrator);
        return LocalRedirect(AccountLinks.AfterSignIn);
    }

    private IEnumerable<Refusal> Check()
    {
        if (MunicipalityName.Length is 0 or > Longest)
        {
            yield return new Refusal(nameof(MunicipalityName), "Vul de naam van de gemeente in.");
        }

        if (!GemeenteCode().IsMatch(CbsCode))
        {
            yield return new Refusal(nameof(CbsCode), "Vul de code van het CBS in: GM en vier cijfers, zoals GM1731.");
        }

        if (Uri.CheckHostName(Host) != UriHostNameType.Dns || Host.Length > Longest)
        {
            yield return new Refusal(nameof(Host), "Vul het adres in zonder https, zoals brink.uwgemeente.nl.");
        }

        if (ContactName.Length is 0 or > Longest)
        {
            yield return new Refusal(nameof(ContactName), "Vul in wie men bij de gemeente kan bereiken.");
        }

        if (!TypedMailAddress.IsOne(ContactMail))
        {
            yield return new Refusal(nameof(ContactMail), "Vul een mailadres in, zoals naam@voorbeeld.nl.");
        }

        if (ContactTelephone.Length is 0 or > 30)
        {
            yield return new Refusal(nameof(ContactTelephone), "Vul een telefoonnummer in, zoals 0593 12 34 56.");
        }

        if (Name.Length is 0 or > Longest)
        {
            yield return new Refusal(nameof(Name), "Vul uw naam in.");
        }

        if (!TypedMailAddress.IsOne(Mail))
        {
            yield return new Refusal(nameof(Mail), "Vul uw mailadres in, zoals naam@voorbeeld.nl.");
        }
    }

    [GeneratedRegex("^GM[0-9]{4}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex GemeenteCode();
}
