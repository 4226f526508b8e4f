using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Checks;

/// <summary>One mail when it opens and one when the results are there; no reminder, for nobody owes an answer.</summary>
public sealed class CheckNews : FeatureNews
{
    private static readonly string[] Told = [CheckVerbs.Opened, CheckVerbs.Closed];

    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            CheckVerbs.Opened => T["Dorpen en gemeente kijken samen terug. Invullen kan nu."],
            CheckVerbs.Answered => T["{0} deed mee.", who],
            CheckVerbs.Closed => T["De uitkomst van het terugkijken is er."],
            _ => null,
        };

    public override IReadOnlyCollection<string> ToFollowers => [CheckVerbs.Closed];

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing.With(Told).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var today = outgoing.Today;
        var voices = await outgoing
            .Db.RoleHoldings.AsNoTracking()
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Where(h =>
                h.Role == Role.Liaison
                || (
                    h.Role == Role.ContactPerson
                    && h.Organisation!.Kind == OrganisationKind.Association
                    && h.Organisation.EndedAt == null
                )
            )
            .Select(h => h.PersonId)
            .Distinct()
            .ToArrayAsync(cancellation);
        await outgoing.AddAsync(
            [.. from line in lines from person in voices select new Hearing(line, person, MailKind.RoleNotice)],
            cancellation
        );
    }

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            CheckVerbs.Opened => T["Hoe gaat de samenwerking? Vijf korte vragen"],
            CheckVerbs.Closed => T["Zo gaat de samenwerking volgens dorpen en gemeente"],
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
        var T = desk.T;
        if (line.Verb != CheckVerbs.Opened)
        {
            return null;
        }

        var closes = await desk.Db.Checks.Where(c => c.Id == subject.Id).Select(c => c.Closes).FirstAsync(cancellation);
        return
        [
            new Paragraph(
                T[
                    "Twee keer per jaar zeggen dorpen en gemeente hoe het samenwerken gaat. Het zijn vijf vragen. Het kost een paar minuten."
                ]
            ),
            new Paragraph(
                T["Wie wat invulde, bewaren wij niet. De uitkomst ziet iedereen na {0}.", Formats.Date(closes)]
            ),
            new Button(T["Vul de vijf vragen in"], desk.Href(CheckLinks.Answer(subject.Id))),
        ];
    }

    public override string? Why(MailDesk desk, NoticeSubject subject)
    {
        var T = desk.T;
        return subject.Kind == SubjectKind.Check
            ? T["U krijgt deze mail door uw rol bij een vereniging of de gemeente."]
            : null;
    }

    public override async Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk)
    {
        var (T, today) = (desk.T, desk.Today);
        var voices = CheckAccess.VoicesOf(desk.Viewer);
        if (voices.Count == 0)
        {
            return [];
        }

        var associations = voices.Select(v => v.Voice.OrganisationId).OfType<long>().ToArray();
        var isLiaison = voices.Any(v => v.Voice.OrganisationId is null);
        var me = desk.Viewer.PersonId;
        var open = await desk
            .Db.Checks.AsNoTracking()
            .Where(c => c.Opens <= today && c.Closes >= today)
            .Where(c =>
                c.Turnout.Count(t => associations.Contains(t.OrganisationId ?? 0)) < associations.Length
                || (isLiaison && !c.Turnout.Any(t => t.PersonId == me))
            )
            .Select(c => new { c.Id, c.Closes })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. open.Select(c => new Waiting(
                DutchTime.StartOf(c.Closes),
                new ListRow(
                    T["Hoe gaat de samenwerking? Vijf korte vragen"],
                    CheckLinks.Answer(c.Id),
                    When: T["tot en met {0}", Formats.Date(c.Closes)]
                )
            )),
        ];
    }

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer)
    {
        if (CheckAccess.VoicesOf(viewer).Count > 0)
        {
            yield return new Crumb(T["Hoe gaat de samenwerking?"], CheckLinks.Results);
        }
    }
}
