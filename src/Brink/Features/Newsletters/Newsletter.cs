using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Text;

namespace Brink.Features.Newsletters;

public enum NewsletterState
{
    /// <summary>Being made; only those who make newsletters see it.</summary>
    Draft,

    /// <summary>On its way or delivered, and in the archive. Its text stays as it was sent.</summary>
    Sent,

    /// <summary>A draft that was thrown away; nobody else ever saw it.</summary>
    Removed,
}

/// <summary>
/// What happened, told by the municipality to who asked for it (N2). The villages and themes of its subject are for whom
/// it is; without any it is for the whole municipality. Drawn in docs/states/newsletter.md.
/// </summary>
public partial class Newsletter : ITenantEntity
{
    public const int LongestTitle = 120;
    public const int LongestWords = 6000;
    public const int LongestHeading = 120;

    /// <summary>More than this nobody reads to the end.</summary>
    public const int MostItems = 300;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;

    /// <summary>The municipality's organisation that sends it.</summary>
    public long OrganisationId { get; private set; }
    public Organisation? Organisation { get; private set; }

    /// <summary>Who began it, so that it stands on that person's Mijn Brink; null once that person is erased.</summary>
    public long? MakerId { get; private set; }
    public NewsletterState State { get; private set; }

    /// <summary>What happened from this moment on can be chosen: when the one before it for these readers was sent.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Markdown, above what was chosen.</summary>
    public string Opening { get; private set; } = "";

    /// <summary>Markdown, under it.</summary>
    public string Closing { get; private set; } = "";
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>How many mails were made; null until that is done.</summary>
    public int? Receivers { get; private set; }

    /// <summary>How many of them left and how many did not arrive, kept for when the mails themselves are cleaned away.</summary>
    public int Left { get; private set; }
    public int Failed { get; private set; }
    public bool IsExample { get; private set; }

    /// <summary>Goes up with each change, so that of two who change different parts at once one comes after the other.</summary>
    public int Changes { get; private set; }
    public List<NewsletterItem> Items { get; } = [];
    public uint Version { get; private set; }

    /// <param name="villages">For whom it is; with no themes and none of these it is for everyone.</param>
    public static Newsletter Begin(
        string title,
        long organisationId,
        IReadOnlyCollection<long> villages,
        IReadOnlyCollection<long> themes,
        DateTimeOffset since,
        Actor actor,
        bool isExample = false
    )
    {
        var newsletter = new Newsletter
        {
            Subject = Subject.Create(SubjectKind.Newsletter, title, Visibility.Restricted, actor.At),
            OrganisationId = organisationId,
            MakerId = actor.PersonId,
            Since = since,
            IsExample = isExample,
        };
        newsletter.Subject.Villages.AddRange(villages.Select(id => new SubjectVillage { VillageId = id }));
        newsletter.Subject.IsAbout(themes);
        newsletter.Subject.Happened(NewsletterVerbs.Begun, actor);
        return newsletter;
    }

    /// <param name="read">The words that the form began with, as <see cref="WordsVersion"/>.</param>
    public Outcome Write(string title, string opening, string closing, string? read, Actor actor)
    {
        if (State != NewsletterState.Draft)
        {
            return NoDraft();
        }

        if (read != WordsVersion)
        {
            return Outcome.Refuse(
                "",
                "Een collega paste deze woorden intussen aan. Lees die eerst; wat u schreef, staat nog in de velden."
            );
        }

        Subject.Rename(title);
        (Opening, Closing) = (opening, closing);
        Happened(NewsletterVerbs.Written, actor);
        return Outcome.Done;
    }

    /// <summary>Changes when title, opening or closing words change; not when somebody chooses or moves something.</summary>
    public string WordsVersion => VersionOf($"{Subject.Title}\n\n{Opening}\n\n{Closing}");

    /// <summary>Puts each under the heading of its group, which comes with the first of that group.</summary>
    /// <param name="headings">What a group is called, in Dutch: the newsletter is.</param>
    public Outcome Choose(
        IReadOnlyCollection<(long SubjectId, NewsGroup Group)> chosen,
        Func<NewsGroup, string> headings,
        Actor actor
    )
    {
        if (State != NewsletterState.Draft)
        {
            return NoDraft();
        }

        var added = chosen.Where(one => !Items.Exists(item => item.SubjectId == one.SubjectId)).ToArray();
        if (Items.Count + added.Length > MostItems)
        {
            return Outcome.Refuse("", "In één nieuwsbrief passen {0} onderdelen. Kies er minder.", MostItems);
        }

        foreach (var (subjectId, group) in added)
        {
            Insert(new NewsletterItem { SubjectId = subjectId, Group = group }, PlaceIn(group, headings(group)));
        }

        if (added.Length > 0)
        {
            Happened(NewsletterVerbs.Chosen, actor);
        }

        return Outcome.Done;
    }

