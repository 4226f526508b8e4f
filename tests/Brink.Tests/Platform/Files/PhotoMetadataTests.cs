using System.Security.Cryptography;
using System.Text;
using Brink.Platform.Files;

namespace Brink.Tests.Platform.Files;

public sealed class PhotoMetadataTests
{
    public static readonly TheoryData<string> Kinds = ["jpeg", "png", "webp"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Strip_TakesOutEverythingThatTellsMore(string kind)
    {
        var content = Handmade(kind);
        Assert.True(Holds(content, TestPhotos.Secret));

        var check = PhotoMetadata.Strip(content);

        Assert.Null(check.Problem);
        Assert.Equal(("image/" + kind, 4, 3), (check.ContentType, check.Width, check.Height));
        Assert.False(Holds(check.Content!, TestPhotos.Secret[..6]));
        Assert.Equal(check.Content, PhotoMetadata.Strip(check.Content!).Content);
    }

    [Fact]
    public void Strip_OfAJpeg_KeepsWhatShowsThePicture()
    {
        var stripped = PhotoMetadata.Strip(TestPhotos.Jpeg()).Content!;

        Assert.True(Holds(stripped, "ICC_PROFILE\0\x1\x1profile"));
        Assert.True(Holds(stripped, "Adobe"));
        Assert.True(stripped.AsSpan().IndexOf((byte[])[1, 2, 0xFF, 0, 3, 0xFF, 0xD0, 4, 0xFF, 0xD9]) > 0);
        // The preview in the JFIF header is gone.
        Assert.True(
            stripped
                .AsSpan()
                .StartsWith(
                    (byte[])[0xFF, 0xD8, .. TestPhotos.Segment(0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0])]
                )
        );
    }

    [Fact]
    public void Strip_OfAJpeg_KeepsTheOrientationAlone()
    {
        var stripped = PhotoMetadata.Strip(TestPhotos.Jpeg()).Content!;

        var exif = stripped.AsSpan().IndexOf("Exif\0\0"u8);
        Assert.Equal([0xFF, 0xE1, 0, 34], stripped[(exif - 4)..exif]);
        Assert.Equal([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0], stripped[(exif + 16)..(exif + 32)]);
    }

