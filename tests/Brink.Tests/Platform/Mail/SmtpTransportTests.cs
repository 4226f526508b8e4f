using System.Globalization;
using System.Net;
using System.Net.Mail;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Brink.Platform.Mail;
using Brink.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Platform.Mail;

public sealed class SmtpTransportTests
{
    private static readonly OutgoingMail Mail = new(
        "17.abc@brink.example",
        "Jörg van 't Veld",
        "jorg@post.example",
        "Gemeente Midden-Drenthe",
        "contact@gemeente.example",
        "Uw idee ‘Een beweegtuin voor oud & jong’ is binnen 👍, en dit onderwerp is langer dan op één regel past",
        "Beste Jörg,\n\n.\n..punten\nFrom hier\n" + new string('x', 2000) + "\n€ 1.250,00 👍\n",
        "<p>Beste Jörg</p>\n.\n<p>€ 1.250,00</p>",
        "nl",
        "https://brink.example/afmelden/geheim"
    );

    [Fact]
    public async Task Send_ArrivesAsItWasWritten()
    {
        await using var server = await SmtpServer.StartAsync();

        await Transport(server).SendAsync(Mail, CancellationToken.None);

        var mail = await server.ReceiveAsync();
        Assert.Equal("brink@gemeente.example", mail.From);
        Assert.Equal(["jorg@post.example"], mail.To);
        Assert.Equal(Mail.Subject, mail.Headers["Subject"].Single());
        Assert.Equal("Jörg van 't Veld <jorg@post.example>", mail.Headers["To"].Single());
        Assert.Equal(
            "Gemeente Midden-Drenthe <brink@gemeente.example>",
            mail.Headers["From"].Single().Replace("\"", "", StringComparison.Ordinal)
        );
        Assert.Equal("contact@gemeente.example", mail.Headers["Reply-To"].Single());
        Assert.Equal("<17.abc@brink.example>", mail.Headers["Message-ID"].Single());
        Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"].Single());
        Assert.Equal("nl", mail.Headers["Content-Language"].Single());
        Assert.Equal("<https://brink.example/afmelden/geheim>", mail.Headers["List-Unsubscribe"].Single());
        Assert.Equal("List-Unsubscribe=One-Click", mail.Headers["List-Unsubscribe-Post"].Single());
        Assert.Single(mail.Headers["Date"]);
        Assert.Equal("multipart/alternative", mail.Type);
        Assert.Equal(
            [("text/plain", Mail.Text), ("text/html", Mail.Html)],
            mail.Parts.Select(part => (part.Type, part.Content.ReplaceLineEndings("\n")))
        );
        Assert.Empty(mail.Defects);
        Assert.All(mail.Raw.Split("\r\n"), line => Assert.InRange(line.Length, 0, 998));
    }

    [Fact]
    public async Task Send_OfMailThatGoesWithADuty_OffersNoUnsubscribing()
    {
        await using var server = await SmtpServer.StartAsync();

        await Transport(server)
            .SendAsync(Mail with { UnsubscribeAddress = null, ReplyTo = null }, CancellationToken.None);

        var mail = await server.ReceiveAsync();
        Assert.Empty(mail.Headers["List-Unsubscribe"]);
        Assert.Empty(mail.Headers["List-Unsubscribe-Post"]);
        Assert.Empty(mail.Headers["Reply-To"]);
    }

    [Theory]
    [InlineData("\r\nBcc: ander@post.example")]
    [InlineData("\nBcc: ander@post.example")]
    [InlineData("\r\n\r\n<b>eigen inhoud</b>")]
    [InlineData("\u2028Bcc: ander@post.example\u0085X: y\0")]
    [InlineData("\" <ander@post.example>, \"")]
    [InlineData("\\\" <ander@post.example>, \\")]
    [InlineData(" <ander@post.example>, x")]
    public async Task Send_WithAHeaderInSubjectOrName_SendsNoOtherHeader(string attack)
    {
        await using var server = await SmtpServer.StartAsync();
        var mail = Mail with { Subject = "Idee" + attack, ToName = "Jan" + attack, FromName = "Gemeente" + attack };

        await Transport(server).SendAsync(mail, CancellationToken.None);

        var received = await server.ReceiveAsync();
        Assert.Equal(["jorg@post.example"], received.To);
        Assert.Empty(received.Headers["Bcc"]);
        Assert.Empty(received.Headers["X"]);
        Assert.Single(received.Headers["To"]);
        Assert.EndsWith("<jorg@post.example>", received.Headers["To"].Single(), StringComparison.Ordinal);
        Assert.Equal(2, received.Parts.Length);
    }

