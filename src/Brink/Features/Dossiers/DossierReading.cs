using Brink.Features.Accounts;
using Brink.Platform.Database;

namespace Brink.Features.Dossiers;

/// <summary>In confidence each opening is kept, of the page of the plan and of everything that hangs on it (C10).</summary>
public static class DossierReading
{
    /// <summary>Nothing for who isn't a named reader.</summary>
    public static async Task NoteOpeningAsync(
        this BrinkDb db,
        Viewer viewer,
        DossierStanding standing,
        long dossierId,
        DateTimeOffset now,
        CancellationToken cancellation
    )
    {
        if (viewer.ReaderOf(standing) is not { } reader)
        {
            return;
        }

        db.DossierOpenings.Add(
            new DossierOpening
            {
                DossierId = dossierId,
                ReaderId = reader.Id,
                At = now,
            }
        );
        await db.SaveChangesAsync(cancellation);
    }
}
