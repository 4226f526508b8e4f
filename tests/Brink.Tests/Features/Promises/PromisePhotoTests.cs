using System.Net;
using System.Text;
using Brink.Features.Accounts.Privacy;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Tests.Platform.Files;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Promises;

/// <summary>A photo shows that a promise was kept (G3).</summary>
public sealed class PromisePhotoTests(BrinkHost host) : PromisesByHand(host)
{
    [Fact]
    public async Task Keep_WithAPhoto_ShowsItAtThePromise_AndNotAmongThePicturesOfTheInitiative()
    {
        var made = await MadeAsync();

        using var kept = await KeepAsync(Place.Liaison, made.Id, TestPhotos.Jpeg());

        Assert.Equal(HttpStatusCode.Found, kept.Response.StatusCode);
        using var anyone = Host.Browser();
        await anyone.OpenAsync(PromiseLinks.Show(made.Id));
        Assert.Contains("Waaraan men het ziet", anyone.Text, StringComparison.Ordinal);
        Assert.NotNull(
            anyone.Page.QuerySelector($"main img[alt='Een hek bij de vijver'][src^='{PromiseLinks.Photo(made.Id)}']")
        );
        var answer = await anyone.AskAsync(PromiseLinks.Photo(made.Id));
        Assert.Equal("image/jpeg", answer.Content.Headers.ContentType!.MediaType);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.DoesNotContain(TestPhotos.Secret, Encoding.Latin1.GetString(bytes), StringComparison.Ordinal);
        // Neither its page nor a list takes it for a picture of the initiative.
        Assert.False(await Host.DbAsync(db => db.SubjectFiles.AnyAsync(f => f.SubjectId == Initiative.Id)));
        await anyone.OpenAsync(SubjectLinks.Of(SubjectKind.Initiative, Initiative.Id, Initiative.Subject.Slug));
        Assert.Null(anyone.Page.QuerySelector("main img.brink-picture"));
    }

    [Fact]
    public async Task Keep_WithWhatIsNoPhoto_IsRefused_AndNothingTypedIsLost()
    {
        var made = await MadeAsync();

        using var refused = await KeepAsync(Place.Liaison, made.Id, [.. "<html>"u8]);

        Assert.Equal(HttpStatusCode.BadRequest, refused.Response.StatusCode);
        Assert.Contains("Het hek staat.", refused.Body, StringComparison.Ordinal);
        Assert.Contains("Een hek bij de vijver", refused.Body, StringComparison.Ordinal);
        Assert.Equal(PromiseState.Open, (await ReadAsync(made.Id)).State);
    }

    [Fact]
    public async Task Photo_IsSeenByWhoMaySeeWhatThePromiseIsAbout()
    {
        var made = await MadeAsync();
        using var browser = Host.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await browser.AskAsync(PromiseLinks.Photo(made.Id))).StatusCode);
        using var kept = await KeepAsync(Place.Liaison, made.Id, TestPhotos.Png());
        Assert.Equal(HttpStatusCode.OK, (await browser.AskAsync(PromiseLinks.Photo(made.Id))).StatusCode);

        await Data.SaveAsync(async db =>
        {
            (await db.Subjects.SingleAsync(s => s.Id == Initiative.Id)).Show(Visibility.Withdrawn);
            return true;
        });

        Assert.Equal(HttpStatusCode.NotFound, (await browser.AskAsync(PromiseLinks.Photo(made.Id))).StatusCode);
    }

    [Fact]
    public async Task Erase_OfAResidentsOwnWords_TakesThePhotoToo()
    {
        var made = await Data.SaveAsync(async db =>
            Promise.Make(
                await db.Subjects.SingleAsync(s => s.Id == Initiative.Id),
                PromiseKind.Agreed,
                new Party(null, Initiator.Id),
                new Party(Place.Municipality.Id, null),
                Data.Now().Today.AddDays(5),
                Data.Now(Initiator.Id),
                "Ik zet het hek terug"
            )
        );
        using var kept = await KeepAsync(Initiator, made.Id, TestPhotos.WebP());
        var hash = await Host.DbAsync(db =>
            db.PromisePhotos.Where(p => p.PromiseId == made.Id).Select(p => p.Hash).SingleAsync()
        );
        Assert.Equal([hash], await InUseAsync(hash));

        await Host.InsideAsync(services =>
            services
                .GetRequiredService<Erasing>()
                .EraseAsync(
                    services.GetRequiredService<BrinkDb>(),
                    Initiator.Id,
                    new Farewell(WordsToo: true, HandOver: false),
                    Data.Now(Initiator.Id),
                    default
                )
        );

        Assert.Empty(await InUseAsync(hash));
        using var anyone = Host.Browser();
        Assert.Equal(HttpStatusCode.NotFound, (await anyone.AskAsync(PromiseLinks.Photo(made.Id))).StatusCode);
        Assert.Null(
            await Host.InsideAsync(services =>
                Task.FromResult(services.GetRequiredService<Brink.Platform.Files.IFileStore>().Open(hash))
            )
        );
    }

    private Task<string[]> InUseAsync(string hash) =>
        Host.DbAsync(db =>
            db.Database.SqlQuery<string>($"SELECT hash AS \"Value\" FROM files_in_use({new[] { hash }})").ToArrayAsync()
        );

    private async Task<TestBrowser> KeepAsync(Brink.Features.Accounts.Person person, long promise, byte[] photo)
    {
        var browser = await Host.Browser(person).OpenAsync(PromiseLinks.Keep(promise));
        var request = browser.Form(
            "Toezegging is nagekomen",
            ("Waaraan ziet men dat?", "Het hek staat."),
            ("Wat staat er op de foto?", "Een hek bij de vijver")
        );
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(photo), "Photo", "hek.jpg");
        await browser.SendAsync(request);
        return browser;
    }
}
