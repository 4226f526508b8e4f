using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>The parts of the rules, in the order in which people agree on them (003, 'Heldere afspraken en afbakening vooraf').</summary>
public enum RulesPart
{
    Deciding,
    Responsible,
    Fixed,
    Open,
    Participation,
    Talking,
    Contacts,
}

public enum RulesState
{
    Proposed,
    InForce,
    Superseded,
    Refused,
    Withdrawn,
}

public enum RulesAnswerKind
{
    Accepts,
    Refuses,
    WantsToTalk,
}

public enum RulesPartyKind
{
    Initiators,
    Municipality,
    Organisation,
}

/// <summary>
/// What parties agree on before they start (I4), in one wording that never changes: another wording is another
/// version. Holds from the moment on which every party accepted this very version.
/// </summary>
public class GroundRulesVersion : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; set; }

    /// <summary>Counts from 1 within the initiative.</summary>
    public int Number { get; set; }

    /// <summary>Null for all phases; rules for one phase go before those for all.</summary>
    public Phase? Phase { get; set; }
    public OwnerType OwnerType { get; set; }
    public string Deciding { get; set; } = "";
    public string Responsible { get; set; } = "";
    public string Fixed { get; set; } = "";
    public string Open { get; set; } = "";
    public string Participation { get; set; } = "";
    public string Talking { get; set; } = "";
    public string Contacts { get; set; } = "";

    /// <summary>Why this is proposed.</summary>
    public string Why { get; set; } = "";
    public long ProposedById { get; set; }
    public GroundRulesParty? ProposedBy { get; set; }
    public long ContributionId { get; set; }
    public Contribution? Contribution { get; set; }
    public DateTimeOffset ProposedAt { get; set; }
    public RulesState State { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }

    /// <summary>Goes up with each answer and each change of the parties, so that whoever acts at the same time finds out.</summary>
    public int Turn { get; set; }
    public uint Version { get; set; }
    public List<GroundRulesResponse> Responses { get; } = [];

    public RulesParts Parts
    {
        get => new(Deciding, Responsible, Fixed, Open, Participation, Talking, Contacts);
        set =>
            (Deciding, Responsible, Fixed, Open, Participation, Talking, Contacts) = (
                value.Deciding,
                value.Responsible,
                value.Fixed,
                value.Open,
                value.Participation,
                value.Talking,
                value.Contacts
            );
    }

    /// <summary>The last answer of a party; what it said before stays to be read.</summary>
    public GroundRulesResponse? AnswerOf(GroundRulesParty party) =>
        Responses.Where(r => party.Is(r.Party, r.PartyId)).MaxBy(r => r.Turn);

    public bool IsOf(GroundRulesParty party) => party.Is(ProposedBy, ProposedById);
}

/// <summary>Somebody who must accept the rules: the initiators, the municipality, or an organisation that was asked.</summary>
public class GroundRulesParty : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long InitiativeId { get; set; }
    public RulesPartyKind Kind { get; set; }

    /// <summary>Of a further organisation; null for the initiators and the municipality.</summary>
    public long? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public DateTimeOffset Since { get; set; }

    /// <summary>When it left; what it accepted before stays to be read.</summary>
    public DateTimeOffset? Until { get; set; }
    public uint Version { get; set; }

    /// <summary>A party that is not saved yet has no number to be known by.</summary>
    internal bool Is(GroundRulesParty? party, long id) => ReferenceEquals(this, party) || (Id != 0 && Id == id);
}

/// <summary>What a party said to one version, by a person who may speak for it.</summary>
public class GroundRulesResponse : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long VersionId { get; set; }
    public long PartyId { get; set; }
    public GroundRulesParty? Party { get; set; }

    /// <summary>The version's turn with which it came: the order of the answers.</summary>
    public int Turn { get; set; }
    public RulesAnswerKind Kind { get; set; }

    /// <summary>The reason of a refusal, which nobody has to give; or when and how to talk.</summary>
    public string Words { get; set; } = "";
    public long ContributionId { get; set; }
    public Contribution? Contribution { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>The separate texts of the rules.</summary>
public sealed record RulesParts(
    string Deciding,
    string Responsible,
    string Fixed,
    string Open,
    string Participation,
    string Talking,
    string Contacts
)
{
    public static readonly RulesParts None = new("", "", "", "", "", "", "");

    public string this[RulesPart part] =>
        part switch
        {
            RulesPart.Deciding => Deciding,
            RulesPart.Responsible => Responsible,
            RulesPart.Fixed => Fixed,
            RulesPart.Open => Open,
            RulesPart.Participation => Participation,
            RulesPart.Talking => Talking,
            _ => Contacts,
        };
}

/// <param name="Phase">Null for all phases.</param>
/// <param name="Seen">The highest number there was when the proposer began; another means that somebody was first.</param>
public sealed record RulesProposal(Phase? Phase, OwnerType OwnerType, RulesParts Parts, string Why, int Seen);

public static class GroundRulesVerbs
{
    public const string Proposed = "ground-rules.proposed";
    public const string Accepted = "ground-rules.accepted";
    public const string CameIntoForce = "ground-rules.came-into-force";
    public const string Refused = "ground-rules.refused";
    public const string TalkWanted = "ground-rules.talk-wanted";
    public const string Withdrawn = "ground-rules.withdrawn";
    public const string PartyJoined = "ground-rules.party-joined";
    public const string PartyLeft = "ground-rules.party-left";
}
