using System.Globalization;
using System.Security.Claims;
using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Brink.Tests.Support;

/// <summary>The whole program over a database of its own, for the tests of one class.</summary>
public class BrinkHost(PostgresFixture postgres) : IAsyncLifetime
{
    private WebApplication? app;
    private string dataFolder = "";
    private int begun;

    static BrinkHost() => PostgresFixture.FillTemplate = owner => Migrator.MigrateAsync(owner);

    public TestTime Time { get; } = new();
    public TestDatabase Database { get; private set; } = null!;
    public TenantInfo Tenant { get; private set; } = null!;
    public IServiceProvider Services => app!.Services;
    public TestServer Server => app!.GetTestServer();

    /// <summary>Changes the program before it is built; set in the constructor of a deriving fixture or before the start.</summary>
    public Action<WebApplicationBuilder>? Configure { get; set; }

    /// <summary>What went wrong inside, for a test to tell.</summary>
    public HeardProblems Problems { get; } = new();

    public async ValueTask InitializeAsync()
    {
        Database = await postgres.NewDatabaseAsync();
        Tenant = await AddMunicipalityAsync("Testveen", "testveen.example");
        dataFolder = Directory.CreateTempSubdirectory("brink-files-").FullName;
        TestSealingKey.PutInto(dataFolder);
        app = await StartAsync();
    }

    /// <summary>Another running instance of the program over the same database.</summary>
    public async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ContentRootPath = SourceFolder,
                EnvironmentName = "Testing",
                // Pages are looked for in the assembly of this name, and here that is not the one that started.
                ApplicationName = typeof(BrinkApp).Assembly.GetName().Name,
            }
        );
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Problems);
        builder.WebHost.UseTestServer();
        builder.AddBrink(new BrinkSettings(Database.AppConnectionString, Database.OwnerConnectionString, dataFolder));
        builder.Services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
        // A test calls what the clock would call.
        builder.Services.Remove(
            builder.Services.Single(s => s.ImplementationType == typeof(Quartz.QuartzHostedService))
        );
        Configure?.Invoke(builder);
        var started = builder.Build();
        started.UseBrink();
        await started.StartAsync();
        return started;
    }

    public async Task<TenantInfo> AddMunicipalityAsync(string name, string host)
    {
        await using var db = new BrinkDb(Migrator.Options(Database.OwnerConnectionString));
        var municipality = new Municipality
        {
            Name = name,
            Slug = host.Split('.')[0],
            Host = host,
            CbsCode = "GM0000",
            ContactName = "Gemeentehuis " + name,
            ContactMail = "gemeente@" + host,
            ContactTelephone = "0500 000 000",
        };
        db.Municipalities.Add(municipality);
        db.TenantId = municipality.Id;
        db.Journal.Add(
            Brink.Features.Journal.JournalEntry.General(
                PlacesVerbs.MunicipalityAdded,
                new(null, null, null, Brink.Features.Subjects.Channel.Web, Time.GetUtcNow(), default)
            )
        );
        await db.SaveChangesAsync();
        app?.Services.GetRequiredService<ITenantDirectory>().Refresh();
        return new TenantInfo(
            municipality.Id,
            name,
            municipality.Slug,
            host,
            municipality.Theme,
            municipality.IsExample
        );
    }

    /// <summary>
    /// Goes on in a municipality in which nothing happened yet: starting one costs next to nothing, starting the program
    /// does not.
    /// </summary>
    /// <param name="others">Other running instances that are to know of it.</param>
    public async Task BeginAnewAsync(params WebApplication[] others)
    {
        Tenant = await NewMunicipalityAsync("Testveen");
        foreach (var other in others)
        {
            other.Services.GetRequiredService<ITenantDirectory>().Refresh();
        }
    }

    public Task<TenantInfo> NewMunicipalityAsync(string name) =>
        AddMunicipalityAsync(name, $"{name.ToLowerInvariant()}-{Interlocked.Increment(ref begun)}.example");

    /// <summary>Runs with the program's own services, in the test municipality or another.</summary>
    public async Task<T> InsideAsync<T>(Func<IServiceProvider, Task<T>> work, TenantInfo? tenant = null)
    {
        await using var scope = app!.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Use(tenant ?? Tenant);
        return await work(scope.ServiceProvider);
    }

    public Task<T> DbAsync<T>(Func<BrinkDb, Task<T>> work, TenantInfo? tenant = null) =>
        InsideAsync(services => work(services.GetRequiredService<BrinkDb>()), tenant);

    public Task DbAsync(Func<BrinkDb, Task> work, TenantInfo? tenant = null) =>
        DbAsync(
            async db =>
            {
                await work(db);
                return true;
            },
            tenant
        );

    /// <summary>A browser without scripts, signed in as the person or as nobody. Follows no redirects.</summary>
    public TestBrowser Browser(Person? person = null, TenantInfo? tenant = null, WebApplication? instance = null)
    {
        var there = instance ?? app!;
        var browser = new TestBrowser(there.GetTestServer().CreateHandler(), (tenant ?? Tenant).Host, Problems);
        if (person is not null)
        {
            browser.SetCookie(SessionCookie(there.Services, person, Time.GetUtcNow()));
        }

        return browser;
    }

    /// <summary>The cookie of somebody who signed in, for https.</summary>
    public (string Name, string Value) SessionCookie(Person person) =>
        SessionCookie(Services, person, Time.GetUtcNow());

    private static (string Name, string Value) SessionCookie(
        IServiceProvider services,
        Person person,
        DateTimeOffset since
    )
    {
        var options = services
            .GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(IdentityConstants.ApplicationScheme);
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)),
                new Claim(
                    ViewerMiddleware.MunicipalityClaim,
                    person.MunicipalityId.ToString(CultureInfo.InvariantCulture)
                ),
                new Claim("AspNet.Identity.SecurityStamp", person.SecurityStamp ?? ""),
                new Claim(Session.SinceClaim, since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ],
            IdentityConstants.ApplicationScheme
        );
        var ticket = new AuthenticationTicket(new ClaimsPrincipal(identity), IdentityConstants.ApplicationScheme);
        return (options.Cookie.Name!, options.TicketDataFormat.Protect(ticket));
    }

    public async ValueTask DisposeAsync()
    {
        if (app is not null)
        {
            await app.DisposeAsync();
        }

        await Database.DisposeAsync();
        if (dataFolder.Length > 0)
        {
            Directory.Delete(dataFolder, recursive: true);
        }
    }

    /// <summary>The program's own folder, where pages' texts and static files are.</summary>
    public static string SourceFolder => Path.Combine(RepositoryFolder, "src", "Brink");

    public static string RepositoryFolder
    {
        get
        {
            for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            {
                if (File.Exists(Path.Combine(folder.FullName, "Brink.slnx")))
                {
                    return folder.FullName;
                }
            }

            throw new DirectoryNotFoundException("The tests run from within a checkout.");
        }
    }
}

public static class TestServices
{
    public static ITenantDirectory GetTenants(this IServiceProvider services) =>
        services.GetRequiredService<ITenantDirectory>();
}
