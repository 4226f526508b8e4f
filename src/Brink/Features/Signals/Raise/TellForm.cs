using System.Globalization;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places.Spots;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Raise;

/// <summary>
/// What is asked on every form that tells of something in a village: what, where and by whom. What was typed travels with
/// the form from page to page, so that nothing of somebody unknown is kept before it is sent.
/// </summary>
public abstract class TellForm : BrinkPage
{
    public const int MostTitle = 100;
    public const int MostText = 3000;
    public const int MostPlaceNote = 200;

    [BindProperty]
    public string NewTitle { get; set; } = "";

    [BindProperty]
    public string Text { get; set; } = "";

    [BindProperty]
    public long? VillageId { get; set; }

    [BindProperty]
    public string PlaceNote { get; set; } = "";

    /// <summary>As <see cref="SpotChoice.Written"/>.</summary>
    [BindProperty]
    public string Spot { get; set; } = "";

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public ReachBy ReachBy { get; set; }

    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty]
    public string Telephone { get; set; } = "";

    /// <summary>The village somebody comes from.</summary>
    [BindProperty(SupportsGet = true, Name = "dorp")]
    public long? FromVillage { get; set; }

    public IReadOnlyList<Choice> Villages { get; private set; } = [];

    /// <summary>Without borders a place is told in words only.</summary>
    public bool HasMap { get; private set; }

    public string VillageName =>
        Villages.FirstOrDefault(v => v.Value == VillageId?.ToString(CultureInfo.InvariantCulture))?.Text ?? "";

    protected CancellationToken Aborted => HttpContext.RequestAborted;

    public IReadOnlyList<Choice> Ways =>
        [
            new Choice(ReachBy.Mail, T["Mail mij"], T["U krijgt meteen een mail."]),
            new Choice(ReachBy.Telephone, T["Bel mij"], T["U geeft een telefoonnummer."]),
        ];

    protected virtual async Task LoadAsync()
    {
        Villages = await Db
            .Villages.AsNoTracking()
            .OrderBy(v => v.Subject!.Title)
            .Select(v => new Choice(v.Id, v.Subject!.Title, null))
            .ToArrayAsync(Aborted);
        HasMap = await Db.Areas.AnyAsync(Aborted);
    }

    /// <summary>What was typed, for the hidden fields of a page that asks something else.</summary>
    public virtual IEnumerable<(string Name, string Value)> Typed() =>
        [
            (nameof(NewTitle), NewTitle),
            (nameof(Text), Text),
            (nameof(VillageId), VillageId?.ToString(CultureInfo.InvariantCulture) ?? ""),
            (nameof(PlaceNote), PlaceNote),
            (nameof(Name), Name),
            (nameof(ReachBy), ReachBy.ToString()),
            (nameof(Mail), Mail),
            (nameof(Telephone), Telephone),
        ];

    /// <summary>How somebody can be reached, by the rules of the hand-in of an idea.</summary>
    protected Outcome CheckReach() =>
        IdeaRules.OfReach(
            new Answers
            {
                Name = Name,
                ReachBy = ReachBy,
                Mail = Mail,
                Telephone = Telephone,
            }
        );

    protected IEnumerable<Refusal> CheckWhere() =>
        [
            .. VillageId is null || VillageName.Length == 0
                ? [new Refusal(nameof(VillageId), "Kies het dorp waar het speelt.")]
                : Array.Empty<Refusal>(),
            .. Shared.Typed.Fits(nameof(PlaceNote), PlaceNote, MostPlaceNote, 300),
        ];

    protected static IEnumerable<Refusal> CheckText(
        string field,
        string text,
        Refusal whenEmpty,
        int most,
        int column
    ) =>
        text.Any(sign => !char.IsWhiteSpace(sign))
            ? Shared.Typed.Fits(field, text, most, column)
            : [whenEmpty with { Field = field }];

    /// <summary>The chosen village's own map; null without borders.</summary>
    protected Task<SpotMap?> MapAsync() =>
        VillageId is { } id ? SpotMap.LoadAsync(Db, id, Aborted) : Task.FromResult<SpotMap?>(null);

    protected static string Line(string text) => TextRules.Line(text);

    protected void NoStore() => Response.Headers.CacheControl = "no-store";

    protected static Channel RoadOf(Channel road) =>
        road is Channel.Paper or Channel.Meeting or Channel.Mail ? road : Channel.Telephone;
}
