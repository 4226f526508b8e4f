using Brink.Features.Accounts;
using Brink.Features.Places;
using Brink.Platform.Database;

namespace Brink.Features.Subjects;

/// <summary>The road along which something came in.</summary>
public enum Channel
{
    Web,
    Paper,
    Telephone,
    Meeting,
    Mail,
    Api,
}

/// <summary>Who acts, for whom, along which road and when. Everything the domain does takes one.</summary>
/// <param name="PersonId">The person it comes from; null where nobody is known, as with a nightly job.</param>
/// <param name="OnBehalfOfId">The organisation the person speaks for, when a role allows it.</param>
/// <param name="EnteredById">Who typed it in for the person (assisted entry).</param>
/// <param name="Today">The date in the Netherlands at <paramref name="At"/>.</param>
public sealed record Actor(
    long? PersonId,
    long? OnBehalfOfId,
    long? EnteredById,
    Channel Channel,
    DateTimeOffset At,
    DateOnly Today
);

/// <summary>Provenance of what a person brought in; shown wherever the contribution is shown.</summary>
public class Contribution : ITenantEntity
{
    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public long SubjectId { get; set; }
    public Subject? Subject { get; set; }
    public long? ByPersonId { get; set; }
    public Person? ByPerson { get; set; }
    public long? OnBehalfOfId { get; set; }
    public Organisation? OnBehalfOf { get; set; }
    public long? EnteredById { get; set; }
    public Person? EnteredBy { get; set; }

    /// <summary>The organisation whose role allowed the assisted entry.</summary>
    public long? EnteredForId { get; set; }
    public Organisation? EnteredFor { get; set; }
    public Channel Channel { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>A resident's name is public only by choice.</summary>
    public bool NameIsPublic { get; set; }

    public static Contribution To(Subject subject, Actor actor, bool nameIsPublic = false) =>
        new()
        {
            Subject = subject,
            ByPersonId = actor.PersonId,
            OnBehalfOfId = actor.OnBehalfOfId,
            EnteredById = actor.EnteredById,
            Channel = actor.Channel,
            At = actor.At,
            NameIsPublic = nameIsPublic,
        };
}
