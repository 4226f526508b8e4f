using System.Text.RegularExpressions;
using Brink.Features.Accounts;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Accounts.Privacy;

/// <summary>The drawing of how long a person stays known, and what the code does, are the same.</summary>
public sealed partial class PersonStatesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Func<Person, bool>> Verbs = new(StringComparer.Ordinal)
    {
        ["AnnounceErasing"] = p => p.AnnounceErasing(Now).Succeeded,
        ["Keep"] = p => p.Keep(Now).Succeeded,
        ["SignedIn"] = p =>
        {
            if (p.IsErased)
            {
                // There is nothing left to sign in with.
                return false;
            }

            p.SignedIn(Now);
            return true;
        },
        ["Forget"] = p =>
        {
            if (p.IsErased)
            {
                return false;
            }

            p.Forget(Now);
            return true;
        },
    };

    [Fact]
    public void Drawing_HasEveryStepTheCodeTakes_AndNoOther()
    {
        var drawn = Arrow()
            .Matches(File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/own-data.md")))
            .Select(arrow => (arrow.Groups["from"].Value, arrow.Groups["verb"].Value, arrow.Groups["to"].Value))
            .Order();

        Assert.Equal(drawn, Taken().Order());
    }

    [Fact]
    public void Forget_LeavesNothingByWhichThePersonCouldBeKnown()
    {
        var person = In("Warned");
        person.PhoneNumber = "0593 11 22 33";
        person.AskForAddress("ander@voorbeeld.example");

        person.Forget(Now);

        Assert.Equal(
            ("", null, null, null, null, false),
            (person.Name, person.Email, person.NormalizedEmail, person.PhoneNumber, person.NewEmail, person.HasPassword)
        );
        Assert.DoesNotContain(
            "iemand",
            person.UserName + person.NormalizedUserName,
            StringComparison.OrdinalIgnoreCase
        );
    }

    private static IEnumerable<(string, string, string)> Taken() =>
        from state in new[] { "Known", "Warned", "Erased" }
        from verb in Verbs
        let person = In(state)
        where verb.Value(person)
        select (state, verb.Key, StateOf(person));

    private static Person In(string state)
    {
        var person = Person.WithMail("Iemand", "iemand@voorbeeld.example", Now.AddYears(-3));
        if (state == "Warned")
        {
            person.AnnounceErasing(Now);
        }
        else if (state == "Erased")
        {
            person.Forget(Now);
        }

        return person;
    }

    private static string StateOf(Person person) =>
        person.IsErased ? "Erased"
        : person.EraseAnnouncedAt is not null ? "Warned"
        : "Known";

    [GeneratedRegex(@"(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Arrow();
}
