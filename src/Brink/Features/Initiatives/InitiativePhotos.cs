using Brink.Features.Subjects;
using Brink.Platform;

namespace Brink.Features.Initiatives;

/// <summary>The photos of the story itself.</summary>
public partial class Initiative
{
    public Outcome AddPhotos(IReadOnlyList<SubjectFile> photos, int most, Actor actor)
    {
        if (Intake == IntakeState.Withdrawn)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (photos.Count == 0)
        {
            return Outcome.Refuse("Photos", "Kies een foto.");
        }

        if (Subject.Files.Count(f => f.PartId is null) + photos.Count > most)
        {
            return Outcome.Refuse("Photos", "Er passen {0} foto's bij een initiatief. Haal er eerst een weg.", most);
        }

        Subject.Files.AddRange(photos);
        Subject.Happened(InitiativeVerbs.PhotosAdded, actor, ("number", photos.Count));
        return Outcome.Done;
    }

    public Outcome RemovePhoto(long fileId, Actor actor)
    {
        if (Subject.Files.FirstOrDefault(f => f.Id == fileId && f.PartId is null) is not { } photo)
        {
            return Outcome.Refuse("", "Deze foto is al weg.");
        }

        Subject.Files.Remove(photo);
        Subject.Happened(InitiativeVerbs.PhotoRemoved, actor);
        return Outcome.Done;
    }
}
