using System.Net;
using Brink.Features.Accounts;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Accounts;

/// <summary>A password is what was typed: no space, tab or mark is taken off it, however long it is.</summary>
public sealed class PasswordAsTypedTests(AccountsHost host) : IClassFixture<AccountsHost>
{
    private readonly TestData data = new(host);

    [Theory]
    [InlineData("  spaties om de woorden  ", "spaties om de woorden")]
    [InlineData("tab\ttussen de woorden", "tab tussen de woorden")]
    [InlineData("onzichtbaar\u202Eteken erin", "onzichtbaarteken erin")]
    [InlineData("Hoofdletters tellen mee", "hoofdletters tellen mee")]
    public async Task SignIn_TakesThePasswordAsItWasChosenAndNoOther(string chosen, string other)
    {
        var person = await WithPasswordAsync(chosen);

        Assert.False(await ComesInAsync(person, other));
        Assert.True(await ComesInAsync(person, chosen));
    }

    [Fact]
    public async Task SignIn_WithTheSameSignsWrittenInAnotherWay_ComesIn()
    {
        var person = await WithPasswordAsync("cafe\u0301 de\u0301e\u0301n ruggengraat");

        Assert.True(await ComesInAsync(person, "caf\u00E9 d\u00E9\u00E9n ruggengraat"));
    }

    [Fact]
    public async Task Password_MayBeLongAndCountsWhole()
    {
        var longest = string.Concat(Enumerable.Repeat("tien tekens", SignInKeys.LongestPassword))[
            ..SignInKeys.LongestPassword
        ];
        Assert.True(SignInKeys.LongestPassword >= 64);
        var person = await WithPasswordAsync(longest);

        Assert.False(await ComesInAsync(person, longest[..^1]));
        Assert.True(await ComesInAsync(person, longest));
    }

    [Fact]
    public async Task Password_IsNeverShownAgain()
    {
        using var browser = await host.SignedInAsync(await data.PersonAsync());
        await browser.OpenAsync(AccountLinks.SettingsPassword);

        await browser.SubmitAsync("Wachtwoord bewaren", HttpStatusCode.BadRequest, ("Nieuw wachtwoord", "te kort 123"));

        Assert.DoesNotContain("te kort 123", browser.Body, StringComparison.Ordinal);
    }

    private async Task<Person> WithPasswordAsync(string password)
    {
        var person = await data.PersonAsync();
        using var browser = await host.SignedInAsync(person);
        await browser.OpenAsync(AccountLinks.SettingsPassword);
        await browser.SendAsync(Typed(browser, "Wachtwoord bewaren", "Nieuw wachtwoord", password));
        Assert.True((await host.PersonAsync(person)).HasPassword, browser.Text);
        return person;
    }

    private async Task<bool> ComesInAsync(Person person, string password)
    {
        using var browser = host.Browser();
        await browser.OpenAsync(AccountLinks.Password);
        await browser.SendAsync(Typed(browser, "Inloggen", "Uw wachtwoord", password, ("Uw mailadres", person.Email!)));
        return browser.HasCookie("__Host-brink");
    }

    /// <summary>Straight into the request: the parser of the tests takes line ends off a field's value.</summary>
    private static HttpRequestMessage Typed(
        TestBrowser browser,
        string button,
        string label,
        string password,
        params (string, string)[] others
    )
    {
        const string Place = "hier-het-wachtwoord";
        var request = browser.Form(button, [.. others, (label, Place)]);
        var body = request.Content!.ReadAsStringAsync().GetAwaiter().GetResult();
        request.Content = new StringContent(
            body.Replace(Place, Uri.EscapeDataString(password), StringComparison.Ordinal),
            System.Text.Encoding.UTF8,
            "application/x-www-form-urlencoded"
        );
        return request;
    }
}
