using System.Globalization;
using Brink.Features.Initiatives.Support;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Cache;
using Brink.Platform.Mail;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Rounds.Reacting;

/// <summary>A liaison, or another who helps, enters what came on paper, by telephone or in a meeting (T3), with a scan.</summary>
[Authorize]
public sealed class EnterModel(ScanIntake scans) : RoundPage(RoundAct.EnterForSomeone)
{
    private static readonly Channel[] Offered = [Channel.Telephone, Channel.Paper, Channel.Meeting, Channel.Mail];

    [BindProperty]
    public ReactionForm Input { get; set; } = new();

    [BindProperty]
    public Channel Road { get; set; } = Channel.Paper;

    /// <summary>For a letter.</summary>
    [BindProperty]
    public DateOnly? ReceivedOn { get; set; }

    [BindProperty]
    public long? OrganisationId { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Telephone { get; set; } = "";

    [BindProperty]
    public string PersonMail { get; set; } = "";

    [BindProperty]
    public long? ForAssociation { get; set; }

    [BindProperty]
    public bool NameIsPublic { get; set; }

    [BindProperty]
    public IFormFile? Scan { get; set; }

    public IReadOnlyList<Choice> Associations { get; private set; } = [];

    public IReadOnlyList<Choice> Roads =>
        [
            new(Channel.Paper, T["Op papier"]),
            new(Channel.Telephone, T["Per telefoon"]),
            new(Channel.Meeting, T["In een gesprek of bijeenkomst"]),
            new(Channel.Mail, T["Per mail"]),
        ];

    public IReadOnlyList<Choice> Organisations =>
        [.. Viewer.MayEnterReactions().Select(r => new Choice(r.OrganisationId, r.OrganisationName))];

    private long made;

    public Task OnGetAsync()
    {
        ReceivedOn = Today;
        return ReadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var typed = Outcome.Of(Wrong());
        var (hash, type) = ("", "");
        if (typed.Succeeded && Scan is { Length: > 0 })
        {
            (hash, type, typed) = await scans.TakeAsync(nameof(Scan), Scan, Aborted);
        }

        if (!typed.Succeeded)
        {
            return Refused(typed);
        }

        // Person and reaction are one: half of it would be somebody who said nothing.
        await using var transaction = await Db.Database.BeginTransactionAsync(Aborted);
        var result = await DoAsync(
            () => EnterAsync(hash, type),
            () => RoundLinks.Enter(Head.Id, Round.Id) + "?bewaard=" + RoundWords.NumberOf(made),
            ReadAsync
        );
        if (result is LocalRedirectResult)
        {
            await transaction.CommitAsync(Aborted);
            OwnChange.Mark(HttpContext);
        }

        return result;
    }

    protected override async Task ReadAsync()
    {
        Input.SectionId ??= HttpMethods.IsGet(Request.Method) ? ReactionForm.Whole : null;
        await Input.ReadAsync(Db, Round, T, Aborted);
        var associations = await Db
            .Organisations.AsNoTracking()
            .Where(o => o.Kind == OrganisationKind.Association || o.Kind == OrganisationKind.Umbrella)
            .Where(o => o.EndedAt == null)
            .OrderBy(o => o.Name)
            .Select(o => new { o.Id, o.Name })
            .ToArrayAsync(Aborted);
        Associations = [.. associations.Where(o => Viewer.MayEnterFor(o.Id)).Select(o => new Choice(o.Id, o.Name))];
    }

    private async Task<Outcome> EnterAsync(string hash, string type)
    {
        var role = Viewer
            .MayEnterReactions()
            .First(r => Organisations.Count == 1 || r.OrganisationId == OrganisationId);
        var (person, mayShowName) = await KnownByTyping.FindOrAddAsync(
            Db,
            Name,
            Telephone,
            PersonMail,
            Acts(),
            Aborted
        );
        var actor = Acts() with
        {
            PersonId = person,
            OnBehalfOfId = ForAssociation,
            EnteredById = Viewer.PersonId,
            Channel = Offered.Contains(Road) ? Road : Channel.Paper,
        };
        var provenance = IncomingReactions.By(
            Db,
            Head.Id,
            actor,
            ForAssociation is null && NameIsPublic && mayShowName
        );
        provenance.EnteredForId = role.OrganisationId;
        var (outcome, reaction) = await IncomingReactions.AddAsync(
            Db,
            await LoadRoundAsync(),
            Input,
            provenance,
            actor,
            isKnown: true,
            Aborted,
            actor.Channel == Channel.Paper ? ReceivedOn : null
        );
        if (reaction is not null)
        {
            reaction.Attach(hash, type);
            made = reaction.Id;
        }

        return outcome;
    }

    private IEnumerable<Refusal> Wrong()
    {
        if (string.IsNullOrWhiteSpace(Name))
        {
            yield return new Refusal(nameof(Name), "Vul de naam in.");
        }

        foreach (var refusal in Typed.Fits(nameof(Name), Name, 120, 200).Concat(Input.Wrong("Input.")))
        {
            yield return refusal;
        }

        if (Road == Channel.Paper && ReceivedOn is null)
        {
            yield return new Refusal(nameof(ReceivedOn), "Vul in op welke dag de brief kwam.");
        }

        if (PersonMail.Length == 0 && Telephone.Length == 0)
        {
            yield return new Refusal(
                nameof(Telephone),
                "Vul een telefoonnummer of een mailadres in. Zo telt iemand niet twee keer."
            );
        }

        if (Telephone.Length > 0 && !TelephoneNumber.IsOne(Telephone))
        {
            yield return new Refusal(nameof(Telephone), "Vul een telefoonnummer in van acht cijfers of meer.");
        }

        if (PersonMail.Length > 0 && !TypedMailAddress.IsOne(PersonMail))
        {
            yield return new Refusal(nameof(PersonMail), "Vul een mailadres in, zoals naam@voorbeeld.nl.");
        }

        if (ForAssociation is { } association && !Offers(Associations, association))
        {
            yield return new Refusal(nameof(ForAssociation), "Kies een vereniging, of laat dit leeg.");
        }

        if (Organisations.Count > 1 && !(OrganisationId is { } own && Offers(Organisations, own)))
        {
            yield return new Refusal(nameof(OrganisationId), "Kies namens wie u dit invoert.");
        }
    }

    private static bool Offers(IReadOnlyList<Choice> choices, long id) =>
        choices.Any(choice => choice.Value == id.ToString(CultureInfo.InvariantCulture));
}
