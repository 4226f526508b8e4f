using Brink.Features.Accounts;
using Brink.Features.Dossiers;
using Brink.Features.Shared;
using Brink.Features.Standpoints;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice.Acts;

/// <summary>
/// An association or the umbrella begins an advice by itself: alone, on a plan, or from a standpoint that was sent. The
/// points then begin with what the standpoint asks.
/// </summary>
[Authorize]
public class NewModel : BrinkPage
{
    [BindProperty(SupportsGet = true, Name = "dossier")]
    public long? DossierId { get; set; }

    [BindProperty(SupportsGet = true, Name = "standpunt")]
    public long? StandpointId { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public long? AdviserId { get; set; }

    /// <summary>Those in whose name the viewer may advise on this.</summary>
    public IReadOnlyList<Choice> Advisers { get; private set; } = [];

    /// <summary>What it is about or made from; null for advice that stands alone.</summary>
    public string? About { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } problem)
        {
            return problem;
        }

        NewTitle = About is { } title ? TextRules.First(title, AdviceCase.LongestTitle) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is { } problem)
        {
            return problem;
        }

        AdviceCase? made = null;
        return await DoAsync(
            async () =>
            {
                var check = Outcome.Of([
                    .. AdviceTexts.Missing(nameof(NewTitle), NewTitle, Texts.Mark("Schrijf waar het over gaat.")),
                    .. Typed.Fits(nameof(NewTitle), NewTitle, AdviceCase.LongestTitle, 180),
                    .. Chosen is null
                        ? [new Refusal(nameof(AdviserId), "Kies namens wie u schrijft.")]
                        : Array.Empty<Refusal>(),
                ]);
                if (!check.Succeeded)
                {
                    return check;
                }

                var adviser = Chosen!.Value;
                var dossier = DossierId is { } id ? await Db.Dossiers.SingleAsync(d => d.Id == id) : null;
                var standpoint = StandpointId is { } from
                    ? await Db.Standpoints.Include(s => s.Versions).SingleAsync(s => s.Id == from)
                    : null;
                made = AdviceCase.Begin(
                    TextRules.Line(NewTitle),
                    adviser,
                    await Db.VillagesOfAdviceAsync(
                        adviser,
                        StandpointId ?? DossierId,
                        Today,
                        HttpContext.RequestAborted
                    ),
                    dossier,
                    standpoint,
                    standpoint is null ? [] : PointsOf(standpoint.Latest.Asks),
                    Acts(adviser)
                );
                Db.Advices.Add(made);
                return Outcome.Done;
            },
            () => AdviceLinks.Write(made!.Id)
        );
    }

    /// <summary>Each item of a list is a point; a text without one is a point as a whole.</summary>
    public static IReadOnlyList<string> PointsOf(string asks)
    {
        var points = new List<string>();
        foreach (var line in asks.Split('\n'))
        {
            var text = line.Trim();
            var item = text.Length > 2 && text[0] is '-' or '*' or '+' && text[1] == ' ';
            var digits = text.TakeWhile(char.IsAsciiDigit).Count();
            var numbered = digits is > 0 and < 4 && text.Length > digits + 2 && text[digits] is '.' or ')';
            if (item || numbered)
            {
                points.Add(text[(item ? 2 : digits + 1)..].Trim());
            }
            else if (text.Length > 0)
            {
                if (points.Count == 0)
                {
                    points.Add(text);
                }
                else
                {
                    points[^1] += "\n" + text;
                }
            }
        }

        return [.. points.Take(AdviceCase.MostPoints).Select(p => TextRules.First(p, AdviceCase.LongestPoint))];
    }

    private long? Chosen =>
        Advisers.Count == 1 ? long.Parse(Advisers[0].Value, System.Globalization.CultureInfo.InvariantCulture)
        : Advisers.Any(one => AdviserId is { } id && one.Value == new Choice(id, "").Value) ? AdviserId
        : null;

    private async Task<IActionResult?> ReadAsync()
    {
        var cancellation = HttpContext.RequestAborted;
        IEnumerable<HeldRole> mine = Viewer.Advisers();
        if (!mine.Any())
        {
            return Forbid();
        }

        if (DossierId is { } dossier)
        {
            if (
                await Db.DossierStandingAsync(dossier, cancellation) is not { } standing
                || !Viewer.May(DossierAct.See, standing)
            )
            {
                return NotFound();
            }

            // In confidence one speaks only for the organisation for which one reads it.
            if (standing.Visibility != Subjects.Visibility.Public)
            {
                mine = mine.Where(r =>
                    standing.Readers?.Any(reader =>
                        reader.PersonId == Viewer.PersonId && reader.OrganisationId == r.OrganisationId
                    ) == true
                );
            }

            About = await TitleAsync(dossier);
        }

        if (StandpointId is { } from)
        {
            var umbrella = await Db
                .Standpoints.Where(s => s.Id == from && s.SentAt != null)
                .Where(s => s.Subject.Visibility == Subjects.Visibility.Public)
                .Select(s => (long?)s.UmbrellaId)
                .FirstOrDefaultAsync(cancellation);
            if (umbrella is null)
            {
                return NotFound();
            }

            // What villages said together is taken further by who sent it.
            mine = mine.Where(r => r.OrganisationId == umbrella);
            About = await TitleAsync(from);
        }

        Advisers = [.. mine.Select(r => new Choice(r.OrganisationId, r.OrganisationName))];
        return Advisers.Count > 0 ? null : Forbid();
    }

    private Task<string> TitleAsync(long id) => Db.Subjects.Where(s => s.Id == id).Select(s => s.Title).SingleAsync();
}
