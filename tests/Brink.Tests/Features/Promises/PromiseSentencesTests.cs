using Brink.Features.Initiatives;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Promises;

/// <summary>A promise reads the same wherever it is read.</summary>
public sealed class PromiseSentencesTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    [Fact]
    public async Task Page_Timeline_Mail_AndLists_SayTheSame()
    {
        var (place, sender) = (await host.Data.PlaceAsync(), await host.Data.PersonAsync());
        await host.ForgetAsync();
        var idea = await host.Data.InitiativeAsync(place, sender);
        await host.EmptyAsync();
        string[] sentences =
        [
            // Monday 2 November 2026, and what the test's terms add.
            "De gemeente pakt dit uiterlijk 9 november 2026 op.",
            "De gemeente antwoordt uiterlijk 14 december 2026.",
        ];

        var mail = Assert.Single(host.Mail.To(place.Liaison));
        using var browser = host.Brink.Browser();
        await browser.OpenAsync(InitiativeLinks.Show(idea.Id, idea.Subject.Slug));
        var page = browser.Page.QuerySelectorAll(".brink-promise__text").Select(line => line.TextContent).ToArray();
        var timeline = browser.Text;
        await browser.OpenAsync("/toezeggingen");
        var list = browser.Page.QuerySelectorAll(".brink-promise__text").Select(line => line.TextContent).ToArray();

        Assert.All(
            sentences,
            sentence =>
            {
                Assert.Contains(sentence, mail.Text, StringComparison.Ordinal);
                Assert.Contains(sentence, page);
                Assert.Contains(sentence, list);
                Assert.Contains(sentence, timeline, StringComparison.Ordinal);
            }
        );
    }
}
