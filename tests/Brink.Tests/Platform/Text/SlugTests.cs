using Brink.Platform.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Brink.Tests.Platform.Text;

public sealed class SlugTests
{
    [Theory]
    [InlineData("Een beweegtuin voor oud & jong", "een-beweegtuin-voor-oud-en-jong")]
    [InlineData("Oud&jong", "oud-en-jong")]
    [InlineData("  Café 't Hoekje: Überraschung!  ", "cafe-t-hoekje-uberraschung")]
    [InlineData("Foto’s van vroeger", "fotos-van-vroeger")]
    [InlineData("ĲSBAAN ﬁjn Łódź Straße smørrebrød", "ijsbaan-fijn-lodz-strasse-smorrebrod")]
    [InlineData("€ 5.000 voor Hijken", "euro-5-000-voor-hijken")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("", "x")]
    [InlineData("&", "en")]
    [InlineData("🎉", "x")]
    [InlineData("مرحبا", "x")]
    public void From_MakesAReadableAddress(string title, string expected) => Assert.Equal(expected, Slug.From(title));

    [Fact]
    public void From_WhenLong_EndsAtAWord() =>
        Assert.Equal(
            "een-heel-lange-titel-die-maar-doorgaat-en-doorgaat-tot-niemand-hem-meer-leest-of",
            Slug.From("Een heel lange titel die maar doorgaat en doorgaat tot niemand hem meer leest of begrijpt")
        );

    [Fact]
    public void From_WhenOneLongWord_IsCut() => Assert.Equal(80, Slug.From(new string('a', 100_000)).Length);

    [Fact]
    public void From_AnyText_IsAnAddressAndStaysTheSame() =>
        Prop.ForAll<string?>(text =>
            {
                var slug = Slug.From(text ?? "");
                return slug.Length is > 0 and <= 80
                    && slug.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-')
                    && !slug.StartsWith('-')
                    && !slug.EndsWith('-')
                    && !slug.Contains("--", StringComparison.Ordinal)
                    && Slug.From(slug) == slug;
            })
            .QuickCheckThrowOnFailure();
}
