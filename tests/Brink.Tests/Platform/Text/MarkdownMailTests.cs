using Brink.Platform.Text;

namespace Brink.Tests.Platform.Text;

/// <summary>Text with layout, in a mail.</summary>
public sealed class MarkdownMailTests
{
    private const string Site = "https://brink.example";

    [Theory]
    [InlineData("Een **vet** woord", "Een vet woord")]
    [InlineData("Een\n\nTwee", "Een\n\nTwee")]
    [InlineData("Een\nTwee", "Een\nTwee")]
    [InlineData("Kijk [hier](/dorpen/1-hijken)", "Kijk hier (https://brink.example/dorpen/1-hijken)")]
    [InlineData("Of https://dorp.example/x", "Of https://dorp.example/x")]
    [InlineData("- een\n- twee", "- een\n- twee")]
    [InlineData("1. een\n2. twee", "1. een\n2. twee")]
    [InlineData("> gezegd", "> gezegd")]
    [InlineData("## Kop\n\nTekst", "Kop\n\nTekst")]
    [InlineData("A &amp; B", "A & B")]
    [InlineData("[kwaad](javascript:alert(1))", "kwaad")]
    public void MailText_ReadsWell_AndEveryLinkIsWhole(string text, string plain) =>
        Assert.Equal(plain, Markdown.MailText(text, Site));

    [Fact]
    public void MailHtml_MakesOwnLinksWhole_AndLeavesOthers()
    {
        var html = Markdown.MailHtml("[a](/b) en [c](https://d.example/e) <script>x</script>", Site);

        Assert.Contains("href=\"https://brink.example/b\"", html, StringComparison.Ordinal);
        Assert.Contains("href=\"https://d.example/e\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
    }

    [Fact]
    public void MailText_OfTextBuiltToWearOut_IsAsTyped()
    {
        var text = new string('[', 10_000);

        Assert.Equal(text, Markdown.MailText(text, Site));
    }
}
