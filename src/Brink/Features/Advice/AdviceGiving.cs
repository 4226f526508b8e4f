using Brink.Features.Initiatives;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Advice;

/// <summary>Writing and giving the advice, and the answer to each of its points.</summary>
public partial class AdviceCase
{
    /// <summary>Words that are kept until the advice is given; for the adviser only.</summary>
    public Outcome Write(string text, IReadOnlyList<string> points, Actor actor)
    {
        var can = CanWrite();
        if (!can.Succeeded)
        {
            return can;
        }

        Text = text.Trim();
        Say(points);
        Revision++;
        Subject.Happened(AdviceVerbs.Written, actor);
        return Outcome.Done;
    }

    public Outcome CanWrite() =>
        State switch
        {
            AdviceState.Asked or AdviceState.Proposed or AdviceState.Writing => Outcome.Done,
            AdviceState.Withdrawn when !IsAsked => Outcome.Refuse("", "Dit advies is weggegooid."),
            _ => NotOpen(),
        };

    /// <summary>In the adviser's name, by somebody who may speak for it. From here on the municipality owes an answer.</summary>
    /// <param name="seen">The revision that was read before it was given.</param>
    /// <param name="responsibleId">Who of the municipality sees to the answer; null for nobody in particular.</param>
    public Outcome Give(int seen, ServiceTerms terms, long? responsibleId, Contribution provenance, Actor actor)
    {
        var can = CanWrite();
        if (!can.Succeeded)
        {
            return can;
        }

        if (seen != Revision)
        {
            return Outcome.Refuse("", "De tekst is intussen veranderd. Lees hem nog eens.");
        }

        if (Points.Count == 0)
        {
            return Outcome.Refuse("", "Schrijf ten minste één punt. Op elk punt krijgt u antwoord.");
        }

        provenance.Subject = Subject;
        (State, GivenAt, GivenContribution, ProposedDue) = (AdviceState.Given, actor.At, provenance, null);
        Subject.Describe(string.Join('\n', [Question, Text, .. Points.OrderBy(p => p.Number).Select(p => p.Text)]));
        Reveal();
        Subject.Happened(AdviceVerbs.Given, actor, ("points", Points.Count));
        Promise.Make(
            Subject,
            PromiseKind.Answer,
            new Party(terms.MunicipalityOrganisationId, responsibleId),
            new Party(AdviserId, null),
            terms.AnswerBy,
            actor
        );
        return Outcome.Done;
    }

    /// <summary>The adviser throws away what it began by itself.</summary>
    public Outcome Drop(Actor actor)
    {
        if (State != AdviceState.Writing)
        {
            return State == AdviceState.Withdrawn
                ? Outcome.Refuse("", "Dit advies is weggegooid.")
                : Outcome.Refuse("", "Het advies is al gegeven.");
        }

        State = AdviceState.Withdrawn;
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(AdviceVerbs.Dropped, actor);
        return Outcome.Done;
    }

    /// <summary>The adviser takes back what it gave, as long as there is no answer.</summary>
    public Outcome TakeBack(Actor actor)
    {
        if (State != AdviceState.Given)
        {
            return State switch
            {
                AdviceState.Answered => Outcome.Refuse(
                    "",
                    "De gemeente heeft al geantwoord. U kunt het advies niet meer terugnemen."
                ),
                AdviceState.TakenBack => Outcome.Refuse("", "Dit advies is al teruggenomen."),
                _ => Outcome.Refuse("", "Dit advies is nog niet gegeven."),
            };
        }

        State = AdviceState.TakenBack;
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(AdviceVerbs.TakenBack, actor);
        OwedAnswer?.Release(actor, Texts.Mark("Het advies is teruggenomen."));
        return Outcome.Done;
    }

    /// <summary>The last answer that was given; null for none.</summary>
    public AdviceAnswer? LastAnswer => Answers.Where(a => a.PublishedAt is not null).MaxBy(a => a.Number);

    /// <summary>The answer that is being written; null for none.</summary>
    public AdviceAnswer? DraftAnswer => Answers.Find(a => a.PublishedAt is null);

