using System.Globalization;

namespace Brink.Platform.Text;

/// <summary>
/// The part '128-speeltuin-hijken' of an address. The router would look for the last hyphen, so a page takes the part
/// whole (<c>{address:regex(^[0-9]+-)}</c>) and takes it apart here. A number alone is read as one without slug.
/// </summary>
public readonly record struct NumberedSlug(long Id, string Slug)
{
    public static NumberedSlug? Read(string address)
    {
        var hyphen = address.IndexOf('-', StringComparison.Ordinal);
        var number = hyphen < 0 ? address : address[..hyphen];
        return long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? new NumberedSlug(id, hyphen < 0 ? "" : address[(hyphen + 1)..])
            : null;
    }
}
