using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Notices.Audiences;
using Brink.Features.Notices.Mails;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;

namespace Brink.Features.Advice;

/// <summary>
/// What is told of advice. As long as it is asked, only both parties hear; followers hear of advice that was given and of
/// its answer.
/// </summary>
public sealed class AdviceNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            AdviceVerbs.Asked => about.Date("due") is { } due
                ? T["{0} vroeg advies, graag tot en met {1}.", who, Formats.Date(due)]
                : T["{0} vroeg advies.", who],
            AdviceVerbs.Written => T["{0} schreef aan het advies.", who],
            AdviceVerbs.Dropped => T["{0} gooide een concept weg.", who],
            AdviceVerbs.DateProposed => about.Date("due") is { } later
                ? T["{0} vroeg om een andere dag: {1}.", who, Formats.Date(later)]
                : T["{0} vroeg om een andere dag.", who],
            AdviceVerbs.DateSettled => about.Date("due") is { } day
                ? T["{0} koos de laatste dag voor het advies: {1}.", who, Formats.Date(day)]
                : T["{0} koos de laatste dag voor het advies.", who],
            AdviceVerbs.Reminded => T["Brink herinnerde één keer aan deze vraag om advies."],
            AdviceVerbs.Declined => T["{0} geeft geen advies.", who],
            AdviceVerbs.Withdrawn => T["{0} nam de vraag om advies terug.", who],
            AdviceVerbs.Given => T.Count(
                about.Number("points") ?? 0,
                "{1} gaf advies: 1 punt.",
                "{1} gaf advies: {0} punten.",
                who
            ),
            AdviceVerbs.TakenBack => T["{0} nam het advies terug.", who],
            AdviceVerbs.AnswerWritten => T["{0} schreef aan het antwoord.", who],
            AdviceVerbs.Answered => T["{0} gaf antwoord op elk punt van het advies.", who],
            AdviceVerbs.AnswerCorrected => T[
                "{0} verbeterde het antwoord. Op de pagina staat waarom en wat er eerst stond.",
                who
            ],
            AdviceVerbs.Opened => T["Het plan is openbaar geworden. Dit advies ook, als het gegeven is."],
            _ => null,
        };

    public override IReadOnlyCollection<string> ToFollowers =>
        [AdviceVerbs.Answered, AdviceVerbs.AnswerCorrected, AdviceVerbs.TakenBack];

    public override IReadOnlyCollection<string> ToFollowersOfPlaces => [AdviceVerbs.Given];

    public override bool MayTellUnseen(NoticeSubject subject, string verb) =>
        subject is { Kind: SubjectKind.Advice, Visibility: Visibility.Restricted or Visibility.Withdrawn }
        && AdviceHearers.Verbs.Contains(verb, StringComparer.Ordinal);

    public override Task TellAsync(Outgoing outgoing, CancellationToken cancellation) =>
        AdviceHearers.TellAsync(outgoing, cancellation);

    public override string? Title(MailDesk desk, NoticeSubject subject, JournalLine line)
    {
        var T = desk.T;
        return line.Verb switch
        {
            AdviceVerbs.Asked => T["De gemeente vraagt advies: '{0}'", subject.Title],
            AdviceVerbs.Reminded => T["Een vriendelijke herinnering: '{0}'", subject.Title],
            AdviceVerbs.DateProposed => T["Een andere dag voor het advies '{0}'", subject.Title],
            AdviceVerbs.DateSettled => T["De laatste dag voor het advies '{0}'", subject.Title],
            AdviceVerbs.Declined => T["Geen advies: '{0}'", subject.Title],
            AdviceVerbs.Withdrawn => T["De gemeente vraagt geen advies meer: '{0}'", subject.Title],
            AdviceVerbs.Given => T["Advies aan de gemeente: '{0}'", subject.Title],
            AdviceVerbs.TakenBack => T["Een advies is teruggenomen: '{0}'", subject.Title],
            AdviceVerbs.Answered => T["De gemeente antwoordt op '{0}'", subject.Title],
            AdviceVerbs.AnswerCorrected => T["Het antwoord is verbeterd: '{0}'", subject.Title],
            _ => null,
        };
    }

    public override async Task<IReadOnlyList<LetterPart>?> PartsAsync(
        MailDesk desk,
        NoticeSubject subject,
        JournalLine line,
        CancellationToken cancellation
    ) =>
        subject.Kind == SubjectKind.Advice && line.Verb.StartsWith("advice.", StringComparison.Ordinal)
            ? await AdviceMails.PartsAsync(desk, subject, line, cancellation)
            : null;

    public override string? Why(MailDesk desk, NoticeSubject subject) =>
        subject.Kind == SubjectKind.Advice
            ? desk.T["U krijgt deze mail door uw rol bij een vereniging, de koepel of de gemeente."]
            : null;

    public override string? WhereKept(PromiseItem promise) =>
        promise is { SubjectKind: SubjectKind.Advice, Kind: PromiseKind.Answer }
            ? AdviceLinks.Answer(promise.SubjectId)
            : null;

    public override Task<IReadOnlyList<Waiting>> WaitingAsync(MineDesk desk) => AdviceWaiting.ReadAsync(desk);

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer)
    {
        if (viewer.MayAskAdvice())
        {
            yield return new Crumb(T["Advies vragen"], AdviceLinks.Choose);
        }

        if (viewer.Advisers().Count > 0)
        {
            yield return new Crumb(T["Een advies schrijven"], AdviceLinks.New);
        }

        if (viewer.EntersAdvice() is not null)
        {
            yield return new Crumb(T["Een advies op papier invoeren"], AdviceLinks.Enter);
        }

        if (viewer.MayAskAdvice() || viewer.Advisers().Count > 0)
        {
            yield return new Crumb(T["Adviezen"], AdviceLinks.List);
        }
    }
}
