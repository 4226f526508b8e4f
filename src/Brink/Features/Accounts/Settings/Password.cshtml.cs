using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Brink.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Settings;

/// <summary>Chooses, changes or removes one's password.</summary>
public class PasswordModel(IPasswordHasher<Person> hasher) : KeysPage
{
    [BindProperty]
    [DataType(DataType.Password)]
    public string NewPassword { get; set; } = "";

    public bool HasPassword { get; private set; }
    public bool NeedsSecondFactor { get; private set; }
    public string Mail { get; private set; } = "";

    public Task OnGetAsync() => ShowAsync();

    public Task<IActionResult> OnPostAsync() => ChangeAsync(SetAsync);

    public Task<IActionResult> OnPostRemoveAsync() => ChangeAsync(RemoveAsync);

    private async Task<IActionResult> ChangeAsync(Func<Task<Outcome>> act)
    {
        var outcome = await SavedAsync(act);
        if (Passed is not { } me)
        {
            await ShowAsync();
            return Refused(outcome);
        }

        await StayAsync(me);
        return LocalRedirect(AccountLinks.Settings + "?bewaard=ja");
    }

    private async Task<Outcome> SetAsync()
    {
        var me = await MeAsync();
        if (Viewer.IsOfficial && !me.TwoFactorEnabled)
        {
            return Outcome.Refuse(
                nameof(NewPassword),
                "U werkt voor de gemeente. Zet eerst de tweede stap aan, dan kunt u een wachtwoord kiezen."
            );
        }

        var length = StringInfo.ParseCombiningCharacters(NewPassword).Length;
        if (length < SignInKeys.ShortestPassword)
        {
            return Outcome.Refuse(
                nameof(NewPassword),
                "Kies een wachtwoord van {0} tekens of meer. Vier losse woorden zijn goed te onthouden.",
                SignInKeys.ShortestPassword
            );
        }

        if (NewPassword.Length > SignInKeys.LongestPassword)
        {
            return Outcome.Refuse(nameof(NewPassword), "Houd uw wachtwoord op {0} tekens.", SignInKeys.LongestPassword);
        }

        if (SignInKeys.IsEasyToGuess(NewPassword, me))
        {
            return Outcome.Refuse(
                nameof(NewPassword),
                "Dit wachtwoord is makkelijk te raden. Kies iets wat niet met u of Brink te maken heeft."
            );
        }

        me.SetPassword(hasher.HashPassword(me, NewPassword));
        NoteKey(me, AccountVerbs.PasswordSet);
        Passed = me;
        return Outcome.Done;
    }

    private async Task<Outcome> RemoveAsync()
    {
        var me = await MeAsync();
        if (me.HasPassword)
        {
            me.SetPassword(null);
            NoteKey(me, AccountVerbs.PasswordRemoved);
        }

        Passed = me;
        return Outcome.Done;
    }

    private async Task ShowAsync()
    {
        var me = await Db.People.AsNoTracking().FirstAsync(p => p.Id == Viewer.PersonId);
        HasPassword = me.HasPassword;
        NeedsSecondFactor = Viewer.IsOfficial && !me.TwoFactorEnabled;
        Mail = me.Email ?? "";
    }
}
