using Brink.Features.Accounts;
using Brink.Features.Journal;
using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Notices;

/// <summary>The link in the mail: shows that the address is the follower's and asks how often.</summary>
[AllowAnonymous]
public sealed class ConfirmFollowModel : BrinkPage
{
    [BindProperty]
    public Frequency Frequency { get; set; } = Frequency.AtOnce;
    public string Title { get; private set; } = "";
    public string Back { get; private set; } = "/";
    public bool IsUsed { get; private set; }
    public bool IsExpired { get; private set; }

    public async Task<IActionResult> OnGetAsync(string secret) => await LoadAsync(secret) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(string secret)
    {
        if (await LoadAsync(secret) is null)
        {
            return NotFound();
        }

        return await DoAsync(
            async () =>
            {
                var link = (await LoadAsync(secret))!;
                var used = link.Use(Time.GetUtcNow());
                if (!used.Succeeded)
                {
                    return used;
                }

                var person = await Db.People.SingleAsync(p => p.Id == link.PersonId);
                if (!person.EmailConfirmed)
                {
                    person.EmailConfirmed = true;
                    Db.Journal.Add(
                        JournalEntry.General(
                            PlacesVerbs.PersonChanged,
                            Acts() with
                            {
                                PersonId = person.Id,
                            },
                            ("person", person.Id)
                        )
                    );
                }

                await Following.ChooseAsync(
                    Db,
                    link.PersonId,
                    link.SubjectId!.Value,
                    Frequency,
                    Time.GetUtcNow(),
                    HttpContext.RequestAborted
                );
                return Outcome.Done;
            },
            () => NoticeLinks.ConfirmFollow(secret),
            () => LoadAsync(secret)
        );
    }

    private async Task<AccessLink?> LoadAsync(string secret)
    {
        Response.Headers.CacheControl = "no-store";
        var hash = Secret.Hash(secret);
        var found = await Db
            .AccessLinks.Where(l => l.SecretHash == hash && l.Purpose == LinkPurpose.ConfirmFollow)
            .FirstOrDefaultAsync();
        var subject = found is null
            ? null
            : await Db
                .Subjects.Where(s => s.Id == found.SubjectId && s.Visibility == Visibility.Public)
                .Select(s => new
                {
                    s.Id,
                    s.Title,
                    s.Kind,
                    s.Slug,
                })
                .FirstOrDefaultAsync();
        if (found is null || subject is null)
        {
            return null;
        }

        (Title, Back) = (subject.Title, SubjectLinks.Of(subject.Kind, subject.Id, subject.Slug));
        (IsUsed, IsExpired) = (found.UsedAt is not null, found.ExpiresAt <= Time.GetUtcNow());
        return found;
    }
}
