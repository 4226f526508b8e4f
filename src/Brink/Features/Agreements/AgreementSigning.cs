using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;

namespace Brink.Features.Agreements;

/// <summary>Sending round, signing, and what follows from the last signature.</summary>
public partial class Agreement
{
    public Outcome CanSendRound() =>
        Open switch
        {
            not { State: VersionState.Draft } => Outcome.Refuse("", NotADraft()),
            { Text.Length: 0 } => Outcome.Refuse("", "Schrijf eerst de tekst."),
            { Parties.Count: < 2 } => Outcome.Refuse("", "Kies eerst met wie u de afspraken maakt."),
            _ => Outcome.Done,
        };

    /// <summary>From here on the text can't change under those who sign.</summary>
    public Outcome SendRound(Actor actor)
    {
        var can = CanSendRound();
        if (!can.Succeeded)
        {
            return can;
        }

        var version = Open!;
        (version.State, version.SentRoundAt) = (VersionState.Signing, actor.At);
        version.Changes++;
        Subject.Happened(AgreementVerbs.SentRound, actor, ("version", version.Number));
        return Outcome.Done;
    }

    /// <summary>Back to a draft, to change it. What was signed stays with the text that was signed, and doesn't count for the new one.</summary>
    public Outcome TakeBack(string why, Actor actor)
    {
        if (Open is not { State: VersionState.Signing } version)
        {
            return Outcome.Refuse("", "De tekst is niet rondgestuurd, of iedereen heeft intussen getekend.");
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return Outcome.Refuse("Why", "Schrijf waarom de tekst verandert. De partijen lezen dit.");
        }

        version.State = VersionState.TakenBack;
        version.Changes++;
        Versions.Add(version.Copy(Versions.Max(v => v.Number) + 1, why, actor));
        Subject.Happened(AgreementVerbs.TakenBack, actor, ("version", version.Number));
        return Outcome.Done;
    }

    /// <summary>
    /// A party signs, does not, or wants to talk first. The last of all signatures brings the text into force; of two
    /// that come at once the version's row decides which is the last.
    /// </summary>
    /// <param name="number">Of the version that was read: nobody signs another text than the one on the screen.</param>
    /// <param name="seen">How many answers of this party the writer knew of.</param>
    /// <param name="on">The day on the paper, or today.</param>
    /// <param name="scan">Of the signed sheet; null where there is none.</param>
    public Outcome Answer(
        int number,
        long organisationId,
        int seen,
        AnswerKind kind,
        string words,
        Contribution provenance,
        Actor actor,
        DateOnly? on = null,
        (string Hash, string ContentType)? scan = null
    )
    {
        if (Open is not { State: VersionState.Signing } version || version.Number != number)
        {
            return Outcome.Refuse("", NotThisText(number));
        }

        if (!version.IsParty(organisationId))
        {
            return Outcome.Refuse("", "Deze organisatie is geen partij.");
        }

        var current = version.Current(organisationId);
        if ((current?.Turn ?? 0) != seen)
        {
            return Outcome.Refuse("", "Iemand anders antwoordde intussen voor uw organisatie. U ziet dat hieronder.");
        }

        if (kind == AnswerKind.TakesBack && current?.Contribution?.EnteredById is null)
        {
            return Outcome.Refuse("", "Er is niets voor uw organisatie ingevoerd.");
        }

        provenance.Subject = Subject;
        version.Answers.Add(
            new AgreementAnswer
            {
                OrganisationId = organisationId,
                Turn = seen + 1,
                Kind = kind,
                Words = words.Trim(),
                On = on ?? actor.Today,
                At = actor.At,
                Contribution = provenance,
                ScanHash = scan?.Hash ?? "",
                ScanContentType = scan?.ContentType ?? "",
            }
        );
        version.Changes++;
        Subject.Happened(
            provenance.EnteredById is null ? AgreementVerbs.Answered : AgreementVerbs.AnswerEntered,
            actor,
            ("organisation", organisationId),
            ("kind", kind),
            ("version", number)
        );
        if (version.AllSigned)
        {
            ComeIntoForce(version, version.Answers.Max(a => a.On), actor);
            Subject.Happened(AgreementVerbs.CameIntoForce, actor, ("version", number));
        }

        return Outcome.Done;
    }

    /// <summary>All signed on paper before it came here, as agreements of long ago.</summary>
    /// <param name="when">In words: 'in 1999'.</param>
    /// <param name="from">The first day it held.</param>
    public Outcome Record(string when, DateOnly from, Actor actor)
    {
        var can = CanSendRound();
        if (!can.Succeeded)
        {
            return can;
        }

        if (string.IsNullOrWhiteSpace(when))
        {
            return Outcome.Refuse("When", "Schrijf wanneer er is getekend, bijvoorbeeld: in 1999.");
        }

        if (from > actor.Today)
        {
            return Outcome.Refuse("From", "Deze dag moet nog komen. Stuur de tekst rond om te laten tekenen.");
        }

        var version = Open!;
        version.SignedOnPaper = when.Trim();
        version.Changes++;
        ComeIntoForce(version, from, actor);
        Subject.Happened(AgreementVerbs.Recorded, actor, ("version", version.Number));
        return Outcome.Done;
    }

    private void ComeIntoForce(AgreementVersion version, DateOnly on, Actor actor)
    {
        if (InForce is { } before)
        {
            before.State = VersionState.Replaced;
        }

        (version.State, version.InForceOn) = (VersionState.InForce, From > on ? From : on);
        Subject.Show(Visibility.Public);
        Subject.Describe(version.Text);
        foreach (var pledge in version.Pledges.Where(p => !p.IsPromised && p.Due >= actor.Today))
        {
            pledge.IsPromised = true;
            Promise(pledge.OrganisationId, pledge.Due!.Value, pledge.What, actor);
        }

        PromiseEvaluations(actor);
    }

    private string NotThisText(int number) =>
        InForce?.Number == number ? Texts.Mark("Iedereen heeft deze tekst al getekend. Hij geldt.")
        : Open is null ? Texts.Mark("Deze afspraken gelden niet of niet meer.")
        : Texts.Mark("De tekst is intussen veranderd. Uw antwoord is niet bewaard. Lees eerst de nieuwe tekst.");
}
