namespace Brink.Platform.Api;

public enum ApiType
{
    Text,
    Number,
    Code,
}

/// <summary>One thing a reader may ask, as the description of the interface shows it.</summary>
/// <param name="Codes">For <see cref="ApiType.Code"/>: the answers that are understood.</param>
public sealed record ApiParameter(
    string Name,
    string Description,
    ApiType Type = ApiType.Text,
    IReadOnlyList<string>? Codes = null
)
{
    public static readonly ApiParameter Page = new(ApiQuery.PageName, "Welke pagina, vanaf 1.", ApiType.Number);

    public static readonly ApiParameter Size = new(
        ApiQuery.SizeName,
        "Hoeveel op een pagina, van 1 tot en met 100; zonder keuze 20.",
        ApiType.Number
    );

    public static readonly ApiParameter Village = new("dorp", "Nummer van een dorp.", ApiType.Number);

    public static readonly ApiParameter Box = new(
        ApiQuery.BoxName,
        "Alleen binnen dit vak: westen, zuiden, oosten, noorden in graden (WGS 84), gescheiden door komma's."
    );

    public static ApiParameter Code(string name, string description, IEnumerable<string> codes) =>
        new(name, description, ApiType.Code, [.. codes]);
}

/// <summary>What an address understands.</summary>
public sealed record ApiTakes(IReadOnlyList<ApiParameter> Parameters);
