using Brink.Platform;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Standpoints.Acts;

/// <summary>
/// The umbrella changes the words. The form knows with which words it began and whether it stops the signing: when
/// either is no longer so, both texts or the consequence are shown first and nothing is lost.
/// </summary>
public class EditModel() : StandpointActPage(StandpointAct.Edit)
{
    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Whoever sent the form knew that it stops the signing.</summary>
    [BindProperty]
    public bool Reopens { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Asks { get; set; }

    /// <summary>What somebody else made of it meanwhile.</summary>
    public Wording? Theirs { get; private set; }

    private string address = "";

    public override Task OnGetAsync()
    {
        var now = Standpoint.Latest.Words;
        (NewTitle, Text, Asks, Words) = (now.Title, now.Text, now.Asks, now.Mark);
        Reopens = Standpoint.State == StandpointState.Signing;
        return Task.CompletedTask;
    }

    public Task<IActionResult> OnPostAsync() => DoAsync(ChangeAsync, () => address, ReadAgainAsync);

    private async Task<Outcome> ChangeAsync()
    {
        var check = WordingRules.Check(NewTitle, Text, Asks);
        if (!check.Succeeded)
        {
            return check;
        }

        var standpoint = await LoadAsync();
        address = Address;
        var isOpen = standpoint.State is StandpointState.Draft or StandpointState.Signing;
        if (isOpen && standpoint.Latest.Words.Mark != Words)
        {
            Theirs = standpoint.Latest.Words;
            BeginFrom(standpoint);
            return Outcome.Refuse(
                "",
                "Iemand anders heeft dit intussen ook aangepast. U ziet beide teksten. Er is niets verloren."
            );
        }

        if (isOpen && Reopens != (standpoint.State == StandpointState.Signing))
        {
            BeginFrom(standpoint);
            return Reopens
                ? Outcome.Refuse(
                    "",
                    "Het standpunt is intussen rondgestuurd. Lees wat er gebeurt als u de tekst verandert."
                )
                : Outcome.Refuse("", "Het tekenen is intussen gestopt. U kunt de tekst gewoon aanpassen.");
        }

        var actor = ActsForUmbrella();
        var outcome = standpoint.Edit(WordingRules.Wording(NewTitle, Text, Asks), By(actor), actor);
        address = StandpointLinks.Show(standpoint.Id, standpoint.Subject.Slug);
        return outcome;
    }

    /// <summary>The next attempt starts from what is shown now.</summary>
    private void BeginFrom(Standpoint standpoint)
    {
        Words = standpoint.Latest.Words.Mark;
        Reopens = standpoint.State == StandpointState.Signing;
        ModelState.Remove(nameof(Words));
        ModelState.Remove(nameof(Reopens));
    }
}
