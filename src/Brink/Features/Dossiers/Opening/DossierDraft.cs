using System.Text.Json;
using Brink.Features.Accounts;
using Brink.Features.Places.TailorMade;
using Brink.Platform.Database;
using Brink.Platform.Tenancy;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Brink.Features.Dossiers.Opening;

/// <summary>What a policy officer has answered so far; waits on any device until it is published.</summary>
[NotJournaled("half-written and nobody's business until it is published")]
public class DossierDraft : ITenantOwned
{
    /// <summary>In days; after that without a change the nightly job removes it.</summary>
    public const int KeptFor = 60;

    public long MunicipalityId { get; set; }
    public long PersonId { get; set; }
    public Person? Person { get; set; }
    public string Content { get; private set; } = "{}";
    public DateTimeOffset ChangedAt { get; private set; }

    public OpeningAnswers Read() => JsonSerializer.Deserialize<OpeningAnswers>(Content) ?? new();

    public void Write(OpeningAnswers answers, DateTimeOffset now)
    {
        Content = JsonSerializer.Serialize(answers);
        ChangedAt = now;
    }
}

/// <summary>The answers, with what is most usual filled in.</summary>
public sealed class OpeningAnswers
{
    public string Title { get; set; } = "";
    public string What { get; set; } = "";
    public string Why { get; set; } = "";

    /// <summary>None chosen is all of them.</summary>
    public long[] VillageIds { get; set; } = [];
    public long[] ThemeIds { get; set; } = [];

    /// <summary>Null as long as it was not asked, so that the page can suggest one.</summary>
    public string? WhoDecides { get; set; }
    public InvolvementLevel Level { get; set; } = InvolvementLevel.Consult;
    public string Fixed { get; set; } = "";
    public string Open { get; set; } = "";
    public Stage Stage { get; set; } = Stage.Intention;
    public DateOnly? DraftOn { get; set; }
    public PlannedDates Planned { get; set; } = new();
    public bool InConfidence { get; set; }

    /// <summary>'person-organisation', as the choice has it.</summary>
    public string[] Readers { get; set; } = [];
    public DateOnly? Until { get; set; }
    public AfterConfidence Then { get; set; } = AfterConfidence.Opens;

    public DossierWords Words() => new(Title, What, Why, WhoDecides ?? "", Fixed, Open, Level);

    public DossierStart Start() => new(Stage, Stage >= Stage.Draft ? DraftOn : null);
}

/// <summary>A planned date for each stage that can still come, as forms ask it.</summary>
public sealed class PlannedDates
{
    public DateOnly? Exploration { get; set; }
    public DateOnly? Draft { get; set; }
    public DateOnly? Executive { get; set; }
    public DateOnly? Committee { get; set; }
    public DateOnly? Council { get; set; }
    public DateOnly? CarryingOut { get; set; }

    /// <summary>Those stages, in their order.</summary>
    public static readonly Stage[] Stages = [.. Enum.GetValues<Stage>().Where(stage => stage != Stage.Intention)];

    public DateOnly? this[Stage stage]
    {
        get =>
            stage switch
            {
                Stage.Exploration => Exploration,
                Stage.Draft => Draft,
                Stage.Executive => Executive,
                Stage.Committee => Committee,
                Stage.Council => Council,
                Stage.CarryingOut => CarryingOut,
                _ => null,
            };
        set
        {
            switch (stage)
            {
                case Stage.Exploration:
                    Exploration = value;
                    break;
                case Stage.Draft:
                    Draft = value;
                    break;
                case Stage.Executive:
                    Executive = value;
                    break;
                case Stage.Committee:
                    Committee = value;
                    break;
                case Stage.Council:
                    Council = value;
                    break;
                case Stage.CarryingOut:
                    CarryingOut = value;
                    break;
            }
        }
    }

    public IReadOnlyList<StageDate> After(Stage stage) =>
        [.. Stages.Where(s => s > stage).Select(s => new StageDate(s, this[s]))];
}

public class DossierDraftMapping : IEntityTypeConfiguration<DossierDraft>
{
    public void Configure(EntityTypeBuilder<DossierDraft> entity)
    {
        entity.HasKey(d => new { d.MunicipalityId, d.PersonId });
        entity.Refers(d => d.Person, d => new { d.MunicipalityId, d.PersonId });
    }
}
