using System.Globalization;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Http;

namespace Brink.Tests.Platform.Localisation;

public sealed class LanguageMiddlewareTests
{
    private readonly DefaultHttpContext context = new();
    private string? shown;

    [Theory]
    [InlineData(null, "nl")]
    [InlineData("taal=en", "en")]
    [InlineData("taal=xx", "nl")]
    [InlineData("taal=../../etc", "nl")]
    public async Task Invoke_ShowsTheLanguageOfTheCookie(string? cookie, string language)
    {
        context.Request.Method = "GET";
        context.Request.Headers.Cookie = cookie;
        context.Request.Headers.AcceptLanguage = "en";

        await Invoke();

        Assert.Equal(language, shown);
    }

    [Theory]
    [InlineData("/initiatieven", "?taal=en", "/initiatieven")]
    [InlineData("/initiatieven", "?dorp=hijken&taal=en&q=caf%C3%A9%26", "/initiatieven?dorp=hijken&q=caf%C3%A9%26")]
    [InlineData("/", "?TAAL=en", "/")]
    [InlineData("//elders.example/x", "?taal=en", "/elders.example/x")]
    public async Task Get_WithLanguage_RemembersItAndRedirects(string path, string query, string location)
    {
        await Get(path, query);

        Assert.Null(shown);
        Assert.Equal(302, context.Response.StatusCode);
        Assert.Equal(location, context.Response.Headers.Location);
        Assert.StartsWith(
            "taal=en; max-age=31536000",
            context.Response.Headers.SetCookie.ToString(),
            StringComparison.Ordinal
        );
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
    }

    [Theory]
    [InlineData("?taal=xx")]
    [InlineData("?taal=")]
    [InlineData("?taal=en&taal=nl")]
    public async Task Get_WithUnknownLanguage_RedirectsAndRemembersNothing(string query)
    {
        await Get("/dorpen", query);

        Assert.Equal("/dorpen", context.Response.Headers.Location);
        Assert.Equal(0, context.Response.Headers.SetCookie.Count);
    }

    [Theory]
    [InlineData("image", 0)]
    [InlineData("iframe", 0)]
    [InlineData("document", 1)]
    [InlineData(null, 1)]
    public async Task Get_WithLanguage_RemembersItOnlyWhenSomebodyOpensThePage(string? wanted, int cookies)
    {
        context.Request.Headers["Sec-Fetch-Dest"] = wanted;

        await Get("/", "?taal=en");

        Assert.Equal(cookies, context.Response.Headers.SetCookie.Count);
    }

    [Fact]
    public async Task Post_WithLanguage_IsNotRedirected()
    {
        context.Request.Method = "POST";
        context.Request.QueryString = new QueryString("?taal=en");

        await Invoke();

        Assert.Equal("nl", shown);
    }

    private async Task Get(string path, string query)
    {
        context.Request.Method = "GET";
        context.Request.Path = path;
        context.Request.QueryString = new QueryString(query);
        await Invoke();
    }

    private Task Invoke()
    {
        var texts = Texts.Of([("en", PoFile.Parse("", "en.po"))]);
        var middleware = new LanguageMiddleware(
            _ =>
            {
                shown = CultureInfo.CurrentUICulture.Name;
                return Task.CompletedTask;
            },
            texts.Languages
        );
        return middleware.InvokeAsync(context);
    }
}
