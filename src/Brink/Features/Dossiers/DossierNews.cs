using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>What happens to dossiers, told: in a sentence, by mail, and on Mijn Brink.</summary>
public sealed class DossierNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            DossierVerbs.Opened => T["{0} vertelde dit plan. De verenigingen van de dorpen zijn uitgenodigd.", who],
            DossierVerbs.WentOn => T[
                "{0} zette het plan in de stap '{1}'.",
                who,
                T.NameOf(about.Code<Stage>("stage") ?? Stage.Intention)
            ],
            DossierVerbs.Edited => T["{0} paste de tekst aan.", who],
            DossierVerbs.RoomChanged => T[
                "{0} veranderde wat vaststaat, wat open is of hoe ver dorpen meedoen. Op de pagina staat wat er eerst stond.",
                who
            ],
            DossierVerbs.Replanned => T["{0} veranderde de planning. Op de pagina staat waarom.", who],
            DossierVerbs.HandedOver => T["{0} droeg het plan over aan een collega.", who],
            DossierVerbs.OwnerLeft => T["Wie dit plan deed, werkt er niet meer aan. Een collega neemt het over."],
            DossierVerbs.Decided => T["{0} legde het besluit vast.", who],
            DossierVerbs.Stopped => T["{0} stopte met het plan. Op de pagina staat waarom.", who],
            DossierVerbs.Told => T["{0} nodigde een vereniging uit die geen mail wil.", who],
            DossierVerbs.SoundedOut => T["{0} legde het plan eerst in vertrouwen voor.", who],
            DossierVerbs.WordGiven => T["{0} zei iets terug in vertrouwen.", who],
            DossierVerbs.ConfidenceEndsSoon => T["Brink herinnerde aan het einde van het vertrouwelijke deel."],
            DossierVerbs.ConfidenceEnded => about.Date("from") is { } from && about.Date("until") is { } until
                ? T[
                    "Van {0} tot {1} lag dit plan in vertrouwen voor. Op de pagina staat met wie.",
                    Formats.Date(from),
                    Formats.Date(until)
                ]
                : T["Dit plan lag eerst in vertrouwen voor."],
            DossierVerbs.PlacesChanged => T[
                "{0} veranderde voor welke dorpen of onderwerpen het plan is. Op de pagina staat hoe.",
                who
            ],
            DossierVerbs.ReaderAdded => T["{0} liet nog iemand in vertrouwen meelezen.", who],
            DossierVerbs.ReaderRemoved => T["{0} liet iemand niet meer in vertrouwen meelezen.", who],
            DossierVerbs.Withdrawn => T["{0} trok het plan in toen het nog in vertrouwen was.", who],
            _ => null,
        };

    public override IReadOnlyCollection<string> ToFollowers =>
        [DossierVerbs.RoomChanged, DossierVerbs.Replanned, DossierVerbs.WentOn, DossierVerbs.PlacesChanged];

    public override IReadOnlyCollection<string> ToFollowersOfPlaces =>
        [DossierVerbs.Opened, DossierVerbs.Decided, DossierVerbs.Stopped];

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var opened = outgoing.With(DossierVerbs.Opened).Where(line => line.Visibility == Visibility.Public).ToArray();
        if (opened.Length > 0)
        {
            await TellOfOpenedAsync(outgoing, opened, cancellation);
        }

        var confidential = outgoing.With(DossierVerbs.SoundedOut, DossierVerbs.ConfidenceEndsSoon).ToArray();
        if (confidential.Length > 0)
        {
            await TellInConfidenceAsync(outgoing, confidential, cancellation);
        }

        await DossierChangeHearers.TellAsync(outgoing, cancellation);
        var given = outgoing.With(DossierVerbs.HandedOver, DossierVerbs.WordGiven).ToArray();
        if (given.Length > 0)
        {
            await TellOwnersAsync(outgoing, given, cancellation);
        }
    }

    /// <summary>The invited as it suits them, the liaison of each village at once.</summary>
    private static async Task TellOfOpenedAsync(Outgoing outgoing, LineOut[] opened, CancellationToken cancellation)
    {
        var (db, today) = (outgoing.Db, outgoing.Today);
        var ids = opened.Select(line => line.SubjectId!.Value).ToArray();
        var invitations = await db
            .DossierInvitations.AsNoTracking()
            .Where(i => ids.Contains(i.DossierId) && i.How == InvitedHow.Mail)
            .Select(i => new
            {
                i.DossierId,
                i.OrganisationId,
                i.MailFrom,
            })
            .ToArrayAsync(cancellation);
        var organisations = invitations.Select(i => i.OrganisationId).Distinct().ToArray();
        var speaking = (
            await db
                .RoleHoldings.AsNoTracking()
                .Where(h => organisations.Contains(h.OrganisationId) && Viewer.SpeakingRoles.Contains(h.Role))
                .Where(h => h.From <= today && (h.To == null || h.To >= today) && h.Person!.Email != null)
                .Select(h => new
                {
                    h.OrganisationId,
                    h.PersonId,
                    h.Role,
                })
                .ToArrayAsync(cancellation)
        ).ToLookup(h => h.OrganisationId);
        var roles = await outgoing.RolesAsync(cancellation);
        // Who is liaison and sits on a board too hears at once: of one line a person hears once.
        await outgoing.AddAsync(
            [
                .. from line in opened
                from person in roles.LiaisonsOf(line.Villages)
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
        await outgoing.AddAsync(
            [
                .. from line in opened
                from invitation in invitations
                where invitation.DossierId == line.SubjectId
                let board = speaking[invitation.OrganisationId].ToArray()
                let contacts = board.Where(h => h.Role == Role.ContactPerson).ToArray()
                from person in (contacts.Length > 0 ? contacts : board).Select(h => h.PersonId).Distinct()
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice, invitation.MailFrom),
            ],
            cancellation
        );
    }

    private static async Task TellInConfidenceAsync(Outgoing outgoing, LineOut[] lines, CancellationToken cancellation)
    {
        var ids = lines.Select(line => line.SubjectId!.Value).ToArray();
        var (db, today) = (outgoing.Db, outgoing.Today);
        var readers = await db
            .DossierReaders.AsNoTracking()
            .Where(r => ids.Contains(r.DossierId) && r.PersonId != null && r.RemovedOn == null)
            // Who no longer speaks for the organisation hears nothing more.
            .Where(r =>
                db.RoleHoldings.Any(h =>
                    h.PersonId == r.PersonId
                    && h.OrganisationId == r.OrganisationId
                    && Viewer.SpeakingRoles.Contains(h.Role)
                    && h.From <= today
                    && (h.To == null || h.To >= today)
                )
            )
            .Select(r => new { r.DossierId, PersonId = r.PersonId!.Value })
            .ToArrayAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                from reader in readers
                where reader.DossierId == line.SubjectId && !line.IsBy(reader.PersonId)
                select new Hearing(line, reader.PersonId, MailKind.RoleNotice),
            ],
            cancellation
        );
        await TellOwnersAsync(
            outgoing,
            [.. lines.Where(line => line.Verb == DossierVerbs.ConfidenceEndsSoon)],
            cancellation
        );
    }

    /// <summary>The owner; where there is none, or none who still holds the role, all policy officers, so that nothing lies unseen.</summary>
    private static async Task TellOwnersAsync(Outgoing outgoing, LineOut[] lines, CancellationToken cancellation)
    {
        var (db, today) = (outgoing.Db, outgoing.Today);
        var ids = lines.Select(line => line.SubjectId!.Value).ToArray();
        var owners = await db
            .Dossiers.AsNoTracking()
            .Where(d => ids.Contains(d.Id))
            .Select(d => new { d.Id, d.OwnerId })
            .ToDictionaryAsync(d => d.Id, d => d.OwnerId, cancellation);
        var officers = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.Role == Role.PolicyOfficer && h.From <= today && (h.To == null || h.To >= today))
            .Select(h => h.PersonId)
            .Distinct()
            .ToArrayAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let owner = owners.GetValueOrDefault(line.SubjectId!.Value)
                from person in owner is { } one && officers.Contains(one) ? [one] : officers
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    public override bool MayTellUnseen(NoticeSubject subject, string verb) =>
        subject is { Kind: SubjectKind.Dossier, Visibility: Visibility.Restricted }
        && verb
            is DossierVerbs.SoundedOut
                or DossierVerbs.ConfidenceEndsSoon
                or DossierVerbs.HandedOver
                or DossierVerbs.WordGiven
                or DossierVerbs.ReaderAdded;

    /// <summary>A reader may have been taken off, or an officer's role may have ended, while the mail waited.</summary>
    public override Task<bool> MayStillReadAsync(MailDesk desk, NoticeSubject subject, CancellationToken cancellation)
    {
        if (subject is not { Kind: SubjectKind.Dossier, Visibility: Visibility.Restricted })
        {
            return Task.FromResult(true);
        }

        var (db, me, today) = (desk.Db, desk.Person.Id, desk.Today);
        return db
            .RoleHoldings.Where(h => h.PersonId == me && h.From <= today && (h.To == null || h.To >= today))
            .AnyAsync(
                h =>
                    h.Role == Role.PolicyOfficer
                    || db.DossierReaders.Any(r =>
                        r.DossierId == subject.Id
                        && r.PersonId == me
                        && r.RemovedOn == null
                        && r.OrganisationId == h.OrganisationId
                    ),
                cancellation
            );
    }

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line) =>
        DossierMails.Title(desk, subject, line);

    public override async Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    ) =>
        line.Verb.StartsWith("dossier.", StringComparison.Ordinal)
            ? await DossierMails.PartsAsync(desk, subject, line, cancellation)
            : null;

    /// <summary>Who contributed hears of each stage for that reason; others because of what they are.</summary>
    public override string? Why(MailDesk desk, NoticeSubject subject, JournalLine line) =>
        subject.Kind != SubjectKind.Dossier || !line.Verb.StartsWith("dossier.", StringComparison.Ordinal) ? null
        : DossierVerbs.Stages.Contains(line.Verb, StringComparer.Ordinal)
            ? desk.T["U krijgt deze mail omdat u of uw vereniging reageerde."]
        : desk.T["U krijgt deze mail door uw rol bij een vereniging, de koepel of de gemeente."];

    public override bool MayStop(NoticeSubject subject, JournalLine line) =>
        subject.Kind == SubjectKind.Dossier && DossierVerbs.Stages.Contains(line.Verb, StringComparer.Ordinal);

    public override Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk) => DossierWaiting.ReadAsync(desk);

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer) =>
        viewer.MayOpenDossiers()
            ?
            [
                new Crumb(T["Een dossier openen"], DossierLinks.New),
                new Crumb(T["Plannen van de gemeente"], DossierLinks.List),
            ]
            : [];
}
