using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Newsletters;

public static class NewsletterWords
{
    public static string NameOf(this Texts T, SubscriptionState state) =>
        state switch
        {
            SubscriptionState.Asked => T["wacht tot u op de link in de mail drukt"],
            SubscriptionState.Resting => T["in rust: onze mail kwam niet aan"],
            _ => T["u krijgt mail"],
        };

    public static string NameOf(this Texts T, NewsGroup group) =>
        group switch
        {
            NewsGroup.Initiatives => T["Initiatieven"],
            NewsGroup.Signals => T["Wat er speelt"],
            NewsGroup.Plans => T["Plannen van de gemeente"],
            NewsGroup.Standpoints => T["Standpunten"],
            NewsGroup.Agreements => T["Afspraken op papier"],
            NewsGroup.Help => T["Hulp gevraagd en gegeven"],
            _ => T["Dorpen"],
        };

    /// <summary>'Voor de hele gemeente', 'Voor Hijken, Orvelte'.</summary>
    public static string ForWhom(this Texts T, IReadOnlyCollection<string> places) =>
        places.Count == 0 ? T["Voor de hele gemeente"] : T["Voor {0}", string.Join(", ", places)];

    public static ListRow ListRow(this Texts T, NewsletterRow row) =>
        new(
            row.Title,
            row.State == NewsletterState.Sent ? NewsletterLinks.Show(row.Id, row.Slug) : NewsletterLinks.Make(row.Id),
            Status: row.IsExample ? new Status(T["Voorbeeld"]) : null,
            When: row.SentAt is { } sent
                ? Formats.Date(DutchTime.DateOf(sent))
                : T["gewijzigd op {0}", Formats.Date(DutchTime.DateOf(row.ChangedAt))],
            Needed: T.ForWhom(row.Places)
        );
}
