namespace Brink.Features.Shared;

public enum PhaseState
{
    Done,
    Now,
    ToCome,
}

/// <param name="Since">'sinds 3 november 2026', as text in the language of the page.</param>
public sealed record PhaseStep(string Name, PhaseState State, string? Since = null);

/// <param name="Note">Where it stands beside the path: 'Ligt stil sinds 3 november 2026'.</param>
public sealed record PhasePath(IReadOnlyList<PhaseStep> Steps, string? Note = null);

public sealed record Status(string Text, StatusKind Kind = StatusKind.Neutral);

/// <summary>One thing in a list, with what somebody wants to know before opening it.</summary>
/// <param name="Needed">What is needed now, or what comes next, in a sentence.</param>
/// <param name="Picture">Address of a photo, or of a drawing from <see cref="ThemePictures"/>.</param>
public sealed record ListRow(
    string Title,
    string Href,
    string? Place = null,
    Status? Status = null,
    string? When = null,
    string? Needed = null,
    PromiseLine? Promise = null,
    string? Picture = null,
    string? Provenance = null
);

public enum PromiseTone
{
    Open,
    Soon,
    Late,
    Kept,
    Released,
}

/// <param name="Text">Who does what by when: 'De gemeente antwoordt uiterlijk 4 december.'</param>
/// <param name="Detail">What to know besides: a reason, whom to call.</param>
public sealed record PromiseLine(string Text, PromiseTone Tone = PromiseTone.Open, string? Detail = null);

/// <param name="Role">'dorpscontactambtenaar voor Hijken'</param>
/// <param name="Href">A page on which the person can be reached, when there is neither telephone nor mail.</param>
public sealed record ContactCard(
    string Name,
    string Role,
    string? Phone = null,
    string? Mail = null,
    string? Href = null,
    string? Note = null
)
{
    public string? PhoneHref =>
        Phone is null ? null : "tel:" + string.Concat(Phone.Where(sign => char.IsAsciiDigit(sign) || sign == '+'));
}

public enum EntryTone
{
    Plain,
    People,
    Answer,
}

/// <param name="When">The day as text in the language of the page; <paramref name="Day"/> is for machines.</param>
public sealed record TimelineEntry(
    DateOnly Day,
    string When,
    string Title,
    string? Text = null,
    string? By = null,
    string? Provenance = null,
    EntryTone Tone = EntryTone.Plain,
    IReadOnlyList<Photo>? Photos = null
);

public sealed record Photo(string Href, string Thumbnail, string Description);

public sealed record Timeline(IReadOnlyList<TimelineEntry> Entries);

public sealed record EmptyState(string Title, string Text, string? ActText = null, string? ActHref = null);

/// <param name="Page">Counts from 1.</param>
/// <param name="Href">The address of a page.</param>
public sealed record Pagination(int Page, int Pages, Func<int, string> Href)
{
    /// <summary>The first, the last and those around the current one; null is a gap.</summary>
    public IEnumerable<int?> Shown
    {
        get
        {
            var before = 0;
            foreach (var page in new SortedSet<int> { 1, Page - 1, Page, Page + 1, Pages })
            {
                if (page < 1 || page > Pages)
                    continue;
                if (page - before == 2)
                    yield return before + 1;
                else if (page - before > 2)
                    yield return null;
                yield return page;
                before = page;
            }
        }
    }
}

/// <param name="Count">How many are left when this one is chosen.</param>
public sealed record FilterLink(string Text, string Href, int Count, bool IsChosen = false);

public sealed record FilterGroup(string Name, IReadOnlyList<FilterLink> Links);

/// <param name="Action">The address that the search form asks.</param>
/// <param name="Keep">What else is chosen, sent along with a search.</param>
/// <param name="Found">'12 initiatieven'</param>
/// <param name="ClearHref">Without any filter; null when none is chosen.</param>
public sealed record FilterBar(
    string Action,
    string Query,
    string Label,
    string Found,
    IReadOnlyList<FilterGroup> Groups,
    IReadOnlyList<KeyValuePair<string, string>>? Keep = null,
    string? ClearHref = null
);

/// <param name="ChangeHref">Back to the question; null when it can't be changed any more.</param>
public sealed record Answer(string Question, string Text, string? ChangeHref = null);

public sealed record AnswerList(IReadOnlyList<Answer> Answers);

/// <param name="Number">What to mention when calling.</param>
/// <param name="Next">What happens next and when, step by step.</param>
public sealed record Receipt(string Title, string? Number, string Text, IReadOnlyList<string> Next);

/// <param name="Text">'Ingevoerd door Dorpsbelangen Hijken, per telefoon'</param>
public sealed record Provenance(string Text);

/// <summary>'vraag 2 van 5'</summary>
public sealed record StepProgress(int Step, int Of);
