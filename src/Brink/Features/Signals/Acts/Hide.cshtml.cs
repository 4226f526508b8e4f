using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Photos;
using Brink.Platform;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Signals.Acts;

/// <summary>The liaison takes private words or a photo away; who, when and why stay in the journal, the words nowhere.</summary>
public class HideModel(UnusedPhotos unused) : SignalActPage(SignalAct.HideDetails)
{
    private string[] removed = [];

    [BindProperty]
    public string? Words { get; set; }

    [BindProperty]
    public HideReason? Reason { get; set; }

    [BindProperty]
    public long? PhotoId { get; set; }

    public IReadOnlyList<SubjectFile> Photos { get; private set; } = [];

    public IReadOnlyList<Choice> Reasons =>
        [.. Enum.GetValues<HideReason>().Select(reason => new Choice(reason, T.NameOf(reason)))];

    private string address = "";

    public async Task<IActionResult> OnPostAsync()
    {
        var result = await DoAsync(HideAsync, () => address, ReadAsync);
        await unused.DeleteAsync(Db, removed, Aborted);
        return result;
    }

    protected override async Task ReadAsync()
    {
        await base.ReadAsync();
        Photos = await Db
            .SubjectFiles.AsNoTracking()
            .Where(f => f.SubjectId == Head.Id)
            .OrderBy(f => f.Order)
            .ToArrayAsync(Aborted);
    }

    private async Task<Outcome> HideAsync()
    {
        var signal = await LoadAsync();
        var actor = ActsAsOfficial();
        Outcome outcome;
        if (PhotoId is { } photo)
        {
            await Db.Entry(signal.Subject).Collection(s => s.Files).LoadAsync(Aborted);
            removed = [.. signal.Subject.Files.Where(f => f.Id == photo).Select(f => f.Hash)];
            outcome = signal.HidePhoto(photo, Reason ?? HideReason.Recognisable, actor);
        }
        else if (Reason is not { } reason)
        {
            outcome = Outcome.Refuse(nameof(Reason), "Kies waarom dit weg moet.");
        }
        else
        {
            outcome = signal.HidePassage(Words ?? "", reason, actor);
        }

        address = SignalLinks.Show(signal.Id, signal.Subject.Slug);
        return outcome;
    }
}
