using System.Text;
using Brink.Platform.Localisation;

namespace Brink.Tests.Platform.Localisation;

public sealed class PoFileTests
{
    private const string Awkward = """
        # Comment with "quotes" and msgid "not an entry"
        msgid ""
        msgstr ""
        "Content-Type: text/plain; charset=UTF-8\n"
        "Plural-Forms: nplurals=2; plural=n != 1;\n"

        #. for translators
        #: Initiatives/Show.cshtml:12
        msgid "Plain"
        msgstr "Gewoon"
        msgctxt "month"
        msgid "mei"
        msgstr "May"

        msgid "mei"
        msgstr "may"
        #, no-c-format
        msgid ""
        "Over "
        "several lines,\n"
          "with a tab\tand a backslash \\ and \"quotes\""
        msgstr "Na\303\257ef, \x2dx, {0}, 😀, \a\b\f\v\r"

        msgid "één initiatief"
        msgid_plural "{0} initiatieven"
        msgstr[0] "one initiative"
        msgstr[1] "{0} initiatives"

        #, fuzzy
        #| msgid "Before"
        msgid "Doubtful"
        msgstr "Twijfelachtig"

        msgid "Not yet"
        msgstr ""

        msgid "# no comment"
        msgstr "#~ neither"

        #~ msgid "Obsolete"
        #~ msgstr "Verouderd"

        """;

    [Fact]
    public void Parse_ReadsWhatGettextCompiles()
    {
        OutsideProgram.Require("msgfmt");
        var folder = Directory.CreateTempSubdirectory("po");
        var (po, mo) = (Path.Combine(folder.FullName, "en.po"), Path.Combine(folder.FullName, "en.mo"));
        File.WriteAllText(po, Awkward);

        var (code, _, errors) = OutsideProgram.Run("msgfmt", "-c", "-o", mo, po);

        Assert.True(code == 0, errors);
        var compiled = CompiledCatalogue.Read(mo);
        compiled.Remove("");
        var read = PoFile
            .Read(po)
            .Entries.ToDictionary(
                entry =>
                    (entry.Context is null ? "" : entry.Context + '\u0004')
                    + entry.Id
                    + (entry.PluralId is null ? "" : '\0' + entry.PluralId),
                entry => string.Join('\0', entry.Translations)
            );
        Assert.Equal(6, read.Count);
        Assert.Equal(compiled, read);
        folder.Delete(recursive: true);
    }

    [Fact]
    public void Read_ReadsTheSameAfterGettextRewroteTheFile()
    {
        OutsideProgram.Require("msgcat");
        var folder = Directory.CreateTempSubdirectory("po");
        var (po, rewritten) = (Path.Combine(folder.FullName, "a.po"), Path.Combine(folder.FullName, "b.po"));
        File.WriteAllText(po, Awkward);

        var (code, _, errors) = OutsideProgram.Run("msgcat", "--width=20", "--sort-output", "-o", rewritten, po);

        Assert.True(code == 0, errors);
        Assert.Equal(Contents(PoFile.Read(po)), Contents(PoFile.Read(rewritten)));
        folder.Delete(recursive: true);

        static IEnumerable<string> Contents(PoFile file) =>
            file
                .Entries.Select(e => $"{e.Context}|{e.Id}|{e.PluralId}|{string.Join('|', e.Translations)}")
                .Order(StringComparer.Ordinal);
    }

    [Fact]
    public void Parse_TakesWindowsLineEndings()
    {
        var entry = Assert.Single(PoFile.Parse("msgid \"a\"\r\nmsgstr \"b\"\r\n", "en.po").Entries);

        Assert.Equal(("a", "b"), (entry.Id, entry.Translations[0]));
    }

    [Theory]
    [InlineData("msgid \"a\"\nmsgid \"b\"\nmsgstr \"c\"", "en.po:1: a msgid without msgstr")]
    [InlineData("msgid \"a\"\nmsgstr \"b\"\n\nmsgid \"a\"\nmsgstr \"c\"", "en.po:4: \"a\" already stands on line 1")]
    [InlineData("msgid \"a\nmsgstr \"b\"", "en.po:1: no closing quotation mark")]
    [InlineData("msgid \"a\" b\nmsgstr \"b\"", "en.po:1: something stands after the closing quotation mark")]
    [InlineData("\"a\"", "en.po:1: a text without a keyword before it")]
    [InlineData("msgid \"a\"\nmsgstr \"\\q\"", "en.po:2: unknown escape \\q")]
    [InlineData("msgid \"a\"\nmsgstr \"\\", "en.po:2: unknown escape")]
    [InlineData("msgid \"a\"\nmsgfoo \"b\"", "en.po:2: unknown keyword msgfoo")]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr \"c\"", "en.po:3: msgstr can't stand here")]
    [InlineData("msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[1] \"c\"", "en.po:3: msgstr[1] can't stand here")]
    [InlineData(
        "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"",
        "en.po:1: \"a\" has 1 plural forms, the header says 2"
    )]
    [InlineData("msgid", "en.po:1: expected a text between quotation marks: msgid")]
    [InlineData(
        "msgid \"\"\nmsgstr \"Plural-Forms: nplurals=2; plural=n ! 1;\"",
        "en.po:1: plural expression can't be read"
    )]
    public void Parse_WhenTheFileIsBroken_SaysWhere(string content, string message)
    {
        var problem = Assert.Throws<PoException>(() => PoFile.Parse(content, "en.po"));

        Assert.StartsWith(message, problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_WhenTheFileIsNotUtf8_SaysSo()
    {
        var folder = Directory.CreateTempSubdirectory("po");
        var path = Path.Combine(folder.FullName, "en.po");
        File.WriteAllBytes(path, [.. "msgid \"caf"u8, 0xE9, .. "\"\nmsgstr \"x\"\n"u8]);

        var problem = Assert.Throws<PoException>(() => PoFile.Read(path));

        Assert.EndsWith("not UTF-8", problem.Message, StringComparison.Ordinal);
        folder.Delete(recursive: true);
    }

    /// <summary>The binary form that msgfmt writes (GNU gettext manual, 10.3 'The format of GNU MO files').</summary>
    private static class CompiledCatalogue
    {
        public static Dictionary<string, string> Read(string path)
        {
            var bytes = File.ReadAllBytes(path);
            Assert.Equal(0x950412deu, BitConverter.ToUInt32(bytes));
            var (count, ids, texts) = (Number(8), Number(12), Number(16));
            return Enumerable.Range(0, count).ToDictionary(i => Text(ids + 8 * i), i => Text(texts + 8 * i));

            int Number(int at) => BitConverter.ToInt32(bytes, at);
            string Text(int at) => Encoding.UTF8.GetString(bytes, Number(at + 4), Number(at));
        }
    }
}
