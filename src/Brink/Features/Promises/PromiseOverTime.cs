using Brink.Features.Subjects;

namespace Brink.Features.Promises;

/// <summary>What comes over a promise without anybody deciding about it: time, and a change of persons.</summary>
public partial class Promise
{
    /// <summary>
    /// The role of whoever did it for the organisation ended. What an organisation owes survives a change of persons.
    /// </summary>
    /// <param name="successor">Who does it from now on; null for the organisation's list.</param>
    public void HandOver(long? successor, Actor actor)
    {
        if (State != PromiseState.Open || ByOrganisationId is not { } organisation)
        {
            return;
        }

        ByPersonId = successor;
        Subject!.Happened(
            PromiseVerbs.HandedOver,
            actor,
            ("promise", Id),
            ("kind", Kind),
            ("organisation", organisation),
            ("person", successor ?? 0)
        );
    }

    /// <summary>A reminder went out; the journal knows of it, so that nobody has to be believed.</summary>
    public void Remind(Actor actor)
    {
        RemindedOn = actor.Today;
        if (IsLateAt(actor.Today))
        {
            OverdueToldOn ??= actor.Today;
        }

        Subject!.Happened(
            PromiseVerbs.Reminded,
            actor,
            ("promise", Id),
            ("kind", Kind),
            ("late", IsLateAt(actor.Today))
        );
    }

    /// <summary>The words and the photo go, because who wrote them wants that; that something was promised stays.</summary>
    internal void TakeWordsAway() => (What, Where, Ending, ProofHref, Photo) = ("", "", "", "", null);

    /// <summary>Nobody can be found behind it any more; what the organisation owes stays.</summary>
    internal void Forget(long personId)
    {
        ByPersonId = ByPersonId == personId && (ByOrganisationId is not null || IsEnded) ? null : ByPersonId;
        ToPersonId = ToPersonId == personId ? null : ToPersonId;
    }
}
