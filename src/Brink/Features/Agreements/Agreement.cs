using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Agreements;

public enum AgreementKind
{
    /// <summary>How a municipality and villages work together, for as long as it lasts (G1).</summary>
    Covenant,

    /// <summary>The same under another name, as the law of contracts knows it (G1).</summary>
    Cooperation,

    /// <summary>On what parties work together for some years, and what each of them will do (G2).</summary>
    SocialAgreement,
}

/// <summary>
/// What parties signed together (G1, G2). One of them keeps it; the text goes round in versions, and a version holds when
/// each party signed it. Until a later version is signed by all, the earlier one holds.
/// </summary>
public partial class Agreement : ITenantEntity
{
    public const int LongestText = 30_000;
    public const int LongestWhy = 1000;
    public const int MostEvaluations = 12;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public AgreementKind Kind { get; private set; }

    /// <summary>The party that writes and sends round: the municipality or the umbrella.</summary>
    public long KeeperId { get; private set; }
    public Organisation? Keeper { get; private set; }

    /// <summary>First day of the term; null when it holds from the last signature on.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Last day of the term; null when it has none.</summary>
    public DateOnly? To { get; private set; }
    public DateOnly? EndedOn { get; private set; }
    public string EndedWhy { get; private set; } = "";
    public bool IsExample { get; private set; }
    public List<AgreementVersion> Versions { get; } = [];
    public List<AgreementEvaluation> Evaluations { get; } = [];
    public uint Version { get; private set; }

    /// <summary>The version that holds now; null before the first and after the end.</summary>
    public AgreementVersion? InForce => Versions.Find(v => v.State == VersionState.InForce);

    /// <summary>The version that is being written or goes round.</summary>
    public AgreementVersion? Open => Versions.Find(v => v.State is VersionState.Draft or VersionState.Signing);

    public static Agreement Draft(
        AgreementKind kind,
        string title,
        long keeperId,
        DateOnly? from,
        DateOnly? to,
        Actor actor,
        bool isExample = false
    )
    {
        var agreement = new Agreement
        {
            Subject = Subject.Create(SubjectKind.Agreement, title, Visibility.Restricted, actor.At),
            Kind = kind,
            KeeperId = keeperId,
            From = from,
            To = to,
            IsExample = isExample,
        };
        var version = new AgreementVersion { Number = 1, MadeAt = actor.At };
        version.Parties.Add(new AgreementParty { OrganisationId = keeperId });
        agreement.Versions.Add(version);
        agreement.Subject.Happened(AgreementVerbs.Drafted, actor);
        return agreement;
    }

    /// <summary>Words of the draft; the parties that are there read along.</summary>
    public Outcome Write(string text, Actor actor) =>
        InDraft(
            draft =>
            {
                draft.Text = text.Trim();
                if (InForce is null && EndedOn is null)
                {
                    Subject.Describe(draft.Text);
                }
            },
            actor
        );

    /// <param name="organisations">All of them; the keeper is always one.</param>
    public Outcome BringTogether(IReadOnlyCollection<long> organisations, Actor actor) =>
        InDraft(
            draft =>
            {
                var all = organisations.Append(KeeperId).Distinct().ToArray();
                draft.Parties.RemoveAll(p => !all.Contains(p.OrganisationId));
                draft.Pledges.RemoveAll(p => !all.Contains(p.OrganisationId));
                draft.Parties.AddRange(
                    all.Where(id => !draft.IsParty(id)).Select(id => new AgreementParty { OrganisationId = id })
                );
            },
            actor
        );

    /// <summary>What one party will do.</summary>
    /// <param name="due">Makes it a promise as soon as the text holds; null for what has no date.</param>
    public Outcome Pledge(long organisationId, long? themeId, string what, DateOnly? due, Actor actor)
    {
        if (Open is { } open && !open.IsParty(organisationId))
        {
            return Outcome.Refuse("Party", "Kies een van de partijen.");
        }

        return InDraft(
            draft =>
                draft.Pledges.Add(
                    new AgreementPledge
                    {
                        OrganisationId = organisationId,
                        ThemeId = themeId,
                        What = what.Trim(),
                        Due = due,
                    }
                ),
            actor
        );
    }

    public Outcome TakePledgeOut(long pledgeId, Actor actor) =>
        InDraft(draft => draft.Pledges.RemoveAll(p => p.Id == pledgeId), actor);

