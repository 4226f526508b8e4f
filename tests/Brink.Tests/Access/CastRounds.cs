using System.Collections.Concurrent;
using Brink.Features.Accounts;
using Brink.Tests.Features.Rounds;
using Brink.Tests.Support;

namespace Brink.Tests.Access;

/// <summary>A dossier with a document, an open round, a reaction and an answer being written, here and elsewhere.</summary>
internal static class CastRounds
{
    public const string Kind = "round";

    private static readonly ConcurrentDictionary<
        long,
        (long Round, long Document, long Reaction, long Answer, long File, long Picture)
    > Parts = [];

    public static async Task<IReadOnlyList<(string State, long Id, string Slug)>> OfAsync(
        BrinkHost host,
        Place place,
        Person resident,
        TestData elsewhere,
        Place foreignPlace,
        Person foreignPerson
    ) =>
        [
            ("public", await MadeAsync(host, new TestData(host), place, resident), ""),
            ("foreign", await MadeAsync(host, elsewhere, foreignPlace, foreignPerson), ""),
        ];

    /// <summary>What stands for a part of the address below this dossier; null for a part of something else.</summary>
    public static long? Part(string name, long dossier) =>
        !Parts.TryGetValue(dossier, out var parts)
            ? null
            : name switch
            {
                "round" => parts.Round,
                "document" => parts.Document,
                "reaction" => parts.Reaction,
                "answer" => parts.Answer,
                "file" => parts.File,
                "picture" => parts.Picture,
                _ => null,
            };

    private static async Task<long> MadeAsync(BrinkHost host, TestData data, Place place, Person resident)
    {
        var made = await RoundsMade.WithAsync(host, data: data, at: place);
        var said = await made.SaidAsync(resident);
        var answer = await made.TakenUpAsync(said.Id);
        // Waits for an officer: nobody else sees anything of it.
        var (file, picture) = await made.BroughtAsync();
        Parts[made.DossierId] = (made.RoundId, made.DocumentId, said.Id, answer, file, picture);
        return made.DossierId;
    }
}
