using System.Text.RegularExpressions;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Localisation;
using Brink.Platform.Text;

namespace Brink.Features.Places;

/// <summary>What a village is, as a form or a line of a file says it.</summary>
/// <param name="CbsCodes">Separated by spaces, commas or upright bars.</param>
public sealed record VillageFacts(
    string? VillageName,
    VillageKind? Kind,
    VillageSize StatedSize,
    double? Latitude,
    double? Longitude,
    string? CbsCodes
);

/// <summary>What an administrator changes of a village (P2).</summary>
public partial class Village
{
    public const int LongestName = 120;
    private const int LongestSource = 200;
    private const int FirstYear = 1800;
    private const int MostInhabitants = 2_000_000;
    private const int MostCodes = 60;

    /// <param name="isTaken">Whether another village bears the name.</param>
    public static Outcome Add(VillageFacts facts, bool isTaken, Actor actor, out Village village)
    {
        village = Create(facts.VillageName ?? "", facts.Kind ?? VillageKind.Village, actor.At);
        return village.Write(facts, isTaken, PlacesVerbs.VillageAdded, actor);
    }

    public Outcome Change(VillageFacts facts, bool isTaken, Actor actor) =>
        Write(facts, isTaken, PlacesVerbs.VillageChanged, actor);

    /// <summary>A figure of a year with its source; a new one of the same year takes its place.</summary>
    public Outcome RecordInhabitants(int? year, int? number, string? source, Actor actor)
    {
        var from = TextRules.Line(source, LongestSource);
        var refusals = new List<Refusal>();
        if (year is null || year < FirstYear || year > actor.Today.Year)
        {
            refusals.Add(new Refusal("Year", "Vul een jaar in van {0} tot en met {1}.", FirstYear, actor.Today.Year));
        }

        if (number is null)
        {
            refusals.Add(new Refusal("Number", "Vul het aantal inwoners in, zoals 665."));
        }
        else if (number is < 0 or > MostInhabitants)
        {
            refusals.Add(
                new Refusal("Number", "Vul een aantal in van 0 tot en met {0}.", Formats.Number(MostInhabitants))
            );
        }

        if (from.IsEmpty)
        {
            refusals.Add(new Refusal("Source", "Schrijf waar het getal vandaan komt."));
        }

        refusals.Check("Source", from);
        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        if (Inhabitants.FirstOrDefault(i => i.Year == year) is { } known)
        {
            (known.Number, known.Source) = (number!.Value, from.Text);
        }
        else
        {
            Inhabitants.Add(
                new VillageInhabitants
                {
                    Year = year!.Value,
                    Number = number!.Value,
                    Source = from.Text,
                }
            );
        }

        Subject!.Happened(PlacesVerbs.InhabitantsRecorded, actor, ("year", year!.Value));
        return Outcome.Done;
    }

    public Outcome ForgetInhabitants(int year, Actor actor)
    {
        if (Inhabitants.RemoveAll(i => i.Year == year) == 0)
        {
            return Outcome.Refuse("", "Dit getal staat er niet meer.");
        }

        Subject!.Happened(PlacesVerbs.InhabitantsRecorded, actor, ("year", year), ("removed", true));
        return Outcome.Done;
    }

    private Outcome Write(VillageFacts facts, bool isTaken, string verb, Actor actor)
    {
        var name = TextRules.Line(facts.VillageName, LongestName);
        var codes = CodesOf(facts.CbsCodes);
        var refusals = new List<Refusal>();
        if (name.IsEmpty)
        {
            refusals.Add(new Refusal(nameof(facts.VillageName), "Vul de naam in."));
        }
        else if (isTaken)
        {
            refusals.Add(new Refusal(nameof(facts.VillageName), "Er is al een dorp met deze naam."));
        }

        refusals.Check(nameof(facts.VillageName), name);
        if (facts.Kind is null || !Enum.IsDefined(facts.Kind.Value))
        {
            refusals.Add(new Refusal(nameof(facts.Kind), "Kies dorp, buurtschap of wijk."));
        }

        if ((facts.Latitude is null) != (facts.Longitude is null))
        {
            var missing = facts.Latitude is null ? nameof(facts.Latitude) : nameof(facts.Longitude);
            refusals.Add(new Refusal(missing, "Vul beide getallen van de plek in, of geen van beide."));
        }

        // The Netherlands in Europe, with some room.
        if (facts.Latitude is < 50 or > 54)
        {
            refusals.Add(
                new Refusal(
                    nameof(facts.Latitude),
                    "Deze breedtegraad ligt niet in Nederland. Een goed voorbeeld: 52,8699."
                )
            );
        }

        if (facts.Longitude is < 3 or > 8)
        {
            refusals.Add(
                new Refusal(
                    nameof(facts.Longitude),
                    "Deze lengtegraad ligt niet in Nederland. Een goed voorbeeld: 6,5184."
                )
            );
        }

        if (codes.Length > MostCodes || codes.Any(code => !CbsCodeForm().IsMatch(code)))
        {
            refusals.Add(
                new Refusal(
                    nameof(facts.CbsCodes),
                    "Een code van een gebied begint met WK of BU en heeft daarna cijfers, zoals BU17310100."
                )
            );
        }

        if (refusals.Count > 0)
        {
            return Outcome.Of(refusals);
        }

        Subject!.Rename(name.Text);
        Kind = facts.Kind!.Value;
        StatedSize = facts.StatedSize;
        (Latitude, Longitude) = (facts.Latitude, facts.Longitude);
        CbsCodes = codes;
        Subject.Happened(verb, actor);
        return Outcome.Done;
    }

    private static string[] CodesOf(string? typed) =>
        [
            .. (typed ?? "")
                .ToUpperInvariant()
                .Split([' ', ',', ';', '|', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries)
                .Distinct(),
        ];

    [GeneratedRegex("^(WK[0-9]{6}|BU[0-9]{8})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CbsCodeForm();
}
