using System.Text.Json.Serialization;
using Brink.Features.Subjects;
using Brink.Platform.Maps;

namespace Brink.Features.Initiatives.HandIn;

/// <summary>How the sender can be reached, to confirm and to hear.</summary>
public enum ReachBy
{
    Mail,
    Telephone,
}

/// <summary>What somebody has answered so far.</summary>
public sealed class Answers
{
    /// <summary>Makes one idea of a hand-in that is sent twice, also from two windows.</summary>
    public string FormKey { get; set; } = Platform.Secret.New();
    public DateTimeOffset StartedAt { get; set; }
    public string Title { get; set; } = "";
    public string What { get; set; } = "";
    public string Why { get; set; } = "";
    public long? VillageId { get; set; }
    public string PlaceNote { get; set; } = "";
    public double? Longitude { get; set; }
    public double? Latitude { get; set; }

    /// <summary>The spot on the map, if one is pointed out.</summary>
    [JsonIgnore]
    public GeoPosition? Spot
    {
        get => GeoPosition.Of(Longitude, Latitude);
        set => (Longitude, Latitude) = (value?.Longitude, value?.Latitude);
    }
    public OwnerType? OwnerType { get; set; }

    /// <summary>What it is about and for whom it is most (P9); none of both is for everybody.</summary>
    public List<long> Themes { get; set; } = [];
    public List<long> Groups { get; set; } = [];
    public InitiatorKind InitiatorKind { get; set; }
    public long? AssociationId { get; set; }
    public string GroupName { get; set; } = "";
    public string Companions { get; set; } = "";
    public ReachBy ReachBy { get; set; }
    public string Name { get; set; } = "";
    public string Mail { get; set; } = "";
    public string Telephone { get; set; } = "";
    public bool NameIsPublic { get; set; }
    public Assistance? Assistance { get; set; }
    public List<DraftPhoto> Photos { get; set; } = [];

    public Idea ToIdea() =>
        new(
            Title,
            What,
            Why,
            OwnerType,
            InitiatorKind,
            InitiatorKind == InitiatorKind.Group ? GroupName : "",
            Companions,
            Longitude,
            Latitude,
            PlaceNote
        );
}

/// <summary>Somebody types it in for another (T3): who, for which organisation, and how it came in.</summary>
/// <param name="EnteredById">Only this person can go on with it.</param>
public sealed record Assistance(long EnteredById, long OrganisationId, string OrganisationName, Channel Channel);

/// <summary>A photo that waits, encrypted like the rest, until the idea is handed in.</summary>
/// <param name="StagedHash">Where the encrypted content stands in the file store.</param>
public sealed record DraftPhoto(string StagedHash, string ContentType, long Length, string Description);
