using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;

namespace Brink.Features.Exchange;

/// <summary>The words for needs, offers and answers.</summary>
public static class HelpWording
{
    public static string NameOf(this Texts T, HelpDirection direction) =>
        direction == HelpDirection.Offer ? T["Aangeboden"] : T["Gevraagd"];

    public static string NameOf(this Texts T, HelpKind kind) =>
        kind switch
        {
            HelpKind.Hands => T["Handen"],
            HelpKind.Skill => T["Kennis en kunde"],
            HelpKind.Thing => T["Spullen"],
            _ => T["Bestuurslid"],
        };

    public static string NameOf(this Texts T, Road road) => road == Road.Telephone ? T["Telefoon"] : T["Mail"];

    /// <summary>'Gevraagd: handen'</summary>
    public static string What(this Texts T, HelpDirection direction, HelpKind kind) =>
        T["{0}: {1}", T.NameOf(direction), T.NameOf(kind).ToLowerInvariant()];

    /// <summary>'op zaterdag 5 december 2026', or null where any day suits.</summary>
    public static string? When(this Texts T, DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            ({ } first, { } last) when last > first => T[
                "van {0} tot en met {1}",
                Formats.Date(first),
                Formats.Date(last)
            ],
            ({ } day, _) => T["op {0}", Formats.DateWithDay(day)],
            _ => null,
        };

    public static string Places(this Texts T, HelpDirection direction, HelpKind kind, int left) =>
        (direction, kind) switch
        {
            (HelpDirection.Need, HelpKind.Thing) => T.Count(left, "Er is nog 1 nodig.", "Er zijn er nog {0} nodig."),
            (HelpDirection.Need, _) => T.Count(left, "Er is nog 1 mens nodig.", "Er zijn nog {0} mensen nodig."),
            (HelpDirection.Offer, HelpKind.Thing) => T.Count(left, "Er is er nog 1.", "Er zijn er nog {0}."),
            _ => T.Count(left, "Er is nog 1 plek.", "Er zijn nog {0} plekken."),
        };

    public static Status? StatusOf(this Texts T, HelpHead help, DateOnly today) =>
        help.State switch
        {
            HelpState.Done => new Status(T["Afgerond"], StatusKind.Success),
            HelpState.Withdrawn => new Status(T["Ingetrokken"], StatusKind.Neutral),
            HelpState.AwaitingConfirmation => new Status(T["Nog niet bevestigd"], StatusKind.Warning),
            _ when help.EndsOn < today => new Status(T["Voorbij"], StatusKind.Neutral),
            _ when help.Left <= 0 => new Status(T["Alle plaatsen zijn vergeven"], StatusKind.Success),
            _ => null,
        };

    public static Status StatusOf(this Texts T, ResponseState state) =>
        state switch
        {
            ResponseState.Accepted => new Status(T["Afgesproken"], StatusKind.Success),
            ResponseState.Declined => new Status(T["Bedankt"], StatusKind.Neutral),
            ResponseState.SteppedBack => new Status(T["Teruggetrokken"], StatusKind.Neutral),
            ResponseState.Unconfirmed => new Status(T["Nog niet bevestigd"], StatusKind.Warning),
            _ => new Status(T["Wacht op antwoord"], StatusKind.Active),
        };

    /// <summary>'Ik help mee', 'Ik wil dit graag lenen': the answer that fits.</summary>
    public static string AnswerTo(this Texts T, HelpDirection direction, HelpKind kind) =>
        (direction, kind) switch
        {
            (HelpDirection.Need, HelpKind.Thing) => T["Ik heb dit"],
            (HelpDirection.Need, HelpKind.BoardMember) => T["Ik heb interesse"],
            (HelpDirection.Need, _) => T["Ik help mee"],
            (_, HelpKind.Thing) => T["Ik wil dit graag lenen"],
            _ => T["Hier maak ik graag gebruik van"],
        };

    /// <summary>By whom, as everybody may read it.</summary>
    public static string By(this Texts T, HelpHead help) =>
        help.OnBehalfOf is { } association ? T["Van {0}", association]
        : help.AskerName is { Length: > 0 } name ? T["Van {0}", name]
        : T["Van een inwoner"];

    public static ListRow ListRow(this Texts T, HelpRow row) =>
        new(
            row.Title,
            ExchangeLinks.Show(row.Id, row.Slug),
            row.Villages > 1 ? T["{0} en andere dorpen", row.Village ?? ""] : row.Village,
            new Status(
                T.What(row.Direction, row.Kind),
                row.Direction == HelpDirection.Offer ? StatusKind.Success : StatusKind.Active
            ),
            T.When(row.From, row.To),
            T.Places(row.Direction, row.Kind, row.Left),
            Provenance: row.OnBehalfOf is { } association ? T["Van {0}", association] : null
        );

    public static IReadOnlyList<Choice> Roads(this Texts T) =>
        [
            new(Road.Mail, T["Per mail"], T["De ander krijgt uw mailadres."]),
            new(Road.Telephone, T["Per telefoon"], T["De ander krijgt het nummer dat u hier invult."]),
        ];

    public static IReadOnlyList<Choice> EntryRoads(this Texts T) =>
        [
            new(Channel.Telephone, T["Per telefoon"]),
            new(Channel.Paper, T["Op papier"]),
            new(Channel.Meeting, T["In een gesprek of bijeenkomst"]),
        ];
}
