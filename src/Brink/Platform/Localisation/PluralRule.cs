using System.Globalization;

namespace Brink.Platform.Localisation;

/// <summary>
/// Which plural form a number takes, from the Plural-Forms line of a PO header: a C expression in <c>n</c>
/// (GNU gettext manual, 11.2.6 'Additional functions for plural forms').
/// </summary>
public sealed class PluralRule
{
    /// <summary>One, and the rest: Dutch, English, German, Frisian.</summary>
    public static readonly PluralRule Germanic = new(2, n => n == 1 ? 0 : 1);

    private readonly Func<long, long> form;

    private PluralRule(int forms, Func<long, long> form) => (Forms, this.form) = (forms, form);

    public int Forms { get; }

    public int FormOf(long number) => (int)form(Math.Abs(number));

    /// <param name="header">For instance <c>nplurals=2; plural=n != 1;</c></param>
    /// <exception cref="FormatException">Not of that form, or it names a form that doesn't exist.</exception>
    public static PluralRule Parse(string header)
    {
        var fields = header.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (
            fields.Length != 2
            || !fields[0].StartsWith("nplurals=", StringComparison.Ordinal)
            || !int.TryParse(fields[0].AsSpan(9), NumberStyles.None, CultureInfo.InvariantCulture, out var forms)
            || !fields[1].StartsWith("plural=", StringComparison.Ordinal)
        )
            throw new FormatException($"Plural-Forms can't be read: {header}");
        var rule = new PluralRule(forms, new Expression(fields[1][7..]).Read());
        for (var n = 0; n <= 1000; n++)
            if (rule.form(n) is var form && (form < 0 || form >= forms))
                throw new FormatException($"Plural-Forms gives form {form} for {n}, of {forms} forms");
        return rule;
    }

    private sealed class Expression(string text)
    {
        // Loosest binding first.
        private static readonly string[][] Levels =
        [
            ["||"],
            ["&&"],
            ["==", "!="],
            ["<=", ">=", "<", ">"],
            ["+", "-"],
            ["*", "/", "%"],
        ];
        private int at;

        public Func<long, long> Read()
        {
            var result = Choice(0);
            Space();
            return at == text.Length ? result : throw Unreadable();
        }

        private Func<long, long> Choice(int depth)
        {
            if (depth > 100)
                throw Unreadable();
            var condition = Binary(0, depth);
            if (!Take("?"))
                return condition;
            var yes = Choice(depth + 1);
            if (!Take(":"))
                throw Unreadable();
            var no = Choice(depth + 1);
            return n => condition(n) != 0 ? yes(n) : no(n);
        }

        private Func<long, long> Binary(int level, int depth)
        {
            if (level == Levels.Length)
                return Single(depth);
            var left = Binary(level + 1, depth);
            while (Array.Find(Levels[level], Take) is { } sign)
                left = Join(sign, left, Binary(level + 1, depth));
            return left;
        }

        private static Func<long, long> Join(string sign, Func<long, long> a, Func<long, long> b) =>
            sign switch
            {
                "||" => n => a(n) != 0 || b(n) != 0 ? 1 : 0,
                "&&" => n => a(n) != 0 && b(n) != 0 ? 1 : 0,
                "==" => n => a(n) == b(n) ? 1 : 0,
                "!=" => n => a(n) != b(n) ? 1 : 0,
                "<=" => n => a(n) <= b(n) ? 1 : 0,
                ">=" => n => a(n) >= b(n) ? 1 : 0,
                "<" => n => a(n) < b(n) ? 1 : 0,
                ">" => n => a(n) > b(n) ? 1 : 0,
                "+" => n => a(n) + b(n),
                "-" => n => a(n) - b(n),
                "*" => n => a(n) * b(n),
                "/" => n => b(n) is var by && by != 0 ? a(n) / by : -1,
                _ => n => b(n) is var by && by != 0 ? a(n) % by : -1,
            };

        private Func<long, long> Single(int depth)
        {
            if (Take("!"))
            {
                var negated = depth > 100 ? throw Unreadable() : Single(depth + 1);
                return n => negated(n) == 0 ? 1 : 0;
            }
            if (Take("("))
            {
                var inner = Choice(depth + 1);
                return Take(")") ? inner : throw Unreadable();
            }
            if (Take("n"))
                return n => n;
            Space();
            var start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]) && at - start < 9)
                at++;
            if (at == start)
                throw Unreadable();
            var number = long.Parse(text.AsSpan(start, at - start), NumberStyles.None, CultureInfo.InvariantCulture);
            return _ => number;
        }

        private bool Take(string sign)
        {
            Space();
            if (string.CompareOrdinal(text, at, sign, 0, sign.Length) != 0)
                return false;
            // '!' is a sign of its own, '!=' another.
            if (sign == "!" && at + 1 < text.Length && text[at + 1] == '=')
                return false;
            at += sign.Length;
            return true;
        }

        private void Space()
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
                at++;
        }

        private FormatException Unreadable() => new($"plural expression can't be read at {at}: {text}");
    }
}
