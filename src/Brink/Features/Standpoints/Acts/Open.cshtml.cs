using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Standpoints.Acts;

/// <summary>The umbrella sends the text round: who is a member now is asked, until the last day of the term.</summary>
public class OpenModel() : StandpointActPage(StandpointAct.OpenSigning)
{
    [BindProperty]
    public DateOnly? Closes { get; set; }

    public IReadOnlyList<(long Id, string Name)> Members { get; private set; } = [];

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
                (await LoadAsync()).OpenSigning(
                    [.. (await MembersAsync()).Select(member => member.Id)],
                    Closes,
                    ActsForUmbrella()
                ),
            () => Address,
            ReadAgainAsync
        );

    protected override async Task ReadAsync(long id)
    {
        await base.ReadAsync(id);
        Members = await MembersAsync();
    }

    private Task<IReadOnlyList<(long Id, string Name)>> MembersAsync() =>
        Db.MembersOfAsync(Standing.UmbrellaId, Today, Aborted);
}
