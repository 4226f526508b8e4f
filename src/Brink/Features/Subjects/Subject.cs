using Brink.Features.Journal;
using Brink.Platform.Database;

namespace Brink.Features.Subjects;

public enum SubjectKind
{
    Village,
    Theme,
    Initiative,

    /// <summary>Something that is going on in a village: a chance or a bottleneck.</summary>
    Signal,

    /// <summary>Signals of several villages that are about the same.</summary>
    SharedConcern,

    /// <summary>What associations say together.</summary>
    Standpoint,

    /// <summary>What the municipality asks an association.</summary>
    VillageRequest,

    /// <summary>Hands, skills or things that somebody needs or offers.</summary>
    Help,

    /// <summary>What the umbrella keeps an eye on.</summary>
    Development,

    /// <summary>Somebody who knows about something and may be asked.</summary>
    Expert,

    /// <summary>A plan of the municipality.</summary>
    Dossier,

    /// <summary>What parties signed together: a covenant, a cooperation agreement, a social agreement.</summary>
    Agreement,

    /// <summary>How both sides say that working together goes, in one term.</summary>
    Check,

    /// <summary>What the municipality tells who asked for it, now and then.</summary>
    Newsletter,

    /// <summary>What an association or the umbrella advises the municipality, in points.</summary>
    Advice,
}

/// <summary>Who may see a subject. Lists, search, feeds, API and digests ask nothing else.</summary>
public enum Visibility
{
    /// <summary>Everybody.</summary>
    Public,

    /// <summary>Handed in and not yet confirmed: only those who must confirm it.</summary>
    Unconfirmed,

    /// <summary>Taken back by those who brought it in; its address answers with 410.</summary>
    Withdrawn,

    /// <summary>Only those whom its feature names, such as a draft that an association still works on.</summary>
    Restricted,
}

/// <summary>
/// Everything people talk about. Followers, villages, themes, files, promises, search and feeds attach here and not
/// to a feature; the feature's own row has the same number.
/// </summary>
public class Subject : ITenantEntity
{
    private readonly List<Happening> happenings = [];

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public SubjectKind Kind { get; private set; }
    public string Title { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public Visibility Visibility { get; private set; }
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When something last happened that the public could see; lists and feeds are in this order.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    /// <summary>Everything searchable beside the title, as plain text.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>Whoever acts on a subject at the same time as another finds out here.</summary>
    public uint Version { get; private set; }

    public List<SubjectVillage> Villages { get; } = [];
    public List<SubjectTheme> Themes { get; } = [];
    public List<Promises.Promise> Promises { get; } = [];
    public List<SubjectFile> Files { get; } = [];

    public static Subject Create(SubjectKind kind, string title, Visibility visibility, DateTimeOffset at) =>
        new()
        {
            Kind = kind,
            Title = Platform.Text.TextRules.Line(title),
            Slug = Platform.Text.Slug.From(title),
            Visibility = visibility,
            CreatedAt = at,
            ChangedAt = at,
        };

    public void Rename(string title)
    {
        Title = Platform.Text.TextRules.Line(title);
        Slug = Platform.Text.Slug.From(title);
    }

    /// <summary>Sets the themes; those that stay, stay the same rows.</summary>
    public void IsAbout(IReadOnlyCollection<long> themeIds)
    {
        Themes.RemoveAll(t => !themeIds.Contains(t.ThemeId));
        Themes.AddRange(
            themeIds
                .Where(id => Themes.TrueForAll(t => t.ThemeId != id))
                .Select(id => new SubjectTheme { ThemeId = id })
                .ToArray()
        );
    }

    public void Describe(string searchText) => SearchText = searchText;

    public void Show(Visibility visibility) => Visibility = visibility;

    /// <summary>Something happened to this subject: a line in the journal with the next save.</summary>
    /// <param name="verb">One of the verbs of the feature, such as <c>initiative.taken-in</c>.</param>
    /// <param name="about">What it was about, as references only: never a person's words.</param>
    public void Happened(string verb, Actor actor, params (string Name, object Value)[] about)
    {
        happenings.Add(new Happening(verb, actor, about));
        ChangedAt = actor.At > ChangedAt ? actor.At : ChangedAt;
    }

    /// <summary>Hands over what happened since the last save, once.</summary>
    public IReadOnlyList<Happening> TakeHappenings()
    {
        var taken = happenings.ToArray();
        happenings.Clear();
        return taken;
    }
}

public class SubjectVillage : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long SubjectId { get; set; }
    public long VillageId { get; set; }
}

public class SubjectTheme : Platform.Tenancy.ITenantOwned
{
    public long MunicipalityId { get; set; }
    public long SubjectId { get; set; }
    public long ThemeId { get; set; }
}

/// <summary>A file that belongs to a subject; the bytes stand in the file store under their hash.</summary>
public class SubjectFile : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long SubjectId { get; set; }
    public Subject? Subject { get; set; }

    /// <summary>The update, answer or other part of the subject it came with; null for the subject itself.</summary>
    public long? PartId { get; set; }
    public string Hash { get; set; } = "";
    public string ContentType { get; set; } = "";
    public long Length { get; set; }

    /// <summary>What the photo shows, for who can't see it.</summary>
    public string Description { get; set; } = "";
    public int Order { get; set; }
}
