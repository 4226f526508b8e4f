using Brink.Platform.Localisation;

namespace Brink.Tests.Platform.Localisation;

public sealed class PluralRuleTests
{
    [Theory]
    [InlineData("nplurals=1; plural=0;", "0000000000")]
    [InlineData("nplurals=2; plural=n != 1;", "1011111111")]
    [InlineData("nplurals=2; plural=(n>1);", "0011111111")]
    // Polish, Czech and Arabic, as the gettext manual and Unicode CLDR give them.
    [InlineData("nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);", "2011122222")]
    [InlineData("nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;", "2011122222")]
    [InlineData(
        "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
        "0123333333"
    )]
    public void FormOf_GivesTheFormsOfKnownLanguages(string header, string forms)
    {
        var rule = PluralRule.Parse(header);

        Assert.Equal(forms, string.Concat(Enumerable.Range(0, 10).Select(n => rule.FormOf(n))));
    }

    [Theory]
    [InlineData(12, 2)]
    [InlineData(22, 1)]
    [InlineData(112, 2)]
    [InlineData(1_000_000_002, 1)]
    [InlineData(-22, 1)]
    public void FormOf_InPolish_LooksAtTheLastDigits(long number, int form) =>
        Assert.Equal(
            form,
            PluralRule
                .Parse("nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;")
                .FormOf(number)
        );

    [Theory]
    [InlineData("nplurals=2; plural=1+2*3-6/2-4+n*0;", 0)]
    [InlineData("nplurals=2; plural=!n || !(n==0) && 0;", 1)]
    public void FormOf_BindsAsInC(string header, int formOfZero) =>
        Assert.Equal(formOfZero, PluralRule.Parse(header).FormOf(0));

    [Theory]
    [InlineData("")]
    [InlineData("nplurals=2;")]
    [InlineData("nplurals=x; plural=0;")]
    [InlineData("nplurals=2; plural=n;")]
    [InlineData("nplurals=2; plural=n%0;")]
    [InlineData("nplurals=2; plural=(n!=1;")]
    [InlineData("nplurals=2; plural=n!=1 ? 1;")]
    [InlineData("nplurals=2; plural=system(1);")]
    [InlineData("nplurals=2; plural=n-2;")]
    public void Parse_WhenTheRuleIsBroken_Refuses(string header) =>
        Assert.Throws<FormatException>(() => PluralRule.Parse(header));

    [Fact]
    public void Parse_WhenNestedWithoutEnd_Refuses() =>
        Assert.Throws<FormatException>(() => PluralRule.Parse($"nplurals=2; plural={new string('(', 100_000)}n"));
}
