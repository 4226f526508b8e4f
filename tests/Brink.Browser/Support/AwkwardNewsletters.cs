using Brink.Tests.Features.Newsletters;

namespace Brink.Browser.Support;

/// <summary>Newsletters with nothing in them, with hundreds of parts, and with very long words.</summary>
public sealed partial class AwkwardData
{
    public long EmptyNewsletter { get; private set; }

    /// <summary>Of an initiative with a very long title, one that was hidden since, and headings.</summary>
    public long FullNewsletter { get; private set; }

    public long SentNewsletter { get; private set; }
    public string SentNewsletterSlug { get; } = "nieuws";

    public Task<long> FirstItemAsync() =>
        host.DbAsync(db =>
            Task.FromResult(
                db.NewsletterItems.Where(i => i.NewsletterId == FullNewsletter && i.SubjectId == Rich.Id)
                    .Select(i => i.Id)
                    .Single()
            )
        );

    private async Task FillNewslettersAsync()
    {
        var chosen = await host.DbAsync(db =>
            Task.FromResult(
                db.Initiatives.Where(i => i.Subject.Visibility == Brink.Features.Subjects.Visibility.Public)
                    .OrderBy(i => i.Id)
                    .Select(i => i.Id)
                    .Take(40)
                    .ToArray()
            )
        );
        EmptyNewsletter = await data.DraftAsync(Full, $"{LongWord} {LongWord}", [], Full.Village.Id);
        FullNewsletter = await data.DraftAsync(
            Full,
            "Alles wat er gebeurde, op een rij",
            [.. chosen, Unconfirmed.Id],
            Full.Village.Id
        );
        SentNewsletter = await data.SentAsync(host, Full, "Nieuws", [Rich.Id, Answered.Id, Fresh.Id]);
        await data.SubscribeAsync(Initiator);
        await data.SaveAsync(db =>
        {
            var resting = db.NewsletterSubscriptions.Single(s => s.PersonId == Initiator.Id);
            NewslettersMade.Must(resting.Rest(data.Now().At));
            return Task.FromResult(true);
        });
    }
}
