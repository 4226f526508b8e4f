using Brink.Features.Initiatives;
using Brink.Features.Newsletters;
using Brink.Features.Notices;
using Brink.Features.Subjects;
using Brink.Platform.Mail;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Brink.Tests.Features.Newsletters;

/// <summary>What readers get, and what becomes of mail that does not arrive.</summary>
public sealed class SendingTests(NoticesHost notices) : IClassFixture<NoticesHost>
{
    private BrinkHost Host => notices.Brink;
    private TestData Data => notices.Data;

    [Fact]
    public async Task Sent_ReachesEachReaderOnce_AsPlainTextWithWholeLinks_AndSaysWhy()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje bij de brink");
        var (everyone, village) = (await Data.ReaderAsync("Alles"), await Data.ReaderAsync("Dorp", place.Village.Id));
        await notices.ForgetAsync();
        await Data.SentAsync(Host, place, "Nieuws van november", [idea.Id]);
        await notices.EmptyAsync();
        await notices.EmptyAsync();

        Assert.Empty(notices.Mail.To(village));
        var mail = Assert.Single(notices.Mail.To(everyone));
        Assert.Equal("Nieuws van november", mail.Subject);
        Assert.Contains("Welkom bij dit nummer.", mail.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Een bankje bij de brink\nHet idee is bevestigd en staat nu voor iedereen open.",
            mail.Text,
            StringComparison.Ordinal
        );
        Assert.Contains($"https://{Host.Tenant.Host}/initiatieven/{idea.Id}-", mail.Text, StringComparison.Ordinal);
        Assert.Contains("omdat u zich op", mail.Text, StringComparison.Ordinal);
        Assert.Contains(mail.UnsubscribeAddress!, mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/", mail.Html, StringComparison.Ordinal);
        Assert.Contains("<strong>dit</strong>", mail.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SentForAVillage_ReachesWhoChoseThatVillage_AndNoOneTwice()
    {
        var (place, other) = (await Data.PlaceAsync(), await Data.PlaceAsync());
        var idea = await Data.HappenedAsync(place, "Een bankje");
        var both = await Data.ReaderAsync("Beide", place.Village.Id, other.Village.Id);
        var elsewhere = await Data.PlaceAsync();
        var not = await Data.ReaderAsync("Elders", elsewhere.Village.Id);
        await notices.ForgetAsync();
        await Data.SentAsync(Host, place, "Voor twee dorpen", [idea.Id], place.Village.Id, other.Village.Id);
        await notices.EmptyAsync();

        Assert.Contains(
            place.Village.Subject!.Title,
            Assert.Single(notices.Mail.To(both)).Text,
            StringComparison.Ordinal
        );
        Assert.Empty(notices.Mail.To(not));
    }

    [Fact]
    public async Task Stopped_BeforeTheMailLeft_GetsNone()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje");
        var reader = await Data.ReaderAsync("Lezer");
        await notices.ForgetAsync();
        var id = await Data.SentAsync(Host, place, "Nieuws", [idea.Id]);
        while (await notices.Dispatcher.DispatchAsync(Host.Tenant, default)) { }
        await Host.DbAsync(async db =>
        {
            await Subscribing.StopAsync(db, reader.Id, Host.Time.GetUtcNow(), default);
            await db.SaveChangesAsync();
        });
        await notices.EmptyAsync();

        Assert.Empty(notices.Mail.To(reader));
        Assert.Equal(MailState.Lapsed, (await Host.MailsAsync(id)).Single(m => m.PersonId == reader.Id).State);
    }

    [Fact]
    public async Task Withdrawn_AfterSending_StandsInNoMailThatStillLeaves_AndNotInTheArchive()
    {
        var place = await Data.PlaceAsync();
        var stays = await Data.HappenedAsync(place, "Dit blijft");
        var goes = await Data.HappenedAsync(place, "Dit gaat weg");
        var reader = await Data.ReaderAsync("Lezer");
        await notices.ForgetAsync();
        var id = await Data.SentAsync(Host, place, "Nieuws", [stays.Id, goes.Id]);
        while (await notices.Dispatcher.DispatchAsync(Host.Tenant, default)) { }
        await HideAsync(goes);
        await notices.EmptyAsync();

        var text = Assert.Single(notices.Mail.To(reader)).Text;
        Assert.Contains("Dit blijft", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dit gaat weg", text, StringComparison.Ordinal);
        using var browser = Host.Browser();
        await browser.OpenAsync(NewsletterLinks.Show(id, "nieuws"));
        Assert.DoesNotContain("Dit gaat weg", browser.Body, StringComparison.Ordinal);
        Assert.Contains(
            "1 onderwerp uit deze nieuwsbrief is niet meer openbaar.",
            browser.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Sent_KeepsItsText_WhateverHappensAfterIt()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Oude titel");
        var reader = await Data.ReaderAsync("Lezer");
        await notices.ForgetAsync();
        await Data.SentAsync(Host, place, "Nieuws", [idea.Id]);
        await Data.SaveAsync(async db =>
        {
            (await db.Subjects.SingleAsync(s => s.Id == idea.Id)).Rename("Nieuwe titel");
            return true;
        });
        await notices.EmptyAsync();

        Assert.Contains("Oude titel", Assert.Single(notices.Mail.To(reader)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RefusedForGood_PutsTheSubscriptionToRest_TellsHowManyAndNotWho_AndTheReaderWakesIt()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje");
        var reader = await Data.ReaderAsync("Weg");
        await notices.ForgetAsync();
        var id = await Data.SentAsync(Host, place, "Nieuws", [idea.Id]);
        while (await notices.Dispatcher.DispatchAsync(Host.Tenant, default)) { }
        notices.Mail.Problem = new MailRefusedException("no such mailbox");
        await notices.EmptyAsync();
        notices.Mail.Problem = null;
        await BouncesAsync();
        await BouncesAsync();

        Assert.Equal(SubscriptionState.Resting, await Host.StateAsync(reader));
        // Readers of the other tests are refused as well.
        Assert.Equal(
            (await Host.MailsAsync(id)).Length,
            (await Host.DbAsync(db => db.ProgressAsync(id, default))).Failed
        );
        var told = await Host.DbAsync(db => db.Journal.Where(e => e.Verb == NewsletterVerbs.Rested).ToArrayAsync());
        Assert.DoesNotContain(
            reader.Email!,
            string.Concat(told.Select(e => e.About)),
            StringComparison.OrdinalIgnoreCase
        );
        Assert.All(told, e => Assert.Null(e.PersonId));

        await notices.ForgetAsync();
        await Data.SentAsync(Host, place, "De volgende", [idea.Id]);
        await notices.EmptyAsync();
        Assert.Empty(notices.Mail.To(reader));

        using var browser = Host.Browser(reader);
        await browser.OpenAsync(NewsletterLinks.Subscribe);
        Assert.Contains("Onze mail kwam niet aan op uw adres.", browser.Text, StringComparison.Ordinal);
        Host.Time.Advance(TimeSpan.FromMinutes(10));
        await browser.SubmitAsync("Bewaar mijn keuze");
        Assert.Equal(SubscriptionState.Active, await Host.StateAsync(reader));
        await BouncesAsync();
        Assert.Equal(SubscriptionState.Active, await Host.StateAsync(reader));
    }

    [Fact]
    public async Task GivenUpAfterDays_BecauseTheServerWasAway_PutsNobodyToRest()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje");
        var reader = await Data.ReaderAsync("Lezer");
        await notices.ForgetAsync();
        var id = await Data.SentAsync(Host, place, "Nieuws", [idea.Id]);
        while (await notices.Dispatcher.DispatchAsync(Host.Tenant, default)) { }
        notices.Mail.Problem = new IOException("away");
        // As after three days of trying.
        await Sql.ExecuteAsync(
            Host.Database.OwnerConnectionString,
            $"UPDATE mail_messages SET attempts = 13 WHERE subject_id = {id}"
        );
        foreach (var _ in await Host.MailsAsync(id))
        {
            await notices.Sender.SendNextAsync(Host.Tenant, default);
        }

        notices.Mail.Problem = null;
        await BouncesAsync();
        Assert.Equal(MailState.GaveUp, (await Host.MailsAsync(id)).Single(m => m.PersonId == reader.Id).State);
        Assert.Equal(SubscriptionState.Active, await Host.StateAsync(reader));
    }

    [Fact]
    public async Task ManyReaders_GetOneEach_AndKeepNobodyWaitingForALink()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje");
        const int Many = 700;
        await Sql.ExecuteAsync(
            Host.Database.OwnerConnectionString,
            $"""
            WITH made AS (
                INSERT INTO people (municipality_id, id, name, email, normalized_email, user_name, normalized_user_name,
                    language, created_at, contact_is_shared, email_confirmed, phone_number_confirmed, two_factor_enabled,
                    lockout_enabled, access_failed_count, wrong_codes, security_stamp)
                SELECT {Host.Tenant.Id}, 1000000000 + n, 'Lezer ' || n, 'lezer' || n || '@proef.example',
                    'LEZER' || n || '@PROEF.EXAMPLE', 'lezer' || n || '@proef.example',
                    'LEZER' || n || '@PROEF.EXAMPLE', 'nl', now(), false, true, false, false, false, 0, 0, 'x'
                FROM generate_series(1, {Many}) n RETURNING municipality_id, id)
            INSERT INTO newsletter_subscriptions (municipality_id, id, person_id, state, wants_everyone, since)
            SELECT municipality_id, id, id, 'Active', true, now() FROM made
            """
        );
        await notices.ForgetAsync();
        var before = Host.Time.GetUtcNow();
        var id = await Data.SentAsync(Host, place, "Nieuws", [idea.Id]);
        while (await notices.Dispatcher.DispatchAsync(Host.Tenant, default)) { }
        var mails = await Host.MailsAsync(id);

        Assert.True(mails.Length >= Many);
        Assert.Equal(mails.Length, mails.Select(m => m.PersonId).Distinct().Count());
        var hurried = await Data.PersonAsync();
        await Data.SaveAsync(db =>
        {
            db.MailMessages.Add(MailMessage.SignIn(hurried.Id, before));
            return Task.FromResult(true);
        });
        await notices.Sender.SendNextAsync(Host.Tenant, default);
        Assert.Equal(hurried.Email, Assert.Single(notices.Mail.Sent).ToAddress);
        Assert.Equal(mails.Length, (await Host.DbAsync(db => db.ProgressAsync(id, default))).Receivers);

        // Made once more, as after a crash: no second mail for anybody.
        await Host.DbAsync(db => NewsletterMailing.OrderAsync(db, id, before, default));
        Assert.Equal(mails.Length, (await Host.MailsAsync(id)).Length);
        await Sql.ExecuteAsync(
            Host.Database.OwnerConnectionString,
            "DELETE FROM newsletter_subscriptions WHERE person_id > 1000000000; DELETE FROM mail_messages WHERE person_id > 1000000000"
        );
    }

    [Fact]
    public async Task Progress_StaysTrue_WhenTheMailsWereCleanedAway()
    {
        var place = await Data.PlaceAsync();
        var idea = await Data.HappenedAsync(place, "Een bankje");
        await Data.ReaderAsync("Lezer");
        await notices.ForgetAsync();
        var id = await Data.SentAsync(Host, place, "Nieuws", [idea.Id]);
        await notices.EmptyAsync();
        await Host.DbAsync(db => new NewsletterNights(Host.Time).RunAsync(db, default));
        var before = await Host.DbAsync(db => db.ProgressAsync(id, default));
        Assert.True(before.Gone > 0);

        await Host.DbAsync(db => db.MailMessages.Where(m => m.SubjectId == id).ExecuteDeleteAsync());
        Assert.Equal(before, await Host.DbAsync(db => db.ProgressAsync(id, default)));
    }

    private Task BouncesAsync() => Host.DbAsync(db => new NewsletterBounces(Host.Time).RunAsync(db, default));

    private Task HideAsync(Initiative idea) =>
        Data.SaveAsync(async db =>
        {
            (await db.Subjects.SingleAsync(s => s.Id == idea.Id)).Show(Visibility.Withdrawn);
            return true;
        });
}
