using Brink.Features.Places;

namespace Brink.Features.Accounts.Logbook;

public static class LogbookAccess
{
    /// <summary>Who did what is for the administrator alone.</summary>
    public static bool MayReadLogbook(this Viewer viewer) => viewer.Is(Role.Administrator);
}
