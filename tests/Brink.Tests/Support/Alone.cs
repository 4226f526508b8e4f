namespace Brink.Tests.Support;

/// <summary>For tests that ask so much of the machine that others beside them would wait too long.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}
