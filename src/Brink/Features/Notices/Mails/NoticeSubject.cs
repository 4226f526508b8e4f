using Brink.Features.Places;
using Brink.Features.Subjects;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices.Mails;

/// <summary>What a mail says of its subject.</summary>
/// <param name="IsContact">The reader is contact person of an association of its village, or the municipality's liaison there.</param>
public sealed record NoticeSubject(
    long Id,
    SubjectKind Kind,
    string Title,
    string Slug,
    Visibility Visibility,
    string Village,
    bool IsInitiator,
    bool IsColleague,
    bool IsContact
)
{
    public string Href => SubjectLinks.Of(Kind, Id, Slug);

    public static Task<NoticeSubject?> LoadAsync(MailDesk desk, CancellationToken cancellation)
    {
        var (db, person) = (desk.Db, desk.Person.Id);
        return db
            .Subjects.AsNoTracking()
            .Where(s => s.Id == desk.Message.SubjectId)
            .Select(s => new NoticeSubject(
                s.Id,
                s.Kind,
                s.Title,
                s.Slug,
                s.Visibility,
                s.Kind == SubjectKind.Village
                    ? s.Title
                    : db.Subjects.Where(v => s.Villages.Any(sv => sv.VillageId == v.Id))
                        .Select(v => v.Title)
                        .FirstOrDefault()
                        ?? "",
                db.Initiatives.Any(i =>
                    i.Id == s.Id
                    && (
                        i.Initiators.Any(who => who.PersonId == person)
                        || db.RoleHoldings.Any(h =>
                            h.PersonId == person
                            && h.OrganisationId == i.Contribution!.OnBehalfOfId
                            && (h.To == null || h.To >= desk.Today)
                        )
                    )
                ),
                db.Colleagues.Any(c => c.InitiativeId == s.Id && c.PersonId == person),
                db.RoleHoldings.Any(h =>
                    h.PersonId == person
                    && h.From <= desk.Today
                    && (h.To == null || h.To >= desk.Today)
                    && (
                        h.Role == Role.Liaison
                            ? h.VillageId == null
                                || h.VillageId == s.Id
                                || s.Villages.Any(sv => sv.VillageId == h.VillageId)
                            : h.Role == Role.ContactPerson
                                && db.Representations.Any(r =>
                                    r.OrganisationId == h.OrganisationId
                                    && (h.VillageId == null || h.VillageId == r.VillageId)
                                    && (r.From == null || r.From <= desk.Today)
                                    && (r.To == null || r.To >= desk.Today)
                                    && (r.VillageId == s.Id || s.Villages.Any(sv => sv.VillageId == r.VillageId))
                                )
                    )
                )
            ))
            .FirstOrDefaultAsync(cancellation);
    }
}
