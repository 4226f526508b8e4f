using System.Net;
using System.Text.RegularExpressions;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Notices;

/// <summary>Mails lead whoever must do something to where it is done.</summary>
public sealed class ReplyByMailTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task Question_MailedToAResident_LeadsStraightToTheAnswerOnce()
    {
        var (idea, place, sender) = await IdeaAsync();
        var reply = await AskAsync(idea, place);
        var address = LinkIn(Assert.Single(host.Mail.To(sender)).Text);
        Assert.StartsWith("/inloggen/link/", address, StringComparison.Ordinal);

        using var browser = host.Brink.Browser();
        await browser.OpenAsync(address);
        await browser.OpenAsync(address);
        await browser.SubmitAsync("Nu inloggen");
        Assert.Equal(reply, browser.Address);
        await browser.SubmitAsync("Geef dit antwoord", HttpStatusCode.OK, ("Uw antwoord", "Wij met de buurt."));
        Assert.Contains("Wij met de buurt.", browser.Text, StringComparison.Ordinal);

        using var again = host.Brink.Browser();
        await again.OpenAsync(address, HttpStatusCode.BadRequest);
        Assert.Contains("Deze link is al gebruikt.", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_LinkInTheMail_EndsAndIsNowhereKept()
    {
        var (idea, place, sender) = await IdeaAsync();
        await AskAsync(idea, place);
        var address = LinkIn(Assert.Single(host.Mail.To(sender)).Text);
        var secret = address["/inloggen/link/".Length..].Split('?')[0];

        Assert.DoesNotContain(
            await host.Brink.DbAsync(db => db.Journal.Select(e => e.About).ToArrayAsync()),
            about => about.Contains(secret, StringComparison.Ordinal)
        );
        host.Brink.Time.Advance(TimeSpan.FromDays(8));
        using var browser = host.Brink.Browser();
        await browser.OpenAsync(address, HttpStatusCode.BadRequest);
        Assert.Contains("Deze link is verlopen.", browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_LinkInTheMail_LeadsNowhereElse()
    {
        var (idea, place, sender) = await IdeaAsync();
        await AskAsync(idea, place);
        var address = LinkIn(Assert.Single(host.Mail.To(sender)).Text).Split('?')[0];

        using var browser = host.Brink.Browser();
        await browser.OpenAsync(address + "?terug=//elders.example/kwaad");
        await browser.SubmitAsync("Nu inloggen");

        Assert.Equal("/mijn", browser.Address);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Question_MailedToAnOfficialOrWithASecondStep_HoldsNoKey(bool isOfficial)
    {
        var place = await Data.PlaceAsync();
        var sender = isOfficial
            ? await Data.HolderAsync(Role.PolicyOfficer, place.Municipality)
            : await Data.PersonAsync();
        if (!isOfficial)
        {
            await Data.SaveAsync(async db =>
                (await db.People.SingleAsync(p => p.Id == sender.Id)).TwoFactorEnabled = true
            );
        }

        var idea = await Data.InitiativeAsync(place, sender, "Een pluktuin");
        await host.ForgetAsync();
        var reply = await AskAsync(idea, place);

        var mail = Assert.Single(host.Mail.To(sender));
        Assert.DoesNotContain("/inloggen/link/", mail.Text, StringComparison.Ordinal);
        Assert.Contains(reply, mail.Text, StringComparison.Ordinal);
        using var browser = host.Brink.Browser();
        var answer = await browser.AskAsync(reply);
        Assert.Equal("/inloggen?terug=" + Uri.EscapeDataString(reply), answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task NewIdea_MailedToTheContactPerson_TellsTheIdeaAndWhatIsAsked()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        await host.ForgetAsync();

        await Data.InitiativeAsync(place, sender, "Een pluktuin");
        await host.EmptyAsync();

        var toContact = Assert.Single(host.Mail.To(place.ContactPerson)).Text;
        Assert.Contains("> Toestellen om samen te bewegen.", toContact, StringComparison.Ordinal);
        Assert.Contains("U hoeft niets te doen.", toContact, StringComparison.Ordinal);
        var toLiaison = Assert.Single(host.Mail.To(place.Liaison)).Text;
        Assert.Contains("> Toestellen om samen te bewegen.", toLiaison, StringComparison.Ordinal);
        Assert.DoesNotContain("U hoeft niets te doen.", toLiaison, StringComparison.Ordinal);
        Assert.Contains(
            $"/initiatieven/{await IdOfAsync("Een pluktuin")}/oppakken",
            toLiaison,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Invitation_NamesTheRoleThatWasGiven()
    {
        var (earlier, place) = (await Data.PlaceAsync(), await Data.PlaceAsync());
        var person = await Data.HolderAsync(Role.Secretary, earlier.Association);
        var given = await Data.SaveAsync(db =>
        {
            var holding = new RoleHolding
            {
                PersonId = person.Id,
                OrganisationId = place.Association.Id,
                Role = Role.ContactPerson,
                From = new DateOnly(2026, 1, 1),
            };
            db.RoleHoldings.Add(holding);
            return Task.FromResult(holding);
        });
        await host.ForgetAsync();

        await Data.SaveAsync(db =>
        {
            db.MailMessages.Add(MailMessage.Invitation(person.Id, given.Id, host.Brink.Time.GetUtcNow()));
            return Task.FromResult(true);
        });
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.To(person)).Text;
        Assert.Contains($"contactpersoon bij {place.Association.Name}.", mail, StringComparison.Ordinal);
        Assert.DoesNotContain(earlier.Association.Name, mail, StringComparison.Ordinal);
    }

    private async Task<(Initiative Idea, Place Place, Person Sender)> IdeaAsync()
    {
        var (place, sender) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, sender);
        await host.ForgetAsync();
        return (idea, place, sender);
    }

    /// <returns>The address of the page on which the question is answered.</returns>
    private async Task<string> AskAsync(Initiative idea, Place place)
    {
        await Data.SaveAsync(async db =>
        {
            var found = await db.Initiatives.Include(i => i.Subject).SingleAsync(i => i.Id == idea.Id);
            var actor = Data.Now(place.Liaison.Id);
            return found.Ask("Wie maait het gras?", Contribution.To(found.Subject, actor), actor).Succeeded;
        });
        await host.EmptyAsync();
        var question = await host.Brink.DbAsync(db =>
            db.Questions.Where(q => q.InitiativeId == idea.Id).Select(q => q.Id).SingleAsync()
        );
        return InitiativeLinks.Reply(idea.Id, question);
    }

    private Task<long> IdOfAsync(string title) =>
        host.Brink.DbAsync(db =>
            db.Subjects.Where(s => s.Title == title).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync()
        );

    private static string LinkIn(string mail) =>
        Regex
            .Match(
                mail,
                "(?<=\\.example)/(inloggen|initiatieven)/\\S+",
                RegexOptions.ExplicitCapture,
                TimeSpan.FromSeconds(1)
            )
            .Value;
}
