using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Signals;

/// <summary>Somebody else was asked to look at it: an organisation, a colleague, or somebody outside Brink by name.</summary>
public class SignalForward : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long SignalId { get; set; }
    public long? OrganisationId { get; set; }
    public Organisation? Organisation { get; set; }
    public long? PersonId { get; set; }
    public Accounts.Person? Person { get; set; }

    /// <summary>Who it is, where Brink knows neither organisation nor person.</summary>
    public string Name { get; set; } = "";

    /// <summary>For who receives it; not public.</summary>
    public string Note { get; set; } = "";
    public DateTimeOffset At { get; set; }

    /// <summary>From then on this organisation owes the answer.</summary>
    public DateTimeOffset? AcceptedAt { get; set; }
}

/// <summary>Passing on, going on in another signal, and making two of one.</summary>
public partial class Signal
{
    /// <summary>What the organisation that accepted promises.</summary>
    public static readonly string ToAnswer = Texts.Mark("Antwoord geven op dit signaal.");

    /// <summary>The liaison asks another to look at it. The municipality keeps owing the answer until the other accepts.</summary>
    public Outcome Forward(SignalForward to, Actor actor)
    {
        if (State != SignalState.Triaged)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (
            Forwards.Any(f =>
                f.OrganisationId == to.OrganisationId
                && f.PersonId == to.PersonId
                && string.Equals(f.Name, to.Name, StringComparison.OrdinalIgnoreCase)
            )
        )
        {
            return Outcome.Refuse("To", "Daar is dit signaal al naartoe gestuurd.");
        }

        to.At = actor.At;
        Forwards.Add(to);
        Subject.Happened(
            SignalVerbs.Forwarded,
            actor,
            to switch
            {
                { OrganisationId: { } organisation } => [("organisation", organisation)],
                { PersonId: { } person } => [("person", person)],
                _ => [],
            }
        );
        return Outcome.Done;
    }

    /// <summary>The other accepts: from now on that organisation owes the answer, by the same date.</summary>
    public Outcome Accept(long forwardId, Actor actor)
    {
        if (State != SignalState.Triaged)
        {
            return Outcome.Refuse("", NotNow());
        }

        var forward = Forwards.FirstOrDefault(f => f.Id == forwardId && f.OrganisationId is not null);
        if (forward is null)
        {
            return Outcome.Refuse("", "Dit signaal is niet naar uw organisatie gestuurd.");
        }

        if (Forwards.Any(f => f.AcceptedAt is not null))
        {
            return Outcome.Refuse("", "Een andere organisatie nam dit signaal al over.");
        }

        forward.AcceptedAt = actor.At;
        Subject.Happened(SignalVerbs.Accepted, actor, ("organisation", forward.OrganisationId!.Value));
        foreach (var promise in OpenOf(PromiseKind.Answer))
        {
            var to = new Party(promise.ToOrganisationId, promise.ToPersonId);
            promise.Release(actor, Texts.Mark("Een andere organisatie geeft nu het antwoord."));
            Promise.Make(
                Subject,
                PromiseKind.Agreed,
                new Party(forward.OrganisationId, actor.PersonId),
                to,
                promise.Due,
                actor,
                ToAnswer
            );
        }

        return Outcome.Done;
    }

