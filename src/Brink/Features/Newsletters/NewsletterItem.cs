using Brink.Features.Subjects;
using Brink.Platform.Database;

namespace Brink.Features.Newsletters;

/// <summary>Under which heading something comes, in the order of the newsletter.</summary>
public enum NewsGroup
{
    Initiatives,
    Signals,
    Plans,
    Standpoints,
    Agreements,
    Help,
    Villages,
}

/// <summary>One part of a newsletter: something that happened, or a heading. After sending its text is fixed.</summary>
public class NewsletterItem : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long NewsletterId { get; set; }

    /// <summary>Counts from 0; two may have the same for a moment when two people work at once, then the number decides.</summary>
    public int Position { get; set; }

    /// <summary>Null for a heading.</summary>
    public long? SubjectId { get; set; }
    public Subject? About { get; set; }

    /// <summary>Null for a heading of one's own.</summary>
    public NewsGroup? Group { get; set; }

    /// <summary>Empty for what is not a heading.</summary>
    public string Heading { get; set; } = "";

    /// <summary>Of who makes the newsletter; Markdown.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Whether what happened stands under the own words; without own words it always does.</summary>
    public bool ShowsFacts { get; private set; } = true;

    /// <summary>As it was sent; empty before.</summary>
    public string Title { get; private set; } = "";
    public string Facts { get; private set; } = "";

    /// <summary>The path of its page on the day of sending.</summary>
    public string Href { get; private set; } = "";

    public bool IsHeading => SubjectId is null;

    public string WordsVersion => Newsletter.VersionOf($"{Heading}\n\n{Words}\n\n{ShowsFacts}");

    internal void Write(string words, bool showsFacts)
    {
        if (IsHeading)
        {
            Heading = words;
        }
        else
        {
            (Words, ShowsFacts) = (words, showsFacts);
        }
    }

    internal void Fix(NewsletterStory story) => (Title, Facts, Href) = (story.Title, story.Facts, story.Href);
}

/// <summary>About: nothing; what was written or chosen is in the newsletter itself.</summary>
public static class NewsletterVerbs
{
    public const string Begun = "newsletter.draft-begun";
    public const string Written = "newsletter.draft-written";
    public const string Chosen = "newsletter.draft-chosen";
    public const string Arranged = "newsletter.draft-arranged";
    public const string ThrownAway = "newsletter.draft-thrown-away";
    public const string Sent = "newsletter.sent";

    /// <summary>About: <c>count</c>, how many subscriptions rest because mail did not arrive. Never whose.</summary>
    public const string Rested = "newsletter.rested";
}
