using Brink.Platform.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace Brink.Tests.Platform.Files;

public sealed class ThumbnailsTests
{
    private readonly Thumbnails thumbnails = new(NullLogger<Thumbnails>.Instance);

    [Theory]
    [InlineData("jpeg")]
    [InlineData("png")]
    [InlineData("webp")]
    [InlineData("jpeg", "-colorspace", "CMYK")]
    public async Task Make_MakesASmallerOneWithoutMetadata(string kind, params string[] options)
    {
        Assert.SkipUnless(Thumbnails.AreMadeHere, "'vipsthumbnail' is not installed on this machine.");
        var photo = PhotoMetadata.Strip(TestPhotos.Real(kind, "800x600", options)).Content!;

        var thumbnail = await thumbnails.MakeAsync(photo, 320);

        Assert.True(thumbnail.IsSmaller);
        var check = PhotoMetadata.Strip(thumbnail.Content);
        Assert.Equal((ContentType.WebP, 320, 240), (check.ContentType, check.Width, check.Height));
        Assert.Equal(check.Content, thumbnail.Content);
    }

    [Fact]
    public async Task Make_TurnsThePhotoAsTheCameraWasHeld()
    {
        Assert.SkipUnless(Thumbnails.AreMadeHere, "'vipsthumbnail' is not installed on this machine.");
        var photo = TestPhotos.Real("jpeg");
        byte[] turned = [0xFF, 0xD8, .. TestPhotos.Segment(0xE1, TestPhotos.Exif()), .. photo[2..]];

        var thumbnail = await thumbnails.MakeAsync(PhotoMetadata.Strip(turned).Content!, 320);

        var check = PhotoMetadata.Strip(thumbnail.Content);
        Assert.Equal((240, 320), (check.Width, check.Height));
    }

    [Fact]
    public async Task Make_WhenThePhotoCannotBeShown_GivesItBack()
    {
        var photo = TestPhotos.Jpeg();

        var thumbnail = await thumbnails.MakeAsync(photo, 320);

        Assert.Equal(new Thumbnail(photo, ContentType.Jpeg, IsSmaller: false), thumbnail);
    }

    [Fact]
    public async Task Make_OfSomethingElse_StartsNoProgram()
    {
        var content = "<svg/>"u8.ToArray();

        Assert.Same(content, (await thumbnails.MakeAsync(content, 320)).Content);
    }
}
