using System.Collections.Concurrent;
using Brink.Platform;

namespace Brink.Features.Accounts;

/// <summary>
/// Ways in for whoever tries the example: one link per role, for the console only. The secrets live in this program
/// alone: the links work as long as it runs, as often as one likes, and never in a real installation.
/// </summary>
public sealed class ExampleSignIn
{
    private readonly ConcurrentDictionary<string, string> addresses = new(StringComparer.Ordinal);

    /// <param name="mail">The mail address of a person of the example.</param>
    /// <param name="site">Where the program listens, without a slash at the end.</param>
    public string LinkFor(string mail, string site)
    {
        var secret = Secret.New();
        addresses[Convert.ToHexString(Secret.Hash(secret))] = Person.Normalise(mail);
        return site + AccountLinks.ExampleSignIn(secret);
    }

    /// <returns>The normalised mail address the secret was made for.</returns>
    public string? MailOf(string secret) => addresses.GetValueOrDefault(Convert.ToHexString(Secret.Hash(secret)));
}
