using Brink.Features.Places;
using Brink.Features.Shared;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Developments;

/// <summary>What is asked of a development, the same for a new one and for a change.</summary>
public sealed class DevelopmentForm
{
    public string? NewTitle { get; set; }
    public DevelopmentLevel Level { get; set; } = DevelopmentLevel.Municipal;
    public string? What { get; set; }
    public string? Meaning { get; set; }
    public DateOnly? ActBy { get; set; }
    public string? Source { get; set; }
    public long? FollowerId { get; set; }
    public bool IsPublic { get; set; }

    public IReadOnlyList<Choice> Levels { get; private set; } = [];
    public IReadOnlyList<Choice> Board { get; private set; } = [];

    /// <summary>Who may follow it: the board of the umbrella, today. One query.</summary>
    public async Task LoadAsync(BrinkDb db, Texts T, long umbrellaId, DateOnly today, CancellationToken cancellation)
    {
        Levels = [.. Enum.GetValues<DevelopmentLevel>().Select(level => new Choice(level, T.NameOf(level)))];
        var board = await db
            .RoleHoldings.AsNoTracking()
            .Where(h => h.OrganisationId == umbrellaId && Accounts.Viewer.SpeakingRoles.Contains(h.Role))
            .Where(h => h.From <= today && (h.To == null || h.To >= today))
            .Select(h => new { h.PersonId, h.Person!.Name })
            .Distinct()
            .OrderBy(h => h.Name)
            .ToArrayAsync(cancellation);
        Board = [.. board.Select(h => new Choice(h.PersonId, h.Name))];
    }

    public void Fill(Development development) =>
        (NewTitle, Level, What, Meaning, ActBy, Source, FollowerId, IsPublic) = (
            development.Subject.Title,
            development.Level,
            development.What,
            development.Meaning,
            development.ActBy,
            development.Source,
            development.FollowerId,
            development.IsPublic
        );

    public Outcome Check() =>
        Outcome.Of([
            .. string.IsNullOrWhiteSpace(NewTitle)
                ? [new Refusal(Field(nameof(NewTitle)), "Zeg in een paar woorden waar het om gaat.")]
                : Array.Empty<Refusal>(),
            .. string.IsNullOrWhiteSpace(What)
                ? [new Refusal(Field(nameof(What)), "Schrijf wat er aan de hand is.")]
                : Array.Empty<Refusal>(),
            .. WebAddress.Read(Source) is null
                ? [new Refusal(Field(nameof(Source)), "Dit is geen adres van een website.")]
                : Array.Empty<Refusal>(),
            .. FollowerId is { } follower && Board.All(b => b.Value != new Choice(follower, "").Value)
                ? [new Refusal(Field(nameof(FollowerId)), "Kies iemand uit de lijst.")]
                : Array.Empty<Refusal>(),
            .. Typed.Fits(Field(nameof(NewTitle)), NewTitle, 100, 180),
            .. Typed.Fits(Field(nameof(What)), What, 3000, 20000),
            .. Typed.Fits(Field(nameof(Meaning)), Meaning, 3000, 20000),
        ]);

    public DevelopmentWords Words() =>
        new(
            TextRules.Line(NewTitle),
            Level,
            What ?? "",
            Meaning ?? "",
            ActBy,
            WebAddress.Read(Source) ?? "",
            FollowerId,
            IsPublic
        );

    /// <summary>The form is the property Input of its page.</summary>
    private static string Field(string name) => "Input." + name;
}

/// <summary>A page with that form.</summary>
public interface IDevelopmentForm
{
    DevelopmentForm Input { get; }
}
