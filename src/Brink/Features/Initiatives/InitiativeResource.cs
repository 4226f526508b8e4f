using System.Text.Json.Serialization;
using Brink.Features.Places;
using Brink.Platform.Api;

namespace Brink.Features.Initiatives;

/// <summary>An initiative as programs read it.</summary>
/// <param name="Owner">Absent as long as it is not agreed of whom it is.</param>
/// <param name="Answer">Absent as long as the municipality has not answered.</param>
/// <param name="Due">The first date by which something was promised; absent when nothing is open.</param>
public sealed record InitiativeResource(
    [property: JsonPropertyName("_links")] ApiLinks Links,
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("titel")] string Title,
    [property: JsonPropertyName("dorp")] NamedResource Village,
    [property: JsonPropertyName("themas")] IReadOnlyList<NamedResource> Themes,
    [property: JsonPropertyName("fase")] string Phase,
    [property: JsonPropertyName("faseSinds")] DateOnly PhaseSince,
    [property: JsonPropertyName("eigenaar")] string? Owner,
    [property: JsonPropertyName("antwoord")] string? Answer,
    [property: JsonPropertyName("beantwoordOp")] DateTime? AnsweredAt,
    [property: JsonPropertyName("eersteToezegging")] DateOnly? Due,
    [property: JsonPropertyName("volgendeStap")] string NextStep,
    [property: JsonPropertyName("datumVolgendeStap")] DateOnly? NextStepDate,
    [property: JsonPropertyName("lengtegraad")] double? Longitude,
    [property: JsonPropertyName("breedtegraad")] double? Latitude,
    [property: JsonPropertyName("ingebrachtOp")] DateTime CreatedAt,
    [property: JsonPropertyName("gewijzigdOp")] DateTime ChangedAt,
    [property: JsonPropertyName("voorbeeld")] bool IsExample
);

/// <summary>All that is public of one initiative; texts are Markdown.</summary>
/// <param name="By">The sender's name, only where the sender chose to show it.</param>
public sealed record InitiativePageResource(
    [property: JsonPropertyName("initiatief")] InitiativeResource Initiative,
    [property: JsonPropertyName("wat")] string What,
    [property: JsonPropertyName("waarom")] string Why,
    [property: JsonPropertyName("plek")] string PlaceNote,
    [property: JsonPropertyName("antwoordTekst")] string AnswerText,
    [property: JsonPropertyName("lessen")] string Lessons,
    [property: JsonPropertyName("ingebrachtDoor")] string? By,
    [property: JsonPropertyName("namens")] string? OnBehalfOf,
    [property: JsonPropertyName("ingevoerdDoor")] string? EnteredFor,
    [property: JsonPropertyName("fases")] IReadOnlyList<PhaseResource> Phases,
    [property: JsonPropertyName("nodig")] IReadOnlyList<RequirementResource> Requirements,
    [property: JsonPropertyName("berichten")] IReadOnlyList<UpdateResource> Updates,
    [property: JsonPropertyName("steun")] SupportResource Support
);

/// <summary>Support in numbers; lists on paper apart, for who signed may have backed it here too.</summary>
/// <param name="Inhabitants">Of the village, absent where unknown; <paramref name="Year"/> is of that figure.</param>
public sealed record SupportResource(
    [property: JsonPropertyName("uitDorp")] int FromVillage,
    [property: JsonPropertyName("vanElders")] int FromElsewhere,
    [property: JsonPropertyName("opPapierUitDorp")] int PaperVillage,
    [property: JsonPropertyName("opPapierVanElders")] int PaperElsewhere,
    [property: JsonPropertyName("zorgen")] int Concerns,
    [property: JsonPropertyName("zorgenZonderAntwoord")] int Unanswered,
    [property: JsonPropertyName("inwoners")] int? Inhabitants,
    [property: JsonPropertyName("jaarInwoners")] int? Year
);

public sealed record PhaseResource(
    [property: JsonPropertyName("fase")] string Phase,
    [property: JsonPropertyName("vanaf")] DateOnly On
);

public sealed record RequirementResource(
    [property: JsonPropertyName("soort")] string Kind,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("geregeldOp")] DateTime? MetAt
);

public sealed record UpdateResource(
    [property: JsonPropertyName("id")] long Id,
    [property: JsonPropertyName("tekst")] string Text,
    [property: JsonPropertyName("op")] DateTime At
);
