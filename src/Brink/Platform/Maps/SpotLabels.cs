namespace Brink.Platform.Maps;

/// <param name="X">Where the name begins.</param>
/// <param name="Y">The line it stands on.</param>
public sealed record SpotLabel(string Name, double X, double Y);

/// <summary>Puts names beside spots so that none covers another name or spot; a name without room is left out.</summary>
public static class SpotLabels
{
    /// <summary>Of the letters, in units of the drawing; the style sheet says the same.</summary>
    public const double Size = 13;

    /// <summary>Of a letter, as part of its size: a little more than the average of the typeface.</summary>
    private const double LetterWidth = 0.58;
    private const double Gap = 3;

    public static IReadOnlyList<SpotLabel> Place(
        MapProjection projection,
        IReadOnlyList<DrawnSpot> spots,
        double radius
    )
    {
        var at = spots.Select(spot => projection.Place(spot.At)).ToArray();
        var taken = at.Select(p => new Box(p.X - radius, p.Y - radius, 2 * radius, 2 * radius)).ToList();
        var placed = new List<SpotLabel>();
        foreach (var (spot, p) in spots.Zip(at))
        {
            var width = spot.Name.Length * Size * LetterWidth;
            var room = Around(p.X, p.Y, width, radius + Gap)
                .FirstOrDefault(box =>
                    box.X >= 0
                    && box.Y >= 0
                    && box.X + box.Width <= projection.Width
                    && box.Y + box.Height <= projection.Height
                    && !taken.Exists(box.Overlaps)
                );
            if (room is not null)
            {
                taken.Add(room);
                // The line under the letters lies a fifth above the bottom of what they take.
                placed.Add(new(spot.Name, room.X, room.Y + room.Height * 0.8));
            }
        }

        return placed;
    }

    private static IEnumerable<Box> Around(double x, double y, double width, double away) =>
        [
            new(x + away, y - Size / 2, width, Size),
            new(x - away - width, y - Size / 2, width, Size),
            new(x - width / 2, y - away - Size, width, Size),
            new(x - width / 2, y + away, width, Size),
        ];

    private sealed record Box(double X, double Y, double Width, double Height)
    {
        public bool Overlaps(Box other) =>
            X < other.X + other.Width && other.X < X + Width && Y < other.Y + other.Height && other.Y < Y + Height;
    }
}
