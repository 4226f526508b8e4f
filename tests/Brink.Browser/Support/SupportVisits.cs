using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Support;

namespace Brink.Browser.Support;

/// <summary>The pages of support for an initiative.</summary>
public static class SupportVisits
{
    public static async Task<IReadOnlyList<Visit>> AllAsync(AwkwardData data)
    {
        var (id, fresh, contact) = (data.Rich.Id, data.Fresh.Id, data.Full.ContactPerson);
        const string Of = "/initiatieven/{id:long}/";
        return
        [
            new(Of + "steun", SupportLinks.Back(id)),
            new(Of + "steun", SupportLinks.Back(id), data.Backer),
            new(Of + "steun", SupportLinks.Back(fresh), data.Backer),
            new(Of + "steun", SupportLinks.Back(id) + "?klaar=mail"),
            new(Of + "zorg", SupportLinks.Voice(id)),
            new(Of + "zorg", SupportLinks.Voice(id), data.Backer),
            new(Of + "zorgen", SupportLinks.AllConcerns(id)),
            new(Of + "zorgen", SupportLinks.AllConcerns(fresh)),
            new(Of + "steun/alles", SupportLinks.AllSupport(id)),
            new(Of + "steun/alles", SupportLinks.AllSupport(fresh)),
            new(Of + "steun/papier", SupportLinks.PaperList(id)),
            new(Of + "zorg/{concern:long}", SupportLinks.OwnConcern(id, data.ConcernId), data.Backer),
            new(Of + "zorg/{concern:long}/antwoord", SupportLinks.AnswerConcern(id, data.ConcernId), data.Initiator),
            new(Of + "vereniging", SupportLinks.Endorse(id), contact),
            new(Of + "steun/invoeren", SupportLinks.EnterForSomeone(id), contact),
            new(Of + "steun/lijsten", SupportLinks.Tallies(id), contact),
            new(Of + "steun/lijsten/{tally:long}", SupportLinks.Tally(id, data.TallyId), contact),
            new(
                $"/initiatieven/{{address:regex(^[0-9]+-?)}}",
                InitiativeLinks.Show(id, data.Rich.Subject.Slug),
                contact
            ),
            new(
                "/steun/bevestigen/{secret}",
                SupportLinks.ConfirmBacking(await data.LinkAsync(LinkPurpose.ConfirmBacking, data.Full.Liaison, fresh))
            ),
            new(
                "/zorg/bevestigen/{secret}",
                SupportLinks.ConfirmConcern(await data.LinkAsync(LinkPurpose.ConfirmConcern, data.Backer, id))
            ),
        ];
    }
}
