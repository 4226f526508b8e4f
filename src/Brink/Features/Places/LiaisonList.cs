using System.Globalization;
using Brink.Features.Shared;

namespace Brink.Features.Places;

/// <summary>A liaison's working list: in the own villages first, or in all of them.</summary>
public abstract class LiaisonList : BrinkPage
{
    protected const int PageSize = 20;

    public IReadOnlyList<ListRow> Rows { get; protected set; } = [];
    public Pagination Pagination { get; private set; } = null!;
    public string Summary { get; protected set; } = "";
    public bool IsAll { get; private set; }
    public bool HasOwnVillages { get; private set; }

    /// <summary>Villages the viewer is the fixed liaison of.</summary>
    protected long[] Own { get; private set; } = [];

    /// <param name="villages">'alle' for those of other liaisons too.</param>
    /// <returns>Whether the viewer works with such lists.</returns>
    protected bool Choose(string? villages)
    {
        Own =
        [
            .. Viewer
                .Roles.Where(r => r is { Role: Role.Liaison, VillageId: not null })
                .Select(r => r.VillageId!.Value),
        ];
        HasOwnVillages = Own.Length > 0;
        IsAll = !HasOwnVillages || villages == "alle";
        return Viewer.Is(Role.Liaison);
    }

    /// <returns>How many rows stand on the pages before this one.</returns>
    protected int Turn(int total, int? wanted, string address)
    {
        var pages = Math.Max(1, (total + PageSize - 1) / PageSize);
        var page = Math.Clamp(wanted ?? 1, 1, pages);
        Pagination = new Pagination(
            page,
            pages,
            number =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{address}?{(IsAll && HasOwnVillages ? "dorpen=alle&" : "")}pagina={number}"
                )
        );
        return (page - 1) * PageSize;
    }

    /// <param name="waiting">How many wait, in words.</param>
    protected string Told(string waiting, int late) =>
        waiting + " " + (late > 0 ? T.Count(late, "1 is te laat.", "{0} zijn te laat.") : T["Niets is te laat."]);
}
