using Brink.Platform.Files;

namespace Brink.Tests.Platform.Files;

public sealed class PrivateFolderTests
{
    [Fact]
    public void Make_LetsNobodyElseLook()
    {
        var folder = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            PrivateFolder.Make(folder);

            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(folder)
            );
        }
        finally
        {
            Directory.Delete(folder);
        }
    }
}
