using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises;

/// <summary>What happens to promises that are made by hand: each side hears at once what the other did.</summary>
public sealed class PromiseNews : FeatureNews
{
    private static readonly string[] ToTheOther =
    [
        PromiseVerbs.Proposed,
        PromiseVerbs.Accepted,
        PromiseVerbs.Declined,
        PromiseVerbs.MoveProposed,
        PromiseVerbs.Moved,
        PromiseVerbs.MoveRefused,
        PromiseVerbs.MoveTakenBack,
        PromiseVerbs.Kept,
    ];

    public override IReadOnlyCollection<string> ToFollowers => [PromiseVerbs.Accepted, PromiseVerbs.Moved];

    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            PromiseVerbs.Proposed => T["Er is iets gevraagd. Er is nog niets toegezegd."],
            PromiseVerbs.Accepted => about.Date("due") is { } due
                ? T["Er is iets toegezegd, voor uiterlijk {0}.", Formats.Date(due)]
                : T["Er is iets toegezegd."],
            PromiseVerbs.Declined => T["Iets wat gevraagd was, gaat niet door."],
            PromiseVerbs.MoveProposed => T["Voor een toezegging is een andere dag voorgesteld."],
            PromiseVerbs.Moved => about.Date("due") is { } day
                ? T["Een toezegging is in overleg verplaatst naar {0}.", Formats.Date(day)]
                : T["Een toezegging is in overleg verplaatst."],
            PromiseVerbs.MoveRefused => T["De afgesproken dag van een toezegging blijft staan."],
            PromiseVerbs.MoveTakenBack => T["Het voorstel voor een andere dag is ingetrokken."],
            PromiseVerbs.HandedOver => about.Number("person") is > 0
                ? T["Een toezegging ging over naar een opvolger bij dezelfde organisatie."]
                : T["Een toezegging staat nu op naam van de organisatie zelf."],
            PromiseVerbs.PersonRemoved => T["Gegevens van een persoon zijn uit een toezegging weggehaald."],
            PromiseVerbs.CalendarOpened => T["{0} maakte een eigen agenda-adres.", who],
            PromiseVerbs.CalendarClosed => T["{0} trok het eigen agenda-adres in.", who],
            _ => null,
        };

    /// <summary>The side that didn't do it; and who does it from now on, when that changed.</summary>
    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With([.. ToTheOther, PromiseVerbs.HandedOver])
            .Where(line => line.Visibility == Visibility.Public)
            // Terms of the municipality are told of by what it did.
            .Where(line => line.About.Code<PromiseKind>("kind") == PromiseKind.Agreed)
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var ids = lines.Select(line => line.About.Number("promise")).ToArray();
        var promises = await outgoing
            .Db.Promises.AsNoTracking()
            .Where(p => ids.Contains(p.Id))
            .Select(p => new
            {
                p.Id,
                By = new Party(p.ByOrganisationId, p.ByPersonId),
                To = new Party(p.ToOrganisationId, p.ToPersonId),
                p.Subject!.Kind,
            })
            .ToDictionaryAsync(p => p.Id, cancellation);
        var keepers = await PromiseKeepers.LoadAsync(outgoing.Db, outgoing.Today, cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let promise = promises.GetValueOrDefault(line.About.Number("promise") ?? 0)
                where promise is not null
                let side = line.Verb == PromiseVerbs.HandedOver
                    ? PromiseSide.By
                    : PromiseAccess.Other(line.About.Code<PromiseSide>("side") ?? PromiseSide.By)
                let party = side == PromiseSide.By ? promise.By : promise.To
                let villages = promise.Kind == SubjectKind.Village ? [line.SubjectId ?? 0] : line.Villages
                from person in keepers.Of(party.OrganisationId, party.PersonId, villages)
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        if (desk.Message.Kind != MailKind.RoleNotice)
        {
            return null;
        }

        var T = desk.T;
        return line.Verb switch
        {
            PromiseVerbs.Proposed => T["Een vraag aan u over '{0}'", subject.Title],
            PromiseVerbs.Accepted => T["Ja op uw vraag over '{0}'", subject.Title],
            PromiseVerbs.Declined => T["Het gaat niet door: een vraag over '{0}'", subject.Title],
            PromiseVerbs.MoveProposed => T["Vindt u een andere dag goed? Over '{0}'", subject.Title],
            PromiseVerbs.Moved => T["Een andere dag afgesproken over '{0}'", subject.Title],
            PromiseVerbs.MoveRefused or PromiseVerbs.MoveTakenBack => T["De dag blijft staan: '{0}'", subject.Title],
            PromiseVerbs.Kept => T["Gedaan: een toezegging over '{0}'", subject.Title],
            PromiseVerbs.HandedOver => T["U neemt een toezegging over: '{0}'", subject.Title],
            _ => null,
        };
    }

    public override async Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        if (
            (!ToTheOther.Contains(line.Verb, StringComparer.Ordinal) && line.Verb != PromiseVerbs.HandedOver)
            || line.About.Number("promise") is not { } id
        )
        {
            return null;
        }

        var T = desk.T;
        var promise = await desk
            .Db.Promises.Public()
            .Where(p => p.Id == id)
            .Rows(desk.Db)
            .FirstOrDefaultAsync(cancellation);
        if (promise is null)
        {
            return null;
        }

        var (text, button, href) = (line.Verb, promise.State) switch
        {
            (PromiseVerbs.Proposed, PromiseState.Proposed) => (
                T[
                    "Uw organisatie of u wordt gevraagd om dit te doen, voor uiterlijk {0}:",
                    Formats.DateWithDay(promise.Due)
                ],
                T["Zeg ja of nee"],
                PromiseLinks.Accept(id)
            ),
            (PromiseVerbs.MoveProposed, PromiseState.Open) when promise.OpenMove is { } day => (
                T["De ander stelt een andere dag voor: {0}. Het gaat hierom:", Formats.DateWithDay(day)],
                T["Zeg of die dag goed is"],
                PromiseLinks.DecideMove(id)
            ),
            _ => (line.Sentence, T["Bekijk de toezegging"], PromiseLinks.Show(id)),
        };
        return
        [
            new Paragraph(text),
            new Quote(T.What(promise.Kind, promise.What, promise.Title)),
            new Button(button, desk.Href(href)),
        ];
    }
}
