using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Dossiers;

/// <summary>What is in confidence is in no list, search, feed, interface, file or log (C10).</summary>
public sealed class ConfidentialNowhereTests(BrinkHost host) : IClassFixture<BrinkHost>, IAsyncLifetime
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
    public async Task NothingOfIt_IsAnywhereElse()
    {
        await BeginAsync();
        await DossierExamples.OpenAsync(Data, Place, Officer, "Een open plan");
        string[] addresses =
        [
            "/",
            "/zoeken?q=" + Word,
            DossierLinks.List,
            DossierLinks.List + "?zoek=" + Word,
            DossierLinks.InVillage(Place.Village.Id),
            DossierLinks.Early,
            DossierLinks.ListFeed,
            "/api/v1/dossiers",
            "/api/v1/dossiers?zoek=" + Word,
            $"/dorpen/{Place.Village.Id}-{Place.Village.Subject!.Slug}",
            $"/dorpen/{Place.Village.Id}/feed",
            "/sitemap.xml",
            "/initiatieven",
            "/signalen",
            "/bereik",
        ];
        foreach (var person in new[] { null, Place.ContactPerson, Place.Liaison, Reader })
        {
            foreach (var address in addresses)
            {
                var browser = host.Browser(person);
                await browser.AskAsync(address);
                Assert.DoesNotContain("met " + Word, browser.Body, StringComparison.OrdinalIgnoreCase);
                // The search field says again what was searched for.
                if (!address.Contains(Word, StringComparison.Ordinal))
                {
                    Assert.DoesNotContain(Word, browser.Body, StringComparison.OrdinalIgnoreCase);
                }
            }
        }

        var list = await host.Browser(Place.ContactPerson).OpenAsync(DossierLinks.InVillage(Place.Village.Id));
        Assert.Contains("1 plan", list.Text, StringComparison.Ordinal);
        foreach (var person in new[] { Place.ContactPerson, Place.Liaison })
        {
            Assert.DoesNotContain(
                Word,
                (await host.Browser(person).OpenAsync("/mijn")).Text,
                StringComparison.OrdinalIgnoreCase
            );
        }
    }

    [Fact]
    public async Task VillageFileLogbookAndLinks_DoNotHoldIt()
    {
        var dossier = await BeginAsync();
        var open = await DossierExamples.OpenAsync(Data, Place, Officer, "Een open plan om te verbinden");
        var administrator = await Data.AdministratorAsync();
        var number = dossier.Id.ToString(System.Globalization.CultureInfo.InvariantCulture);
        foreach (
            var (person, address) in new[]
            {
                (Place.Liaison, $"/dorpen/{Place.Village.Id}/overzicht"),
                (administrator, "/beheer/logboek"),
                (administrator, "/beheer/logboek?onderwerp=" + number),
                (Place.Liaison, $"/verbinden/{open.Id}?zoek={Word}"),
            }
        )
        {
            var browser = await host.Browser(person).OpenAsync(address);
            Assert.DoesNotContain("met " + Word, browser.Body, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(
                "dossier.sounded-out",
                browser.Page.QuerySelector("main table")?.TextContent ?? "",
                StringComparison.Ordinal
            );
        }

        foreach (var address in new[] { "/verbinden/" + number, "/doelgroepen/" + number })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await host.Browser(Officer).AskAsync(address)).StatusCode);
        }
    }

    private Task<Dossier> BeginAsync(AfterConfidence then = AfterConfidence.Opens) =>
        DossierExamples.InConfidenceAsync(Data, Place, Officer, Reader, Umbrella, then, Title);
}
