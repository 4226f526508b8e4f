using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Accounts.Privacy;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Files;
using Brink.Tests.Features.Notices;
using Brink.Tests.Platform.Files;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Accounts.Privacy;

/// <summary>Somebody leaves Brink: what goes, what stays, and what stays true.</summary>
public sealed class EraseTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;
    private BrinkHost Brink => host.Brink;

    [Fact]
    public async Task Erase_KeepingWordsAndHandingOver_LeavesAStubAndAResidentsWords()
    {
        var (place, person) = (await Data.PlaceAsync(), await Data.PersonAsync("Truus Vertrekt"));
        var idea = await Data.InitiativeAsync(place, person, "Een pluktuin");
        await NameAsync(idea.ContributionId);
        await host.FollowAsync(person, place.Village.Id, Frequency.Daily);
        await host.EmptyAsync();
        var journal = await JournalOfAsync(idea.Id);
        using var browser = Brink.Browser(person);
        using var otherDevice = Brink.Browser(person);

        await browser.OpenAsync(AccountLinks.Erase);
        await browser.OpenAsync(AccountLinks.EraseWords);
        await browser.SubmitAsync("Verder", HttpStatusCode.BadRequest);
        await browser.SubmitAsync("Verder", fields: [("Laat het staan", "ja")]);
        Assert.Contains(
            $"Een pluktuin (kan over naar {place.Association.Name})",
            browser.Text,
            StringComparison.Ordinal
        );
        await browser.SubmitAsync("Verder", fields: [("De vereniging van het dorp", "ja")]);
        Assert.Contains("gaan over naar de vereniging van het dorp", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Verwijder mijn gegevens");

        Assert.Contains("Uw gegevens zijn verwijderd", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync("/mijn");
        Assert.StartsWith(AccountLinks.SignIn, browser.Address, StringComparison.Ordinal);
        await otherDevice.OpenAsync("/mijn");
        Assert.StartsWith(AccountLinks.SignIn, otherDevice.Address, StringComparison.Ordinal);
        var left = await host.PersonAsync(person);
        Assert.True(left.IsErased);
        Assert.Equal(("", null, null, null), (left.Name, left.Email, left.NormalizedEmail, left.PhoneNumber));
        Assert.DoesNotContain("persoon", left.UserName + left.NormalizedUserName, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((0, 0, 0), await WhatIsKeptAsync(person));

        await browser.OpenAsync(InitiativeLinks.Short(idea.Id));
        Assert.Contains("Een pluktuin", browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Truus Vertrekt", browser.Text, StringComparison.Ordinal);
        var now = await host.InitiativeAsync(idea.Id);
        Assert.Equal(place.Association.Id, now.Contribution!.OnBehalfOfId);
        Assert.Empty(now.Initiators);
        Assert.Equal(Visibility.Public, now.Subject.Visibility);
        Assert.Equal(journal, (await JournalOfAsync(idea.Id)).Take(journal.Length));

        host.Mail.Clear();
        await host.EmptyAsync();
        Assert.Contains(
            host.Mail.To(place.ContactPerson),
            mail => mail.Text.Contains("Een pluktuin", StringComparison.Ordinal)
        );
        Assert.Empty(host.Mail.To(person));
        using var contact = Brink.Browser(place.ContactPerson);
        await contact.OpenAsync(InitiativeLinks.Withdraw(idea.Id));
    }

    [Fact]
    public async Task Erase_RemovingWords_TakesTextPhotosAndUpdatesAway_AndCountsStay()
    {
        var (place, person, other) = (
            await Data.PlaceAsync(),
            await Data.PersonAsync(),
            await Data.PersonAsync("Medestander")
        );
        var own = await Data.InitiativeAsync(place, person, "Geheim plan van Piet");
        var shared = await Data.InitiativeAsync(place, person, "Samen een bankje");
        await Data.SaveAsync(async db =>
        {
            db.Initiators.Add(new Initiator { InitiativeId = shared.Id, PersonId = other.Id });
            await Task.CompletedTask;
            return true;
        });
        await host.UpdateAsync(shared.Id, person, "Piet heeft hout.");
        await host.UpdateAsync(shared.Id, other, "Ik heb spijkers.");
        var hash = await AddPhotoAsync(own.Id);
        var store = Brink.Services.GetRequiredService<IFileStore>();
        var counted = await Brink.DbAsync(db => db.Initiatives.CountAsync());
        using (var file = store.Open(hash))
        {
            Assert.NotNull(file);
        }

        await ChooseAndEraseAsync(person, WordsChoice.Remove);

        var gone = await host.InitiativeAsync(own.Id);
        Assert.Equal(("", ""), (gone.What, gone.Why));
        Assert.DoesNotContain("Piet", gone.Subject.Title + gone.Subject.SearchText, StringComparison.Ordinal);
        Assert.Empty(gone.Subject.Files);
        Assert.Null(store.Open(hash));
        Assert.Equal(
            HttpStatusCode.Gone,
            (await Brink.Browser().AskAsync(InitiativeLinks.Show(own.Id, own.Subject.Slug))).StatusCode
        );
        using var reader = Brink.Browser();
        await reader.OpenAsync(InitiativeLinks.Short(shared.Id));
        Assert.Contains("Samen een bankje", reader.Text, StringComparison.Ordinal);
        Assert.Contains("Ik heb spijkers.", reader.Text, StringComparison.Ordinal);
        Assert.Contains("De schrijver heeft deze tekst weggehaald.", reader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Piet", reader.Text, StringComparison.Ordinal);
        Assert.Equal(other.Id, Assert.Single((await host.InitiativeAsync(shared.Id)).Initiators).PersonId);
        Assert.Equal(counted, await Brink.DbAsync(db => db.Initiatives.CountAsync()));
    }

    [Fact]
    public async Task Erase_WithdrawingAnOpenInitiative_ReleasesItsPromises()
    {
        var (place, person) = (await Data.PlaceAsync(), await Data.PersonAsync());
        var idea = await Data.InitiativeAsync(place, person);

        Assert.True((await host.EraseAsync(person, handOver: false)).Succeeded);

        var left = await host.InitiativeAsync(idea.Id);
        Assert.Equal(IntakeState.Withdrawn, left.Intake);
        Assert.False(
            await Brink.DbAsync(db =>
                db.Promises.AnyAsync(p =>
                    p.SubjectId == idea.Id && p.State == global::Brink.Features.Promises.PromiseState.Open
                )
            )
        );
    }

    [Fact]
    public async Task Erase_WithAnOffice_IsRefused_AndSaysWhomToCall()
    {
        var place = await Data.PlaceAsync();
        using var browser = Brink.Browser(place.ContactPerson);

        await browser.OpenAsync(AccountLinks.Erase);
        Assert.Contains("Daarom beëindigt de beheerder eerst uw taak.", browser.Text, StringComparison.Ordinal);
        Assert.Contains("Gemeentehuis Testveen", browser.Text, StringComparison.Ordinal);
        await browser.OpenAsync(AccountLinks.EraseCheck + "?Words=Keep");
        Assert.Equal(AccountLinks.Erase, browser.Address);
        Assert.False((await host.EraseAsync(place.ContactPerson)).Succeeded);
        Assert.False((await host.EraseAsync(await Data.AdministratorAsync())).Succeeded);
        Assert.False((await host.PersonAsync(place.ContactPerson)).IsErased);
    }

    [Fact]
    public async Task Erase_AfterTheOfficeEnded_KeepsItsHistoryWithoutTheName()
    {
        var place = await Data.PlaceAsync();
        var former = await Data.HolderAsync(Role.ContactPerson, place.Association, to: Data.Now().Today.AddDays(-1));

        Assert.True((await host.EraseAsync(former)).Succeeded);

        Assert.Equal(1, await Brink.DbAsync(db => db.RoleHoldings.CountAsync(h => h.PersonId == former.Id)));
        using var browser = Brink.Browser(await Data.AdministratorAsync());
        await browser.OpenAsync("/beheer/mensen?zoek=");
        Assert.DoesNotContain(former.Name, browser.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.AskAsync($"/beheer/mensen/{former.Id}")).StatusCode);
    }

    [Fact]
    public async Task Erase_NeedsAFreshSignIn()
    {
        var person = await Data.PersonAsync();
        using var browser = Brink.Browser(person);
        Brink.Time.Advance(TimeSpan.FromHours(1));

        foreach (var address in new[] { AccountLinks.Erase, AccountLinks.EraseCheck, AccountLinks.OwnDataAll })
        {
            await browser.OpenAsync(address);
            Assert.Contains("Log nog een keer in", browser.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task MailAddress_OfWhoWasErased_BeginsAnewAsSomebodyElse()
    {
        var person = await Data.PersonAsync();
        var mail = person.Email!;
        Assert.True((await host.EraseAsync(person)).Succeeded);
        Assert.True((await host.EraseAsync(person)).Succeeded);

        var anew = await Data.SaveAsync(db =>
        {
            var made = Person.WithMail("Weer terug", mail, Brink.Time.GetUtcNow());
            db.People.Add(made);
            return Task.FromResult(made);
        });

        Assert.NotEqual(person.Id, anew.Id);
        Assert.Equal(
            1,
            await Brink.DbAsync(db =>
                db.Journal.CountAsync(e => e.Verb == AccountVerbs.Erased && e.PersonId == person.Id)
            )
        );
    }

    [Fact]
    public async Task SignInLink_OfWhoWasErased_LeadsNowhere()
    {
        var person = await Data.PersonAsync();
        await Brink.DbAsync(async db =>
        {
            db.MailMessages.Add(MailMessage.SignIn(person.Id, Brink.Time.GetUtcNow()));
            await db.SaveChangesAsync();
        });
        host.Mail.Clear();
        await host.EmptyAsync();
        var text = Assert.Single(host.Mail.To(person)).Text;
        var link = text[text.IndexOf("/inloggen/link/", StringComparison.Ordinal)..].Split('\n')[0].Trim();

        Assert.True((await host.EraseAsync(person)).Succeeded);

        Assert.Equal(HttpStatusCode.BadRequest, (await Brink.Browser().AskAsync(link)).StatusCode);
    }

    private async Task ChooseAndEraseAsync(Person person, WordsChoice words)
    {
        using var browser = Brink.Browser(person);
        await browser.OpenAsync($"{AccountLinks.EraseCheck}?Words={words}");
        await browser.SubmitAsync("Verwijder mijn gegevens");
        Assert.Contains("Uw gegevens zijn verwijderd", browser.Text, StringComparison.Ordinal);
    }

    private Task NameAsync(long contributionId) =>
        Data.SaveAsync(async db =>
        {
            (await db.Contributions.SingleAsync(c => c.Id == contributionId)).NameIsPublic = true;
            return true;
        });

    private Task<string[]> JournalOfAsync(long id) =>
        Brink.DbAsync(db =>
            db.Journal.Where(e => e.SubjectId == id)
                .OrderBy(e => e.Id)
                .Select(e => e.Verb + e.PersonId + e.About)
                .ToArrayAsync()
        );

    /// <summary>Follows, links with consents, and mail that still has to go.</summary>
    private Task<(int, int, int)> WhatIsKeptAsync(Person person) =>
        Brink.DbAsync(async db =>
            (
                await db.Follows.CountAsync(f => f.PersonId == person.Id),
                await db.AccessLinks.CountAsync(l => l.PersonId == person.Id)
                    + await db.Consents.CountAsync(c => c.PersonId == person.Id),
                await db.DigestLines.CountAsync(l => l.PersonId == person.Id)
                    + await db.MailMessages.CountAsync(m => m.PersonId == person.Id && m.State == MailState.Waiting)
            )
        );

    private async Task<string> AddPhotoAsync(long id)
    {
        var store = Brink.Services.GetRequiredService<IFileStore>();
        var hash = await store.SaveAsync(PhotoMetadata.Strip(TestPhotos.Png(77)).Content);
        await Data.SaveAsync(async db =>
        {
            var subject = await db.Subjects.Include(s => s.Files).SingleAsync(s => s.Id == id);
            subject.Files.Add(
                new SubjectFile
                {
                    Hash = hash,
                    ContentType = ContentType.Png,
                    Length = 10,
                }
            );
            return true;
        });
        return hash;
    }
}
