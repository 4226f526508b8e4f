using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Notices.Mails;
using Brink.Platform.Database;
using Brink.Platform.Mail;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Brink.Tests.Features.Notices;

/// <summary>The program with a mail server that remembers, and an outbox that runs only when a test says so.</summary>
public sealed class NoticesHost(PostgresFixture postgres) : IAsyncLifetime
{
    public BrinkHost Brink { get; } =
        new(postgres)
        {
            Configure = builder =>
            {
                builder.Services.Remove(builder.Services.Single(s => s.ImplementationType == typeof(Outbox)));
                builder.Services.AddSingleton<RememberingTransport>();
                builder.Services.AddSingleton<IMailTransport>(s => s.GetRequiredService<RememberingTransport>());
            },
        };

    public TestData Data { get; private set; } = null!;
    public RememberingTransport Mail => Brink.Services.GetRequiredService<RememberingTransport>();
    public Dispatcher Dispatcher => Brink.Services.GetRequiredService<Dispatcher>();
    public MailSender Sender => Brink.Services.GetRequiredService<MailSender>();

    public async ValueTask InitializeAsync()
    {
        await Brink.InitializeAsync();
        Data = new TestData(Brink);
    }

    /// <summary>Everything that must leave, leaves.</summary>
    public async Task EmptyAsync()
    {
        while (await Dispatcher.DispatchAsync(Brink.Tenant, default)) { }
        while (await Sender.SendNextAsync(Brink.Tenant, default)) { }
    }

    /// <summary>The rest of a test looks only at what is mailed from here on.</summary>
    public async Task ForgetAsync()
    {
        await EmptyAsync();
        Mail.Clear();
    }

    public ValueTask DisposeAsync() => Brink.DisposeAsync();
}

public sealed class RememberingTransport : IMailTransport
{
    private readonly Lock turn = new();
    private readonly List<OutgoingMail> sent = [];

    public int AtOnce => 8;

    /// <summary>What goes wrong with the next mails.</summary>
    public Exception? Problem { get; set; }

    /// <summary>Accepts the mail and then breaks, as when the program is killed before it could mark it.</summary>
    public bool BreaksAfterAccepting { get; set; }

    public IReadOnlyList<OutgoingMail> Sent
    {
        get
        {
            lock (turn)
            {
                return [.. sent];
            }
        }
    }

    public IReadOnlyList<OutgoingMail> To(Brink.Features.Accounts.Person person) =>
        [.. Sent.Where(mail => mail.ToAddress == person.Email)];

    public void Clear()
    {
        lock (turn)
        {
            sent.Clear();
        }
    }

    /// <summary>What happens while a mail is handed over.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public async Task SendAsync(OutgoingMail mail, CancellationToken cancellation)
    {
        if (Problem is not null)
        {
            throw Problem;
        }

        if (Meanwhile is { } meanwhile)
        {
            await meanwhile();
        }

        lock (turn)
        {
            sent.Add(mail);
        }

        if (BreaksAfterAccepting)
        {
            throw new IOException("The connection broke.");
        }
    }
}
