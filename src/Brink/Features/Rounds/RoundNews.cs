using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>
/// What is told of documents and rounds: followers hear when they can read or react, everyone who reacted hears that it
/// came in, that a round lasts longer, and gets an own answer.
/// </summary>
public sealed class RoundNews : FeatureNews
{
    public override IReadOnlyCollection<string> ToFollowers =>
        [DocumentVerbs.Published, RoundVerbs.Extended, RoundVerbs.Finished];

    public override IReadOnlyCollection<string> ToFollowersOfPlaces => [RoundVerbs.Opened];

    public override IReadOnlyCollection<string> ByResidents =>
        [ReactionVerbs.Given, ReactionVerbs.Edited, ReactionVerbs.Withdrawn, ReactionVerbs.Attached];

    /// <summary>Of a reaction it never says who: one may react once by name and once without.</summary>
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            DocumentVerbs.Begun => T["{0} zette een stuk klaar.", who],
            DocumentVerbs.Written => T["{0} schreef aan een stuk.", who],
            DocumentVerbs.Published => about.Number("version") is > 1 and var version
                ? T["{0} publiceerde versie {1} van een stuk.", who, version]
                : T["{0} publiceerde een stuk.", who],
            RoundVerbs.Set => about.Date("opens") is { } opens
                ? T["Vanaf {0} kunt u reageren.", Formats.Date(opens)]
                : T["Er komt een ronde waarin u kunt reageren."],
            RoundVerbs.Opened => about.Date("until") is { } until
                ? T["U kunt reageren, tot en met {0}.", Formats.Date(until)]
                : T["U kunt reageren."],
            RoundVerbs.Extended => about.Date("until") is { } later
                ? T["De ronde duurt langer: tot en met {0}.", Formats.Date(later)]
                : T["De ronde duurt langer."],
            RoundVerbs.Closed => T["De ronde is gesloten. De gemeente leest en antwoordt."],
            RoundVerbs.Finished => T["Iedereen die reageerde, heeft antwoord."],
            ReactionVerbs.LinkAsked => T["Iemand vroeg een link om een reactie te bevestigen."],
            ReactionVerbs.Given => T["Iemand reageerde."],
            ReactionVerbs.Edited => T["Iemand paste een reactie aan."],
            ReactionVerbs.Withdrawn => T["Iemand trok een reactie op het plan in."],
            ReactionVerbs.Attached => T["Iemand voegde een bijlage toe aan een reactie."],
            ReactionVerbs.Forgotten => T["Niemand bevestigde een reactie op tijd. De tekst is weggehaald."],
            ReactionVerbs.Told => T["Iemand zonder mailadres hoorde het antwoord."],
            AnswerVerbs.TakenUp or AnswerVerbs.Added => T["{0} pakte reacties op.", who],
            AnswerVerbs.SplitOff => T["{0} beantwoordt een reactie apart.", who],
            AnswerVerbs.Written => T["{0} schreef aan een antwoord.", who],
            AnswerVerbs.Offered => T["{0} legde een antwoord voor aan een collega.", who],
            AnswerVerbs.SentBack => T["{0} gaf een antwoord terug om aan te passen.", who],
            AnswerVerbs.HandedOver => T["{0} gaf een antwoord door aan een collega.", who],
            AnswerVerbs.Published => T["{0} gaf antwoord op reacties.", who],
            AnswerVerbs.CorrectionOffered => T["{0} legde een verbetering van een antwoord voor aan een collega.", who],
            AnswerVerbs.CorrectionDropped => T["{0} liet een antwoord zoals het was.", who],
            AnswerVerbs.Corrected => T["{0} verbeterde een antwoord op reacties.", who],
            _ => null,
        };

    public override async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        await RoundHearers.TellAsync(outgoing, cancellation);
        await ComingBack.TellAsync(outgoing, cancellation);
    }

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            DocumentVerbs.Published => T["Een stuk om te lezen: '{0}'", subject.Title],
            RoundVerbs.Opened => T["U kunt reageren op '{0}'", subject.Title],
            RoundVerbs.Extended => T["U kunt langer reageren op '{0}'", subject.Title],
            RoundVerbs.Finished => T["Wat de gemeente met de reacties doet: '{0}'", subject.Title],
            ReactionVerbs.Given => T["Uw reactie op '{0}' is ontvangen", subject.Title],
            AnswerVerbs.Published => T["Antwoord op uw reactie op '{0}'", subject.Title],
            AnswerVerbs.Corrected => T["Een beter antwoord op uw reactie op '{0}'", subject.Title],
            AnswerVerbs.HandedOver => T["U neemt een antwoord over: '{0}'", subject.Title],
            _ => null,
        };
    }

    public override Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    ) => RoundMails.PartsAsync(desk, subject, line, cancellation);

    public override Task<Letter?> LetterAsync(MailDesk desk, CancellationToken cancellation) =>
        desk.Message.Kind == MailKind.ConfirmReaction
            ? RoundMails.ConfirmAsync(desk, cancellation)
            : Task.FromResult<Letter?>(null);

    public override string? Why(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            ReactionVerbs.Given or RoundVerbs.Extended or AnswerVerbs.Published or AnswerVerbs.Corrected => T[
                "U krijgt deze mail omdat u of uw vereniging reageerde."
            ],
            AnswerVerbs.HandedOver => T["U krijgt deze mail omdat een collega u dit gaf."],
            _ => null,
        };
    }

    public override string? WhereKept(PromiseItem promise) =>
        promise is { SubjectKind: SubjectKind.Dossier, Kind: PromiseKind.Answer }
            ? RoundLinks.All(promise.SubjectId)
            : null;

    public override Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk) => RoundWaiting.ReadAsync(desk);
}

