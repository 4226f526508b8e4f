using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Advice.Acts;

/// <summary>The adviser writes: a text and points, kept until it is given.</summary>
public class WriteModel() : AdviceActPage(AdviceAct.Advise)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string?[] Points { get; set; } = [];

    /// <summary>Keeps it and goes on to see it as it will be read.</summary>
    [BindProperty]
    public bool Further { get; set; }

    [BindProperty(SupportsGet = true, Name = "bewaard")]
    public string? Saved { get; set; }

    /// <summary>A colleague wrote meanwhile: what stands there now is shown beside what was typed.</summary>
    public bool IsOvertaken { get; private set; }

    public override void OnGet()
    {
        (Text, Version) = (Advice.Text, (uint)Advice.Revision);
        Points = AdviceTexts.Fields(Advice.Points.OrderBy(p => p.Number).Select(p => p.Text));
    }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var check = AdviceTexts.Check(Text, Points);
                if (!check.Succeeded)
                {
                    return check;
                }

                var advice = await LoadAsync();
                var can = advice.CanWrite();
                if (can.Succeeded && Overtaken((uint)advice.Revision) is { } overtaken)
                {
                    IsOvertaken = true;
                    return overtaken;
                }

                return advice.Write(TextRules.Clean(Text), AdviceTexts.Said(Points), ActsForAdviser());
            },
            () => Further ? AdviceLinks.Give(Advice.Id) : AdviceLinks.Write(Advice.Id) + "?bewaard=ja",
            async () =>
            {
                await ReadAgainAsync();
                if (Points.Length < AdviceCase.MostPoints && Points.All(p => !string.IsNullOrWhiteSpace(p)))
                {
                    Points = AdviceTexts.Fields(Points);
                }
            }
        );
}
