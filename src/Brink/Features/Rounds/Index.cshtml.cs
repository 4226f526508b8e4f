using Microsoft.AspNetCore.Authorization;

namespace Brink.Features.Rounds;

/// <summary>
/// All documents and rounds of a dossier (C4, C5). Never from the cache: whether one can react is a matter of minutes.
/// </summary>
[AllowAnonymous]
public sealed class IndexModel() : DossierPage(RoundAct.See)
{
    public DossierRounds Rounds { get; private set; } = null!;

    public async Task OnGetAsync() => Rounds = await DossierRounds.ReadAsync(Db, Head.Id, Works, Now, Aborted);
}
