using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Places;
using Brink.Features.Shared;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice;

/// <summary>
/// Who must hear of advice because of what they are to it. Of advice on a plan in confidence only the readers of the
/// adviser hear, and the officers who work in that plan.
/// </summary>
internal static class AdviceHearers
{
    private static readonly string[] ToAdviser =
    [
        AdviceVerbs.Asked,
        AdviceVerbs.Reminded,
        AdviceVerbs.DateSettled,
        AdviceVerbs.Withdrawn,
    ];

    /// <summary>Everybody who may speak for the adviser, and not only its contact person.</summary>
    private static readonly string[] ToWholeBoard =
    [
        AdviceVerbs.Given,
        AdviceVerbs.TakenBack,
        AdviceVerbs.Answered,
        AdviceVerbs.AnswerCorrected,
    ];

    private static readonly string[] ToMunicipality =
    [
        AdviceVerbs.DateProposed,
        AdviceVerbs.Declined,
        AdviceVerbs.Given,
        AdviceVerbs.TakenBack,
    ];

    public static readonly IReadOnlyList<string> Verbs =
    [
        .. ToAdviser.Concat(ToWholeBoard).Concat(ToMunicipality).Distinct(),
    ];

    /// <summary>Four queries at most, however many lines.</summary>
    public static async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing.With([.. Verbs]).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var (db, today) = (outgoing.Db, outgoing.Today);
        var ids = lines.Select(line => line.SubjectId!.Value).ToArray();
        var advices = await db
            .Advices.AsNoTracking()
            .Where(a => ids.Contains(a.Id))
            .Select(a => new About(
                a.Id,
                a.AdviserId,
                a.InConfidence,
                a.AskContribution!.ByPersonId,
                a.Dossier!.OwnerId,
                a.InConfidence
                    ? db
                        .DossierReaders.Where(r =>
                            r.DossierId == a.DossierId && r.OrganisationId == a.AdviserId && r.RemovedOn == null
                        )
                        .Select(r => r.PersonId ?? 0)
                        .ToArray()
                    : Array.Empty<long>()
            ))
            .AsSingleQuery()
            .ToDictionaryAsync(a => a.Id, cancellation);
        var advisers = advices.Values.Select(a => a.AdviserId).Distinct().ToArray();
        var holders = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Where(h =>
                (advisers.Contains(h.OrganisationId) && Viewer.SpeakingRoles.Contains(h.Role))
                || AdviceAccess.Officials.Contains(h.Role)
            )
            .Select(h => new Holder(h.PersonId, h.OrganisationId, h.Role))
            .ToArrayAsync(cancellation);
        var roles = await outgoing.RolesAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let advice = advices[line.SubjectId!.Value]
                let hearers = advice.InConfidence
                    ? InConfidence(line, advice, holders)
                    : InTheOpen(line, advice, holders, roles)
                from person in hearers.Distinct()
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    private static IEnumerable<long> InTheOpen(LineOut line, About advice, Holder[] holders, VillageRoles roles)
    {
        var board = holders
            .Where(h => h.OrganisationId == advice.AdviserId && Viewer.SpeakingRoles.Contains(h.Role))
            .ToArray();
        var contacts = board.Where(h => h.Role == Role.ContactPerson).ToArray();
        if (Tells(ToWholeBoard, line))
        {
            foreach (var one in board)
            {
                yield return one.PersonId;
            }
        }
        else if (Tells(ToAdviser, line))
        {
            foreach (var one in contacts.Length > 0 ? contacts : board)
            {
                yield return one.PersonId;
            }
        }

        // So that the village's liaison hears of everything that is asked of it.
        if (Tells(ToMunicipality, line) || line.Verb is AdviceVerbs.Asked or AdviceVerbs.Withdrawn)
        {
            foreach (var liaison in roles.LiaisonsOf(line.Villages))
            {
                yield return liaison;
            }
        }

        if (!Tells(ToMunicipality, line))
        {
            yield break;
        }

        // Who asked and works there no more hears nothing more.
        foreach (var official in new[] { advice.AskerId, advice.OwnerId }.OfType<long>())
        {
            if (holders.Any(h => h.PersonId == official && AdviceAccess.Officials.Contains(h.Role)))
            {
                yield return official;
            }
        }

        if (line.Verb is AdviceVerbs.Given or AdviceVerbs.TakenBack)
        {
            foreach (var executive in holders.Where(h => h.Role == Role.ExecutiveMember))
            {
                yield return executive.PersonId;
            }
        }
    }

    private static IEnumerable<long> InConfidence(LineOut line, About advice, Holder[] holders)
    {
        if (Tells(ToWholeBoard, line) || Tells(ToAdviser, line))
        {
            foreach (
                var reader in holders.Where(h =>
                    h.OrganisationId == advice.AdviserId
                    && Viewer.SpeakingRoles.Contains(h.Role)
                    && advice.Readers.Contains(h.PersonId)
                )
            )
            {
                yield return reader.PersonId;
            }
        }

        if (Tells(ToMunicipality, line))
        {
            var officers = holders.Where(h => h.Role == Role.PolicyOfficer).Select(h => h.PersonId).ToArray();
            foreach (var officer in advice.OwnerId is { } owner && officers.Contains(owner) ? [owner] : officers)
            {
                yield return officer;
            }
        }
    }

    private static bool Tells(string[] verbs, LineOut line) => verbs.Contains(line.Verb, StringComparer.Ordinal);

    private sealed record About(
        long Id,
        long AdviserId,
        bool InConfidence,
        long? AskerId,
        long? OwnerId,
        long[] Readers
    );

    private sealed record Holder(long PersonId, long OrganisationId, Role Role);
}
