using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives;

/// <summary>The codes of an initiative as people say them.</summary>
public static class InitiativeWords
{
    public static string NameOf(this Texts T, Phase phase) =>
        phase switch
        {
            Phase.Idea => T["Idee"],
            Phase.ExploringSupport => T["Steun peilen"],
            Phase.Plan => T["Plan maken"],
            Phase.Funding => T["Geld regelen"],
            Phase.Doing => T["Uitvoeren"],
            Phase.Done => T["Klaar"],
            Phase.InUpkeep => T["In beheer"],
            Phase.Paused => T["Ligt stil"],
            _ => T["Gestopt"],
        };

    public static string MeaningOf(this Texts T, Phase phase) =>
        phase switch
        {
            Phase.Idea => T["Het idee is er. Nog niet alles is bedacht."],
            Phase.ExploringSupport => T["We vragen in het dorp wie meedoet en wie zorgen heeft."],
            Phase.Plan => T["We werken het idee uit: wat, waar, wie en wanneer."],
            Phase.Funding => T["We zoeken het geld bij elkaar."],
            Phase.Doing => T["We zijn bezig."],
            Phase.Done => T["Het is af. We vertellen wat we leerden."],
            Phase.InUpkeep => T["Het is af en iemand zorgt ervoor."],
            Phase.Paused => T["We gaan later verder."],
            _ => T["We gaan er niet mee verder."],
        };

    /// <summary>Of whom it is, short enough for a list.</summary>
    public static string WhoseIs(this Texts T, OwnerType? type) =>
        type switch
        {
            OwnerType.Community => T["Van bewoners"],
            OwnerType.CommunityWithPartner => T["Van bewoners, met hulp"],
            OwnerType.PartnerWithResidents => T["Van de gemeente of een partner, bewoners helpen mee"],
            OwnerType.Partner => T["Van de gemeente of een partner"],
            _ => T["Nog af te spreken"],
        };

    public static string WhatItMeans(this Texts T, OwnerType? type) =>
        type switch
        {
            OwnerType.Community => T["Bewoners beslissen en voeren het uit."],
            OwnerType.CommunityWithPartner => T["Bewoners beslissen. De gemeente of een partner draagt bij."],
            OwnerType.PartnerWithResidents => T["De gemeente of een partner beslist. Bewoners helpen mee."],
            OwnerType.Partner => T["De gemeente of een partner beslist en voert het uit."],
            _ => T["Bewoners en gemeente spreken samen af wie beslist."],
        };

    public static string NameOf(this Texts T, AnswerKind answer) =>
        answer switch
        {
            AnswerKind.Yes => T["Ja"],
            AnswerKind.YesIf => T["Ja, mits"],
            _ => T["Nee, want"],
        };

    public static string NameOf(this Texts T, RequirementKind kind) =>
        kind switch
        {
            RequirementKind.Permit => T["Vergunning"],
            RequirementKind.Land => T["Grond"],
            RequirementKind.Traffic => T["Verkeer"],
            RequirementKind.Money => T["Geld"],
            RequirementKind.Insurance => T["Verzekering"],
            RequirementKind.Upkeep => T["Onderhoud"],
            _ => T["Anders"],
        };

    public static Status StatusOf(this Texts T, Phase phase) =>
        new(
            T.NameOf(phase),
            phase switch
            {
                Phase.Done or Phase.InUpkeep => StatusKind.Success,
                Phase.Doing => StatusKind.Active,
                _ => StatusKind.Neutral,
            }
        );

    public static IReadOnlyList<Choice> Owners(this Texts T) =>
        [.. Enum.GetValues<OwnerType>().Select(type => new Choice(type, T.WhoseIs(type), T.WhatItMeans(type)))];

    /// <summary>The road from idea to upkeep, with where it is now. What lies still or stopped stands beside it.</summary>
    public static PhasePath PathOf(
        this Texts T,
        Phase now,
        DateOnly since,
        IReadOnlyCollection<(Phase Phase, DateOnly On)> past
    )
    {
        var onRoad = now is Phase.Paused or Phase.Stopped
            ? past.Where(p => p.Phase <= Phase.InUpkeep).Select(p => (Phase?)p.Phase).LastOrDefault() ?? Phase.Idea
            : now;
        var steps = Enum.GetValues<Phase>()
            .Where(phase => phase <= Phase.InUpkeep)
            .Select(phase => new PhaseStep(
                T.NameOf(phase),
                phase < onRoad ? PhaseState.Done
                    : phase == now ? PhaseState.Now
                    : phase == onRoad ? PhaseState.Done
                    : PhaseState.ToCome,
                phase == now ? T["sinds {0}", Formats.Date(since)] : null
            ));
        return new(
            [.. steps],
            now switch
            {
                Phase.Paused => T["Ligt stil sinds {0}.", Formats.Date(since)],
                Phase.Stopped => T["Gestopt op {0}.", Formats.Date(since)],
                _ => null,
            }
        );
    }
}
