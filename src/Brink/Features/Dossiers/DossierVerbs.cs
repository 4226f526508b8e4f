namespace Brink.Features.Dossiers;

public static class DossierVerbs
{
    /// <summary>Everybody reads it from now on.</summary>
    public const string Opened = "dossier.opened";
    public const string WentOn = "dossier.went-on";
    public const string Edited = "dossier.edited";

    /// <summary>What is fixed, what is open or how far villages take part became something else.</summary>
    public const string RoomChanged = "dossier.room-changed";
    public const string Replanned = "dossier.replanned";
    public const string HandedOver = "dossier.handed-over";
    public const string OwnerLeft = "dossier.owner-left";
    public const string Decided = "dossier.decided";
    public const string Stopped = "dossier.stopped";

    /// <summary>At each of these, who contributed hears what became of it (C9).</summary>
    public static readonly IReadOnlyList<string> Stages = [WentOn, Decided, Stopped];

    /// <summary>Villages or themes were added to it or taken off. About: <c>revision</c>.</summary>
    public const string PlacesChanged = "dossier.places-changed";

    /// <summary>Somebody more reads it in confidence, or no longer. About: <c>reader</c>.</summary>
    public const string ReaderAdded = "dossier.confidential-reader-added";
    public const string ReaderRemoved = "dossier.confidential-reader-removed";

    /// <summary>The liaison told an association that doesn't want it by mail.</summary>
    public const string Told = "dossier.told";

    /// <summary>Put before named readers, in confidence.</summary>
    public const string SoundedOut = "dossier.sounded-out";
    public const string WordGiven = "dossier.confidential-word";
    public const string ConfidenceEndsSoon = "dossier.confidential-reminder";
    public const string ConfidenceEnded = "dossier.confidence-ended";
    public const string Withdrawn = "dossier.withdrawn";
}
