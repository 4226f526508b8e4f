using Brink.Features.Places.Administration;
using Brink.Features.Promises;

namespace Brink.Browser.Support;

public static partial class Visits
{
    /// <summary>Promises made by hand.</summary>
    private static IEnumerable<Visit> Promises(AwkwardData data)
    {
        var (liaison, contact) = (data.Full.Liaison, data.Full.ContactPerson);
        yield return new("/toezeggingen/van/{id:long}", PromiseLinks.Of(data.Full.Municipality.Id));
        yield return new("/toezeggingen/van/{id:long}", PromiseLinks.Of(data.Full.Association.Id));
        yield return new("/toezeggingen", PromiseLinks.List + "?staat=gevraagd");
        yield return new("/toezeggingen/{id:long}", PromiseLinks.Show(data.AskedPromise.Id));
        yield return new("/toezeggingen/{id:long}", PromiseLinks.Show(data.MovedPromise.Id), contact);
        yield return new("/toezeggingen/nieuw", PromiseLinks.New(data.Rich.Id), contact);
        yield return new("/toezeggingen/{id:long}/ontvangen", PromiseLinks.Received(data.AskedPromise.Id), contact);
        yield return new("/toezeggingen/{id:long}/antwoord", PromiseLinks.Accept(data.AskedPromise.Id), liaison);
        yield return new("/toezeggingen/{id:long}/antwoord", PromiseLinks.Accept(data.AskedPromise.Id), contact);
        yield return new("/toezeggingen/{id:long}/andere-dag", PromiseLinks.Move(data.Promise.Id), liaison);
        yield return new(
            "/toezeggingen/{id:long}/andere-dag/antwoord",
            PromiseLinks.DecideMove(data.MovedPromise.Id),
            contact
        );
        yield return new("/mijn/toezeggingen", PromiseLinks.Mine, liaison);
        yield return new("/mijn/toezeggingen", PromiseLinks.MineToCome, contact);
        yield return new("/mijn/instellingen/agenda", PromiseLinks.CalendarSettings, liaison);
        yield return new(
            "/beheer/rollen/{id:long}",
            AdministrationLinks.EndRole(data.LiaisonHoldingId),
            data.Administrator
        );
    }
}
