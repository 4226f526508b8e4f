using Brink.Platform.Startup;

namespace Brink.Tests.Platform.Startup;

public sealed class CommandLineTests
{
    [Fact]
    public void Parse_WithNothing_TakesTheDefaults()
    {
        var asked = CommandLine.Parse([]);

        Assert.Equal(5080, asked.Port);
        Assert.Equal(Path.GetFullPath(".data"), asked.DataFolder);
        Assert.False(asked.Empty);
    }

    [Fact]
    public void Parse_TakesWhatIsAskedAndTheLastOfTwo()
    {
        var asked = CommandLine.Parse(["--data", "/one", "--port=8080", "--data=/two", "--empty"]);

        Assert.Equal((8080, "/two", true), (asked.Port, asked.DataFolder, asked.Empty));
    }

    [Fact]
    public void Parse_PassesOnWhatIsTheHosts()
    {
        Assert.Equal(
            ["--contentRoot", "/there", "--environment", "Testing"],
            CommandLine.Parse(["--contentRoot=/there", "--environment", "Testing"]).HostArguments
        );
    }

    [Theory]
    [InlineData("'--prot' is not", "--prot", "80")]
    [InlineData("'start' is not", "start")]
    [InlineData("'--empty=yes' is not", "--empty=yes")]
    [InlineData("'0' is not a port", "--port", "0")]
    [InlineData("'65536' is not a port", "--port=65536")]
    [InlineData("'-1' is not a port", "--port", "-1")]
    [InlineData("'http' is not a port", "--port", "http")]
    [InlineData("--port needs something", "--port")]
    [InlineData("--data needs something", "--data=")]
    public void Parse_WhenItCantBe_SaysWhatIsWrong(string said, params string[] arguments)
    {
        var refusal = Assert.Throws<CannotStartException>(() => CommandLine.Parse(arguments));

        Assert.Contains(said, refusal.Message, StringComparison.Ordinal);
    }
}
