using Brink.Features.Requests;
using Brink.Features.Standpoints;

namespace Brink.Browser.Support;

/// <summary>Everything villages say together and what is asked of them.</summary>
public static partial class Visits
{
    private static IEnumerable<Visit> Together(AwkwardData data)
    {
        var (board, member, liaison) = (data.UmbrellaSecretary, data.Full.ContactPerson, data.Full.Liaison);
        yield return new(StandpointLinks.List, StandpointLinks.List);
        yield return new(StandpointLinks.List, StandpointLinks.List, board);
        yield return new(StandpointLinks.Write, StandpointLinks.Write, board);
        foreach (var (standpoint, by) in new[] { (data.Drafted, board), (data.Signing, member), (data.Signing, board) })
        {
            yield return new($"/standpunten/{KnownInitiative}", Page(standpoint), by);
        }

        yield return new($"/standpunten/{KnownInitiative}", Page(data.Entered), member);
        yield return new($"/standpunten/{KnownInitiative}", Page(data.Sent));
        yield return new($"/standpunten/{KnownInitiative}", Page(data.SentAndAnswered));
        yield return new("/standpunten/{id:long}/aanpassen", StandpointLinks.Edit(data.Drafted.Id), board);
        yield return new("/standpunten/{id:long}/aanpassen", StandpointLinks.Edit(data.Signing.Id), board);
        yield return new("/standpunten/{id:long}/bronnen", StandpointLinks.Sources(data.Drafted.Id), board);
        yield return new("/standpunten/{id:long}/rondsturen", StandpointLinks.Open(data.Drafted.Id), board);
        yield return new("/standpunten/{id:long}/reageren", StandpointLinks.React(data.Signing.Id), member);
        yield return new("/standpunten/{id:long}/reageren", StandpointLinks.React(data.Sent.Id), member);
        yield return new(
            "/standpunten/{id:long}/terugnemen",
            StandpointLinks.TakeBack(data.Entered.Id, data.Full.Association.Id),
            member
        );
        yield return new("/standpunten/{id:long}/invoeren", StandpointLinks.Enter(data.Signing.Id), board);
        yield return new("/standpunten/{id:long}/versturen", StandpointLinks.Send(data.AllAnswered.Id), board);
        yield return new("/standpunten/{id:long}/antwoord", StandpointLinks.Answer(data.Sent.Id), liaison);
        yield return new("/standpunten/{id:long}/intrekken", StandpointLinks.Withdraw(data.Drafted.Id), board);
        yield return new(RequestLinks.List, RequestLinks.List);
        yield return new(RequestLinks.List, RequestLinks.Of(data.Full.Association.Id), liaison);
        yield return new(RequestLinks.Choose, RequestLinks.Choose, liaison);
        yield return new("/verzoeken/nieuw/{id:long}", RequestLinks.Ask(data.Full.Association.Id), liaison);
        foreach (var (request, by) in new[] { (data.Asked, member), (data.Proposed, liaison), (data.Declined, null) })
        {
            yield return new($"/verzoeken/{KnownInitiative}", RequestLinks.Show(request.Id, request.Subject.Slug), by);
        }

        yield return new("/verzoeken/{id:long}/antwoord", RequestLinks.Answer(data.Asked.Id), member);
        yield return new("/verzoeken/{id:long}/afhandelen", RequestLinks.Settle(data.Proposed.Id), liaison);
    }

    private static string Page(Standpoint standpoint) => StandpointLinks.Show(standpoint.Id, standpoint.Subject.Slug);
}
