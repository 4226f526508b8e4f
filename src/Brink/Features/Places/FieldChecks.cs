using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Places;

internal static class FieldChecks
{
    private const int FirstYear = 1900;
    private const int MostYearsAhead = 100;

    /// <summary>Says at the field what is wrong with the text, if anything is.</summary>
    public static void Check(this List<Refusal> refusals, string field, TextCheck text)
    {
        if (text.Problem is { } problem)
        {
            refusals.Add(new Refusal(field, problem, text.Arguments));
        }
    }

    public static void CheckTelephone(this List<Refusal> refusals, string field, TextCheck typed)
    {
        if (!typed.IsEmpty && !TelephoneNumber.IsOne(typed.Text))
        {
            refusals.Add(
                new Refusal(field, "Dit telefoonnummer klopt niet. Een goed nummer is bijvoorbeeld 0593 123 456.")
            );
        }
    }

    /// <summary>A day somebody may mean: not a year that is one digit wrong.</summary>
    public static void CheckDay(this List<Refusal> refusals, string field, DateOnly? day, DateOnly today)
    {
        var last = today.Year + MostYearsAhead;
        if (day is { } given && (given.Year < FirstYear || given.Year > last))
        {
            refusals.Add(
                new Refusal(
                    field,
                    "Deze dag kan niet kloppen. Vul een jaar in van {0} tot en met {1}.",
                    FirstYear,
                    last
                )
            );
        }
    }
}
