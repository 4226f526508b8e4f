using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Cache;
using Brink.Platform.Mail;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>Which of the two is entered for somebody.</summary>
public enum EnteredKind
{
    Backing,
    Concern,
}

/// <summary>A contact person or liaison enters what somebody said by telephone, on paper or in a conversation (T3).</summary>
[Authorize]
public sealed class EnterForSomeoneModel() : SupportPage(SupportAct.EnterForSomeone)
{
    private static readonly Channel[] Offered = [Channel.Telephone, Channel.Paper, Channel.Meeting];

    [BindProperty]
    public EnteredKind? Kind { get; set; }

    [BindProperty]
    public Channel Road { get; set; } = Channel.Telephone;

    [BindProperty]
    public long? OrganisationId { get; set; }

    [BindProperty]
    public string Name { get; set; } = "";

    [BindProperty]
    public string Telephone { get; set; } = "";

    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty]
    public long? VillageId { get; set; }

    [BindProperty]
    public bool NameIsPublic { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>'steun', 'telde' or 'zorg': what was entered before.</summary>
    [BindProperty(SupportsGet = true, Name = "klaar")]
    public string? Done { get; set; }

    public IReadOnlyList<Choice> Homes => where.Homes;

    public IReadOnlyList<Choice> Kinds =>
        [new(EnteredKind.Backing, T["Steun"]), new(EnteredKind.Concern, T["Een zorg"])];

    public IReadOnlyList<Choice> Roads =>
        [
            new(Channel.Telephone, T["Per telefoon"]),
            new(Channel.Paper, T["Op papier"]),
            new(Channel.Meeting, T["In een gesprek of bijeenkomst"]),
        ];

    public IReadOnlyList<Choice> Organisations =>
        [.. Viewer.Assists(Standing).Select(r => new Choice(r.OrganisationId, r.OrganisationName))];

    private readonly Whereabouts where = new() { KnownName = "-" };
    private string outcome = "steun";

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        var typed = Check();
        if (!typed.Succeeded)
        {
            return Refused(typed);
        }

        // Person, provenance and backing are one: half of it would be somebody who counts for nothing.
        await using var transaction = await Db.Database.BeginTransactionAsync(Aborted);
        var result = await DoAsync(
            EnterAsync,
            () => SupportLinks.EnterForSomeone(Head.Id) + "?klaar=" + outcome,
            ReadAsync
        );
        if (result is LocalRedirectResult)
        {
            await transaction.CommitAsync(Aborted);
            OwnChange.Mark(HttpContext);
        }

        return result;
    }

    protected override Task ReadAsync() => where.ReadAsync(this, Head.VillageId);

    private Outcome Check()
    {
        (where.VillageId, where.NameIsPublic) = (VillageId, NameIsPublic);
        var refusals = new List<Refusal>();
        if (Kind is null)
        {
            refusals.Add(new Refusal(nameof(Kind), "Kies of het steun is of een zorg."));
        }

        if (string.IsNullOrWhiteSpace(Name))
        {
            refusals.Add(new Refusal(nameof(Name), "Vul de naam in."));
        }

        refusals.AddRange(Typed.Fits(nameof(Name), Name, 120, 200));
        if (Mail.Length == 0 && Telephone.Length == 0)
        {
            refusals.Add(
                new Refusal(
                    nameof(Telephone),
                    "Vul een telefoonnummer of een mailadres in. Zo telt iemand niet twee keer."
                )
            );
        }

        if (Telephone.Length > 0 && !TelephoneNumber.IsOne(Telephone))
        {
            refusals.Add(new Refusal(nameof(Telephone), "Vul een telefoonnummer in van acht cijfers of meer."));
        }

        if (Mail.Length > 0 && !TypedMailAddress.IsOne(Mail))
        {
            refusals.Add(new Refusal(nameof(Mail), "Vul een mailadres in, zoals naam@voorbeeld.nl."));
        }

        if (where.Check().Any())
        {
            refusals.Add(new Refusal(nameof(VillageId), "Kies waar diegene woont."));
        }

        if (
            Organisations.Count > 1
            && Organisations.All(o =>
                o.Value != OrganisationId?.ToString(System.Globalization.CultureInfo.InvariantCulture)
            )
        )
        {
            refusals.Add(new Refusal(nameof(OrganisationId), "Kies namens wie u dit invoert."));
        }

        if (Kind == EnteredKind.Concern)
        {
            refusals.AddRange(VoiceModel.CheckText(Text));
        }

        return Outcome.Of(refusals);
    }

    private async Task<Outcome> EnterAsync()
    {
        var role = Viewer.Assists(Standing).First(r => Organisations.Count == 1 || r.OrganisationId == OrganisationId);
        var (person, mayShowName) = await KnownByTyping.FindOrAddAsync(Db, Name, Telephone, Mail, Acts(), Aborted);
        if (Standing.InitiatorIds.Contains(person))
        {
            return Outcome.Refuse(nameof(Name), "Dit is een van de initiatiefnemers. Die telt bij de steun niet mee.");
        }

        var actor = Acts() with
        {
            PersonId = person,
            EnteredById = Viewer.PersonId,
            Channel = Offered.Contains(Road) ? Road : Channel.Telephone,
        };
        var provenance = By(actor, NameIsPublic && mayShowName);
        provenance.EnteredForId = role.OrganisationId;
        if (Kind == EnteredKind.Concern)
        {
            outcome = "zorg";
            var (voiced, concern) = await VoicedConcerns.AddAsync(
                Db,
                Head.Id,
                Text,
                where.Choice.VillageId,
                provenance,
                actor,
                isKnown: true,
                Aborted
            );
            if (concern is not null)
            {
                Note(ConcernVerbs.Voiced, actor, ("concern", concern.Id));
            }

            return voiced;
        }

        return await BackAsync(provenance, actor, mayShowName);
    }

    private async Task<Outcome> BackAsync(Contribution provenance, Actor actor, bool mayShowName)
    {
        // A backing shows no name by the contribution: that would show it with everything else of the person here.
        provenance.NameIsPublic = false;
        if (
            await Db.Backings.AnyAsync(
                b => b.InitiativeId == Head.Id && b.PersonId == actor.PersonId && b.State == BackingState.Counted,
                Aborted
            )
        )
        {
            outcome = "telde";
            return Outcome.Done;
        }

        await Db.Contributions.AddAsync(provenance, Aborted);
        // The contribution is no change of its own: its line is that of the backing, written with it.
        Db.Journal.Add(
            Journal.JournalEntry.General(
                BackingVerbs.Entered,
                Acts(),
                ("subject", Head.Id),
                ("person", actor.PersonId!.Value)
            )
        );
        await Db.SaveChangesAsync(Aborted);
        var counts = await Backings.BackAsync(
            Db,
            Head.Id,
            where.Choice with
            {
                NameIsPublic = NameIsPublic && mayShowName,
            },
            actor,
            Aborted,
            provenance.Id
        );
        outcome = counts ? "steun" : "telde";
        return Outcome.Done;
    }
}
