using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;

namespace Brink.Features.Dossiers;

/// <summary>How an association hears of a dossier.</summary>
public enum InvitedHow
{
    Mail,

    /// <summary>The liaison calls, visits or sends a letter, because the village wants that or has no mail address.</summary>
    Liaison,

    /// <summary>The village would rather not hear of these themes: the page tells that it was not invited.</summary>
    RatherNot,
}

/// <summary>One association of a touched village, invited on the first day as it recorded that it suits (C3, P7).</summary>
public class DossierInvitation : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long DossierId { get; set; }
    public Dossier? Dossier { get; set; }
    public long OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }

    /// <summary>The village whose liaison tells it where that is the way; one of those that the association represents.</summary>
    public long VillageId { get; set; }
    public Village? Village { get; set; }
    public InvitedHow How { get; set; }

    /// <summary>The way that was asked for; mail where nothing is recorded.</summary>
    public ReachChannel Channel { get; set; }

    /// <summary>When the mail may leave: at once, next Monday or the first of the month, as the village chose.</summary>
    public DateTimeOffset MailFrom { get; set; }
    public DateOnly InvitedOn { get; set; }

    /// <summary>The dossier's revision with which it was invited later; 0 for the first day.</summary>
    public int Revision { get; set; }

    /// <summary>When somebody who speaks for the association first opened the page, signed in.</summary>
    public DateTimeOffset? FirstOpenedAt { get; set; }

    /// <summary>When the liaison told it.</summary>
    public DateOnly? ToldOn { get; private set; }
    public long? ToldById { get; set; }
    public Person? ToldBy { get; set; }

    /// <summary>Of two liaisons who tell at once, the second finds out here.</summary>
    public uint Version { get; private set; }

    /// <summary>It would rather not hear of the themes of the first day, and is invited for one that was added.</summary>
    internal void InviteAfterAll(PlannedInvitation planned, int revision, Actor actor)
    {
        (How, Channel, MailFrom) = (planned.How, planned.Channel, planned.MailFrom);
        (InvitedOn, Revision) = (actor.Today, revision);
    }

    public Outcome Tell(Actor actor)
    {
        if (ToldOn is not null)
        {
            return Outcome.Refuse("", "Een collega heeft dit al verteld.");
        }

        if (How != InvitedHow.Liaison)
        {
            return Outcome.Refuse("", "Deze vereniging hoort het niet via u.");
        }

        (ToldOn, ToldById) = (actor.Today, actor.PersonId);
        Dossier!.Subject.Happened(DossierVerbs.Told, actor, ("organisation", OrganisationId));
        return Outcome.Done;
    }
}
