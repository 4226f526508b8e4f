using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Time;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>The liaison looks at it, sees what is alike, and gives a date for the answer (S2).</summary>
public class TriageModel() : SignalActPage(SignalAct.Triage)
{
    [BindProperty]
    public DateOnly? AnswerBy { get; set; }

    public IReadOnlyList<ListRow> Alike { get; private set; } = [];

    public override async Task OnGetAsync()
    {
        await ReadAsync();
        var term = await Db.Municipalities.Where(m => m.Id == Tenant.Id).Select(m => m.AnswerTerm).SingleAsync(Aborted);
        AnswerBy = WorkingDays.Add(Today, term);
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
                AnswerBy is { } day
                    ? (await LoadAsync()).Triage(day, ActsAsOfficial())
                    : Outcome.Refuse(nameof(AnswerBy), "Kies een datum."),
            () => Address,
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        Alike = await AlikeSignals.RowsAsync(Db, T, Head, Today, Aborted);
    }
}
