using System.Text.RegularExpressions;
using Brink.Features.Newsletters;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Newsletters;

/// <summary>The drawings of newsletters and subscriptions, and what the code does, are the same.</summary>
public sealed partial class NewsletterStatesTests
{
    private static readonly Actor Now = new(
        1,
        null,
        null,
        Channel.Web,
        new(2026, 11, 2, 9, 0, 0, default),
        new(2026, 11, 2)
    );

    private static readonly Wishes ForAll = new(true, []);

    [Fact]
    public void Newsletter_TakesTheStepsOfItsDrawing()
    {
        var verbs = new Dictionary<string, Func<Newsletter, Outcome>>(StringComparer.Ordinal)
        {
            ["Write"] = n => n.Write("Anders", "Dag", "", n.WordsVersion, Now),
            ["Choose"] = n => n.Choose([(8, NewsGroup.Plans)], _ => "Plannen", Now),
            ["AddHeading"] = n => n.AddHeading("Kort", Now),
            ["Move"] = n => n.Move(n.Items[0].Id, 1, Now),
            ["WriteItem"] = n => n.WriteItem(n.Items[0].Id, "Kop", true, n.Items[0].WordsVersion, Now),
            ["Remove"] = n => n.Remove([n.Items[0].Id], Now),
            ["Send"] = n => n.Send(Content(n), Content(n).Fingerprint, Now),
            ["ThrowAway"] = n => n.ThrowAway(Now),
        };
        var roads = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Draft"] = [],
            ["Sent"] = ["Send"],
            ["Removed"] = ["ThrowAway"],
        };

