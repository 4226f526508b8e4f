using System.Globalization;

namespace Brink.Features.Shared;

/// <summary>One answer to choose from.</summary>
/// <param name="Description">What the answer means, under it; not shown in a drop-down list.</param>
public sealed record Choice(string Value, string Text, string? Description = null)
{
    public Choice(Enum value, string text, string? description = null)
        : this(value.ToString(), text, description) { }

    public Choice(long id, string text, string? description = null)
        : this(id.ToString(CultureInfo.InvariantCulture), text, description) { }
}
