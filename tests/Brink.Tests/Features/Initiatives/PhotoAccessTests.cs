using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Brink.Platform.Files;
using Brink.Tests.Platform.Files;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Initiatives;

/// <summary>A photo is seen by who may see the idea it belongs to, and kept by no cache before everyone may.</summary>
public sealed class PhotoAccessTests(BrinkHost host) : IClassFixture<BrinkHost>
{
    private readonly TestData data = new(host);

    [Fact]
    public async Task Photo_OfAnIdeaThatIsNotConfirmed_IsForItsSenderAndWhoMayConfirmItOnly()
    {
        var (place, sender) = (await data.PlaceAsync(), await data.PersonAsync());
        var idea = await data.UnconfirmedInitiativeAsync(place, sender);
        var photo = await AddPhotoAsync(idea);

        foreach (var nobody in new[] { null, await data.PersonAsync(), (await data.PlaceAsync()).ContactPerson })
        {
            await AssertAsync(nobody, photo, HttpStatusCode.NotFound);
        }

        foreach (var somebody in new[] { sender, place.ContactPerson, place.Liaison })
        {
            var answer = await AssertAsync(somebody, photo, HttpStatusCode.OK);
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.False(answer.Headers.CacheControl.Public);
        }

        // What was looked at by who may, is still not there for who may not.
        await AssertAsync(null, photo, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Photo_OfAPublicIdea_IsForEveryone_UntilItIsWithdrawn()
    {
        var (place, sender) = (await data.PlaceAsync(), await data.PersonAsync());
        var idea = await data.InitiativeAsync(place, sender);
        var photo = await AddPhotoAsync(idea);

        var answer = await AssertAsync(null, photo, HttpStatusCode.OK);
        Assert.True(answer.Headers.CacheControl!.Public);
        Assert.Equal("image/png", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());

        await host.DbAsync(async db =>
        {
            var mine = await db
                .Initiatives.Include(i => i.Subject)
                    .ThenInclude(s => s.Promises)
                .SingleAsync(i => i.Id == idea.Id);
            mine.Withdraw(data.Now(sender.Id));
            await db.SaveChangesAsync();
        });
        await AssertAsync(null, photo, HttpStatusCode.NotFound);
        await AssertAsync(await data.PersonAsync(), photo, HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Photo_AskedUnderAnotherIdea_IsAbsent()
    {
        var (place, sender) = (await data.PlaceAsync(), await data.PersonAsync());
        var hidden = await data.UnconfirmedInitiativeAsync(place, sender);
        var shown = await data.InitiativeAsync(place, sender);
        var photo = await AddPhotoAsync(hidden);

        await AssertAsync(
            null,
            photo.Replace($"/{hidden.Id}/", $"/{shown.Id}/", StringComparison.Ordinal),
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task Photo_FromAnotherMunicipality_IsAbsent()
    {
        var elsewhere = await host.AddMunicipalityAsync("Fotoveen", "fotoveen.example");
        var idea = await data.InitiativeAsync(await data.PlaceAsync(), await data.PersonAsync());
        var photo = await AddPhotoAsync(idea);

        using var browser = host.Browser(tenant: elsewhere);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.AskAsync(photo)).StatusCode);
    }

    private async Task<HttpResponseMessage> AssertAsync(Person? person, string photo, HttpStatusCode expected)
    {
        using var browser = host.Browser(person);
        foreach (var size in new[] { "?breedte=320", "?breedte=9999", "" })
        {
            var answer = await browser.AskAsync(photo + size);
            Assert.True(answer.StatusCode == expected, $"{photo}{size} gave {(int)answer.StatusCode}");
        }

        return browser.Response;
    }

    private async Task<string> AddPhotoAsync(Initiative idea)
    {
        var content = PhotoMetadata.Strip(TestPhotos.Png()).Content!;
        var hash = await host.Services.GetRequiredService<IFileStore>().SaveAsync(content);
        var file = await data.SaveAsync(db =>
        {
            var added = new SubjectFile
            {
                SubjectId = idea.Id,
                Hash = hash,
                ContentType = ContentType.Png,
                Length = content.Length,
            };
            db.SubjectFiles.Add(added);
            return Task.FromResult(added);
        });
        return $"/initiatieven/{idea.Id}/foto/{file.Id}";
    }
}
