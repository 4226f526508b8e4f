using Brink.Features.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Notices;

/// <summary>Many mails leave side by side, and what somebody waits for goes before what can wait.</summary>
public sealed class SendersTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private const int Mails = 40;

    [Fact]
    public async Task Round_WithManyMails_SendsSeveralAtATimeAndEachOnce()
    {
        var readers = await ReadersAsync();
        await host.ForgetAsync();
        await WaitAsync(readers, (person, now) => MailMessage.SignIn(person, now));
        var (now, most) = (0, 0);
        host.Mail.Meanwhile = async () =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20);
            Interlocked.Decrement(ref now);
        };

        try
        {
            using var outbox = ActivatorUtilities.CreateInstance<Outbox>(host.Brink.Services);
            while (await outbox.RoundAsync(TestContext.Current.CancellationToken)) { }
        }
        finally
        {
            host.Mail.Meanwhile = null;
        }

        Assert.InRange(most, 2, 8);
        Assert.Equal(
            readers.Select(reader => reader.Email).Order(StringComparer.Ordinal),
            host.Mail.Sent.Select(mail => mail.ToAddress).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task Round_WhenTheRoadIsBlocked_StopsAfterEachSenderTriedOne()
    {
        var readers = await ReadersAsync();
        await host.ForgetAsync();
        await WaitAsync(readers, (person, now) => MailMessage.SignIn(person, now));
        host.Mail.Problem = new IOException("Nobody there.");

        try
        {
            using var outbox = ActivatorUtilities.CreateInstance<Outbox>(host.Brink.Services);
            Assert.False(await outbox.RoundAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            host.Mail.Problem = null;
        }

        var tried = await host.Brink.DbAsync(db =>
            Task.FromResult(db.MailMessages.Count(m => m.State == MailState.Waiting && m.Attempts > 0))
        );
        Assert.InRange(tried, 1, 9);
        await host.EmptyAsync();
    }

    [Fact]
    public async Task ALinkToSignIn_GoesBeforeThousandsThatCanWait()
    {
        var readers = await ReadersAsync();
        await host.ForgetAsync();
        var day = new DateOnly(2026, 11, 2);
        await WaitAsync(readers, (person, now) => MailMessage.Reminder(person, day, now.AddHours(-1)));
        await WaitAsync([readers[^1]], (person, now) => MailMessage.SignIn(person, now));

        Assert.True(await host.Sender.SendNextAsync(host.Brink.Tenant, TestContext.Current.CancellationToken));

        Assert.Equal(readers[^1].Email, Assert.Single(host.Mail.Sent).ToAddress);
        await host.EmptyAsync();
    }

    private async Task<IReadOnlyList<Brink.Features.Accounts.Person>> ReadersAsync()
    {
        var readers = new List<Brink.Features.Accounts.Person>();
        for (var n = 0; n < Mails; n++)
        {
            readers.Add(await host.Data.PersonAsync());
        }

        return readers;
    }

    private Task WaitAsync(
        IEnumerable<Brink.Features.Accounts.Person> readers,
        Func<long, DateTimeOffset, MailMessage> mail
    ) =>
        host.Data.SaveAsync(db =>
        {
            var now = host.Brink.Time.GetUtcNow();
            db.MailMessages.AddRange(readers.Select(reader => mail(reader.Id, now)));
            return Task.FromResult(true);
        });
}
