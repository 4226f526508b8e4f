using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Signals.Concerns;
using Brink.Features.Signals.Defects;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

/// <summary>What happens to signals, told: in a sentence, by mail, and on Mijn Brink.</summary>
public sealed class SignalNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            SignalVerbs.Raised => T["{0} vertelde wat er speelt.", who],
            SignalVerbs.Confirmed => T["Het signaal is bevestigd en staat nu voor iedereen open."],
            SignalVerbs.Triaged => about.Date("due") is { } due
                ? T["{0} bekeek het signaal en geeft uiterlijk {1} antwoord.", who, Formats.Date(due)]
                : T["{0} bekeek het signaal.", who],
            SignalVerbs.AnswerMoved => about.Date("due") is { } moved
                ? T["{0} verplaatste het antwoord naar uiterlijk {1}.", who, Formats.Date(moved)]
                : T["{0} gaf een andere dag voor het antwoord.", who],
            SignalVerbs.Forwarded => T["{0} stuurde het signaal door. Bij het signaal staat naar wie.", who],
            SignalVerbs.Accepted => T["{0} neemt het antwoord over.", who],
            SignalVerbs.Answered => about.Code<SignalAnswer>("answer") switch
            {
                SignalAnswer.TakenUp => T["{0} antwoordde: pakken we op.", who],
                SignalAnswer.NotBecause => T["{0} antwoordde: doen we niet, want.", who],
                SignalAnswer.WithAnother => T["{0} antwoordde: ligt bij een ander.", who],
                _ => T["{0} gaf antwoord.", who],
            },
            SignalVerbs.Merged => T["Het signaal gaat verder in een ander signaal."],
            SignalVerbs.TookIn => T["Een ander signaal over hetzelfde ging hierin op."],
            SignalVerbs.Split => T["Een deel van het signaal werd een eigen signaal."],
            SignalVerbs.SplitOff => T["Dit was eerst een deel van een ander signaal."],
            SignalVerbs.DetailHidden => T["{0} haalde iets weg dat privé was.", who],
            SignalVerbs.PhotoHidden => T["{0} haalde een foto weg die privé was.", who],
            SignalVerbs.Withdrawn => T["{0} trok het signaal in.", who],
            SignalVerbs.Forgotten => T["Niemand bevestigde het signaal op tijd. Wat erin stond, is weggehaald."],
            SharedConcernVerbs.Named => T["{0} gaf een naam aan wat in meer dorpen speelt.", who],
            SharedConcernVerbs.Gathered => T["{0} voegde signalen toe.", who],
            SharedConcernVerbs.LetGo => T["{0} haalde een signaal eruit.", who],
            SharedConcernVerbs.Edited => T["{0} paste de tekst aan.", who],
            _ => null,
        };

    public override IReadOnlyCollection<string> ToFollowers =>
        [
            SignalVerbs.Triaged,
            SignalVerbs.AnswerMoved,
            SignalVerbs.Forwarded,
            SignalVerbs.Accepted,
            SignalVerbs.Merged,
            SignalVerbs.SplitOff,
            SharedConcernVerbs.Gathered,
        ];

    public override IReadOnlyCollection<string> ToFollowersOfPlaces =>
        [SignalVerbs.Confirmed, SignalVerbs.Answered, SharedConcernVerbs.Named];

    public override IReadOnlyCollection<string> ByResidents => [SignalVerbs.Raised, SignalVerbs.Withdrawn];

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        await TellOfRaisedAsync(outgoing, cancellation);
        var confirmed = outgoing
            .With(SignalVerbs.Confirmed, SignalVerbs.SplitOff)
            .Where(line => line.Visibility == Visibility.Public)
            .ToArray();
        var forwarded = outgoing
            .With(SignalVerbs.Forwarded)
            .Where(line => line.Visibility == Visibility.Public)
            .ToArray();
        if (confirmed.Length + forwarded.Length == 0)
        {
            return;
        }

        var roles = await outgoing.RolesAsync(cancellation);
        var asked = forwarded.Select(line => line.About.Number("organisation")).OfType<long>().ToArray();
        var (db, today) = (outgoing.Db, outgoing.Today);
        var there = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => asked.Contains(h.OrganisationId) && h.From <= today && (h.To == null || h.To >= today))
            .Select(h => new { h.OrganisationId, h.PersonId })
            .Distinct()
            .ToArrayAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in confirmed
                from person in line
                    .Villages.SelectMany(roles.ContactPersonsFor)
                    .Concat(line.Villages.SelectMany(roles.LiaisonsFor))
                    .Distinct()
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
                .. from line in forwarded
                let organisation = line.About.Number("organisation")
                let people = there.Where(h => h.OrganisationId == organisation).Select(h => h.PersonId)
                from person in people.Concat(line.About.Number("person") is { } one ? [one] : [])
                where !line.IsBy(person)
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    /// <summary>A sender with mail confirms by the link in the receipt; for one without, those who call are told.</summary>
    private static async Task TellOfRaisedAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var raised = outgoing.With(SignalVerbs.Raised).ToArray();
        if (raised.Length == 0)
        {
            return;
        }

        var ids = raised.Select(line => line.SubjectId).ToArray();
        var senders = await outgoing
            .Db.Signals.AsNoTracking()
            .Where(s => ids.Contains(s.Id))
            .Select(s => new
            {
                s.Id,
                Sender = s.Contribution!.ByPersonId,
                HasMail = s.Contribution.ByPerson!.Email != null,
            })
            .ToDictionaryAsync(s => s.Id, cancellation);
        var roles = await outgoing.RolesAsync(cancellation);
        var hearings = new List<Hearing>();
        foreach (var line in raised)
        {
            if (senders[line.SubjectId!.Value] is { Sender: { } person, HasMail: true })
            {
                hearings.Add(new(line, person, MailKind.Receipt));
            }
            else if (line.Visibility == Visibility.Unconfirmed)
            {
                var contacts = line.Villages.SelectMany(roles.ContactPersonsFor).Distinct().ToArray();
                hearings.AddRange(
                    (contacts.Length > 0 ? contacts : line.Villages.SelectMany(roles.LiaisonsFor).Distinct()).Select(
                        who => new Hearing(line, who, MailKind.RoleNotice)
                    )
                );
            }
        }

        await outgoing.AddAsync(hearings, cancellation);
    }

    public override bool MayTellUnseen(NoticeSubject subject, string verb) =>
        subject.Visibility == Visibility.Unconfirmed && verb == SignalVerbs.Raised;

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            SignalVerbs.Raised => T["Wilt u een signaal bevestigen voor iemand uit {0}?", subject.Village],
            SignalVerbs.Confirmed => T["Nieuw signaal uit {0}: {1}", subject.Village, subject.Title],
            SignalVerbs.Triaged => T["Wanneer er antwoord komt op '{0}'", subject.Title],
            SignalVerbs.Forwarded when desk.Message.Kind == MailKind.RoleNotice => T[
                "Wilt u kijken naar '{0}'?",
                subject.Title
            ],
            SignalVerbs.Answered => T["Antwoord op '{0}'", subject.Title],
            SignalVerbs.Merged => T["'{0}' gaat verder in een ander signaal", subject.Title],
            _ => null,
        };
    }

    public override async Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    ) => subject.Kind == SubjectKind.Signal ? await SignalMails.PartsAsync(desk, subject, line, cancellation) : null;

    public override async Task<Letter?> LetterAsync(MailDesk desk, CancellationToken cancellation) =>
        desk.Message.Kind == MailKind.Defect
            ? await DefectMail.WriteAsync(desk, cancellation)
            : await SignalMails.ReceiptAsync(desk, cancellation);

    public override string? Why(MailDesk desk, NoticeSubject subject) =>
        subject.Kind == SubjectKind.Signal
            ? desk.T["U krijgt deze mail door uw rol: u hoort bij dit dorp, of u bent gevraagd om ernaar te kijken."]
            : null;

    public override async Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk)
    {
        var (db, T, viewer) = (desk.Db, desk.T, desk.Viewer);
        if (viewer.Roles.Count == 0)
        {
            // Nobody asks a resident to confirm for another, or to look at a signal.
            return [];
        }

        var villages = viewer
            .Roles.SelectMany(r => r.Villages)
            .Where(village => viewer.Holds(Role.Liaison, village) || viewer.SpeaksForVillage(village))
            .Distinct()
            .ToArray();
        var toConfirm = await db
            .Signals.AsNoTracking()
            .Where(s => s.State == SignalState.AwaitingConfirmation && villages.Contains(s.VillageId))
            .Where(s => s.Contribution!.ByPerson!.Email == null)
            .OrderBy(s => s.Subject.CreatedAt)
            .Take(desk.Most)
            .Select(s => new
            {
                s.Id,
                s.Subject.Title,
                s.Subject.CreatedAt,
                Village = s.Village!.Subject!.Title,
            })
            .ToArrayAsync(desk.Cancellation);
        var (me, organisations) = (viewer.PersonId, viewer.Roles.Select(r => r.OrganisationId).Distinct().ToArray());
        var asked = await db
            .Signals.Public()
            .Where(s => s.State == SignalState.Triaged)
            .SelectMany(s => s.Forwards, (s, f) => new { Signal = s, Forward = f })
            // Whoever took it over has a promise that stands in the list already.
            .Where(x => x.Signal.Forwards.All(f => f.AcceptedAt == null))
            .Where(x => x.Forward.PersonId == me || organisations.Contains(x.Forward.OrganisationId ?? 0))
            .OrderBy(x => x.Forward.At)
            .Take(desk.Most)
            .Select(x => new
            {
                x.Signal.Id,
                x.Signal.Subject.Title,
                x.Signal.Subject.Slug,
                x.Forward.At,
                x.Forward.Note,
                Village = x.Signal.Village!.Subject!.Title,
            })
            .ToArrayAsync(desk.Cancellation);
        return
        [
            .. toConfirm.Select(s => new Waiting(
                s.CreatedAt,
                new ListRow(
                    T["Bevestig '{0}' voor iemand zonder mailadres", s.Title],
                    SignalLinks.Confirm(s.Id),
                    s.Village,
                    When: T["verteld op {0}", Formats.Date(DutchTime.DateOf(s.CreatedAt))]
                )
            )),
            .. asked.Select(s => new Waiting(
                s.At,
                new ListRow(
                    T["U bent gevraagd te kijken naar '{0}'", s.Title],
                    SignalLinks.Show(s.Id, s.Slug),
                    s.Village,
                    When: T["doorgestuurd op {0}", Formats.Date(DutchTime.DateOf(s.At))],
                    Needed: s.Note.Length > 0 ? s.Note : null
                )
            )),
        ];
    }

    public override string? WhereKept(PromiseItem promise) =>
        promise.SubjectKind == SubjectKind.Signal
            ? promise.Kind switch
            {
                PromiseKind.TakeIn => SignalLinks.Triage(promise.SubjectId),
                PromiseKind.Answer => SignalLinks.Answer(promise.SubjectId),
                _ when promise.What == Signal.ToAnswer => SignalLinks.Answer(promise.SubjectId),
                _ => null,
            }
            : null;

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer) =>
        [
            .. viewer.Is(Role.Liaison)
                ? [new Crumb(T["Alle signalen die wachten"], SignalLinks.Work)]
                : Array.Empty<Crumb>(),
            .. ConcernAccess.KeepersOf(viewer).Any()
                ? [new Crumb(T["Signalen van meer dorpen bij elkaar brengen"], SignalLinks.Concerns)]
                : Array.Empty<Crumb>(),
        ];
}