    public static readonly TheoryData<string> BrokenTokens =
    [
        "a@b.example\r\nBcc: ander@post.example",
        "a@b.example>, <ander@post.example",
        "a@b.example, ander@post.example",
        "a b@c.example",
        "",
    ];

    [Theory]
    [MemberData(nameof(BrokenTokens))]
    public async Task Send_WithMoreThanOneThingInAnAddress_IsRefusedForGood(string broken)
    {
        var transport = new SmtpTransport(
            new SmtpSettings
            {
                Host = "127.0.0.1",
                Port = 1,
                FromAddress = "brink@gemeente.example",
            },
            TimeProvider.System
        );
        OutgoingMail[] mails =
        [
            Mail with
            {
                ToAddress = broken,
            },
            Mail with
            {
                ReplyTo = broken,
            },
            Mail with
            {
                MessageId = broken,
            },
            Mail with
            {
                UnsubscribeAddress = broken,
            },
            Mail with
            {
                Language = broken,
            },
        ];

        foreach (var mail in mails)
            await Assert.ThrowsAsync<MailRefusedException>(() => transport.SendAsync(mail, CancellationToken.None));
    }

    [Fact]
    public async Task Send_WhenTheAddressIsUnknown_IsRefusedForGood()
    {
        await using var server = await SmtpServer.StartAsync();

        await Assert.ThrowsAsync<MailRefusedException>(() =>
            Transport(server).SendAsync(Mail with { ToAddress = "unknown@post.example" }, CancellationToken.None)
        );
    }

    [Fact]
    public async Task Send_WhenTheServerIsBusy_IsWorthTryingAgain()
    {
        await using var server = await SmtpServer.StartAsync();

        await Assert.ThrowsAnyAsync<SmtpException>(() =>
            Transport(server).SendAsync(Mail with { ToAddress = "busy@post.example" }, CancellationToken.None)
        );
    }

    [Fact]
    public async Task Send_WhenNobodyListens_IsWorthTryingAgain()
    {
        var transport = new SmtpTransport(
            new SmtpSettings
            {
                Host = "127.0.0.1",
                Port = 1,
                UseTls = false,
                FromAddress = "brink@gemeente.example",
            },
            TimeProvider.System
        );

        await Assert.ThrowsAsync<SmtpException>(() => transport.SendAsync(Mail, CancellationToken.None));
    }

    [Fact]
    public async Task Send_WhenTheServerIsSilent_GivesUpInTime()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var transport = new SmtpTransport(
            new SmtpSettings
            {
                Host = "127.0.0.1",
                Port = ((IPEndPoint)silent.LocalEndpoint).Port,
                UseTls = false,
                FromAddress = "brink@gemeente.example",
                Patience = TimeSpan.FromMilliseconds(200),
            },
            TimeProvider.System
        );

        var sending = transport.SendAsync(Mail, CancellationToken.None);

