namespace Brink.Features.Initiatives.HandIn;

/// <summary>The section <c>HandIn</c> of the configuration, as far as it is about time.</summary>
public sealed class HandInTerms
{
    /// <summary>Days in which an idea must be confirmed; after that it goes, with what it says of people.</summary>
    public int DaysToConfirm { get; set; } = 14;

    public TimeSpan ToConfirm => TimeSpan.FromDays(DaysToConfirm);
}
