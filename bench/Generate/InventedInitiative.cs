using System.Globalization;
using Brink.Features.Initiatives;
using Brink.Features.Subjects;
using Brink.Platform.Text;

namespace Brink.Bench.Generate;

/// <summary>One plainly invented initiative. Everything follows from its number, so each table can be written in turn.</summary>
public readonly struct InventedInitiative(Amounts amounts, int municipality, int first, int local, DateTimeOffset now)
{
    private static readonly string[] Things =
    [
        "Een beweegtuin",
        "Een bankje",
        "Een fietspad",
        "Een moestuin",
        "Een speeltuin",
        "Een jeu-de-boulesbaan",
        "Een leeskast",
        "Een koffieochtend",
        "Een pluktuin",
        "Zonnepanelen",
        "Een AED",
        "Een wandelroute",
        "Een dorpswinkel",
        "Deelauto's",
        "Een bloemenweide",
        "Een vleermuiskast",
        "Een ijsbaan",
        "Een hondenveld",
        "Een repaircafé",
    ];

    private static readonly string[] Spots =
    [
        "bij de vijver",
        "naast de school",
        "op de brink",
        "langs het kanaal",
        "bij het dorpshuis",
        "aan de Proefstraat",
        "achter de kerk",
        "op het sportveld",
        "bij de bushalte",
        "aan de bosrand",
        "in het park",
    ];

    private static readonly string[] Reasons =
    [
        "Veel mensen in het dorp missen een plek om elkaar te ontmoeten.",
        "Ouderen zitten vaker alleen thuis dan zij willen.",
        "Kinderen hebben hier na schooltijd weinig te doen.",
        "Zo blijft het dorp groen en houden wij het samen bij.",
        "De weg is druk en wij willen er veilig langs kunnen.",
        "Met elkaar maken we de energierekening lager.",
        "Nieuwe bewoners leren zo de buurt kennen.",
    ];

    public int Municipality => municipality;
    public int Number => first + local;
    public long MunicipalityId => Amounts.MunicipalityId(municipality);
    public long Id => amounts.PlacesTotal + 1 + Number;
    public int Village => (int)(Mix(1) % Amounts.VillagesEach);
    public long VillageId => Amounts.VillageId(municipality, Village);
    public long ThemeId => Amounts.ThemeId(municipality, (int)(Mix(2) % Amounts.ThemesEach));
    public long ContributionId => Number + 1;

    /// <summary>One person in three brings in three ideas.</summary>
    public bool HasOwnPerson => local % 3 == 0;
    public long PersonId => amounts.RoleHoldersTotal + 1 + first + local - (local % 3);
    public long LiaisonId => Amounts.RoleHolderId(municipality, 0);
    public long MunicipalOrganisationId => Amounts.OrganisationId(municipality, 0);

    public string Title =>
        string.Create(CultureInfo.InvariantCulture, $"{Thing} {Spots[Mix(4) % Spots.Length]} (proefidee {Number + 1})");
    public string Slug => Platform.Text.Slug.From(Title);
    private string Thing => Things[Mix(3) % Things.Length];

    public string What =>
        $"{Thing} {Spots[Mix(4) % Spots.Length]}, voor jong en oud. Wij willen dit zelf maken en zelf onderhouden. "
        + "De gemeente kan helpen met de grond en met advies over de vergunning.\n\n"
        + $"We beginnen klein, met {2 + (Mix(5) % 20)} buren. Wie mee wil doen is welkom op de eerste werkdag.";

    public string Why => Reasons[Mix(6) % Reasons.Length] + " " + Reasons[Mix(7) % Reasons.Length];

    public DateTimeOffset At => now.AddMinutes(-60 - (Mix(8) % (3 * 365 * 24 * 60)));
    public DateTimeOffset ChangedAt => At + ((now - At) * (Mix(9) % 1000 / 1000.0));
    public DateTimeOffset AnsweredAt => At.AddDays(Math.Min(40, (now - At).TotalDays / 2));

    public IntakeState Intake =>
        (Mix(10) % 100) switch
        {
            < 3 => IntakeState.AwaitingConfirmation,
            < 5 => IntakeState.Withdrawn,
            < 15 => IntakeState.HandedIn,
            < 30 => IntakeState.TakenIn,
            _ => IntakeState.Answered,
        };

    public bool IsConfirmed => Intake is IntakeState.HandedIn or IntakeState.TakenIn or IntakeState.Answered;

    public Visibility Visibility =>
        Intake switch
        {
            IntakeState.AwaitingConfirmation => Visibility.Unconfirmed,
            IntakeState.Withdrawn => Visibility.Withdrawn,
            _ => Visibility.Public,
        };

    public Phase Phase => Intake == IntakeState.Answered ? (Phase)(Mix(11) % 9) : Phase.Idea;

    public OwnerType? Owner => Mix(12) % 5 is var choice and < 4 ? (OwnerType)choice : null;

    public AnswerKind? Answer => Intake == IntakeState.Answered ? (AnswerKind)(Mix(13) % 3) : null;

    public string AnswerText =>
        Answer is null ? "" : "Dat kan. De gemeente maait het gras en u onderhoudt de rest. Wij bellen u deze week.";

    public double Longitude => 6.4 + (Mix(14) % 10000 / 40000.0);
    public double Latitude => 52.8 + (Mix(15) % 10000 / 50000.0);

    public int UpdateCount => IsConfirmed && Number % 5 == 0 ? 1 + (int)(Mix(16) % 3) : 0;
    public bool HasQuestion => IsConfirmed && Number % 7 == 0;
    public bool HasRequirement => IsConfirmed && Number % 6 == 0;

    private uint Mix(uint what)
    {
        var mixed = ((uint)Number * 2654435761u) ^ (what * 2246822519u);
        mixed = (mixed ^ (mixed >> 15)) * 2246822507u;
        mixed = (mixed ^ (mixed >> 13)) * 3266489909u;
        return mixed ^ (mixed >> 16);
    }
}
