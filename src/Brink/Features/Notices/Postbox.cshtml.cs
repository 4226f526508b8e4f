using System.Text.RegularExpressions;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>What the example would have mailed, for whoever tries it out. Elsewhere there is no such page.</summary>
[AllowAnonymous]
public sealed partial class PostboxModel : BrinkPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true, Name = "aan")]
    public string? To { get; set; }

    [BindProperty(SupportsGet = true, Name = "pagina")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<FilterLink> Addressees { get; private set; } = [];
    public IReadOnlyList<PostboxMessage> Messages { get; private set; } = [];
    public Pagination Pagination { get; private set; } = new(1, 1, _ => "");

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Tenant.IsExample)
        {
            return NotFound();
        }

        var counts = await Db
            .Postbox.GroupBy(m => new { m.To, m.ToName })
            .Select(g => new
            {
                g.Key.To,
                g.Key.ToName,
                Count = g.Count(),
                Last = g.Max(m => m.At),
            })
            .OrderByDescending(g => g.Last)
            .Take(100)
            .ToArrayAsync();
        Addressees =
        [
            .. counts.Select(c => new FilterLink(
                c.ToName.Length > 0 ? c.ToName : c.To,
                Address(c.To, 1),
                c.Count,
                c.To == To
            )),
        ];
        var found = Db.Postbox.AsNoTracking().Where(m => string.IsNullOrEmpty(To) || m.To == To);
        var number = string.IsNullOrEmpty(To)
            ? await found.CountAsync()
            : counts.Where(c => c.To == To).Sum(c => c.Count);
        var page = Math.Clamp(PageNumber, 1, Math.Max(1, (number + PageSize - 1) / PageSize));
        Messages = await found
            .OrderByDescending(m => m.At)
            .ThenByDescending(m => m.Id)
            .Skip((page - 1) * PageSize)
            .Take(PageSize)
            .ToArrayAsync();
        Pagination = new(page, (number + PageSize - 1) / PageSize, other => Address(To, other));
        return Page();
    }

    /// <summary>The text with its links working on whatever address the example is tried.</summary>
    public static IHtmlContent WithLinks(string text)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (Match link in Link().Matches(text))
        {
            html.Append(text[at..link.Index]);
            html.AppendHtml("<a href=\"")
                .Append(link.Groups["path"].Value)
                .AppendHtml("\">")
                .Append(link.Value)
                .AppendHtml("</a>");
            at = link.Index + link.Length;
        }

        return html.Append(text[at..]);
    }

    private static string Address(string? to, int page) =>
        NoticeLinks.Postbox
        + (string.IsNullOrEmpty(to) ? "" : "?aan=" + Uri.EscapeDataString(to))
        + (page == 1 ? "" : (string.IsNullOrEmpty(to) ? "?" : "&") + "pagina=" + page);

    [GeneratedRegex(
        @"(?<=^|\s)https?://[^\s/]+(?<path>/[^\s]*)",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Link();
}
