using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Organisations;

/// <summary>The bank account number of an organisation: for its treasurer and the budget holders (P3).</summary>
[Authorize]
public class BankAccountModel(BankAccounts accounts) : VersionedPage
{
    [BindProperty]
    public string? Account { get; set; }

    public Organisation Organisation { get; private set; } = null!;
    public bool MaySet { get; private set; }
    public bool MaySee { get; private set; }

    /// <summary>In groups of four; null when there is none, or when it is not for this viewer.</summary>
    public string? Shown { get; private set; }

    public string Address => PlacesLinks.Organisation(Organisation.Id, Organisation.Name);

    public async Task<IActionResult> OnGetAsync(string address)
    {
        if (await FindAsync(address) is { } refused)
        {
            return refused;
        }

        Version = Organisation.Version;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string address)
    {
        if (await FindAsync(address) is { } refused)
        {
            return refused;
        }

        if (!MaySet)
        {
            return Forbid();
        }

        if (!SignedInJustNow)
        {
            return LocalRedirect(AccountLinks.SignInAgain(Request.Path));
        }

        return await SaveAsync(
            async () =>
            {
                var found = await Db.Organisations.SingleAsync(o => o.Id == Organisation.Id, Aborted);
                if (Overtaken(found.Version) is { } overtaken)
                {
                    return overtaken;
                }

                if (string.IsNullOrWhiteSpace(Account))
                {
                    found.BankAccount = null;
                }
                else if (Iban.Read(Account) is { } account)
                {
                    found.BankAccount = accounts.Seal(account);
                }
                else
                {
                    return Outcome.Refuse(
                        nameof(Account),
                        "Dit rekeningnummer klopt niet. Kijk het na op een afschrift. Een goed voorbeeld: NL91 ABNA 0417 1643 00."
                    );
                }

                var entry = JournalEntry.General(
                    PlacesVerbs.OrganisationChanged,
                    Acts(),
                    ("organisation", Organisation.Id)
                );
                Db.Journal.Add(entry);
                await Db.TellTreasurersAsync(Organisation.Id, entry, Today, Aborted);
                return Outcome.Done;
            },
            () => Address
        );
    }

    private async Task<IActionResult?> FindAsync(string address)
    {
        var found = NumberedSlug.Read(address) is { } numbered
            ? await Db.Organisations.AsNoTracking().FirstOrDefaultAsync(o => o.Id == numbered.Id, Aborted)
            : null;
        if (found is null)
        {
            return NotFound();
        }

        MaySee = Viewer.May(OrganisationAct.SeeBankAccount, found.Id);
        MaySet = Viewer.May(OrganisationAct.SetBankAccount, found.Id);
        if (!MaySee && !MaySet)
        {
            return Forbid();
        }

        Organisation = found;
        Shown = MaySee ? accounts.Open(found.BankAccount)?.Grouped : null;
        return null;
    }
}
