using Brink.Features.Shared;
using Brink.Platform.Cache;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Signals.Raise;

/// <summary>A chance, a bottleneck, or something broken: each has its own road.</summary>
[AllowAnonymous]
[PublicPage]
public class StartModel : BrinkPage
{
    /// <summary>The village somebody comes from.</summary>
    [BindProperty(SupportsGet = true, Name = "dorp")]
    public long? Dorp { get; set; }

    public void OnGet() { }
}
