using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Platform.Mail;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(PostgresFixture))]

namespace Brink.Browser.Support;

/// <summary>The whole program on a port of this machine, with Chromium to look at it. For the tests of a class or a few.</summary>
public sealed class BrowserHost(PostgresFixture postgres, Chromium chromium) : IAsyncLifetime
{
    public BrinkHost Program { get; } =
        new(postgres)
        {
            Configure = builder =>
            {
                builder.WebHost.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
                // Mail leaves when a test asks for it, and stays where the test can read it.
                builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(Outbox)));
                builder.Services.AddSingleton<RememberingTransport>();
                builder.Services.AddSingleton<IMailTransport>(s => s.GetRequiredService<RememberingTransport>());
            },
        };

    /// <summary>By the name localhost, which browsers trust like https.</summary>
    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        // A browser has a clock of its own and drops cookies that are past theirs.
        Program.Time.SetTo(TimeProvider.System.GetUtcNow());
        await Program.InitializeAsync();
        Address = AddressOf(Program.Services);
    }

    /// <summary>A page in a browser of its own: no cookies of other tests.</summary>
    /// <param name="person">Who is signed in; null for a visitor.</param>
    public async Task<IPage> PageAsync(
        Person? person = null,
        bool javaScript = true,
        int width = 1280,
        int height = 900
    )
    {
        var page = await chromium.PageAsync(
            new()
            {
                BaseURL = Address,
                JavaScriptEnabled = javaScript,
                Locale = "nl-NL",
                ReducedMotion = ReducedMotion.Reduce,
                ViewportSize = new() { Width = width, Height = height },
            }
        );
        if (person is not null)
        {
            var (name, value) = Program.SessionCookie(person);
            await page.Context.AddCookiesAsync([
                new()
                {
                    Name = name.Replace(SessionCookies.Prefix, "", StringComparison.Ordinal),
                    Value = value,
                    Url = Address,
                },
            ]);
        }

        return page;
    }

    public static string AddressOf(IServiceProvider services)
    {
        var bound = services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        return $"http://localhost:{new Uri(bound).Port}";
    }

    /// <summary>All mail to the address so far, oldest first, once everything that waits has left.</summary>
    public async Task<IReadOnlyList<OutgoingMail>> MailToAsync(string mailAddress)
    {
        while (await Program.Services.GetRequiredService<Dispatcher>().DispatchAsync(Program.Tenant, default)) { }
        while (await Program.Services.GetRequiredService<MailSender>().SendNextAsync(Program.Tenant, default)) { }
        return
        [
            .. Program
                .Services.GetRequiredService<RememberingTransport>()
                .Sent.Where(mail => mail.ToAddress == mailAddress),
        ];
    }

    /// <summary>Where a link in the newest mail that has one leads.</summary>
    /// <param name="start">How its path begins.</param>
    public async Task<string> MailedLinkAsync(string mailAddress, string start)
    {
        var links =
            from mail in await MailToAsync(mailAddress)
            from word in mail.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            where Uri.IsWellFormedUriString(word, UriKind.Absolute)
            let path = new Uri(word).AbsolutePath
            where path.StartsWith(start, StringComparison.Ordinal)
            select path;
        return links.Last();
    }

    public ValueTask DisposeAsync() => Program.DisposeAsync();
}
