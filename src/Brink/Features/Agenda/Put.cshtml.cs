using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Agenda;

/// <summary>Puts a subject that the viewer may see on the agenda of a board the viewer speaks for.</summary>
[Authorize]
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class PutModel : BrinkPage
{
    /// <summary>Of whose agenda.</summary>
    [BindProperty(SupportsGet = true, Name = "voor")]
    public long? For { get; set; }

    [BindProperty]
    public string? Remark { get; set; }

    public AgendaSubject About { get; private set; } = null!;
    public IReadOnlyList<HeldRole> Agendas { get; private set; } = [];
    public IEnumerable<Choice> Choices => Agendas.Select(r => new Choice(r.OrganisationId, r.OrganisationName));

    public async Task<IActionResult> OnGetAsync(long id)
    {
        if (await StopAsync(id) is { } stop)
        {
            return stop;
        }

        For = Agendas is [var only] ? only.OrganisationId : For;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(long id) =>
        await StopAsync(id)
        ?? await DoAsync(
            async () =>
                For is { } organisation && Viewer.MayKeepAgenda(organisation)
                    ? await Db.PutAsync(organisation, About, Remark, Acts(organisation), HttpContext.RequestAborted)
                    : Outcome.Refuse(nameof(For), "Kies op welke agenda dit komt."),
            () => AgendaLinks.Saved(For!.Value)
        );

    private async Task<IActionResult?> StopAsync(long id)
    {
        if (await Db.SeenSubjectAsync(Viewer, Today, id, HttpContext.RequestAborted) is not { } seen)
        {
            return NotFound();
        }

        (About, Agendas) = (seen, Viewer.Agendas());
        return Agendas.Count > 0 ? null : Forbid();
    }
}
