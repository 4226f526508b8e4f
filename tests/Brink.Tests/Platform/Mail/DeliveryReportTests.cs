using System.Text;
using Brink.Platform.Mail;

namespace Brink.Tests.Platform.Mail;

/// <summary>Reports of mail servers: the examples of RFC 3464, and what servers make of it.</summary>
public sealed class DeliveryReportTests
{
    /// <summary>RFC 3464, appendix E.1: given up after days, which is no proof that the mailbox is gone.</summary>
    private const string Simple = """
        Date: Thu, 7 Jul 1994 17:16:05 -0400
        From: Mail Delivery Subsystem <MAILER-DAEMON@CS.UTK.EDU>
        Message-Id: <199407072116.RAA14128@CS.UTK.EDU>
        Subject: Returned mail: Cannot send message for 5 days
        To: <owner-info-mime@cs.utk.edu>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
              boundary="RAA14128.773615765/CS.UTK.EDU"

        --RAA14128.773615765/CS.UTK.EDU

        The original message was received at Sat, 2 Jul 1994 17:10:28 -0400
        from root@localhost

           ----- The following addresses had delivery problems -----
        <louisl@larry.slip.umd.edu>  (unrecoverable error)

        --RAA14128.773615765/CS.UTK.EDU
        content-type: message/delivery-status

        Reporting-MTA: dns; cs.utk.edu

        Original-Recipient: rfc822;louisl@larry.slip.umd.edu
        Final-Recipient: rfc822;louisl@larry.slip.umd.edu
        Action: failed
        Status: 4.0.0
        Diagnostic-Code: smtp; 426 connection timed out
        Last-Attempt-Date: Thu, 7 Jul 1994 17:15:49 -0400

        --RAA14128.773615765/CS.UTK.EDU
        content-type: message/rfc822

        [original message goes here]

        --RAA14128.773615765/CS.UTK.EDU--
        """;

    /// <summary>RFC 3464, appendix E.2: three receivers, of whom one is only delayed.</summary>
    private const string Several = """
        Date: Fri, 8 Jul 1994 09:21:47 -0400
        From: Mail Delivery Subsystem <MAILER-DAEMON@CS.UTK.EDU>
        Subject: Returned mail: User unknown
        To: <owner-ups-mib@CS.UTK.EDU>
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status;
              boundary="JAA13167.773673707/CS.UTK.EDU"

        --JAA13167.773673707/CS.UTK.EDU
        content-type: text/plain; charset=us-ascii

           ----- The following addresses had delivery problems -----
        <arathib@vnet.ibm.com>  (unrecoverable error)
        <wsnell@sdcc13.ucsd.edu>  (unrecoverable error)

        --JAA13167.773673707/CS.UTK.EDU
        content-type: message/delivery-status

        Reporting-MTA: dns; cs.utk.edu

        Original-Recipient: rfc822;arathib@vnet.ibm.com
        Final-Recipient: rfc822;arathib@vnet.ibm.com
        Action: failed
        Status: 5.0.0 (permanent failure)
        Diagnostic-Code: smtp;
         550 'arathib@vnet.IBM.COM' is not a registered gateway user
        Remote-MTA: dns; vnet.ibm.com

        Original-Recipient: rfc822;johnh@hpnjld.njd.hp.com
        Final-Recipient: rfc822;johnh@hpnjld.njd.hp.com
        Action: delayed
        Status: 4.0.0 (hpnjld.njd.jp.com: host name lookup failure)

        Original-Recipient: rfc822;wsnell@sdcc13.ucsd.edu
        Final-Recipient: rfc822;wsnell@sdcc13.ucsd.edu
        Action: failed
        Status: 5.0.0
        Diagnostic-Code: smtp; 550 user unknown
        Remote-MTA: dns; sdcc13.ucsd.edu

        --JAA13167.773673707/CS.UTK.EDU
        content-type: message/rfc822

        [original message goes here]
        --JAA13167.773673707/CS.UTK.EDU--
        """;

