using System.Text.RegularExpressions;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Brink.Platform.Mail;
using Brink.Platform.Time;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Notices;

public sealed class OutboxTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task Dispatch_WhenAnIdeaIsHandedIn_TellsOnlyTheSender()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync("Jannie"));
        await host.ForgetAsync();

        await Data.UnconfirmedInitiativeAsync(place, sender, "Geheim plan");
        await host.EmptyAsync();

        var receipt = Assert.Single(host.Mail.Sent);
        Assert.Equal(sender.Email, receipt.ToAddress);
        Assert.Contains("Beste Jannie,", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("/idee/bevestigen/", receipt.Text, StringComparison.Ordinal);
        Assert.Contains($"uiterlijk {InWorkingDays(5)}", receipt.Text, StringComparison.Ordinal);
        Assert.Contains($"uiterlijk {InWorkingDays(30)}", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("Bel ", receipt.Text, StringComparison.Ordinal);
        Assert.Contains("telefoon 0500 000 000", receipt.Text, StringComparison.Ordinal);
        Assert.Null(receipt.UnsubscribeAddress);
    }

    /// <summary>Other tests of this class move the clock.</summary>
    private string InWorkingDays(int days) => Formats.Date(WorkingDays.Add(DutchTime.Today(host.Brink.Time), days));

    [Fact]
    public async Task Receipt_HoldsALinkThatIsKeptAsAHashOnly()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await host.ForgetAsync();
        var idea = await Data.UnconfirmedInitiativeAsync(place, sender);
        await host.EmptyAsync();

        var secret = Regex
            .Match(
                host.Mail.Sent[0].Text,
                "/idee/bevestigen/(?<secret>.{22})",
                RegexOptions.None,
                TimeSpan.FromSeconds(1)
            )
            .Groups["secret"]
            .Value;
        var hash = Brink.Platform.Secret.Hash(secret);
        var link = await host.Brink.DbAsync(db => db.AccessLinks.SingleAsync(l => l.SecretHash == hash));
        Assert.Equal(idea.Id, link.SubjectId);
        Assert.Equal(sender.Id, link.PersonId);
        Assert.Equal(host.Brink.Time.GetUtcNow().AddDays(14), link.ExpiresAt);
    }

    [Fact]
    public async Task Dispatch_WhenTheSenderHasNoMail_TellsOnlyTheContactPerson()
    {
        var place = await Data.PlaceAsync();
        var sender = await Data.SaveAsync(db =>
        {
            var person = Brink.Features.Accounts.Person.WithTelephone(
                "Bram",
                "0593 000000",
                host.Brink.Time.GetUtcNow()
            );
            db.People.Add(person);
            return Task.FromResult(person);
        });
        // Of a school in the village, and for a village the association no longer speaks for.
        await Data.HolderAsync(
            Role.ContactPerson,
            await Data.OrganisationAsync(OrganisationKind.School),
            place.Village
        );
        await Data.HolderAsync(Role.ContactPerson, (await Data.PlaceAsync()).Association, place.Village);
        await host.ForgetAsync();

        await Data.UnconfirmedInitiativeAsync(place, sender, "Een bankje");
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.Sent);
        Assert.Equal(place.ContactPerson.Email, mail.ToAddress);
        Assert.Contains("/bevestigen", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_WhenAnIdeaIsConfirmed_TellsContactPersonAndLiaisonAndTheVillagesFollowers()
    {
        var (place, other) = (await Data.PlaceAsync("Hijken"), await Data.PlaceAsync());
        var (sender, follower, daily) = (
            await Data.PersonAsync(),
            await FollowerAsync(place.Village.Id, Frequency.AtOnce),
            await FollowerAsync(place.Village.Id, Frequency.Daily)
        );
        await host.ForgetAsync();

        await Data.InitiativeAsync(place, sender, "Een pluktuin");
        await host.EmptyAsync();

        Assert.Equal("Nieuw idee in Hijken: Een pluktuin", Assert.Single(host.Mail.To(place.Liaison)).Subject);
        Assert.Single(host.Mail.To(place.ContactPerson));
        Assert.Single(host.Mail.To(follower));
        Assert.Empty(host.Mail.To(daily));
        Assert.Empty(host.Mail.To(other.Liaison));
        Assert.Empty(host.Mail.To(other.ContactPerson));
        var own = Assert.Single(host.Mail.To(sender));
        Assert.Contains("is ontvangen", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("/idee/bevestigen/", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_WhenTheMunicipalityAsks_TellsInitiatorWithTheWordsAndNotWhoAsked()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        await host.ForgetAsync();

        await ActAsync(
            idea.Id,
            place.Liaison.Id,
            (i, actor) => i.Ask("Wie maait het gras?", Contribution.To(i.Subject, actor), actor)
        );
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.Sent);
        Assert.Equal(sender.Email, mail.ToAddress);
        Assert.Contains("> Wie maait het gras?", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            "De dorpscontactambtenaar van Gemeente Testveen stelde een vraag.",
            mail.Text,
            StringComparison.Ordinal
        );
        Assert.Contains("Wie maait het gras?", mail.Html, StringComparison.Ordinal);
        Assert.NotNull(mail.UnsubscribeAddress);
    }

    [Fact]
    public async Task Dispatch_WhenAColleagueIsBroughtIn_TellsTheColleague()
    {
        var (place, sender, colleague) = (
            await Data.PlaceAsync(),
            await Data.PersonAsync(),
            await Data.PersonAsync("Collega")
        );
        var idea = await Data.InitiativeAsync(place, sender);
        await host.ForgetAsync();

        await ActAsync(idea.Id, place.Liaison.Id, (i, actor) => i.BringIn(colleague.Id, "U weet van verkeer.", actor));
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.Sent);
        Assert.Equal(colleague.Email, mail.ToAddress);
        Assert.Contains("U weet van verkeer.", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_WhenTheActorFollows_LeavesTheActorOut()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        await FollowAsync(sender.Id, idea.Id, Frequency.AtOnce);
        var follower = await FollowerAsync(idea.Id, Frequency.AtOnce);
        await host.ForgetAsync();

        await ActAsync(
            idea.Id,
            sender.Id,
            (i, actor) => i.PostUpdate("De schep staat klaar.", Contribution.To(i.Subject, actor), actor, out _)
        );
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.Sent);
        Assert.Equal(follower.Email, mail.ToAddress);
        Assert.Contains("Een inwoner vertelde hoe het gaat.", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(sender.Name + " vertelde", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Dispatch_WhenSomebodyChoseNoneForAnIdeaOfAFollowedVillage_SaysNothing()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        var follower = await FollowerAsync(place.Village.Id, Frequency.AtOnce);
        await FollowAsync(follower.Id, idea.Id, Frequency.None);
        await host.ForgetAsync();

        await UpdateAsync(idea.Id, sender.Id);
        await host.EmptyAsync();

        Assert.Empty(host.Mail.Sent);
    }

    [Fact]
    public async Task Send_WhenTheIdeaWasWithdrawnMeanwhile_TellsFollowersNothing()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender, "Een zwembad");
        var (follower, daily) = (
            await FollowerAsync(idea.Id, Frequency.AtOnce),
            await FollowerAsync(idea.Id, Frequency.Daily)
        );
        await host.ForgetAsync();

        await UpdateAsync(idea.Id, sender.Id);
        while (await host.Dispatcher.DispatchAsync(host.Brink.Tenant, default)) { }
        await ActAsync(idea.Id, sender.Id, (i, actor) => i.Withdraw(actor));
        await host.EmptyAsync();

        Assert.Empty(host.Mail.To(follower));
        Assert.Empty(host.Mail.To(daily));
        Assert.Contains("ingetrokken", Assert.Single(host.Mail.To(place.Liaison)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outbox_WhenTwoInstancesWorkAtOnce_SendsEachMailOnce()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        var followers = new List<Brink.Features.Accounts.Person>();
        for (var i = 0; i < 15; i++)
        {
            followers.Add(await FollowerAsync(idea.Id, Frequency.AtOnce));
        }

        await host.ForgetAsync();
        for (var i = 0; i < 5; i++)
        {
            await UpdateAsync(idea.Id, sender.Id);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(host.EmptyAsync)));
        await host.EmptyAsync();

        Assert.Equal(75, host.Mail.Sent.Count);
        Assert.Equal(75, host.Mail.Sent.Select(mail => mail.MessageId).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Send_WhenTheMailServerIsAwayForAnHour_SendsLaterAndOnce()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await host.ForgetAsync();
        await Data.UnconfirmedInitiativeAsync(place, sender);

        host.Mail.Problem = new IOException("No route.");
        for (var minute = 0; minute < 60; minute++)
        {
            await host.EmptyAsync();
            host.Brink.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Empty(host.Mail.Sent);
        host.Mail.Problem = null;
        for (var minute = 0; minute < 60; minute++)
        {
            await host.EmptyAsync();
            host.Brink.Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Single(host.Mail.Sent);
    }

    [Fact]
    public async Task Send_WhenItBreaksBetweenAcceptingAndMarking_RepeatsUnderTheSameMessageId()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await host.ForgetAsync();
        await Data.UnconfirmedInitiativeAsync(place, sender);

        host.Mail.BreaksAfterAccepting = true;
        await host.EmptyAsync();
        host.Mail.BreaksAfterAccepting = false;
        host.Brink.Time.Advance(TimeSpan.FromHours(1));
        await host.EmptyAsync();

        Assert.Equal(2, host.Mail.Sent.Count);
        Assert.Equal(host.Mail.Sent[0].MessageId, host.Mail.Sent[1].MessageId);
    }

    [Fact]
    public async Task Send_WhenTheAddressIsRefused_GivesUp()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await host.ForgetAsync();
        await Data.UnconfirmedInitiativeAsync(place, sender);

        host.Mail.Problem = new MailRefusedException("No such mailbox.");
        await host.EmptyAsync();
        host.Mail.Problem = null;
        host.Brink.Time.Advance(TimeSpan.FromDays(4));
        await host.EmptyAsync();

        Assert.Empty(host.Mail.Sent);
        Assert.Equal(
            MailState.GaveUp,
            await host.Brink.DbAsync(db =>
                db.MailMessages.Where(m => m.PersonId == sender.Id).Select(m => m.State).SingleAsync()
            )
        );
    }

    [Fact]
    public async Task Unsubscribe_WithOneClickFromTheMailProgram_StopsTheMail()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender, "Een kabelbaan");
        var follower = await FollowerAsync(idea.Id, Frequency.AtOnce);
        await host.ForgetAsync();
        await UpdateAsync(idea.Id, sender.Id);
        await host.EmptyAsync();
        var address = new Uri(Assert.Single(host.Mail.Sent).UnsubscribeAddress!).PathAndQuery;

        using var mailProgram = host.Brink.Browser();
        var answer = await mailProgram.SendAsync(
            new HttpRequestMessage(HttpMethod.Post, address)
            {
                Content = new FormUrlEncodedContent([new("List-Unsubscribe", "One-Click")]),
            }
        );
        Assert.True(answer.IsSuccessStatusCode);
        host.Mail.Clear();
        await UpdateAsync(idea.Id, sender.Id);
        await host.EmptyAsync();

        Assert.Empty(host.Mail.Sent);
        using var browser = host.Brink.Browser();
        await browser.OpenAsync(address);
        Assert.Contains("Een kabelbaan", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Ja, meld mij af");
        Assert.Contains("U bent afgemeld", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync("/afmelden/AAAAAAAAAAAAAAAAAAAAAA", System.Net.HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Mail_GoesOutInTheLanguageOfItsReader()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync("Jane"));
        await Data.SaveAsync(async db => (await db.People.SingleAsync(p => p.Id == sender.Id)).Language = "en");
        await host.ForgetAsync();

        await Data.UnconfirmedInitiativeAsync(place, sender, "Een fietspad");
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.Sent);
        Assert.StartsWith("Dear Jane,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\">", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Postbox_OutsideTheExample_IsNotThere()
    {
        using var browser = host.Brink.Browser();
        await browser.OpenAsync("/postvak", System.Net.HttpStatusCode.NotFound);
    }

    private Task UpdateAsync(long id, long by) =>
        ActAsync(id, by, (i, actor) => i.PostUpdate("Weer een stap.", Contribution.To(i.Subject, actor), actor, out _));

    private Task ActAsync(long id, long by, Func<Initiative, Actor, Brink.Platform.Outcome> act) =>
        Data.SaveAsync(async db =>
        {
            var initiative = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .Include(i => i.Colleagues)
                .SingleAsync(i => i.Id == id);
            Assert.True(act(initiative, Data.Now(by)).Succeeded);
            return true;
        });

    private async Task<Brink.Features.Accounts.Person> FollowerAsync(long subjectId, Frequency frequency)
    {
        var person = await Data.PersonAsync("Volger");
        await FollowAsync(person.Id, subjectId, frequency);
        return person;
    }

    private Task FollowAsync(long personId, long subjectId, Frequency frequency) =>
        Data.SaveAsync(async db =>
        {
            await Following.ChooseAsync(db, personId, subjectId, frequency, host.Brink.Time.GetUtcNow(), default);
            return true;
        });
}