/// <summary>Who must hear of what happens in a round, because of what they said or do in it.</summary>
internal static class RoundHearers
{
    /// <summary>Four queries at most, however many lines and reactions.</summary>
    public static async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With(
                ReactionVerbs.Given,
                RoundVerbs.Extended,
                AnswerVerbs.Published,
                AnswerVerbs.Corrected,
                AnswerVerbs.HandedOver
            )
            .Where(line => line.Visibility is Visibility.Public or Visibility.Restricted)
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var hearings = lines
            .Where(line => line.Verb == AnswerVerbs.HandedOver)
            .Select(line => (Line: line, Person: line.About.Number("person") ?? 0))
            .Where(x => !x.Line.IsBy(x.Person))
            .ToList();
        var said = await SaidAsync(outgoing, lines, cancellation);
        var associations = said.Select(s => s.OrganisationId).OfType<long>().Distinct().ToArray();
        var speakers =
            associations.Length == 0
                ? []
                : await outgoing
                    .Db.RoleHoldings.AsNoTracking()
                    .Where(h =>
                        associations.Contains(h.OrganisationId) && Accounts.Viewer.SpeakingRoles.Contains(h.Role)
                    )
                    .Where(h => h.From <= outgoing.Today && (h.To == null || h.To >= outgoing.Today))
                    .Select(h => new
                    {
                        h.OrganisationId,
                        h.PersonId,
                        h.Role,
                    })
                    .ToArrayAsync(cancellation);
        hearings.AddRange(
            from line in lines
            from who in said
            where Concerns(line, who)
            from person in who.OrganisationId is null
                ? [who.PersonId]
                // The association's contact, and who wrote it as long as that person still speaks for it.
                : speakers
                    .Where(s => s.OrganisationId == who.OrganisationId)
                    .Where(s => s.Role == Places.Role.ContactPerson || s.PersonId == who.PersonId)
                    .Select(s => s.PersonId)
            select (line, person)
        );
        await outgoing.AddAsync(
            [.. hearings.Distinct().Select(x => new Hearing(x.Line, x.Person, MailKind.RoleNotice))],
            cancellation
        );
    }

    private static bool Concerns(LineOut line, Said who) =>
        line.Verb switch
        {
            ReactionVerbs.Given => line.About.Number("reaction") == who.Id,
            AnswerVerbs.Published or AnswerVerbs.Corrected => line.About.Number("answer") is { } answer
                && answer == who.AnswerId,
            RoundVerbs.Extended => line.About.Number("round") == who.RoundId,
            _ => false,
        };

    private static Task<Said[]> SaidAsync(Outgoing outgoing, LineOut[] lines, CancellationToken cancellation)
    {
        long[] Numbers(string name, params string[] verbs) =>
            [
                .. lines
                    .Where(line => verbs.Contains(line.Verb, StringComparer.Ordinal))
                    .Select(line => line.About.Number(name))
                    .OfType<long>(),
            ];

        var (given, answers, rounds) = (
            Numbers("reaction", ReactionVerbs.Given),
            Numbers("answer", AnswerVerbs.Published, AnswerVerbs.Corrected),
            Numbers("round", RoundVerbs.Extended)
        );
        return outgoing
            .Db.Reactions.AsNoTracking()
            .Where(r => r.State == ReactionState.Standing || r.State == ReactionState.Answered)
            .Where(r => given.Contains(r.Id) || answers.Contains(r.AnswerId ?? 0) || rounds.Contains(r.RoundId))
            .Select(r => new Said(r.Id, r.RoundId, r.AnswerId, r.PersonId, r.OrganisationId))
            .ToArrayAsync(cancellation);
    }

    private sealed record Said(long Id, long RoundId, long? AnswerId, long PersonId, long? OrganisationId);
}