    /// <summary>As mail servers write it today.</summary>
    internal static string Report(string address, string status, string encoding = "7bit", string? body = null) =>
        $"""
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=grens

            --grens
            Content-Type: text/plain

            Unknown user.

            --grens
            Content-Type: message/delivery-status
            Content-Transfer-Encoding: {encoding}

            {body ?? Status(address, status)}

            --grens--
            """;

    [Fact]
    public void Read_SimpleExample_IsNotForGood()
    {
        var failed = Assert.Single(DeliveryReport.Read(Simple));

        Assert.Equal(["louisl@larry.slip.umd.edu"], failed.Addresses);
        Assert.Equal("4.0.0", failed.Status);
        Assert.False(failed.IsForGood);
    }

    [Fact]
    public void Read_SeveralReceivers_TellsWhoFailedAndNotWhoIsDelayed()
    {
        foreach (var text in new[] { Several, Several.ReplaceLineEndings("\r\n") })
        {
            var failed = DeliveryReport.Read(text);

            Assert.Equal(["arathib@vnet.ibm.com", "wsnell@sdcc13.ucsd.edu"], failed.SelectMany(one => one.Addresses));
            Assert.All(failed, one => Assert.True(one.IsForGood));
        }
    }

    [Theory]
    [InlineData("base64")]
    [InlineData("quoted-printable")]
    public void Read_DecodesTheStatus(string encoding)
    {
        var status = Status("weg@voorbeeld.example", "5.1.1");
        var body =
            encoding == "base64"
                ? Convert.ToBase64String(Encoding.UTF8.GetBytes(status), Base64FormattingOptions.InsertLineBreaks)
                : status
                    .Replace("=", "=3D", StringComparison.Ordinal)
                    .Replace("voorbeeld", "voor=\nbeeld", StringComparison.Ordinal);

        Assert.Equal(
            ["weg@voorbeeld.example"],
            Assert.Single(DeliveryReport.Read(Report("", "", encoding, body))).Addresses
        );
    }

    [Fact]
    public void Read_TwoAddressesOfOneReceiver_GivesBoth()
    {
        var body =
            "Reporting-MTA: dns; a.example\n\nOriginal-Recipient: rfc822;oud@voorbeeld.example\nFinal-Recipient: rfc822;<nieuw@voorbeeld.example>\nAction: failed\nStatus: 5.1.1";

        Assert.Equal(
            ["oud@voorbeeld.example", "nieuw@voorbeeld.example"],
            Assert.Single(DeliveryReport.Read(Report("", "", body: body))).Addresses
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("Gewone mail\n\nAction: failed\nFinal-Recipient: rfc822;weg@voorbeeld.example\nStatus: 5.0.0")]
    [InlineData("Content-Type: multipart/report\n\n--x\n")]
    [InlineData("Content-Type: multipart/mixed; boundary=\"\"\n\n--\n--\n")]
    [InlineData(": :\n\t\n\n\n")]
    public void Read_AnythingElse_HoldsNobody(string text) => Assert.Empty(DeliveryReport.Read(text));

    [Fact]
    public void Read_OtherKindsOfAddresses_AreNotMailAddresses()
    {
        // RFC 3464, appendix E.3: a gateway that knows its receivers by another name.
        var body =
            "Reporting-MTA: mailbus; SYS30\n\nFinal-Recipient: unknown; nair_s\nStatus: 5.0.0 (unknown permanent failure)\nAction: failed";

        Assert.Empty(DeliveryReport.Read(Report("", "", body: body)));
    }

    [Fact]
    public void Read_PartsWithinPartsWithoutEnd_IsSoonDone()
    {
        var nested = string.Concat(
            Enumerable.Range(0, 20_000).Select(n => $"Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n")
        );

        Assert.Empty(DeliveryReport.Read(nested));
        Assert.Empty(
            DeliveryReport.Read(
                "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", 50_000))
            )
        );
    }

    private static string Status(string address, string status) =>
        $"Reporting-MTA: dns; mail.voorbeeld.example\n\nFinal-Recipient: rfc822; {address}\nOriginal-Recipient: rfc822;{address}\nAction: failed\nStatus: {status}\nDiagnostic-Code: smtp; 550 5.1.1 no such user";
}
