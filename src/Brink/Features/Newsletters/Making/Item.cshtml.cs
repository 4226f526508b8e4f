using System.Globalization;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Newsletters.Making;

/// <summary>One part of the newsletter: own words with what happened, or the text of a heading.</summary>
public sealed class ItemModel : NewsletterPage
{
    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public bool HidesFacts { get; set; }

    /// <summary>Which words the form began with.</summary>
    [BindProperty]
    public string? Read { get; set; }

    public string Name { get; private set; } = "";
    public bool IsHeading { get; private set; }
    public string Title { get; private set; } = "";
    public string Facts { get; private set; } = "";
    public string? OfColleague { get; private set; }

    private long ItemId => long.Parse((string)RouteData.Values["item"]!, CultureInfo.InvariantCulture);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await FindAsync() is not { } item)
        {
            return NotFound();
        }

        (Words, HidesFacts, Read) = (item.IsHeading ? item.Heading : item.Words, !item.ShowsFacts, item.WordsVersion);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        if (await FindAsync() is not { } item)
        {
            return NotFound();
        }

        var words = item.IsHeading ? TextRules.Line(Words) : TextRules.Clean(Words);
        var most = item.IsHeading ? Newsletter.LongestHeading : Newsletter.LongestWords;
        var tooLong = Outcome.Of(Typed.Fits(nameof(Words), words, most, most * 3));
        if (!tooLong.Succeeded)
        {
            return Refused(tooLong);
        }

        return await DoAsync(
            async () => (await LoadAsync()).WriteItem(ItemId, words, !HidesFacts, Read, ActsInOffice()),
            () => string.Create(CultureInfo.InvariantCulture, $"{NewsletterLinks.Make(Id)}#onderdeel-{ItemId}"),
            ReadAsync
        );
    }

    private async Task ReadAsync()
    {
        if (await FindAsync() is { } item && Read != item.WordsVersion)
        {
            OfColleague = item.IsHeading ? item.Heading : item.Words;
            Read = item.WordsVersion;
            ModelState.Remove(nameof(Read));
        }
    }

    /// <summary>Null when there is none, or a colleague took it out.</summary>
    private async Task<NewsletterItem?> FindAsync()
    {
        var newsletter = await ReadNewsletterAsync();
        Name = newsletter.Subject.Title;
        if (newsletter.Items.Find(one => one.Id == ItemId) is not { } item)
        {
            return null;
        }

        IsHeading = item.IsHeading;
        if (item.SubjectId is not { } subject)
        {
            return item;
        }

        Title =
            await Db
                .Subjects.Where(s => s.Id == subject && s.Visibility == Subjects.Visibility.Public)
                .Select(s => s.Title)
                .FirstOrDefaultAsync(Aborted)
            ?? T["Een onderwerp dat niet meer openbaar is"];
        using var dutch = T.Languages.Use(Languages.Default);
        Facts = string.Join(
            ' ',
            (await WhatHappened.SentencesAsync(Db, T, [subject], newsletter.Since, Aborted))
                .GetValueOrDefault(subject, [])
                .TakeLast(3)
        );
        return item;
    }
}
