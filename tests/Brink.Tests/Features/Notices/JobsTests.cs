using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Notices.Jobs;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Notices;

public sealed class JobsTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task Digest_GathersADayInOneMail_AndIsNeverEmpty()
    {
        var (place, sender, follower, quiet) = (
            await Data.PlaceAsync(),
            await Data.PersonAsync(),
            await Data.PersonAsync("Daagse"),
            await Data.PersonAsync("Stille")
        );
        var idea = await Data.InitiativeAsync(place, sender, "Een moestuin");
        var other = await Data.InitiativeAsync(await Data.PlaceAsync(), sender, "Iets anders");
        await host.ForgetAsync();
        await FollowAsync(follower.Id, idea.Id, Frequency.Daily);
        await FollowAsync(quiet.Id, other.Id, Frequency.Daily);

        await UpdateAsync(idea.Id, sender.Id);
        await UpdateAsync(idea.Id, sender.Id);
        await host.EmptyAsync();
        Assert.Empty(host.Mail.Sent);
        await Task.WhenAll(RunAsync<Digests>(), RunAsync<Digests>());
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.Sent);
        Assert.Equal(follower.Email, mail.ToAddress);
        Assert.Equal("2 berichten over wat u volgt", mail.Subject);
        Assert.Contains("EEN MOESTUIN", mail.Text, StringComparison.Ordinal);
        Assert.NotNull(mail.UnsubscribeAddress);

        host.Mail.Clear();
        host.Brink.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync<Digests>();
        await host.EmptyAsync();
        Assert.Empty(host.Mail.Sent);
    }

    [Fact]
    public async Task Digest_OfAWeek_ComesOnTheMondayAfter_OrTheFirstDayThatSomethingRuns()
    {
        // Wednesday.
        host.Brink.Time.SetTo(new DateTimeOffset(2028, 3, 1, 6, 0, 0, TimeSpan.Zero));
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var (weekly, both) = (await Data.PersonAsync("Wekelijkse"), await Data.PersonAsync("Beide"));
        var idea = await Data.InitiativeAsync(place, sender, "Een moestuin");
        var other = await Data.InitiativeAsync(place, sender, "Een bankje");
        await host.ForgetAsync();
        await FollowAsync(weekly.Id, idea.Id, Frequency.Weekly);
        await FollowAsync(both.Id, idea.Id, Frequency.Weekly);
        await FollowAsync(both.Id, other.Id, Frequency.Daily);
        await UpdateAsync(idea.Id, sender.Id);
        await UpdateAsync(other.Id, sender.Id);
        await host.EmptyAsync();

        await RunAsync<Digests>();
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(weekly));
        var daily = Assert.Single(host.Mail.To(both));
        Assert.Contains("omdat u dit volgt: 'Een bankje' (één keer per dag).", daily.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("moestuin", daily.Text, StringComparison.OrdinalIgnoreCase);
        host.Mail.Clear();

        // Nothing ran on Monday the 6th; something happened on that day that waits for the next.
        host.Brink.Time.SetTo(new DateTimeOffset(2028, 3, 6, 9, 0, 0, TimeSpan.Zero));
        await UpdateAsync(idea.Id, sender.Id);
        await host.EmptyAsync();
        host.Brink.Time.SetTo(new DateTimeOffset(2028, 3, 7, 6, 0, 0, TimeSpan.Zero));
        await Task.WhenAll(RunAsync<Digests>(), RunAsync<Digests>());
        await host.EmptyAsync();
        var mail = Assert.Single(host.Mail.To(weekly));
        Assert.Equal("1 bericht over wat u volgt", mail.Subject);
        Assert.Contains("'Een moestuin' (één keer per week)", mail.Text, StringComparison.Ordinal);
        Assert.Single(host.Mail.To(both));
        host.Mail.Clear();

        host.Brink.Time.SetTo(new DateTimeOffset(2028, 3, 12, 6, 0, 0, TimeSpan.Zero));
        await RunAsync<Digests>();
        await host.EmptyAsync();
        Assert.Empty(host.Mail.Sent);
        host.Brink.Time.SetTo(new DateTimeOffset(2028, 3, 13, 6, 0, 0, TimeSpan.Zero));
        await RunAsync<Digests>();
        await host.EmptyAsync();
        Assert.Single(host.Mail.To(weekly));
        Assert.Single(host.Mail.To(both));
    }

    [Fact]
    public async Task Digest_ThatIsWrittenAgain_SaysTheSame_AndWhatCameMeanwhileWaits()
    {
        var (place, sender, follower) = (await Data.PlaceAsync(), await Data.PersonAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender, "Een moestuin");
        await host.ForgetAsync();
        await FollowAsync(follower.Id, idea.Id, Frequency.Daily);
        await UpdateAsync(idea.Id, sender.Id);
        await host.EmptyAsync();
        await RunAsync<Digests>();

        // The mail waits, as after a kill; then something more happens.
        await UpdateAsync(idea.Id, sender.Id);
        while (await host.Dispatcher.DispatchAsync(host.Brink.Tenant, default)) { }
        await RunAsync<Digests>();
        await host.EmptyAsync();

        Assert.Equal("1 bericht over wat u volgt", Assert.Single(host.Mail.To(follower)).Subject);
        host.Mail.Clear();
        host.Brink.Time.Advance(TimeSpan.FromDays(1));
        await RunAsync<Digests>();
        await host.EmptyAsync();
        Assert.Equal("1 bericht over wat u volgt", Assert.Single(host.Mail.To(follower)).Subject);
    }

    [Fact]
    public async Task Digest_WhenAllOfItWasWithdrawn_IsNotSent()
    {
        var (place, sender, follower) = (await Data.PlaceAsync(), await Data.PersonAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        await FollowAsync(follower.Id, idea.Id, Frequency.Daily);
        await host.ForgetAsync();
        await UpdateAsync(idea.Id, sender.Id);
        await host.EmptyAsync();

        await ActAsync(idea.Id, sender.Id, (i, actor) => i.Withdraw(actor));
        await RunAsync<Digests>();
        await host.EmptyAsync();

        Assert.Empty(host.Mail.To(follower));
    }

    [Fact]
    public async Task Reminders_ComeBeforeOnTheDayAndWhenLate_AllInOneMailADay()
    {
        host.Brink.Time.SetTo(new DateTimeOffset(2027, 4, 19, 6, 0, 0, TimeSpan.Zero));
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        // Both are due on Monday 26 April 2027 and 31 May; King's Day is the 27th.
        var first = await Data.InitiativeAsync(place, sender, "Eerste");
        var second = await Data.InitiativeAsync(place, sender, "Tweede");
        await host.ForgetAsync();

        await RunAsync<PromiseReminders>();
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(place.Liaison));

        // Three working days before: Wednesday.
        host.Brink.Time.SetTo(new DateTimeOffset(2027, 4, 21, 6, 0, 0, TimeSpan.Zero));
        await RunAsync<PromiseReminders>();
        await RunAsync<PromiseReminders>();
        await host.EmptyAsync();
        var mail = Assert.Single(host.Mail.To(place.Liaison));
        Assert.Equal("2 toezeggingen van u moeten bijna af zijn", mail.Subject);
        Assert.Contains(
            "'Eerste' oppakken: uiterlijk maandag 26 april 2027, over 5 dagen.",
            mail.Text,
            StringComparison.Ordinal
        );
        host.Mail.Clear();

        // King's Day is no working day; the first late one is Wednesday.
        foreach (var (day, mails) in new[] { (22, 0), (23, 0), (26, 1), (27, 1) })
        {
            host.Brink.Time.SetTo(new DateTimeOffset(2027, 4, day, 6, 0, 0, TimeSpan.Zero));
            await RunAsync<PromiseReminders>();
            await host.EmptyAsync();
            Assert.Equal(mails, host.Mail.To(place.Liaison).Count);
        }

        Assert.Contains("26 april 2027, vandaag.", host.Mail.To(place.Liaison)[0].Text, StringComparison.Ordinal);
        host.Mail.Clear();
        host.Brink.Time.SetTo(new DateTimeOffset(2027, 4, 28, 6, 0, 0, TimeSpan.Zero));
        await RunAsync<PromiseReminders>();
        await host.EmptyAsync();
        Assert.Contains("2 dagen te laat", Assert.Single(host.Mail.To(place.Liaison)).Text, StringComparison.Ordinal);
        Assert.Equal(
            3,
            await host.Brink.DbAsync(db =>
                db.Journal.CountAsync(e => e.SubjectId == first.Id && e.Verb == PromiseVerbs.Reminded)
            )
        );
        Assert.NotEqual(first.Id, second.Id);
    }

    [Fact]
    public async Task Reminder_WhenTheLiaisonLeft_GoesToTheNextOne()
    {
        host.Brink.Time.SetTo(new DateTimeOffset(2027, 8, 2, 6, 0, 0, TimeSpan.Zero));
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await Data.InitiativeAsync(place, sender);
        await Data.SaveAsync(async db =>
        {
            (await db.RoleHoldings.SingleAsync(h => h.PersonId == place.Liaison.Id)).To = new DateOnly(2027, 8, 2);
            return true;
        });
        var next = await Data.HolderAsync(Brink.Features.Places.Role.Liaison, place.Municipality, place.Village);
        await host.ForgetAsync();

        host.Brink.Time.SetTo(new DateTimeOffset(2027, 8, 9, 6, 0, 0, TimeSpan.Zero));
        await RunAsync<PromiseReminders>();
        await host.EmptyAsync();

        Assert.Single(host.Mail.To(next));
        Assert.Empty(host.Mail.To(place.Liaison));
    }

    [Fact]
    public async Task Cleaning_TakesAwayWhatHasServedAndNothingElse()
    {
        var person = await Data.PersonAsync();
        var now = host.Brink.Time.GetUtcNow();
        await Data.SaveAsync(db =>
        {
            db.AccessLinks.Add(
                AccessLink.Make(LinkPurpose.SignIn, person.Id, null, now.AddDays(-60), TimeSpan.FromDays(1)).Link
            );
            db.AccessLinks.Add(AccessLink.Make(LinkPurpose.SignIn, person.Id, null, now, TimeSpan.FromDays(1)).Link);
            return Task.FromResult(true);
        });

        await RunAsync<Cleaning>();

        Assert.Equal(1, await host.Brink.DbAsync(db => db.AccessLinks.CountAsync(l => l.PersonId == person.Id)));
    }

    [Fact]
    public async Task Strangers_OfWhomNothingIsKnown_AreForgottenAfterAMonth()
    {
        var place = await Data.PlaceAsync();
        var (stranger, follower, newcomer) = (
            await Data.PersonAsync(),
            await Data.PersonAsync(),
            await Data.PersonAsync()
        );
        await FollowAsync(follower.Id, place.Village.Id, Frequency.Daily);
        var old =
            host.Brink.Time.GetUtcNow()
            - TimeSpan.FromDays(new Brink.Platform.Tenancy.KeepingTerms().DaysStrangersStay)
            - TimeSpan.FromDays(1);
        await host.Brink.DbAsync(db =>
            db.People.Where(p => p.Id != newcomer.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAt, old))
        );

        await RunAsync<Strangers>();
        await RunAsync<Strangers>();

        async Task<string?> MailOfAsync(long id) =>
            await host.Brink.DbAsync(db => db.People.Where(p => p.Id == id).Select(p => p.Email).SingleAsync());
        Assert.Null(await MailOfAsync(stranger.Id));
        Assert.NotNull(await MailOfAsync(follower.Id));
        Assert.NotNull(await MailOfAsync(newcomer.Id));
        Assert.NotNull(await MailOfAsync(place.Liaison.Id));
        Assert.Equal(
            1,
            await host.Brink.DbAsync(db =>
                db.Journal.CountAsync(e =>
                    e.Verb == AccountVerbs.Forgotten
                    && EF.Functions.JsonContains(e.About, $$"""{"person":{{stranger.Id}}}""")
                )
            )
        );
    }

    private Task RunAsync<T>()
        where T : IMunicipalityJob =>
        host
            .Brink.Services.GetRequiredService<MunicipalityJobs>()
            .RunAsync(host.Brink.Services.GetRequiredService<T>(), default);

    private Task FollowAsync(long personId, long subjectId, Frequency frequency) =>
        Data.SaveAsync(async db =>
        {
            await Following.ChooseAsync(db, personId, subjectId, frequency, host.Brink.Time.GetUtcNow(), default);
            return true;
        });

    private Task UpdateAsync(long id, long by) =>
        ActAsync(id, by, (i, actor) => i.PostUpdate("Weer een stap.", Contribution.To(i.Subject, actor), actor, out _));

    private Task ActAsync(long id, long by, Func<Initiative, Actor, Brink.Platform.Outcome> act) =>
        Data.SaveAsync(async db =>
        {
            var initiative = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .SingleAsync(i => i.Id == id);
            Assert.True(act(initiative, Data.Now(by)).Succeeded);
            return true;
        });
}
