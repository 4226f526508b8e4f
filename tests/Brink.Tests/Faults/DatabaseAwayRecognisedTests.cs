using System.Net.Sockets;
using Brink.Platform.Database;
using Npgsql;

namespace Brink.Tests.Faults;

/// <summary>Which exceptions mean that the database is away for a while, however deep they lie.</summary>
public class DatabaseAwayRecognisedTests
{
    [Theory]
    [InlineData("57P01")]
    [InlineData("57P03")]
    [InlineData("53300")]
    [InlineData("08006")]
    [InlineData("58030")]
    public void Is_WhenTheServerSaysSo_IsTrue(string state) =>
        Assert.True(DatabaseAway.Is(new InvalidOperationException("Transient?", Refused(state))));

    [Theory]
    [InlineData("23505")]
    [InlineData("42501")]
    public void Is_WhenTheServerRefusesWhatWasAsked_IsFalse(string state) =>
        Assert.False(DatabaseAway.Is(new InvalidOperationException("Transient?", Refused(state))));

    [Fact]
    public void Is_WhenNothingComesInTime_IsTrue() => Assert.True(DatabaseAway.Is(new TimeoutException()));

    [Fact]
    public void Is_WhenAPatternTakesTooLong_IsFalse() =>
        Assert.False(DatabaseAway.Is(new System.Text.RegularExpressions.RegexMatchTimeoutException()));

    [Fact]
    public void Is_WhenTheConnectionBreaks_IsTrue() =>
        Assert.True(DatabaseAway.Is(new NpgsqlException("Broken.", new SocketException())));

    [Theory]
    [InlineData("Npgsql", true)]
    [InlineData("Brink", false)]
    public void Is_WhenTheDriverTripsOverABrokenConnection_IsTrueForTheDriverOnly(string source, bool isAway) =>
        Assert.Equal(isAway, DatabaseAway.Is(new NullReferenceException { Source = source }));

    [Fact]
    public void Is_WhenTheCodeIsWrong_IsFalse() =>
        Assert.False(DatabaseAway.Is(new InvalidOperationException("Sequence contains no elements.")));

    private static PostgresException Refused(string state) => new("No.", "ERROR", "ERROR", state);
}
