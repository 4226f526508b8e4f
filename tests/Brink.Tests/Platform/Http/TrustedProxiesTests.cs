using System.Net;
using Brink.Platform;
using Brink.Platform.Http;
using Brink.Platform.Startup;
using Brink.Tests.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Platform.Http;

/// <summary>One proxy and one network of proxies are believed, and one search per client and minute shows who is who.</summary>
public sealed class BehindProxyHost : BrinkHost
{
    public BehindProxyHost(PostgresFixture postgres)
        : base(postgres) =>
        Configure = builder =>
        {
            builder.Configuration[TrustedProxies.Setting] = "192.0.2.1, 10.1.0.0/16";
            builder.Services.Configure<SearchLimits>(limits => limits.PerMinute = 1);
        };
}

public sealed class DirectHost : BrinkHost
{
    public DirectHost(PostgresFixture postgres)
        : base(postgres) =>
        Configure = builder => builder.Services.Configure<SearchLimits>(limits => limits.PerMinute = 1);
}

public sealed class TrustedProxiesTests(BehindProxyHost behind, DirectHost direct)
    : IClassFixture<BehindProxyHost>,
        IClassFixture<DirectHost>
{
    [Fact]
    public async Task Search_BehindATrustedProxy_IsCountedPerVisitor()
    {
        Assert.Equal(200, (await SearchAsync(behind, "192.0.2.1", "198.51.100.1")).StatusCode);
        Assert.Equal(200, (await SearchAsync(behind, "192.0.2.1", "198.51.100.2")).StatusCode);
        Assert.Equal(429, (await SearchAsync(behind, "192.0.2.1", "198.51.100.1")).StatusCode);
        // Another proxy before the proxy, in the trusted network: the visitor is the one before both.
        Assert.Equal(429, (await SearchAsync(behind, "192.0.2.1", "198.51.100.1, 10.1.7.7")).StatusCode);
        // What a visitor wrote into the header itself stands before what the proxy saw, and does not count.
        Assert.Equal(429, (await SearchAsync(behind, "192.0.2.1", "203.0.113.9, 198.51.100.1")).StatusCode);
    }

    [Fact]
    public async Task Search_FromElsewhere_IsCountedByItsOwnAddressWhateverItSays()
    {
        Assert.Equal(200, (await SearchAsync(behind, "203.0.113.5", "198.51.100.11")).StatusCode);
        Assert.Equal(429, (await SearchAsync(behind, "203.0.113.5", "198.51.100.12")).StatusCode);
    }

    [Fact]
    public async Task Search_WithoutTheSetting_BelievesNobody()
    {
        Assert.Equal(200, (await SearchAsync(direct, "127.0.0.1", "198.51.100.11")).StatusCode);
        Assert.Equal(429, (await SearchAsync(direct, "127.0.0.1", "198.51.100.12")).StatusCode);
    }

    [Theory]
    [InlineData("192.0.2.1", true)]
    [InlineData("::ffff:192.0.2.1", true)]
    [InlineData("203.0.113.6", false)]
    public async Task Https_IsBelievedFromATrustedProxyOnly(string from, bool believed)
    {
        var answer = await SearchAsync(behind, from, "198.51.100.21", "https");

        Assert.Equal(believed, answer.Headers.StrictTransportSecurity.Count > 0);
    }

    [Theory]
    [InlineData("proxy")]
    [InlineData("10.1.0.0/16, 10.0.0.0/99")]
    public void Read_WhenItIsNoAddress_SaysSo(string setting)
    {
        var refusal = Assert.Throws<CannotStartException>(() => TrustedProxies.Read(setting));

        Assert.Contains(TrustedProxies.Setting, refusal.Message, StringComparison.Ordinal);
    }

    private static async Task<HttpResponse> SearchAsync(
        BrinkHost host,
        string from,
        string forwardedFor,
        string protocol = "http"
    )
    {
        var context = await host.Server.SendAsync(request =>
        {
            request.Connection.RemoteIpAddress = IPAddress.Parse(from);
            request.Request.Method = "GET";
            request.Request.Scheme = "http";
            request.Request.Host = new HostString(host.Tenant.Host);
            request.Request.Path = "/zoeken";
            request.Request.QueryString = new QueryString("?q=" + Secret.New());
            request.Request.Headers["X-Forwarded-For"] = forwardedFor;
            request.Request.Headers["X-Forwarded-Proto"] = protocol;
        });
        return context.Response;
    }
}
