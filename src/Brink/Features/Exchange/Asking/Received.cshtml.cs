using Brink.Features.Shared;
using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.Exchange.Asking;

/// <summary>What happens next for who must still press the link in the mail.</summary>
[AllowAnonymous]
public sealed class ReceivedModel : BrinkPage
{
    public void OnGet() { }
}
