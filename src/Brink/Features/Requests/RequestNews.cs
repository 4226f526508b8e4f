using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Requests;

/// <summary>
/// What is told of requests: through one place, so the village's liaison hears of each. Nobody follows them; a refusal is
/// no news.
/// </summary>
public sealed class RequestNews : FeatureNews
{
    private static readonly string[] ToAssociation =
    [
        RequestVerbs.Asked,
        RequestVerbs.Reminded,
        RequestVerbs.ProposalAccepted,
        RequestVerbs.Withdrawn,
    ];

    private static readonly string[] ToMunicipality =
    [
        RequestVerbs.Accepted,
        RequestVerbs.Declined,
        RequestVerbs.Proposed,
    ];

    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            RequestVerbs.Asked => T["{0} vroeg iets aan de vereniging.", who],
            RequestVerbs.Accepted => T["{0} zei ja.", who],
            RequestVerbs.Declined => T["{0} gaf antwoord: dit gaat niet door.", who],
            RequestVerbs.Proposed => T["{0} deed een ander voorstel.", who],
            RequestVerbs.ProposalAccepted => T["{0} ging akkoord met het voorstel van de vereniging.", who],
            RequestVerbs.Withdrawn => T["{0} nam het verzoek terug.", who],
            RequestVerbs.Reminded => T["Brink herinnerde de vereniging één keer aan dit verzoek."],
            _ => null,
        };

    public override bool MayTellUnseen(NoticeSubject subject, string verb) =>
        subject.Kind == SubjectKind.VillageRequest
        && verb is RequestVerbs.Asked or RequestVerbs.Reminded or RequestVerbs.Proposed or RequestVerbs.Withdrawn;

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing.With([.. ToAssociation, .. ToMunicipality]).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var (db, today) = (outgoing.Db, outgoing.Today);
        var ids = lines.Select(line => line.SubjectId!.Value).ToArray();
        var requests = await db
            .VillageRequests.AsNoTracking()
            .Where(r => ids.Contains(r.Id))
            .Select(r => new
            {
                r.Id,
                r.AssociationId,
                AskerId = r.Contribution!.ByPersonId,
                // A former official hears nothing any more.
                AskerIsThere = db.RoleHoldings.Any(h =>
                    h.PersonId == r.Contribution.ByPersonId
                    && h.OrganisationId == r.ByOrganisationId
                    && h.From <= today
                    && (h.To == null || h.To >= today)
                ),
            })
            .ToDictionaryAsync(r => r.Id, cancellation);
        var associations = requests.Values.Select(r => r.AssociationId).ToArray();
        var speaking = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => associations.Contains(h.OrganisationId) && Viewer.SpeakingRoles.Contains(h.Role))
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Select(h => new
            {
                h.PersonId,
                h.OrganisationId,
                h.Role,
            })
            .ToArrayAsync(cancellation);
        var roles = await outgoing.RolesAsync(cancellation);
        var hearings = new List<Hearing>();
        foreach (var line in lines)
        {
            var request = requests[line.SubjectId!.Value];
            var contacts = roles.ContactPersonsOf(request.AssociationId).ToArray();
            var association =
                contacts.Length > 0
                    ? contacts
                    : [.. speaking.Where(h => h.OrganisationId == request.AssociationId).Select(h => h.PersonId)];
            IEnumerable<long> hearers =
            [
                .. ToAssociation.Contains(line.Verb, StringComparer.Ordinal) ? association : [],
                .. line.Verb == RequestVerbs.Reminded ? [] : line.Villages.SelectMany(roles.LiaisonsFor),
                .. request is { AskerId: { } asker, AskerIsThere: true }
                && ToMunicipality.Contains(line.Verb, StringComparer.Ordinal)
                    ? [asker]
                    : Array.Empty<long>(),
            ];
            hearings.AddRange(
                hearers
                    .Distinct()
                    .Where(person => !line.IsBy(person))
                    .Select(person => new Hearing(line, person, MailKind.RoleNotice))
            );
        }

        await outgoing.AddAsync(hearings, cancellation);
    }

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            RequestVerbs.Asked => T["De gemeente vraagt iets: '{0}'", subject.Title],
            RequestVerbs.Reminded => T["Een vriendelijke herinnering: '{0}'", subject.Title],
            RequestVerbs.Proposed => T["Een ander voorstel: '{0}'", subject.Title],
            RequestVerbs.Accepted or RequestVerbs.Declined => T["Antwoord op uw verzoek: '{0}'", subject.Title],
            RequestVerbs.ProposalAccepted => T["De gemeente gaat akkoord: '{0}'", subject.Title],
            RequestVerbs.Withdrawn => T["De gemeente nam een verzoek terug: '{0}'", subject.Title],
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
        if (subject.Kind != SubjectKind.VillageRequest)
        {
            return null;
        }

        var T = desk.T;
        var parts = new List<LetterPart> { new Paragraph(line.Sentence) };
        if (line.Verb is RequestVerbs.Asked or RequestVerbs.Reminded)
        {
            var request = await desk
                .Db.VillageRequests.AsNoTracking()
                .Where(r => r.Id == subject.Id)
                .Select(r => new
                {
                    r.AnswerBy,
                    r.Happens,
                    r.Hours,
                })
                .FirstAsync(cancellation);
            parts.Add(
                new Paragraph(
                    T[
                        "Het zou uiterlijk {0} zijn en kost naar schatting {1}. Antwoord graag tot en met {2}. Nee zeggen mag altijd, zonder reden.",
                        Formats.Date(request.Happens),
                        T.Hours(request.Hours),
                        Formats.Date(request.AnswerBy)
                    ]
                )
            );
        }

        parts.Add(new Button(T["Bekijk het verzoek"], desk.Href(subject.Href)));
        return parts;
    }

    public override string? Why(MailDesk desk, NoticeSubject subject)
    {
        var T = desk.T;
        return subject.Kind == SubjectKind.VillageRequest
            ? T["U krijgt deze mail door uw rol bij een vereniging, de koepel of de gemeente."]
            : null;
    }

    public override async Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk)
    {
        var (T, mine, me) = (desk.T, desk.Organisations, desk.Viewer.PersonId ?? 0);
        var villages = desk
            .Viewer.Roles.Where(r => r is { Role: Role.Liaison, VillageId: not null })
            .Select(r => r.VillageId!.Value)
            .ToArray();
        var everywhere = desk.Viewer.Roles.Any(r => r is { Role: Role.Liaison, VillageId: null });
        var rows = await desk
            .Db.VillageRequests.AsNoTracking()
            .Where(r =>
                (r.State == RequestState.Asked && mine.Contains(r.AssociationId))
                || (
                    r.State == RequestState.Proposed
                    && (
                        everywhere
                        || r.Contribution!.ByPersonId == me
                        || r.Subject.Villages.Any(v => villages.Contains(v.VillageId))
                    )
                )
            )
            .OrderBy(r => r.AnswerBy)
            .Take(desk.Most)
            .Select(r => new
            {
                r.Id,
                r.Subject.Title,
                r.State,
                r.AnswerBy,
                r.Association!.Name,
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. rows.Select(r => new Waiting(
                DutchTime.StartOf(r.AnswerBy),
                r.State == RequestState.Asked
                    ? new ListRow(
                        T["De gemeente vraagt uw vereniging: {0}", r.Title],
                        RequestLinks.Answer(r.Id),
                        When: T["antwoord graag tot en met {0}", Formats.Date(r.AnswerBy)]
                    )
                    : new ListRow(T["{0} deed een ander voorstel: {1}", r.Name, r.Title], RequestLinks.Settle(r.Id))
            )),
        ];
    }

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer)
    {
        if (viewer.MayAsk())
        {
            yield return new Crumb(T["Iets vragen aan een vereniging"], RequestLinks.Choose);
        }

        if (
            viewer.MayAsk()
            || viewer.Roles.Any(r =>
                r.OrganisationKind == OrganisationKind.Association && viewer.SpeaksFor(r.OrganisationId)
            )
        )
        {
            yield return new Crumb(T["Verzoeken aan dorpen"], RequestLinks.List);
        }
    }
}
