using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Brink.Platform.Api;
using Brink.Tests.Support;

namespace Brink.Tests.Platform.Api;

/// <summary>The NL API Design Rules, asked of every address of the open interface.</summary>
public sealed partial class ApiRulesTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private const string Document = "/api/v1/openapi.json";
    private readonly List<string> addresses = [];
    private Place place = null!;

    public async ValueTask InitializeAsync()
    {
        var data = new TestData(host);
        place = await data.PlaceAsync();
        var initiative = await data.InitiativeAsync(place, await data.PersonAsync("Geheime Bewoner"));
        foreach (var pattern in (await Addresses.AllAsync(host.Services)).Select(a => a.Pattern).Distinct())
        {
            if (pattern.StartsWith(ApiServices.Root, StringComparison.Ordinal))
            {
                var id =
                    pattern.Contains("/dorpen/", StringComparison.Ordinal) ? place.Village.Id
                    : pattern.Contains("/organisaties/", StringComparison.Ordinal) ? place.Association.Id
                    : initiative.Id;
                addresses.Add(
                    pattern.Replace("{id:long}", id.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                );
            }
        }

        Assert.Contains("/api/v1/dorpen", addresses);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task EveryAddress_Answers_WithTheHeadersOfTheRules()
    {
        foreach (var address in addresses)
        {
            var answer = await host.Browser().AskAsync(address);

            Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode}");
            Assert.Equal(ApiServices.Version, Header(answer, "API-Version"));
            Assert.Equal("*", Header(answer, "Access-Control-Allow-Origin"));
            Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
            Assert.Contains(
                "frame-ancestors 'none'",
                Header(answer, "Content-Security-Policy"),
                StringComparison.Ordinal
            );
            Assert.Contains("max-age=31536000", Header(answer, "Strict-Transport-Security"), StringComparison.Ordinal);
            Assert.Equal(
                "no-cache, public",
                string.Join(", ", Header(answer, "Cache-Control").Split(", ").Order(StringComparer.Ordinal))
            );
            Assert.False(answer.Headers.Contains("Set-Cookie"), address);
            Assert.Contains(
                answer.Content.Headers.ContentType!.MediaType,
                new[] { "application/json", "application/geo+json", "application/json;charset=utf-8" }
            );
        }
    }

    [Fact]
    public async Task EveryAddress_FromTheCache_HasTheSameHeaders()
    {
        foreach (var address in addresses)
        {
            var browser = host.Browser();
            var first = await browser.AskAsync(address);
            var body = browser.Body;
            var second = await browser.AskAsync(address);

            Assert.Equal(body, browser.Body);
            Assert.Equal(Header(first, "API-Version"), Header(second, "API-Version"));
            Assert.Equal(first.Content.Headers.ContentType, second.Content.Headers.ContentType);
        }
    }

    [Fact]
    public void EveryAddress_IsKebabCaseWithoutSlashAtTheEnd() =>
        Assert.All(addresses, address => Assert.Matches(Path(), address));

    [Fact]
    public async Task EveryAddress_WithASlashAtTheEnd_IsAbsent()
    {
        foreach (var address in addresses)
        {
            await AssertProblemAsync(await host.Browser().AskAsync(address + "/"), HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task EveryAddress_OnlyReads()
    {
        foreach (var address in addresses)
        {
            await AssertProblemAsync(
                await host.Browser().AskAsync(address, HttpMethod.Post),
                HttpStatusCode.MethodNotAllowed
            );
        }
    }

    [Fact]
    public async Task EveryAddress_AnswersWhatABrowserAsksBeforehand()
    {
        foreach (var address in addresses)
        {
            var answer = await host.Browser().AskAsync(address, HttpMethod.Options);
            Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
            Assert.Equal("GET, HEAD, OPTIONS", Header(answer, "Access-Control-Allow-Methods"));
        }
    }

    [Fact]
    public async Task EveryAddress_AnswersHead_WithTheHeadersOfGetAndNothingElse()
    {
        foreach (var address in addresses)
        {
            var browser = host.Browser();
            var head = await browser.AskAsync(address, HttpMethod.Head);
            Assert.True(head.StatusCode == HttpStatusCode.OK, $"{address}: {head.StatusCode}");
            Assert.Empty(browser.Body);
            var get = await browser.AskAsync(address);
            Assert.NotEmpty(browser.Body);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(Header(get, "API-Version"), Header(head, "API-Version"));
            Assert.Equal(Header(get, "ETag"), Header(head, "ETag"));
            await browser.AskAsync(address, HttpMethod.Head);
            Assert.Empty(browser.Body);
        }
    }

    [Fact]
    public async Task EveryAddress_AskedAgainWithItsTag_IsNotModified()
    {
        foreach (var address in addresses)
        {
            var browser = host.Browser();
            // Once as made anew and once as kept: the query makes it another page to the cache and the same to the reader.
            var tag = Header(await browser.AskAsync(address), "ETag");
            Assert.StartsWith("W/\"", tag, StringComparison.Ordinal);
            for (var time = 0; time < 2; time++)
            {
                var again = new HttpRequestMessage(HttpMethod.Get, address);
                again.Headers.TryAddWithoutValidation("If-None-Match", $"\"iets-anders\", {tag}");
                await browser.SendAsync(again);
                Assert.Equal(HttpStatusCode.NotModified, browser.Response.StatusCode);
                Assert.Empty(browser.Body);
                Assert.Equal(tag, Header(browser.Response, "ETag"));
                Assert.DoesNotContain("no-store", Header(browser.Response, "Cache-Control"), StringComparison.Ordinal);
            }

            var other = new HttpRequestMessage(HttpMethod.Get, address);
            other.Headers.TryAddWithoutValidation("If-None-Match", "\"iets-anders\"");
            await browser.SendAsync(other);
            Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
            Assert.NotEmpty(browser.Body);
        }
    }

    [Fact]
    public async Task Tag_ChangesWithWhatIsIn_AndIsComparedWithoutTheCacheToo()
    {
        var before = Header(await host.Browser().AskAsync("/api/v1/dorpen"), "ETag");
        await new TestData(host).PlaceAsync();
        // Whoever did something himself reads past the cache.
        using var browser = host.Browser(place.ContactPerson);
        var first = new HttpRequestMessage(HttpMethod.Get, "/api/v1/dorpen");
        first.Headers.TryAddWithoutValidation("If-None-Match", before);
        await browser.SendAsync(first);
        Assert.Equal(HttpStatusCode.OK, browser.Response.StatusCode);
        var after = Header(browser.Response, "ETag");
        Assert.NotEqual(before, after);

        var second = new HttpRequestMessage(HttpMethod.Get, "/api/v1/dorpen");
        second.Headers.TryAddWithoutValidation("If-None-Match", after);
        await browser.SendAsync(second);

        Assert.Equal(HttpStatusCode.NotModified, browser.Response.StatusCode);
    }

    [Fact]
    public async Task Lists_SayHowManyThereAreAndLeadToTheLastPage()
    {
        var data = new TestData(host);
        await data.InitiativeAsync(place, await data.PersonAsync(), "Nog een plan");
        await data.InitiativeAsync(place, await data.PersonAsync(), "En nog een plan");
        foreach (var list in new[] { "dorpen", "organisaties", "initiatieven", "toezeggingen" })
        {
            var all = await JsonAsync($"/api/v1/{list}?aantal=100&pagina=1");
            var total = all.GetProperty("totaal").GetInt32();
            Assert.Equal(all.GetProperty("resultaten").GetArrayLength(), total);
            var ids = all.GetProperty("resultaten").EnumerateArray().Select(IdOf).ToList();

            var paged = new List<long>();
            var address = $"/api/v1/{list}?aantal=1";
            while (true)
            {
                var page = await JsonAsync(address);
                Assert.Equal(total, page.GetProperty("totaal").GetInt32());
                paged.AddRange(page.GetProperty("resultaten").EnumerateArray().Select(IdOf));
                var links = page.GetProperty("_links");
                var self = links.GetProperty("self").GetProperty("href").GetString();
                if (links.GetProperty("next").ValueKind == JsonValueKind.Null)
                {
                    Assert.Equal(links.GetProperty("last").GetProperty("href").GetString(), self);
                    break;
                }

                address = links.GetProperty("next").GetProperty("href").GetString()!;
            }

            Assert.Equal(ids, paged);
        }

        static long IdOf(JsonElement one) => one.GetProperty("id").GetInt64();
    }

    [Fact]
    public async Task EveryAddress_AskedWrongly_SaysAllThatIsWrongAtOnce()
    {
        foreach (var address in addresses.Where(a => a != Document))
        {
            var answer = await host.Browser().AskAsync(address + "?bestaatNiet=1&ditOokNiet=%3Cscript%3E");
            var problem = await AssertProblemAsync(answer, HttpStatusCode.BadRequest);
            Assert.Equal(
                ["bestaatNiet", "ditOokNiet"],
                problem
                    .GetProperty("errors")
                    .EnumerateArray()
                    .Select(e => e.GetProperty("location").GetProperty("name").GetString())
            );
        }
    }

    [Fact]
    public async Task EveryParameterInTheDescription_WithNonsense_IsRefusedOrUnderstood()
    {
        var description = await JsonAsync(Document);
        foreach (var path in description.GetProperty("paths").EnumerateObject())
        {
            if (!path.Value.GetProperty("get").TryGetProperty("parameters", out var parameters))
            {
                continue;
            }

            var address = addresses.First(a => a.Split('?')[0] == ApiServices.Root + Filled(path.Name, a));
            foreach (
                var parameter in parameters.EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query")
            )
            {
                var name = parameter.GetProperty("name").GetString();
                foreach (
                    var nonsense in new[]
                    {
                        "-1",
                        "x';DROP TABLE villages--",
                        "%00",
                        "%F0%9F%8C%B3",
                        new string('9', 40),
                        "",
                    }
                )
                {
                    var answer = await host.Browser().AskAsync($"{address}?{name}={Uri.EscapeDataString(nonsense)}");
                    Assert.True(
                        answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.BadRequest,
                        $"{address}?{name}={nonsense} gave {(int)answer.StatusCode}"
                    );
                }
            }
        }

        string Filled(string path, string like)
        {
            var parts = path.Split('/');
            var known = like[ApiServices.Root.Length..].Split('/');
            return parts.Length == known.Length
                ? string.Join('/', parts.Select((part, i) => part.StartsWith('{') ? known[i] : part))
                : path;
        }
    }

    [Fact]
    public async Task EveryAnswer_HasKeysInCamelCaseAndTimesInUtc()
    {
        foreach (var address in addresses.Where(a => a != Document))
        {
            Walk(await JsonAsync(address), address);
        }
    }

    [Fact]
    public async Task NoAnswer_NamesAResidentOrHowToReachOne()
    {
        foreach (var address in addresses)
        {
            var browser = host.Browser();
            await browser.AskAsync(address);
            Assert.DoesNotContain("Geheime Bewoner", browser.Body, StringComparison.Ordinal);
            Assert.DoesNotContain("@voorbeeld.example", browser.Body, StringComparison.Ordinal);
            Assert.DoesNotContain(place.ContactPerson.Name, browser.Body, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task UnknownAddresses_AreProblemsAndNotPages()
    {
        foreach (
            var address in new[]
            {
                "/api",
                "/api/v1",
                "/api/v2/dorpen",
                "/api/v1/geheim",
                "/api/v1/dorpen/999999",
                "/api/v1/dorpen/x",
            }
        )
        {
            await AssertProblemAsync(await host.Browser().AskAsync(address), HttpStatusCode.NotFound);
        }
    }

    [Fact]
    public async Task Description_NamesItsKeeperItsTermsAndEveryAddress()
    {
        var description = await JsonAsync(Document);

        Assert.StartsWith("3.0", description.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var info = description.GetProperty("info");
        Assert.Equal(ApiServices.Version, info.GetProperty("version").GetString());
        Assert.StartsWith(
            "https://",
            info.GetProperty("contact").GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
        Assert.True(info.TryGetProperty("license", out _));
        Assert.Contains(
            ApiServices.Version + ": ",
            info.GetProperty("description").GetString(),
            StringComparison.Ordinal
        );
        Assert.EndsWith(
            ApiServices.Root,
            description.GetProperty("servers")[0].GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
        var described = description.GetProperty("paths").EnumerateObject().ToArray();
        Assert.Equal(addresses.Count - 1, described.Length);
        Assert.All(
            described,
            path => Assert.NotEmpty(path.Value.GetProperty("get").GetProperty("summary").GetString()!)
        );
        Assert.All(described, path => Assert.DoesNotContain("api/v1", path.Name, StringComparison.Ordinal));
    }

    private async Task<JsonElement> JsonAsync(string address)
    {
        var browser = host.Browser();
        var answer = await browser.AskAsync(address);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{address}: {answer.StatusCode} {browser.Body}");
        return JsonDocument.Parse(browser.Body).RootElement;
    }

    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage answer, HttpStatusCode expected)
    {
        Assert.True(
            answer.StatusCode == expected,
            $"{answer.RequestMessage!.RequestUri} gave {(int)answer.StatusCode}"
        );
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", Header(answer, "Access-Control-Allow-Origin"));
        Assert.Equal(ApiServices.Version, Header(answer, "API-Version"));
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((int)expected, problem.GetProperty("status").GetInt32());
        Assert.NotEmpty(problem.GetProperty("title").GetString()!);
        return problem;
    }

    private static void Walk(JsonElement json, string address)
    {
        switch (json.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var member in json.EnumerateObject())
                {
                    Assert.True(Key().IsMatch(member.Name), $"{address}: key '{member.Name}'");
                    Walk(member.Value, address);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in json.EnumerateArray())
                {
                    Walk(item, address);
                }

                break;
            case JsonValueKind.String when Moment().IsMatch(json.GetString()!):
                Assert.EndsWith("Z", json.GetString(), StringComparison.Ordinal);
                break;
        }
    }

    private static string Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : "(none)";

    [GeneratedRegex("^/api/v1(/[a-z0-9]+(-[a-z0-9]+)*)+(\\.json)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Path();

    [GeneratedRegex("^_?[a-z][a-zA-Z0-9]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Key();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\dT", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Moment();
}
