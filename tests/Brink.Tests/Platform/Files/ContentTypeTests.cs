using System.Text;
using Brink.Platform.Files;

namespace Brink.Tests.Platform.Files;

public sealed class ContentTypeTests
{
    [Fact]
    public void Of_KnowsTheFourKinds()
    {
        Assert.Equal(ContentType.Jpeg, ContentType.Of(TestPhotos.Jpeg()));
        Assert.Equal(ContentType.Png, ContentType.Of(TestPhotos.Png()));
        Assert.Equal(ContentType.WebP, ContentType.Of(TestPhotos.WebP()));
        Assert.Equal(ContentType.Pdf, ContentType.Of("%PDF-1.7\n"u8));
    }

    [Theory]
    [InlineData("")]
    [InlineData("RIFF1234WAVE")]
    [InlineData("<html>")]
    [InlineData(" %PDF-1.7")]
    [InlineData("PK\u0003\u0004")]
    public void Of_AnythingElse_IsNull(string content) =>
        Assert.Null(ContentType.Of(Encoding.Latin1.GetBytes(content)));
}
