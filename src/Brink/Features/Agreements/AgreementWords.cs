using Brink.Features.Shared;
using Brink.Features.Subjects;
using Brink.Platform.Localisation;

namespace Brink.Features.Agreements;

/// <summary>One article of a text.</summary>
/// <param name="Heading">Empty for what stands before the first heading.</param>
public sealed record Article(string Heading, string Text);

/// <summary>One party and what it says of a version.</summary>
/// <param name="Answer">Null as long as it said nothing, which is neither yes nor no.</param>
public sealed record PartyRow(long Id, string Name, AgreementAnswer? Answer, string? Provenance);

public static class AgreementWords
{
    public static string NameOf(this Texts T, AgreementKind kind) =>
        kind switch
        {
            AgreementKind.Covenant => T["Convenant"],
            AgreementKind.Cooperation => T["Samenwerkingsovereenkomst"],
            _ => T["Maatschappelijk akkoord"],
        };

    public static Status StatusOf(this Texts T, AgreementRow row) =>
        row switch
        {
            { EndedOn: not null } => new(T["Gestopt"]),
            { Since: not null, Signing: true } => new(T["Geldt, nieuwe tekst ligt voor"], StatusKind.Success),
            { Since: not null } => new(T["Geldt"], StatusKind.Success),
            { Signing: true } => new(T["Ligt om te tekenen"], StatusKind.Active),
            _ => new(T["Concept"]),
        };

    public static Status StatusOf(this Texts T, AnswerKind? answer) =>
        answer switch
        {
            AnswerKind.Signs => new(T["Getekend"], StatusKind.Success),
            AnswerKind.Declines => new(T["Tekent niet"], StatusKind.Warning),
            AnswerKind.WantsToTalk => new(T["Wil eerst praten"], StatusKind.Warning),
            _ => new(T["Nog niet getekend"]),
        };

    public static Status StatusOf(this Texts T, AgreementVersion version) =>
        version.State switch
        {
            VersionState.InForce => new(T["Geldt"], StatusKind.Success),
            VersionState.Signing => new(T["Ligt om te tekenen"], StatusKind.Active),
            VersionState.Draft => new(T["Concept"]),
            VersionState.TakenBack => new(T["Teruggenomen"]),
            _ => new(T["Geldt niet meer"]),
        };

    /// <summary>'Vanaf 1 januari 2027 tot en met 31 december 2030'</summary>
    public static string TermOf(this Texts T, Agreement agreement) =>
        agreement switch
        {
            { From: { } from, To: { } to } => T["Van {0} tot en met {1}", Formats.Date(from), Formats.Date(to)],
            { From: { } from } => T["Vanaf {0}, zonder einddatum", Formats.Date(from)],
            { To: { } to } => T["Vanaf de laatste handtekening tot en met {0}", Formats.Date(to)],
            _ => T["Vanaf de laatste handtekening, zonder einddatum"],
        };

    /// <summary>The parties of a version by name, with what each says.</summary>
    public static IReadOnlyList<PartyRow> PartiesOf(this Texts T, AgreementVersion version) =>
        [
            .. version
                .Parties.OrderBy(p => p.Organisation!.Name, StringComparer.CurrentCulture)
                .Select(p =>
                {
                    var answer = version.Current(p.OrganisationId) is { Kind: not AnswerKind.TakesBack } said
                        ? said
                        : null;
                    return new PartyRow(
                        p.OrganisationId,
                        p.Organisation!.Name,
                        answer,
                        answer?.Contribution is { EnteredFor: not null } by
                            ? T.EnteredBy(by.EnteredFor!.Name, by.Channel)
                            : null
                    );
                }),
        ];

    public static ListRow ListRow(this Texts T, AgreementRow row) =>
        new(
            row.Title,
            AgreementLinks.Show(row.Id, row.Slug),
            Status: T.StatusOf(row),
            When: row switch
            {
                { EndedOn: { } ended } => T["gestopt op {0}", Formats.Date(ended)],
                { Since: { } since, To: { } until } => T[
                    "van {0} tot en met {1}",
                    Formats.Date(since),
                    Formats.Date(until)
                ],
                { Since: { } since } => T["sinds {0}", Formats.Date(since)],
                _ => null,
            },
            Needed: T["{0} met {1}", T.NameOf(row.Kind), T.Count(row.Parties, "1 partij", "{0} partijen")],
            Provenance: row.IsExample ? T["Voorbeeld"] : null
        );

    /// <summary>The articles of a text: each heading begins one. What stands before the first has no heading.</summary>
    public static IReadOnlyList<Article> ArticlesOf(string text)
    {
        var articles = new List<Article>();
        var (heading, lines) = ("", new List<string>());
        foreach (var line in text.Split('\n'))
        {
            if (!line.StartsWith('#'))
            {
                lines.Add(line);
                continue;
            }

            Close();
            (heading, lines) = (line.TrimStart('#').Trim(), []);
        }

        Close();
        return articles;

        void Close()
        {
            var body = string.Join('\n', lines).Trim();
            if (heading.Length > 0 || body.Length > 0)
            {
                articles.Add(new Article(heading, body));
            }
        }
    }
}
