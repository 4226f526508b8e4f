using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>
/// What support tells: initiators hear of each concern at once, whoever voiced it hears of the answer, followers of what
/// associations say. Nobody is mailed of a backing.
/// </summary>
public sealed class SupportNews : FeatureNews
{
    public override IReadOnlyCollection<string> ToFollowers => [EndorsementVerbs.Given, EndorsementVerbs.Worried];

    public override IReadOnlyCollection<string> ToInitiators =>
        [
            ConcernVerbs.Voiced,
            EndorsementVerbs.Given,
            EndorsementVerbs.TakenBack,
            PaperVerbs.Counted,
            PaperVerbs.Differs,
        ];

    public override IReadOnlyCollection<string> ByResidents =>
        [BackingVerbs.Given, BackingVerbs.Changed, BackingVerbs.TakenBack, ConcernVerbs.Voiced, ConcernVerbs.Edited];

    /// <summary>Never says who: one resident may voice one concern by name and another without.</summary>
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            BackingVerbs.Given => T["Iemand steunt dit initiatief."],
            BackingVerbs.Changed => T["Iemand paste de eigen steun aan."],
            BackingVerbs.TakenBack => T["Iemand nam de steun voor dit initiatief terug."],
            BackingVerbs.Entered => T["Iemand voerde de steun van een ander in."],
            BackingVerbs.LinkAsked => T["Iemand vroeg een link om een initiatief te steunen."],
            ConcernVerbs.Voiced => T["Iemand schreef een zorg over dit initiatief."],
            ConcernVerbs.LinkAsked => T["Iemand vroeg een link om een zorg te bevestigen."],
            ConcernVerbs.Edited => T["Iemand paste de tekst van een zorg aan."],
            ConcernVerbs.Answered => T["De initiatiefnemers gaven antwoord op een zorg."],
            ConcernVerbs.Withdrawn => T["Iemand trok een zorg over dit initiatief in."],
            ConcernVerbs.Forgotten => T["Niemand bevestigde een zorg op tijd. De tekst is weggehaald."],
            EndorsementVerbs.Given => T["{0} steunt dit initiatief namens de vereniging.", who],
            EndorsementVerbs.Worried => T["{0} schreef een zorg namens de vereniging.", who],
            EndorsementVerbs.TakenBack => T["{0} nam terug wat de vereniging van dit initiatief vond.", who],
            PaperVerbs.Entered => T["Er kwam een lijst met handtekeningen binnen. Die wordt nog een keer geteld."],
            PaperVerbs.Counted => T["Twee mensen telden een lijst met handtekeningen hetzelfde. De lijst telt mee."],
            PaperVerbs.Differs => T[
                "Twee tellingen van een lijst met handtekeningen verschillen. Die wordt opnieuw geteld."
            ],
            PaperVerbs.Withdrawn => T["Een lijst met handtekeningen is weggehaald."],
            _ => null,
        };

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With(ConcernVerbs.Answered)
            .Where(line => line.Visibility == Visibility.Public && line.About.Number("concern") is not null)
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var ids = lines.Select(line => line.About.Number("concern")!.Value).ToArray();
        var voices = await outgoing
            .Db.Concerns.AsNoTracking()
            .Where(c => ids.Contains(c.Id) && c.State == ConcernState.Answered)
            .Where(c =>
                !outgoing.Db.Follows.Any(f =>
                    f.SubjectId == c.InitiativeId && f.PersonId == c.PersonId && f.Frequency == Frequency.None
                )
            )
            .Select(c => new { c.Id, c.PersonId })
            .ToDictionaryAsync(c => c.Id, c => c.PersonId, cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                where voices.ContainsKey(line.About.Number("concern")!.Value)
                let person = voices[line.About.Number("concern")!.Value]
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            ConcernVerbs.Voiced or EndorsementVerbs.Worried => T["Een zorg over '{0}'", subject.Title],
            ConcernVerbs.Answered => T["Antwoord op uw zorg over '{0}'", subject.Title],
            EndorsementVerbs.Given => T["Een vereniging steunt '{0}'", subject.Title],
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
            line.Verb is not (ConcernVerbs.Voiced or ConcernVerbs.Answered)
            || line.About.Number("concern") is not { } id
        )
        {
            return null;
        }

        var T = desk.T;
        var concern = await desk
            .Db.Concerns.AsNoTracking()
            .Where(c => c.Id == id && (c.State == ConcernState.Open || c.State == ConcernState.Answered))
            .Select(c => new
            {
                c.Text,
                c.Answer,
                c.State,
            })
            .FirstOrDefaultAsync(cancellation);
        if (concern is null)
        {
            return [new Paragraph(T["De zorg is intussen ingetrokken."])];
        }

        if (line.Verb == ConcernVerbs.Voiced)
        {
            LetterPart[] said = [new Paragraph(line.Sentence), new Quote(concern.Text)];
            return concern.State == ConcernState.Answered || !subject.IsInitiator
                ? [.. said, new Button(T["Bekijk het op Brink"], desk.Href(subject.Href))]
                :
                [
                    .. said,
                    new Paragraph(T["Wilt u antwoord geven? Tot die tijd staat erbij dat er nog geen antwoord is."]),
                    .. await ToReply.LedToAsync(
                        desk,
                        subject,
                        SupportLinks.AnswerConcern(subject.Id, id),
                        T["Beantwoord deze zorg"],
                        cancellation
                    ),
                ];
        }

        return
        [
            new Paragraph(T["U schreef:"]),
            new Quote(concern.Text),
            new Paragraph(T["De initiatiefnemers antwoorden:"]),
            new Quote(concern.Answer),
            new Button(T["Bekijk het op Brink"], desk.Href(subject.Href)),
        ];
    }

    public override string? Why(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb == ConcernVerbs.Answered
            ? T["U krijgt deze mail omdat u een zorg schreef over dit initiatief."]
            : null;
    }

    public override bool MayStop(NoticeSubject subject, JournalLine line) => line.Verb == ConcernVerbs.Answered;

    /// <summary>Concerns without an answer, and lists on paper that wait for another pair of eyes. Two queries.</summary>
    public override async Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk)
    {
        var (db, T, me) = (desk.Db, desk.T, desk.Viewer.PersonId ?? 0);
        var concerns = await db
            .Concerns.AsNoTracking()
            .Where(c => c.State == ConcernState.Open && c.Initiative!.Subject.Visibility == Visibility.Public)
            .Where(c =>
                c.Initiative!.Initiators.Any(i => i.PersonId == me)
                || desk.Organisations.Contains(c.Initiative.Contribution!.OnBehalfOfId ?? 0)
                || desk.Organisations.Contains(c.Initiative.Contribution.EnteredForId ?? 0)
            )
            .OrderBy(c => c.At)
            .Take(desk.Most)
            .Select(c => new
            {
                c.Id,
                c.InitiativeId,
                c.Initiative!.Subject.Title,
                c.At,
                c.Text,
            })
            .ToArrayAsync(desk.Cancellation);
        var villages = desk
            .Viewer.Roles.SelectMany(r => r.Villages)
            .Where(village => desk.Viewer.SpeaksForVillage(village) || desk.Viewer.Holds(Places.Role.Liaison, village))
            .Distinct()
            .ToArray();
        var lists = await db
            .PaperTallies.AsNoTracking()
            .Where(t => t.State == TallyState.CountedOnce || t.State == TallyState.Differs)
            .Where(t => t.State == TallyState.Differs || !t.Counts.Any(c => c.PersonId == me))
            .Join(db.Initiatives, t => t.InitiativeId, i => i.Id, (t, i) => new { Tally = t, Initiative = i })
            .Where(x => x.Initiative.Subject.Visibility == Visibility.Public)
            .Where(x => villages.Contains(x.Initiative.VillageId) || x.Initiative.Initiators.Any(i => i.PersonId == me))
            .OrderBy(x => x.Tally.ChangedAt)
            .Take(desk.Most)
            .Select(x => new
            {
                x.Tally.Id,
                x.Tally.InitiativeId,
                x.Tally.ChangedAt,
                x.Initiative.Subject.Title,
                x.Tally.Place,
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. concerns.Select(c => new Waiting(
                c.At,
                new ListRow(
                    T["Een zorg over '{0}'", c.Title],
                    SupportLinks.AnswerConcern(c.InitiativeId, c.Id),
                    When: T["geschreven op {0}", Formats.Date(DutchTime.DateOf(c.At))],
                    Needed: c.Text
                )
            )),
            .. lists.Select(t => new Waiting(
                t.ChangedAt,
                new ListRow(
                    T["Tel een lijst met handtekeningen voor '{0}'", t.Title],
                    SupportLinks.Tally(t.InitiativeId, t.Id),
                    When: T["ligt er sinds {0}", Formats.Date(DutchTime.DateOf(t.ChangedAt))],
                    Needed: t.Place
                )
            )),
        ];
    }
}
