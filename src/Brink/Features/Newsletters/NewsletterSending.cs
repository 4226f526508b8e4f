using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Newsletters;

/// <summary>How a draft ends: sent, or thrown away.</summary>
public partial class Newsletter
{
    /// <summary>
    /// Fixes the text and gives it to the mail. What was chosen and is not public any more falls out for good.
    /// </summary>
    /// <param name="content">As it is at this moment, in Dutch.</param>
    /// <param name="read">What the sender saw on the check page, as <see cref="NewsletterContent.Fingerprint"/>.</param>
    public Outcome Send(NewsletterContent content, string? read, Actor actor)
    {
        if (State != NewsletterState.Draft)
        {
            return Outcome.Refuse("", "Deze nieuwsbrief is al verstuurd.");
        }

        if (!content.SaysAnything)
        {
            return Outcome.Refuse("", "Er staat nog niets in. Kies eerst een onderwerp, of schrijf een inleiding.");
        }

        if (read != content.Fingerprint)
        {
            return Outcome.Refuse("", "Er is iets veranderd sinds u dit bekeek. Kijk nog eens, en verstuur daarna.");
        }

        var told = content.Stories.ToDictionary(story => story.ItemId);
        Items.RemoveAll(item => !item.IsHeading && !told.ContainsKey(item.Id));
        foreach (var item in Items.Where(item => !item.IsHeading))
        {
            item.Fix(told[item.Id]);
        }

        (State, SentAt) = (NewsletterState.Sent, actor.At);
        Subject.Show(Visibility.Public);
        Subject.Describe(content.Words);
        Happened(NewsletterVerbs.Sent, actor);
        return Outcome.Done;
    }

    public Outcome ThrowAway(Actor actor)
    {
        if (State != NewsletterState.Draft)
        {
            return NoDraft();
        }

        State = NewsletterState.Removed;
        Subject.Show(Visibility.Withdrawn);
        Happened(NewsletterVerbs.ThrownAway, actor);
        return Outcome.Done;
    }

    private Outcome NoDraft() =>
        Outcome.Refuse(
            "",
            State == NewsletterState.Sent
                ? Texts.Mark("Deze nieuwsbrief is al verstuurd.")
                : Texts.Mark("Een collega gooide deze nieuwsbrief net weg.")
        );
}
