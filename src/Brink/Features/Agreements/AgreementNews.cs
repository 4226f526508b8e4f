using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Agreements;

/// <summary>What is told of agreements: until a text holds only those who sign for a party or keep it hear.</summary>
public sealed class AgreementNews : FeatureNews
{
    private static readonly string[] ToParties =
    [
        AgreementVerbs.SentRound,
        AgreementVerbs.TakenBack,
        AgreementVerbs.CameIntoForce,
        AgreementVerbs.Recorded,
        AgreementVerbs.Ended,
    ];

    private static readonly string[] ToSome = [AgreementVerbs.Answered, AgreementVerbs.AnswerEntered];

    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            AgreementVerbs.Drafted => T["{0} begon met afspraken op papier.", who],
            AgreementVerbs.Edited => T["{0} werkte aan de afspraken.", who],
            AgreementVerbs.EvaluationPlanned => about.Date("on") is { } on
                ? T["{0} plande een dag om te kijken of het werkt: {1}.", who, Formats.Date(on)]
                : T["{0} plande een dag om te kijken of het werkt.", who],
            AgreementVerbs.EvaluationCancelled => T["{0} haalde een dag weg om te kijken of het werkt.", who],
            AgreementVerbs.SentRound => T["{0} stuurde de afspraken rond om te tekenen.", who],
            AgreementVerbs.TakenBack => T["{0} nam de tekst terug om hem te veranderen.", who],
            AgreementVerbs.Answered => about.Code<AnswerKind>("kind") switch
            {
                AnswerKind.Signs => T["{0} tekende.", who],
                AnswerKind.Declines => T["{0} tekent niet.", who],
                AnswerKind.WantsToTalk => T["{0} wil eerst praten.", who],
                _ => T["{0} nam terug wat was ingevoerd.", who],
            },
            AgreementVerbs.AnswerEntered => T["Een handtekening op papier is ingevoerd."],
            AgreementVerbs.CameIntoForce => T["Alle partijen tekenden. De afspraken gelden."],
            AgreementVerbs.Recorded => T["{0} legde afspraken vast die al op papier waren getekend.", who],
            AgreementVerbs.Renewed => T["{0} begon met een nieuwe tekst.", who],
            AgreementVerbs.Ended => T["{0} liet de afspraken stoppen.", who],
            _ => null,
        };

    public override IReadOnlyCollection<string> ToFollowers => [AgreementVerbs.CameIntoForce, AgreementVerbs.Ended];

    public override bool MayTellUnseen(NoticeSubject subject, string verb) =>
        subject.Kind == SubjectKind.Agreement && ToParties.Concat(ToSome).Contains(verb, StringComparer.Ordinal);

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing.With([.. ToParties, .. ToSome]).ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var ids = lines.Select(line => line.SubjectId!.Value).ToArray();
        var (db, today) = (outgoing.Db, outgoing.Today);
        var agreements = await db
            .Agreements.AsNoTracking()
            .Where(a => ids.Contains(a.Id))
            .Select(a => new
            {
                a.Id,
                a.KeeperId,
                Parties = a
                    .Versions.Where(v => v.Number == a.Versions.Max(last => last.Number))
                    .SelectMany(v => v.Parties)
                    .Select(p => p.OrganisationId)
                    .ToArray(),
            })
            .ToDictionaryAsync(a => a.Id, cancellation);
        var parties = agreements.Values.SelectMany(a => a.Parties).Distinct().ToArray();
        var held = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => parties.Contains(h.OrganisationId))
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Select(h => new
            {
                h.PersonId,
                h.OrganisationId,
                h.Role,
                h.Organisation!.Kind,
            })
            .ToArrayAsync(cancellation);
        var signers = held.Where(h =>
                h.Kind switch
                {
                    OrganisationKind.Municipality => h.Role == Role.ExecutiveMember,
                    OrganisationKind.Welfare => true,
                    _ => Viewer.SpeakingRoles.Contains(h.Role),
                }
            )
            .ToLookup(h => h.OrganisationId, h => h.PersonId);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let agreement = agreements[line.SubjectId!.Value]
                from person in Organisations(line, agreement.KeeperId, agreement.Parties)
                    .SelectMany(id => signers[id])
                    .Distinct()
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    /// <summary>The organisations whose signers hear: of an answer the keeper, of one that was entered the party itself.</summary>
    private static IEnumerable<long> Organisations(LineOut line, long keeper, long[] parties) =>
        line.Verb switch
        {
            AgreementVerbs.Answered => [keeper],
            AgreementVerbs.AnswerEntered => [line.About.Number("organisation") ?? 0],
            _ => parties,
        };

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            AgreementVerbs.SentRound => T["Wilt u tekenen? '{0}'", subject.Title],
            AgreementVerbs.TakenBack => T["De tekst verandert: '{0}'", subject.Title],
            AgreementVerbs.AnswerEntered => T["Voor uw organisatie is getekend: '{0}'", subject.Title],
            AgreementVerbs.CameIntoForce or AgreementVerbs.Recorded => T["De afspraken gelden: '{0}'", subject.Title],
            AgreementVerbs.Ended => T["De afspraken stoppen: '{0}'", subject.Title],
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
        if (subject.Kind != SubjectKind.Agreement)
        {
            return Task.FromResult<IReadOnlyList<LetterPart>?>(null);
        }

        var T = desk.T;
        List<LetterPart> parts = [new Paragraph(line.Sentence)];
        switch (line.Verb)
        {
            case AgreementVerbs.SentRound:
                parts.Add(
                    new Paragraph(
                        T[
                            "U kunt tekenen, zeggen dat u eerst wilt praten, of niet tekenen. U hoeft niet te zeggen waarom."
                        ]
                    )
                );
                parts.Add(new Button(T["Lees en teken"], desk.Href(AgreementLinks.Sign(subject.Id))));
                break;
            case AgreementVerbs.AnswerEntered:
                parts.Add(new Paragraph(T["Klopt het niet? Neem het dan terug, zolang niet iedereen heeft getekend."]));
                parts.Add(new Button(T["Bekijk het op Brink"], desk.Href(AgreementLinks.Sign(subject.Id))));
                break;
            default:
                parts.Add(new Button(T["Bekijk het op Brink"], desk.Href(subject.Href)));
                break;
        }

        return Task.FromResult<IReadOnlyList<LetterPart>?>(parts);
    }

    public override string? Why(MailDesk desk, NoticeSubject subject)
    {
        var T = desk.T;
        return subject.Kind == SubjectKind.Agreement
            ? T["U krijgt deze mail omdat u mag tekenen voor een van de partijen."]
            : null;
    }

    public override async Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk)
    {
        var (T, viewer) = (desk.T, desk.Viewer);
        var mine = viewer.Roles.Select(r => r.OrganisationId).Where(viewer.SignsFor).Distinct().ToArray();
        if (mine.Length == 0)
        {
            return [];
        }

        var found = await desk
            .Db.AgreementVersions.AsNoTracking()
            .Where(v => v.State == VersionState.Signing)
            .Where(v =>
                v.Parties.Any(p =>
                    mine.Contains(p.OrganisationId)
                    && v.Answers.Where(a => a.OrganisationId == p.OrganisationId)
                        .OrderByDescending(a => a.Turn)
                        .Select(a => (AnswerKind?)a.Kind)
                        .FirstOrDefault() != AnswerKind.Signs
                )
            )
            .Join(
                desk.Db.Subjects,
                v => v.AgreementId,
                s => s.Id,
                (v, s) =>
                    new
                    {
                        v.AgreementId,
                        s.Title,
                        v.SentRoundAt,
                    }
            )
            .OrderBy(x => x.SentRoundAt)
            .Take(desk.Most)
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. found.Select(x => new Waiting(
                x.SentRoundAt!.Value,
                new ListRow(
                    T["Tekenen: '{0}'", x.Title],
                    AgreementLinks.Sign(x.AgreementId),
                    When: T["rondgestuurd op {0}", Formats.Date(DutchTime.DateOf(x.SentRoundAt.Value))],
                    Needed: T["Teken, of zeg dat u eerst wilt praten."]
                )
            )),
        ];
    }

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer)
    {
        if (AgreementAccess.KeepersOf(viewer).Count > 0 || viewer.Roles.Any(r => viewer.SignsFor(r.OrganisationId)))
        {
            yield return new Crumb(T["Afspraken op papier"], AgreementLinks.List);
        }
    }
}
