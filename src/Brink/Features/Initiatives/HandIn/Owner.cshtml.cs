using Brink.Features.Shared;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Question 3: who owns it (I2)? Not knowing yet is an answer.</summary>
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

    public void OnGet() => Owner = Answers.OwnerType?.ToString() ?? NotYet;

    public async Task<IActionResult> OnPostAsync()
    {
        Answers.OwnerType = Enum.GetValues<OwnerType>()
            .Where(type => type.ToString() == Owner)
            .Select(type => (OwnerType?)type)
            .FirstOrDefault();
        return await GoOnAsync(Outcome.Done);
    }
}
