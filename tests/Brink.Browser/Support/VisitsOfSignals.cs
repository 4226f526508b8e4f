using Brink.Features.Accounts;
using Brink.Features.Developments;
using Brink.Features.Places.Administration;
using Brink.Features.Signals;
using Microsoft.Playwright;

namespace Brink.Browser.Support;

/// <summary>The pages of signals, shared concerns and developments.</summary>
public static partial class Visits
{
    private static IEnumerable<Visit> Signals(AwkwardData data)
    {
        var (liaison, chair, officer) = (data.Full.Liaison, data.UmbrellaChair, data.Officer);
        var (open, triaged, answered) = (data.OpenSignal, data.TriagedSignal, data.AnsweredSignal);
        yield return new("/signalen", SignalLinks.List);
        yield return new("/signalen", SignalLinks.List + "?zoek=bestaatniet");
        yield return new("/signalen/werklijst", SignalLinks.Work, liaison);
        foreach (var signal in new[] { open, triaged, answered })
        {
            yield return new($"/signalen/{Known}", SignalLinks.Show(signal.Id, signal.Subject.Slug));
            yield return new($"/signalen/{Known}", SignalLinks.Show(signal.Id, signal.Subject.Slug), liaison);
        }

        yield return new("/signaal", SignalLinks.Start);
        yield return new("/signaal/vertellen", SignalLinks.TellOf(SignalKind.Chance));
        yield return new("/signaal/vertellen", SignalLinks.TellOf(SignalKind.Bottleneck), data.Full.ContactPerson);
        yield return new("/signaal/vertellen", SignalLinks.TellOf(SignalKind.Chance), Then: CheckSignalAsync);
        yield return new("/signaal/kapot", SignalLinks.Broken);
        yield return new("/signaal/kapot/ontvangen", SignalLinks.BrokenReceived + "?nummer=12");
        yield return new("/signalen/{id:long}/bevestigen", SignalLinks.Confirm(data.UnconfirmedSignal.Id), liaison);
        yield return new("/signalen/{id:long}/bekijken", SignalLinks.Triage(open.Id), liaison);
        yield return new("/signalen/{id:long}/andere-dag", SignalLinks.MoveAnswer(triaged.Id), liaison);
        yield return new("/signalen/{id:long}/doorsturen", SignalLinks.Forward(triaged.Id), liaison);
        yield return new("/signalen/{id:long}/overnemen", SignalLinks.Accept(triaged.Id), officer);
        yield return new("/signalen/{id:long}/antwoord", SignalLinks.Answer(triaged.Id), liaison);
        yield return new("/signalen/{id:long}/samenvoegen", SignalLinks.Merge(open.Id), liaison);
        yield return new("/signalen/{id:long}/splitsen", SignalLinks.Split(open.Id), liaison);
        yield return new("/signalen/{id:long}/weghalen", SignalLinks.Hide(open.Id), liaison);
        yield return new("/signalen/{id:long}/intrekken", SignalLinks.Withdraw(open.Id), data.Initiator);
        yield return new("/wat-speelt-er", SignalLinks.Concerns);
        yield return new("/wat-speelt-er", SignalLinks.Concerns, chair);
        yield return new("/wat-speelt-er/nieuw", SignalLinks.NewConcern, chair);
        yield return new(
            $"/wat-speelt-er/{Known}",
            SignalLinks.Concern(data.Concern.Id, data.Concern.Subject.Slug),
            chair
        );
        yield return new("/wat-speelt-er/{id:long}/signalen", SignalLinks.GatherInto(data.Concern.Id), chair);
        yield return new("/wat-speelt-er/{id:long}/aanpassen", SignalLinks.EditConcern(data.Concern.Id), chair);
        yield return new("/beheer/gemeente/kapot", AdministrationLinks.Defects, data.Administrator);
        yield return new("/ontwikkelingen", DevelopmentLinks.List);
        yield return new("/ontwikkelingen", DevelopmentLinks.List, chair);
        yield return new("/ontwikkelingen/nieuw", DevelopmentLinks.New, chair);
        yield return new(
            $"/ontwikkelingen/{Known}",
            DevelopmentLinks.Show(data.Watched.Id, data.Watched.Subject.Slug),
            chair
        );
        yield return new("/ontwikkelingen/{id:long}/aanpassen", DevelopmentLinks.Edit(data.Watched.Id), chair);
        yield return new("/ontwikkelingen/{id:long}/afsluiten", DevelopmentLinks.Close(data.Watched.Id), chair);
        yield return new("/ontwikkelingen/{id:long}/stap", DevelopmentLinks.Step(data.Watched.Id), chair);
    }

    private static async Task<IReadOnlyList<Visit>> SignalSecretsAsync(AwkwardData data) =>
        [
            new(
                "/signaal/bevestigen/{secret}",
                SignalLinks.ConfirmHandIn(
                    await data.LinkAsync(LinkPurpose.ConfirmHandIn, data.Initiator, data.UnconfirmedSignal.Id)
                )
            ),
            new("/signaal/ontvangen/{token}", SignalLinks.Received(await data.ReceiptTokenAsync(data.OpenSignal.Id))),
        ];

    /// <summary>Everything once more, before it is sent.</summary>
    private static async Task CheckSignalAsync(IPage page)
    {
        await page.GetByLabel("Wat speelt er").FillAsync("Het schoolgebouw komt leeg");
        await page.GetByLabel("Vertel er meer over").FillAsync("Daar kan iets voor oud en jong in.");
        await page.GetByLabel("In welk dorp?").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        await page.GetByLabel("Uw naam").FillAsync("Truus");
        await page.GetByLabel("Uw mailadres").FillAsync("truus@voorbeeld.example");
        await page.GetByRole(AriaRole.Button, new() { Name = "Verder" }).ClickAsync();
    }
}
