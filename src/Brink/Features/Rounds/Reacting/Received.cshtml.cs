using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.Rounds.Reacting;

/// <summary>What happens next for who must still press the link in the mail.</summary>
[AllowAnonymous]
public sealed class ReceivedModel() : RoundPage(RoundAct.See)
{
    public void OnGet() { }
}
