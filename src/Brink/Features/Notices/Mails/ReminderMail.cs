using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>
/// Everything of one day that somebody promised and that is nearly due or late, and what that person waits for and has
/// just become late, in one mail.
/// </summary>
public static class ReminderMail
{
    public static async Task<Letter?> WriteAsync(MailDesk desk, CancellationToken cancellation)
    {
        var (db, T) = (desk.Db, desk.T);
        var reminded = await db
            .Promises.AsNoTracking()
            .Where(p => p.State == PromiseState.Open && p.RemindedOn == desk.Message.Day)
            .Seen()
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Select(p => new Reminded(
                p.Id,
                p.Kind,
                p.What,
                p.Due,
                p.Subject!.Title,
                new Party(p.ByOrganisationId, p.ByPersonId),
                p.ByOrganisation!.Name,
                new Party(p.ToOrganisationId, p.ToPersonId),
                p.OverdueToldOn == desk.Message.Day,
                p.Subject.Kind == SubjectKind.Village ? p.SubjectId : null,
                p.Subject.Villages.Select(v => v.VillageId).ToArray()
            ))
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        var keepers = await PromiseKeepers.LoadAsync(db, desk.Today, cancellation);
        bool Concerns(Party party, Reminded promise) =>
            keepers
                .Of(party.OrganisationId, party.PersonId, promise.Village is { } own ? [own] : promise.Villages)
                .Contains(desk.Person.Id);
        var mine = reminded.Where(p => Concerns(p.By, p)).ToArray();
        var theirs = reminded.Where(p => p.IsLateSinceThen && !mine.Contains(p) && Concerns(p.To, p)).ToArray();
        if (mine.Length + theirs.Length == 0)
        {
            return null;
        }

        return new Letter(
            Title(desk, mine, theirs),
            desk.Greeting(),
            [
                .. mine.Length > 0
                    ? [new Paragraph(T["Anderen wachten hierop:"]), List(desk, mine, false)]
                    : Array.Empty<LetterPart>(),
                .. mine.Length > 0
                    ?
                    [
                        new Paragraph(
                            T["Lukt het niet op tijd? Laat het de ander dan weten, en zeg wanneer het wel lukt."]
                        ),
                    ]
                    : Array.Empty<LetterPart>(),
                .. theirs.Length > 0
                    ? [new Paragraph(T["Hier wacht u op, en het is te laat:"]), List(desk, theirs, true)]
                    : Array.Empty<LetterPart>(),
                new Button(T["Bekijk wat op u wacht"], desk.Href(NoticeLinks.Mine)),
            ],
            desk.Signature(),
            await desk.ContactAsync(null, cancellation),
            mine.Length > 0
                ? T["U krijgt deze mail omdat u of uw organisatie dit heeft toegezegd."]
                : T["U krijgt deze mail omdat dit aan u of uw organisatie is toegezegd."],
            T["De mail stopt vanzelf als het gedaan is."]
        );
    }

    private static string Title(MailDesk desk, Reminded[] mine, Reminded[] theirs)
    {
        var T = desk.T;
        var late = mine.Count(p => p.Due < desk.Today);
        return late > 0 ? T.Count(late, "Een toezegging van u is te laat", "{0} toezeggingen van u zijn te laat")
            : mine.Length > 0
                ? T.Count(
                    mine.Length,
                    "Een toezegging van u moet bijna af zijn",
                    "{0} toezeggingen van u moeten bijna af zijn"
                )
            : T.Count(theirs.Length, "Een toezegging aan u is te laat", "{0} toezeggingen aan u zijn te laat");
    }

    /// <param name="namesWho">Whether the reader must be told whose promise it is.</param>
    private static Items List(MailDesk desk, IEnumerable<Reminded> promises, bool namesWho) =>
        new([
            .. promises.Select(p =>
            {
                var T = desk.T;
                var what = T.What(p.Kind, p.What, p.Title);
                return new Item(
                    T[
                        "{0}: uiterlijk {1}, {2}.",
                        namesWho && p.ByName is { } by ? T["{0}: {1}", by, what] : what,
                        Formats.DateWithDay(p.Due),
                        T.Until(p.Due, desk.Today)
                    ],
                    desk.Href(PromiseLinks.Show(p.Id))
                );
            }),
        ]);

    /// <param name="ByName">The organisation that promised; null for a resident.</param>
    /// <param name="Village">Where it is about a village itself.</param>
    /// <param name="IsLateSinceThen">It had become late when this was reminded of, and who waits must hear it.</param>
    private sealed record Reminded(
        long Id,
        PromiseKind Kind,
        string What,
        DateOnly Due,
        string Title,
        Party By,
        string? ByName,
        Party To,
        bool IsLateSinceThen,
        long? Village,
        long[] Villages
    );
}
