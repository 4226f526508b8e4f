namespace Brink.Bench.Generate;

/// <summary>How much to invent: so many initiatives, spread evenly over so many municipalities.</summary>
public sealed record Amounts(int Initiatives, int Municipalities)
{
    public const int VillagesEach = 30;
    public const int ThemesEach = 10;
    public const int AssociationsEach = VillagesEach / 2;

    /// <summary>The municipality itself and welfare come with the associations.</summary>
    public const int OrganisationsEach = AssociationsEach + 2;

    /// <summary>A liaison, a community worker and a contact person for each village.</summary>
    public const int RoleHoldersEach = VillagesEach + 2;

    public int PlacesTotal => Municipalities * (VillagesEach + ThemesEach);
    public int RoleHoldersTotal => Municipalities * RoleHoldersEach;

    public int InitiativesOf(int municipality) =>
        (Initiatives / Municipalities) + (municipality < Initiatives % Municipalities ? 1 : 0);

    /// <summary>How many initiatives come before those of this municipality.</summary>
    public int Before(int municipality) =>
        (municipality * (Initiatives / Municipalities)) + Math.Min(municipality, Initiatives % Municipalities);

    public IEnumerable<InventedInitiative> All(DateTimeOffset now)
    {
        for (var municipality = 0; municipality < Municipalities; municipality++)
        {
            var first = Before(municipality);
            var count = InitiativesOf(municipality);
            for (var local = 0; local < count; local++)
                yield return new InventedInitiative(this, municipality, first, local, now);
        }
    }

    public static long MunicipalityId(int municipality) => municipality + 1;

    public static long VillageId(int municipality, int village) =>
        ((long)municipality * (VillagesEach + ThemesEach)) + village + 1;

    public static long ThemeId(int municipality, int theme) => VillageId(municipality, VillagesEach + theme);

    /// <param name="organisation">0 is the municipality itself, 1 welfare, and then the associations.</param>
    public static long OrganisationId(int municipality, int organisation) =>
        ((long)municipality * OrganisationsEach) + organisation + 1;

    /// <param name="holder">0 is the liaison, 1 the community worker, and then the contact persons of the villages.</param>
    public static long RoleHolderId(int municipality, int holder) =>
        ((long)municipality * RoleHoldersEach) + holder + 1;
}
