using Brink.Features.Notices;
using Brink.Platform.Localisation;

namespace Brink.Features.Places.TailorMade;

/// <summary>That a village said what suits it.</summary>
public sealed class TailorMadeNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb == TailorMadeVerbs.Recorded ? T["{0} legde vast wat bij het dorp past.", who] : null;
}
