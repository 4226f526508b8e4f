using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.Initiatives.Support;

/// <summary>A list to print and lay somewhere, for who would rather sign on paper (T3).</summary>
[AllowAnonymous]
[PublicPage]
public sealed class PaperListModel : SupportPage
{
    /// <summary>As many as fit on a sheet of A4 with room to write.</summary>
    public const int Rows = 16;

    public string Address => $"{Request.Scheme}://{Request.Host}{SupportLinks.Back(Head.Id)}";

    /// <summary>To type over: the number is enough, and leads to the page.</summary>
    public string ShortAddress => $"{Request.Host}{InitiativeLinks.Short(Head.Id)}";

    public void OnGet() { }
}
