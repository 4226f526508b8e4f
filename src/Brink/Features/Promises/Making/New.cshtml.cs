using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Time;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises.Making;

/// <summary>
/// Promises something, or asks something of another party, about anything that everybody can see. What one promises is
/// open at once; what one asks waits for a yes.
/// </summary>
[Authorize]
public sealed class NewPromiseModel : BrinkPage
{
    /// <summary>Unless somebody chooses another day.</summary>
    private const int UsualWorkingDays = 10;

    /// <summary>The subject it is about.</summary>
    [BindProperty(SupportsGet = true, Name = "over")]
    public long? About { get; set; }

    [BindProperty]
    public string? By { get; set; }

    [BindProperty]
    public string? What { get; set; }

    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public DateOnly? Due { get; set; }

    [BindProperty]
    public string? Where { get; set; }

    public PartyChoices Parties { get; private set; } = null!;
    public Subject Subject { get; private set; } = null!;
    public string Back => SubjectLinks.Of(Subject.Kind, Subject.Id, Subject.Slug);

    /// <summary>To be checked before it is sent; null while it is being written.</summary>
    public NewPromise? Checked { get; private set; }

    private CancellationToken Aborted => HttpContext.RequestAborted;

    public async Task<IActionResult> OnGetAsync()
    {
        Due = WorkingDays.Add(Today, UsualWorkingDays);
        if (await ReadAsync() is { } problem)
        {
            return problem;
        }

        // Who speaks for one party only, mostly asks for that one.
        To = Parties.Mine.Take(2).ToArray() is [var only] ? only.Code : null;
        return Page();
    }

    public async Task<IActionResult> OnPostCheckAsync()
    {
        if (await ReadAsync() is { } problem)
        {
            return problem;
        }

        var outcome = Read(out var read);
        if (!ModelState.IsValid || !outcome.Succeeded)
        {
            return Refused(outcome);
        }

        Checked = read;
        return Page();
    }

    /// <summary>Back to the questions, with what was answered.</summary>
    public async Task<IActionResult> OnPostChangeAsync() => await ReadAsync() ?? Page();

    public async Task<IActionResult> OnPostAsync()
    {
        if (await ReadAsync() is { } problem)
        {
            return problem;
        }

        Promise? made = null;
        return await DoAsync(
            async () =>
            {
                Db.ChangeTracker.Clear();
                var outcome = Read(out var read);
                if (!ModelState.IsValid || !outcome.Succeeded)
                {
                    return outcome.Succeeded ? Outcome.Refuse("", "Lees na wat u invulde.") : outcome;
                }

                var own = read!.Own.Party.OrganisationId;
                var viewer = await RoleAtHand.HoldAsync(Db, Viewer, own, Today, Aborted);
                var subject = await Visible().FirstOrDefaultAsync(s => s.Id == About, Aborted);
                if (subject is null || (own is { } organisation && !viewer.MayPromiseFor(organisation)))
                {
                    return Outcome.Refuse("", "Dit kan intussen niet meer. Bel de gemeente als u niet weet waarom.");
                }

                made = read.Make(subject, Viewer.PersonId, ActsFor(read.Own));
                return Outcome.Done;
            },
            () => PromiseLinks.Received(made!.Id)
        );
    }

    /// <summary>The viewer for the own party; for a resident whose words somebody else enters, as such.</summary>
    private Actor ActsFor(PartyChoice own) =>
        own.Party is { OrganisationId: null, PersonId: { } person } && person != Viewer.PersonId
            ? Acts() with
            {
                PersonId = person,
                EnteredById = Viewer.PersonId,
                Channel = Channel.Telephone,
            }
            : Acts(own.Party.OrganisationId);

    private Outcome Read(out NewPromise? read) =>
        NewPromise.Read(new PromiseForm(By, To, What, Where, Due), Parties, Today, out read);

    private async Task<IActionResult?> ReadAsync()
    {
        if (
            About is not { } id
            || await Visible().AsNoTracking().FirstOrDefaultAsync(s => s.Id == id, Aborted) is not { } found
        )
        {
            return NotFound();
        }

        Subject = found;
        Parties = await PartyChoices.LoadAsync(
            Db,
            T,
            Viewer,
            await Db.CarriersAsync(id, Aborted),
            found.Kind == SubjectKind.Dossier,
            Aborted
        );
        return Parties.Mine.Any() ? null : Forbid();
    }

    private IQueryable<Subject> Visible() => Db.Subjects.Where(s => s.Visibility == Visibility.Public);
}
