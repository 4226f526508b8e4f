using Brink.Features.Subjects;

namespace Brink.Features.Initiatives;

/// <summary>What stands on the page of one initiative.</summary>
/// <param name="By">The sender's name, where the sender chose to show it.</param>
/// <param name="OnBehalfOf">The association that brought it in for itself.</param>
/// <param name="EnteredFor">The organisation that entered it for the sender.</param>
public sealed record InitiativeView(
    long Id,
    string Title,
    string Slug,
    Visibility Visibility,
    long VillageId,
    string Village,
    string VillageSlug,
    string What,
    string Why,
    string Companions,
    InitiatorKind InitiatorKind,
    string GroupName,
    OwnerType? OwnerType,
    double? Longitude,
    double? Latitude,
    string PlaceNote,
    Phase Phase,
    DateOnly PhaseSince,
    string NextStep,
    DateOnly? NextStepDate,
    string NextStepBy,
    IntakeState Intake,
    AnswerKind? Answer,
    string AnswerText,
    DateTimeOffset? AnsweredAt,
    string Lessons,
    bool IsExample,
    string? By,
    string? OnBehalfOf,
    string? EnteredFor,
    Channel Channel,
    DateTimeOffset At,
    string? Drawing,
    bool HasQuestions,
    bool HasRequirements,
    bool HasUpdates,
    bool HasGroundRules,
    bool HasBudget,
    bool HasLinks,
    bool HasGroups,
    bool HasHelp,
    bool HasFiles
);

public sealed record QuestionView(
    long Id,
    string Text,
    DateTimeOffset AskedAt,
    string? AskedBy,
    string? Reply,
    DateTimeOffset? RepliedAt,
    string? ReplyFor,
    string? ReplyEnteredFor,
    Channel? ReplyChannel
);

public sealed record UpdateView(
    long Id,
    string Text,
    DateTimeOffset At,
    string? By,
    string? OnBehalfOf,
    string? EnteredFor,
    Channel Channel
);

public sealed record FileView(long Id, long? PartId, string Description);

public sealed record ThemeView(long Id, string Title);
