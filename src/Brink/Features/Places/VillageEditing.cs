using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Places;

/// <summary>What the association says of its village on its page.</summary>
/// <param name="About">Markdown.</param>
public sealed record VillageWords(string? About, string? MeetingPlace, string? Website);

/// <summary>What a village has, as a form says it.</summary>
public sealed record FacilityWords(
    FacilityKind? Kind,
    string? Name,
    FacilityState? State,
    DateOnly? Since,
    string? Note
);

/// <summary>What the people of a village change on its page.</summary>
public partial class Village
{
    public const int LongestAbout = 10_000;
    public const int LongestMeetingPlace = 300;
    public const int LongestFacilityName = 120;
    public const int LongestNote = 500;
    public const int MostFacilities = 100;
    public const int LongestPhotoDescription = 300;

    /// <summary>The association's own words (P6).</summary>
    public Outcome Describe(VillageWords words, Actor actor)
    {
        var about = TextRules.Paragraphs(words.About, LongestAbout);
        var meetingPlace = TextRules.Paragraphs(words.MeetingPlace, LongestMeetingPlace);
        var website = WebAddress.Read(words.Website);
        var refusals = new List<Refusal>();
        refusals.Check(nameof(words.About), about);
        refusals.Check(nameof(words.MeetingPlace), meetingPlace);
        if (website is null)
        {
            refusals.Add(
                new Refusal(
                    nameof(words.Website),
                    "Dit is geen adres van een website. Een goed voorbeeld: www.hijken.nl."
                )
            );
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        About = about.Text;
        MeetingPlace = meetingPlace.Text;
        Website = website!;
        Subject!.Describe(Markdown.Plain(About + "\n\n" + MeetingPlace));
        Subject.Happened(PlacesVerbs.VillagePageChanged, actor);
        return Outcome.Done;
    }

    /// <summary>The one photo of the page; another takes its place.</summary>
    public Outcome ShowPhoto(SubjectFile photo, Actor actor)
    {
        var description = TextRules.Line(photo.Description, LongestPhotoDescription);
        if (description.IsEmpty)
        {
            return Outcome.Refuse("Description", "Schrijf wat er op de foto staat, voor wie hem niet kan zien.");
        }

        if (description.Problem is { } problem)
        {
            return Outcome.Of([new Refusal("Description", problem, description.Arguments)]);
        }

        RemovePhotos();
        photo.Description = description.Text;
        Subject!.Files.Add(photo);
        Subject.Happened(PlacesVerbs.VillagePageChanged, actor);
        return Outcome.Done;
    }

    public Outcome TakePhotoAway(Actor actor)
    {
        if (!RemovePhotos())
        {
            return Outcome.Refuse("", "Er staat geen foto meer op de pagina.");
        }

        Subject!.Happened(PlacesVerbs.VillagePageChanged, actor);
        return Outcome.Done;
    }

    /// <summary>Something the village has. Who follows the village hears of what is at risk or closed (P2).</summary>
    public Outcome AddFacility(FacilityWords words, Actor actor)
    {
        if (Facilities.Count >= MostFacilities)
        {
            return Outcome.Refuse("", "Een dorp kan hier niet meer dan {0} voorzieningen hebben.", MostFacilities);
        }

        var facility = new Facility();
        var outcome = Write(facility, words, actor);
        if (outcome.Succeeded)
        {
            Facilities.Add(facility);
            Happened(facility, actor);
        }

        return outcome;
    }

    public Outcome ChangeFacility(long facilityId, FacilityWords words, Actor actor)
    {
        if (Facilities.FirstOrDefault(f => f.Id == facilityId) is not { } facility)
        {
            return Outcome.Refuse("", "Deze voorziening staat er niet meer.");
        }

        var outcome = Write(facility, words, actor);
        if (outcome.Succeeded)
        {
            Happened(facility, actor);
        }

        return outcome;
    }

    /// <summary>It was entered by mistake. What closed stays on the page as closed.</summary>
    public Outcome RemoveFacility(long facilityId, Actor actor)
    {
        if (Facilities.FirstOrDefault(f => f.Id == facilityId) is not { } facility)
        {
            return Outcome.Refuse("", "Deze voorziening staat er niet meer.");
        }

        Facilities.Remove(facility);
        Subject!.Happened(PlacesVerbs.VillagePageChanged, actor);
        return Outcome.Done;
    }

    private static Outcome Write(Facility facility, FacilityWords words, Actor actor)
    {
        var name = TextRules.Line(words.Name, LongestFacilityName);
        var note = TextRules.Paragraphs(words.Note, LongestNote);
        var refusals = new List<Refusal>();
        if (words.Kind is null || !Enum.IsDefined(words.Kind.Value))
        {
            refusals.Add(new Refusal(nameof(words.Kind), "Kies wat voor voorziening het is."));
        }

        if (words.State is null || !Enum.IsDefined(words.State.Value))
        {
            refusals.Add(new Refusal(nameof(words.State), "Kies hoe het ermee staat."));
        }

        if (words.Kind == FacilityKind.Other && name.IsEmpty)
        {
            refusals.Add(new Refusal(nameof(words.Name), "Schrijf hoe de voorziening heet."));
        }

        if (words.Since > actor.Today)
        {
            refusals.Add(new Refusal(nameof(words.Since), "Deze datum ligt in de toekomst. Kies vandaag of eerder."));
        }

        refusals.Check(nameof(words.Name), name);
        refusals.Check(nameof(words.Note), note);
        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        facility.Kind = words.Kind!.Value;
        facility.State = words.State!.Value;
        facility.Name = name.Text;
        facility.Since = words.Since;
        facility.Note = note.Text;
        return Outcome.Done;
    }

    private void Happened(Facility facility, Actor actor) =>
        Subject!.Happened(PlacesVerbs.FacilityChanged, actor, ("kind", facility.Kind), ("state", facility.State));

    private bool RemovePhotos() => Subject!.Files.RemoveAll(file => file.PartId is null) > 0;
}
