using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Initiatives;

/// <summary>Text that attacks, or only looks odd, through every field.</summary>
public sealed class AwkwardTextTests(BrinkHost host) : ActsOnOneInitiative(host)
{
    [Theory]
    [InlineData("vraag", "Stel deze vraag", "Uw vraag")]
    [InlineData("bericht", "Plaats dit bericht", "Uw bericht")]
    [InlineData("fase", "Bewaar", "Wat is de volgende stap?")]
    [InlineData("aanpassen", "Bewaar", "Wat wilt u doen?")]
    [InlineData("nodig", "Voeg toe", "Wat is er nodig")]
    [InlineData("begroting/nieuw/kosten", "Zet erbij", "Wat kost geld?")]
    public async Task Post_AwkwardText_IsRefusedInWordsOrKeptAsText(string act, string button, string label)
    {
        string[] attacks =
        [
            "<script>alert(1)</script><img src=x onerror=alert(2)>",
            "\u202Eomgekeerd\u202C en \u2066verstopt\u2069",
            new string('x', 100_000),
            "nul\0teken",
            string.Concat(Enumerable.Repeat("👩‍👩‍👧‍👦", 150)),
        ];
        var person = act is "vraag" or "nodig" ? Place.Liaison : Initiator;
        foreach (var attack in attacks)
        {
            var browser = await OpenAsync(person, act);
            (string, string)[] fields = [.. FieldsOf(act).Where(f => f.Label != label), (label, attack)];

            var answer = await browser.SubmitOnlyAsync(button, fields);

            Assert.True(
                answer.StatusCode is HttpStatusCode.Redirect or HttpStatusCode.BadRequest,
                $"{(int)answer.StatusCode} on {attack[..9]}"
            );
            if (answer.StatusCode == HttpStatusCode.BadRequest)
            {
                Assert.True(
                    // The server takes no NUL in a form at all; nobody can type one.
                    attack.Contains('\0', StringComparison.Ordinal)
                        || browser.Page.QuerySelector("#fouten") is not null,
                    $"{attack[..9]} gave no error summary: {browser.Text}"
                );
            }

            var visitor = await VisitAsync();
            Assert.Empty(visitor.Page.QuerySelectorAll("script:not([src]), img[onerror]"));
            Assert.DoesNotContain('\u202E', visitor.Body);
            Assert.DoesNotContain('\0', visitor.Body);
        }
    }
}
