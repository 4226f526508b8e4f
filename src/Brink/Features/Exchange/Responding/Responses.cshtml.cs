using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Responding;

/// <summary>All answers to one need or offer, for who asked.</summary>
public sealed class ResponsesModel() : HelpActPage(HelpAct.Handle)
{
    /// <summary>The newest of what waits first; more than a page of answers is found through the mails.</summary>
    private const int Most = 200;

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    protected override async Task ReadAsync()
    {
        Response.Headers.CacheControl = "no-store";
        var rows = await Db
            .HelpResponses.AsNoTracking()
            .Where(r => r.HelpId == Head.Id && r.State != ResponseState.Unconfirmed)
            .OrderByDescending(r => r.State == ResponseState.Waiting)
            .ThenBy(r => r.At)
            .Take(Most)
            .Select(r => new
            {
                r.Id,
                r.Name,
                r.Message,
                r.State,
                r.At,
            })
            .ToArrayAsync(Aborted);
        Rows =
        [
            .. rows.Select(r => new ListRow(
                r.Name.Length > 0 ? r.Name : T["Iemand"],
                ExchangeLinks.Response(Head.Id, r.Id),
                Status: T.StatusOf(r.State),
                When: T["op {0}", Formats.Date(DutchTime.DateOf(r.At))],
                Needed: r.Message
            )),
        ];
    }
}
