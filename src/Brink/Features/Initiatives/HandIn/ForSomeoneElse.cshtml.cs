using System.Globalization;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>Assisted entry begins here: for whom, and how it came in (T3).</summary>
[Authorize]
public class ForSomeoneElseModel : BrinkPage
{
    private static readonly Channel[] Offered = [Channel.Telephone, Channel.Paper, Channel.Meeting];

    [BindProperty]
    public Channel Channel { get; set; } = Channel.Telephone;

    [BindProperty]
    public long? OrganisationId { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty]
    public string Telephone { get; set; } = "";

    public IReadOnlyList<Choice> Channels =>
        [
            new(Channel.Telephone, T["Per telefoon"]),
            new(Channel.Paper, T["Op papier"]),
            new(Channel.Meeting, T["In een gesprek of bijeenkomst"]),
        ];

    public IReadOnlyList<Choice> Organisations { get; private set; } = [];

    private Drafts Drafts => HttpContext.RequestServices.GetRequiredService<Drafts>();

    public async Task<IActionResult> OnGetAsync()
    {
        if (!Assisting.May(Viewer))
        {
            return Forbid();
        }

        if (await Drafts.FindAsync() is { Assistance: { } begun } answers)
        {
            (Channel, OrganisationId, Name, Mail, Telephone) = (
                begun.Channel,
                begun.OrganisationId,
                answers.Name,
                answers.Mail,
                answers.Telephone
            );
        }

        Load();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (!Assisting.May(Viewer))
        {
            return Forbid();
        }

        Load();
        var known = await Drafts.FindAsync();
        var answers = known is { Assistance: not null } ? known : new Answers { StartedAt = Time.GetUtcNow() };
        (answers.Name, answers.Mail, answers.Telephone) = (Name, Mail, Telephone);
        var outcome = IdeaRules.OfSomeoneElse(answers);
        if (!ModelState.IsValid || !outcome.Succeeded)
        {
            return Refused(outcome);
        }

        var organisation = Assisting.RolesOf(Viewer).FirstOrDefault(r => r.OrganisationId == OrganisationId);
        if (organisation is null && Organisations.Count > 1)
        {
            return Refused(Outcome.Refuse(nameof(OrganisationId), "Kies namens wie u dit invoert."));
        }

        organisation ??= Assisting.RolesOf(Viewer).First();
        answers.Assistance = new Assistance(
            Viewer.PersonId!.Value,
            organisation.OrganisationId,
            organisation.OrganisationName,
            Offered.Contains(Channel) ? Channel : Channel.Telephone
        );
        await Drafts.KeepAsync(answers);
        return Redirect(Steps.Address(IdeaRules.OfIdea(answers).Succeeded ? Step.Check : Step.Idea));
    }

    private void Load() =>
        Organisations = [
            .. Assisting
                .RolesOf(Viewer)
                .DistinctBy(r => r.OrganisationId)
                .Select(r => new Choice(r.OrganisationId.ToString(CultureInfo.InvariantCulture), r.OrganisationName)),
        ];
}
