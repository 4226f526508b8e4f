using Brink.Features.Dossiers;
using Brink.Features.Dossiers.Opening;

namespace Brink.Browser.Support;

/// <summary>Plans of the municipality, as visitors, officers, a liaison and a reader in confidence see them.</summary>
public static partial class Visits
{
    private static IEnumerable<Visit> Dossiers(AwkwardData data)
    {
        var (officer, reader) = (data.Planner, data.Full.ContactPerson);
        yield return new(DossierLinks.List, DossierLinks.List);
        yield return new(DossierLinks.List, DossierLinks.List, officer);
        yield return new(DossierLinks.List, DossierLinks.List + "?zoek=bestaatniet");
        yield return new(DossierLinks.Early, DossierLinks.Early);
        foreach (var (dossier, by) in new[] { (data.Planned, null), (data.Planned, officer), (data.Ended, null) })
        {
            yield return new($"/dossiers/{Known}", DossierLinks.Show(dossier.Id, dossier.Subject.Slug), by);
        }

        yield return new(
            $"/dossiers/{Known}",
            DossierLinks.Show(data.Confidential.Id, data.Confidential.Subject.Slug),
            reader
        );
        yield return new("/dossiers/{id:long}/van-eerste-woord-tot-besluit", DossierLinks.Whole(data.Ended.Id));
        yield return new("/dossiers/{id:long}/aanpassen", DossierLinks.Edit(data.Planned.Id), officer);
        yield return new("/dossiers/{id:long}/stap", DossierLinks.Move(data.Planned.Id), officer);
        yield return new("/dossiers/{id:long}/planning", DossierLinks.Replan(data.Planned.Id), officer);
        yield return new("/dossiers/{id:long}/dorpen", DossierLinks.Touch(data.Planned.Id), officer);
        yield return new("/dossiers/{id:long}/brieven", DossierLinks.Letters(data.ClosedRound.DossierId), officer);
        yield return new("/dossiers/{id:long}/overdragen", DossierLinks.HandOver(data.Planned.Id), officer);
        yield return new("/dossiers/{id:long}/afronden", DossierLinks.End(data.Planned.Id), officer);
        yield return new("/dossiers/{id:long}/geopend", DossierLinks.Receipt(data.Planned.Id), officer);
        yield return new("/dossiers/{id:long}/geopend", DossierLinks.Receipt(data.Confidential.Id), officer);
        yield return new("/dossiers/{id:long}/vertellen", DossierLinks.Tell(data.Told), data.Empty.Liaison);
        yield return new("/dossiers/{id:long}/vertrouwelijk", DossierLinks.Confidence(data.Confidential.Id), officer);
        yield return new("/dossiers/{id:long}/vertrouwelijk", DossierLinks.Confidence(data.Confidential.Id), reader);
        yield return new("/dossiers/{id:long}/terugzeggen", DossierLinks.SayBack(data.Confidential.Id), reader);
        foreach (var step in Enum.GetValues<OpeningStep>())
        {
            yield return new(OpeningSteps.Address(step), OpeningSteps.Address(step), data.Opening);
        }
    }
}
