using Brink.Features.Accounts;
using Brink.Features.Places.Editing;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Places.TailorMade;

/// <summary>The association says what suits its village; the liaison may type it in for them, and that is shown.</summary>
public sealed class EditModel() : VillageEditPage(VillageAct.RecordWhatSuits)
{
    [BindProperty]
    public List<ReachChannel> Channels { get; set; } = [];

    [BindProperty]
    public HowOften HowOften { get; set; }

    [BindProperty]
    public string? UnsuitableTimes { get; set; }

    [BindProperty]
    public string? Words { get; set; }

    /// <summary>Level by theme, as the fields Levels[12]; empty where the village has no wish.</summary>
    [BindProperty]
    public Dictionary<long, InvolvementLevel?> Levels { get; set; } = [];

    /// <summary>How the liaison heard it from the association.</summary>
    [BindProperty]
    public Channel? Road { get; set; }

    public IReadOnlyList<(long Id, string Name)> Themes { get; private set; } = [];

    /// <summary>What stands there now, when somebody else was first.</summary>
    public WhatSuitsView? Theirs { get; private set; }

    /// <summary>The viewer is no part of the association and types it in for it.</summary>
    public bool IsEntered => Viewer.AssociationOf(Id) is null;

    public IReadOnlyList<Choice> LevelChoices =>
        [
            new Choice("", T["Geen wens"]),
            .. Enum.GetValues<InvolvementLevel>().Select(level => new Choice(level, T.NameOf(level))),
        ];

    public async Task OnGetAsync()
    {
        await ReadAsync();
        var now = await Db
            .WhatSuits.AsNoTracking()
            .Include(w => w.Topics)
            .FirstOrDefaultAsync(w => w.VillageId == Id, Aborted);
        if (now is null)
        {
            return;
        }

        Channels = [.. now.Channels.Select(Enum.Parse<ReachChannel>)];
        (HowOften, UnsuitableTimes, Words, Version) = (now.HowOften, now.UnsuitableTimes, now.Words, now.Version);
        Levels = now.Topics.ToDictionary(t => t.ThemeId, t => (InvolvementLevel?)t.Level);
    }

    public Task<IActionResult> OnPostAsync() =>
        SaveAsync(
            async () =>
            {
                var times = TextRules.Line(UnsuitableTimes, WhatSuits.LongestTimes);
                var words = TextRules.Paragraphs(Words, WhatSuits.LongestWords);
                var wrong = new[] { (nameof(UnsuitableTimes), times), (nameof(Words), words) }
                    .Where(checkedText => checkedText.Item2.Problem is not null)
                    .Select(checkedText => new Refusal(
                        checkedText.Item1,
                        checkedText.Item2.Problem!,
                        checkedText.Item2.Arguments
                    ))
                    .ToArray();
                if (wrong.Length > 0)
                {
                    return Outcome.Of(wrong);
                }

                return await RecordAsync(new SuitingWords(Channels, HowOften, times.Text, words.Text));
            },
            () => PlacesLinks.TailorMade(Id, Slug),
            ReadAsync
        );

    private async Task<Outcome> RecordAsync(SuitingWords words)
    {
        var suits = await Db
            .WhatSuits.Include(w => w.Topics)
            .Include(w => w.Village!.Subject)
            .FirstOrDefaultAsync(w => w.VillageId == Id, Aborted);
        if (Overtaken(suits?.Version ?? 0) is { } overtaken)
        {
            Theirs = (await Db.TailorMadeOfAsync([Id], Aborted))[0];
            return overtaken;
        }

        if (suits is null)
        {
            suits = WhatSuits.Of(await Loaded().SingleAsync(Aborted));
            Db.WhatSuits.Add(suits);
        }

        var themes = await Db.Themes.Select(t => t.Id).ToArrayAsync(Aborted);
        var topics = Levels
            .Where(level => level.Value is not null && themes.Contains(level.Key))
            .ToDictionary(level => level.Key, level => level.Value!.Value);
        var actor = IsEntered
            ? Acts(Viewer.Roles.FirstOrDefault(r => r.Role == Role.Liaison)?.OrganisationId)
            : ActsForVillage();
        return suits.Record(words, topics, Provenance(actor), actor);
    }

    private Contribution Provenance(Actor actor) =>
        new()
        {
            SubjectId = Id,
            ByPersonId = IsEntered ? null : actor.PersonId,
            OnBehalfOfId = IsEntered ? null : actor.OnBehalfOfId,
            EnteredById = IsEntered ? actor.PersonId : null,
            EnteredForId = IsEntered ? actor.OnBehalfOfId : null,
            Channel = IsEntered ? Road ?? Channel.Meeting : Channel.Web,
            At = actor.At,
        };

    private async Task ReadAsync() =>
        Themes = [
            .. (
                await Db
                    .Themes.AsNoTracking()
                    .OrderBy(t => t.Order)
                    .Select(t => new { t.Id, t.Subject!.Title })
                    .ToArrayAsync(Aborted)
            ).Select(t => (t.Id, t.Title)),
        ];
}
