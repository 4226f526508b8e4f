using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Dossiers;

/// <summary>First in confidence (C10): named readers only, each opening logged, and it ends by itself.</summary>
public sealed class ConfidenceTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
{
    private static int numbered;

    /// <summary>Of this test alone, so that what another test made public is not found here.</summary>
    private string Word { get; } = $"zonneakkers{Interlocked.Increment(ref numbered)}x";
    private string Title => "Een stil plan met " + Word;

    private TestData Data { get; } = new(host);
    private Place Place { get; set; } = null!;
    private Organisation Umbrella { get; set; } = null!;
    private Person Officer { get; set; } = null!;
    private Person Reader { get; set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Place = await Data.PlaceAsync();
        Officer = await Data.HolderAsync(Role.PolicyOfficer, Place.Municipality);
        Umbrella = await Data.OrganisationAsync(OrganisationKind.Umbrella);
        Reader = await Data.HolderAsync(Role.Chair, Umbrella);
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task ForEverybodyElse_ItIsNotThere()
    {
        var dossier = await BeginAsync();
        var address = Address(dossier);
        var board = await Data.HolderAsync(Role.Secretary, Umbrella);
        var administrator = await Data.AdministratorAsync();

        foreach (
            var person in new[]
            {
                null,
                board,
                administrator,
                Place.Liaison,
                Place.ContactPerson,
                await Data.PersonAsync(),
            }
        )
        {
            foreach (var one in new[] { address, DossierLinks.Whole(dossier.Id), DossierLinks.Feed(dossier.Id) })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await host.Browser(person).AskAsync(one)).StatusCode);
            }

