using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Agreements;

public enum VersionState
{
    Draft,

    /// <summary>It goes round and doesn't change.</summary>
    Signing,
    InForce,

    /// <summary>A later version holds, or all of it ended.</summary>
    Replaced,

    /// <summary>It went round and was taken back to be changed; what was signed then, was of this text.</summary>
    TakenBack,
}

/// <summary>One text with its parties, what each will do, and who signed it.</summary>
public class AgreementVersion : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long AgreementId { get; set; }
    public int Number { get; set; }
    public VersionState State { get; set; }

    /// <summary>Markdown; each heading begins an article.</summary>
    public string Text { get; set; } = "";

    /// <summary>Why it came in the place of the one before; empty for the first.</summary>
    public string Why { get; set; } = "";
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset? SentRoundAt { get; set; }

    /// <summary>The day from which it holds or held; null before.</summary>
    public DateOnly? InForceOn { get; set; }

    /// <summary>When all signed a sheet of paper before it came here, in words: 'in 1999'. Empty where each signed here.</summary>
    public string SignedOnPaper { get; set; } = "";

    /// <summary>How often draft or answers changed: who does something at the same moment meets the other at this row.</summary>
    public int Changes { get; set; }
    public List<AgreementParty> Parties { get; } = [];
    public List<AgreementPledge> Pledges { get; } = [];
    public List<AgreementAnswer> Answers { get; } = [];
    public uint Version { get; private set; }

    public bool IsParty(long organisationId) => Parties.Exists(p => p.OrganisationId == organisationId);

    /// <summary>What a party says now; null as long as it said nothing.</summary>
    public AgreementAnswer? Current(long organisationId) =>
        Answers.Where(a => a.OrganisationId == organisationId).MaxBy(a => a.Turn);

    public bool AllSigned => Parties.TrueForAll(p => Current(p.OrganisationId) is { Kind: AnswerKind.Signs });

    /// <summary>The same text with the same parties, to be changed; what is promised already is not promised twice.</summary>
    public AgreementVersion Copy(int number, string why, Actor actor)
    {
        var copy = new AgreementVersion
        {
            Number = number,
            Text = Text,
            Why = why.Trim(),
            MadeAt = actor.At,
        };
        copy.Parties.AddRange(Parties.Select(p => new AgreementParty { OrganisationId = p.OrganisationId }));
        copy.Pledges.AddRange(
            Pledges.Select(p => new AgreementPledge
            {
                OrganisationId = p.OrganisationId,
                ThemeId = p.ThemeId,
                What = p.What,
                Due = p.Due,
                IsPromised = p.IsPromised,
            })
        );
        return copy;
    }
}

public class AgreementParty : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long VersionId { get; set; }
    public long OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
}

/// <summary>What one party will do.</summary>
public class AgreementPledge : ITenantEntity
{
    public const int LongestWhat = 300;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long VersionId { get; set; }
    public long OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }

    /// <summary>Null for what is about everything.</summary>
    public long? ThemeId { get; set; }
    public Theme? Theme { get; set; }
    public string What { get; set; } = "";

    /// <summary>Last day; null for what has no date.</summary>
    public DateOnly? Due { get; set; }
    public bool IsPromised { get; set; }
}

public enum AnswerKind
{
    Signs,

    /// <summary>Not like this: an ordinary answer that needs no reason.</summary>
    Declines,
    WantsToTalk,

    /// <summary>What somebody else entered for the party was not what it said.</summary>
    TakesBack,
}

/// <summary>What a party said of a version, by somebody who may sign for it; the last counts, earlier ones stay.</summary>
public class AgreementAnswer : ITenantEntity
{
    public const int LongestWords = 1000;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long VersionId { get; set; }
    public long OrganisationId { get; set; }

    /// <summary>First, second… answer of this party to this version.</summary>
    public int Turn { get; set; }
    public AnswerKind Kind { get; set; }
    public string Words { get; set; } = "";

    /// <summary>The day on which it was signed or said; on paper that may be before it was entered.</summary>
    public DateOnly On { get; set; }
    public DateTimeOffset At { get; set; }
    public long ContributionId { get; set; }
    public Contribution? Contribution { get; set; }

    /// <summary>Of the sheet with the signature, where one was signed; empty otherwise.</summary>
    public string ScanHash { get; set; } = "";
    public string ScanContentType { get; set; } = "";
}

/// <summary>A day on which the parties look whether it works.</summary>
public class AgreementEvaluation : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long AgreementId { get; set; }
    public DateOnly On { get; set; }
    public bool IsPromised { get; set; }
}
