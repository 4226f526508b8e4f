using System.Buffers.Text;
using System.Globalization;
using Brink.Platform;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Accounts.Settings;

/// <param name="Key">The credential's id, as it stands in a form.</param>
public sealed record ShownPasskey(string Key, string Name, DateTimeOffset CreatedAt);

/// <summary>Adds, renames and removes passkeys.</summary>
public class PasskeysModel(SignInManager<Person> signIn, UserManager<Person> people) : KeysPage
{
    private const int Most = 20;
    private const int LongestName = 60;

    [BindProperty]
    public string Credential { get; set; } = "";

    [BindProperty]
    public string Which { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    public IReadOnlyList<ShownPasskey> Passkeys { get; private set; } = [];

    public Task OnGetAsync() => ShowAsync();

    public async Task<IActionResult> OnPostQuestionAsync()
    {
        var me = await MeAsync();
        var options = await signIn.MakePasskeyCreationOptionsAsync(
            new PasskeyUserEntity
            {
                Id = me.Id.ToString(CultureInfo.InvariantCulture),
                Name = me.Email ?? me.Name,
                DisplayName = me.Name,
            }
        );
        return Content(options, "application/json");
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var answer = await AnswerAsync();
        return await ChangeAsync(async me =>
        {
            if (
                answer is not { Succeeded: true }
                || answer.UserEntity.Id != me.Id.ToString(CultureInfo.InvariantCulture)
            )
            {
                return Outcome.Refuse("", "De passkey is niet gemaakt. Probeer het nog een keer.");
            }

            var known = await Db.PersonPasskeys.CountAsync(p => p.UserId == me.Id);
            if (known >= Most)
            {
                return Outcome.Refuse("", "U hebt al {0} passkeys. Verwijder er eerst een.", Most);
            }

            answer.Passkey.Name = T["Passkey {0}", known + 1];
            await people.AddOrUpdatePasskeyAsync(me, answer.Passkey);
            NoteKey(me, AccountVerbs.PasskeyAdded);
            return Outcome.Done;
        });
    }

    public Task<IActionResult> OnPostRenameAsync() =>
        ChangeAsync(async me =>
        {
            if (await ChosenAsync(me) is not { } chosen)
            {
                return Outcome.Refuse("", "Deze passkey is er niet meer.");
            }

            if (Name.Length is 0 or > LongestName)
            {
                return Outcome.Refuse("", "Geef de passkey een naam van 1 tot {0} tekens.", LongestName);
            }

            chosen.Name = Name;
            await people.AddOrUpdatePasskeyAsync(me, chosen);
            Note(AccountVerbs.PasskeyRenamed);
            return Outcome.Done;
        });

    public Task<IActionResult> OnPostRemoveAsync() =>
        ChangeAsync(async me =>
        {
            if (await ChosenAsync(me) is { } chosen)
            {
                await people.RemovePasskeyAsync(me, chosen.CredentialId);
                me.EndSessions();
                NoteKey(me, AccountVerbs.PasskeyRemoved);
            }

            return Outcome.Done;
        });

    private async Task<IActionResult> ChangeAsync(Func<Person, Task<Outcome>> act)
    {
        var outcome = await SavedAsync(async () =>
        {
            var me = await MeAsync();
            var done = await act(me);
            Passed = done.Succeeded ? me : null;
            return done;
        });
        if (Passed is { } person)
        {
            await StayAsync(person);
            return LocalRedirect(AccountLinks.SettingsPasskeys);
        }

        Db.ChangeTracker.Clear();
        await ShowAsync();
        return Refused(outcome);
    }

    private async Task<UserPasskeyInfo?> ChosenAsync(Person me) =>
        Base64Url.IsValid(Which) ? await people.GetPasskeyAsync(me, Base64Url.DecodeFromChars(Which)) : null;

    private async Task<PasskeyAttestationResult?> AnswerAsync()
    {
        try
        {
            return await signIn.PerformPasskeyAttestationAsync(Credential);
        }
        catch (Exception problem) when (problem is InvalidOperationException or ArgumentException)
        {
            // Nothing was asked of this browser, or too long ago, or nothing came back.
            return null;
        }
    }

    private async Task ShowAsync()
    {
        var passkeys = await Db.PersonPasskeys.AsNoTracking().Where(p => p.UserId == Viewer.PersonId).ToListAsync();
        Passkeys =
        [
            .. passkeys
                .OrderBy(p => p.Data.CreatedAt)
                .Select(p => new ShownPasskey(
                    Base64Url.EncodeToString(p.CredentialId),
                    p.Data.Name ?? "",
                    p.Data.CreatedAt
                )),
        ];
    }
}
