using System.Net;
using Brink.Features.Accounts;
using Brink.Tests.Support;

namespace Brink.Tests.Platform.Http;

public sealed class NulInFormTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task Post_WithNul_SaysWhatIsWrongAndKeepsTheRest()
    {
        using var browser = host.Browser();
        await browser.OpenAsync(AccountLinks.SignIn);
        var request = browser.Form("Mail mij een link", ("Uw mailadres", "jo-NUL-@"));
        var body = (await request.Content!.ReadAsStringAsync()).Replace("-NUL-", "%00", StringComparison.Ordinal);
        request.Content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");

        await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.Contains("Vul uw mailadres in, zoals naam@voorbeeld.nl.", browser.Text, StringComparison.Ordinal);
        Assert.Equal("jo@", browser.Page.QuerySelector("#Mail")!.GetAttribute("value"));
    }

    /// <summary>Wherever the form is cut into pieces on its way, whatever stands beside the NUL.</summary>
    [Theory]
    [InlineData("%00%00jo%00@%00", "jo@")]
    [InlineData("%4%00", "%4")]
    [InlineData("100%25%00%2500", "100%%00")]
    public async Task Post_WithNulAnywhere_LosesNothingElse(string typed, string shown)
    {
        using var browser = host.Browser();
        await browser.OpenAsync(AccountLinks.SignIn);
        for (var before = 4095 - typed.Length; before <= 4096; before++)
        {
            var request = browser.Form("Mail mij een link", ("Uw mailadres", "-TYPED-"));
            var body = await request.Content!.ReadAsStringAsync();
            var at = body.IndexOf("-TYPED-", StringComparison.Ordinal);
            body = "vulling=" + new string('x', before - at - 9) + "&" + body;
            request.Content = new StringContent(
                body.Replace("-TYPED-", typed, StringComparison.Ordinal),
                System.Text.Encoding.UTF8,
                "application/x-www-form-urlencoded"
            );

            await browser.SendAsync(request);

            Assert.Equal(shown, browser.Page.QuerySelector("#Mail")!.GetAttribute("value"));
        }
    }
}
