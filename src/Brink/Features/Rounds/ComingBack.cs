using Brink.Features.Accounts;
using Brink.Features.Advice;
using Brink.Features.Dossiers;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Places;
using Brink.Features.Rounds.Reacting;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds;

/// <summary>
/// At each later stage of a plan everybody who contributed hears what became of it (C9): who reacted, the contact person
/// of an association that did, and the board of who gave advice. One mail for each person and stage, however much was said.
/// </summary>
internal static class ComingBack
{
    /// <summary>Of one person in one mail; who said more finds the rest on the page.</summary>
    private const int MostShown = 20;
    private const int MostOfAText = 300;

    /// <summary>Two queries at most.</summary>
    public static async Task TellAsync(Outgoing outgoing, CancellationToken cancellation)
    {
        var lines = outgoing
            .With([.. DossierVerbs.Stages])
            .Where(line => line.Visibility == Visibility.Public)
            .ToArray();
        if (lines.Length == 0)
        {
            return;
        }

        var (db, today) = (outgoing.Db, outgoing.Today);
        var ids = lines.Select(line => line.SubjectId!.Value).Distinct().ToArray();
        var contributors = await db
            .Reactions.Shown()
            .Where(r => ids.Contains(r.Round!.DossierId))
            .Where(r => r.OrganisationId == null)
            .Select(r => new { r.Round!.DossierId, r.PersonId })
            .Union(
                db.RoleHoldings.Where(h => h.Role == Role.ContactPerson)
                    .Where(h => h.From <= today && (h.To == null || h.To >= today))
                    .Join(
                        db.Reactions.Shown().Where(r => ids.Contains(r.Round!.DossierId)),
                        h => (long?)h.OrganisationId,
                        r => r.OrganisationId,
                        (h, r) => new { r.Round!.DossierId, h.PersonId }
                    )
            )
            .Union(
                db.RoleHoldings.Where(h => Viewer.SpeakingRoles.Contains(h.Role))
                    .Where(h => h.From <= today && (h.To == null || h.To >= today))
                    .Join(
                        db.Advices.Given().Where(a => a.DossierId != null && ids.Contains(a.DossierId.Value)),
                        h => h.OrganisationId,
                        a => a.AdviserId,
                        (h, a) => new { DossierId = a.DossierId!.Value, h.PersonId }
                    )
            )
            // Who pressed 'no mail about this' hears nothing more.
            .Where(c =>
                !db.Follows.Any(f =>
                    f.SubjectId == c.DossierId && f.PersonId == c.PersonId && f.Frequency == Frequency.None
                )
            )
            .ToArrayAsync(cancellation);
        await outgoing.AddAsync(
            [
                .. from line in lines
                from one in contributors
                where one.DossierId == line.SubjectId && !line.IsBy(one.PersonId)
                select new Hearing(line, one.PersonId, MailKind.RoleNotice),
            ],
            cancellation
        );
    }

    /// <summary>What the officer says to all, and what became of each thing that the reader said.</summary>
    public static async Task<IReadOnlyList<LetterPart>> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    )
    {
        var (db, T) = (desk.Db, desk.T);
        var parts = new List<LetterPart>();
        if (line.About.Number("word") is { } word)
        {
            var text = await db
                .DossierStageWords.Where(w => w.Id == word)
                .Select(w => w.Text)
                .FirstOrDefaultAsync(cancellation);
            if (text is { Length: > 0 })
            {
                parts.Add(new Heading(T["Wat er met de bijdragen gebeurde"]));
                parts.Add(new Paragraph(Markdown.Plain(text)));
            }
        }

        if (desk.Message.Kind != MailKind.RoleNotice)
        {
            return parts;
        }

        var mine = await db.BecameAsync(subject.Id, [desk.Person.Id], desk.Today, MostShown, cancellation);
        if (mine.Count > 0)
        {
            parts.Add(new Heading(T["Wat er met uw reactie gebeurde"]));
        }

        foreach (var said in mine)
        {
            parts.Add(new Quote(TextRules.First(said.Text, MostOfAText)));
            parts.Add(new Paragraph(T.BecameOf(said)));
        }

        parts.AddRange(await AdviceAsync(desk, subject, cancellation));
        return parts;
    }

    private static async Task<IEnumerable<LetterPart>> AdviceAsync(
        MailDesk desk,
        NoticeSubject subject,
        CancellationToken cancellation
    )
    {
        var (db, T, me, today) = (desk.Db, desk.T, desk.Person.Id, desk.Today);
        var advices = await db
            .Advices.Public()
            .Given()
            .Where(a => a.DossierId == subject.Id)
            .Where(a =>
                db.RoleHoldings.Any(h =>
                    h.PersonId == me
                    && h.OrganisationId == a.AdviserId
                    && Viewer.SpeakingRoles.Contains(h.Role)
                    && h.From <= today
                    && (h.To == null || h.To >= today)
                )
            )
            .OrderBy(a => a.Id)
            .Take(MostShown)
            .Rows(db)
            .ToArrayAsync(cancellation);
        return advices.SelectMany(a =>
            new LetterPart[]
            {
                new Paragraph(
                    a.State == AdviceState.Answered
                        ? T["Het advies '{0}': {1}", a.Title, T.Sentence(a.TakenOver, a.Partly, a.NotTaken)]
                        : T["Het advies '{0}' wacht nog op antwoord.", a.Title]
                ),
                new Button(T["Bekijk het advies"], desk.Href(AdviceLinks.Show(a.Id, a.Slug))),
            }
        );
    }
}

