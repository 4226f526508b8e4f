using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Places.Spots;
using Brink.Features.Reach;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Signals.Raise;

public enum TellStep
{
    Tell,
    Map,
    Check,
    Send,
}

/// <summary>
/// A signal in one form, then everything once more with the photo, then sent (S1). Somebody known by a role may enter it
/// for who telephoned or wrote.
/// </summary>
[AllowAnonymous]
[RequestSizeLimit(Most)]
[RequestFormLimits(MultipartBodyLengthLimit = Most)]
public partial class TellModel(HandInLimit limit, ReceiptAddress receipts, PhotoIntake intake) : TellForm
{
    private const long Most = PhotoIntake.MostBytes * PhotoIntake.MostPhotos + 1_000_000;

    [BindProperty]
    public SignalKind Kind { get; set; }

    [BindProperty]
    public long? ThemeId { get; set; }

    /// <summary>Whom it concerns most; none is everybody.</summary>
    [BindProperty]
    public List<long> Groups { get; set; } = [];

    /// <summary>Empty for oneself, 'voor-' and the number of the helping organisation for another, or the number of the association that speaks.</summary>
    [BindProperty]
    public string From { get; set; } = "";

    [BindProperty]
    public Channel Road { get; set; } = Channel.Telephone;

    [BindProperty]
    public bool NameIsPublic { get; set; }

    [BindProperty]
    public List<IFormFile> Photos { get; set; } = [];

    [BindProperty]
    public string? Description { get; set; }

    [BindProperty]
    public TellStep Step { get; set; }

    [BindProperty(SupportsGet = true, Name = "soort")]
    public string? KindCode { get; set; }

    /// <summary>What the page shows.</summary>
    public TellStep Shown { get; private set; }
    public IReadOnlyList<Choice> Themes { get; private set; } = [];
    public IReadOnlyList<Choice> GroupChoices { get; private set; } = [];
    public SpotPicker? Picker { get; private set; }
    public IHtmlContent? Map { get; private set; }
    public AnswerList Overview { get; private set; } = new([]);

    private const string ForAnother = "voor-";

    public async Task OnGetAsync()
    {
        NoStore();
        (Kind, VillageId) = (SignalCodes.KindOf(KindCode) ?? SignalKind.Bottleneck, FromVillage);
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        NoStore();
        NewTitle = Line(NewTitle);
        await LoadAsync();
        // A press on the map names no step.
        if (Step == TellStep.Tell && !ComesFromMap)
        {
            return Page();
        }

        if (!ModelState.IsValid || Check() is { Succeeded: false })
        {
            return Refused(Check());
        }

        if (ComesFromMap || Step == TellStep.Map)
        {
            return await ShowMapAsync();
        }

        return Step switch
        {
            TellStep.Send => await SendAsync(),
            _ => await ShowCheckAsync(),
        };
    }

    /// <summary>The organisation the viewer enters it for somebody for.</summary>
    public long? EnteredForId =>
        From.StartsWith(ForAnother, StringComparison.Ordinal) ? Number(From[ForAnother.Length..]) : null;

    private long? OnBehalfOfId => EnteredForId is null ? Number(From) : null;

    /// <summary>Whoever is known need not say how to be reached.</summary>
    public bool IsKnown => Viewer.IsSignedIn && EnteredForId is null;

    /// <summary>Oneself, an association one speaks for, or somebody else; only oneself for most.</summary>
    public IReadOnlyList<Choice> Froms =>
        [
            new Choice("", T["Van mijzelf"]),
            .. Viewer
                .Roles.Where(r => Viewer.SpeaksFor(r.OrganisationId))
                .DistinctBy(r => r.OrganisationId)
                .Select(r => new Choice(r.OrganisationId, T["Namens {0}", r.OrganisationName])),
            .. Assisting
                .RolesOf(Viewer)
                .DistinctBy(r => r.OrganisationId)
                .Select(r => new Choice(
                    ForAnother + r.OrganisationId.ToString(CultureInfo.InvariantCulture),
                    T["Van iemand anders. Ik voer het in namens {0}", r.OrganisationName]
                )),
        ];

    public override IEnumerable<(string Name, string Value)> Typed() =>
        [
            .. base.Typed(),
            (nameof(Kind), Kind.ToString()),
            (nameof(ThemeId), ThemeId?.ToString(CultureInfo.InvariantCulture) ?? ""),
            .. Groups.Select(id => (nameof(Groups), id.ToString(CultureInfo.InvariantCulture))),
            (nameof(From), From),
            (nameof(Road), Road.ToString()),
            (nameof(NameIsPublic), NameIsPublic ? "true" : "false"),
        ];

