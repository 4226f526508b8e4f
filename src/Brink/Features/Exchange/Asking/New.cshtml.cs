using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Reach;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Exchange.Asking;

public enum NewStep
{
    Check,
    Change,
    Send,
}

/// <summary>
/// Somebody asks for or offers hands, skills or things, an association calls for board members; signed in, confirmed by
/// mail, or entered for somebody else.
/// </summary>
[AllowAnonymous]
[EnableRateLimiting(SignInRate.Policy)]
public sealed class NewModel(FollowLimit limit) : BrinkPage
{
    [BindProperty]
    public HelpForm Input { get; set; } = new();

    [BindProperty]
    public NewStep Step { get; set; }

    public bool IsCheck { get; private set; }
    public IReadOnlyList<Choice> Villages { get; private set; } = [];
    public IReadOnlyList<Choice> Speakers { get; private set; } = [];
    public IReadOnlyList<Choice> Themes { get; private set; } = [];
    public IReadOnlyList<Choice> Groups { get; private set; } = [];
    public string? Initiative { get; private set; }

    public Speaker Speaker => Speaking.Of(Viewer, Input.As);
    public bool MayAssist => Speakers.Any(choice => choice.Value.StartsWith("for:", StringComparison.Ordinal));
    public bool MayCallForBoard => Speakers.Any(choice => choice.Value.StartsWith("org:", StringComparison.Ordinal));

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task OnGetAsync(string? soort, long? initiatief, long? dorp)
    {
        Input.Direction = soort switch
        {
            "vraag" => HelpDirection.Need,
            "aanbod" => HelpDirection.Offer,
            _ => null,
        };
        Input.InitiativeId = initiatief;
        if (dorp is { } village)
        {
            Input.Villages.Add(village);
        }

        await ReadAsync();
        if (Input.InitiativeId is { } id && Input.Villages.Count == 0)
        {
            Input.Villages.AddRange(
                await Db.SubjectVillages.Where(v => v.SubjectId == id).Select(v => v.VillageId).ToArrayAsync(Aborted)
            );
        }

        if (Input.InitiativeId is not null)
        {
            Input.Kind ??= HelpKind.Hands;
        }
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var check = Input.Check(Speaker, Today);
        if (!ModelState.IsValid || !check.Succeeded)
        {
            return Refused(Outcome.Of(check.Refusals.Where(refusal => !IsUnreadable(refusal.Field))));
        }

        if (Step != NewStep.Send)
        {
            IsCheck = Step == NewStep.Check;
            return Page();
        }

        if (
            Speaker.Kind == SpeakerKind.Stranger
            && !TrapField.IsFilled(Request.Form)
            && limit.Take(HttpContext) is { Succeeded: false } tooMany
        )
        {
            return Refused(tooMany);
        }

        return await SendAsync();
    }

    private async Task<IActionResult> SendAsync()
    {
        Help? made = null;
        return await DoAsync(
            async () =>
            {
                if (TrapField.IsFilled(Request.Form))
                {
                    return Outcome.Done;
                }

                var handIn = new HelpHandIn(Db, Viewer, Input, Speaker, Acts());
                var outcome = await handIn.DoAsync(Aborted);
                made = handIn.Help;
                return outcome;
            },
            () =>
                made is { State: HelpState.Open }
                    ? ExchangeLinks.Show(made.Id, made.Subject.Slug) + "?geplaatst=ja"
                    : ExchangeLinks.Received,
            ReadAsync
        );
    }

    private async Task ReadAsync()
    {
        Speakers = Speaking.Choices(T, Viewer);
        Themes = await GroupChoices.ThemesAsync(Db, Aborted);
        Groups = await GroupChoices.GroupsAsync(Db, Aborted);
        (Input.Themes, Input.Groups) = (Input.Themes.Among(Themes), Input.Groups.Among(Groups));
        Villages =
        [
            .. (
                await Db
                    .Villages.AsNoTracking()
                    .OrderBy(v => v.Subject!.Title)
                    .Select(v => new { v.Id, v.Subject!.Title })
                    .ToArrayAsync(Aborted)
            ).Select(v => new Choice(v.Id, v.Title)),
        ];
        if (Input.InitiativeId is { } initiative)
        {
            Initiative = await HelpHandIn.MayAskForAsync(Db, Viewer, initiative, Aborted)
                ? await Db.Subjects.Where(s => s.Id == initiative).Select(s => s.Title).FirstAsync(Aborted)
                : null;
            Input.InitiativeId = Initiative is null ? null : initiative;
        }
    }

    /// <summary>What can't be read is said once, and not as if it were empty.</summary>
    private bool IsUnreadable(string field) =>
        field.Length > 0 && ModelState.TryGetValue(field, out var entry) && entry.Errors.Count > 0;

    public IReadOnlyList<Answer> Answers() =>
        [
            new(T["Wat"], T.What(Input.Direction!.Value, Input.Kind!.Value)),
            new(T["Titel"], Input.Title ?? ""),
            new(T["Uitleg"], Input.Text is { Length: > 0 } text ? text : T["Geen"]),
            new(T["Aantal"], Formats.Number(Input.Number ?? 1)),
            new(
                T["Dorp"],
                string.Join(
                    ", ",
                    Villages
                        .Where(v =>
                            Input.Villages.Contains(
                                long.Parse(v.Value, System.Globalization.CultureInfo.InvariantCulture)
                            )
                        )
                        .Select(v => v.Text)
                )
            ),
            new(T["Wanneer"], T.When(Input.From ?? Input.To, Input.To) ?? T["In overleg"]),
            new(T["Staat online tot en met"], Formats.Date(Input.Last(Today))),
            .. Input.Themes.Count == 0
                ? Array.Empty<Answer>()
                : [new Answer(T["Waar gaat het over?"], Themes.Names(Input.Themes))],
            .. Input.Groups.Count == 0
                ? Array.Empty<Answer>()
                : [new Answer(T["Voor wie is het vooral?"], Groups.Names(Input.Groups))],
            .. Initiative is { } title ? [new Answer(T["Voor het initiatief"], title)] : Array.Empty<Answer>(),
            new(T["Voor wie"], ForWhom()),
        ];

    private string ForWhom() =>
        Speaker.Kind switch
        {
            SpeakerKind.Stranger or SpeakerKind.ForSomeone => Input.NameIsPublic
                ? T["{0}. De naam staat erbij.", Input.CleanName]
                : T["{0}. De naam staat er niet bij.", Input.CleanName],
            SpeakerKind.Association => Speakers.First(choice => choice.Value == Input.As).Text,
            _ => Input.NameIsPublic
                ? T["{0}. De naam staat erbij.", Viewer.Name]
                : T["{0}. De naam staat er niet bij.", Viewer.Name],
        };
}
