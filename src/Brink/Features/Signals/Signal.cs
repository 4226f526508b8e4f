using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Signals;

/// <summary>Something that is going on in a village (S1). State and rules; who may do what is in SignalAccess.</summary>
public partial class Signal : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public long VillageId { get; private set; }
    public Village? Village { get; private set; }
    public SignalKind Kind { get; private set; }

    /// <summary>What is going on, as Markdown.</summary>
    public string Text { get; private set; } = "";
    public string PlaceNote { get; private set; } = "";
    public double? Longitude { get; private set; }
    public double? Latitude { get; private set; }
    public SignalState State { get; private set; }
    public SignalAnswer? Answer { get; private set; }
    public string AnswerText { get; private set; } = "";
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The organisation that answered: the municipality, or who accepted to do so.</summary>
    public long? AnsweredForId { get; private set; }
    public Organisation? AnsweredFor { get; private set; }

    /// <summary>The signal in which this one goes on.</summary>
    public long? MergedIntoId { get; private set; }
    public Signal? MergedInto { get; private set; }

    /// <summary>The signal of which this one was a part.</summary>
    public long? SplitFromId { get; private set; }
    public Signal? SplitFrom { get; private set; }

    /// <summary>
    /// How many signals of others went up in it. Counting changes the row, so that who joins it and who answers it at the
    /// same moment find each other.
    /// </summary>
    public int Carries { get; private set; }
    public bool IsExample { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public List<SignalForward> Forwards { get; } = [];
    public uint Version { get; private set; }

    /// <summary>The municipality still has to do something with it.</summary>
    public bool IsOpen => State is SignalState.Open or SignalState.Triaged;

    /// <summary>Somebody tells what is going on. Nobody sees it until it is confirmed.</summary>
    public static Signal Raise(
        SignalWords words,
        Village village,
        Contribution provenance,
        Actor actor,
        bool isExample = false
    )
    {
        var signal = Create(words, village, provenance, actor, Visibility.Unconfirmed);
        signal.State = SignalState.AwaitingConfirmation;
        signal.IsExample = isExample;
        signal.Subject.Happened(SignalVerbs.Raised, actor);
        return signal;
    }

    /// <summary>The sender, or somebody for the sender, says that it is meant. The term to look at it starts.</summary>
    public Outcome Confirm(Actor actor, ServiceTerms terms)
    {
        if (State != SignalState.AwaitingConfirmation)
        {
            return Outcome.Refuse(
                "",
                State == SignalState.Withdrawn ? "Dit signaal is ingetrokken." : "Dit signaal is al bevestigd."
            );
        }

        State = SignalState.Open;
        Subject.Show(Visibility.Public);
        Subject.Happened(SignalVerbs.Confirmed, actor);
        MakeTakeIn(terms, actor);
        return Outcome.Done;
    }

    /// <summary>The liaison looks at it and says by when there will be an answer (S2).</summary>
    public Outcome Triage(DateOnly answerBy, Actor actor)
    {
        if (State != SignalState.Open)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (answerBy < actor.Today)
        {
            return Outcome.Refuse("AnswerBy", "Deze datum is al voorbij.");
        }

        if (answerBy > actor.Today.AddYears(1))
        {
            return Outcome.Refuse("AnswerBy", "Kies een datum binnen een jaar.");
        }

        State = SignalState.Triaged;
        Subject.Happened(SignalVerbs.Triaged, actor, ("due", answerBy));
        KeepOpen(PromiseKind.TakeIn, actor);
        Promise.Make(
            Subject,
            PromiseKind.Answer,
            new Party(actor.OnBehalfOfId, actor.PersonId),
            new Party(Contribution!.OnBehalfOfId, Contribution.ByPersonId),
            answerBy,
            actor
        );
        return Outcome.Done;
    }

    /// <summary>What will happen with it; answering once is answering.</summary>
    public Outcome AnswerWith(SignalAnswer kind, string text, Actor actor)
    {
        var can = CanAnswer(kind, text);
        if (!can.Succeeded)
        {
            return can;
        }

        State = SignalState.Answered;
        (Answer, AnswerText, AnsweredAt, AnsweredForId) = (kind, text.Trim(), actor.At, actor.OnBehalfOfId);
        Subject.Happened(SignalVerbs.Answered, actor, ("answer", kind));
        KeepOpen(PromiseKind.TakeIn, actor);
        KeepOpen(PromiseKind.Answer, actor);
        var takers = Forwards.Where(f => f.AcceptedAt is not null).Select(f => f.OrganisationId).ToArray();
        foreach (var promise in OpenOf(PromiseKind.Agreed).Where(p => takers.Contains(p.ByOrganisationId)))
        {
            promise.Keep(actor);
        }

        return Outcome.Done;
    }

    /// <summary>Whether this answer could be given now; for who wants to see it first.</summary>
    public Outcome CanAnswer(SignalAnswer kind, string text)
    {
        if (!IsOpen)
        {
            return Outcome.Refuse("", NotNow());
        }

        return string.IsNullOrWhiteSpace(text)
            ? kind switch
            {
                SignalAnswer.NotBecause => Outcome.Refuse("Text", "Schrijf waarom dit niet gebeurt."),
                SignalAnswer.WithAnother => Outcome.Refuse("Text", "Schrijf bij wie het ligt en hoe het verdergaat."),
                _ => Outcome.Refuse("Text", "Schrijf wat er gaat gebeuren."),
            }
            : Outcome.Done;
    }

    /// <summary>The sender takes it back. What was promised for it falls away.</summary>
    public Outcome Withdraw(Actor actor)
    {
        if (State is SignalState.Withdrawn or SignalState.Merged)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (Carries > 0)
        {
            return Outcome.Refuse(
                "",
                "In dit signaal zijn signalen van anderen opgegaan. Daarom blijft het staan. Bel uw contactpersoon als dat niet goed is."
            );
        }

        State = SignalState.Withdrawn;
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(SignalVerbs.Withdrawn, actor);
        foreach (var promise in Subject.Promises.Where(p => p.State == PromiseState.Open))
        {
            promise.Release(actor, Texts.Mark("Het signaal is ingetrokken."));
        }

        return Outcome.Done;
    }

    /// <summary>Nobody confirmed it in time: takes away all that was said in it.</summary>
    public Outcome Forget(Actor actor)
    {
        if (State != SignalState.AwaitingConfirmation)
        {
            return Outcome.Refuse("", NotNow());
        }

        State = SignalState.Withdrawn;
        Subject.Rename("");
        (Text, PlaceNote, Longitude, Latitude) = ("", "", null, null);
        Describe();
        Subject.Files.Clear();
        Contribution!.NameIsPublic = false;
        Subject.Happened(SignalVerbs.Forgotten, actor);
        return Outcome.Done;
    }

    private static Signal Create(
        SignalWords words,
        Village village,
        Contribution provenance,
        Actor actor,
        Visibility visibility
    )
    {
        var subject = Subject.Create(SubjectKind.Signal, words.Title, visibility, actor.At);
        subject.Villages.Add(new SubjectVillage { VillageId = village.Id });
        provenance.Subject = subject;
        var signal = new Signal
        {
            Subject = subject,
            VillageId = village.Id,
            Village = village,
            Kind = words.Kind,
            Text = words.Text.Trim(),
            PlaceNote = words.PlaceNote.Trim(),
            Longitude = words.Longitude,
            Latitude = words.Latitude,
            Contribution = provenance,
        };
        signal.Describe();
        return signal;
    }

    private void MakeTakeIn(ServiceTerms terms, Actor actor) =>
        Promise.Make(
            Subject,
            PromiseKind.TakeIn,
            new Party(terms.MunicipalityOrganisationId, terms.LiaisonId),
            new Party(Contribution!.OnBehalfOfId, Contribution.ByPersonId),
            terms.TakeInBy,
            actor
        );

    private IEnumerable<Promise> OpenOf(PromiseKind kind) =>
        Subject.Promises.Where(p => p.Kind == kind && p.State == PromiseState.Open).ToArray();

    /// <summary>More than one where another signal went up in this one: its date came along.</summary>
    private void KeepOpen(PromiseKind kind, Actor actor)
    {
        foreach (var promise in OpenOf(kind))
        {
            promise.Keep(actor);
        }
    }

    private void Describe() => Subject.Describe(string.Join('\n', Text, PlaceNote));

    private string NotNow() =>
        State switch
        {
            SignalState.AwaitingConfirmation => Texts.Mark("Dit signaal is nog niet bevestigd."),
            SignalState.Withdrawn => Texts.Mark("Dit signaal is ingetrokken."),
            SignalState.Merged => Texts.Mark("Dit signaal gaat intussen verder in een ander signaal."),
            SignalState.Answered => Texts.Mark("Dit signaal heeft al een antwoord. Een collega was u voor."),
            SignalState.Triaged => Texts.Mark("Dit signaal is al bekeken. Een collega was u voor."),
            _ => Texts.Mark("De gemeente heeft dit signaal nog niet bekeken. Geef eerst een datum voor het antwoord."),
        };
}