        await Assert.ThrowsAsync<TimeoutException>(() => sending.WaitAsync(TimeSpan.FromSeconds(20)));
    }

    [Fact]
    public async Task Send_WhenStopped_Stops()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var transport = new SmtpTransport(
            new SmtpSettings
            {
                Host = "127.0.0.1",
                Port = ((IPEndPoint)silent.LocalEndpoint).Port,
                UseTls = false,
                FromAddress = "brink@gemeente.example",
            },
            TimeProvider.System
        );
        using var stop = new CancellationTokenSource(100);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => transport.SendAsync(Mail, stop.Token));
    }

    [Fact]
    public async Task Send_WithSignIn_GoesOverTlsToATrustedServerOnly()
    {
        var folder = Directory.CreateTempSubdirectory("tls");
        var (key, certificate, print) = MakeCertificate(folder.FullName);
        await using var server = await SmtpServer.StartAsync("--tls", key, certificate, "--sign-in", "brink", "geheim");
        var settings = new SmtpSettings
        {
            Host = "localhost",
            Port = server.Port,
            User = "brink",
            Password = "geheim",
            FromAddress = "brink@gemeente.example",
        };

        // Nobody vouches for this certificate, so the password is not told.
        await Assert.ThrowsAnyAsync<Exception>(() =>
            new SmtpTransport(settings, TimeProvider.System).SendAsync(Mail, CancellationToken.None)
        );
        Trust(print);
        await new SmtpTransport(settings, TimeProvider.System).SendAsync(Mail, CancellationToken.None);

        var mail = await server.ReceiveAsync();
        Assert.True(mail.Secure);
        Assert.Equal("brink", mail.User);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Send_WhenTheServerHasNoTls_IsNotSentInTheOpen()
    {
        await using var server = await SmtpServer.StartAsync();

        await Assert.ThrowsAsync<SmtpException>(() =>
            Transport(server, useTls: true).SendAsync(Mail, CancellationToken.None)
        );
    }

    [Fact]
    public async Task Send_OfSeveral_UsesOneConnectionUntilItRested()
    {
        await using var server = await SmtpServer.StartAsync();
        var time = new TestTime();
        using var transport = Transport(server, time: time);

        await transport.SendAsync(Mail, CancellationToken.None);
        await transport.SendAsync(Mail, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(6));
        await transport.SendAsync(Mail, CancellationToken.None);

        var (first, second, third) = (
            await server.ReceiveAsync(),
            await server.ReceiveAsync(),
            await server.ReceiveAsync()
        );
        Assert.Equal(first.Connection, second.Connection);
        Assert.NotEqual(first.Connection, third.Connection);
    }

    [Fact]
    public async Task Send_WhenTheServerHungUpMeanwhile_GoesOverAnotherConnection()
    {
        var port = 0;
        await using (var before = await SmtpServer.StartAsync())
        {
            port = before.Port;
        }

        var transport = new SmtpTransport(
            new SmtpSettings
            {
                Host = "127.0.0.1",
                Port = port,
                UseTls = false,
                FromAddress = "brink@gemeente.example",
            },
            TimeProvider.System
        );
        var number = port.ToString(CultureInfo.InvariantCulture);
        await using (await SmtpServer.StartAsync("--port", number))
        {
            await transport.SendAsync(Mail, CancellationToken.None);
        }

        await using var again = await SmtpServer.StartAsync("--port", number);
        await transport.SendAsync(Mail, CancellationToken.None);

        Assert.Equal(["jorg@post.example"], (await again.ReceiveAsync()).To);
        transport.Dispose();
    }

    [Fact]
    public async Task Send_SideBySide_BringsEachOnce()
    {
        await using var server = await SmtpServer.StartAsync();
        using var transport = Transport(server);
        string[] readers = [.. Enumerable.Range(1, 24).Select(n => $"lezer{n}@post.example")];

        await Task.WhenAll(readers.Select(to => transport.SendAsync(Mail with { ToAddress = to }, default)));

        var received = new List<string>();
        while (received.Count < readers.Length)
        {
            received.Add((await server.ReceiveNumberAsync())!.Value.To);
        }

        Assert.Equal(readers.Order(StringComparer.Ordinal), received.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void AddSmtp_WithoutAHost_RegistersNothing() => Assert.Null(Registered([])?.GetType());

    [Fact]
    public void AddSmtp_WithAHost_RegistersTheTransport() =>
        Assert.IsType<SmtpTransport>(
            Registered(new() { ["Smtp:Host"] = "mail.example", ["Smtp:FromAddress"] = "brink@gemeente.example" })
        );

    [Fact]
    public void AddSmtp_WithoutASender_SaysWhatIsMissing() =>
        Assert.Contains(
            "Smtp:FromAddress",
            Assert
                .Throws<InvalidOperationException>(() => Registered(new() { ["Smtp:Host"] = "mail.example" }))
                .Message,
            StringComparison.Ordinal
        );

    private static SmtpTransport Transport(SmtpServer server, bool useTls = false, TimeProvider? time = null) =>
        new(
            new SmtpSettings
            {
                Host = "127.0.0.1",
                Port = server.Port,
                UseTls = useTls,
                FromAddress = "brink@gemeente.example",
            },
            time ?? TimeProvider.System
        );

    private static IMailTransport? Registered(Dictionary<string, string?> settings) =>
        new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSmtp(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .BuildServiceProvider()
            .GetService<IMailTransport>();

    private static (string Key, string Certificate, string Print) MakeCertificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var (keyFile, certificateFile) = (Path.Combine(folder, "key.pem"), Path.Combine(folder, "certificate.pem"));
        File.WriteAllText(keyFile, key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(certificateFile, certificate.ExportCertificatePem());
        return (keyFile, certificateFile, certificate.Thumbprint);
    }

    private static void Trust(string print)
    {
#pragma warning disable SYSLIB0014, MA0039 // the only place where SmtpClient asks whom to trust
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            errors == System.Net.Security.SslPolicyErrors.None
            || (certificate as X509Certificate2)?.Thumbprint == print;
#pragma warning restore SYSLIB0014, MA0039
    }
}
