using Brink.Features.Subjects;
using Brink.Platform.Database;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Initiatives.Acts;

/// <summary>What the page of any act shows of the initiative it is about.</summary>
/// <param name="SenderId">Who brought it in; null where only an organisation is known.</param>
public sealed record InitiativeHead(
    long Id,
    string Title,
    string Slug,
    string Village,
    long VillageId,
    string VillageSlug,
    IntakeState Intake,
    Phase Phase,
    OwnerType? OwnerType,
    string NextStep,
    DateOnly? NextStepDate,
    string NextStepBy,
    string What,
    string Why,
    long? SenderId,
    long? OnBehalfOfId,
    string? OnBehalfOf,
    long? EnteredForId,
    string? EnteredFor
)
{
    public string Address => InitiativeLinks.Show(Id, Slug);

    public static Task<InitiativeHead?> OfAsync(BrinkDb db, long id, CancellationToken cancellation) =>
        db
            .Initiatives.AsNoTracking()
            .Where(i => i.Id == id)
            .Select(i => new InitiativeHead(
                i.Id,
                i.Subject.Title,
                i.Subject.Slug,
                i.Village!.Subject!.Title,
                i.VillageId,
                i.Village.Subject.Slug,
                i.Intake,
                i.Phase,
                i.OwnerType,
                i.NextStep,
                i.NextStepDate,
                i.NextStepBy,
                i.What,
                i.Why,
                i.Contribution!.ByPersonId,
                i.Contribution.OnBehalfOfId,
                i.Contribution.OnBehalfOf!.Name,
                i.Contribution.EnteredForId,
                i.Contribution.EnteredFor!.Name
            ))
            .FirstOrDefaultAsync(cancellation);
}

/// <summary>In whose name the viewer acts for the initiators.</summary>
public enum Voice
{
    /// <summary>As the person who carries it.</summary>
    Own,

    /// <summary>For the association that brought it in, by a role in it.</summary>
    Association,

    /// <summary>For a sender who telephoned or wrote, marked as entered for them.</summary>
    Entered,
}
