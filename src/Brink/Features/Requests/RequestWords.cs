using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Requests;

public static class RequestWords
{
    /// <summary>Neutral on purpose: 'gaat niet door' is an outcome, and nobody's fault.</summary>
    public static Status StatusOf(this Texts T, RequestState state) =>
        state switch
        {
            RequestState.Asked => new(T["Nog niet gereageerd"], StatusKind.Active),
            RequestState.Proposed => new(T["Ander voorstel"], StatusKind.Active),
            RequestState.Accepted => new(T["Gaat door"], StatusKind.Success),
            RequestState.Declined => new(T["Gaat niet door"]),
            _ => new(T["Teruggenomen"]),
        };

    public static ListRow ListRow(this Texts T, RequestRow row) =>
        new(
            row.Title,
            RequestLinks.Show(row.Id, row.Slug),
            row.Association,
            T.StatusOf(row.State),
            row.State == RequestState.Asked
                ? T["antwoord graag tot en met {0}", Formats.Date(row.AnswerBy)]
                : T["gevraagd op {0}", Formats.Date(row.AskedOn)],
            T["{0}, {1}", row.Department, T.Hours(row.Hours)],
            Provenance: row.IsExample ? T["Voorbeeld"] : null
        );

    /// <summary>'3 uur', '2,5 uur'.</summary>
    public static string Hours(this Texts T, decimal hours) =>
        T["{0} uur", Formats.Number(hours, hours == decimal.Truncate(hours) ? 0 : 1)];

    /// <summary>'2 verzoeken zonder antwoord. Dit kwartaal is 14 uur gevraagd.'</summary>
    public static string Sentence(this Texts T, Load load) =>
        T.Count(load.Open, "1 verzoek wacht op antwoord.", "{0} verzoeken wachten op antwoord.")
        + " "
        + T[
            "Sinds {0} is deze vereniging {1} gevraagd. Zij zegde {2} toe die nog komen.",
            Formats.Date(load.Since),
            T.Hours(load.Hours),
            T.Hours(load.Promised)
        ];
}
