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

namespace Brink.Features.Standpoints;

/// <summary>
/// What is told of standpoints. As long as it is not sent, only those hear who are asked: nothing leaves the circle of
/// the umbrella and its members.
/// </summary>
public sealed class StandpointNews : FeatureNews
{
    private static readonly string[] ToAllInvited =
    [
        StandpointVerbs.SigningOpened,
        StandpointVerbs.Reopened,
        StandpointVerbs.Withdrawn,
        StandpointVerbs.Sent,
    ];

    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            StandpointVerbs.Written => T["{0} schreef een concept.", who],
            StandpointVerbs.Edited => T["{0} paste de tekst aan.", who],
            StandpointVerbs.SourceAdded => T["{0} noemde een signaal bij het standpunt.", who],
            StandpointVerbs.SourceRemoved => T["{0} haalde een signaal weg bij het standpunt.", who],
            StandpointVerbs.SigningOpened => about.Date("until") is { } until
                ? T["{0} stuurde het standpunt rond. Verenigingen reageren tot en met {1}.", who, Formats.Date(until)]
                : T["{0} stuurde het standpunt rond.", who],
            StandpointVerbs.Reopened => T[
                "{0} veranderde de tekst. Het tekenen stopt; de nieuwe tekst gaat opnieuw rond.",
                who
            ],
            StandpointVerbs.Reacted => about.Code<Stance>("stance") switch
            {
                Stance.Signed => T["{0} ondertekende.", who],
                Stance.Abstained => T["{0} onthield zich.", who],
                Stance.Dissented => T["{0} is het niet eens.", who],
                _ => T["{0} reageerde.", who],
            },
            StandpointVerbs.ReactionEntered => T["{0}: de reactie kwam op papier, per mail of per telefoon.", who],
            StandpointVerbs.ReactionTakenBack => T["{0} nam de reactie terug.", who],
            StandpointVerbs.Reminded => T["Brink herinnerde verenigingen die nog niet hadden gereageerd."],
            StandpointVerbs.Sent => T["{0} stuurde het standpunt naar de gemeente.", who],
            StandpointVerbs.Answered => T["{0} gaf antwoord op het standpunt.", who],
            StandpointVerbs.Withdrawn => T["{0} trok het standpunt in.", who],
            _ => null,
        };

    public override IReadOnlyCollection<string> ToFollowers => [StandpointVerbs.Answered];

    public override IReadOnlyCollection<string> ToFollowersOfPlaces => [StandpointVerbs.Sent];

    public override bool MayTellUnseen(NoticeSubject subject, string verb) =>
        subject.Kind == SubjectKind.Standpoint
        && verb
            is StandpointVerbs.SigningOpened
                or StandpointVerbs.Reopened
                or StandpointVerbs.Reminded
                or StandpointVerbs.ReactionEntered
                or StandpointVerbs.Withdrawn;

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With([
                .. ToAllInvited,
                StandpointVerbs.Reminded,
                StandpointVerbs.ReactionEntered,
                StandpointVerbs.Answered,
            ])
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var ids = lines.Select(line => line.SubjectId!.Value).ToArray();
        var (db, today) = (outgoing.Db, outgoing.Today);
        var rounds = await db
            .SigningRounds.AsNoTracking()
            .Include(r => r.Invited)
            .Include(r => r.Signatures)
            .Where(r => ids.Contains(r.StandpointId))
            .AsSplitQuery()
            .ToArrayAsync(cancellation);
        var umbrellas = await db
            .Standpoints.Where(s => ids.Contains(s.Id))
            .ToDictionaryAsync(s => s.Id, s => s.UmbrellaId, cancellation);
        var holders = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => Viewer.SpeakingRoles.Contains(h.Role) || StandpointAccess.Answering.Contains(h.Role))
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Select(h => new Holder(h.PersonId, h.OrganisationId, h.Role))
            .ToArrayAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let standpoint = line.SubjectId!.Value
                let last = rounds.Where(r => r.StandpointId == standpoint).MaxBy(r => r.Number)
                from person in Hearers(line, umbrellas[standpoint], last, holders).Distinct()
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    private static IEnumerable<long> Hearers(LineOut line, long umbrella, SigningRound? last, Holder[] holders)
    {
        IEnumerable<long> Of(IEnumerable<long> organisations) =>
            holders
                .Where(h => Viewer.SpeakingRoles.Contains(h.Role) && organisations.Contains(h.OrganisationId))
                .Select(h => h.PersonId);

        var invited = last?.Invited.Select(i => i.AssociationId).ToArray() ?? [];
        return line.Verb switch
        {
            StandpointVerbs.ReactionEntered => Of([line.About.Number("association") ?? 0]),
            StandpointVerbs.Reminded => Of(invited.Where(id => last!.Current(id) is null)),
            StandpointVerbs.Answered => Of([umbrella, .. invited.Where(id => last!.Current(id) is not null)]),
            StandpointVerbs.Sent =>
            [
                .. Of([umbrella, .. invited]),
                .. holders.Where(h => h.Role is Role.Liaison or Role.ExecutiveMember).Select(h => h.PersonId),
            ],
            _ => Of(invited),
        };
    }

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            StandpointVerbs.SigningOpened => T["Wil uw vereniging reageren? '{0}'", subject.Title],
            StandpointVerbs.Reminded => T["Uw vereniging kan nog reageren: '{0}'", subject.Title],
            StandpointVerbs.Reopened => T["De tekst is veranderd: '{0}'", subject.Title],
            StandpointVerbs.ReactionEntered => T["Voor uw vereniging is een reactie ingevoerd: '{0}'", subject.Title],
            StandpointVerbs.Sent => T["Naar de gemeente gestuurd: '{0}'", subject.Title],
            StandpointVerbs.Answered => T["De gemeente antwoordt op '{0}'", subject.Title],
            StandpointVerbs.Withdrawn => T["Het standpunt '{0}' is ingetrokken", subject.Title],
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
        if (subject.Kind != SubjectKind.Standpoint)
        {
            return null;
        }

        var T = desk.T;
        var parts = new List<LetterPart> { new Paragraph(line.Sentence) };
        switch (line.Verb)
        {
            case StandpointVerbs.SigningOpened or StandpointVerbs.Reminded:
                parts.Add(
                    new Paragraph(
                        T[
                            "Uw vereniging kan ondertekenen, zich onthouden, of zeggen dat zij het niet eens is. In uw eigen woorden. Wie niets laat horen, staat erbij als 'nog niet gereageerd'."
                        ]
                    )
                );
                parts.Add(new Button(T["Lees en reageer"], desk.Href(StandpointLinks.React(subject.Id))));
                return parts;
            case StandpointVerbs.ReactionEntered:
                parts.Add(new Paragraph(T["Klopt het niet? Neem de reactie dan terug, of geef een andere."]));
                parts.Add(
                    new Button(
                        T["Bekijk de reactie"],
                        desk.Href(StandpointLinks.TakeBack(subject.Id, line.About.Number("association") ?? 0))
                    )
                );
                return parts;
            case StandpointVerbs.Sent:
                var stances = await desk
                    .Db.SentReactions.Where(r => r.StandpointId == subject.Id)
                    .Select(r => r.Stance)
                    .ToArrayAsync(cancellation);
                parts.Add(new Paragraph(T.Sentence(Tally.Of(stances))));
                break;
            case StandpointVerbs.Answered:
                parts.Add(
                    new Quote(
                        await desk
                            .Db.Standpoints.Where(s => s.Id == subject.Id)
                            .Select(s => s.AnswerText)
                            .FirstAsync(cancellation)
                    )
                );
                break;
        }

        parts.Add(new Button(T["Bekijk het op Brink"], desk.Href(subject.Href)));
        return parts;
    }

    public override string? Why(MailDesk desk, NoticeSubject subject)
    {
        var T = desk.T;
        return subject.Kind == SubjectKind.Standpoint
            ? T["U krijgt deze mail door uw rol bij een vereniging, de koepel of de gemeente."]
            : null;
    }

    public override string? WhereKept(PromiseItem promise) =>
        promise is { SubjectKind: SubjectKind.Standpoint, Kind: PromiseKind.Answer }
            ? StandpointLinks.Answer(promise.SubjectId)
            : null;

    public override Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk) => StandpointWaiting.ReadAsync(desk);

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer)
    {
        if (viewer.Umbrellas().Count > 0)
        {
            yield return new Crumb(T["Een standpunt schrijven"], StandpointLinks.Write);
        }

        if (viewer.Roles.Any(r => viewer.SpeaksFor(r.OrganisationId)) || viewer.IsOfficial)
        {
            yield return new Crumb(T["Standpunten"], StandpointLinks.List);
        }
    }

    private sealed record Holder(long PersonId, long OrganisationId, Role Role);
}
