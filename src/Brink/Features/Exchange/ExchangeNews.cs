using Brink.Features.Accounts;
using Brink.Features.Exchange.Experts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange;

/// <summary>What happens in asking, offering and knowing: told to the two whom it concerns, and new help to followers.</summary>
public sealed class ExchangeNews : FeatureNews
{
    public override IReadOnlyCollection<string> ToFollowers => [HelpVerbs.Done];

    public override IReadOnlyCollection<string> ToFollowersOfPlaces => [HelpVerbs.Confirmed];

    public override IReadOnlyCollection<string> ByResidents =>
        [
            HelpVerbs.HandedIn,
            HelpVerbs.ResponseHandedIn,
            HelpVerbs.Responded,
            HelpVerbs.SteppedBack,
            ExpertVerbs.QuestionHandedIn,
            ExpertVerbs.QuestionWithdrawn,
            ExpertVerbs.Asked,
        ];

    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            HelpVerbs.HandedIn => T["{0} vroeg hulp of bood hulp aan.", who],
            HelpVerbs.Confirmed => T["Er staat nieuwe hulp op Brink."],
            HelpVerbs.ResponseHandedIn => T["{0} wil reageren en moet dat nog bevestigen.", who],
            HelpVerbs.Responded => T["{0} reageerde.", who],
            HelpVerbs.Accepted => T["Er is hulp afgesproken."],
            HelpVerbs.Declined => T["Iemand is bedankt voor een reactie."],
            HelpVerbs.SteppedBack => T["Iemand trok een reactie in."],
            HelpVerbs.Done => T["Het is klaar."],
            HelpVerbs.Withdrawn => T["{0} trok dit in.", who],
            HelpVerbs.Forgotten => T["Niemand bevestigde dit op tijd. Wat erin stond, is weggehaald."],
            HelpVerbs.HandoverAsked => T["{0} vroeg de beheerder om het nieuwe bestuurslid een rol te geven.", who],
            HelpVerbs.Cleared => T["Brink haalde oude berichten en telefoonnummers weg."],
            ExpertVerbs.Joined => T["{0} kwam op de lijst 'Wie weet het?'.", who],
            ExpertVerbs.Changed => T["{0} werkte de lijst 'Wie weet het?' bij.", who],
            ExpertVerbs.Left => T["Iemand ging van de lijst 'Wie weet het?' af."],
            ExpertVerbs.Marked => T["{0} koos een eigen specialist.", who],
            ExpertVerbs.Unmarked => T["Een vereniging heeft deze specialist niet meer."],
            ExpertVerbs.QuestionHandedIn => T["{0} wil iets vragen en moet dat nog bevestigen.", who],
            ExpertVerbs.QuestionWithdrawn => T["{0} trok een vraag in.", who],
            ExpertVerbs.Asked => T["{0} stelde een vraag.", who],
            ExpertVerbs.Answered => T["Een vraag is beantwoord."],
            _ => null,
        };

    public override bool MayTellUnseen(NoticeSubject subject, string verb) =>
        (subject.Visibility, verb)
            is
                (Visibility.Unconfirmed, HelpVerbs.HandedIn)
                or
                (Visibility.Withdrawn, HelpVerbs.Withdrawn)
                or
                (Visibility.Withdrawn, ExpertVerbs.Answered);

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            HelpVerbs.HandedIn or HelpVerbs.ResponseHandedIn or ExpertVerbs.QuestionHandedIn => T[
                "Wilt u dit bevestigen? '{0}'",
                subject.Title
            ],
            HelpVerbs.Responded => T["Een reactie op '{0}'", subject.Title],
            HelpVerbs.Accepted => T["Afgesproken: '{0}'", subject.Title],
            HelpVerbs.Declined => T["Bedankt voor uw reactie op '{0}'", subject.Title],
            HelpVerbs.SteppedBack => T["Er is weer een plaats vrij bij '{0}'", subject.Title],
            HelpVerbs.HandoverAsked => T["Een nieuw bestuurslid: wilt u een rol geven?"],
            ExpertVerbs.Asked => T["Een vraag aan '{0}'", subject.Title],
            ExpertVerbs.Answered => T["Antwoord op uw vraag"],
            _ => null,
        };
    }

    public override Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    ) => ExchangeMail.PartsAsync(desk, subject, line, cancellation);

    public override string? Why(MailDesk desk, NoticeSubject subject)
    {
        var T = desk.T;
        return subject.Kind switch
        {
            SubjectKind.Help => T["U krijgt deze mail omdat u hulp vroeg of aanbood, of daarop reageerde."],
            SubjectKind.Expert => T[
                "U krijgt deze mail omdat u iets vroeg, of omdat u op de lijst 'Wie weet het?' staat."
            ],
            _ => null,
        };
    }

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        await TellOfHelpAsync(outgoing, cancellation);
        await TellOfQuestionsAsync(outgoing, cancellation);
    }

    public override Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk) => ExchangeWaiting.ReadAsync(desk);

    private static async Task TellOfHelpAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With(
                HelpVerbs.HandedIn,
                HelpVerbs.ResponseHandedIn,
                HelpVerbs.Responded,
                HelpVerbs.Accepted,
                HelpVerbs.Declined,
                HelpVerbs.SteppedBack,
                HelpVerbs.Done,
                HelpVerbs.Withdrawn,
                HelpVerbs.HandoverAsked
            )
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var db = outgoing.Db;
        var ids = lines.Select(line => line.SubjectId).Distinct().ToArray();
        var helps = await db
            .Helps.AsNoTracking()
            .Where(h => ids.Contains(h.Id))
            .Select(h => new Asked(
                h.Id,
                h.Contribution!.ByPersonId,
                h.Contribution.ByPerson!.Email != null,
                h.Contribution.OnBehalfOfId,
                h.Contribution.EnteredById
            ))
            .ToDictionaryAsync(h => h.Id, cancellation);
        var responses = await db
            .HelpResponses.AsNoTracking()
            .Where(r => ids.Contains(r.HelpId) && r.State != ResponseState.Unconfirmed)
            .Where(r => r.State != ResponseState.SteppedBack)
            .Select(r => new Answered(r.Id, r.HelpId, r.PersonId, r.State))
            .ToArrayAsync(cancellation);
        var roles = await outgoing.RolesAsync(cancellation);
        var administrators = lines.Any(line => line.Verb == HelpVerbs.HandoverAsked)
            ? await db
                .RoleHoldings.Where(h => h.Role == Role.Administrator)
                .Where(h => h.From <= outgoing.Today && (h.To == null || h.To >= outgoing.Today))
                .Select(h => h.PersonId)
                .Distinct()
                .ToArrayAsync(cancellation)
            : [];
        await outgoing.AddAsync(
            [
                .. from line in lines
                let help = helps[line.SubjectId!.Value]
                from person in Hearers(line, help, responses, roles, administrators).Distinct()
                select new Hearing(line, person, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    private static IEnumerable<long> Hearers(
        LineOut line,
        Asked help,
        Answered[] responses,
        VillageRoles roles,
        long[] administrators
    )
    {
        var about = line.About.Number("response");
        var responder = responses.Where(r => r.Id == about).Select(r => r.PersonId);
        return line.Verb switch
        {
            // Who is known already confirmed in the same moment.
            HelpVerbs.HandedIn => line.Visibility == Visibility.Unconfirmed && help.AskerId is { } asker ? [asker] : [],
            HelpVerbs.ResponseHandedIn => line.PersonId is { } sender ? [sender] : [],
            // What nobody saw can be taken back unseen.
            HelpVerbs.SteppedBack when !line.About.Is("seen") => [],
            HelpVerbs.Responded or HelpVerbs.SteppedBack => Askers(help, roles)
                .Where(person => person != line.PersonId),
            HelpVerbs.Accepted => responder.Concat(Askers(help, roles)),
            HelpVerbs.Declined => responder,
            HelpVerbs.Done or HelpVerbs.Withdrawn => responses
                .Where(r => r.HelpId == help.Id && r.State is ResponseState.Waiting or ResponseState.Accepted)
                .Select(r => r.PersonId),
            HelpVerbs.HandoverAsked => administrators,
            _ => [],
        };
    }

    /// <summary>Who asked, the contact persons of an association that asked, and for who has no mail whoever typed it in.</summary>
    private static IEnumerable<long> Askers(Asked help, VillageRoles roles)
    {
        if (help.AskerId is { } asker && help.HasMail)
        {
            yield return asker;
        }
        else if (help.EnteredById is { } typist)
        {
            yield return typist;
        }

        foreach (var contact in help.OnBehalfOfId is { } association ? roles.ContactPersonsOf(association) : [])
        {
            yield return contact;
        }
    }

    private static async Task TellOfQuestionsAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With(ExpertVerbs.QuestionHandedIn, ExpertVerbs.Asked, ExpertVerbs.Answered, ExpertVerbs.Marked)
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var experts = lines.Select(line => line.SubjectId).Distinct().ToArray();
        var keepers = await outgoing
            .Db.Experts.AsNoTracking()
            .Where(e => experts.Contains(e.Id))
            .Select(e => new { e.Id, e.Contribution!.ByPersonId })
            .ToDictionaryAsync(e => e.Id, e => e.ByPersonId, cancellation);
        var questions = lines.Select(line => line.About.Number("question")).OfType<long>().ToArray();
        var askers = await outgoing
            .Db.ExpertQuestions.AsNoTracking()
            .Where(q => questions.Contains(q.Id))
            .Select(q => new { q.Id, q.PersonId })
            .ToDictionaryAsync(q => q.Id, q => q.PersonId, cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                let person = line.Verb is ExpertVerbs.Asked or ExpertVerbs.Marked
                    ? keepers[line.SubjectId!.Value]
                    : askers[line.About.Number("question")!.Value]
                where person is not null
                select new Hearing(line, person.Value, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    private sealed record Asked(long Id, long? AskerId, bool HasMail, long? OnBehalfOfId, long? EnteredById);

    private sealed record Answered(long Id, long HelpId, long PersonId, ResponseState State);
}
