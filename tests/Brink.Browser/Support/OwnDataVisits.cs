using Brink.Features.Accounts;
using Brink.Features.Accounts.Privacy;
using Brink.Features.Initiatives;
using Brink.Features.Places.Administration;

namespace Brink.Browser.Support;

/// <summary>The pages about one's own data.</summary>
public static class OwnDataVisits
{
    public static async Task<IReadOnlyList<Visit>> AllAsync(AwkwardData data)
    {
        var person = data.Initiator;
        var keep = $"{AccountLinks.EraseInitiatives}?{nameof(ErasePage.Words)}={WordsChoice.Keep}";
        return
        [
            new("/privacy/register", AccountLinks.PrivacyRegister),
            new(AccountLinks.OwnData, AccountLinks.OwnData, person),
            new("/mijn/gegevens/deel/{code}", AccountLinks.OwnDataPart("account"), person),
            new("/mijn/gegevens/deel/{code}", AccountLinks.OwnDataPart("initiatieven"), person),
            new("/mijn/gegevens/deel/{code}", AccountLinks.OwnDataPart("logboek"), person),
            new(AccountLinks.OwnDataAll, AccountLinks.OwnDataAll, person),
            new(AccountLinks.OwnAddress, AccountLinks.OwnAddress, person),
            new(AccountLinks.Consents, AccountLinks.Consents, person),
            new(AccountLinks.Erase, AccountLinks.Erase, person),
            new(AccountLinks.Erase, AccountLinks.Erase, data.Full.Liaison),
            new(AccountLinks.EraseWords, AccountLinks.EraseWords, person),
            new(AccountLinks.EraseInitiatives, keep, person),
            new(
                AccountLinks.EraseCheck,
                $"{AccountLinks.EraseCheck}?{nameof(ErasePage.Words)}={WordsChoice.Remove}",
                person
            ),
            new(AccountLinks.Erased, AccountLinks.Erased),
            new(
                "/account-houden/{secret}",
                AccountLinks.KeepAccount(await data.LinkAsync(LinkPurpose.KeepAccount, person))
            ),
            new("/mailadres-bevestigen/{secret}", AccountLinks.ConfirmAddress(await data.NewAddressAsync(person))),
            new("/initiatieven/{id:long}/bereiken", InitiativeLinks.Reach(data.Rich.Id), data.Full.Liaison),
            new(AdministrationLinks.Retention, AdministrationLinks.Retention, data.Administrator),
        ];
    }
}
