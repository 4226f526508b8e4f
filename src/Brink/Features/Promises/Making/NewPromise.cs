using Brink.Features.Accounts;
using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Promises.Making;

/// <summary>A promise as the form asks for it.</summary>
public sealed record PromiseForm(string? By, string? To, string? What, string? Where, DateOnly? Due);

/// <summary>What somebody promises for the own party, or asks of another.</summary>
public sealed record NewPromise(PartyChoice By, PartyChoice To, string What, string Where, DateOnly Due)
{
    /// <summary>Whoever does it promises it; whoever doesn't, can only ask.</summary>
    public bool IsPromise => By.IsMine;

    /// <summary>The party for which the viewer acts.</summary>
    public PartyChoice Own => By.IsMine ? By : To;

    public static Outcome Read(PromiseForm form, PartyChoices parties, DateOnly today, out NewPromise? read)
    {
        read = null;
        var (by, to) = (parties.Of(form.By), parties.Of(form.To));
        var what = TextRules.Line(form.What, Promise.LongestWhat);
        var where = TextRules.Line(form.Where, Promise.LongestWhere);
        var refusals = new List<Refusal>();
        if (by is null || by.Party.Group != PromiseGroup.None)
        {
            refusals.Add(new Refusal(nameof(form.By), "Kies wie het gaat doen."));
        }

        if (to is null)
        {
            refusals.Add(new Refusal(nameof(form.To), "Kies voor wie het is."));
        }
        else if (by == to)
        {
            refusals.Add(new Refusal(nameof(form.To), "Kies een ander dan wie het gaat doen."));
        }
        else if (by is { IsMine: false } && !to.IsMine)
        {
            refusals.Add(
                new Refusal(
                    nameof(form.To),
                    "U spreekt voor geen van beide. Kies bij een van de twee vragen uw eigen partij."
                )
            );
        }

        if (what.IsEmpty)
        {
            refusals.Add(new Refusal(nameof(form.What), "Schrijf wat er gaat gebeuren."));
        }
        else if (what.Problem is { } problem)
        {
            refusals.Add(new Refusal(nameof(form.What), problem, what.Arguments));
        }

        if (where.Problem is { } tooLong)
        {
            refusals.Add(new Refusal(nameof(form.Where), tooLong, where.Arguments));
        }

        refusals.AddRange(Promise.DayToCome(nameof(form.Due), form.Due, today));
        if (refusals.Count == 0)
        {
            read = new NewPromise(by!, to!, what.Text, where.Text, form.Due!.Value);
        }

        return Outcome.Of(refusals);
    }

    /// <param name="person">Who does it, or who asks it, for the own party.</param>
    public Promise Make(Subject subject, long? person, Actor actor)
    {
        Party Own(PartyChoice party) =>
            party.Party.OrganisationId is { } organisation ? new Party(organisation, person) : party.Party;
        return IsPromise
            ? Promise.Make(subject, PromiseKind.Agreed, Own(By), To.Party, Due, actor, What, Where)
            : Promise.Ask(subject, By.Party, Own(To), Due, actor, What, Where);
    }
}
