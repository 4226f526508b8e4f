using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals;

public sealed record SignalLink(long Id, string Title, string Slug)
{
    public string Href => SignalLinks.Show(Id, Slug);
}

/// <summary>To whom it was passed on, as everybody may read it.</summary>
/// <param name="Organisation">Null for a colleague at the municipality, who is not named.</param>
public sealed record ForwardView(
    long Id,
    string? Organisation,
    string Name,
    string Note,
    DateTimeOffset At,
    DateTimeOffset? AcceptedAt
);

/// <summary>What the page of a signal shows.</summary>
/// <param name="By">The sender's name, only by choice.</param>
public sealed record SignalView(
    long Id,
    string Title,
    string Slug,
    Visibility Visibility,
    SignalKind Kind,
    SignalState State,
    string Text,
    string PlaceNote,
    double? Longitude,
    double? Latitude,
    long VillageId,
    string Village,
    SignalAnswer? Answer,
    string AnswerText,
    DateTimeOffset? AnsweredAt,
    string? AnsweredFor,
    SignalLink? MergedInto,
    SignalLink? SplitFrom,
    string? By,
    string? OnBehalfOf,
    string? EnteredFor,
    Channel Channel,
    DateTimeOffset At,
    bool IsExample
)
{
    public bool IsOpen => State is SignalState.Open or SignalState.Triaged;
}

/// <summary>Everything the page shows beside the signal itself.</summary>
/// <param name="WentUpInIt">Public signals of others that go on in this one.</param>
public sealed record SignalAround(
    IReadOnlyList<PromiseRow> Promises,
    IReadOnlyList<SubjectFile> Files,
    IReadOnlyList<ForwardView> Forwards,
    IReadOnlyList<SignalLink> WentUpInIt,
    IReadOnlyList<SignalLink> SplitOff,
    IReadOnlyList<(long Id, string Title, string Slug)> Concerns,
    IReadOnlyList<string> Villages
);

public static class SignalShow
{
    public static Task<SignalView?> SignalViewAsync(this BrinkDb db, long id, CancellationToken cancellation) =>
        db
            .Signals.AsNoTracking()
            .Where(s => s.Id == id)
            .Select(s => new SignalView(
                s.Id,
                s.Subject.Title,
                s.Subject.Slug,
                s.Subject.Visibility,
                s.Kind,
                s.State,
                s.Text,
                s.PlaceNote,
                s.Longitude,
                s.Latitude,
                s.VillageId,
                s.Village!.Subject!.Title,
                s.Answer,
                s.AnswerText,
                s.AnsweredAt,
                s.AnsweredFor!.Name,
                s.MergedIntoId == null || s.MergedInto!.Subject.Visibility != Visibility.Public
                    ? null
                    : new SignalLink(s.MergedInto.Id, s.MergedInto.Subject.Title, s.MergedInto.Subject.Slug),
                s.SplitFromId == null || s.SplitFrom!.Subject.Visibility != Visibility.Public
                    ? null
                    : new SignalLink(s.SplitFrom.Id, s.SplitFrom.Subject.Title, s.SplitFrom.Subject.Slug),
                s.Contribution!.NameIsPublic ? s.Contribution.ByPerson!.Name : null,
                s.Contribution.OnBehalfOf!.Name,
                s.Contribution.EnteredFor!.Name,
                s.Contribution.Channel,
                s.Contribution.At,
                s.IsExample
            ))
            .FirstOrDefaultAsync(cancellation);

    /// <summary>Six queries.</summary>
    public static async Task<SignalAround> SignalAroundAsync(this BrinkDb db, long id, CancellationToken cancellation)
    {
        var promises = await db
            .Promises.AsNoTracking()
            .Where(p => p.SubjectId == id)
            .OrderBy(p => p.Due)
            .ThenBy(p => p.Id)
            .Select(p => new PromiseRow(
                p.Kind,
                p.What,
                p.ByOrganisation!.Name ?? "",
                p.Due,
                p.State,
                p.EndedAt,
                p.Ending
            ))
            .ToArrayAsync(cancellation);
        var files = await db
            .SubjectFiles.AsNoTracking()
            .Where(f => f.SubjectId == id)
            .OrderBy(f => f.Order)
            .ThenBy(f => f.Id)
            .ToArrayAsync(cancellation);
        var forwards = await db
            .SignalForwards.AsNoTracking()
            .Where(f => f.SignalId == id)
            .OrderBy(f => f.At)
            .Select(f => new ForwardView(f.Id, f.Organisation!.Name, f.Name, f.Note, f.At, f.AcceptedAt))
            .ToArrayAsync(cancellation);
        var related = await db
            .Signals.Public()
            .Where(s => s.MergedIntoId == id || s.SplitFromId == id)
            .OrderBy(s => s.Id)
            .Select(s => new
            {
                s.Id,
                s.Subject.Title,
                s.Subject.Slug,
                IsMerged = s.MergedIntoId == id,
            })
            .ToArrayAsync(cancellation);
        var concerns = await db
            .ConcernSignals.Where(c => c.SignalId == id)
            .Join(db.Subjects, c => c.ConcernId, s => s.Id, (_, s) => s)
            .Where(s => s.Visibility == Visibility.Public)
            .OrderBy(s => s.Title)
            .Select(s => new
            {
                s.Id,
                s.Title,
                s.Slug,
            })
            .ToArrayAsync(cancellation);
        var villages = await db
            .SubjectVillages.Where(v => v.SubjectId == id)
            .Join(db.Subjects, v => v.VillageId, s => s.Id, (_, s) => s.Title)
            .OrderBy(title => title)
            .ToArrayAsync(cancellation);
        SignalLink[] Links(bool merged) =>
            [.. related.Where(r => r.IsMerged == merged).Select(r => new SignalLink(r.Id, r.Title, r.Slug))];
        return new SignalAround(
            promises,
            files,
            forwards,
            Links(merged: true),
            Links(merged: false),
            [.. concerns.Select(c => (c.Id, c.Title, c.Slug))],
            villages
        );
    }
}
