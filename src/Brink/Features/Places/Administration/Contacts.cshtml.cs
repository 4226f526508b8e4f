using Brink.Platform.Localisation;

namespace Brink.Features.Places.Administration;

/// <summary>Villages without a contact, or with one whose term ends within a month (P5).</summary>
public class ContactsModel : AdministrationPage
{
    public IReadOnlyList<ContactGap> Gaps { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation) =>
        Gaps = await ContactGaps.FindAsync(Db, Today, cancellation);

    public string MissingAt(ContactSide side) =>
        side switch
        {
            ContactSide.Municipality => T["geen contact bij de gemeente"],
            ContactSide.Association => T["geen contact bij een vereniging"],
            _ => T["geen contact bij het welzijnswerk"],
        };

    public string EndingOf(VillageContact contact) =>
        T["{0} stopt op {1}", contact.Name, Formats.Date(contact.Until!.Value)];
}
