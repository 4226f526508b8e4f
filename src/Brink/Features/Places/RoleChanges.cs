using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Places;

/// <summary>A role as a form asks for it.</summary>
public sealed record RoleWords(
    long? OrganisationId,
    Role? Role,
    long? VillageId,
    string? Topics,
    DateOnly? From,
    DateOnly? Until
);

/// <summary>Giving and ending roles (P4).</summary>
public static class RoleRules
{
    private const int LongestTopics = 300;

    /// <summary>Which kind of organisation a role belongs to; others may be held anywhere but at the municipality.</summary>
    public static bool Fits(this Role role, OrganisationKind kind) =>
        role switch
        {
            Role.Liaison
            or Role.BudgetHolder
            or Role.PolicyOfficer
            or Role.ExecutiveMember
            or Role.Councillor
            or Role.Administrator => kind == OrganisationKind.Municipality,
            Role.CommunityWorker or Role.YouthWorker or Role.RuralDevelopmentWorker => kind == OrganisationKind.Welfare,
            _ => kind != OrganisationKind.Municipality,
        };

    /// <summary>Whether a role may be for one village alone.</summary>
    public static bool IsForOneVillage(this Role role) =>
        role
            is Role.Liaison
                or Role.ContactPerson
                or Role.CommunityWorker
                or Role.YouthWorker
                or Role.RuralDevelopmentWorker;

    /// <param name="kind">Of the organisation that is chosen; null when there is none.</param>
    /// <param name="represented">The villages it speaks for in that time.</param>
    /// <param name="held">What the person holds and held.</param>
    public static Outcome Give(
        long personId,
        RoleWords words,
        OrganisationKind? kind,
        IReadOnlyCollection<long> represented,
        IEnumerable<RoleHolding> held,
        out RoleHolding? given
    )
    {
        given = null;
        var topics = TextRules.Line(words.Topics, LongestTopics);
        var refusals = new List<Refusal>();
        if (kind is null)
        {
            refusals.Add(new Refusal(nameof(words.OrganisationId), "Kies een organisatie."));
        }

        if (words.Role is not { } role || !Enum.IsDefined(role))
        {
            refusals.Add(new Refusal(nameof(words.Role), "Kies een rol."));
        }
        else if (kind is { } at && !role.Fits(at))
        {
            refusals.Add(
                new Refusal(
                    nameof(words.Role),
                    "Deze rol hoort niet bij deze organisatie. Kies een andere rol of organisatie."
                )
            );
        }
        else if (words.VillageId is not null && !role.IsForOneVillage())
        {
            refusals.Add(
                new Refusal(nameof(words.VillageId), "Deze rol geldt voor de hele organisatie. Kies hier geen dorp.")
            );
        }
        else if (
            kind == OrganisationKind.Association
            && words.VillageId is { } village
            && !represented.Contains(village)
        )
        {
            refusals.Add(
                new Refusal(
                    nameof(words.VillageId),
                    "Deze vereniging spreekt niet voor dit dorp. Kies een ander dorp, of leg eerst bij de organisatie vast dat zij voor dit dorp spreekt."
                )
            );
        }

        if (words.From is null)
        {
            refusals.Add(new Refusal(nameof(words.From), "Vul de eerste dag in."));
        }

        if (words.Until < words.From)
        {
            refusals.Add(new Refusal(nameof(words.Until), "De laatste dag ligt voor de eerste dag."));
        }

        refusals.Check(nameof(words.Topics), topics);
        if (refusals.Count == 0 && held.Any(h => IsSame(h, words) && Overlaps(h, words)))
        {
            refusals.Add(new Refusal(nameof(words.Role), "Deze persoon heeft deze rol al in die tijd."));
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        given = new RoleHolding
        {
            PersonId = personId,
            OrganisationId = words.OrganisationId!.Value,
            Role = words.Role!.Value,
            VillageId = words.VillageId,
            Topics = topics.Text,
            From = words.From!.Value,
            To = words.Until,
        };
        return Outcome.Done;
    }

    /// <param name="othersAdminister">Whether somebody else is administrator after that day.</param>
    public static Outcome End(this RoleHolding holding, DateOnly? until, bool othersAdminister)
    {
        if (until is not { } last)
        {
            return Outcome.Refuse("Until", "Vul de laatste dag in.");
        }

        if (last < holding.From)
        {
            return Outcome.Refuse("Until", "De laatste dag ligt voor de eerste dag.");
        }

        if (holding.To < last)
        {
            return Outcome.Refuse("Until", "Deze rol eindigt al eerder.");
        }

        return holding.EndOn(last, othersAdminister);
    }

    /// <summary>
    /// Ends with effect now. A role counts through its last day, so that becomes yesterday; see
    /// <see cref="NeverCounted"/> for one that began today or still had to.
    /// </summary>
    /// <param name="othersAdminister">Whether somebody else is administrator tomorrow.</param>
    public static Outcome TakeAway(this RoleHolding holding, DateOnly today, bool othersAdminister) =>
        holding.To < today
            ? Outcome.Refuse("", "Deze rol is al beëindigd.")
            : holding.EndOn(today.AddDays(-1), othersAdminister);

    /// <summary>Taken away before it counted a whole day: nothing to keep but what the journal says.</summary>
    public static bool NeverCounted(this RoleHolding holding) => holding.To < holding.From;

    private static Outcome EndOn(this RoleHolding holding, DateOnly last, bool othersAdminister)
    {
        if (holding.Role == Role.Administrator && !othersAdminister)
        {
            return Outcome.Refuse("", "Dit is de laatste beheerder. Geef eerst iemand anders deze rol.");
        }

        holding.To = last;
        return Outcome.Done;
    }

    private static bool IsSame(RoleHolding held, RoleWords words) =>
        held.OrganisationId == words.OrganisationId && held.Role == words.Role && held.VillageId == words.VillageId;

    private static bool Overlaps(RoleHolding held, RoleWords words) =>
        (held.To is null || held.To >= words.From) && (words.Until is null || words.Until >= held.From);
}
