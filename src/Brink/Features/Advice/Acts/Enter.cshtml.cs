using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Advice.Acts;

/// <summary>
/// The umbrella's secretary, or welfare, types in what an association advised on paper, asked or unasked. The association
/// hears of it and can take it back.
/// </summary>
[Authorize]
public class EnterModel : BrinkPage
{
    /// <summary>The question that it answers; null for advice that nobody asked.</summary>
    [BindProperty(SupportsGet = true, Name = "vraag")]
    public long? AskedId { get; set; }

    [BindProperty]
    public long? AdviserId { get; set; }

    [BindProperty]
    public string? NewTitle { get; set; }

    [BindProperty]
    public Channel? Road { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string?[] Points { get; set; } = [];

    public IReadOnlyList<Choice> Advisers { get; private set; } = [];
    public AdviceCase? Asked { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await ReadAsync() is { } problem)
        {
            return problem;
        }

        Points = [.. Enumerable.Repeat("", AdviceTexts.Spare * 2)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is { } problem)
        {
            return problem;
        }

        AdviceCase? advice = null;
        return await DoAsync(
            async () =>
            {
                var check = Check();
                if (!ModelState.IsValid || !check.Succeeded)
                {
                    return check.Succeeded ? Outcome.Refuse("", "Lees na wat u invulde.") : check;
                }

                var role = Viewer.EntersAdvice()!;
                var adviser = Asked?.AdviserId ?? AdviserId!.Value;
                var actor = Acts(adviser) with
                {
                    PersonId = null,
                    EnteredById = Viewer.PersonId,
                    Channel = Road!.Value,
                };
                if (AskedId is { } id)
                {
                    advice = await Db.Advices.Whole().SingleAsync(a => a.Id == id, Aborted);
                }
                else
                {
                    advice = AdviceCase.Begin(
                        TextRules.Line(NewTitle),
                        adviser,
                        await Db.VillagesOfAdviceAsync(adviser, null, Today, Aborted),
                        null,
                        null,
                        [],
                        actor
                    );
                    Db.Advices.Add(advice);
                }

                var written = advice.Write(TextRules.Clean(Text), AdviceTexts.Said(Points), actor);
                if (!written.Succeeded)
                {
                    return written;
                }

                var provenance = Contribution.To(advice.Subject, actor);
                provenance.EnteredForId = role.OrganisationId;
                return await Db.GiveAsync(advice, advice.Revision, provenance, actor, Aborted);
            },
            () => AdviceLinks.Show(advice!.Id, advice.Subject.Slug),
            async () => await ReadAsync()
        );
    }

    private Outcome Check() =>
        Outcome.Of([
            .. AskedId is null
                ?
                [
                    .. Advisers.Any(one => AdviserId is { } id && one.Value == new Choice(id, "").Value)
                        ? Array.Empty<Refusal>()
                        : [new Refusal(nameof(AdviserId), "Kies een vereniging.")],
                    .. AdviceTexts.Missing(nameof(NewTitle), NewTitle, Texts.Mark("Schrijf waar het over gaat.")),
                    .. Typed.Fits(nameof(NewTitle), NewTitle, AdviceCase.LongestTitle, 180),
                ]
                : Array.Empty<Refusal>(),
            .. Road is Channel.Paper or Channel.Mail or Channel.Telephone or Channel.Meeting
                ? Array.Empty<Refusal>()
                : [new Refusal(nameof(Road), "Kies hoe u het advies kreeg.")],
            .. AdviceTexts.Check(Text, Points).Refusals,
            .. Points.All(string.IsNullOrWhiteSpace)
                ? [new Refusal("Points[0]", "Schrijf ten minste één punt. Op elk punt komt antwoord.")]
                : Array.Empty<Refusal>(),
        ]);

    private async Task<IActionResult?> ReadAsync()
    {
        if (Viewer.EntersAdvice() is not { } role)
        {
            return Forbid();
        }

        var advisers = Db.AdvisersToAsk(Today).Where(o => o.Kind == OrganisationKind.Association);
        if (role.OrganisationKind == OrganisationKind.Umbrella)
        {
            // Of an association that isn't a member the umbrella knows nothing.
            advisers = advisers.Where(o =>
                Db.Memberships.Any(m =>
                    m.OrganisationId == o.Id
                    && m.UmbrellaId == role.OrganisationId
                    && (m.From == null || m.From <= Today)
                    && (m.To == null || m.To >= Today)
                )
            );
        }

        var found = await advisers.Select(o => new { o.Id, o.Name }).ToArrayAsync(Aborted);
        Advisers = [.. found.OrderBy(o => o.Name, StringComparer.CurrentCulture).Select(o => new Choice(o.Id, o.Name))];
        if (AskedId is not { } asked)
        {
            return null;
        }

        Asked = await Db
            .Advices.AsNoTracking()
            .Include(a => a.Subject)
            .Include(a => a.Adviser)
            .FirstOrDefaultAsync(a => a.Id == asked && a.IsAsked && !a.InConfidence, Aborted);
        return Asked is null || found.All(o => o.Id != Asked.AdviserId) ? NotFound() : null;
    }
}
