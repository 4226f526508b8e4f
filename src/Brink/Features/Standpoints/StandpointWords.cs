using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;

namespace Brink.Features.Standpoints;

/// <summary>How many associations said what; who is silent is counted apart and as nothing else.</summary>
public sealed record Tally(int Signed, int Abstained, int Dissented, int Silent)
{
    public int Asked => Signed + Abstained + Dissented + Silent;

    public static Tally Of(IEnumerable<Stance?> stances)
    {
        var all = stances.ToArray();
        return new(
            all.Count(s => s == Stance.Signed),
            all.Count(s => s == Stance.Abstained),
            all.Count(s => s == Stance.Dissented),
            all.Count(s => s is null)
        );
    }
}

/// <summary>One association and what it says; a null stance is silence.</summary>
/// <param name="By">'de voorzitter', at that moment; null where nobody of the association wrote it.</param>
public sealed record Reaction(
    long AssociationId,
    string Association,
    Stance? Stance,
    string Words,
    string? By,
    string? Provenance,
    DateTimeOffset? At
)
{
    /// <summary>What it said before in this round, the newest first; for the members only.</summary>
    public IReadOnlyList<Reaction> Earlier { get; init; } = [];
}

public static class StandpointWords
{
    public static Status StatusOf(this Texts T, StandpointState state) =>
        state switch
        {
            StandpointState.Draft => new(T["Concept"]),
            StandpointState.Signing => new(T["Ligt bij de verenigingen"], StatusKind.Active),
            StandpointState.Sent => new(T["Wacht op antwoord van de gemeente"], StatusKind.Warning),
            StandpointState.Answered => new(T["Beantwoord"], StatusKind.Success),
            _ => new(T["Ingetrokken"]),
        };

    public static Status StatusOf(this Texts T, Stance? stance) =>
        stance switch
        {
            Stance.Signed => new(T["Ondertekend"], StatusKind.Success),
            Stance.Abstained => new(T["Onthouding"]),
            Stance.Dissented => new(T["Niet mee eens"], StatusKind.Warning),
            _ => new(T["Nog niet gereageerd"]),
        };

    /// <summary>'8 van de 12 verenigingen ondertekenden. 1 onthield zich, 1 is het niet eens, 2 reageerden nog niet.'</summary>
    public static string Sentence(this Texts T, Tally tally)
    {
        var rest = new List<string>();
        if (tally.Abstained > 0)
        {
            rest.Add(T.Count(tally.Abstained, "1 onthield zich", "{0} onthielden zich"));
        }

        if (tally.Dissented > 0)
        {
            rest.Add(T.Count(tally.Dissented, "1 is het niet eens", "{0} zijn het niet eens"));
        }

        if (tally.Silent > 0)
        {
            rest.Add(T.Count(tally.Silent, "1 heeft nog niet gereageerd", "{0} hebben nog niet gereageerd"));
        }

        var signed = T["{0} van de {1} verenigingen ondertekenden.", tally.Signed, tally.Asked];
        return rest.Count == 0 ? signed : signed + " " + string.Join(", ", rest) + ".";
    }

    public static IReadOnlyList<Choice> Stances(this Texts T) =>
        [
            new(Stance.Signed, T["Wij ondertekenen"], T["Onze vereniging staat achter deze tekst."]),
            new(Stance.Abstained, T["Wij onthouden ons"], T["Wij zijn niet voor en niet tegen."]),
            new(
                Stance.Dissented,
                T["Wij zijn het er niet mee eens"],
                T["Onze naam staat er dan bij met onze eigen woorden."]
            ),
        ];

    public static ListRow ListRow(this Texts T, StandpointRow row, DateOnly today) =>
        new(
            row.Title,
            StandpointLinks.Show(row.Id, row.Slug),
            row.Umbrella,
            T.StatusOf(row.State),
            row.SentAt is { } sent ? T["verstuurd op {0}", Formats.Date(DutchTime.DateOf(sent))] : null,
            (row.SentAt, row.Closes) switch
            {
                ({ }, _) => T.Sentence(new Tally(row.Signed, row.Abstained, row.Dissented, row.Silent)),
                (_, { } closes) when closes < today => T["De termijn liep tot en met {0}.", Formats.Date(closes)],
                (_, { } closes) => T["Verenigingen reageren tot en met {0}.", Formats.Date(closes)],
                _ => null,
            },
            row.PromiseDue is { } due
                ? T.PromiseLine(new PromiseRow(PromiseKind.Answer, "", "", due, PromiseState.Open, null, ""), today)
                : null,
            null,
            row.IsExample ? T["Voorbeeld"] : null
        );

    /// <summary>What the associations of a round say now, by name.</summary>
    public static IReadOnlyList<Reaction> Reactions(this Texts T, SigningRound round) =>
        [
            .. round
                .Invited.OrderBy(i => i.Association!.Name, StringComparer.CurrentCulture)
                .Select(invited => T.Reaction(round, invited)),
        ];

    private static Reaction Reaction(this Texts T, SigningRound round, InvitedAssociation invited)
    {
        var name = invited.Association!.Name;
        var said = round.Current(invited.AssociationId);
        var now = said is null
            ? new Reaction(invited.AssociationId, name, null, "", null, null, null)
            : T.Reaction(said, name);
        return now with
        {
            Earlier =
            [
                .. round
                    .Of(invited.AssociationId)
                    .Where(s => s != said && s.Stance != Stance.TakenBack)
                    .Select(s => T.Reaction(s, name)),
            ],
        };
    }

    public static Reaction Reaction(this Texts T, Signature said, string association) =>
        new(
            said.AssociationId,
            association,
            said.Stance,
            said.Words,
            said.IsEntered ? null : T.NameOf(said.Role),
            T.EnteredBy(said.Contribution?.EnteredFor?.Name, said.Contribution?.Channel ?? default),
            said.At
        );

    /// <summary>What was sent, as it was sent.</summary>
    public static IReadOnlyList<Reaction> Reactions(this Texts T, IEnumerable<SentReaction> sent, string umbrella) =>
        [
            .. sent.OrderBy(r => r.Name, StringComparer.CurrentCulture)
                .Select(r => new Reaction(
                    r.AssociationId,
                    r.Name,
                    r.Stance,
                    r.Words,
                    r.WasEntered || r.Role is null ? null : T.NameOf(r.Role.Value),
                    r.WasEntered ? T["Ingevoerd door {0}", umbrella] : null,
                    null
                )),
        ];
}
