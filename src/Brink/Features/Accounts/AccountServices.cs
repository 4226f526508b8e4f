using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Brink.Features.Accounts;

public static class AccountServices
{
    private const string SessionName = "brink";

    /// <summary>Who is who: people, their keys and their sessions.</summary>
    public static IServiceCollection AddAccounts(this IServiceCollection services)
    {
        services
            .AddIdentityCore<Person>(options =>
            {
                // People are known by their mail address, which may hold any character; the database keeps it unique.
                options.User.AllowedUserNameCharacters = "";
                options.Password.RequiredLength = SignInKeys.ShortestPassword;
                options.Password.RequireDigit = false;
                options.Password.RequireLowercase = false;
                options.Password.RequireUppercase = false;
                options.Password.RequireNonAlphanumeric = false;
            })
            .AddUserStore<PersonStore>()
            .AddSignInManager();
        services.Configure<IdentityPasskeyOptions>(options =>
        {
            // A passkey is both steps at once: the device asks for a finger, face or pin.
            options.UserVerificationRequirement = "required";
            options.ResidentKeyRequirement = "required";
        });
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = 210_000);
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(IdentityConstants.ApplicationScheme, options => Configure(options, SessionName, Session.Lasts))
            .AddCookie(
                Session.HalfwayScheme,
                options => Configure(options, "brink-halverwege", TimeSpan.FromMinutes(10))
            )
            // The framework keeps the question to a passkey here.
            .AddCookie(
                IdentityConstants.TwoFactorUserIdScheme,
                options => Configure(options, "brink-passkey", TimeSpan.FromMinutes(10))
            );
        services.Configure<PersonalCookies>(cookies =>
        {
            cookies.Names.Add(SessionCookies.Prefix + SessionName);
            cookies.Names.Add(SessionName);
        });
        services.AddSingleton<ExampleSignIn>();
        services.AddSingleton<FirstAdministrator>();
        services.AddSingleton(new SignInLimits());
        services.AddRateLimiter(options => options.AddPolicy<string, SignInRate>(SignInRate.Policy));
        return services;
    }

    private static void Configure(CookieAuthenticationOptions options, string name, TimeSpan lasts)
    {
        options.Cookie.Name = SessionCookies.Prefix + name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.Path = "/";
        options.Cookie.IsEssential = true;
        options.CookieManager = new SessionCookies();
        options.ExpireTimeSpan = lasts;
        options.SlidingExpiration = true;
        options.LoginPath = AccountLinks.SignIn;
        options.ReturnUrlParameter = ReturnAddress.Parameter;
        options.Events.OnRedirectToLogin = context =>
        {
            var request = context.Request;
            context.Response.Redirect(
                AccountLinks.SignInAndReturnTo(request.PathBase + request.Path + request.QueryString)
            );
            return Task.CompletedTask;
        };
        // Said in words on the page that was asked, not elsewhere.
        options.Events.OnRedirectToAccessDenied = context =>
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }
}
