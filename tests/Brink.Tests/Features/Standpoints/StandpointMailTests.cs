using Brink.Features.Places;
using Brink.Features.Standpoints;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Standpoints;

/// <summary>Who hears what of a standpoint, and that nobody else does.</summary>
public sealed class StandpointMailTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    [Fact]
    public async Task SigningOpened_IsMailedToTheAuthorisedOfEachMember_AndToNobodyElse()
    {
        var umbrella = await Umbrella.WithAsync(host.Brink, 2);
        var treasurer = await umbrella.Data.HolderAsync(Role.Treasurer, umbrella.Members[0].Association);
        await host.ForgetAsync();

        await umbrella.SigningAsync();
        await host.EmptyAsync();

        Assert.Equal(
            umbrella.Members.Select(m => m.ContactPerson.Email).Append(treasurer.Email).Order(),
            host.Mail.Sent.Select(mail => mail.ToAddress).Order()
        );
        Assert.All(
            host.Mail.Sent,
            mail => Assert.Contains("Wil uw vereniging reageren?", mail.Subject, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Reminder_GoesOnce_AndOnlyToThoseWhoAreSilent()
    {
        var umbrella = await Umbrella.WithAsync(host.Brink, 2);
        var standpoint = await umbrella.SigningAsync();
        await umbrella.ChangeAsync(standpoint.Id, s => umbrella.React(s, umbrella.Members[0], Stance.Abstained));
        await host.ForgetAsync();
        await RunAsync();
        await host.EmptyAsync();
        Assert.Empty(host.Mail.Sent);

        var start = host.Brink.Time.GetUtcNow();
        host.Brink.Time.Advance(TimeSpan.FromDays(8));
        try
        {
            await Task.WhenAll(RunAsync(), RunAsync());
            await RunAsync();
            await host.EmptyAsync();

            Assert.Single(host.Mail.To(umbrella.Members[1].ContactPerson));
            Assert.Empty(host.Mail.To(umbrella.Members[0].ContactPerson));
        }
        finally
        {
            host.Brink.Time.SetTo(start);
        }
    }

    [Fact]
    public async Task Reopened_IsToldToThoseWhoWereAsked()
    {
        var umbrella = await Umbrella.WithAsync(host.Brink, 1);
        var standpoint = await umbrella.SigningAsync();
        await host.ForgetAsync();

        await umbrella.ChangeAsync(
            standpoint.Id,
            s => s.Edit(Umbrella.Words with { Text = "Anders." }, Umbrella.By(umbrella.Board()), umbrella.Board())
        );
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.Sent);
        Assert.Equal(umbrella.Members[0].ContactPerson.Email, mail.ToAddress);
        Assert.Contains("De tekst is veranderd", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentAndAnswered_AreMailed_TheAnswerToThoseWhoReacted()
    {
        var umbrella = await Umbrella.WithAsync(host.Brink, 2);
        var standpoint = await umbrella.SigningAsync();
        await umbrella.ChangeAsync(standpoint.Id, s => umbrella.React(s, umbrella.Members[0], Stance.Dissented));
        await host.ForgetAsync();
        var after = umbrella.Board() with { Today = umbrella.Data.Now().Today.AddDays(11) };
        await umbrella.ChangeAsync(standpoint.Id, s => s.Send(umbrella.Terms(), [], after));
        await host.EmptyAsync();
        Assert.Contains(
            "0 van de 2 verenigingen ondertekenden. 1 is het niet eens, 1 heeft nog niet gereageerd.",
            Assert.Single(host.Mail.To(umbrella.Members[1].ContactPerson)).Text,
            StringComparison.Ordinal
        );
        Assert.Single(host.Mail.To(umbrella.Members[0].Liaison));
        host.Mail.Clear();

        var liaison = umbrella.Data.Now(umbrella.Members[0].Liaison.Id);
        await umbrella.ChangeAsync(
            standpoint.Id,
            s => s.Answer("Zo gaan wij het doen.", Umbrella.By(liaison), liaison)
        );
        await host.EmptyAsync();

        Assert.Contains(
            "Zo gaan wij het doen.",
            Assert.Single(host.Mail.To(umbrella.Members[0].ContactPerson)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(host.Mail.To(umbrella.Members[1].ContactPerson));
        Assert.Single(host.Mail.To(umbrella.Chair));
    }

    private Task RunAsync() =>
        host.Brink.DbAsync(db =>
            host.Brink.Services.GetRequiredService<SigningReminders>().RunAsync(db, CancellationToken.None)
        );
}
