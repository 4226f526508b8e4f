using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>Everything of one day that somebody promised and that is nearly due or late, in one mail.</summary>
public static class ReminderMail
{
    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var (db, T) = (desk.Db, desk.T);
        var reminded = await db
            .Promises.AsNoTracking()
            .Where(p => p.State == PromiseState.Open && p.RemindedOn == desk.Message.Day)
            .Where(p => p.Subject!.Visibility == Visibility.Public)
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Select(p => new
            {
                p.Id,
                p.Kind,
                p.What,
                p.Due,
                p.Subject!.Title,
                p.ByOrganisationId,
                p.ByPersonId,
                p.SubjectId,
                Villages = p.Subject.Villages.Select(v => v.VillageId).ToArray(),
            })
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        var keepers = await PromiseKeepers.LoadAsync(db, desk.Today, cancellation);
        var mine = reminded
            .Where(p => keepers.Of(p.ByOrganisationId, p.ByPersonId, p.Villages).Contains(desk.Person.Id))
            .ToArray();
        if (mine.Length == 0)
        {
            return null;
        }

        var late = mine.Count(p => p.Due < desk.Today);
        return new Letter(
            late > 0
                ? T.Count(late, "Een toezegging van u is te laat", "{0} toezeggingen van u zijn te laat")
                : T.Count(
                    mine.Length,
                    "Een toezegging van u moet bijna af zijn",
                    "{0} toezeggingen van u moeten bijna af zijn"
                ),
            desk.Greeting(),
            [
                new Paragraph(T["Anderen wachten hierop:"]),
                new Items([
                    .. mine.Select(p => new Item(
                        T[
                            "{0}: uiterlijk {1}, {2}.",
                            T.What(p.Kind, p.What, p.Title),
                            Formats.DateWithDay(p.Due),
                            T.Until(p.Due, desk.Today)
                        ],
                        desk.Href(PromiseLinks.Show(p.Id))
                    )),
                ]),
                new Paragraph(T["Lukt het niet op tijd? Laat het de ander dan weten, en zeg wanneer het wel lukt."]),
                new Button(T["Bekijk wat op u wacht"], desk.Href(NoticeLinks.Mine)),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            T["U krijgt deze mail omdat u of uw organisatie dit heeft toegezegd."],
            T["De mail stopt vanzelf als het gedaan is."]
        );
    }
}
