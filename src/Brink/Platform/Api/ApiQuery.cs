using System.Globalization;
using Brink.Platform.Text;

namespace Brink.Platform.Api;

/// <summary>Reads what a program asked, and collects everything that is wrong with it before answering.</summary>
public sealed class ApiQuery
{
    public const string PageName = "pagina";
    public const string SizeName = "aantal";
    public const string BoxName = "bbox";

    private const int StandardSize = 20;
    private const int MostSize = 100;

    /// <summary>Deeper than anybody pages; who wants everything follows the links or filters.</summary>
    private const int LastPage = 100_000;
    private const int MostText = 200;

    private readonly HttpContext context;
    private readonly List<ApiMistake> mistakes = [];

    public ApiQuery(HttpContext context)
    {
        this.context = context;
        var known = context.GetEndpoint()?.Metadata.GetMetadata<ApiTakes>()?.Parameters ?? [];
        foreach (var (name, values) in context.Request.Query)
        {
            if (known.All(parameter => parameter.Name != name))
            {
                Mistake(name, "unknown", "Deze parameter bestaat hier niet.");
            }
            else if (values.Count > 1)
            {
                Mistake(name, "repeated", "Deze parameter mag één keer voorkomen.");
            }
        }

        Page = Between(PageName, 1, LastPage) ?? 1;
        Size = Between(SizeName, 1, MostSize) ?? StandardSize;
    }

    public int Page { get; }
    public int Size { get; }
    public int Skip => (Page - 1) * Size;
    public HttpContext Context => context;

    /// <summary>What is wrong, all at once; null when nothing is.</summary>
    public IResult? Refusal => mistakes.Count == 0 ? null : ApiProblem.BadRequest(mistakes);

    public long? Number(string name)
    {
        if (Given(name) is not { } text)
        {
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        Mistake(name, "number", "Geef een heel getal.");
        return null;
    }

    public string? Text(string name)
    {
        if (Given(name) is not { } text)
        {
            return null;
        }

        if (text.Length > MostText)
        {
            Mistake(name, "length", $"Geef hooguit {MostText} tekens.");
            return null;
        }

        var clean = TextRules.Clean(text);
        return clean.Length == 0 ? null : clean;
    }

    public T? Code<T>(string name, IReadOnlyDictionary<string, T> codes)
        where T : struct
    {
        if (Given(name) is not { } text)
        {
            return null;
        }

        if (codes.TryGetValue(text, out var value))
        {
            return value;
        }

        Mistake(name, "code", "Kies uit: " + string.Join(", ", codes.Keys) + ".");
        return null;
    }

    public BoundingBox? Box()
    {
        if (Given(BoxName) is not { } text)
        {
            return null;
        }

        if (BoundingBox.TryParse(text) is { } box)
        {
            return box;
        }

        Mistake(BoxName, "bbox", "Geef vier getallen: westen, zuiden, oosten, noorden in graden.");
        return null;
    }

    private int? Between(string name, int least, int most)
    {
        if (Given(name) is not { } text)
        {
            return null;
        }

        if (
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
        )
        {
            return number;
        }

        Mistake(name, "range", $"Geef een heel getal van {least} tot en met {most}.");
        return null;
    }

    private string? Given(string name) =>
        context.Request.Query.TryGetValue(name, out var values) && values.Count == 1 ? values[0] : null;

    private void Mistake(string name, string code, string detail) =>
        mistakes.Add(new ApiMistake("query", new ApiLocation(name), code, detail));
}
