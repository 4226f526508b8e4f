using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Settings;

/// <summary>One's own name and how one can be reached, and the way to the keys.</summary>
public class IndexModel : SettingsPage
{
    private const int LongestName = 120;
    private const int LongestTelephone = 30;

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Telephone { get; set; } = "";

    [BindProperty]
    public string Language { get; set; } = "nl";

    [BindProperty]
    public bool ContactIsShared { get; set; }

    public string Mail { get; private set; } = "";
    public bool HasPassword { get; private set; }
    public bool HasSecondFactor { get; private set; }
    public int Passkeys { get; private set; }

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    public async Task OnGetAsync()
    {
        var me = await ShowAsync();
        Name = me.Name;
        Telephone = me.PhoneNumber ?? "";
        Language = me.Language;
        ContactIsShared = me.ContactIsShared;
    }

    public Task<IActionResult> OnPostAsync() =>
        DoAsync(
            async () =>
            {
                var me = await MeAsync();
                var refusals = Check();
                if (refusals.Count > 0)
                {
                    return Outcome.Of(refusals);
                }

                me.Name = Name;
                me.PhoneNumber = Telephone.Length == 0 ? null : Telephone;
                me.Language = Language;
                me.ContactIsShared = ContactIsShared;
                me.Touch();
                Note(AccountVerbs.SettingsChanged, ("contactIsShared", ContactIsShared));
                return Outcome.Done;
            },
            () => AccountLinks.Settings + "?bewaard=ja",
            ShowAsync
        );

    public async Task<IActionResult> OnPostEverywhereAsync()
    {
        await SavedAsync(async () =>
        {
            (await MeAsync()).EndSessions();
            Note(AccountVerbs.SignedOutEverywhere);
            return Outcome.Done;
        });
        await Session.EndAsync(HttpContext);
        return LocalRedirect(AccountLinks.SignedOut);
    }

    private List<Refusal> Check()
    {
        var refusals = new List<Refusal>();
        if (Name.Length == 0)
        {
            refusals.Add(new Refusal(nameof(Name), "Vul uw naam in."));
        }
        else if (Name.Length > LongestName)
        {
            refusals.Add(new Refusal(nameof(Name), "Houd uw naam op {0} tekens.", LongestName));
        }

        if (
            Telephone.Length > LongestTelephone
            || Telephone.Any(c => !(char.IsAsciiDigit(c) || " +-()".Contains(c, StringComparison.Ordinal)))
        )
        {
            refusals.Add(new Refusal(nameof(Telephone), "Vul een telefoonnummer in, zoals 0593 12 34 56."));
        }

        if (!T.Languages.Has(Language))
        {
            refusals.Add(new Refusal(nameof(Language), "Kies een van de talen."));
        }

        return refusals;
    }

    private async Task<Person> ShowAsync()
    {
        var me = await Db.People.AsNoTracking().FirstAsync(p => p.Id == Viewer.PersonId);
        Mail = me.Email ?? "";
        HasPassword = me.HasPassword;
        HasSecondFactor = me.TwoFactorEnabled;
        Passkeys = await Db.PersonPasskeys.CountAsync(p => p.UserId == me.Id);
        return me;
    }
}
