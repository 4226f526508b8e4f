using Brink.Features.Rounds;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Rounds;

/// <summary>Everyone who reacted hears: that it came in, that the round lasts longer, and the own answer (C5, C6).</summary>
public sealed class RoundMailTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    [Fact]
    public async Task Given_IsConfirmedWithANumber()
    {
        var made = await RoundsMade.WithAsync(host.Brink);
        var person = await made.Data.PersonAsync();
        await host.ForgetAsync();

        var said = await made.SaidAsync(person);
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.To(person));
        Assert.Contains(RoundWords.NumberOf(said.Id), mail.Text, StringComparison.Ordinal);
        Assert.Contains("De gemeente antwoordt uiterlijk", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EachInAGroup_IsMailedTheOwnAnswer_AndOfAnAssociationItsContactPersonsToo()
    {
        var made = await RoundsMade.WithAsync(host.Brink);
        var chair = await made.Data.HolderAsync(Brink.Features.Places.Role.Chair, made.Place.Association);
        var (one, two) = (await made.Data.PersonAsync(), await made.Data.PersonAsync());
        var first = await made.SaidAsync(one, "Eerste woorden.");
        var second = await made.SaidAsync(two, "Tweede woorden.");
        var third = await made.SaidAsync(chair, "Namens ons dorp.", organisation: made.Place.Association.Id);
        using var _ = made.Closed();
        await host.ForgetAsync();

        await made.AnsweredAsync(await made.TakenUpAsync(first.Id, second.Id, third.Id));
        await host.EmptyAsync();

        var mine = Assert.Single(host.Mail.To(one));
        Assert.Contains("Eerste woorden.", mine.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Tweede woorden.", mine.Text, StringComparison.Ordinal);
        Assert.Contains("Overgenomen, omdat", mine.Text, StringComparison.Ordinal);
        Assert.Contains("het klopt wat u zegt.", mine.Text, StringComparison.Ordinal);
        Assert.Single(host.Mail.To(two));
        Assert.Contains("Namens ons dorp.", Assert.Single(host.Mail.To(chair)).Text, StringComparison.Ordinal);
        Assert.Contains(
            "Namens ons dorp.",
            Assert.Single(host.Mail.To(made.Place.ContactPerson)).Text,
            StringComparison.Ordinal
        );
        Assert.Equal(4, host.Mail.Sent.Count);
    }

    [Fact]
    public async Task Extended_IsToldOnceToAllWhoReacted_WithTheReason()
    {
        var made = await RoundsMade.WithAsync(host.Brink);
        var (one, other) = (await made.Data.PersonAsync(), await made.Data.PersonAsync());
        await made.SaidAsync(one);
        await made.SaidAsync(one, "Nog iets.");
        await host.ForgetAsync();
        var officer = await host.Brink.Browser(made.Officer).OpenAsync(RoundLinks.Extend(made.DossierId, made.RoundId));

        await officer.SubmitAsync(
            "Maak de ronde langer",
            fields: [("Op welke dag sluit", "2026-11-25"), ("Waarom", "Het was vakantie.")]
        );
        await host.EmptyAsync();

        Assert.Contains("Het was vakantie.", Assert.Single(host.Mail.To(one)).Text, StringComparison.Ordinal);
        Assert.Empty(host.Mail.To(other));
    }

    [Fact]
    public async Task TypedAddress_GetsALinkThatConfirms()
    {
        var made = await RoundsMade.WithAsync(host.Brink);
        await host.ForgetAsync();
        var browser = await host.Brink.Browser().OpenAsync(made.React);
        await browser.SubmitAsync(
            "Verder",
            fields:
            [
                ("Ik geef een reactie", "ja"),
                ("Uw tekst", "Per mail gezegd."),
                ("Uw mailadres", "nieuw@elders.example"),
            ]
        );
        await browser.SubmitAsync("Mail mij een link");
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.Sent);
        Assert.Equal("nieuw@elders.example", mail.ToAddress);
        var link = mail
            .Text.Split('\n')
            .Single(line => line.Contains("/reactie/bevestigen/", StringComparison.Ordinal));
        await browser.OpenAsync(new Uri(link.Trim()).PathAndQuery);
        await browser.SubmitAsync("Ja, plaats mijn reactie");

        await browser.OpenAsync(RoundLinks.Reactions(made.DossierId, made.RoundId));
        Assert.Contains("Per mail gezegd.", browser.Text, StringComparison.Ordinal);
    }
}
