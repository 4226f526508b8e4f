using System.Net;
using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Subjects;
using Brink.Platform.Files;
using Brink.Tests.Platform.Files;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Initiatives.HandIn;

/// <summary>What nobody confirms goes, with all it says of people; what is known from elsewhere stays.</summary>
public sealed class UnconfirmedIdeasTests(HandInHost handIn) : IClassFixture<HandInHost>
{
    private static readonly TimeSpan Term = new Brink.Platform.Tenancy.KeepingTerms().ToConfirm;

    private BrinkHost Host => handIn.Host;

    [Fact]
    public async Task Idea_NeverConfirmed_LosesWordsPhotosAndSender_AndStaysInTheJournal()
    {
        var browser = await handIn.HandInAsync("vergeten@idee.example", "Het plan van Truus");
        Assert.Contains(
            "Dan halen we uw naam, mailadres, foto's en tekst weg.",
            browser.Text,
            StringComparison.Ordinal
        );
        var receipt = browser.Address;
        var idea = await handIn.InitiativeOfAsync("vergeten@idee.example");
        var sender = idea.Contribution!.ByPersonId!.Value;
        var link = await handIn.MailedLinkAsync(idea.Id);
        var hash = await AddPhotoAsync(idea.Id, 11);
        var store = Host.Services.GetRequiredService<IFileStore>();

        Host.Time.Advance(Term - TimeSpan.FromHours(1));
        await RunAsync();
        Assert.Equal("Het plan van Truus", (await LoadAsync(idea.Id)).Subject.Title);

        Host.Time.Advance(TimeSpan.FromHours(2));
        await RunAsync();
        await RunAsync();

        var left = await LoadAsync(idea.Id);
        Assert.Equal(
            ["", Brink.Platform.Text.Slug.From(""), "", "", "", "", "", ""],
            [
                left.Subject.Title,
                left.Subject.Slug,
                left.Subject.SearchText,
                left.What,
                left.Why,
                left.Companions,
                left.GroupName,
                left.PlaceNote,
            ]
        );
        Assert.Equal(Visibility.Unconfirmed, left.Subject.Visibility);
        Assert.Empty(left.Subject.Files);
        Assert.Null(store.Open(hash));
        var person = await Host.DbAsync(db => db.People.AsNoTracking().SingleAsync(p => p.Id == sender));
        Assert.Equal(("", null, null), (person.Name, person.Email, person.PhoneNumber));
        Assert.DoesNotContain(
            "vergeten",
            person.UserName + person.NormalizedUserName,
            StringComparison.OrdinalIgnoreCase
        );
        var verbs = await Host.DbAsync(db =>
            db.Journal.Where(e => e.SubjectId == idea.Id).OrderBy(e => e.Id).Select(e => e.Verb).ToArrayAsync()
        );
        Assert.Equal([InitiativeVerbs.HandedIn, InitiativeVerbs.Forgotten], verbs);
        Assert.Equal(HttpStatusCode.NotFound, (await Host.Browser().AskAsync(link)).StatusCode);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await Host.Browser().AskAsync(InitiativeLinks.Show(idea.Id, "het-plan-van-truus"))).StatusCode
        );
        Assert.Equal(HttpStatusCode.NotFound, (await Host.Browser().AskAsync(receipt)).StatusCode);

        // The address is free again: who comes back is somebody new.
        await handIn.HandInAsync("vergeten@idee.example", "Opnieuw begonnen");
        Assert.NotEqual(
            sender,
            (await handIn.InitiativeOfAsync("vergeten@idee.example")).Contribution!.ByPersonId!.Value
        );
    }

    [Fact]
    public async Task Idea_ByTelephone_LosesTheNumberToo()
    {
        var browser = await handIn.HandInAsync("0593 11 22 33", "Gebeld");
        Assert.Contains(
            "Dan halen we uw naam, telefoonnummer, foto's en tekst weg.",
            browser.Text,
            StringComparison.Ordinal
        );

        Host.Time.Advance(Term + TimeSpan.FromHours(1));
        await RunAsync();

        Assert.False(await Host.DbAsync(db => db.People.AnyAsync(p => p.PhoneNumber == "0593 11 22 33")));
    }

    [Fact]
    public async Task Sender_KnownFromSomethingElse_StaysKnown()
    {
        await handIn.HandInAsync("bekend@idee.example", "Het eerste");
        var first = await handIn.InitiativeOfAsync("bekend@idee.example");
        using var browser = Host.Browser();
        await browser.OpenAsync(await handIn.MailedLinkAsync(first.Id));
        await browser.SubmitAsync("Ja, zet mijn idee online");
        await handIn.HandInAsync("bekend@idee.example", "Het tweede");

        Host.Time.Advance(Term + TimeSpan.FromHours(1));
        await RunAsync();

        var titles = await Host.DbAsync(db =>
            db.Contributions.Where(c => c.ByPerson!.Email == "bekend@idee.example")
                .OrderBy(c => c.Id)
                .Select(c => c.Subject!.Title)
                .ToArrayAsync()
        );
        Assert.Equal(["Het eerste", ""], titles);
    }

    [Fact]
    public async Task Photo_ThatStandsWithSomethingElseToo_Stays()
    {
        var elsewhere = await Host.AddMunicipalityAsync("Buurveen", "buurveen.example");
        var there = new TestData(Host, elsewhere);
        var other = await there.InitiativeAsync(await there.PlaceAsync(), await there.PersonAsync());
        await handIn.HandInAsync("samen@idee.example");
        var idea = await handIn.InitiativeOfAsync("samen@idee.example");
        var hash = await AddPhotoAsync(idea.Id, 12);
        await there.SaveAsync(db =>
        {
            db.SubjectFiles.Add(Row(other.Id, hash));
            return Task.FromResult(true);
        });

        Host.Time.Advance(Term + TimeSpan.FromHours(1));
        await RunAsync();

        Assert.Empty((await LoadAsync(idea.Id)).Subject.Files);
        await using var kept = Host.Services.GetRequiredService<IFileStore>().Open(hash);
        Assert.NotNull(kept);
    }

    [Fact]
    public async Task Idea_WithANewLink_HasAsLongAsThatLink()
    {
        await handIn.HandInAsync("laat@idee.example", "Net op tijd");
        var idea = await handIn.InitiativeOfAsync("laat@idee.example");
        Host.Time.Advance(Term + TimeSpan.FromHours(1));
        var link = await handIn.MailedLinkAsync(idea.Id);

        await RunAsync();
        using var browser = Host.Browser();
        await browser.OpenAsync(link);
        await browser.SubmitAsync("Ja, zet mijn idee online");

        Assert.Equal(Visibility.Public, (await LoadAsync(idea.Id)).Subject.Visibility);
    }

    private Task RunAsync() =>
        Host.InsideAsync(async services =>
        {
            await services
                .GetRequiredService<UnconfirmedIdeas>()
                .RunAsync(services.GetRequiredService<Brink.Platform.Database.BrinkDb>(), default);
            return true;
        });

    private Task<Initiative> LoadAsync(long id) =>
        Host.DbAsync(db =>
            db.Initiatives.AsNoTracking().Include(i => i.Subject).ThenInclude(s => s.Files).SingleAsync(i => i.Id == id)
        );

    private async Task<string> AddPhotoAsync(long id, uint width)
    {
        var hash = await Host
            .Services.GetRequiredService<IFileStore>()
            .SaveAsync(PhotoMetadata.Strip(TestPhotos.Png(width)).Content);
        await handIn.Data.SaveAsync(db =>
        {
            db.SubjectFiles.Add(Row(id, hash));
            return Task.FromResult(true);
        });
        return hash;
    }

    private static SubjectFile Row(long id, string hash) =>
        new()
        {
            SubjectId = id,
            Hash = hash,
            ContentType = ContentType.Png,
            Length = 1,
        };
}
