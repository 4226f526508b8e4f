using System.Net;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Tests.Support;

namespace Brink.Tests.Features.Notices;

/// <summary>A village hears at once when its shop or school is in danger (P6), from the form to the mail.</summary>
public sealed class FacilityNewsTests(NoticesHost host) : IClassFixture<NoticesHost>
{
    private TestData Data => host.Data;

    [Theory]
    [InlineData("Onder druk", "De winkel dreigt te verdwijnen.")]
    [InlineData("Gesloten", "De winkel is gesloten.")]
    public async Task Facility_AtRiskOrClosed_IsMailedToFollowersAndTheLiaison(string state, string sentence)
    {
        var (place, elsewhere, follower, daily, stranger) = (
            await Data.PlaceAsync(),
            await Data.PlaceAsync(),
            await Data.PersonAsync("Volger"),
            await Data.PersonAsync("Daagse volger"),
            await Data.PersonAsync("Volger van een ander dorp")
        );
        await FollowAsync(follower.Id, place.Village.Id, Frequency.AtOnce);
        await FollowAsync(daily.Id, place.Village.Id, Frequency.Daily);
        await FollowAsync(stranger.Id, elsewhere.Village.Id, Frequency.AtOnce);
        await host.ForgetAsync();

        await AddShopAsync(place, state);
        await host.EmptyAsync();

        foreach (var person in new[] { follower, place.Liaison })
        {
            var mail = Assert.Single(host.Mail.To(person));
            Assert.Equal($"Nieuws over '{place.Village.Subject!.Title}'", mail.Subject);
            Assert.Contains(sentence, mail.Text, StringComparison.Ordinal);
            Assert.Contains($"/dorpen/{place.Village.Id}-", mail.Text, StringComparison.Ordinal);
        }

        Assert.NotNull(host.Mail.To(follower)[0].UnsubscribeAddress);
        // Nobody else, and not the one who wrote it.
        Assert.Equal(2, host.Mail.Sent.Count);
        host.Brink.Time.Advance(TimeSpan.FromDays(1));
        await RunDigestsAsync();
        await host.EmptyAsync();
        Assert.Contains(sentence, Assert.Single(host.Mail.To(daily)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Facility_ThatIsOpen_IsMailedToFollowersOnly()
    {
        var (place, follower) = (await Data.PlaceAsync(), await Data.PersonAsync("Volger"));
        await FollowAsync(follower.Id, place.Village.Id, Frequency.AtOnce);
        await host.ForgetAsync();

        await AddShopAsync(place, "Open");
        await host.EmptyAsync();

        Assert.Contains("De winkel is open.", Assert.Single(host.Mail.Sent).Text, StringComparison.Ordinal);
        Assert.Equal(follower.Email, host.Mail.Sent[0].ToAddress);
    }

    private async Task AddShopAsync(Place place, string state)
    {
        using var browser = host.Brink.Browser(place.ContactPerson);
        await browser.OpenAsync(
            PlacesLinks.Village(place.Village.Id, place.Village.Subject!.Slug) + "/voorzieningen/nieuw"
        );
        await browser.SubmitAsync("Opslaan", HttpStatusCode.OK, ("Wat is het", "Winkel"), (state, "ja"));
    }

    private Task RunDigestsAsync() =>
        host.Brink.DbAsync(db => new Brink.Features.Notices.Jobs.Digests(host.Brink.Time).RunAsync(db, default));

    private Task FollowAsync(long person, long subject, Frequency frequency) =>
        host.Brink.DbAsync(async db =>
        {
            db.Follows.Add(
                new Follow
                {
                    SubjectId = subject,
                    PersonId = person,
                    Frequency = frequency,
                    Since = host.Brink.Time.GetUtcNow(),
                }
            );
            await db.SaveChangesAsync();
        });
}