    public Outcome CanAnswer() =>
        State switch
        {
            AdviceState.Given or AdviceState.Answered => Outcome.Done,
            AdviceState.TakenBack => Outcome.Refuse("", "De vereniging nam dit advies terug. Een antwoord hoeft niet."),
            _ => Outcome.Refuse("", "Dit advies is nog niet gegeven."),
        };

    /// <summary>Keeps an answer, or a correction of one, that isn't ready yet.</summary>
    public Outcome WriteAnswer(AnswerWords words, Actor actor)
    {
        var can = CanAnswer();
        if (!can.Succeeded)
        {
            return can;
        }

        var draft = DraftAnswer;
        if (draft is null)
        {
            draft = new AdviceAnswer { Number = (LastAnswer?.Number ?? 0) + 1 };
            Answers.Add(draft);
        }

        (draft.Text, draft.Reason) = (words.Text.Trim(), words.Reason.Trim());
        foreach (var point in Points)
        {
            var line = draft.Lines.Find(l => l.PointId == point.Id);
            if (line is null)
            {
                line = new AdviceAnswerLine { PointId = point.Id };
                draft.Lines.Add(line);
            }

            var said = words.Points.FirstOrDefault(p => p.PointId == point.Id);
            (line.Verdict, line.Because) = (said?.Verdict, (said?.Because ?? "").Trim());
        }

        AnswerRevision++;
        Subject.Happened(AdviceVerbs.AnswerWritten, actor);
        return Outcome.Done;
    }

    /// <summary>
    /// Gives the answer that was written; not as long as one point is open. A correction says why, and what stood there
    /// before stays to be read.
    /// </summary>
    /// <param name="field">The form field of the verdict or words of a point, by its number.</param>
    public Outcome GiveAnswer(Contribution provenance, Actor actor, Func<int, string, string>? field = null)
    {
        var can = CanAnswer();
        if (!can.Succeeded)
        {
            return can;
        }

        if (DraftAnswer is not { } draft)
        {
            return Outcome.Refuse("", "Er is nog niets geschreven. Misschien gaf een collega het antwoord al.");
        }

        var check = Outcome.Of(Open(draft, field ?? ((_, _) => "")));
        if (!check.Succeeded)
        {
            return check;
        }

        var corrects = LastAnswer is not null;
        provenance.Subject = Subject;
        (draft.PublishedAt, draft.Contribution, State) = (actor.At, provenance, AdviceState.Answered);
        AnswerRevision++;
        Subject.Happened(
            corrects ? AdviceVerbs.AnswerCorrected : AdviceVerbs.Answered,
            actor,
            ("answer", draft.Number)
        );
        OwedAnswer?.Keep(actor);
        return Outcome.Done;
    }

    private IEnumerable<Refusal> Open(AdviceAnswer draft, Func<int, string, string> field)
    {
        foreach (var point in Points.OrderBy(p => p.Number))
        {
            if (draft.VerdictOf(point.Id) is null)
            {
                yield return new Refusal(
                    field(point.Number, nameof(AdviceAnswerLine.Verdict)),
                    "Punt {0}: kies wat de gemeente ermee doet.",
                    point.Number
                );
            }

            if (string.IsNullOrWhiteSpace(draft.BecauseOf(point.Id)))
            {
                yield return new Refusal(
                    field(point.Number, nameof(AdviceAnswerLine.Because)),
                    "Punt {0}: schrijf waarom: 'omdat …'.",
                    point.Number
                );
            }
        }

        if (LastAnswer is not null && draft.Reason.Length == 0)
        {
            yield return new Refusal(
                nameof(AdviceAnswer.Reason),
                "Schrijf waarom u het antwoord verbetert. Iedereen kan dit lezen."
            );
        }
    }

    /// <summary>The points in their order; those that stay, stay the same rows.</summary>
    private void Say(IEnumerable<string> texts)
    {
        var said = texts.Select(text => text.Trim()).Where(text => text.Length > 0).ToArray();
        Points.RemoveAll(point => point.Number > said.Length);
        for (var number = 1; number <= said.Length; number++)
        {
            var point = Points.Find(p => p.Number == number);
            if (point is null)
            {
                point = new AdvicePoint { Number = number };
                Points.Add(point);
            }

            point.Text = said[number - 1];
        }
    }
}
