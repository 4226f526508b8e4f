using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Developments;

public class EditModel() : DevelopmentPage(DevelopmentAct.Edit), IDevelopmentForm
{
    [BindProperty]
    public DevelopmentForm Input { get; set; } = new();

    public async Task OnGetAsync()
    {
        await ReadAsync();
        Input.Fill(await LoadAsync());
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        return await DoAsync(
            async () =>
            {
                var check = Input.Check();
                if (!check.Succeeded)
                {
                    return check;
                }

                var development = await LoadAsync();
                var outcome = development.Edit(Input.Words(), ActsForUmbrella());
                Address = DevelopmentLinks.Show(development.Id, development.Subject.Slug);
                return outcome;
            },
            () => Address
        );
    }

    protected override Task ReadAsync() => Input.LoadAsync(Db, T, Standing.UmbrellaId, Today, Aborted);
}
