using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers;

/// <summary>
/// Who must hear that a plan is for other villages or themes: who is invited because of it, as it suits them; who no
/// longer belongs to it, with the reason; and the liaisons of both. And who reads in confidence from now on.
/// </summary>
internal static class DossierChangeHearers
{
    public static async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        await TellReadersAsync(outgoing, cancellation);
        var lines = outgoing
            .With(DossierVerbs.PlacesChanged)
            .Where(line => line.Visibility == Visibility.Public)
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var (db, today) = (outgoing.Db, outgoing.Today);
        var ids = lines.Select(line => line.SubjectId!.Value).ToArray();
        var changes = await db
            .DossierPlaceChanges.AsNoTracking()
            .Where(c => ids.Contains(c.DossierId) && c.Place!.Kind == SubjectKind.Village)
            .Select(c => new
            {
                c.DossierId,
                c.Revision,
                c.PlaceId,
                c.IsAdded,
            })
            .ToArrayAsync(cancellation);
        var removed = changes.Where(c => !c.IsAdded).Select(c => c.PlaceId).ToArray();
        var invitations = await db
            .DossierInvitations.AsNoTracking()
            .Where(i => ids.Contains(i.DossierId) && i.How != InvitedHow.RatherNot)
            .Select(i => new
            {
                i.DossierId,
                i.OrganisationId,
                i.Revision,
                i.How,
                i.MailFrom,
                Gone = db
                    .Representations.Where(r => r.OrganisationId == i.OrganisationId && removed.Contains(r.VillageId))
                    .Where(r => (r.From == null || r.From <= today) && (r.To == null || r.To >= today))
                    .Select(r => r.VillageId)
                    .ToArray(),
            })
            .AsSingleQuery()
            .ToArrayAsync(cancellation);
        var organisations = invitations.Select(i => i.OrganisationId).Distinct().ToArray();
        var speaking = (
            await db
                .RoleHoldings.AsNoTracking()
                .Where(h => organisations.Contains(h.OrganisationId) && Viewer.SpeakingRoles.Contains(h.Role))
                .Where(h => h.From <= today && (h.To == null || h.To >= today))
                .Select(h => new
                {
                    h.OrganisationId,
                    h.PersonId,
                    h.Role,
                })
                .ToArrayAsync(cancellation)
        ).ToLookup(h => h.OrganisationId);
        var roles = await outgoing.RolesAsync(cancellation);
        var hearings = new List<Hearing>();
        foreach (var line in lines)
        {
            var revision = line.About.Number("revision") ?? 0;
            var now = changes.Where(c => c.DossierId == line.SubjectId && c.Revision == revision).ToArray();
            var gone = now.Where(c => !c.IsAdded).Select(c => c.PlaceId).ToArray();
            hearings.AddRange(
                roles
                    .LiaisonsOf([.. now.Select(c => c.PlaceId)])
                    .Distinct()
                    .Where(person => !line.IsBy(person))
                    .Select(person => new Hearing(line, person, MailKind.RoleNotice))
            );
            foreach (var invitation in invitations.Where(i => i.DossierId == line.SubjectId))
            {
                var isNew = invitation.Revision == revision;
                if (isNew ? invitation.How != InvitedHow.Mail : !invitation.Gone.Intersect(gone).Any())
                {
                    continue;
                }

                var board = speaking[invitation.OrganisationId].ToArray();
                var contacts = board.Where(h => h.Role == Role.ContactPerson).ToArray();
                hearings.AddRange(
                    (contacts.Length > 0 ? contacts : board)
                        .Select(h => h.PersonId)
                        .Distinct()
                        .Where(person => !line.IsBy(person))
                        .Select(person => new Hearing(
                            line,
                            person,
                            MailKind.RoleNotice,
                            isNew ? invitation.MailFrom : null
                        ))
                );
            }
        }

        await outgoing.AddAsync(hearings, cancellation);
    }

    /// <summary>What was added and taken off, by name, and why.</summary>
    public static async Task<IReadOnlyList<LetterPart>> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var T = desk.T;
        var revision = line.About.Number("revision") ?? 0;
        var changes = await desk
            .Db.DossierPlaceChanges.AsNoTracking()
            .Where(c => c.DossierId == subject.Id && c.Revision == revision)
            .OrderBy(c => c.Place!.Title)
            .Select(c => new
            {
                c.Place!.Title,
                c.IsAdded,
                c.Because,
            })
            .ToArrayAsync(cancellation);
        var parts = new List<LetterPart> { new Paragraph(line.Sentence) };
        void Add(bool added, Func<string, string> sentence)
        {
            var names = changes.Where(c => c.IsAdded == added).Select(c => c.Title).ToArray();
            if (names.Length > 0)
            {
                parts.Add(new Paragraph(sentence(string.Join(", ", names))));
            }
        }

        Add(true, names => T["Erbij gekomen: {0}.", names]);
        Add(false, names => T["Hoort er niet meer bij: {0}.", names]);
        if (changes.FirstOrDefault(c => c.Because.Length > 0) is { } why)
        {
            parts.Add(new Paragraph(T["De reden: {0}", why.Because]));
        }

        return parts;
    }

    private static async Task TellReadersAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var added = outgoing.With(DossierVerbs.ReaderAdded).ToArray();
        if (added.Length == 0)
        {
            return;
        }

        var ids = added.Select(line => line.About.Number("reader")).ToArray();
        var readers = await outgoing
            .Db.DossierReaders.AsNoTracking()
            .Where(r => ids.Contains(r.Id) && r.RemovedOn == null && r.PersonId != null)
            .Select(r => new { r.Id, PersonId = r.PersonId!.Value })
            .ToArrayAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in added
                from reader in readers
                where line.About.Number("reader") == reader.Id && !line.IsBy(reader.PersonId)
                select new Hearing(line, reader.PersonId, MailKind.RoleNotice),
            ],
            cancellation
        );
    }
}
