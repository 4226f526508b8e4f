using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;

namespace Brink.Features.Standpoints;

/// <summary>The words of a standpoint, cleaned and checked.</summary>
/// <param name="Text">What the villages find, as Markdown.</param>
/// <param name="Asks">What they ask of the municipality, as Markdown.</param>
public sealed record Wording(string Title, string Text, string Asks)
{
    /// <summary>Changes with the words and with nothing else.</summary>
    public string Mark => Convert.ToHexStringLower(Secret.Hash(string.Join('\u001F', Title, Text, Asks)))[..16];
}

/// <summary>The text as it was. Once somebody could sign it, it never changes any more.</summary>
public class StandpointVersion : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long StandpointId { get; private set; }

    /// <summary>Counts from 1.</summary>
    public int Number { get; private set; }
    public string Title { get; private set; } = "";
    public string Text { get; private set; } = "";
    public string Asks { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public uint Version { get; private set; }

    public Wording Words => new(Title, Text, Asks);

    internal static StandpointVersion Of(int number, Wording words, Contribution provenance, Actor actor)
    {
        var version = new StandpointVersion { Number = number };
        version.Rewrite(words, provenance, actor);
        return version;
    }

    internal void Rewrite(Wording words, Contribution provenance, Actor actor)
    {
        (Title, Text, Asks) = (words.Title, words.Text, words.Asks);
        Contribution = provenance;
        At = actor.At;
    }
}

/// <summary>A signal or shared concern that the standpoint is made from.</summary>
public class StandpointSource : ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long StandpointId { get; set; }
    public long SubjectId { get; set; }
    public Subject? Subject { get; set; }
}
