using System.Text.Json.Serialization;
using Brink.Platform.Api;

namespace Brink.Features.Places;

/// <summary>A village as programs read it.</summary>
/// <param name="Inhabitants">The newest figure; absent when nobody knows.</param>
public sealed record VillageResource(
    [property: JsonPropertyName("_links")] ApiLinks Links,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("omvang")] string Size,
    [property: JsonPropertyName("inwoners")] InhabitantsResource? Inhabitants,
    [property: JsonPropertyName("lengtegraad")] double? Longitude,
    [property: JsonPropertyName("breedtegraad")] double? Latitude,
    [property: JsonPropertyName("cbsCodes")] IReadOnlyList<string> CbsCodes,
    [property: JsonPropertyName("verenigingen")] IReadOnlyList<NamedResource> Associations
);

public sealed record InhabitantsResource(
    [property: JsonPropertyName("jaar")] int Year,
    [property: JsonPropertyName("aantal")] int Number,
    [property: JsonPropertyName("bron")] string Source
);

public sealed record NamedResource(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("naam")] string Name
);

/// <summary>All that is public of one village.</summary>
/// <param name="About">The association's own words, as Markdown.</param>
public sealed record VillagePageResource(
    [property: JsonPropertyName("dorp")] VillageResource Village,
    [property: JsonPropertyName("over")] string About,
    [property: JsonPropertyName("ontmoetingsplek")] string MeetingPlace,
    [property: JsonPropertyName("website")] string Website,
    [property: JsonPropertyName("inwonersPerJaar")] IReadOnlyList<InhabitantsResource> InhabitantsByYear,
    [property: JsonPropertyName("voorzieningen")] IReadOnlyList<FacilityResource> Facilities
);

public sealed record FacilityResource(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("toestand")] string State,
    [property: JsonPropertyName("sinds")] DateOnly? Since,
    [property: JsonPropertyName("toelichting")] string Note
);

/// <summary>An organisation as programs read it. How to reach it stands on its page: that is for people.</summary>
public sealed record OrganisationResource(
    [property: JsonPropertyName("_links")] ApiLinks Links,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("naam")] string Name,
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("website")] string Website,
    [property: JsonPropertyName("erkendVan")] DateOnly? RecognisedFrom,
    [property: JsonPropertyName("erkendTot")] DateOnly? RecognisedTo,
    [property: JsonPropertyName("dorpen")] IReadOnlyList<NamedResource> Villages,
    [property: JsonPropertyName("lidVan")] IReadOnlyList<NamedResource> MemberOf
);