        Assert.Equal(Drawn("Newsletter"), Taken(roads, verbs, Begun, n => n.State.ToString()));
    }

    [Fact]
    public void Subscription_TakesTheStepsOfItsDrawing()
    {
        var verbs = new Dictionary<string, Func<NewsletterSubscription, Outcome>>(StringComparer.Ordinal)
        {
            ["AskAgain"] = s => s.AskAgain(ForAll, Now.At),
            ["Confirm"] = s => s.Confirm(ForAll, Now.At),
            ["Rest"] = s => s.Rest(Now.At),
        };
        var roads = new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["Asked"] = [],
            ["Active"] = ["Confirm"],
            ["Resting"] = ["Confirm", "Rest"],
        };

        Assert.Equal(
            Drawn("Subscription"),
            Taken(roads, verbs, () => NewsletterSubscription.Ask(1, ForAll, Now.At), s => s.State.ToString())
        );
    }

    [Fact]
    public void Choose_PutsEachUnderTheHeadingOfItsGroup_AndTwiceIsOnce()
    {
        var letter = Newsletter.Begin("Nieuws", 1, [], [], Now.At, Now);
        NewslettersMade.Must(letter.Choose([(1, NewsGroup.Initiatives), (2, NewsGroup.Plans)], g => g.ToString(), Now));
        NewslettersMade.Must(
            letter.Choose([(3, NewsGroup.Initiatives), (1, NewsGroup.Initiatives)], g => g.ToString(), Now)
        );

        Assert.Equal(
            ["Initiatives", "1", "3", "Plans", "2"],
            letter.InOrder.Select(item =>
                item.SubjectId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? item.Heading
            )
        );
        Assert.Equal([0, 1, 2, 3, 4], letter.InOrder.Select(item => item.Position));
    }

    [Fact]
    public void Choose_MoreThanThereIsRoomFor_IsRefused()
    {
        var letter = Newsletter.Begin("Nieuws", 1, [], [], Now.At, Now);

        Assert.False(
            letter
                .Choose(
                    [.. Enumerable.Range(1, Newsletter.MostItems + 1).Select(n => ((long)n, NewsGroup.Help))],
                    _ => "Hulp",
                    Now
                )
                .Succeeded
        );
        Assert.Empty(letter.Items);
    }

    [Fact]
    public void Move_AtTheEdge_Stays()
    {
        var letter = Begun();
        var order = letter.InOrder;
        NewslettersMade.Must(letter.Move(order[0].Id, -1, Now));
        NewslettersMade.Must(letter.Move(order[^1].Id, 1, Now));

        Assert.Equal(order, letter.InOrder);
        NewslettersMade.Must(letter.Move(order[1].Id, -1, Now));
        Assert.Equal([order[1], order[0]], letter.InOrder);
    }

    [Fact]
    public void Send_WithNothingInIt_OrAnotherTextThanWasSeen_IsRefused()
    {
        var empty = Newsletter.Begin("Nieuws", 1, [], [], Now.At, Now);
        Assert.False(empty.Send(Content(empty), Content(empty).Fingerprint, Now).Succeeded);

        var letter = Begun();
        var seen = Content(letter).Fingerprint;
        Assert.False(letter.Send(Content(letter) with { Opening = "Anders" }, seen, Now).Succeeded);
        Assert.True(letter.Send(Content(letter), seen, Now).Succeeded);
    }

    [Fact]
    public void AskAgain_ByWhoeverTypesTheAddress_ChangesNothingThatWasConfirmed()
    {
        var subscription = NewsletterSubscription.Ask(1, ForAll, Now.At);
        NewslettersMade.Must(subscription.Confirm(new Wishes(false, [5]), Now.At));

        Assert.False(subscription.AskAgain(ForAll, Now.At).Succeeded);
        Assert.False(subscription.WantsEveryone);
        Assert.Equal([5], subscription.Chosen.Places);
    }

    private static Newsletter Begun()
    {
        var letter = Newsletter.Begin("Nieuws", 1, [], [], Now.At, Now);
        NewslettersMade.Must(letter.Choose([(7, NewsGroup.Initiatives)], _ => "Initiatieven", Now));
        var number = 100;
        letter.InOrder.ForEach(item => item.Id = number++);
        return letter;
    }

    private static NewsletterContent Content(Newsletter letter) =>
        new(
            letter.Subject.Title,
            letter.Opening,
            letter.Closing,
            [
                .. letter.InOrder.Select(item =>
                    item.IsHeading
                        ? new NewsletterBlock(item.Heading, null)
                        : new NewsletterBlock("", new(item.Id, item.SubjectId!.Value, "Titel", "", "Iets.", "/x"))
                ),
            ],
            0
        );

    private static IEnumerable<string> Taken<T>(
        Dictionary<string, string[]> roads,
        Dictionary<string, Func<T, Outcome>> verbs,
        Func<T> begin,
        Func<T, string> state
    )
    {
        var taken = new List<string>();
        foreach (var (from, road) in roads)
        {
            foreach (var (verb, act) in verbs)
            {
                var one = begin();
                Assert.All(road, step => NewslettersMade.Must(verbs[step](one)));
                Assert.Equal(from, state(one));
                if (act(one).Succeeded)
                {
                    taken.Add($"{from} --> {state(one)} : {verb}");
                }
                else
                {
                    Assert.Equal(from, state(one));
                }
            }
        }

        return taken.Order(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Drawn(string heading)
    {
        var text = File.ReadAllText(Path.Combine(BrinkHost.RepositoryFolder, "docs/states/newsletter.md"));
        var part = ("\n" + text)
            .Split(["\n## ", "\n# "], StringSplitOptions.None)
            .Single(section => section.StartsWith(heading + "\n", StringComparison.Ordinal));
        return Arrow()
            .Matches(part)
            .Select(arrow =>
                $"{arrow.Groups["from"].Value} --> {arrow.Groups["to"].Value} : {arrow.Groups["verb"].Value}"
            )
            .Order(StringComparer.Ordinal);
    }

    [GeneratedRegex(
        @"^\s+(?<from>\w+) --> (?<to>\w+) : (?<verb>\w+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Arrow();
}
