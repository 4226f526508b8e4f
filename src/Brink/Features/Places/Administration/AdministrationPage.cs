using System.Globalization;
using Brink.Features.Journal;
using Brink.Features.Shared;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Brink.Features.Places.Administration;

/// <summary>A page for administrators alone.</summary>
[Authorize]
public abstract class AdministrationPage : VersionedPage
{
    protected const int PageSize = 20;

    [NonHandler]
    public override async Task OnPageHandlerExecutionAsync(
        PageHandlerExecutingContext context,
        PageHandlerExecutionDelegate next
    )
    {
        if (!Viewer.Is(Role.Administrator))
        {
            context.Result = Forbid();
            return;
        }

        ViewData[LayoutData.Done] = HttpMethods.IsGet(Request.Method) ? Note() : null;
        await base.OnPageHandlerExecutionAsync(context, next);
    }

    /// <summary>Leads to a page of administration that says so first.</summary>
    protected static string Saved(string address) => address + "?bewaard=ja";

    protected static string Removed(string address) => address + "?weg=ja";

    protected static string ReadIn(string address, int added, int changed) =>
        string.Create(CultureInfo.InvariantCulture, $"{address}?nieuw={added}&gewijzigd={changed}");

    private string? Note() =>
        Request.Query.ContainsKey("bewaard") ? T["Opgeslagen."]
        : Request.Query.ContainsKey("weg") ? T["Weggehaald."]
        : Counted("nieuw") is { } added && Counted("gewijzigd") is { } changed
            ? T["Het bestand is ingelezen. Nieuw: {0}. Gewijzigd: {1}.", added, changed]
        : null;

    private int? Counted(string name) => TypedNumber.Whole(Request.Query[name].ToString());

    /// <summary>A line in the journal for what concerns no subject.</summary>
    protected JournalEntry Happened(string verb, params (string Name, object Value)[] about)
    {
        var entry = JournalEntry.General(verb, Acts(), about);
        Db.Journal.Add(entry);
        return entry;
    }

    /// <param name="kept">What else the address says.</param>
    protected Pagination PagesOf(
        int total,
        string address,
        string query,
        IReadOnlyList<KeyValuePair<string, string>>? kept = null
    )
    {
        var fields = new QueryBuilder(kept ?? []);
        if (query.Length > 0)
        {
            fields.Add("zoek", query);
        }

        return PagesOf(
            total,
            PageSize,
            number => address + new QueryBuilder(fields) { { "pagina", number.ToString(CultureInfo.InvariantCulture) } }
        );
    }
}
