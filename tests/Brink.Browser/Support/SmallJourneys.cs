namespace Brink.Browser.Support;

/// <summary>Tests that are done quickly share one running program: to start it takes longer than they do.</summary>
[CollectionDefinition(nameof(SmallJourneys))]
public sealed class SmallJourneys : ICollectionFixture<BrowserHost>;
