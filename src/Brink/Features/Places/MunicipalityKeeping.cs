using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places;

/// <summary>Terms as a form says them.</summary>
public sealed record KeepingWords(
    int? DaysToConfirm,
    int? DaysDraftsStay,
    int? DaysStrangersStay,
    int? DaysMailsStay,
    int? MonthsUnused,
    int? DaysWarned
);

/// <summary>How long what people leave is kept (P8).</summary>
public partial class Municipality
{
    public KeepingTerms Keeping =>
        new(DaysToConfirm, DaysDraftsStay, DaysStrangersStay, DaysMailsStay, MonthsUnused, DaysWarned);

    /// <summary>
    /// The least and most of each keep the house working: a link must live long enough to be pressed, and a warning long
    /// enough to be read after a holiday.
    /// </summary>
    public Outcome Keep(KeepingWords words)
    {
        var refusals = new List<Refusal>();
        Between(refusals, nameof(words.DaysToConfirm), words.DaysToConfirm, 3, 90);
        Between(refusals, nameof(words.DaysDraftsStay), words.DaysDraftsStay, 1, 14);
        Between(refusals, nameof(words.DaysStrangersStay), words.DaysStrangersStay, 14, 365);
        Between(refusals, nameof(words.DaysMailsStay), words.DaysMailsStay, 14, 365);
        Between(refusals, nameof(words.MonthsUnused), words.MonthsUnused, 6, 120);
        Between(refusals, nameof(words.DaysWarned), words.DaysWarned, 14, 90);
        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        (DaysToConfirm, DaysDraftsStay) = (words.DaysToConfirm!.Value, words.DaysDraftsStay!.Value);
        (DaysStrangersStay, DaysMailsStay) = (words.DaysStrangersStay!.Value, words.DaysMailsStay!.Value);
        (MonthsUnused, DaysWarned) = (words.MonthsUnused!.Value, words.DaysWarned!.Value);
        return Outcome.Done;
    }
}

/// <summary>The terms of the municipality a job works for, as they are now.</summary>
public static class KeepingTermsOf
{
    public static async Task<KeepingTerms> MunicipalityAsync(BrinkDb db, CancellationToken cancellation) =>
        (await db.Municipalities.AsNoTracking().SingleAsync(m => m.Id == db.TenantId, cancellation)).Keeping;
}
