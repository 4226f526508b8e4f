using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>What must be known of a journal line to say who did it.</summary>
/// <param name="OwnName">The resident's name, only where the resident chose to show it with this subject.</param>
public sealed record ActorFacts(
    string Verb,
    DateTimeOffset At,
    long? PersonId,
    long? OnBehalfOfId,
    string? OrganisationName,
    string? OwnName,
    bool WasEntered
);

/// <summary>
/// Who did it, as everyone may read it: officials and associations by role and organisation, a resident as 'een
/// inwoner' unless the name was made public.
/// </summary>
public sealed class ShownActors
{
    private readonly Texts T;
    private readonly ILookup<long, Held> roles;

    private ShownActors(Texts texts, IEnumerable<Held> roles)
    {
        T = texts;
        this.roles = roles.ToLookup(role => role.PersonId);
    }

    /// <summary>One query, for all the lines of a page or mail.</summary>
    public static async Task<ShownActors> LoadAsync(
        BrinkDb db,
        Texts texts,
        IEnumerable<long?> personIds,
        CancellationToken cancellation
    )
    {
        var people = personIds.OfType<long>().Distinct().ToArray();
        var held =
            people.Length == 0
                ? []
                : await db
                    .RoleHoldings.AsNoTracking()
                    .Where(h => people.Contains(h.PersonId))
                    .Select(h => new Held(
                        h.PersonId,
                        h.Role,
                        h.OrganisationId,
                        h.Organisation!.Name,
                        h.Organisation.Kind,
                        h.From,
                        h.To
                    ))
                    .ToArrayAsync(cancellation);
        return new ShownActors(texts, held);
    }

    public string Show(ActorFacts line)
    {
        var who = Actor(line);
        return line.WasEntered ? T["{0} (door een ander ingevoerd)", who] : who;
    }

    private string Actor(ActorFacts line)
    {
        if (line.PersonId is not { } person)
        {
            return line.OrganisationName ?? "Brink";
        }

        var day = DutchTime.DateOf(line.At);
        // Who is liaison acts as liaison, whatever other roles there are.
        var held = roles[person]
            .Where(role => role.From <= day && (role.To is null || role.To >= day))
            .OrderByDescending(role => role.Role == Role.Liaison)
            .ThenBy(role => role.Role)
            .ThenBy(role => role.OrganisationId)
            .ToArray();
        if (line.OnBehalfOfId is { } organisation)
        {
            var speaks = held.FirstOrDefault(role => role.OrganisationId == organisation);
            return speaks is null ? line.OrganisationName ?? "" : Shown(speaks);
        }

        if (!OfResidents.Contains(line.Verb) && Official(held) is { } official)
        {
            return Shown(official);
        }

        return line.OwnName ?? T["Een inwoner"];
    }

    /// <summary>Somebody with an office acts in office, except where only residents act.</summary>
    private static Held? Official(Held[] held) =>
        held.FirstOrDefault(role => role.Kind == OrganisationKind.Municipality) ?? held.FirstOrDefault();

    private static readonly string[] OfResidents =
    [
        InitiativeVerbs.HandedIn,
        InitiativeVerbs.QuestionReplied,
        InitiativeVerbs.Updated,
        InitiativeVerbs.Edited,
        InitiativeVerbs.Located,
        InitiativeVerbs.Withdrawn,
        InitiativeVerbs.HandedOver,
        InitiativeVerbs.InitiatorLeft,
        InitiativeVerbs.WordsTakenBack,
        .. FeatureServices.News.SelectMany(news => news.ByResidents),
    ];

    private string Shown(Held held) =>
        held.Role switch
        {
            Role.Chair => T["De voorzitter van {0}", held.Organisation],
            Role.Secretary => T["De secretaris van {0}", held.Organisation],
            Role.Treasurer => T["De penningmeester van {0}", held.Organisation],
            Role.BoardMember => T["Een bestuurslid van {0}", held.Organisation],
            Role.ContactPerson => T["De contactpersoon van {0}", held.Organisation],
            Role.Liaison => T["De dorpscontactambtenaar van {0}", held.Organisation],
            Role.BudgetHolder => T["De budgethouder van {0}", held.Organisation],
            Role.PolicyOfficer => T["Een beleidsambtenaar van {0}", held.Organisation],
            Role.CommunityWorker => T["De opbouwwerker van {0}", held.Organisation],
            Role.YouthWorker => T["De jongerenwerker van {0}", held.Organisation],
            Role.RuralDevelopmentWorker => T["De medewerker plattelandsontwikkeling van {0}", held.Organisation],
            Role.ExecutiveMember => T["Een lid van het college van {0}", held.Organisation],
            Role.Councillor => T["Een raadslid van {0}", held.Organisation],
            Role.Administrator => T["De beheerder van {0}", held.Organisation],
            _ => held.Organisation,
        };

    private sealed record Held(
        long PersonId,
        Role Role,
        long OrganisationId,
        string Organisation,
        OrganisationKind Kind,
        DateOnly From,
        DateOnly? To
    );
}