/// <summary>What somebody said, and what became of it.</summary>
/// <param name="Part">The section it is about, as it was called then; empty for the whole.</param>
/// <param name="TextChanged">The section reads otherwise in the newest version, or is gone.</param>
public sealed record Became(
    long Id,
    long PersonId,
    string Part,
    string Text,
    string OwnWords,
    AnswerOutcome? Verdict,
    string Because,
    bool TextChanged
);

public static class ContributorQueries
{
    /// <summary>People and associations that reacted, and who gave advice. Two queries.</summary>
    public static async Task<int> ContributorsAsync(this BrinkDb db, long dossierId, CancellationToken cancellation) =>
        await db
            .Reactions.Shown()
            .Where(r => r.Round!.DossierId == dossierId)
            .Select(r => new { r.OrganisationId, Person = r.OrganisationId == null ? r.PersonId : 0 })
            .Distinct()
            .CountAsync(cancellation)
        + await db.Advices.Given().CountAsync(a => a.DossierId == dossierId, cancellation);

    /// <summary>People whose words were entered for them and who can't be mailed. One query.</summary>
    public static Task<int> ByLetterAsync(this BrinkDb db, long dossierId, CancellationToken cancellation) =>
        db.WithoutMail(dossierId).CountAsync(cancellation);

    /// <summary>The numbers of those people.</summary>
    public static IQueryable<long> WithoutMail(this BrinkDb db, long dossierId) =>
        db
            .Reactions.Shown()
            .Where(r => r.Round!.DossierId == dossierId)
            .Where(r => r.Person!.Email == null && r.Person.ErasedAt == null)
            .Select(r => r.PersonId)
            .Distinct();

    /// <summary>What these people said about the plan, or their association did, and what became of it. One query.</summary>
    public static async Task<IReadOnlyList<Became>> BecameAsync(
        this BrinkDb db,
        long dossierId,
        long[] people,
        DateOnly today,
        int most,
        CancellationToken cancellation
    )
    {
        var rows = await db
            .Reactions.Shown()
            .AsNoTracking()
            .Where(r => r.Round!.DossierId == dossierId)
            .Where(r =>
                (r.OrganisationId == null && people.Contains(r.PersonId))
                || db.RoleHoldings.Any(h =>
                    people.Contains(h.PersonId)
                    && h.OrganisationId == r.OrganisationId
                    && h.Role == Role.ContactPerson
                    && h.From <= today
                    && (h.To == null || h.To >= today)
                )
            )
            .OrderBy(r => r.Id)
            .Take(most)
            .Select(r => new
            {
                r.Id,
                r.PersonId,
                r.Anchor,
                Heading = r.Section!.Heading ?? "",
                Was = r.Section.Text ?? "",
                r.Text,
                r.Proposed,
                OwnWords = r.State == ReactionState.Answered ? r.OwnWords : "",
                Verdict = r.State == ReactionState.Answered ? r.Answer!.Verdict : null,
                Because = r.State == ReactionState.Answered ? r.Answer!.Because : "",
                Now = db
                    .DocumentSections.Where(s =>
                        s.Anchor == r.Anchor
                        && s.Version!.DocumentId == r.Round!.DocumentId
                        && s.Version.Number == r.Round.Document!.CurrentNumber
                    )
                    .Select(s => s.Text)
                    .FirstOrDefault(),
            })
            .ToArrayAsync(cancellation);
        return
        [
            .. rows.Select(r => new Became(
                r.Id,
                r.PersonId,
                r.Heading,
                r.Text.Length > 0 ? r.Text : r.Proposed,
                r.OwnWords,
                r.Verdict,
                r.Because,
                r.Anchor > 0 && r.Was.Length > 0 && (r.Now is null || !SectionMatching.SameWords(r.Was, r.Now))
            )),
        ];
    }

    /// <summary>'Over Verkeer: deels overgenomen, omdat … De tekst is veranderd.'</summary>
    public static string BecameOf(this Texts T, Became said)
    {
        var part = said.Part.Length > 0 ? said.Part : T["Het geheel"];
        var answer = said.Verdict is { } verdict
            ? T["{0}: {1}, omdat {2}", part, T.NameOf(verdict), Markdown.Plain(said.Because)]
            : T["{0}: u krijgt nog antwoord.", part];
        return answer
            + (said.OwnWords.Length > 0 ? " " + said.OwnWords : "")
            + (said.TextChanged ? " " + T["De tekst is veranderd."] : "");
    }
}
