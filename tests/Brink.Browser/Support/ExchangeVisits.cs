using Brink.Features.Accounts;
using Brink.Features.Exchange;
using Brink.Features.Places;
using Brink.Features.Reach;

namespace Brink.Browser.Support;

/// <summary>The pages of help, of who knows, of what suits a village and of who was reached.</summary>
internal static class ExchangeVisits
{
    private const string Address = "{address:regex(^[0-9]+-?)}";

    public static async Task<IReadOnlyList<Visit>> AllAsync(AwkwardData data)
    {
        var (made, village) = (data.Exchange, data.Full.Village);
        var (id, asker, helper) = (made.Help.Id, data.Initiator, made.Helper);
        var expert = ExchangeLinks.Expert(made.Expert.Id, made.Expert.Subject.Slug);
        var show = ExchangeLinks.Show(id, made.Help.Subject.Slug);
        var slug = village.Subject!.Slug;
        var secret = await data.LinkAsync(LinkPurpose.ConfirmExchange, asker, id);
        return
        [
            new("/hulp", "/hulp"),
            new("/hulp", "/hulp?zoek=bestaatniet"),
            new("/hulp/nieuw", "/hulp/nieuw?soort=vraag"),
            new("/hulp/nieuw", "/hulp/nieuw?soort=aanbod", data.Full.ContactPerson),
            new("/hulp/ontvangen", "/hulp/ontvangen"),
            new("/hulp/" + Address, show),
            new("/hulp/" + Address, show, asker),
            new("/hulp/{id:long}/reageren", ExchangeLinks.Respond(id)),
            new("/hulp/{id:long}/reacties", ExchangeLinks.Responses(id), asker),
            new("/hulp/{id:long}/reacties/{response:long}", ExchangeLinks.Response(id, made.Waiting.Id), asker),
            new("/hulp/{id:long}/reacties/{response:long}", ExchangeLinks.Response(id, made.Waiting.Id), helper),
            new("/hulp/{id:long}/reacties/{response:long}", ExchangeLinks.Response(id, made.Accepted.Id), asker),
            new("/hulp/{id:long}/klaar", ExchangeLinks.Finish(id), asker),
            new("/hulp/{id:long}/intrekken", ExchangeLinks.Withdraw(id), asker),
            new("/hulp/{id:long}/overdragen", ExchangeLinks.HandOver(made.Board.Id), data.Full.ContactPerson),
            new("/hulp/{id:long}/overdragen", ExchangeLinks.HandOver(made.Board.Id), data.Administrator),
            new("/hulp/bevestigen/{secret}", ExchangeLinks.Confirm(secret)),
            new("/wie-weet-het", "/wie-weet-het"),
            new("/wie-weet-het", "/wie-weet-het?zoek=bestaatniet"),
            new("/wie-weet-het/" + Address, expert),
            new("/wie-weet-het/nieuw", "/wie-weet-het/nieuw", data.Full.ContactPerson),
            new("/wie-weet-het/{id:long}/aanpassen", ExchangeLinks.EditExpert(made.Expert.Id), asker),
            new("/wie-weet-het/{id:long}/afmelden", ExchangeLinks.LeaveExperts(made.Expert.Id), asker),
            new(
                "/wie-weet-het/{id:long}/specialist",
                ExchangeLinks.MarkExpert(made.Expert.Id),
                data.Full.ContactPerson
            ),
            new("/wie-weet-het/{id:long}/vragen", ExchangeLinks.AskExpert(made.Expert.Id)),
            new("/wie-weet-het/vraag/{id:long}", ExchangeLinks.Question(made.Question.Id), asker),
            new($"/dorpen/{Address}/maatwerk", PlacesLinks.TailorMade(village.Id, slug)),
            new(
                $"/dorpen/{Address}/maatwerk/bijwerken",
                PlacesLinks.EditTailorMade(village.Id, slug),
                data.Full.ContactPerson
            ),
            new(
                $"/dorpen/{Address}/maatwerk/bijwerken",
                PlacesLinks.EditTailorMade(village.Id, slug),
                data.Full.Liaison
            ),
            new("/doelgroepen/{id:long}", GroupAccess.Link(id), asker),
            new("/bereik", "/bereik"),
            new("/beheer/doelgroepen", AdministerModel.Address, data.Administrator),
        ];
    }
}
