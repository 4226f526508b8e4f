using Brink.Features.Accounts;
using Brink.Platform;
using Brink.Platform.Mail;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Administration;

/// <summary>Somebody who gets a role: known by mail address already, or new.</summary>
public class NewPersonModel : AdministrationPage
{
    private const int LongestName = 120;
    private Person? person;

    [BindProperty]
    public string? PersonName { get; set; }

    [BindProperty]
    public string? Mail { get; set; }

    public void OnGet() { }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(AddAsync, () => AdministrationLinks.GiveRole(person!.Id) + WantedRole.Read(Request.Query)?.Query);

    private async Task<Outcome> AddAsync()
    {
        var name = TextRules.Line(PersonName, LongestName);
        var mail = (Mail ?? "").Trim();
        var refusals = new List<Refusal>();
        if (name.IsEmpty)
        {
            refusals.Add(new Refusal(nameof(PersonName), "Vul de naam in."));
        }

        refusals.Check(nameof(PersonName), name);
        if (!TypedMailAddress.IsOne(mail))
        {
            refusals.Add(
                new Refusal(
                    nameof(Mail),
                    "Vul het mailadres van deze persoon in. Een goed voorbeeld: naam@voorbeeld.nl."
                )
            );
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        var normalised = Person.Normalise(mail);
        person = await Db.People.FirstOrDefaultAsync(p => p.NormalizedEmail == normalised, Aborted);
        if (person is null)
        {
            person = Person.WithMail(name.Text, mail, Time.GetUtcNow());
            Db.People.Add(person);
            Happened(PlacesVerbs.PersonAdded, ("person", person.Id));
        }
        else if (person is { EmailConfirmed: false, LastSignedInAt: null })
        {
            // Nobody has shown the mailbox to be theirs yet: anybody may have typed this name.
            person.Name = name.Text;
            person.Touch();
            Happened(PlacesVerbs.PersonChanged, ("person", person.Id));
        }

        // Whoever did keeps the name that is known: it is the person's own.

        return Outcome.Done;
    }
}
