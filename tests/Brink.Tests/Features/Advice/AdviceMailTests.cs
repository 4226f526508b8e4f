using Brink.Features.Advice;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Features.Dossiers;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Advice;

/// <summary>Who hears what of advice, and that nobody else does.</summary>
public sealed class AdviceMailTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    [Fact]
    public async Task Asked_ReachesTheContactPersonAndTheLiaison_AndTheAnswerTheWholeBoard()
    {
        var made = await Advised.AtAsync(host.Brink);
        var treasurer = await made.Data.HolderAsync(Role.Treasurer, made.Place.Association);
        await host.ForgetAsync();

        var advice = await made.AskedAsync();
        await host.EmptyAsync();
        Assert.Equal(
            new[] { made.Place.ContactPerson.Email, made.Place.Liaison.Email }.Order(),
            host.Mail.Sent.Select(mail => mail.ToAddress).Order()
        );
        Assert.Contains(
            "Nee zeggen mag altijd",
            host.Mail.To(made.Place.ContactPerson)[0].Text,
            StringComparison.Ordinal
        );

        await made.ChangeAsync(advice.Id, a => a.Write("", Advised.TwoPoints, made.Board()));
        await made.GiveAsync(advice.Id);
        await host.EmptyAsync();
        Assert.Contains(
            "De gemeente antwoordt uiterlijk",
            Assert.Single(host.Mail.To(made.Official)).Text,
            StringComparison.Ordinal
        );

        await host.ForgetAsync();
        await made.ChangeAsync(advice.Id, a => a.WriteAnswer(Advised.Words(a, "het kan"), made.Office()));
        await host.EmptyAsync();
        Assert.Empty(host.Mail.Sent);
        await made.ChangeAsync(advice.Id, a => a.GiveAnswer(Contribution.To(a.Subject, made.Office()), made.Office()));
        await host.EmptyAsync();
        foreach (var person in new[] { made.Place.ContactPerson, treasurer })
        {
            var text = Assert.Single(host.Mail.To(person)).Text;
            Assert.Contains("Overgenomen, omdat het kan", text, StringComparison.Ordinal);
            Assert.Contains("Niet overgenomen, omdat het kan", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Reminder_GoesOnce()
    {
        var made = await Advised.AtAsync(host.Brink);
        await made.AskedAsync();
        await host.ForgetAsync();
        var start = host.Brink.Time.GetUtcNow();
        host.Brink.Time.Advance(TimeSpan.FromDays(8));
        try
        {
            await Task.WhenAll(RunAsync(), RunAsync());
            await RunAsync();
            await host.EmptyAsync();

            Assert.Single(host.Mail.To(made.Place.ContactPerson));
        }
        finally
        {
            host.Brink.Time.SetTo(start);
        }
    }

    [Fact]
    public async Task InConfidence_OnlyTheReadersAndTheOfficersHear()
    {
        var made = await Advised.AtAsync(host.Brink);
        await made.Data.HolderAsync(Role.Treasurer, made.Place.Association);
        var dossier = await DossierExamples.InConfidenceAsync(
            made.Data,
            made.Place,
            made.Official,
            made.Place.ContactPerson,
            made.Place.Association
        );
        await host.ForgetAsync();

        var advice = await made.GivenAsync(dossier);
        await made.ChangeAsync(advice.Id, a => a.TakeBack(made.Board()));
        await host.EmptyAsync();

        Assert.All(
            host.Mail.Sent,
            mail =>
                Assert.True(mail.ToAddress == made.Place.ContactPerson.Email || mail.ToAddress == made.Official.Email)
        );
        Assert.NotEmpty(host.Mail.To(made.Place.ContactPerson));
        Assert.NotEmpty(host.Mail.To(made.Official));
    }

    private Task RunAsync() =>
        host.Brink.DbAsync(db =>
            host.Brink.Services.GetRequiredService<AdviceReminders>().RunAsync(db, CancellationToken.None)
        );
}
