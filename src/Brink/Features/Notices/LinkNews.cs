using Brink.Features.Subjects.Links;
using Brink.Platform.Localisation;

namespace Brink.Features.Notices;

/// <summary>What is told of relations between subjects: a line on both timelines, and no mail.</summary>
public sealed class LinkNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            LinkVerbs.Added => T["{0} verbond dit met iets anders.", who],
            LinkVerbs.Removed => T["{0} haalde een verbinding met iets anders weg.", who],
            _ => null,
        };
}
