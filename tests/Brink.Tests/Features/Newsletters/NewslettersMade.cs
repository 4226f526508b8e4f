using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Newsletters;
using Brink.Features.Notices;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Tests.Features.Notices;
using Brink.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Brink.Tests.Features.Newsletters;

/// <summary>Newsletters, readers and what to tell them.</summary>
public static class NewslettersMade
{
    /// <summary>Somebody who gets the newsletter for everyone, or those for these places.</summary>
    public static async Task<Person> ReaderAsync(this TestData data, string name, params long[] places)
    {
        var person = await data.PersonAsync(name);
        await data.SubscribeAsync(person, places);
        return person;
    }

    public static Task SubscribeAsync(this TestData data, Person person, params long[] places) =>
        data.SaveAsync(async db =>
        {
            Must(
                await Subscribing.ChooseAsync(
                    db,
                    person.Id,
                    new Wishes(places.Length == 0, places),
                    data.Now().At,
                    TestContext.Current.CancellationToken
                )
            );
            return true;
        });

    /// <summary>An initiative that everybody sees and that something happened to.</summary>
    public static async Task<Initiative> HappenedAsync(this TestData data, Place place, string title) =>
        await data.InitiativeAsync(place, await data.PersonAsync(), title);

    /// <param name="places">Villages; none is everyone.</param>
    public static Task<long> DraftAsync(
        this TestData data,
        Place place,
        string title,
        IReadOnlyCollection<long> chosen,
        params long[] places
    ) =>
        data.SaveAsync(async db =>
        {
            var actor = data.Now(place.Liaison.Id);
            var draft = Newsletter.Begin(title, place.Municipality.Id, places, [], actor.At.AddDays(-31), actor);
            Must(draft.Write(title, "Welkom bij **dit** nummer.", "Tot de volgende.", draft.WordsVersion, actor));
            Must(draft.Choose([.. chosen.Select(id => (id, NewsGroup.Initiatives))], _ => "Initiatieven", actor));
            db.Newsletters.Add(draft);
            await Task.CompletedTask;
            return draft.Id;
        });

    public static async Task<long> SentAsync(
        this TestData data,
        BrinkHost host,
        Place place,
        string title,
        IReadOnlyCollection<long> chosen,
        params long[] places
    )
    {
        var id = await data.DraftAsync(place, title, chosen, places);
        await SendAsync(data, host, id, place.Liaison);
        return id;
    }

    public static Task SendAsync(this TestData data, BrinkHost host, long id, Person by) =>
        host.InsideAsync(async services =>
        {
            var db = services.GetRequiredService<Brink.Platform.Database.BrinkDb>();
            var draft = await db.Newsletters.Whole().SingleAsync(n => n.Id == id);
            var content = await NewsletterContent.LoadAsync(
                db,
                services.GetRequiredService<Texts>(),
                draft,
                TestContext.Current.CancellationToken
            );
            Must(draft.Send(content, content.Fingerprint, data.Now(by.Id)));
            await db.SaveChangesAsync();
            return true;
        });

    public static Task<SubscriptionState?> StateAsync(this BrinkHost host, Person person) =>
        host.DbAsync(db =>
            db.NewsletterSubscriptions.Where(s => s.PersonId == person.Id)
                .Select(s => (SubscriptionState?)s.State)
                .FirstOrDefaultAsync()
        );

    /// <summary>The program's mails of a newsletter, one for each reader.</summary>
    public static Task<MailMessage[]> MailsAsync(this BrinkHost host, long id) =>
        host.DbAsync(db =>
            db.MailMessages.AsNoTracking()
                .Where(m => m.SubjectId == id && m.Kind == MailKind.Newsletter)
                .OrderBy(m => m.NotBefore)
                .ThenBy(m => m.Id)
                .ToArrayAsync()
        );

    public static string LinkIn(string text, string path) =>
        text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.IndexOf(path, StringComparison.Ordinal) is >= 0 and var at ? word[at..] : null)
            .First(link => link is not null)!;

    public static void Must(Outcome outcome) =>
        Assert.True(outcome.Succeeded, outcome.Succeeded ? "" : outcome.Refusals[0].Message);
}
