using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Places.Administration;

/// <summary>From when to when the municipality recognises an association.</summary>
public class RecognitionModel : OneOrganisationPage
{
    [BindProperty]
    public DateOnly? RecognisedFrom { get; set; }

    [BindProperty]
    public DateOnly? RecognisedTo { get; set; }

    [BindProperty]
    public string? RecognitionNote { get; set; }

    protected override string Here => AdministrationLinks.Organisation(Id);

    public override async Task<IActionResult> OnGetAsync()
    {
        if (!await ReadAsync())
        {
            return NotFound();
        }

        (RecognisedFrom, RecognisedTo) = (Organisation.RecognisedFrom, Organisation.RecognisedTo);
        (RecognitionNote, Version) = (Organisation.RecognitionNote, Organisation.Version);
        return Page();
    }

    public Task<IActionResult> OnPostAsync() =>
        ActAsync(organisation => organisation.Recognise(RecognisedFrom, RecognisedTo, RecognitionNote, Today));
}
