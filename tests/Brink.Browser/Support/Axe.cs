using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Brink.Browser.Support;

/// <summary>Asks axe what on a page is not for everybody.</summary>
public static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>WCAG 2.2 AA and what axe calls good practice; for text the contrast of AAA, seven to one.</summary>
    private const string Run = """
        async () => {
          const { violations } = await axe.run(document, {
            runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
            rules: { "color-contrast-enhanced": { enabled: true } },
            resultTypes: ["violations"],
            preload: false,
          });
          return violations.map(({ id, help, nodes }) =>
            `${id}: ${help}: ${nodes.length} times: ` +
            nodes.slice(0, 3).map(node => `${node.html} ${node.any[0]?.message ?? ""}`).join(" | "));
        }
        """;

    /// <summary>Once for each page that is opened; it lasts until the next is.</summary>
    public static Task BringAsync(IPage page) => page.EvaluateAsync(Script);

    /// <returns>One line for each rule that is broken.</returns>
    public static Task<string[]> ViolationsAsync(IPage page) => page.EvaluateAsync<string[]>(Run);
}