    /// <summary>After the last of its group; with a new heading at the end where there is none.</summary>
    private int PlaceIn(NewsGroup group, string heading)
    {
        var order = InOrder;
        var last = order.FindLastIndex(item => item.Group == group);
        if (last >= 0)
        {
            return last + 1;
        }

        Insert(new NewsletterItem { Group = group, Heading = heading }, order.Count);
        return order.Count + 1;
    }

    /// <summary>A heading of one's own, at the end.</summary>
    public Outcome AddHeading(string heading, Actor actor)
    {
        if (State != NewsletterState.Draft)
        {
            return NoDraft();
        }

        if (heading.Length == 0)
        {
            return Outcome.Refuse("Heading", "Schrijf wat er in de kop moet staan.");
        }

        if (Items.Count >= MostItems)
        {
            return Outcome.Refuse("", "In één nieuwsbrief passen {0} onderdelen. Kies er minder.", MostItems);
        }

        Insert(new NewsletterItem { Heading = heading }, Items.Count);
        Happened(NewsletterVerbs.Arranged, actor);
        return Outcome.Done;
    }

    public Outcome Remove(IReadOnlyCollection<long> items, Actor actor)
    {
        if (State != NewsletterState.Draft)
        {
            return NoDraft();
        }

        if (Items.RemoveAll(item => items.Contains(item.Id)) > 0)
        {
            Number(InOrder);
            Happened(NewsletterVerbs.Arranged, actor);
        }

        // Somebody else took it out already: what was asked is so.
        return Outcome.Done;
    }

    /// <param name="by">-1 is one up, 1 one down; at the edge it stays.</param>
    public Outcome Move(long itemId, int by, Actor actor)
    {
        if (State != NewsletterState.Draft)
        {
            return NoDraft();
        }

        var order = InOrder;
        var from = order.FindIndex(item => item.Id == itemId);
        if (from < 0)
        {
            return Outcome.Refuse("", "Een collega haalde dit onderdeel net weg.");
        }

        var to = Math.Clamp(from + by, 0, order.Count - 1);
        var moved = order[from];
        order.RemoveAt(from);
        order.Insert(to, moved);
        Number(order);
        Happened(NewsletterVerbs.Arranged, actor);
        return Outcome.Done;
    }

    /// <param name="words">An own sentence, Markdown; of a heading its text.</param>
    /// <param name="showsFacts">Whether what happened stands under the own words.</param>
    public Outcome WriteItem(long itemId, string words, bool showsFacts, string? read, Actor actor)
    {
        if (State != NewsletterState.Draft)
        {
            return NoDraft();
        }

        if (Items.Find(item => item.Id == itemId) is not { } found)
        {
            return Outcome.Refuse("", "Een collega haalde dit onderdeel net weg.");
        }

        if (read != found.WordsVersion)
        {
            return Outcome.Refuse(
                "",
                "Een collega paste deze woorden intussen aan. Lees die eerst; wat u schreef, staat nog in de velden."
            );
        }

        if (words.Length == 0 && (found.IsHeading || !showsFacts))
        {
            return Outcome.Refuse(
                "Words",
                found.IsHeading
                    ? Texts.Mark("Schrijf wat er in de kop moet staan.")
                    : Texts.Mark("Schrijf een eigen zin, of laat staan wat er gebeurde.")
            );
        }

        found.Write(words, showsFacts);
        Happened(NewsletterVerbs.Arranged, actor);
        return Outcome.Done;
    }

    public void ForgetMaker() => MakerId = null;

    public List<NewsletterItem> InOrder => [.. Items.OrderBy(item => item.Position).ThenBy(item => item.Id)];

    internal static string VersionOf(string text) => Convert.ToHexStringLower(Secret.Hash(text))[..16];

    private void Happened(string verb, Actor actor)
    {
        Changes++;
        Subject.Happened(verb, actor);
    }

    private void Insert(NewsletterItem item, int at)
    {
        var order = InOrder;
        order.Insert(at, item);
        Items.Add(item);
        Number(order);
    }

    private static void Number(List<NewsletterItem> order)
    {
        for (var position = 0; position < order.Count; position++)
        {
            order[position].Position = position;
        }
    }
}
