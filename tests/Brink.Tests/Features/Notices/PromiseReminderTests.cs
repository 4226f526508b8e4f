using Brink.Features.Developments;
using Brink.Features.Initiatives;
using Brink.Features.Notices.Jobs;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Notices;

/// <summary>Promises made by hand: who hears when, and never more than one reminder a day.</summary>
public sealed class PromiseReminderTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task LatePromise_IsToldOnceToWhoWaits_AndEveryFiveWorkingDaysToWhoOwes_InOneMail()
    {
        At(2026, 11, 2);
        var place = await Data.PlaceAsync();
        // Due on Wednesday 4 November; the contact person owes one and waits for two.
        await MakeAsync(place, "Het hek", byMunicipality: true);
        await MakeAsync(place, "De bank", byMunicipality: true);
        await MakeAsync(place, "De koffie", byMunicipality: false);
        await host.ForgetAsync();

        At(2026, 11, 5);
        await Task.WhenAll(RunAsync(), RunAsync());
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.To(place.ContactPerson));
        Assert.Equal("Een toezegging van u is te laat", mail.Subject);
        Assert.Contains("De koffie", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Hier wacht u op, en het is te laat:", mail.Text, StringComparison.Ordinal);
        Assert.Contains("Gemeente Testveen: Het hek", mail.Text, StringComparison.Ordinal);
        Assert.Contains("De bank", mail.Text, StringComparison.Ordinal);
        Assert.Single(host.Mail.To(place.Liaison));
        host.Mail.Clear();

        // Five working days later only who owes it hears of it.
        At(2026, 11, 12);
        await RunAsync();
        await host.EmptyAsync();
        Assert.DoesNotContain(
            "Hier wacht u op",
            Assert.Single(host.Mail.To(place.ContactPerson)).Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task NextStepOfADevelopmentForMembersOnly_IsRemindedOfAndTickedOff_UnseenByOthers()
    {
        At(2027, 3, 1);
        var umbrella = await Data.OrganisationAsync(OrganisationKind.Umbrella);
        var chair = await Data.HolderAsync(Role.Chair, umbrella);
        var step = await Data.SaveAsync(db =>
        {
            var actor = Data.Now(chair.Id);
            var development = Development.Watch(
                new("Een stille wet", DevelopmentLevel.National, "Een wet.", "", null, "", chair.Id, IsPublic: false),
                umbrella.Id,
                actor
            );
            db.Developments.Add(development);
            Assert.True(development.PlanStep("Bellen met de provincie", new DateOnly(2027, 3, 3), actor).Succeeded);
            return Task.FromResult(development.Subject.Promises[0]);
        });
        await host.ForgetAsync();

        At(2027, 3, 3);
        await RunAsync();
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.To(chair));
        Assert.Contains("Bellen met de provincie", mail.Text, StringComparison.Ordinal);
        Assert.Contains(PromiseLinks.Show(step.Id), mail.Text, StringComparison.Ordinal);
        foreach (var other in new[] { null, await Data.PersonAsync(), (await Data.PlaceAsync()).Liaison })
        {
            using var browser = host.Brink.Browser(other);
            Assert.Equal(
                System.Net.HttpStatusCode.NotFound,
                (await browser.AskAsync(PromiseLinks.Show(step.Id))).StatusCode
            );
            Assert.DoesNotContain(
                "Bellen met de provincie",
                (await browser.OpenAsync(PromiseLinks.List)).Text,
                StringComparison.Ordinal
            );
        }

        using var keeping = host.Brink.Browser(chair);
        await keeping.OpenAsync(PromiseLinks.Show(step.Id));
        Assert.Contains("no-store", keeping.Response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        await keeping.OpenAsync(PromiseLinks.Keep(step.Id));
        await keeping.SubmitAsync("Toezegging is nagekomen");
        Assert.Contains("Nagekomen", keeping.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_IsNeverRemindedOf_AndAnotherAgreedDayBeginsAnew()
    {
        At(2026, 12, 1);
        var place = await Data.PlaceAsync();
        var late = await MakeAsync(place, "Verplaatst", byMunicipality: true, due: new DateOnly(2026, 12, 2));
        await Data.SaveAsync(async db =>
            Promise.Ask(
                await db.Subjects.SingleAsync(s => s.Id == place.Village.Id),
                new Party(place.Municipality.Id, null),
                new Party(place.Association.Id, null),
                new DateOnly(2026, 12, 2),
                Data.Now(),
                "Alleen gevraagd"
            )
        );
        await host.ForgetAsync();
        At(2026, 12, 3);
        await RunAsync();
        await host.EmptyAsync();
        Assert.DoesNotContain(
            "Alleen gevraagd",
            Assert.Single(host.Mail.To(place.Liaison)).Text,
            StringComparison.Ordinal
        );
        await Data.SaveAsync(async db =>
        {
            var promise = await db.Promises.Include(p => p.Subject).SingleAsync(p => p.Id == late.Id);
            promise.ProposeMove(PromiseSide.By, new DateOnly(2026, 12, 14), "Vorst.", Data.Now(place.Liaison.Id));
            return promise.AgreeToMove(PromiseSide.To, Data.Now(place.ContactPerson.Id));
        });
        await host.ForgetAsync();

        At(2026, 12, 4);
        await RunAsync();
        await host.EmptyAsync();
        Assert.Empty(host.Mail.To(place.Liaison));
        // Three working days before Monday 14 December.
        At(2026, 12, 9);
        await RunAsync();
        await host.EmptyAsync();
        Assert.Single(host.Mail.To(place.Liaison));
    }

    [Fact]
    public async Task WhatOneSideDoes_TheOtherHearsAtOnce()
    {
        At(2027, 1, 4);
        var place = await Data.PlaceAsync();
        await host.ForgetAsync();
        var asked = await Data.SaveAsync(async db =>
            Promise.Ask(
                await db.Subjects.SingleAsync(s => s.Id == place.Village.Id),
                new Party(place.Municipality.Id, null),
                new Party(place.Association.Id, place.ContactPerson.Id),
                new DateOnly(2027, 1, 18),
                Data.Now(place.ContactPerson.Id),
                "Een lantaarnpaal"
            )
        );
        await host.EmptyAsync();
        var question = Assert.Single(host.Mail.To(place.Liaison));
        Assert.Contains("Een lantaarnpaal", question.Text, StringComparison.Ordinal);
        Assert.Contains(PromiseLinks.Accept(asked.Id), question.Text, StringComparison.Ordinal);
        Assert.Empty(host.Mail.To(place.ContactPerson));

        host.Mail.Clear();
        await ActAsync(asked.Id, p => p.Accept(place.Liaison.Id, Data.Now(place.Liaison.Id)));
        await host.EmptyAsync();
        Assert.StartsWith(
            "Ja op uw vraag",
            Assert.Single(host.Mail.To(place.ContactPerson)).Subject,
            StringComparison.Ordinal
        );
        Assert.Empty(host.Mail.To(place.Liaison));

        host.Mail.Clear();
        await ActAsync(
            asked.Id,
            p => p.ProposeMove(PromiseSide.By, new DateOnly(2027, 1, 25), "Kabels.", Data.Now(place.Liaison.Id))
        );
        await host.EmptyAsync();
        Assert.Contains(
            PromiseLinks.DecideMove(asked.Id),
            Assert.Single(host.Mail.To(place.ContactPerson)).Text,
            StringComparison.Ordinal
        );

        host.Mail.Clear();
        await ActAsync(asked.Id, p => p.Keep(Data.Now(place.Liaison.Id), "Hij brandt."));
        await host.EmptyAsync();
        Assert.StartsWith(
            "Gedaan:",
            Assert.Single(host.Mail.To(place.ContactPerson)).Subject,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Successor_HearsOfThePromiseThatCameOver()
    {
        At(2027, 2, 1);
        var place = await Data.PlaceAsync();
        var made = await MakeAsync(place, "De drempel", byMunicipality: true, due: new DateOnly(2027, 3, 1));
        var next = await Data.HolderAsync(Role.Liaison, place.Municipality, place.Village);
        await host.ForgetAsync();

        await ActAsync(
            made.Id,
            p =>
            {
                p.HandOver(next.Id, Data.Now());
                return Brink.Platform.Outcome.Done;
            }
        );
        await host.EmptyAsync();

        Assert.StartsWith(
            "U neemt een toezegging over",
            Assert.Single(host.Mail.To(next)).Subject,
            StringComparison.Ordinal
        );
        Assert.Empty(host.Mail.To(place.ContactPerson));
    }

    private void At(int year, int month, int day) =>
        host.Brink.Time.SetTo(new DateTimeOffset(year, month, day, 7, 0, 0, TimeSpan.Zero));

    private Task RunAsync() =>
        host
            .Brink.Services.GetRequiredService<MunicipalityJobs>()
            .RunAsync(host.Brink.Services.GetRequiredService<PromiseReminders>(), default);

    private Task<Promise> MakeAsync(Place place, string what, bool byMunicipality, DateOnly? due = null) =>
        Data.SaveAsync(async db =>
        {
            var (municipality, association) = (
                new Party(place.Municipality.Id, byMunicipality ? place.Liaison.Id : null),
                new Party(place.Association.Id, null)
            );
            return Promise.Make(
                await db.Subjects.SingleAsync(s => s.Id == place.Village.Id),
                PromiseKind.Agreed,
                byMunicipality ? municipality : association,
                byMunicipality ? association : municipality,
                due ?? new DateOnly(2026, 11, 4),
                Data.Now(place.Liaison.Id),
                what
            );
        });

    private Task ActAsync(long id, Func<Promise, Brink.Platform.Outcome> act) =>
        Data.SaveAsync(async db =>
        {
            var promise = await db.Promises.Include(p => p.Subject).Include(p => p.Moves).SingleAsync(p => p.Id == id);
            Assert.True(act(promise).Succeeded);
            return true;
        });
}
