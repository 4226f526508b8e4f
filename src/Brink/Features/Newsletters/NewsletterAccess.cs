using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Subjects;

namespace Brink.Features.Newsletters;

public enum NewsletterAct
{
    /// <summary>Read it: sent ones everybody, a draft those who make newsletters.</summary>
    See,

    /// <summary>Choose, write, send, and see how sending goes.</summary>
    Make,
}

/// <summary>What deciding about access needs to know of a newsletter.</summary>
public sealed record NewsletterStanding(Visibility Visibility, NewsletterState State, long OrganisationId);

/// <summary>Who may do what with newsletters: the municipality's liaisons and administrators make them, together.</summary>
public static class NewsletterAccess
{
    public static bool May(this Viewer viewer, NewsletterAct act, NewsletterStanding newsletter) =>
        act switch
        {
            NewsletterAct.See => newsletter.Visibility == Visibility.Public
                || (newsletter.State == NewsletterState.Draft && viewer.May(NewsletterAct.Make, newsletter)),
            NewsletterAct.Make => viewer.Roles.Any(r =>
                r.OrganisationId == newsletter.OrganisationId && Makers.Contains(r.Role)
            ),
            _ => false,
        };

    /// <summary>For whom the viewer may begin a newsletter; null for nobody.</summary>
    public static long? MakesNewslettersFor(this Viewer viewer) =>
        viewer
            .Roles.Where(r => r.OrganisationKind == OrganisationKind.Municipality && Makers.Contains(r.Role))
            .Select(r => (long?)r.OrganisationId)
            .FirstOrDefault();

    /// <summary>See how many subscriptions there are and bring in addresses to which mail does not arrive.</summary>
    public static bool MayKeepSubscriptions(this Viewer viewer) => viewer.Is(Role.Administrator);

    private static readonly Role[] Makers = [Role.Liaison, Role.Administrator];
}
