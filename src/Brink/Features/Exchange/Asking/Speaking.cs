using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Exchange.Asking;

/// <summary>For whom a viewer may ask or offer: in person, for an association, or entered for somebody else.</summary>
public static class Speaking
{
    public const string Self = "self";
    private const string Association = "org:";
    private const string Entered = "for:";

    /// <summary>What the viewer may choose from; fewer than two need no question.</summary>
    public static IReadOnlyList<Choice> Choices(Texts T, Viewer viewer) =>
        viewer.IsSignedIn
            ?
            [
                new Choice(Self, T["Voor mijzelf"]),
                .. AssociationsOf(viewer)
                    .Select(r => new Choice(
                        Association + Number(r.OrganisationId),
                        T["Namens {0}", r.OrganisationName]
                    )),
                .. Assisting
                    .RolesOf(viewer)
                    .DistinctBy(r => r.OrganisationId)
                    .Select(r => new Choice(
                        Entered + Number(r.OrganisationId),
                        T["Voor iemand die belde, schreef of langskwam ({0} voert het in)", r.OrganisationName]
                    )),
            ]
            : [];

    /// <summary>What the choice means; whoever may not speak so speaks in person.</summary>
    public static Speaker Of(Viewer viewer, string? choice)
    {
        if (!viewer.IsSignedIn)
        {
            return new Speaker(SpeakerKind.Stranger);
        }

        if (
            IdIn(choice, Association) is { } association
            && AssociationsOf(viewer).Any(r => r.OrganisationId == association)
        )
        {
            return new Speaker(SpeakerKind.Association, OnBehalfOfId: association);
        }

        return IdIn(choice, Entered) is { } helper && Assisting.RolesOf(viewer).Any(r => r.OrganisationId == helper)
            ? new Speaker(SpeakerKind.ForSomeone, EnteredForId: helper)
            : new Speaker(SpeakerKind.Self);
    }

    private static IEnumerable<HeldRole> AssociationsOf(Viewer viewer) =>
        viewer
            .Roles.Where(r =>
                r.OrganisationKind == OrganisationKind.Association && Viewer.SpeakingRoles.Contains(r.Role)
            )
            .DistinctBy(r => r.OrganisationId);

    private static long? IdIn(string? choice, string start) =>
        choice is not null
        && choice.StartsWith(start, StringComparison.Ordinal)
        && long.TryParse(choice.AsSpan(start.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    private static string Number(long id) => id.ToString(CultureInfo.InvariantCulture);
}
