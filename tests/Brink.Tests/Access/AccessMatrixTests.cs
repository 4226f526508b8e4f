using System.Net;
using Brink.Features.Accounts;
using Brink.Platform.Tenancy;
using Brink.Tests.Support;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Brink.Tests.Access;

/// <summary>
/// Who gets what where: every role at every address with every kind of thing, over HTTP. What came out stands in
/// access-matrix.txt, read and approved by somebody; a new address without a row there fails.
/// </summary>
public sealed class AccessMatrixTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private const string File = "Access/access-matrix.txt";
    private const string SentToSignIn = "login";
    private const string Done = "done";
    private const int RenewalsPerAnalysis = 25;

    [Fact]
    public async Task Matrix_IsTheApprovedOne()
    {
        host.Configure = TrustForms;
        await using var instance = await host.StartAsync();
        var elsewhere = await host.AddMunicipalityAsync("Elders", "elders.example");
        instance.Services.GetRequiredService<ITenantDirectory>().Refresh();
        var cast = await Cast.GatherAsync(host, elsewhere);
        var lines = new List<string> { Line("", cast.People.Select(one => one.Role)) };
        var wrong = new List<string>();
        var renewals = 0;
        foreach (var address in await Addresses.AllAsync(instance.Services))
        {
            var kind = Cast.KindOf(address.Pattern);
            for (var state = 0; state < cast.Fill(address).Count; state++)
            {
                // Whoever only looks changes nothing, so all of them may look at once.
                var row =
                    address.Method == "GET"
                        ? (
                            await Task.WhenAll(
                                cast.People.Select(one =>
                                    AskAsync(instance, one.Person, address, cast.Fill(address)[state].Address)
                                )
                            )
                        ).ToList()
                        : [];
                for (var column = row.Count; column < cast.People.Count; column++)
                {
                    var filled = cast.Fill(address)[state].Address;
                    row.Add(await AskAsync(instance, cast.People[column].Person, address, filled));
                    // Something may have changed: whoever comes next finds everything as it was.
                    if (row[^1] == Done && kind is not null)
                    {
                        cast = await cast.WithNewAsync(kind) ?? await AnewAsync();
                        renewals++;
                    }
                }

                if (row.Contains(Done) && kind is null)
                {
                    // What is about nothing in particular changes only the one who did it.
                    cast = await AnewAsync();
                    renewals++;
                }

                if (renewals >= RenewalsPerAnalysis)
                {
                    // In use the database finds out by itself how much there is by now.
                    await Sql.ExecuteAsync(host.Database.OwnerConnectionString, "ANALYZE");
                    renewals = 0;
                }

                var what = $"{address} [{cast.Fill(address)[state].State}]";
                lines.Add(Line(what, row));
                wrong.AddRange(Wrong(address, cast.Fill(address)[state].State, row).Select(why => $"{what}: {why}"));
            }
        }

        Approved.Compare(File, lines);
        Conventions.Findings.None(wrong);
        return;

        async Task<Cast> AnewAsync()
        {
            await host.BeginAnewAsync(instance);
            return await Cast.GatherAsync(host, elsewhere);
        }
    }

    [Fact]
    public void Wrong_FindsWhatNoApprovalMayAllow()
    {
        var open = new Address("/x", "GET", null, Addresses.Everyone);
        var closed = open with { Access = Addresses.SignedIn };

        Assert.Empty(Wrong(open, "public", ["200", "200", "200"]));
        Assert.Single(Wrong(open, "public", ["200", "500", "200"]));
        Assert.Single(Wrong(open, "public", ["404", "200", "200"]));
        Assert.Single(Wrong(open, "foreign", ["404", "200", "404"]));
        Assert.Single(Wrong(closed, "public", ["200", "200", "200"]));
        Assert.Empty(Wrong(closed, "public", [SentToSignIn, "200", SentToSignIn]));
    }

    /// <summary>What may never be, whatever somebody approved. The first column is nobody, the last somebody of elsewhere.</summary>
    private static IEnumerable<string> Wrong(Address address, string state, List<string> row)
    {
        if (row.Exists(outcome => outcome.StartsWith('5')))
        {
            yield return "somebody got an error of ours";
        }

        if (row[0] != row[^1])
        {
            yield return "somebody of another municipality is not treated as nobody";
        }

        if (state == "foreign" && row.Exists(outcome => outcome is "200" or Done))
        {
            yield return "what belongs to another municipality is reached";
        }

        if (address.Access != Addresses.Everyone && row[0] != SentToSignIn)
        {
            yield return "nobody gets in where one must be signed in";
        }
    }

    private async Task<string> AskAsync(WebApplication instance, Person? person, Address address, string filled)
    {
        using var browser = host.Browser(person, host.Tenant, instance);
        var request = new HttpRequestMessage(new HttpMethod(address.Method), filled);
        if (address.Method == "POST")
        {
            request.Content = new FormUrlEncodedContent([]);
        }

        var answer = await browser.SendAsync(request);
        return answer.Headers.Location?.OriginalString is not { } to ? ((int)answer.StatusCode).ToString()
            : to.StartsWith("/inloggen?", StringComparison.Ordinal) ? SentToSignIn
            : answer.StatusCode is HttpStatusCode.Found && address.Method == "POST" ? Done
            : ((int)answer.StatusCode).ToString();
    }

    private static string Line(string what, IEnumerable<string> cells) =>
        $"{what, -78} {string.Join(' ', cells.Select(cell => $"{cell, -13}"))}".TrimEnd();

    private static void TrustForms(WebApplicationBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IAntiforgery, TrustingAntiforgery>());
        builder.Services.Replace(ServiceDescriptor.Singleton(GenerousLimits()));
    }

    private static SignInLimits GenerousLimits() => new(TriesPerMinute: int.MaxValue);

    /// <summary>Access is what is asked here; that forms can't be forged is asked elsewhere.</summary>
    private sealed class TrustingAntiforgery : IAntiforgery
    {
        public AntiforgeryTokenSet GetAndStoreTokens(HttpContext httpContext) => GetTokens(httpContext);

        public AntiforgeryTokenSet GetTokens(HttpContext httpContext) => new("x", "x", "x", "x");

        public Task<bool> IsRequestValidAsync(HttpContext httpContext) => Task.FromResult(true);

        public Task ValidateRequestAsync(HttpContext httpContext) => Task.CompletedTask;

        public void SetCookieTokenAndHeader(HttpContext httpContext) { }
    }
}
