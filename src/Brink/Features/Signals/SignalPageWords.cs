using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Signals;

/// <summary>Words for kinds, states and answers, the same on page, list and in mail.</summary>
public static class SignalPageWords
{
    public static string NameOf(this Texts T, SignalKind kind) =>
        kind switch
        {
            SignalKind.Chance => T["Kans"],
            SignalKind.Defect => T["Kapot"],
            _ => T["Knelpunt"],
        };

    public static string NameOf(this Texts T, SignalAnswer answer) =>
        answer switch
        {
            SignalAnswer.TakenUp => T["Pakken we op"],
            SignalAnswer.NotBecause => T["Doen we niet, want"],
            _ => T["Ligt bij een ander"],
        };

    public static string NameOf(this Texts T, SignalState state) =>
        state switch
        {
            SignalState.AwaitingConfirmation => T["Nog niet bevestigd"],
            SignalState.Open => T["Nieuw"],
            SignalState.Triaged => T["Wacht op antwoord"],
            SignalState.Answered => T["Beantwoord"],
            SignalState.Merged => T["Gaat verder in een ander signaal"],
            _ => T["Ingetrokken"],
        };

    public static string NameOf(this Texts T, HideReason reason) =>
        reason switch
        {
            HideReason.Name => T["Een naam van iemand"],
            HideReason.Address => T["Een adres of kenteken"],
            HideReason.Reach => T["Een telefoonnummer of mailadres"],
            HideReason.Health => T["Iets over gezondheid, geloof of geld van iemand"],
            HideReason.Recognisable => T["Iemand is herkenbaar"],
            _ => T["Iets anders dat privé is"],
        };

    public static StatusKind KindOf(SignalAnswer answer) =>
        answer switch
        {
            SignalAnswer.TakenUp => StatusKind.Success,
            SignalAnswer.WithAnother => StatusKind.Active,
            _ => StatusKind.Neutral,
        };

    public static Status StatusOf(this Texts T, SignalState state, SignalAnswer? answer) =>
        answer is { } given && state == SignalState.Answered
            ? new(T.NameOf(given), KindOf(given))
            : new(
                T.NameOf(state),
                state is SignalState.Open or SignalState.Triaged ? StatusKind.Active : StatusKind.Neutral
            );

    public static ListRow ListRow(this Texts T, SignalRow row, DateOnly today) =>
        new(
            row.Title,
            SignalLinks.Show(row.Id, row.Slug),
            row.Village,
            T.StatusOf(row.State, row.Answer),
            T["{0}, {1}", T.NameOf(row.Kind), Formats.Date(DutchTime.DateOf(row.At))],
            Promise: row is { PromiseKind: { } kind, PromiseDue: { } due }
                ? T.PromiseLine(
                    new PromiseRow(
                        kind,
                        row.PromiseWhat ?? "",
                        row.PromiseBy ?? T["Een bewoner"],
                        due,
                        PromiseState.Open,
                        null,
                        ""
                    ),
                    today
                )
                : null,
            Picture: row.PhotoId is { } photo
                ? SignalLinks.Photo(row.Id, photo) + "?breedte=320"
                : ThemePictures.For(row.Drawing)
        );
}
