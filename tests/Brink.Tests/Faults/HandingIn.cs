using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Brink.Features.Shared;
using Brink.Platform;

namespace Brink.Tests.Faults;

/// <summary>Many people who hand in an idea at once, through the same pages as anybody.</summary>
internal sealed partial class HandingIn(long villageId, int most)
{
    private const int People = 8;
    private int begun;

    /// <summary>Mail addresses of those who saw that their idea was received.</summary>
    public ConcurrentDictionary<string, bool> Acknowledged { get; } = new(StringComparer.Ordinal);

    /// <summary>What else came instead of a receipt.</summary>
    public ConcurrentDictionary<string, int> Refusals { get; } = new(StringComparer.Ordinal);

    /// <summary>Until all are in, or the program has gone.</summary>
    public Task RunAsync(Uri address) =>
        Task.WhenAll(Enumerable.Range(0, People).Select(_ => Task.Run(() => OneAfterAnotherAsync(address))));

    public async Task WaitForAsync(int acknowledged)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (Acknowledged.Count < acknowledged)
            await Task.Delay(5, patience.Token);
    }

    private async Task OneAfterAnotherAsync(Uri address)
    {
        using var browser = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
        try
        {
            var token = "";
            while (Interlocked.Increment(ref begun) is var number && number <= most)
            {
                if (token.Length == 0)
                    token = await TokenAsync(browser);
                if (token.Length > 0 && !await HandInAsync(browser, token, number))
                    token = "";
            }
        }
        catch (HttpRequestException)
        {
            // The program was killed; nobody was told that this one was received.
        }
    }

    private async Task<string> TokenAsync(HttpClient browser)
    {
        using var first = await browser.GetAsync(new Uri("/idee", UriKind.Relative));
        if (!first.IsSuccessStatusCode)
        {
            Count(first.StatusCode);
            await Task.Delay(200);
            return "";
        }
        return Token().Match(await first.Content.ReadAsStringAsync()).Groups["token"].Value;
    }

    /// <returns>Whether the program went along to the end.</returns>
    private async Task<bool> HandInAsync(HttpClient browser, string token, int number)
    {
        var mail = string.Create(CultureInfo.InvariantCulture, $"indiener{number}@proef.example");
        var title = string.Create(CultureInfo.InvariantCulture, $"Proefidee nummer {number}");
        var village = villageId.ToString(CultureInfo.InvariantCulture);
        var answered =
            await SendAsync("/idee", ("Title", title), ("What", "Een bankje."), ("Why", "Om uit te rusten."))
            && await SendAsync("/idee/dorp", ("VillageId", village))
            && await SendAsync("/idee/samen", ("With", "Alone"))
            && await SendAsync("/idee/bereikbaar", ("Name", "Proefbewoner"), ("ReachBy", "Mail"), ("Mail", mail))
            && await SendAsync("/idee/controle", ("IsFromPerson", "true"), (FormKey.Field, Secret.New()));
        if (answered)
            Acknowledged[mail] = true;
        return answered;

        async Task<bool> SendAsync(string page, params (string Name, string Value)[] fields)
        {
            using var form = new FormUrlEncodedContent([
                new("__RequestVerificationToken", token),
                .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            ]);
            using var answer = await browser.PostAsync(new Uri(page, UriKind.Relative), form);
            if (answer.StatusCode == HttpStatusCode.Redirect)
                return true;
            Count(answer.StatusCode);
            return false;
        }
    }

    private void Count(HttpStatusCode status) =>
        Refusals.AddOrUpdate(((int)status).ToString(CultureInfo.InvariantCulture), 1, (_, count) => count + 1);

    [GeneratedRegex(
        "name=\"__RequestVerificationToken\"[^>]* value=\"(?<token>[^\"]+)\"",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Token();
}
