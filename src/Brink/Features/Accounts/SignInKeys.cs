namespace Brink.Features.Accounts;

/// <summary>Rules for what people sign in with.</summary>
public static class SignInKeys
{
    public const int ShortestPassword = 12;
    public const int LongestPassword = 200;
    private const int FewSigns = 4;

    /// <summary>One's own address, or a few signs over and over. Length does the rest; wrong tries are counted.</summary>
    public static bool IsEasyToGuess(string password, Person person)
    {
        var plain = password.ToUpperInvariant();
        var own = new[]
        {
            person.NormalizedEmail,
            person.NormalizedEmail?.Split('@')[0],
            person.Name.ToUpperInvariant(),
        };
        return plain.Distinct().Count() <= FewSigns
            || own.Any(part =>
                part is { Length: > 3 }
                && plain.Contains(part, StringComparison.Ordinal)
                && plain.Length < part.Length + FewSigns
            )
            || "1234567890123456789".Contains(plain, StringComparison.Ordinal)
            || "QWERTYUIOPASDFGHJKLZXCVBNM".Contains(plain, StringComparison.Ordinal);
    }
}
