using Brink.Features.Agreements;
using Brink.Features.Notices;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Agreements;

/// <summary>Who hears what of an agreement, and that nobody else does.</summary>
public sealed class AgreementMailTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    [Fact]
    public async Task SentRound_IsMailedToWhoMaySign_AndWaitsOnMijnBrink_UntilSigned()
    {
        var table = await Table.LayAsync(host.Brink);
        var agreement = await table.AgreementAsync(signing: false);
        await host.EmptyAsync();
        await host.ForgetAsync();

        await table.ChangeAsync(agreement.Id, a => a.SendRound(table.Writing()));
        await host.EmptyAsync();

        Assert.Equal(
            new[] { table.Alderman.Email, table.Place.ContactPerson.Email }.Order(),
            host.Mail.Sent.Select(mail => mail.ToAddress).Order()
        );
        Assert.All(
            host.Mail.Sent,
            mail => Assert.Contains(AgreementLinks.Sign(agreement.Id), mail.Text, StringComparison.Ordinal)
        );
        var contact = await host.Brink.Browser(table.Place.ContactPerson).OpenAsync(NoticeLinks.Mine);
        Assert.Contains("Tekenen: 'Convenant met het dorp'", contact.Text, StringComparison.Ordinal);

        await table.ChangeAsync(agreement.Id, a => table.Sign(a, table.Place.ContactPerson, table.Place.Association));
        await contact.OpenAsync(NoticeLinks.Mine);
        Assert.DoesNotContain("Tekenen: 'Convenant met het dorp'", contact.Text, StringComparison.Ordinal);
        await host.ForgetAsync();
        await table.ChangeAsync(agreement.Id, a => table.Sign(a, table.Alderman, table.Place.Municipality));
        await host.EmptyAsync();
        Assert.Single(host.Mail.To(table.Place.ContactPerson));
        Assert.Contains(
            "De afspraken gelden",
            host.Mail.To(table.Place.ContactPerson).Single().Subject,
            StringComparison.Ordinal
        );
    }
}