    [Theory]
    [InlineData("jpeg")]
    [InlineData("jpeg", "-interlace", "JPEG")]
    [InlineData("jpeg", "-colorspace", "CMYK")]
    [InlineData("jpeg", "-colorspace", "Gray", "-define", "jpeg:restart-interval=2")]
    [InlineData("png")]
    [InlineData("png", "-colors", "8")]
    [InlineData("png", "-alpha", "set", "-channel", "A", "-evaluate", "set", "50%", "-interlace", "PNG")]
    [InlineData("webp")]
    [InlineData("webp", "-define", "webp:lossless=true")]
    [InlineData("webp", "-alpha", "set", "-channel", "A", "-evaluate", "set", "50%")]
    public void Strip_OfARealPhoto_LeavesThePictureTheSame(string kind, params string[] options)
    {
        var content = TestPhotos.Real(kind, "64x48", options);

        var check = PhotoMetadata.Strip(content);

        Assert.Null(check.Problem);
        Assert.Equal((64, 48), (check.Width, check.Height));
        Assert.Equal(Pixels(content), Pixels(check.Content!));
        Assert.False(Holds(check.Content!, TestPhotos.Secret));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Strip_OfAPhotoWithAPlace_LeavesNothingForExiftool(string kind)
    {
        OutsideProgram.Require("exiftool");
        var folder = Directory.CreateTempSubdirectory("photo");
        var path = Path.Combine(folder.FullName, "x." + kind);
        File.WriteAllBytes(path, TestPhotos.Real(kind, "64x48"));
        Assert.Equal(
            0,
            OutsideProgram
                .Run(
                    "exiftool",
                    "-q",
                    "-GPSLatitude=52.8871",
                    "-GPSLatitudeRef=N",
                    "-Artist=Jan",
                    "-XMP:Creator=Jan",
                    "-Orientation#=6",
                    path
                )
                .Code
        );
        Assert.Contains("GPS", Tags(path), StringComparison.Ordinal);

        var check = PhotoMetadata.Strip(File.ReadAllBytes(path));
        File.WriteAllBytes(path, check.Content!);

        var tags = Tags(path);
        Assert.DoesNotMatch("GPS|XMP|Artist|Creator|Comment|Software|Warning|Error", tags);
        if (kind == "jpeg")
            Assert.Contains("Rotate 90 CW", tags, StringComparison.Ordinal);
        folder.Delete(recursive: true);

        static string Tags(string path) =>
            Encoding.UTF8.GetString(OutsideProgram.Run("exiftool", "-a", "-G1", "-s", path).Output);
    }

    [Fact]
    public void Strip_WhenThePictureIsTooLarge_RefusesByItsHeader()
    {
        Assert.All(
            [
                TestPhotos.Jpeg(10_000, 5_001),
                TestPhotos.Png(10_000, 5_001),
                TestPhotos.Png(uint.MaxValue >> 1, uint.MaxValue >> 1),
            ],
            content =>
                Assert.StartsWith(
                    "Deze foto is te groot",
                    PhotoMetadata.Strip(content).Problem,
                    StringComparison.Ordinal
                )
        );
        Assert.Null(PhotoMetadata.Strip(TestPhotos.Jpeg(10_000, 5_000)).Problem);
    }

    [Fact]
    public void Strip_WhenAWebPMoves_Refuses() =>
        Assert.StartsWith(
            "Deze foto beweegt",
            PhotoMetadata.Strip(TestPhotos.WebP(flags: 2)).Problem,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("")]
    [InlineData("GIF89a")]
    [InlineData("<svg xmlns='http://www.w3.org/2000/svg'/>")]
    [InlineData("%PDF-1.7")]
    public void Strip_WhenItIsNoPhoto_SaysWhatToChoose(string content) =>
        Assert.StartsWith(
            "Dit is geen foto",
            PhotoMetadata.Strip(Encoding.ASCII.GetBytes(content)).Problem,
            StringComparison.Ordinal
        );

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Strip_WhenCutShort_Refuses(string kind)
    {
        var whole = Handmade(kind)[..^TestPhotos.Secret.Length];

        Assert.All(
            Enumerable.Range(0, whole.Length),
            length => Assert.NotNull(PhotoMetadata.Strip(whole.AsSpan(0, length)).Problem)
        );
        Assert.Null(PhotoMetadata.Strip(whole).Problem);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Strip_WhenBitsAreFlipped_RefusesOrStillTellsNothing(string kind)
    {
        var whole = Handmade(kind);
        for (var round = 0; round < 2000; round++)
        {
            var broken = (byte[])whole.Clone();
            for (var flips = RandomNumberGenerator.GetInt32(1, 5); flips > 0; flips--)
                broken[RandomNumberGenerator.GetInt32(broken.Length)] ^= (byte)(1 << RandomNumberGenerator.GetInt32(8));

            var check = PhotoMetadata.Strip(
                broken.AsSpan(0, RandomNumberGenerator.GetInt32(broken.Length / 2, broken.Length))
            );

            Assert.True((check.Content is null) != (check.Problem is null));
        }
    }

    [Theory]
    [InlineData(0, "II")]
    [InlineData(9, "MM")]
    public void Strip_WhenTheOrientationMakesNoSense_LeavesItOut(byte orientation, string order)
    {
        var exif = TestPhotos.Exif(orientation);
        exif[6] = exif[7] = (byte)order[0];
        byte[] content = [0xFF, 0xD8, .. TestPhotos.Segment(0xE1, exif), .. TestPhotos.Jpeg()[2..]];
        // The second EXIF, of the camera itself, is the one that counts then.
        var upright = PhotoMetadata.Strip(content).Content!;

        Assert.Equal(PhotoMetadata.Strip(TestPhotos.Jpeg()).Content, upright);
    }

    private static byte[] Handmade(string kind) =>
        kind switch
        {
            "jpeg" => TestPhotos.Jpeg(),
            "png" => TestPhotos.Png(),
            _ => TestPhotos.WebP(),
        };

    private static bool Holds(byte[] content, string text) =>
        content.AsSpan().IndexOf(Encoding.Latin1.GetBytes(text)) >= 0;

    private static string Pixels(byte[] content)
    {
        var folder = Directory.CreateTempSubdirectory("photo");
        var path = Path.Combine(folder.FullName, "x");
        File.WriteAllBytes(path, content);
        var (code, output, errors) = OutsideProgram.Run("convert", path, "rgba:-");
        folder.Delete(recursive: true);
        Assert.True(code == 0, errors);
        return Convert.ToHexString(SHA256.HashData(output));
    }
}
