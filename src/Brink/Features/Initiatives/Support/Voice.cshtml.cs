using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Support;

/// <summary>Voices a concern (I5): at once for who is signed in, else after pressing a link in a mail.</summary>
[AllowAnonymous]
public sealed class VoiceModel(FollowLimit limit) : SupportPage(SupportAct.Voice)
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public Whereabouts Where { get; set; } = new();

    [BindProperty]
    public string Mail { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "klaar")]
    public string? Done { get; set; }

    private long made;

    public Task OnGetAsync() => ReadAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        await ReadAsync();
        if (!Viewer.IsSignedIn)
        {
            // Name and its showing are asked of whoever presses the link.
            (Where.NameIsPublic, Where.Name) = (false, "");
        }

        var typed = Outcome.Of([.. CheckText(Text), .. Where.Check()]);
        return typed.Succeeded
            ? await DoAsync(Viewer.IsSignedIn ? VoiceAsync : OrderMailAsync, () => Address, ReadAsync)
            : Refused(typed);
    }

    /// <summary>A concern has words, and as many as there is room for.</summary>
    public static IEnumerable<Refusal> CheckText(string? text) =>
        string.IsNullOrWhiteSpace(text)
            ? [new Refusal("Text", "Schrijf waarover u zich zorgen maakt.")]
            : Typed.Fits("Text", text, 1500, 4000);

    protected override async Task ReadAsync()
    {
        Where.KnownName = Viewer.Name;
        await Where.ReadAsync(this, Head.VillageId);
    }

    private string Address =>
        Viewer.IsSignedIn
            ? SupportLinks.OwnConcern(Head.Id, made) + "?bewaard=ja"
            : SupportLinks.Voice(Head.Id) + "?klaar=mail";

    private async Task<Outcome> VoiceAsync()
    {
        var actor = Acts();
        if (
            Where.AsksName
            && Where.TakeName(await Db.People.SingleAsync(p => p.Id == actor.PersonId, Aborted), actor) is { } named
        )
        {
            Db.Journal.Add(named);
        }

        var (outcome, concern) = await AddAsync(actor, By(actor, Where.NameIsPublic), isKnown: true);
        if (concern is not null)
        {
            made = concern.Id;
            Note(ConcernVerbs.Voiced, actor, ("concern", concern.Id));
        }

        return outcome;
    }

    private async Task<Outcome> OrderMailAsync()
    {
        var (outcome, person) = await MailToConfirm.OrderAsync(
            Db,
            limit,
            HttpContext,
            Mail,
            Acts(),
            to => MailMessage.ConfirmConcern(to, Head.Id, Time.GetUtcNow())
        );
        if (person is null)
        {
            return outcome;
        }

        var actor = Acts() with { PersonId = person.Id };
        Db.Journal.Add(JournalEntry.General(ConcernVerbs.LinkAsked, Acts(), ("subject", Head.Id)));
        // Whether this address did too much already is told to nobody who only typed it: the mail tells what waits.
        await AddAsync(actor, By(actor, nameIsPublic: false), isKnown: false);
        return Outcome.Done;
    }

    private Task<(Outcome Outcome, Concern? Concern)> AddAsync(Actor actor, Contribution provenance, bool isKnown) =>
        VoicedConcerns.AddAsync(Db, Head.Id, Text, Where.Choice.VillageId, provenance, actor, isKnown, Aborted);
}
