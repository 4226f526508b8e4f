using Brink.Platform.Tenancy;

namespace Brink.Features.Accounts;

/// <summary>What the console says when the program has started: how to come in.</summary>
public static class WaysIn
{
    /// <param name="people">Names and mail addresses of those in the example worth trying, one per role.</param>
    /// <returns>Lines for the console: nothing for a real installation that has begun.</returns>
    public static async Task<IReadOnlyList<string>> LinesAsync(
        IServiceProvider services,
        string site,
        IReadOnlyList<(string Name, string Mail)> people
    )
    {
        if (await services.GetRequiredService<FirstAdministrator>().LinkAsync(site) is { } first)
        {
            return
            [
                "",
                "Nobody looks after this installation yet. Open this link within a day to begin:",
                "  " + first,
                "",
            ];
        }

        var tenants = await services.GetRequiredService<ITenantDirectory>().AllAsync(CancellationToken.None);
        if (!tenants.Any(t => t.IsExample))
        {
            return [];
        }

        var example = services.GetRequiredService<ExampleSignIn>();
        var width = people.Max(person => person.Name.Length);
        return
        [
            "",
            "Sign in to the example as (these links work while it runs):",
            .. people.Select(person => $"  {person.Name.PadRight(width)}  {example.LinkFor(person.Mail, site)}"),
            "",
        ];
    }
}
