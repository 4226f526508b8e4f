using Brink.Features.Agreements;
using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Signals;
using Brink.Features.Standpoints;
using Brink.Tests.Features.Agreements;
using Brink.Tests.Features.Signals;
using Brink.Tests.Features.Standpoints;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Shared;

/// <summary>Whoever does something to a thing finds the way back to it above the page.</summary>
public sealed class TrailTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    [Fact]
    public async Task PagesOfActs_LeadBackToWhatTheyAreAbout()
    {
        var table = await Table.LayAsync(host);
        var (data, place) = (table.Data, table.Place);
        var initiator = await data.PersonAsync();
        var idea = await data.InitiativeAsync(place, initiator);
        var promise = await host.DbAsync(db => db.Promises.FirstAsync(p => p.SubjectId == idea.Id));
        var signal = await data.SignalAsync(host, place, initiator);
        var umbrella = await Umbrella.OfAsync(host, [place]);
        var standpoint = await umbrella.DraftAsync();
        var agreement = await table.AgreementAsync(signing: false);
        (Brink.Features.Accounts.Person By, string Act, string Back)[] pages =
        [
            (initiator, InitiativeLinks.Withdraw(idea.Id), InitiativeLinks.Show(idea.Id, idea.Subject.Slug)),
            (initiator, PromiseLinks.Release(promise.Id), PromiseLinks.Show(promise.Id)),
            (initiator, SignalLinks.Withdraw(signal.Id), SignalLinks.Show(signal.Id, signal.Subject.Slug)),
            (
                umbrella.Chair,
                StandpointLinks.Edit(standpoint.Id),
                StandpointLinks.Show(standpoint.Id, standpoint.Subject.Slug)
            ),
            (table.Officer, AgreementLinks.Write(agreement.Id), table.Address(agreement)),
        ];
        foreach (var (by, act, back) in pages)
        {
            var page = await host.Browser(by).OpenAsync(act);
            Assert.NotNull(page.Page.QuerySelector($".brink-breadcrumb a[href='{back}']"));
        }
    }
}
