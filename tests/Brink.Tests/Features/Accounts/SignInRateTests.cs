using System.Net;
using Brink.Features.Accounts;
using Brink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Brink.Tests.Features.Accounts;

public sealed class StrictHost : BrinkHost
{
    public const int Tries = 5;

    public StrictHost(PostgresFixture postgres)
        : base(postgres) =>
        Configure = builder => builder.Services.Replace(ServiceDescriptor.Singleton(new SignInLimits(Tries)));
}

public sealed class SignInRateTests(StrictHost host) : IClassFixture<StrictHost>
{
    [Fact]
    public async Task Post_WhenOneClientTriesTooOften_Is429InWordsAndReadingGoesOn()
    {
        using var browser = host.Browser();
        await browser.OpenAsync(AccountLinks.SignIn);
        for (var tried = 0; tried < StrictHost.Tries; tried++)
        {
            await browser.SubmitAsync("Mail mij een link", HttpStatusCode.BadRequest, ("Uw mailadres", "niet goed"));
        }

        await browser.SubmitAsync("Mail mij een link", HttpStatusCode.TooManyRequests, ("Uw mailadres", "niet goed"));

        Assert.Contains("Even wachten", browser.Text, StringComparison.Ordinal);
        Assert.Equal("60", browser.Response.Headers.GetValues("Retry-After").Single());
        await browser.OpenAsync(AccountLinks.SignIn);
    }
}
