using Brink.Features.Notices.Jobs;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Checks;

/// <summary>Opens the check in May and November, and tells of the results when the month is over. Once each, on any number of instances.</summary>
public sealed class CheckTerms(TimeProvider time) : IMunicipalityJob
{
    public async Task RunAsync(BrinkDb db, CancellationToken cancellation)
    {
        var today = DutchTime.Today(time);
        var byClock = new Actor(null, null, null, Channel.Web, time.GetUtcNow(), today);
        if (
            Check.TermOf(today) is { } term
            && !await db.Checks.AnyAsync(c => c.Year == term.Year && c.Half == term.Half, cancellation)
        )
        {
            // The title is stored, and Dutch is the language of the municipality.
            var season = term.Half == 1 ? "voorjaar" : "najaar";
            db.Checks.Add(
                Check.Begin(
                    string.Create(
                        System.Globalization.CultureInfo.InvariantCulture,
                        $"Samen terugkijken, {season} {term.Year}"
                    ),
                    term,
                    byClock
                )
            );
        }

        var over = await db
            .Checks.Include(c => c.Subject)
            .Where(c => c.Closes < today && !c.IsResultTold)
            .ToArrayAsync(cancellation);
        foreach (var check in over)
        {
            check.TellResult(byClock);
        }

        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (Exception problem) when (Conflict.Is(problem))
        {
            // Another instance did it.
            db.ChangeTracker.Clear();
        }
    }
}