    /// <summary>A day on which the parties look together whether it works; a promise of the keeper once the text holds.</summary>
    public Outcome PlanEvaluation(DateOnly on, Actor actor)
    {
        if (EndedOn is not null)
        {
            return Ended();
        }

        if (on <= actor.Today)
        {
            return Outcome.Refuse("On", "Kies een dag na vandaag.");
        }

        if (Evaluations.Exists(e => e.On == on))
        {
            return Outcome.Refuse("On", "Deze dag staat er al bij.");
        }

        if (Evaluations.Count >= MostEvaluations)
        {
            return Outcome.Refuse("On", "Er staan al {0} dagen. Dat is genoeg.", MostEvaluations);
        }

        Evaluations.Add(new AgreementEvaluation { On = on });
        Subject.Happened(AgreementVerbs.EvaluationPlanned, actor, ("on", on));
        if (InForce is not null)
        {
            PromiseEvaluations(actor);
        }

        return Outcome.Done;
    }

    /// <summary>Only as long as nobody counts on it; after that its promise can be moved or released.</summary>
    public Outcome CancelEvaluation(DateOnly on, Actor actor)
    {
        if (Evaluations.Find(e => e.On == on) is not { IsPromised: false } planned)
        {
            return Outcome.Refuse("", "Deze dag is al toegezegd. Verplaats de toezegging, of laat haar vervallen.");
        }

        Evaluations.Remove(planned);
        Subject.Happened(AgreementVerbs.EvaluationCancelled, actor, ("on", on));
        return Outcome.Done;
    }

    /// <summary>Another text while one holds: it goes round as the first did.</summary>
    public Outcome Renew(string why, Actor actor)
    {
        if (EndedOn is not null || InForce is not { } holds)
        {
            return Ended();
        }

        if (Open is not null)
        {
            return Outcome.Refuse("", "Er is al een nieuwe tekst in de maak.");
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return Outcome.Refuse("Why", "Schrijf waarom er een nieuwe tekst komt.");
        }

        Versions.Add(holds.Copy(Versions.Max(v => v.Number) + 1, why, actor));
        Subject.Happened(AgreementVerbs.Renewed, actor);
        return Outcome.Done;
    }

    /// <summary>What holds, holds no longer; the text stays to be read.</summary>
    public Outcome End(string why, Actor actor)
    {
        if (EndedOn is not null || InForce is not { } holds)
        {
            return Ended();
        }

        if (string.IsNullOrWhiteSpace(why))
        {
            return Outcome.Refuse("Why", "Schrijf waarom deze afspraken stoppen. Iedereen kan dit lezen.");
        }

        holds.State = VersionState.Replaced;
        if (Open is { } open)
        {
            open.State = VersionState.TakenBack;
        }

        (EndedOn, EndedWhy) = (actor.Today, why.Trim());
        Subject.Happened(AgreementVerbs.Ended, actor);
        return Outcome.Done;
    }

    private Outcome InDraft(Action<AgreementVersion> change, Actor actor)
    {
        if (Open is not { State: VersionState.Draft } draft)
        {
            return Outcome.Refuse("", NotADraft());
        }

        change(draft);
        draft.Changes++;
        Subject.Happened(AgreementVerbs.Edited, actor);
        return Outcome.Done;
    }

    private string NotADraft() =>
        Open is not null
            ? Texts.Mark("De tekst is al rondgestuurd. Neem hem eerst terug om hem te veranderen.")
            : Texts.Mark("Er is nu geen tekst in de maak.");

    private static Outcome Ended() => Outcome.Refuse("", "Deze afspraken gelden niet of niet meer.");

    private void PromiseEvaluations(Actor actor)
    {
        foreach (var planned in Evaluations.Where(e => !e.IsPromised && e.On > actor.Today))
        {
            planned.IsPromised = true;
            Promise(KeeperId, planned.On, Texts.Mark("Samen bekijken of de afspraken werken"), actor);
        }
    }

    /// <summary>To the keeper, or where the keeper itself promises, to the first of the others.</summary>
    private void Promise(long by, DateOnly due, string what, Actor actor)
    {
        var to =
            by != KeeperId
                ? KeeperId
                : InForce!.Parties.Select(p => p.OrganisationId).Where(id => id != by).DefaultIfEmpty(by).Min();
        Promises.Promise.Make(Subject, PromiseKind.Agreed, new Party(by, null), new Party(to, null), due, actor, what);
    }
}
