namespace Brink.Features.Signals;

public enum SignalKind
{
    /// <summary>Something that could become good.</summary>
    Chance,

    /// <summary>Something that goes wrong or is in the way.</summary>
    Bottleneck,

    /// <summary>Something broken, where the municipality has no road of its own for that (S6).</summary>
    Defect,
}

/// <summary>How far it is; the drawing stands in docs/states/signal.md.</summary>
public enum SignalState
{
    AwaitingConfirmation,

    /// <summary>Public, and the municipality has not looked at it yet.</summary>
    Open,

    /// <summary>The liaison looked at it and gave a date for the answer.</summary>
    Triaged,
    Answered,

    /// <summary>Goes on in another signal.</summary>
    Merged,
    Withdrawn,
}

public enum SignalAnswer
{
    /// <summary>'Pakken we op.'</summary>
    TakenUp,

    /// <summary>'Doen we niet, want.'</summary>
    NotBecause,

    /// <summary>'Ligt bij een ander.'</summary>
    WithAnother,
}

/// <summary>Why the liaison took something private away; the journal keeps this and never the words.</summary>
public enum HideReason
{
    Name,
    Address,
    Reach,
    Health,
    Recognisable,
    Other,
}

/// <summary>What somebody tells, cleaned and checked.</summary>
public sealed record SignalWords(
    SignalKind Kind,
    string Title,
    string Text,
    string PlaceNote = "",
    double? Longitude = null,
    double? Latitude = null
);
