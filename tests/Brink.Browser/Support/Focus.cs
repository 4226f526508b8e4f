using Microsoft.Playwright;

namespace Brink.Browser.Support;

/// <summary>Whether somebody who uses no mouse sees where he is.</summary>
public static class Focus
{
    /// <summary>A line of two pixels or a ring, around the part or around what holds it.</summary>
    private const string Shown = """
        part => [part, part.parentElement].some(shown => {
          const style = getComputedStyle(shown);
          return style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 || style.boxShadow !== "none";
        })
        """;

    private const string Hidden = $$"""
        () => {
          const shown = {{Shown}};
          const look = part => [part, part.parentElement]
            .map(getComputedStyle).map(({ outline, boxShadow }) => outline + boxShadow).join();
          const here = "a[href], button, input, select, textarea, summary, [tabindex='0']";
          const hidden = [...document.querySelectorAll(here)]
            .filter(part => part.checkVisibility() && !part.disabled && part.tabIndex >= 0)
            .filter(part => {
              const before = look(part);
              part.focus({ focusVisible: true });
              const size = part.getBoundingClientRect();
              return part !== document.activeElement || look(part) === before || !shown(part) || size.width < 2;
            });
          document.activeElement.blur();
          return hidden.map(part => part.outerHTML.slice(0, 200));
        }
        """;

    public static Task<bool> IsShownAsync(ILocator part) => part.EvaluateAsync<bool>(Shown);

    /// <returns>What on the page can have the focus and does not show it.</returns>
    public static Task<string[]> HiddenAsync(IPage page) => page.EvaluateAsync<string[]>(Hidden);
}
