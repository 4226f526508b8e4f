using Brink.Features.Shared;

namespace Brink.Features.Accounts.Privacy;

/// <summary>What goes and what stays, before anything is asked.</summary>
public class EraseModel(LayoutModel layout) : ErasePage
{
    /// <summary>Whom to call about a task that must end first.</summary>
    public ContactCard Contact => layout.Contact!;

    public Task OnGetAsync() => LookAsync();
}
