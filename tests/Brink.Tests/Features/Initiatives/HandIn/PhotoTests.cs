using System.Net;
using Brink.Features.Initiatives.HandIn;
using Brink.Platform.Files;
using Brink.Tests.Platform.Files;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Brink.Tests.Features.Initiatives.HandIn;

public class PhotoTests(HandInHost handIn) : IClassFixture<HandInHost>
{
    private static readonly byte[] Png = TestPhotos.Png();

    private BrinkHost Host => handIn.Host;

    [Fact]
    public async Task Photo_IsPutAsideEncrypted_ShownToItsSenderOnly_AndHandedIn()
    {
        var before = await StagedAsync();
        var browser = await handIn.BeforeCheckAsync("foto@beeld.example");
        await UploadAsync(browser, Png, "<img src=x>.png");
        Assert.Equal("/idee/fotos", browser.Address);
        Assert.Contains("Foto 1", browser.Text);
        Assert.Equal(HttpStatusCode.OK, (await browser.AskAsync("/idee/fotos?handler=Photo&number=0")).StatusCode);
        Assert.NotEqual(
            HttpStatusCode.OK,
            (await Host.Browser().AskAsync("/idee/fotos?handler=Photo&number=0")).StatusCode
        );

        await browser.OpenAsync("/idee/fotos?terug=controle");
        await browser.SubmitAsync("Bewaar deze wijziging", fields: [("Wat staat erop?", "Het veldje")]);
        Assert.Contains("1 foto", browser.Text);
        var hash = Assert.Single((await StagedAsync()).Except(before, StringComparer.Ordinal));
        var store = Host.Services.GetRequiredService<IFileStore>();
        await browser.SubmitAsync("Dien mijn idee in");

        Assert.Null(store.Open(hash));
        var idea = await handIn.InitiativeOfAsync("foto@beeld.example");
        var file = await Host.DbAsync(db => db.SubjectFiles.SingleAsync(f => f.SubjectId == idea.Id));
        Assert.Equal("Het veldje", file.Description);
        Assert.Equal("image/png", file.ContentType);
        await using var kept = store.Open(file.Hash);
        Assert.NotNull(kept);
    }

    private async Task<string[]> StagedAsync()
    {
        var drafts = await Host.DbAsync(db => db.Set<Draft>().Select(draft => draft.PhotoHashes).ToArrayAsync());
        return [.. drafts.SelectMany(hashes => hashes)];
    }

    [Theory]
    [InlineData("<svg onload=alert(1)>")]
    [InlineData("%PDF-1.7")]
    public async Task Upload_OfWhatIsNoPhoto_IsRefusedInWords(string content)
    {
        var browser = await handIn.BeforeCheckAsync($"geen{content.Length}@beeld.example");
        await UploadAsync(browser, System.Text.Encoding.ASCII.GetBytes(content), "foto.png");

        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.Contains("Kies een JPEG, PNG of WebP", browser.Text);
    }

    [Fact]
    public async Task Upload_OfMoreThanFive_KeepsFiveAndSaysSo()
    {
        var browser = await handIn.BeforeCheckAsync("veel@beeld.example");
        await UploadAsync(browser, Png, "1.png", 6);

        Assert.Contains("Er passen 5 foto's bij een idee", browser.Text);
        await browser.OpenAsync("/idee/controle");
        Assert.Contains("5 foto's", browser.Text);
    }

    [Fact]
    public async Task Photo_LeftOut_IsGone()
    {
        var browser = await handIn.BeforeCheckAsync("weg@beeld.example");
        await UploadAsync(browser, Png, "1.png");
        await browser.SubmitAsync("Volgende vraag", fields: [("Laat deze foto weg", "ja")]);
        await browser.OpenAsync("/idee/controle");

        Assert.DoesNotContain("1 foto", browser.Text);
    }

    private static async Task UploadAsync(TestBrowser browser, byte[] content, string name, int times = 1)
    {
        await browser.OpenAsync("/idee/fotos");
        var request = browser.Form("Volgende vraag");
        var form = (MultipartFormDataContent)request.Content!;
        for (var time = 0; time < times; time++)
        {
            form.Add(new ByteArrayContent(content), "Photos", name);
        }

        await browser.SendAsync(request);
        if (browser.Response.Headers.Location is { } next)
        {
            await browser.OpenAsync(next.ToString());
        }
    }
}

/// <summary>A disk without room: the photo is refused in words and the rest is kept.</summary>
public class FullDiskTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Upload_WhenTheDiskIsFull_SaysSoAndKeepsTheAnswers()
    {
        await using var handIn = new HandInHost(postgres);
        handIn.Host.Configure += builder =>
            builder.Services.Replace(ServiceDescriptor.Singleton<IFileStore, FullDisk>());
        await handIn.InitializeAsync();
        var browser = await handIn.BeforeCheckAsync("vol@beeld.example");
        await browser.OpenAsync("/idee/fotos");
        var request = browser.Form("Volgende vraag");
        ((MultipartFormDataContent)request.Content!).Add(new ByteArrayContent(TestPhotos.Png()), "Photos", "1.png");
        await browser.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Response.StatusCode);
        Assert.Contains("geen plaats voor uw foto", browser.Text);
        await browser.OpenAsync("/idee/controle");
        await browser.SubmitAsync("Dien mijn idee in");
        Assert.Equal(1, await handIn.CountAsync("vol@beeld.example"));
    }

    private sealed class FullDisk : IFileStore
    {
        public Task<string> SaveAsync(ReadOnlyMemory<byte> content, CancellationToken cancellation = default) =>
            throw new StorageFullException(new IOException("No space left on device"));

        public Stream? Open(string hash) => null;

        public void Delete(string hash) { }
    }
}