    /// <summary>
    /// Goes on in another signal. It changes the rows of both, so whoever answers or merges either at the same moment is
    /// second by the row version, and hears so. A date that was given goes along.
    /// </summary>
    public Outcome MergeInto(Signal target, Actor actor)
    {
        if (!IsOpen)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (target.Id == Id)
        {
            return Outcome.Refuse("TargetId", "Een signaal kan niet in zichzelf opgaan.");
        }

        if (!target.IsOpen)
        {
            return Outcome.Refuse(
                "TargetId",
                target.State switch
                {
                    SignalState.Answered =>
                        "Dat signaal heeft intussen een antwoord. Kies een signaal dat nog open is.",
                    SignalState.Merged =>
                        "Dat signaal gaat intussen zelf verder in een ander. Kies dat andere signaal.",
                    _ => "Dat signaal is niet meer open. Kies een ander.",
                }
            );
        }

        State = SignalState.Merged;
        target.Carries += 1 + Carries;
        (MergedInto, MergedIntoId) = (target, target.Id);
        KeepOpen(PromiseKind.TakeIn, actor);
        foreach (var promise in Subject.Promises.Where(p => p.State == PromiseState.Open).ToArray())
        {
            // A date given to somebody does not vanish: it goes along.
            Subject.Promises.Remove(promise);
            target.Subject.Promises.Add(promise);
            (promise.Subject, promise.SubjectId) = (target.Subject, target.Subject.Id);
        }

        var known = target.Subject.Villages.Select(v => v.VillageId).ToHashSet();
        target.Subject.Villages.AddRange(
            Subject
                .Villages.Where(v => !known.Contains(v.VillageId))
                .Select(v => new SubjectVillage { VillageId = v.VillageId })
                .ToArray()
        );
        Subject.Happened(SignalVerbs.Merged, actor, ("into", target.Id));
        target.Subject.Happened(SignalVerbs.TookIn, actor, ("signal", Id));
        return Outcome.Done;
    }

    /// <summary>What went up in a signal that now goes on in another, goes on there too.</summary>
    public void GoAlong(Signal target) => (MergedInto, MergedIntoId) = (target, target.Id);

    /// <summary>A part of the sender's own words becomes a second signal, with its own date.</summary>
    /// <param name="passage">Exactly as it stands in the text.</param>
    public (Signal? Made, Outcome Outcome) Split(
        string title,
        string passage,
        SignalKind kind,
        Village village,
        ServiceTerms terms,
        Actor actor
    )
    {
        passage = passage.Trim();
        if (!IsOpen)
        {
            return (null, Outcome.Refuse("", NotNow()));
        }

        var rest = passage.Length == 0 ? Text : Text.Replace(passage, "", StringComparison.Ordinal).Trim();
        var refusals = new List<Refusal>();
        if (string.IsNullOrWhiteSpace(title))
        {
            refusals.Add(new Refusal("NewTitle", "Geef het nieuwe signaal een titel."));
        }

        if (passage.Length == 0)
        {
            refusals.Add(new Refusal("Passage", "Zet hier het deel van de tekst dat een eigen signaal wordt."));
        }
        else if (!Text.Contains(passage, StringComparison.Ordinal))
        {
            refusals.Add(
                new Refusal("Passage", "Dit deel staat niet precies zo in het signaal. Kopieer het uit de tekst.")
            );
        }
        else if (rest.Length == 0)
        {
            refusals.Add(new Refusal("Passage", "Dit is de hele tekst. Laat in het eerste signaal ook iets staan."));
        }

        if (refusals.Count > 0)
        {
            return (null, Outcome.Of(refusals));
        }

        var provenance = new Contribution
        {
            ByPersonId = Contribution!.ByPersonId,
            OnBehalfOfId = Contribution.OnBehalfOfId,
            EnteredById = Contribution.EnteredById,
            EnteredForId = Contribution.EnteredForId,
            Channel = Contribution.Channel,
            At = Contribution.At,
            NameIsPublic = Contribution.NameIsPublic,
        };
        var made = Create(
            new SignalWords(kind, title, passage, PlaceNote, Longitude, Latitude),
            village,
            provenance,
            actor,
            Visibility.Public
        );
        made.State = SignalState.Open;
        (made.SplitFrom, made.SplitFromId, made.IsExample) = (this, Id, IsExample);
        made.Subject.IsAbout([.. Subject.Themes.Select(t => t.ThemeId)]);
        made.Subject.Happened(SignalVerbs.SplitOff, actor, ("from", Id));
        made.MakeTakeIn(terms, actor);
        Text = rest;
        Describe();
        Subject.Happened(SignalVerbs.Split, actor);
        return (made, Outcome.Done);
    }
}
