using Brink.Features.Promises;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>An organisation that was asked takes the answer over, with its date (S2).</summary>
public class AcceptModel() : SignalActPage(SignalAct.Accept)
{
    public IReadOnlyList<string> Notes { get; private set; } = [];
    public DateOnly? Due { get; private set; }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var signal = await LoadAsync();
                var asked = signal.Forwards.FirstOrDefault(f => f.OrganisationId is { } id && Own.Contains(id));
                return asked is null
                    ? Outcome.Refuse("", "Dit signaal is niet naar uw organisatie gestuurd.")
                    : signal.Accept(asked.Id, Acts(asked.OrganisationId));
            },
            () => Address,
            ReadAsync
        );

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        var own = Own;
        Notes = await Db
            .SignalForwards.Where(f => f.SignalId == Head.Id && own.Contains(f.OrganisationId ?? 0) && f.Note != "")
            .Select(f => f.Note)
            .ToArrayAsync(Aborted);
        Due = await Db
            .Promises.Where(p => p.SubjectId == Head.Id)
            .Where(p => p.Kind == PromiseKind.Answer && p.State == PromiseState.Open)
            .MinAsync(p => (DateOnly?)p.Due, Aborted);
    }

    private long[] Own => [.. Viewer.Roles.Select(r => r.OrganisationId).Distinct()];
}
