using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.Editing;

/// <summary>The questions about one facility, for a new one and for a change.</summary>
public abstract class FacilityForm() : VillageEditPage(VillageAct.EditFacilities)
{
    [BindProperty]
    public FacilityKind? Kind { get; set; }

    [BindProperty]
    public string? FacilityName { get; set; }

    [BindProperty]
    public FacilityState? State { get; set; }

    [BindProperty]
    public DateOnly? Since { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    public IEnumerable<Choice> Kinds => Enum.GetValues<FacilityKind>().Select(kind => new Choice(kind, T.NameOf(kind)));

    public IEnumerable<Choice> States =>
        [
            new(FacilityState.Open, T["Open"]),
            new(FacilityState.AtRisk, T["Onder druk"], T["Er wordt gesproken over sluiten of minder uren."]),
            new(FacilityState.Closed, T["Gesloten"], T["De voorziening blijft op de pagina staan, als gesloten."]),
        ];

    public virtual bool IsNew => true;

    protected FacilityWords Words => new(Kind, FacilityName, State, Since, Note);

    protected IQueryable<Village> WithFacilities() => Loaded().Include(v => v.Facilities);

    /// <summary>The domain calls it Name; on this page that is the name of the village.</summary>
    protected static Outcome AtFields(Outcome outcome) =>
        Outcome.Of(
            outcome.Refusals.Select(r =>
                r.Field == nameof(FacilityWords.Name) ? r with { Field = nameof(FacilityName) } : r
            )
        );
}