            if (person is not null)
            {
                foreach (var act in new[] { "vertrouwelijk", "terugzeggen", "aanpassen", "geopend", "stap" })
                {
                    Assert.Equal(
                        HttpStatusCode.NotFound,
                        (await host.Browser(person).AskAsync(DossierLinks.Act(dossier.Id, act))).StatusCode
                    );
                }

                Assert.Equal(
                    HttpStatusCode.NotFound,
                    (await host.Browser(person).AskAsync(DossierLinks.Follow(dossier.Id))).StatusCode
                );
            }
        }

        Assert.Equal(HttpStatusCode.OK, (await host.Browser(Reader).AskAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await host.Browser(Officer).AskAsync(address)).StatusCode);
    }

    [Fact]
    public async Task Erasing_AReader_KeepsTheRoleAndTakesNameAndWords()
    {
        var dossier = await BeginAsync();
        await host.Browser(Reader).OpenAsync(Address(dossier));
        var browser = await host.Browser(Reader).OpenAsync(DossierLinks.SayBack(dossier.Id));
        await browser.SubmitAsync("Verstuur", fields: ("Uw woorden", "Alleen tussen ons."));
        await host.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Brink.Platform.Database.BrinkDb>();
            var own = new DossierOwnData();
            var texts = services.GetRequiredService<Brink.Platform.Localisation.Texts>();
            var before = await own.ReadAsync(db, texts, Reader.Id, default);
            Assert.Contains(before.Rows, row => row.Any(fact => fact.Value == "Alleen tussen ons."));
            await own.EraseAsync(db, Reader.Id, wordsToo: false, Data.Now(), default);
            db.Journal.Add(Brink.Features.Journal.JournalEntry.General(AccountVerbs.JournalRead, Data.Now()));
            await db.SaveChangesAsync();
            var after = await own.ReadAsync(db, texts, Reader.Id, default);
            Assert.DoesNotContain(after.Rows, row => row.Any(fact => fact.Value == "Alleen tussen ons."));
            return true;
        });

        var log = await host.Browser(Officer).OpenAsync(DossierLinks.Confidence(dossier.Id));

        Assert.Contains("Voorzitter van " + Umbrella.Name, log.Text, StringComparison.Ordinal);
        Assert.Contains("weggehaald door wie ze schreef", log.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser(Reader).AskAsync(Address(dossier))).StatusCode);
    }

    [Fact]
    public async Task EachOpening_IsLogged_ForOfficersAndReaders()
    {
        var dossier = await BeginAsync();
        await host.Browser(Reader).OpenAsync(Address(dossier));
        await host.Browser(Reader).OpenAsync(Address(dossier));
        await host.Browser(Officer).OpenAsync(Address(dossier));

        foreach (var person in new[] { Officer, Reader })
        {
            var log = await host.Browser(person).OpenAsync(DossierLinks.Confidence(dossier.Id));
            Assert.Equal(2, log.Page.QuerySelectorAll("section[aria-labelledby=geopend] li").Length);
            Assert.Contains(Reader.Name, log.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task WhoNoLongerSpeaksForTheOrganisation_NoLongerReads()
    {
        var dossier = await BeginAsync();
        await host.DbAsync(async db =>
        {
            await db
                .RoleHoldings.Where(h => h.PersonId == Reader.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(h => h.To, Data.Now().Today.AddDays(-1)));
        });

        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser(Reader).AskAsync(Address(dossier))).StatusCode);
    }

    [Fact]
    public async Task WhatAReaderSaysBack_IsForTheOfficersAndTheReader_AlsoAfterIt()
    {
        var dossier = await BeginAsync();
        var browser = await host.Browser(Reader).OpenAsync(DossierLinks.SayBack(dossier.Id));
        await browser.SubmitAsync("Verstuur", HttpStatusCode.BadRequest);
        Assert.Contains("Schrijf wat u wilt zeggen.", browser.Text, StringComparison.Ordinal);
        await browser.SubmitAsync("Verstuur", fields: ("Uw woorden", "Dit valt verkeerd in de dorpen."));
        Assert.Contains("Dit valt verkeerd", browser.Text, StringComparison.Ordinal);
        Assert.Contains(
            "Dit valt verkeerd",
            (await host.Browser(Officer).OpenAsync(DossierLinks.Confidence(dossier.Id))).Text,
            StringComparison.Ordinal
        );
        var officer = await host.Browser(Officer).OpenAsync(DossierLinks.Confidence(dossier.Id));
        await officer.SubmitAsync("Maak het dossier nu openbaar");

        foreach (
            var address in new[]
            {
                Address(dossier),
                DossierLinks.Feed(dossier.Id),
                "/api/v1/dossiers",
                $"/dorpen/{Place.Village.Id}/feed",
            }
        )
        {
            Assert.DoesNotContain(
                "verkeerd",
                (await host.Browser(Place.ContactPerson).OpenAsync(address)).Body,
                StringComparison.Ordinal
            );
        }

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await host.Browser(Place.ContactPerson).AskAsync(DossierLinks.Confidence(dossier.Id))).StatusCode
        );
    }

    [Fact]
    public async Task Afterwards_EverybodyReadsThatItTookPlace_FromWhenToWhen_AndWithWhom()
    {
        var dossier = await BeginAsync();
        var officer = await host.Browser(Officer).OpenAsync(DossierLinks.Confidence(dossier.Id));
        await officer.SubmitAsync("Maak het dossier nu openbaar");
        Assert.Contains("Het dossier staat online", officer.Text, StringComparison.Ordinal);

        var visitor = await host.Browser().OpenAsync(Address(dossier));

        Assert.Contains("Eerst in vertrouwen besproken", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Voorzitter van " + Umbrella.Name, visitor.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Reader.Name, visitor.Text, StringComparison.Ordinal);
        Assert.Contains("lag dit plan in vertrouwen voor", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("Uitgenodigd per mail", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawn_TellsThatThereWasAPlan_AndNotWhich()
    {
        var dossier = await BeginAsync();
        var officer = await host.Browser(Officer).OpenAsync(DossierLinks.Confidence(dossier.Id));
        await officer.SubmitAsync("Trek het dossier in");

        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser(Reader).AskAsync(Address(dossier))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Browser().AskAsync(Address(dossier))).StatusCode);
        var early = await host.Browser().OpenAsync(DossierLinks.Early);
        Assert.Contains("Een plan dat daarna is ingetrokken", early.Text, StringComparison.Ordinal);
        Assert.Contains(Umbrella.Name, early.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, early.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AfterConfidence.Opens, DossierState.Open)]
    [InlineData(AfterConfidence.IsWithdrawn, DossierState.Withdrawn)]
    public async Task TheNightAfterTheLastDay_DoesWhatWasChosen_AndNotBefore(AfterConfidence then, DossierState after)
    {
        var dossier = await BeginAsync(then);
        var start = host.Time.GetUtcNow();
        try
        {
            host.Time.Advance(TimeSpan.FromDays(14));
            await NightAsync();
            Assert.Equal(DossierState.InConfidence, await StateAsync(dossier));
            host.Time.Advance(TimeSpan.FromDays(1));
            await Task.WhenAll(NightAsync(), NightAsync(), NightAsync());

            Assert.Equal(after, await StateAsync(dossier));
            Assert.Equal(
                after == DossierState.Open ? 1 : 0,
                await host.DbAsync(db => db.DossierInvitations.CountAsync(i => i.DossierId == dossier.Id))
            );
        }
        finally
        {
            host.Time.SetTo(start);
        }
    }

    private Task NightAsync() =>
        host.DbAsync(db => host.Services.GetRequiredService<DossierNights>().RunAsync(db, CancellationToken.None));

    private Task<DossierState> StateAsync(Dossier dossier) =>
        host.DbAsync(db => db.Dossiers.Where(d => d.Id == dossier.Id).Select(d => d.State).SingleAsync());

    private Task<Dossier> BeginAsync(AfterConfidence then = AfterConfidence.Opens) =>
        DossierExamples.InConfidenceAsync(Data, Place, Officer, Reader, Umbrella, then, Title);

    private static string Address(Dossier dossier) => DossierLinks.Show(dossier.Id, dossier.Subject.Slug);
}
