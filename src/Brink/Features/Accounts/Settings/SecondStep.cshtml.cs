using System.Globalization;
using Brink.Platform;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Settings;

/// <summary>Turns the second step on or off, and makes recovery codes. The codes are shown once.</summary>
[ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public class SecondStepModel(IDataProtectionProvider protection) : KeysPage
{
    [BindProperty]
    public string Code { get; set; } = "";

    /// <summary>The new key until a code made with it comes back; sealed, so that nothing is kept before that.</summary>
    [BindProperty]
    public string Sealed { get; set; } = "";

    public bool IsOn { get; private set; }
    public bool MustStay { get; private set; }
    public int CodesLeft { get; private set; }
    public string NewKey { get; private set; } = "";
    public string Account { get; private set; } = "";
    public IReadOnlyList<string> RecoveryCodes { get; private set; } = [];

    public string Address => OneTimeCode.Address(NewKey, "Brink " + Tenant.Name, Account);

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var key = Unsealed();
        if (key is null)
        {
            // The page stood open since the keys of the installation changed, or somebody made the field up.
            return LocalRedirect(AccountLinks.SettingsSecondStep);
        }

        return await ChangeAsync(async () =>
        {
            var me = await MeAsync();
            if (me.TwoFactorEnabled)
            {
                return Outcome.Refuse("", "De tweede stap staat al aan.");
            }

            var factor = await SecondFactor.OfAsync(Db, me, protection);
            factor.UseKey(key);
            if (!factor.TakeCode(Code, Time.GetUtcNow()))
            {
                Db.ChangeTracker.Clear();
                NewKey = key;
                return Outcome.Refuse(nameof(Code), "Deze code klopt niet. Vul de code in die uw app nu toont.");
            }

            RecoveryCodes = factor.RenewRecoveryCodes();
            me.TurnOnSecondFactor();
            NoteKey(me, AccountVerbs.SecondFactorOn);
            Passed = me;
            return Outcome.Done;
        });
    }

    public Task<IActionResult> OnPostCodesAsync() =>
        ChangeAsync(async () =>
        {
            var me = await MeAsync();
            if (!me.TwoFactorEnabled)
            {
                return Outcome.Refuse("", "Zet eerst de tweede stap aan.");
            }

            RecoveryCodes = (await SecondFactor.OfAsync(Db, me, protection)).RenewRecoveryCodes();
            me.EndSessions();
            NoteKey(me, AccountVerbs.RecoveryCodesMade);
            Passed = me;
            return Outcome.Done;
        });

    public Task<IActionResult> OnPostOffAsync() =>
        ChangeAsync(async () =>
        {
            var me = await MeAsync();
            if (Viewer.IsOfficial && me.HasPassword)
            {
                return Outcome.Refuse(
                    "",
                    "U werkt voor de gemeente en hebt een wachtwoord. Verwijder eerst uw wachtwoord, dan kan de tweede stap uit."
                );
            }

            if (me.TwoFactorEnabled)
            {
                (await SecondFactor.OfAsync(Db, me, protection)).Remove();
                me.TurnOffSecondFactor();
                NoteKey(me, AccountVerbs.SecondFactorOff);
            }

            Passed = me;
            return Outcome.Done;
        });

    private async Task<IActionResult> ChangeAsync(Func<Task<Outcome>> act)
    {
        var outcome = await SavedAsync(act);
        if (Passed is { } me)
        {
            await StayAsync(me);
            if (RecoveryCodes.Count == 0)
            {
                return LocalRedirect(AccountLinks.Settings + "?bewaard=ja");
            }

            return Page();
        }

        await ShowAsync();
        return Refused(outcome);
    }

    private async Task ShowAsync()
    {
        var me = await Db.People.AsNoTracking().FirstAsync(p => p.Id == Viewer.PersonId);
        IsOn = me.TwoFactorEnabled;
        MustStay = Viewer.IsOfficial && me.HasPassword;
        Account = me.Email ?? me.Name;
        CodesLeft = IsOn ? (await SecondFactor.OfAsync(Db, me, protection)).RecoveryCodesLeft : 0;
        if (!IsOn && NewKey.Length == 0)
        {
            NewKey = OneTimeCode.NewKey();
        }

        if (NewKey.Length > 0)
        {
            ModelState.Remove(nameof(Sealed));
            Sealed = Protector().Protect(NewKey);
        }
    }

    private string? Unsealed()
    {
        try
        {
            return Protector().Unprotect(Sealed);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    /// <summary>For this person alone: a key sealed for somebody else opens nothing here.</summary>
    private IDataProtector Protector() =>
        protection.CreateProtector(
            "Brink.SecondFactor",
            Tenant.Id.ToString(CultureInfo.InvariantCulture),
            Viewer.PersonId!.Value.ToString(CultureInfo.InvariantCulture)
        );
}
