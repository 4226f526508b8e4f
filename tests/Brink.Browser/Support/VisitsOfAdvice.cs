using Brink.Features.Advice;

namespace Brink.Browser.Support;

/// <summary>Advice, asked and unasked, as visitors, the board, officials and the umbrella see it.</summary>
public static partial class Visits
{
    private static IEnumerable<Visit> Advice(AwkwardData data)
    {
        var (board, officer) = (data.Full.ContactPerson, data.Planner);
        const string show = "/adviezen/{address:regex(^[0-9]+-?)}";
        yield return new(AdviceLinks.List, AdviceLinks.List);
        yield return new(AdviceLinks.List, AdviceLinks.List + "?zoek=bestaatniet");
        yield return new(AdviceLinks.List, AdviceLinks.List, board);
        foreach (
            var (advice, by) in new[]
            {
                (data.AdviceAsked, board),
                (data.AdviceAsked, officer),
                (data.AdviceGiven, null),
                (data.AdviceAnswered, null),
                (data.AdviceInConfidence, board),
            }
        )
        {
            yield return new(show, AdviceLinks.Show(advice.Id, advice.Subject.Slug), by);
        }

        yield return new(AdviceLinks.Choose, AdviceLinks.Choose, officer);
        yield return new("/adviezen/vragen/{id:long}", AdviceLinks.Ask(data.Full.Association.Id), officer);
        yield return new(AdviceLinks.New, AdviceLinks.NewOn(data.Planned.Id), board);
        yield return new(AdviceLinks.Enter, AdviceLinks.Enter, data.UmbrellaSecretary);
        yield return new("/adviezen/{id:long}/schrijven", AdviceLinks.Write(data.AdviceAsked.Id), board);
        yield return new("/adviezen/{id:long}/geven", AdviceLinks.Give(data.AdviceAsked.Id), board);
        yield return new("/adviezen/{id:long}/reageren", AdviceLinks.Reply(data.AdviceAsked.Id), board);
        yield return new("/adviezen/{id:long}/terugnemen", AdviceLinks.TakeBack(data.AdviceGiven.Id), board);
        yield return new("/adviezen/{id:long}/termijn", AdviceLinks.Settle(data.AdviceAsked.Id), officer);
        yield return new("/adviezen/{id:long}/antwoord", AdviceLinks.Answer(data.AdviceGiven.Id), officer);
        yield return new("/adviezen/{id:long}/antwoord", AdviceLinks.Answer(data.AdviceAnswered.Id), officer);
    }
}
