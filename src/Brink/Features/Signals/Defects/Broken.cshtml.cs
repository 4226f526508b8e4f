using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places;
using Brink.Features.Places.Spots;
using Brink.Features.Shared;
using Brink.Features.Signals.Raise;
using Brink.Platform;
using Brink.Platform.Mail;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Defects;

public enum BrokenStep
{
    Tell,
    Map,
    Send,
}

/// <summary>
/// Something broken, on the municipality's own road: by mail where it has a mailbox for that, so that Brink can try again;
/// else by its own website with what was typed; else as a signal to the liaison (S6).
/// </summary>
[AllowAnonymous]
public class BrokenModel(HandInLimit limit) : TellForm
{
    [BindProperty]
    public BrokenStep Step { get; set; }

    /// <summary>The municipality's website with what was typed; null until it is known.</summary>
    public string? RoadHref { get; private set; }
    public bool MailsIt => mailbox.Length > 0;
    public SpotPicker? Picker { get; private set; }

    public AnswerList Overview =>
        new([new(T["Wat er kapot is"], Text), new(T["Dorp"], VillageName), new(T["Plek"], PlaceNote)]);

    private string mailbox = "";
    private string address = "";

    public async Task<IActionResult> OnGetAsync()
    {
        NoStore();
        VillageId = FromVillage;
        await LoadAsync();
        return MailsIt || address.Length > 0 ? Page() : Redirect(SignalLinks.TellOf(SignalKind.Defect, FromVillage));
    }

    public async Task<IActionResult> OnPostAsync()
    {
        NoStore();
        await LoadAsync();
        if (!MailsIt && address.Length == 0)
        {
            return Redirect(SignalLinks.TellOf(SignalKind.Defect, VillageId));
        }

        if (Request.Form.ContainsKey("Part") || Step == BrokenStep.Map)
        {
            return await MapShownAsync();
        }

        if (Step == BrokenStep.Tell)
        {
            return Page();
        }

        var check = Check();
        if (!ModelState.IsValid || !check.Succeeded)
        {
            return Refused(check);
        }

        return MailsIt ? await MailAsync() : HandOver();
    }

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        var roads = await Db
            .Municipalities.Where(m => m.Id == Tenant.Id)
            .Select(m => new { m.DefectAddress, m.DefectMail })
            .SingleAsync(Aborted);
        (address, mailbox) = (roads.DefectAddress, roads.DefectMail);
    }

    private async Task<IActionResult> MapShownAsync()
    {
        var where = Outcome.Of(CheckWhere());
        if (!where.Succeeded || await MapAsync() is not { } map)
        {
            return Refused(where);
        }

        var comesFromMap = Request.Form.ContainsKey("Part");
        var (choice, read) = comesFromMap
            ? SpotForm.Read(Request.Form, map, Tenant.Name)
            : (new SpotChoice(SpotChoice.Read(Spot), SpotPart.Whole), Outcome.Done);
        Spot = choice.Written;
        if (read.Succeeded && comesFromMap && !SpotForm.IsAboutMap(Request.Form))
        {
            return Page();
        }

        Picker = new SpotPicker(map, choice, VillageName);
        return read.Succeeded ? Page() : Refused(read);
    }

    private Outcome Check() =>
        Outcome.Of([
            .. CheckText(nameof(Text), Text, new Refusal(nameof(Text), "Vertel wat er kapot is."), 1000, 4000),
            .. CheckWhere(),
            .. string.IsNullOrWhiteSpace(PlaceNote) && SpotChoice.Read(Spot) is null
                ? [new Refusal(nameof(PlaceNote), "Schrijf waar het is, of wijs het aan op de kaart.")]
                : Array.Empty<Refusal>(),
            .. Shared.Typed.Fits(nameof(Name), Name, 80, 120),
            .. Mail.Length > 0 && !TypedMailAddress.IsOne(Mail)
                ?
                [
                    new Refusal(
                        nameof(Mail),
                        "Dit mailadres klopt niet. Een goed adres is bijvoorbeeld naam@voorbeeld.nl."
                    ),
                ]
                : Array.Empty<Refusal>(),
            .. Telephone.Length > 0 && !TelephoneNumber.IsOne(Telephone)
                ?
                [
                    new Refusal(
                        nameof(Telephone),
                        "Dit telefoonnummer klopt niet. Een goed nummer is bijvoorbeeld 0593 123 456."
                    ),
                ]
                : Array.Empty<Refusal>(),
        ]);

    /// <summary>By the reporter's own browser: Brink itself calls nobody.</summary>
    private IActionResult HandOver()
    {
        var at = SpotChoice.Read(Spot);
        var words = string.Join("\n", new[] { Text, VillageName + (PlaceNote.Length > 0 ? ", " + PlaceNote : "") });
        RoadHref = Municipality.FilledIn(
            address,
            words,
            at?.Latitude.ToString("0.#####", CultureInfo.InvariantCulture) ?? "",
            at?.Longitude.ToString("0.#####", CultureInfo.InvariantCulture) ?? ""
        );
        NewTitle = TextRules.First(Line(Text), MostTitle);
        return Page();
    }

    private async Task<IActionResult> MailAsync()
    {
        if (!Viewer.IsSignedIn && TrapField.IsFilled(Request.Form) || limit.Ideas.MustWait(HttpContext) is not null)
        {
            return Refused(
                Outcome.Refuse(
                    "",
                    "Er komt nu heel veel van uw aansluiting. Wacht een paar minuten en probeer het dan nog eens."
                )
            );
        }

        var receipt = "";
        return await DoAsync(
            async () =>
            {
                var now = Time.GetUtcNow();
                var normalised = Person.Normalise(mailbox);
                var box = await Db.People.FirstOrDefaultAsync(p => p.NormalizedEmail == normalised, Aborted);
                if (box is null)
                {
                    box = Person.WithMail("", mailbox, now);
                    await Db.AddAsync(box, Aborted);
                    Db.Journal.Add(Journal.JournalEntry.General(PlacesVerbs.PersonAdded, Acts(), ("person", box.Id)));
                }

                var at = SpotChoice.Read(Spot);
                var defect = new Defect
                {
                    What = Text,
                    VillageId = VillageId!.Value,
                    PlaceNote = PlaceNote,
                    Longitude = at?.Longitude,
                    Latitude = at?.Latitude,
                    Reporter = string.Join(", ", new[] { Line(Name), Mail, Telephone }.Where(part => part.Length > 0)),
                    At = now,
                };
                await Db.AddAsync(defect, Aborted);
                Db.MailMessages.Add(defect.ToMailbox(box, now));
                receipt = string.Create(
                    CultureInfo.InvariantCulture,
                    $"{SignalLinks.BrokenReceived}?nummer={defect.Id}"
                );
                return Outcome.Done;
            },
            () => receipt
        );
    }
}
