using Brink.Features.Places;
using Brink.Features.Requests;
using Brink.Features.Subjects;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Requests;

/// <summary>Requests go through one place, and nobody is pressed.</summary>
public sealed class RequestMailTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task AskedByAnyOfficial_IsToldToTheContactPersonAndTheLiaison()
    {
        var place = await Data.PlaceAsync();
        var official = await Data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        await host.ForgetAsync();

        var request = await RequestExamples.AskedAsync(Data, place with { Liaison = official });
        await host.EmptyAsync();

        Assert.Contains(
            "zonder reden",
            Assert.Single(host.Mail.To(place.ContactPerson)).Text,
            StringComparison.Ordinal
        );
        Assert.Single(host.Mail.To(place.Liaison));
        Assert.Empty(host.Mail.To(official));

        host.Mail.Clear();
        await AnswerAsync(request.Id, place);
        await host.EmptyAsync();
        Assert.Single(host.Mail.To(official));
        Assert.Single(host.Mail.To(place.Liaison));
    }

    [Fact]
    public async Task Reminder_GoesOnce_NearTheDay_AndNeverAfterAnAnswer()
    {
        var (place, answered) = (await Data.PlaceAsync(), await Data.PlaceAsync());
        await RequestExamples.AskedAsync(Data, place);
        await AnswerAsync((await RequestExamples.AskedAsync(Data, answered)).Id, answered);
        await host.ForgetAsync();
        var start = host.Brink.Time.GetUtcNow();
        try
        {
            for (var day = 0; day < 20; day++)
            {
                await Task.WhenAll(RunAsync(), RunAsync());
                await host.EmptyAsync();
                host.Brink.Time.Advance(TimeSpan.FromDays(1));
            }
        }
        finally
        {
            host.Brink.Time.SetTo(start);
        }

        Assert.Contains(
            "Een vriendelijke herinnering",
            Assert.Single(host.Mail.To(place.ContactPerson)).Subject,
            StringComparison.Ordinal
        );
        Assert.Empty(host.Mail.To(answered.ContactPerson));
    }

    private Task AnswerAsync(long id, Place place) =>
        host.Brink.DbAsync(async db =>
        {
            var actor = Data.Now(place.ContactPerson.Id) with { OnBehalfOfId = place.Association.Id };
            var request = await db.VillageRequests.WholeAsync(id, default);
            Assert.True(
                request!.Decline("", new Contribution { ByPersonId = actor.PersonId, At = actor.At }, actor).Succeeded
            );
            await db.SaveChangesAsync();
        });

    private Task RunAsync() =>
        host.Brink.DbAsync(db =>
            host.Brink.Services.GetRequiredService<RequestReminders>().RunAsync(db, CancellationToken.None)
        );
}
