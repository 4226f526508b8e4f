using System.Globalization;
using Brink.Features.Places;
using Brink.Features.Subjects;
using Brink.Platform.Text;
using Npgsql;

namespace Brink.Bench.Generate;

/// <summary>Municipalities, their villages, themes, organisations and the people with a role.</summary>
internal sealed class Places(NpgsqlConnection connection, Amounts amounts, DateTimeOffset now)
{
    private static readonly string[] Themes =
    [
        "Spelen en bewegen",
        "Groen en natuur",
        "Ontmoeten",
        "Verkeer",
        "Wonen",
        "Zorg",
        "Energie",
        "Cultuur",
        "Voorzieningen",
        "Overig",
    ];

    private readonly DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);

    private IEnumerable<int> Municipalities => Enumerable.Range(0, amounts.Municipalities);

    private IEnumerable<(int Municipality, int Village)> Villages =>
        Municipalities.SelectMany(m => Enumerable.Range(0, Amounts.VillagesEach).Select(v => (m, v)));

    public async Task WriteAsync()
    {
        await MunicipalitiesAsync();
        await SubjectsAsync();
        await VillagesAsync();
        await ThemesAsync();
        await OrganisationsAsync();
        await PeopleAsync();
    }

    private async Task MunicipalitiesAsync()
    {
        await using var table = await TableWriter.OpenAsync(
            connection,
            "municipalities",
            "id",
            "name",
            "slug",
            "cbs_code",
            "host",
            "theme",
            "small_village_threshold",
            "take_in_term",
            "answer_term",
            "contact_name",
            "contact_mail",
            "contact_telephone"
        );
        foreach (var m in Municipalities)
        {
            var slug = Text($"proefgemeente-{m + 1}");
            // The first is the one that is measured.
            var host = m == 0 ? "localhost" : slug + ".example";
            table.Row(
                Amounts.MunicipalityId(m),
                Text($"Proefgemeente {m + 1}"),
                slug,
                "GM0000",
                host,
                "midden-drenthe",
                3000,
                5,
                30,
                Text($"Gemeentehuis Proefgemeente {m + 1}"),
                "gemeente@" + slug + ".example",
                "0500 000 000"
            );
        }
    }

    private async Task SubjectsAsync()
    {
        await using var table = await TableWriter.OpenAsync(
            connection,
            "subjects",
            "municipality_id",
            "id",
            "kind",
            "title",
            "slug",
            "visibility",
            "created_at",
            "changed_at"
        );
        foreach (var m in Municipalities)
        {
            for (var v = 0; v < Amounts.VillagesEach; v++)
                Write(Amounts.VillageId(m, v), SubjectKind.Village, Text($"Proefdorp {v + 1}"));
            for (var t = 0; t < Amounts.ThemesEach; t++)
                Write(Amounts.ThemeId(m, t), SubjectKind.Theme, Themes[t]);

            void Write(long id, SubjectKind kind, string title) =>
                table.Row(
                    Amounts.MunicipalityId(m),
                    id,
                    kind,
                    title,
                    Slug.From(title),
                    Visibility.Public,
                    now.AddYears(-4),
                    now.AddDays(-1)
                );
        }
    }

    private async Task VillagesAsync()
    {
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "villages",
                "municipality_id",
                "id",
                "kind",
                "stated_size",
                "longitude",
                "latitude",
                "about",
                "meeting_place"
            )
        )
            foreach (var (m, v) in Villages)
                table.Row(
                    Amounts.MunicipalityId(m),
                    Amounts.VillageId(m, v),
                    VillageKind.Village,
                    VillageSize.Unknown,
                    6.4 + (v % 6 * 0.04),
                    52.8 + (v / 6 * 0.03),
                    Text($"Proefdorp {v + 1} is een dorp dat niet bestaat. Het is bedacht om mee te meten."),
                    "Het dorpshuis"
                );
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "village_inhabitants",
                "municipality_id",
                "village_id",
                "year",
                "number",
                "source"
            )
        )
            foreach (var (m, v) in Villages)
                table.Row(Amounts.MunicipalityId(m), Amounts.VillageId(m, v), 2024, 300 + (v * 130), "bedacht");
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "areas",
                "municipality_id",
                "code",
                "name",
                "village_id",
                "geometry"
            )
        )
            foreach (var (m, v) in Villages)
                table.Row(
                    Amounts.MunicipalityId(m),
                    Text($"BU{v:00000000}"),
                    Text($"Proefdorp {v + 1}"),
                    Amounts.VillageId(m, v),
                    Border(6.4 + (v % 6 * 0.04), 52.8 + (v / 6 * 0.03))
                );
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "facilities",
                "municipality_id",
                "id",
                "village_id",
                "kind",
                "name",
                "state"
            )
        )
        {
            var id = 0L;
            foreach (var (m, v) in Villages)
            foreach (var kind in new[] { FacilityKind.School, FacilityKind.VillageHall, FacilityKind.BusStop })
                table.Row(
                    Amounts.MunicipalityId(m),
                    ++id,
                    Amounts.VillageId(m, v),
                    kind,
                    Text($"Proefvoorziening {id}"),
                    v % 5 == 0 ? FacilityState.AtRisk : FacilityState.Open
                );
        }
    }

    /// <summary>A round of as many corners as borders of villages usually have.</summary>
    private static string Border(double longitude, double latitude)
    {
        var corners = Enumerable
            .Range(0, 13)
            .Select(corner => corner % 12 * Math.Tau / 12)
            .Select(turn =>
                Text($"[{longitude + (0.018 * Math.Cos(turn)):0.00000},{latitude + (0.013 * Math.Sin(turn)):0.00000}]")
            );
        return $"{{\"type\":\"Polygon\",\"coordinates\":[[{string.Join(',', corners)}]]}}";
    }

    private async Task ThemesAsync()
    {
        await using var table = await TableWriter.OpenAsync(
            connection,
            "themes",
            "municipality_id",
            "id",
            "drawing",
            "order"
        );
        foreach (var m in Municipalities)
            for (var t = 0; t < Amounts.ThemesEach; t++)
                table.Row(Amounts.MunicipalityId(m), Amounts.ThemeId(m, t), Slug.From(Themes[t]), t);
    }

    private async Task OrganisationsAsync()
    {
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "organisations",
                "municipality_id",
                "id",
                "kind",
                "name",
                "mail",
                "recognised_from"
            )
        )
            foreach (var m in Municipalities)
                for (var o = 0; o < Amounts.OrganisationsEach; o++)
                {
                    var (kind, name) = o switch
                    {
                        0 => (OrganisationKind.Municipality, Text($"Gemeente Proefgemeente {m + 1}")),
                        1 => (OrganisationKind.Welfare, "Proefwelzijn"),
                        _ => (OrganisationKind.Association, Text($"Proefbelang {o - 1}")),
                    };
                    table.Row(
                        Amounts.MunicipalityId(m),
                        Amounts.OrganisationId(m, o),
                        kind,
                        name,
                        Text($"organisatie{o}@proef{m + 1}.example"),
                        kind == OrganisationKind.Association ? today.AddYears(-3) : null
                    );
                }
        await using (
            var table = await TableWriter.OpenAsync(
                connection,
                "representations",
                "municipality_id",
                "id",
                "organisation_id",
                "village_id"
            )
        )
        {
            var id = 0L;
            foreach (var (m, v) in Villages)
                table.Row(Amounts.MunicipalityId(m), ++id, Association(m, v), Amounts.VillageId(m, v));
        }
    }

    private async Task PeopleAsync()
    {
        await using (var people = await PeopleTable.OpenAsync(connection))
            foreach (var m in Municipalities)
                for (var holder = 0; holder < Amounts.RoleHoldersEach; holder++)
                    people.Row(
                        Amounts.RoleHolderId(m, holder),
                        Amounts.MunicipalityId(m),
                        holder switch
                        {
                            0 => "Dorpscontactambtenaar",
                            1 => "Opbouwwerker",
                            _ => Text($"Contactpersoon Proefdorp {holder - 1}"),
                        },
                        now
                    );
        await using var roles = await TableWriter.OpenAsync(
            connection,
            "role_holdings",
            "municipality_id",
            "id",
            "person_id",
            "organisation_id",
            "role",
            "village_id",
            "from"
        );
        var id = 0L;
        foreach (var m in Municipalities)
        {
            Give(0, Amounts.OrganisationId(m, 0), Role.Liaison, null);
            Give(1, Amounts.OrganisationId(m, 1), Role.CommunityWorker, null);
            for (var v = 0; v < Amounts.VillagesEach; v++)
                Give(v + 2, Association(m, v), Role.ContactPerson, Amounts.VillageId(m, v));

            void Give(int holder, long organisation, Role role, long? village) =>
                roles.Row(
                    Amounts.MunicipalityId(m),
                    ++id,
                    Amounts.RoleHolderId(m, holder),
                    organisation,
                    role,
                    village,
                    today.AddYears(-1)
                );
        }
    }

    private static long Association(int municipality, int village) =>
        Amounts.OrganisationId(municipality, 2 + (village % Amounts.AssociationsEach));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>People, with an invented mail address each.</summary>
internal sealed class PeopleTable : IAsyncDisposable
{
    private readonly TableWriter table;

    private PeopleTable(TableWriter table) => this.table = table;

    public static async Task<PeopleTable> OpenAsync(NpgsqlConnection connection) =>
        new(
            await TableWriter.OpenAsync(
                connection,
                "people",
                "id",
                "municipality_id",
                "name",
                "language",
                "created_at",
                "user_name",
                "normalized_user_name",
                "email",
                "normalized_email",
                "email_confirmed",
                "security_stamp"
            )
        );

    public void Row(long id, long municipality, string name, DateTimeOffset now)
    {
        var mail = string.Create(CultureInfo.InvariantCulture, $"persoon{id}@proef.example");
        var normalised = mail.ToUpperInvariant();
        table.Row(id, municipality, name, "nl", now.AddYears(-3), mail, normalised, mail, normalised, true, "stempel");
    }

    public async ValueTask DisposeAsync() => await table.DisposeAsync();
}
