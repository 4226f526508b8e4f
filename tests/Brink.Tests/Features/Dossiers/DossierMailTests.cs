using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Places;
using Brink.Features.Places.TailorMade;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Dossiers;

/// <summary>Who gets which mail about a dossier, and when (C3, C10, P7).</summary>
public sealed class DossierMailTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Fact]
    public async Task Opened_InvitesTheAssociationAndTellsTheLiaison_OnTheFirstDay()
    {
        var (place, officer) = await PlaceAsync();

        await DossierExamples.OpenAsync(Data, place, officer);
        await host.EmptyAsync();

        var mail = Assert.Single(host.Mail.To(place.ContactPerson));
        Assert.Contains("Hoeveel woningen er bij komen", mail.Text, StringComparison.Ordinal);
        Assert.Contains("De wet van het Rijk", mail.Text, StringComparison.Ordinal);
        Assert.Single(host.Mail.To(place.Liaison));
        Assert.Empty(host.Mail.To(officer));
    }

    [Fact]
    public async Task AWeeklyVillage_GetsItsMailOnMonday_AndTheLiaisonAtOnce()
    {
        var (place, officer) = await PlaceAsync();
        await DossierExamples.SuitsAsync(Data, place, HowOften.Weekly, [ReachChannel.Mail]);
        await host.ForgetAsync();
        var start = host.Brink.Time.GetUtcNow();
        try
        {
            await DossierExamples.OpenAsync(Data, place, officer);
            await host.EmptyAsync();
            Assert.Empty(host.Mail.To(place.ContactPerson));
            Assert.Single(host.Mail.To(place.Liaison));

            host.Brink.Time.Advance(TimeSpan.FromDays(8));
            await host.EmptyAsync();
            Assert.Single(host.Mail.To(place.ContactPerson));
        }
        finally
        {
            host.Brink.Time.SetTo(start);
        }
    }

    [Fact]
    public async Task ATelephoneVillage_GetsNoMail_AndItsLiaisonDoes()
    {
        var (place, officer) = await PlaceAsync();
        await DossierExamples.SuitsAsync(Data, place, HowOften.AtOnce, [ReachChannel.Telephone]);
        await host.ForgetAsync();

        await DossierExamples.OpenAsync(Data, place, officer);
        await host.EmptyAsync();

        Assert.Empty(host.Mail.To(place.ContactPerson));
        Assert.Single(host.Mail.To(place.Liaison));
    }

    [Fact]
    public async Task InConfidence_OnlyReadersHear_AndOwnerAndReadersOnceBeforeTheEnd()
    {
        var (place, officer) = await PlaceAsync();
        var umbrella = await Data.OrganisationAsync(OrganisationKind.Umbrella);
        var reader = await Data.HolderAsync(Role.Chair, umbrella);
        var board = await Data.HolderAsync(Role.Secretary, umbrella);
        await host.ForgetAsync();
        var start = host.Brink.Time.GetUtcNow();
        try
        {
            await DossierExamples.InConfidenceAsync(Data, place, officer, reader, umbrella);
            await host.EmptyAsync();
            Assert.Contains(
                "in vertrouwen",
                Assert.Single(host.Mail.To(reader)).Text,
                StringComparison.OrdinalIgnoreCase
            );
            Nobody(place, board);
            host.Mail.Clear();

            for (var day = 0; day < 14; day++)
            {
                host.Brink.Time.Advance(TimeSpan.FromDays(1));
                await Task.WhenAll(NightAsync(), NightAsync());
                await host.EmptyAsync();
                Assert.Equal(day < 10 ? 0 : 1, host.Mail.To(officer).Count());
            }

            Assert.Single(host.Mail.To(reader));
            Nobody(place, board);
            host.Mail.Clear();

            host.Brink.Time.Advance(TimeSpan.FromDays(1));
            await NightAsync();
            await host.EmptyAsync();
            Assert.Single(host.Mail.To(place.ContactPerson));
        }
        finally
        {
            host.Brink.Time.SetTo(start);
        }
    }

    private void Nobody(Place place, Person board)
    {
        Assert.Empty(host.Mail.To(place.ContactPerson));
        Assert.Empty(host.Mail.To(place.Liaison));
        Assert.Empty(host.Mail.To(board));
    }

    private async Task<(Place Place, Person Officer)> PlaceAsync()
    {
        var place = await Data.PlaceAsync();
        var officer = await Data.HolderAsync(Role.PolicyOfficer, place.Municipality);
        await host.ForgetAsync();
        return (place, officer);
    }

    private Task NightAsync() =>
        host.Brink.DbAsync(db =>
            host.Brink.Services.GetRequiredService<DossierNights>().RunAsync(db, CancellationToken.None)
        );
}
