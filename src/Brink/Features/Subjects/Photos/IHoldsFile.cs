namespace Brink.Features.Subjects.Photos;

/// <summary>A row with a file that is no photo of a subject. Erasing a person takes it from the disk when the row lets it go.</summary>
public interface IHoldsFile
{
    /// <summary>Empty for none.</summary>
    string FileHash { get; }
}
