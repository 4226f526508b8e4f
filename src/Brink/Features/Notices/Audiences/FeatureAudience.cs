namespace Brink.Features.Notices.Audiences;

/// <summary>Those who must hear of what happens in one feature, as that feature says.</summary>
public sealed class FeatureAudience(FeatureNews news) : IAudience
{
    public Task TellAsync(Outgoing outgoing, CancellationToken cancellation) => news.TellAsync(outgoing, cancellation);
}