    protected override async Task LoadAsync()
    {
        await base.LoadAsync();
        Themes = await Reach.GroupChoices.ThemesAsync(Db, Aborted);
        GroupChoices = await Reach.GroupChoices.GroupsAsync(Db, Aborted);
        Groups = Groups.Among(GroupChoices);
    }

    private Outcome Check() =>
        Outcome.Of([
            .. CheckText(
                nameof(NewTitle),
                NewTitle,
                new Refusal(nameof(NewTitle), "Zeg in een paar woorden wat er speelt."),
                MostTitle,
                180
            ),
            .. CheckText(nameof(Text), Text, new Refusal(nameof(Text), "Vertel wat er speelt."), MostText, 20000),
            .. CheckWhere(),
            .. CheckSender().Refusals,
        ]);

    private Outcome CheckSender()
    {
        if (IsKnown)
        {
            return Outcome.Done;
        }

        if (EnteredForId is null)
        {
            return CheckReach();
        }

        return string.IsNullOrWhiteSpace(Name)
            ? Outcome.Refuse(nameof(Name), "Vul in van wie het signaal is.")
            : IdeaRules.OfSomeoneElse(
                new Answers
                {
                    Name = Name,
                    Mail = Mail,
                    Telephone = Telephone,
                }
            );
    }

    /// <summary>Only the page with the map says how much of it was shown.</summary>
    private bool ComesFromMap => Request.Form.ContainsKey("Part");

    private async Task<IActionResult> ShowMapAsync()
    {
        if (await MapAsync() is not { } map)
        {
            return await ShowCheckAsync();
        }

        var (choice, read) = ComesFromMap
            ? SpotForm.Read(Request.Form, map, Tenant.Name)
            : (new SpotChoice(SpotChoice.Read(Spot), SpotPart.Whole), Outcome.Done);
        Spot = choice.Written;
        if (read.Succeeded && ComesFromMap && !SpotForm.IsAboutMap(Request.Form))
        {
            return await ShowCheckAsync();
        }

        Shown = TellStep.Map;
        Picker = new SpotPicker(map, choice, VillageName);
        return read.Succeeded ? Page() : Refused(read);
    }

    private async Task<IActionResult> SendAsync()
    {
        if (!Viewer.IsSignedIn && TrapField.IsFilled(Request.Form))
        {
            return await ShowCheckAsync(
                Outcome.Refuse(
                    "",
                    "Dit lijkt door een programma ingevuld. Laat het veld 'Homepage' leeg en probeer het nog eens."
                )
            );
        }

        if (limit.Ideas.MustWait(HttpContext) is { } wait)
        {
            var page = await ShowCheckAsync(
                Outcome.Refuse(
                    "",
                    "Er komt nu heel veel van uw aansluiting. Wacht een paar minuten en probeer het dan nog eens."
                )
            );
            Response.StatusCode = StatusCodes.Status429TooManyRequests;
            Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString("0", CultureInfo.InvariantCulture);
            return page;
        }

        var (files, taken) = await intake.TakeAsync(nameof(Photos), Photos, Description, Aborted);
        if (!taken.Succeeded)
        {
            return await ShowCheckAsync(taken);
        }

        var receipt = "";
        return await DoAsync(
            async () =>
            {
                var raising = new SignalRaising(Db, Viewer, Raised(), Acts());
                var outcome = await raising.DoAsync(Aborted);
                if (raising.Signal is { } signal)
                {
                    signal.Subject.Files.AddRange(PhotoIntake.Rows(files, signal.Id, null, 0));
                    receipt = SignalLinks.Received(receipts.Token(signal.Id));
                }

                return outcome;
            },
            () => receipt,
            () => ShowCheckAsync()
        );
    }

    private RaisedSignal Raised()
    {
        var at = SpotChoice.Read(Spot);
        var byMail = EnteredForId is not null || ReachBy == ReachBy.Mail;
        return new RaisedSignal(
            new SignalWords(Kind, NewTitle, Text, PlaceNote, at?.Longitude, at?.Latitude),
            VillageId,
            ThemeId,
            Groups,
            IsKnown ? OnBehalfOfId : null,
            Viewer.IsSignedIn ? EnteredForId : null,
            RoadOf(Road),
            Line(Name),
            byMail ? Mail : "",
            Telephone,
            NameIsPublic
        );
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
