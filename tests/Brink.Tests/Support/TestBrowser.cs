using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Brink.Tests.Support;

/// <summary>What somebody with a browser without scripts can do: open a page, read it, fill in a form, send it.</summary>
public sealed class TestBrowser(HttpMessageHandler server, string host, HeardProblems problems) : IDisposable
{
    private readonly HttpClient client = new(server) { BaseAddress = new Uri("https://" + host) };
    private readonly Dictionary<string, string> cookies = [];

    public HttpResponseMessage Response { get; private set; } = null!;
    public string Body { get; private set; } = "";
    public IHtmlDocument Page { get; private set; } = null!;
    public string Address { get; private set; } = "";

    /// <summary>The page's text as read, white space folded.</summary>
    public string Text =>
        string.Join(' ', (Page.Body?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Another window of the same person; for pressing at the same moment.</summary>
    public TestBrowser Copy()
    {
        var copy = new TestBrowser(server, host, problems);
        foreach (var (name, value) in cookies)
        {
            copy.cookies[name] = value;
        }

        return copy;
    }

    public void SetCookie((string Name, string Value) cookie) => cookies[cookie.Name] = cookie.Value;

    public string Cookie(string name) => cookies[name];

    public bool HasCookie(string name) => cookies.ContainsKey(name);

    /// <summary>Opens an address and follows redirects.</summary>
    public async Task<TestBrowser> OpenAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        await SendAsync(new HttpRequestMessage(HttpMethod.Get, address));
        await FollowAsync();
        Expect(expected);
        return this;
    }

    /// <summary>Opens an address and stays at the answer, also when it is a redirect.</summary>
    public async Task<HttpResponseMessage> AskAsync(string address, HttpMethod? method = null)
    {
        await SendAsync(new HttpRequestMessage(method ?? HttpMethod.Get, address));
        return Response;
    }

    /// <summary>Sends the page's form that holds a button with this text, with all its fields as they stand.</summary>
    public async Task<TestBrowser> SubmitAsync(
        string button,
        HttpStatusCode expected = HttpStatusCode.OK,
        params (string Label, string Value)[] fields
    )
    {
        await SubmitOnlyAsync(button, fields);
        await FollowAsync();
        Expect(expected);
        return this;
    }

    /// <summary>The same, without following where it leads.</summary>
    public async Task<HttpResponseMessage> SubmitOnlyAsync(string button, params (string Label, string Value)[] fields)
    {
        await SendAsync(Form(button, fields));
        return Response;
    }

    /// <summary>The request that a press on the button would send; for sending it twice or at once.</summary>
    public HttpRequestMessage Form(string button, params (string Label, string Value)[] fields)
    {
        var pressed =
            Page.QuerySelectorAll("button, input[type=submit]").FirstOrDefault(b => b.TextContent.Trim() == button)
            ?? throw new InvalidOperationException($"No button '{button}' on {Address}. Text: {Text}");
        var form = (IHtmlFormElement)(
            pressed.Closest("form") ?? throw new InvalidOperationException("A button outside a form.")
        );
        foreach (var (label, value) in fields)
        {
            Fill(form, label, value);
        }

        var values = FormFields(form, pressed);
        var given = pressed.GetAttribute("formaction") ?? form.GetAttribute("action") ?? "";
        // As a browser does: '?handler=Preview' is about the page itself.
        var action = new Uri(new Uri(client.BaseAddress!, Address), given).PathAndQuery;
        if (string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
        {
            return new HttpRequestMessage(HttpMethod.Post, action) { Content = Content(form, values) };
        }

        var query = string.Join(
            '&',
            values.Select(v => $"{Uri.EscapeDataString(v.Key)}={Uri.EscapeDataString(v.Value)}")
        );
        return new HttpRequestMessage(HttpMethod.Get, action.Split('?')[0] + "?" + query);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (request.Content is not null && request.RequestUri is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", client.BaseAddress!.GetLeftPart(UriPartial.Authority));
        }

        request.Headers.TryAddWithoutValidation("Cookie", string.Join("; ", cookies.Select(c => $"{c.Key}={c.Value}")));
        Response = await client.SendAsync(request);
        Address = Response.RequestMessage!.RequestUri!.PathAndQuery;
        foreach (var set in Response.Headers.TryGetValues("Set-Cookie", out var all) ? all : [])
        {
            var pair = set.Split(';')[0].Split('=', 2);
            if (pair[1].Length == 0)
            {
                cookies.Remove(pair[0]);
            }
            else
            {
                cookies[pair[0]] = pair[1];
            }
        }

        Body = await Response.Content.ReadAsStringAsync();
        Page = await new HtmlParser().ParseDocumentAsync(Body);
        return Response;
    }

    public void Dispose() => client.Dispose();

    private void Expect(HttpStatusCode expected)
    {
        if (Response.StatusCode != expected)
        {
            Assert.Fail(
                $"{Address} gave {(int)Response.StatusCode} and not {(int)expected}: {(Response.StatusCode == HttpStatusCode.InternalServerError ? problems.Told : Text.Length > 3000 ? Text[..3000] : Text)}"
            );
        }
    }

    private async Task FollowAsync()
    {
        for (
            var hops = 0;
            (int)Response.StatusCode is >= 300 and < 400 && Response.Headers.Location is { } next && hops < 10;
            hops++
        )
        {
            await SendAsync(new HttpRequestMessage(HttpMethod.Get, next));
        }
    }

    private static void Fill(IHtmlFormElement form, string label, string value)
    {
        var found = form.QuerySelectorAll("label")
            .FirstOrDefault(l => l.TextContent.Trim().StartsWith(label, StringComparison.Ordinal));
        var element = found is null
            ? form.QuerySelector($"[name='{label}']")
            : form.QuerySelector($"[id='{found.GetAttribute("for")}']");
        switch (element)
        {
            case IHtmlTextAreaElement area:
                area.Value = value;
                break;
            case IHtmlSelectElement select:
                var option = select.Options.FirstOrDefault(o => o.Text.Trim() == value || o.Value == value);
                select.Value =
                    option?.Value ?? throw new InvalidOperationException($"No choice '{value}' at '{label}'.");
                break;
            case IHtmlInputElement { Type: "radio" or "checkbox" } choice:
                choice.IsChecked = value is not ("" or "nee");
                break;
            case IHtmlInputElement input:
                input.Value = value;
                break;
            default:
                throw new InvalidOperationException(
                    $"No field '{label}'. Labels: {string.Join(" | ", form.QuerySelectorAll("label").Select(l => l.TextContent.Trim()))}"
                );
        }
    }

    private static List<KeyValuePair<string, string>> FormFields(IHtmlFormElement form, AngleSharp.Dom.IElement pressed)
    {
        var values = new List<KeyValuePair<string, string>>();
        foreach (var element in form.QuerySelectorAll("input, textarea, select"))
        {
            var name = element.GetAttribute("name");
            if (string.IsNullOrEmpty(name) || element.HasAttribute("disabled"))
            {
                continue;
            }

            switch (element)
            {
                case IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false }:
                case IHtmlInputElement { Type: "file" or "submit" or "button" or "image" }:
                    break;
                case IHtmlInputElement input:
                    values.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    values.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    values.Add(new(name, select.Value ?? ""));
                    break;
            }
        }

        if (pressed.GetAttribute("name") is { Length: > 0 } pressedName)
        {
            values.Add(new(pressedName, pressed.GetAttribute("value") ?? ""));
        }

        return values;
    }

    private static HttpContent Content(IHtmlFormElement form, List<KeyValuePair<string, string>> values)
    {
        if (!string.Equals(form.GetAttribute("enctype"), "multipart/form-data", StringComparison.OrdinalIgnoreCase))
        {
            return new FormUrlEncodedContent(values);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
            content.Add(new StringContent(value), name);
        }

        return content;
    }
}
