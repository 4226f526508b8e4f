using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Signals;

/// <summary>
/// Private details that the liaison takes away. The words themselves go: they are kept nowhere, so that no page, search,
/// feed, mail or download can still hold them. What stays is that it happened, by whom, when and why.
/// </summary>
public partial class Signal
{
    /// <summary>What stands in its place, in every language.</summary>
    public const string HiddenMark = "[weggehaald: privégegevens]";
    private const int MostTitle = 200;

    public Outcome HidePassage(string words, HideReason reason, Actor actor)
    {
        words = words.Trim();
        if (words.Length < 2)
        {
            return Outcome.Refuse("Words", "Schrijf de woorden die weg moeten, precies zoals ze er staan.");
        }

        if (HiddenMark.Contains(words, StringComparison.OrdinalIgnoreCase))
        {
            return Outcome.Refuse("Words", "Deze woorden staan in de tekst die Brink zelf neerzet.");
        }

        if (
            !new[] { Subject.Title, Text, PlaceNote, AnswerText }
                .Concat(Forwards.Select(f => f.Note))
                .Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase))
        )
        {
            return Outcome.Refuse(
                "Words",
                "Deze woorden staan niet precies zo in het signaal. Kopieer ze uit de tekst."
            );
        }

        Subject.Rename(TextRules.First(Without(Subject.Title, words), MostTitle));
        (Text, PlaceNote, AnswerText) = (Without(Text, words), Without(PlaceNote, words), Without(AnswerText, words));
        foreach (var forward in Forwards)
        {
            forward.Note = Without(forward.Note, words);
        }

        Describe();
        Subject.Happened(SignalVerbs.DetailHidden, actor, ("reason", reason));
        return Outcome.Done;
    }

    public Outcome HidePhoto(long fileId, HideReason reason, Actor actor)
    {
        if (Subject.Files.FirstOrDefault(f => f.Id == fileId) is not { } photo)
        {
            return Outcome.Refuse("", "Deze foto is al weg.");
        }

        Subject.Files.Remove(photo);
        Subject.Happened(SignalVerbs.PhotoHidden, actor, ("reason", reason));
        return Outcome.Done;
    }

    /// <summary>The sender wants the own words gone. What others joined stays to be answered, under a neutral name.</summary>
    public void Erase(Actor actor)
    {
        Subject.Rename(HiddenMark);
        (Text, PlaceNote, Longitude, Latitude) = ("", "", null, null);
        Describe();
        Subject.Files.Clear();
        Subject.Happened(SignalVerbs.DetailHidden, actor, ("reason", HideReason.Other));
    }

    private static string Without(string text, string words) =>
        text.Replace(words, HiddenMark, StringComparison.OrdinalIgnoreCase);
}
