using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.GroundRules;

/// <summary>What is told of ground rules: every party hears what another did, followers hear what came into force.</summary>
public sealed class GroundRulesNews : FeatureNews
{
    private static readonly string[] ToParties =
    [
        GroundRulesVerbs.Proposed,
        GroundRulesVerbs.Accepted,
        GroundRulesVerbs.CameIntoForce,
        GroundRulesVerbs.Refused,
        GroundRulesVerbs.TalkWanted,
        GroundRulesVerbs.Withdrawn,
        GroundRulesVerbs.PartyJoined,
        GroundRulesVerbs.PartyLeft,
    ];

    public override IReadOnlyCollection<string> ToFollowers => [GroundRulesVerbs.CameIntoForce];

    public override string? Sentence(Texts T, string verb, string who, JournalFacts about)
    {
        var number = about.Number("version") ?? 0;
        return verb switch
        {
            GroundRulesVerbs.Proposed => T["{0} stelde spelregels voor (versie {1}).", who, number],
            GroundRulesVerbs.Accepted => T["{0} aanvaardde de spelregels (versie {1}).", who, number],
            GroundRulesVerbs.CameIntoForce => T[
                "Alle partijen aanvaardden de spelregels (versie {0}). Ze gelden nu.",
                number
            ],
            GroundRulesVerbs.Refused => T["{0} aanvaardde de spelregels (versie {1}) niet.", who, number],
            GroundRulesVerbs.TalkWanted => T["{0} wil eerst praten over de spelregels (versie {1}).", who, number],
            GroundRulesVerbs.Withdrawn => T["{0} trok het voorstel voor spelregels in (versie {1}).", who, number],
            GroundRulesVerbs.PartyJoined => T["{0} vroeg een organisatie bij de spelregels.", who],
            GroundRulesVerbs.PartyLeft => T["Een organisatie is geen partij meer bij de spelregels."],
            _ => null,
        };
    }

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            GroundRulesVerbs.Proposed => T["Een voorstel over '{0}'", subject.Title],
            GroundRulesVerbs.TalkWanted => T["Praten over de spelregels van '{0}'", subject.Title],
            GroundRulesVerbs.CameIntoForce => T["De spelregels van '{0}' gelden", subject.Title],
            _ => null,
        };
    }

    public override Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        if (!ToParties.Contains(line.Verb, StringComparer.Ordinal))
        {
            return Task.FromResult<IReadOnlyList<LetterPart>?>(null);
        }

        var T = desk.T;
        List<LetterPart> parts = [new Paragraph(line.Sentence)];
        if (line.Verb == GroundRulesVerbs.Proposed)
        {
            parts.Add(
                new Paragraph(
                    T["U kunt aanvaarden, weigeren of vragen om te praten. Tot die tijd blijft het zoals het is."]
                )
            );
        }

        parts.Add(new Button(T["Lees de spelregels"], desk.Href(InitiativeLinks.GroundRules(subject.Id))));
        return Task.FromResult<IReadOnlyList<LetterPart>?>(parts);
    }

    /// <summary>The initiators, the liaison of the village, and who speaks for the organisations at the table.</summary>
    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing.With(ToParties).Where(line => line.Visibility == Visibility.Public).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var db = outgoing.Db;
        var ids = lines.Select(line => line.SubjectId).ToArray();
        var initiatives = await db
            .Initiatives.AsNoTracking()
            .Where(i => ids.Contains(i.Id))
            .Select(i => new
            {
                i.Id,
                i.Contribution!.OnBehalfOfId,
                Initiators = i.Initiators.Select(who => who.PersonId).ToArray(),
                Colleagues = i.Colleagues.Select(who => who.PersonId).ToArray(),
                Partners = i
                    .GroundRulesParties.Where(p => p.Until == null && p.OrganisationId != null)
                    .Select(p => p.OrganisationId!.Value)
                    .ToArray(),
                Silent = db
                    .Follows.Where(f => f.SubjectId == i.Id && f.Frequency == Frequency.None)
                    .Select(f => f.PersonId)
                    .ToArray(),
            })
            .AsSplitQuery()
            .ToDictionaryAsync(i => i.Id, cancellation);
        var partners = initiatives.Values.SelectMany(i => i.Partners).ToHashSet();
        // Whoever left hears that too.
        partners.UnionWith(lines.Select(line => line.About.Number("organisation")).OfType<long>());
        var speakers = await SpeakersAsync(outgoing, partners, cancellation);
        var roles = await outgoing.RolesAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let those = initiatives[line.SubjectId!.Value]
                let association = those.OnBehalfOfId is { } id ? roles.ContactPersonsOf(id) : []
                let initiators = those.Initiators.Union(association).Except(those.Silent)
                let table = those.Partners.Concat(line.About.Number("organisation") is { } asked ? [asked] : [])
                from person in initiators
                    .Union(line.Villages.SelectMany(roles.LiaisonsFor))
                    .Union(table.SelectMany(organisation => speakers[organisation]))
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    public override async Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk)
    {
        var (db, T, viewer, me) = (desk.Db, desk.T, desk.Viewer, desk.Viewer.PersonId ?? 0);
        var organisations = desk.Organisations;
        var partners = viewer.Roles.Select(r => r.OrganisationId).Where(viewer.AnswersFor).Distinct().ToArray();
        var liaison = viewer.Roles.Where(r => r.Role == Role.Liaison).ToArray();
        // Brought in by the liaison, somebody may accept for the municipality as well.
        var isOfficial = viewer.IsOfficial;
        var everywhere = liaison.Any(r => r.VillageId is null);
        var villages = liaison.Select(r => r.VillageId).OfType<long>().ToArray();
        var rows = await db
            .GroundRulesVersions.AsNoTracking()
            .Where(v => v.State == RulesState.Proposed)
            .Join(db.Initiatives, v => v.InitiativeId, i => i.Id, (v, i) => new { Rules = v, Initiative = i })
            .Where(x => x.Initiative.Subject.Visibility == Visibility.Public)
            .Where(x =>
                x.Initiative.GroundRulesParties.Any(p =>
                    p.Until == null
                    && (
                        p.Kind == RulesPartyKind.Initiators
                            ? x.Initiative.Initiators.Any(who => who.PersonId == me)
                                || organisations.Contains(x.Initiative.Contribution!.OnBehalfOfId ?? 0)
                        : p.Kind == RulesPartyKind.Municipality
                            ? everywhere
                                || villages.Contains(x.Initiative.VillageId)
                                || (isOfficial && x.Initiative.Colleagues.Any(who => who.PersonId == me))
                        : partners.Contains(p.OrganisationId ?? 0)
                    )
                    && !x.Rules.Responses.Any(r => r.PartyId == p.Id && r.Kind == RulesAnswerKind.Accepts)
                )
            )
            .OrderBy(x => x.Rules.ProposedAt)
            .Take(desk.Most)
            .Select(x => new
            {
                x.Initiative.Id,
                x.Initiative.Subject.Title,
                x.Rules.ProposedAt,
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. rows.Select(x => new Waiting(
                x.ProposedAt,
                new ListRow(
                    T["Een voorstel over '{0}'", x.Title],
                    InitiativeLinks.AnswerRules(x.Id),
                    When: T["gedaan op {0}", Formats.Date(DutchTime.DateOf(x.ProposedAt))],
                    Needed: T["Spelregels. Zeg of u ze aanvaardt, of vraag om te praten."]
                )
            )),
        ];
    }

    private static async Task<ILookup<long, long>> SpeakersAsync(
        Outgoing outgoing,
        IReadOnlyCollection<long> organisations,
        CancellationToken cancellation
    )
    {
        var today = outgoing.Today;
        var held = await outgoing
            .Db.RoleHoldings.AsNoTracking()
            .Where(h => organisations.Contains(h.OrganisationId))
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Where(h => h.Organisation!.Kind == OrganisationKind.Welfare || Viewer.SpeakingRoles.Contains(h.Role))
            .Select(h => new { h.OrganisationId, h.PersonId })
            .Distinct()
            .ToArrayAsync(cancellation);
        return held.ToLookup(h => h.OrganisationId, h => h.PersonId);
    }
}
