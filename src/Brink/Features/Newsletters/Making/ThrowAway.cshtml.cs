using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

public sealed class ThrowAwayModel : NewsletterPage
{
    public string Name { get; private set; } = "";

    public Task OnGetAsync() => ReadAsync();

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(async () => (await LoadAsync()).ThrowAway(ActsInOffice()), () => NewsletterLinks.Work, ReadAsync);

    private async Task ReadAsync() =>
        Name = await Db.Subjects.Where(s => s.Id == Id).Select(s => s.Title).SingleAsync(Aborted);
}
