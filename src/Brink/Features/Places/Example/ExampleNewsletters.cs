using Brink.Features.Newsletters;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Example;

/// <summary>A newsletter that never went out, about what the example tells; it says in its title that it is an example.</summary>
internal sealed class ExampleNewsletters(BrinkDb db, ExamplePlaces places, ExamplePeople people, DateOnly today)
{
    private static readonly (string Title, NewsGroup Group, string Words)[] Told =
    [
        (
            "Voorbeeld: beweegtuin in Hijken",
            NewsGroup.Initiatives,
            "Van de 40 huizen doen er **31** mee. Er zijn nog handen nodig om de toestellen neer te zetten."
        ),
        (
            "Voorbeeld: picknicktafel langs het wandelpad bij Hooghalen",
            NewsGroup.Initiatives,
            "De tafel staat. Twaalf mensen dronken er al koffie."
        ),
        (
            "Voorbeeld: een nieuw fietspad bij Hijken",
            NewsGroup.Plans,
            "De raad stemde voor. De oversteek komt bij de school, zoals het dorp vroeg."
        ),
        (
            "Voorbeeld: één aanspreekpunt voor evenementen",
            NewsGroup.Standpoints,
            "Voor één dorpsfeest belden de dorpen met vier afdelingen. De gemeente antwoordde: vanaf januari belt u er één."
        ),
    ];

    public async Task AddAsync(CancellationToken cancellation)
    {
        var titles = Told.Select(told => told.Title).ToArray();
        var subjects = await db
            .Subjects.Where(s => titles.Contains(s.Title) && s.Visibility == Visibility.Public)
            .ToDictionaryAsync(s => s.Title, cancellation);
        var begun = ExampleStory.Doing(today, people["Dorpscontactambtenaar 1"], 3, 9, places.Municipality.Id);
        var newsletter = Newsletter.Begin(
            "Voorbeeld: nieuws uit de dorpen",
            places.Municipality.Id,
            [],
            [],
            begun.At.AddDays(-90),
            begun,
            isExample: true
        );
        Must(
            newsletter.Write(
                newsletter.Subject.Title,
                "Beste mensen,\n\nDit gebeurde er de afgelopen tijd in de dorpen. Alles is verzonnen: zo ziet u hoe een nieuwsbrief eruitziet.",
                "Wilt u er zelf iets over zeggen, of hebt u een idee? [Vertel het](/idee).",
                newsletter.WordsVersion,
                begun
            )
        );
        var here = Told.Where(told => subjects.ContainsKey(told.Title)).ToArray();
        Must(newsletter.Choose([.. here.Select(told => (subjects[told.Title].Id, told.Group))], NameOf, begun));
        db.Newsletters.Add(newsletter);
        await db.SaveChangesAsync(cancellation);
        foreach (var (title, _, words) in here)
        {
            var item = newsletter.Items.Single(item => item.SubjectId == subjects[title].Id);
            Must(newsletter.WriteItem(item.Id, words, showsFacts: false, item.WordsVersion, begun));
        }

        var content = new NewsletterContent(
            newsletter.Subject.Title,
            newsletter.Opening,
            newsletter.Closing,
            [
                .. newsletter.InOrder.Select(item =>
                    item.IsHeading
                        ? new NewsletterBlock(item.Heading, null)
                        : new NewsletterBlock("", Story(item, subjects.Values.Single(s => s.Id == item.SubjectId)))
                ),
            ],
            Gone: 0
        );
        var sent = ExampleStory.Doing(today, people["Dorpscontactambtenaar 1"], 2, 10, places.Municipality.Id);
        Must(newsletter.Send(content, content.Fingerprint, sent));
        await db.SaveChangesAsync(cancellation);
    }

    private static NewsletterStory Story(NewsletterItem item, Subject subject) =>
        new(
            item.Id,
            subject.Id,
            subject.Title,
            item.Words,
            "",
            SubjectLinks.Of(subject.Kind, subject.Id, subject.Slug)
        );

    /// <summary>The example is in Dutch.</summary>
    private static string NameOf(NewsGroup group) =>
        group switch
        {
            NewsGroup.Initiatives => "Initiatieven",
            NewsGroup.Plans => "Plannen van de gemeente",
            _ => "Standpunten",
        };

    private static void Must(Outcome outcome)
    {
        if (!outcome.Succeeded)
        {
            throw new InvalidOperationException("The example tells what can't be: " + outcome.Refusals[0].Message);
        }
    }
}
