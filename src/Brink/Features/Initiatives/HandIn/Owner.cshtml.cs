using Brink.Features.Reach;
using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Question 3: who owns it (I2)? Not knowing yet is an answer. And, for who wants to say, what it is about and for whom.</summary>
[AllowAnonymous]
public class OwnerModel : HandInPage
{
    private const string NotYet = "NotYet";

    public override Step Step => Step.Owner;

    [BindProperty]
    public string Owner { get; set; } = NotYet;

    public IReadOnlyList<Choice> Owners =>
        [
            .. Enum.GetValues<OwnerType>().Select(type => new Choice(type, T.NameOf(type), T.MeaningOf(type))),
            new Choice(NotYet, T.NameOf(null), T.MeaningOf(null)),
        ];

    [BindProperty]
    public List<long> Themes { get; set; } = [];

    [BindProperty]
    public List<long> Groups { get; set; } = [];

    public IReadOnlyList<Choice> ThemeChoices { get; private set; } = [];
    public IReadOnlyList<Choice> GroupChoices { get; private set; } = [];

    public async Task OnGetAsync()
    {
        Owner = Answers.OwnerType?.ToString() ?? NotYet;
        (Themes, Groups) = (Answers.Themes, Answers.Groups);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await LoadAsync();
        (Answers.Themes, Answers.Groups) = (Themes.Among(ThemeChoices), Groups.Among(GroupChoices));
        Answers.OwnerType = Enum.GetValues<OwnerType>()
            .Where(type => type.ToString() == Owner)
            .Select(type => (OwnerType?)type)
            .FirstOrDefault();
        return await GoOnAsync(Outcome.Done);
    }

    protected override async Task LoadAsync()
    {
        ThemeChoices = await Reach.GroupChoices.ThemesAsync(Db, HttpContext.RequestAborted);
        GroupChoices = await Reach.GroupChoices.GroupsAsync(Db, HttpContext.RequestAborted);
    }
}
