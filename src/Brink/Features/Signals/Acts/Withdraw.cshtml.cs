using Brink.Features.Subjects;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Signals.Acts;

/// <summary>Who raised it takes it back, unless others went up in it.</summary>
public class WithdrawModel() : SignalActPage(SignalAct.Withdraw)
{
    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async () => (await LoadAsync()).Withdraw(Takes()), () => Address, ReadAsync);

    /// <summary>In person, for the association, or by who entered it for the sender.</summary>
    private Actor Takes() =>
        Viewer.PersonId == Standing.SenderId ? Acts()
        : Standing.OnBehalfOfId is { } association && Viewer.SpeaksFor(association) ? Acts(association)
        : Acts() with { PersonId = Standing.SenderId, EnteredById = Viewer.PersonId, Channel = Channel.Telephone };
}
