using System.Globalization;
using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Platform.Database;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Promises.Making;

/// <summary>One that may promise, or to whom may be promised.</summary>
/// <param name="Code">What the form says of it.</param>
/// <param name="IsMine">Whether the viewer may act for it.</param>
public sealed record PartyChoice(string Code, string Name, Party Party, bool IsMine);

/// <summary>Everyone with whom a promise about a subject can be made; one's own first.</summary>
public sealed class PartyChoices
{
    private const string Initiators = "inbrenger";
    private const string Reacted = "wie-reageerde";
    private const string Touched = "dorpen";

    private PartyChoices(IReadOnlyList<PartyChoice> all) => All = all;

    public IReadOnlyList<PartyChoice> All { get; }

    /// <summary>Those that can do something: a group can only be promised to.</summary>
    public IEnumerable<Choice> Doers(Texts T) => Named(T, All.Where(c => c.Party.Group == PromiseGroup.None));

    public IEnumerable<PartyChoice> Mine => All.Where(choice => choice.IsMine);

    public IEnumerable<Choice> Items(Texts T) => Named(T, All);

    private static IEnumerable<Choice> Named(Texts T, IEnumerable<PartyChoice> choices) =>
        choices.Select(choice => new Choice(choice.Code, choice.IsMine ? T["{0} (u)", choice.Name] : choice.Name));

    public PartyChoice? Of(string? code) => All.FirstOrDefault(choice => choice.Code == code);

    public static string CodeOf(long organisationId) => organisationId.ToString(CultureInfo.InvariantCulture);

    /// <summary>One query.</summary>
    /// <param name="isPlan">About a plan one may also promise to all who reacted, or to the villages.</param>
    public static async Task<PartyChoices> LoadAsync(
        BrinkDb db,
        Texts T,
        Viewer viewer,
        SubjectCarriers carriers,
        bool isPlan,
        CancellationToken cancellation
    )
    {
        var organisations = await db
            .Organisations.AsNoTracking()
            .Where(o => o.EndedAt == null)
            .OrderBy(o => o.Name)
            .Select(o => new { o.Id, o.Name })
            .ToArrayAsync(cancellation);
        var choices = organisations
            .Select(o => new PartyChoice(CodeOf(o.Id), o.Name, new Party(o.Id, null), viewer.MayPromiseFor(o.Id)))
            .ToList();
        if (carriers is { OrganisationId: null, People.Count: > 0 })
        {
            var person = viewer.PersonId is { } me && carriers.People.Contains(me) ? me : carriers.People[0];
            choices.Insert(
                0,
                new PartyChoice(
                    Initiators,
                    T["De inwoner die dit inbracht"],
                    new Party(null, person),
                    carriers.IsOne(viewer)
                )
            );
        }

        return new PartyChoices([
            .. choices.OrderByDescending(choice => choice.IsMine),
            .. isPlan
                ?
                [
                    new PartyChoice(
                        Reacted,
                        T.NameOf(PromiseGroup.WhoReacted),
                        new Party(null, null, PromiseGroup.WhoReacted),
                        IsMine: false
                    ),
                    new PartyChoice(
                        Touched,
                        T.NameOf(PromiseGroup.Villages),
                        new Party(null, null, PromiseGroup.Villages),
                        IsMine: false
                    ),
                ]
                : Array.Empty<PartyChoice>(),
        ]);
    }
}
