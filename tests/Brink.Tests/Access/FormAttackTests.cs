using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Brink.Features.Accounts;
using Brink.Platform.Http;
using Brink.Platform.Tenancy;
using Brink.Tests.Support;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Brink.Tests.Access;

/// <summary>
/// Every field of every form that somebody can reach, filled with what nobody means well: never an error of ours, and
/// never back on a page as more than text.
/// </summary>
public sealed class FormAttackTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const string Script = "\"'><script>aanval()</script><img src=x onerror=aanval()>";

    /// <summary>What a field may well keep stands together in one text, short enough for a name; the rest alone.</summary>
    private static readonly string[] Attacks =
    [
        Script + "';--{{7*7}}%00../\u202Ex\u2066👩‍👩‍👧 é̂𝔘",
        new('a', 100_000),
        "nul\0teken",
    ];

    [Fact]
    public async Task Forms_SurviveWhatNobodyMeansWell()
    {
        host.Configure = builder =>
        {
            builder.Services.Replace(ServiceDescriptor.Singleton(new SignInLimits(TriesPerMinute: int.MaxValue)));
            builder.Services.Configure<SearchLimits>(limits => limits.PerMinute = int.MaxValue);
        };
        await using var instance = await host.StartAsync();
        var elsewhere = await host.AddMunicipalityAsync("Elders", "elders.example");
        instance.Services.GetRequiredService<ITenantDirectory>().Refresh();
        var addresses = await Addresses.AllAsync(instance.Services);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var tried = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var role in new[] { "anonymous", "resident", "initiator", "contact", "liaison", "administrator" })
        {
            var harmless = new HashSet<string>(StringComparer.Ordinal);
            foreach (var attack in Attacks)
            {
                await host.BeginAnewAsync(instance);
                var cast = await Cast.GatherAsync(host, elsewhere);
                using var browser = host.Browser(cast[role], host.Tenant, instance);
                var sent = new HashSet<string>(StringComparer.Ordinal);
                foreach (var (pattern, page) in Pages(cast, addresses).Where(page => !harmless.Contains(page.Pattern)))
                {
                    if (await AttackAsync(browser, page, attack, sent, tried, found) is 0)
                    {
                        harmless.Add(pattern);
                    }
                }
            }
        }

        Assert.True(tried.Count > 5, string.Join('\n', tried));
        Conventions.Findings.None(found);
    }

    [Fact]
    public async Task Pages_ShowWhatIsStoredAsTextOnly()
    {
        var data = new TestData(host);
        var place = await data.PlaceAsync(Script);
        var by = await data.PersonAsync(Script);
        await data.InitiativeAsync(place, by, Script);
        var elsewhere = await host.AddMunicipalityAsync(Script, "vreemd.example");
        host.Services.GetRequiredService<ITenantDirectory>().Refresh();
        var cast = await Cast.GatherAsync(host, elsewhere);
        var found = new SortedSet<string>(StringComparer.Ordinal);
        using var browser = host.Browser(await data.AdministratorAsync());
        foreach (var (_, page) in Pages(cast, await Addresses.AllAsync(host.Services)))
        {
            await browser.AskAsync(page);
            Look(browser, $"GET {page}", found);
        }

        Conventions.Findings.None(found);
    }

    [Fact]
    public void Look_FindsScriptThatCameThrough()
    {
        Assert.True(IsUnescaped("<p>" + Script));
        Assert.True(IsUnescaped("<a title=\"" + "x\u202Ey"));
        Assert.False(IsUnescaped("<p>" + WebUtility.HtmlEncode(Script)));
    }

    private static IEnumerable<(string Pattern, string Page)> Pages(Cast cast, IReadOnlyList<Address> addresses) =>
        addresses
            .Where(address => address is { Method: "GET", Handler: null })
            .Where(address =>
                !address.Pattern.StartsWith("/api/", StringComparison.Ordinal) && address.Pattern != "/uitloggen"
            )
            .SelectMany(address =>
                cast.Fill(address)
                    .Where(one => one.State != "foreign")
                    .Select(one => (address.Pattern + one.State, one.Address))
            );

    /// <returns>How many forms could be filled in; null where the page did not open, which may change.</returns>
    private static async Task<int?> AttackAsync(
        TestBrowser browser,
        string page,
        string attack,
        HashSet<string> sent,
        SortedSet<string> tried,
        SortedSet<string> found
    )
    {
        var filledIn = 0;
        // Once with only free text attacked, so that it gets as far as it can, and once with every field.
        foreach (var everyField in new[] { false, true })
        {
            if ((await browser.AskAsync(page)).StatusCode != HttpStatusCode.OK)
            {
                return null;
            }

            var forms = browser.Page.QuerySelectorAll<IHtmlFormElement>("form").Count();
            for (var number = 0; number < forms; number++)
            {
                var form = browser.Page.QuerySelectorAll<IHtmlFormElement>("form").ElementAtOrDefault(number);
                if (form is null || Request(form, browser.Address, attack, everyField) is not { } request)
                {
                    continue;
                }

                filledIn++;
                // What stands on every page, as searching, is sent once.
                if (!sent.Add($"{everyField} {Identity(form, request)}"))
                {
                    continue;
                }

                var what = $"{request.Method} {request.RequestUri!.OriginalString.Split('?')[0]}";
                tried.Add(what);
                await browser.SendAsync(request);
                Look(browser, what, found);
                if (browser.Response.Headers.Location is { } next)
                {
                    await browser.AskAsync(next.OriginalString);
                    Look(browser, what + " → " + next.OriginalString.Split('?')[0], found);
                }

                await browser.AskAsync(page);
            }
        }

        return filledIn;
    }

    /// <summary>Where it goes and what it asks: two forms with the same are one.</summary>
    private static string Identity(IHtmlFormElement form, HttpRequestMessage request) =>
        $"{request.Method} {request.RequestUri!.OriginalString.Split('?')[0]} {form.GetAttribute("action")} "
        + string.Join(',', form.QuerySelectorAll("[name]").Select(field => field.GetAttribute("name")));

    private static void Look(TestBrowser browser, string what, SortedSet<string> found)
    {
        if ((int)browser.Response.StatusCode >= 500)
        {
            found.Add($"{what}: {(int)browser.Response.StatusCode}");
        }

        if (
            browser.Response.Content.Headers.ContentType?.MediaType is "text/html" or "application/xml"
            && IsUnescaped(browser.Body)
        )
        {
            found.Add($"{what}: not escaped: {Around(browser.Body)}");
        }
    }

    private static bool IsUnescaped(string body) => Unescaped(body) >= 0;

    private static int Unescaped(string body) =>
        new[]
        {
            body.IndexOf("<script>aanval", StringComparison.Ordinal),
            body.IndexOf("<img src=x", StringComparison.Ordinal),
            body.AsSpan().IndexOfAny("\0\u202E\u2066"),
        }.Max();

    private static string Around(string body) =>
        Uri.EscapeDataString(
            body.Substring(
                Math.Max(0, Unescaped(body) - 60),
                Math.Min(100, body.Length - Math.Max(0, Unescaped(body) - 60))
            )
        );

    /// <summary>The form as filled in; null where there is nothing to fill in.</summary>
    private static HttpRequestMessage? Request(IHtmlFormElement form, string address, string attack, bool everyField)
    {
        var values = new List<KeyValuePair<string, string>>();
        var attacked = false;
        var chosen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var element in form.QuerySelectorAll("input, textarea, select"))
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name)
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "hidden" } hidden:
                    values.Add(
                        new(
                            name,
                            everyField && !name.StartsWith("__", StringComparison.Ordinal) ? attack : hidden.Value
                        )
                    );
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox" } choice when chosen.Add(name):
                    values.Add(new(name, everyField ? attack : choice.Value));
                    attacked |= everyField;
                    break;
                case IHtmlInputElement { Type: "radio" or "checkbox" or "file" or "submit" or "button" }:
                    break;
                case IHtmlSelectElement select:
                    values.Add(new(name, everyField ? attack : select.Options.LastOrDefault()?.Value ?? ""));
                    attacked |= everyField;
                    break;
                case IHtmlInputElement when name == Brink.Features.Shared.TrapField.Name:
                    values.Add(new(name, ""));
                    break;
                case IHtmlInputElement input:
                    var plain = everyField ? null : Plain(input.Type);
                    values.Add(new(name, plain ?? attack));
                    attacked |= plain is null;
                    break;
                case IHtmlTextAreaElement:
                    values.Add(new(name, attack));
                    attacked = true;
                    break;
            }
        }

        if (!attacked)
        {
            return null;
        }

        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : address;
        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            // An address has an end; servers refuse what is longer before it gets anywhere.
            var query = values.Select(value =>
                $"{Uri.EscapeDataString(value.Key)}={Uri.EscapeDataString(value.Value[..Math.Min(value.Value.Length, 4000)])}"
            );
            return new HttpRequestMessage(HttpMethod.Get, action.Split('?')[0] + "?" + string.Join('&', query));
        }

        if (!string.Equals(form.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new HttpRequestMessage(HttpMethod.Post, action) { Content = new FormUrlEncodedContent(values) };
        }

        var content = new MultipartFormDataContent();
        values.ForEach(value => content.Add(new StringContent(value.Value), value.Key));
        return new HttpRequestMessage(HttpMethod.Post, action) { Content = content };
    }

    /// <summary>Something sensible for fields that take no free text.</summary>
    private static string? Plain(string type) =>
        type switch
        {
            "email" => "iemand@voorbeeld.example",
            "tel" => "0593 123 456",
            "number" => "3",
            "date" => "2026-11-02",
            _ => null,
        };
}
