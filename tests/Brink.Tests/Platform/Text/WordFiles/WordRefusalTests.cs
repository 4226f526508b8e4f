using System.IO.Compression;
using System.Text;
using Brink.Platform.Text.WordFiles;
using Brink.Tests.Platform.Files;

namespace Brink.Tests.Platform.Text.WordFiles;

/// <summary>Files that are broken, or made to do harm, are refused in words: quickly, without much memory, and nothing of them is read.</summary>
public sealed class WordRefusalTests
{
    private const string Names = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    public static TheoryData<string, string> Hostile { get; } =
        new()
        {
            { "no zip", "Dit is geen Word-bestand." },
            { "nothing", "Dit is geen Word-bestand." },
            { "another zip", "Dit is geen Word-bestand." },
            { "spreadsheet", "Dit is geen Word-bestand." },
            { "half a zip", "beschadigd" },
            { "broken part", "beschadigd" },
            { "old Word", "oud Word-bestand" },
            { "with a password", "wachtwoord" },
            { "zip with a password", "wachtwoord" },
            { "macros by type", "macro" },
            { "macros by part", "macro" },
            { "bomb", "te groot" },
            { "bomb that lies", "beschadigd" },
            { "many small ones", "te groot" },
            { "thousands of parts", "te groot" },
            { "picture bomb", "te groot" },
            { "picture from elsewhere", "andere plek" },
            { "template from the web", "andere plek" },
            { "object from elsewhere", "andere plek" },
            { "elsewhere in a part that is not read", "andere plek" },
            { "entities", "anders opgebouwd" },
            { "document type elsewhere", "anders opgebouwd" },
            { "deep", "anders opgebouwd" },
            { "way up in a name", "anders opgebouwd" },
            { "root in a name", "anders opgebouwd" },
            { "way up in a relation", "anders opgebouwd" },
            { "same name twice", "anders opgebouwd" },
            { "without its text", "ontbreken delen" },
            { "without its styles", "ontbreken delen" },
            { "without a body", "ontbreken delen" },
            { "no XML", "beschadigd" },
            { "without words", "geen tekst" },
        };

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task File_IsRefusedInWords(string what, string expected)
    {
        var file = Make(what);

        // On a thread of its own, whose memory is of nothing else.
        var (reading, allocated) = await Task.Factory.StartNew(
            () =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                var read = new WordReader().ReadAsync(file, default).GetAwaiter().GetResult();
                return (read, GC.GetAllocatedBytesForCurrentThread() - before);
            },
            CancellationToken.None,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default
        );

        Assert.Contains(expected, reading.Problem, StringComparison.Ordinal);
        Assert.Equal(("", 0, 0), (reading.Text, reading.Pictures.Count, reading.LeftOut.Count));
        Assert.InRange(allocated, 1, 300_000_000);
    }

    [Fact]
    public async Task File_WithATemplateOnTheOfficersComputer_IsRead_AndThatIsNamed()
    {
        var made = WordMade.Of(WordMade.Paragraph("Tekst"));
        made.Instead["word/_rels/settings.xml.rels"] = External("attachedTemplate", "file:///C:\\huisstijl.dotm");

        var reading = await new WordReader().ReadAsync(made.File(), default);

        Assert.Equal(("Tekst", LeftOutKind.PartOfAnotherFile), (reading.Text, Assert.Single(reading.LeftOut).Kind));
    }

    [Fact]
    public async Task File_OfTwoHundredPages_IsReadInTime()
    {
        var words = string.Join(' ', Enumerable.Repeat("Zo leest een plan van de gemeente.", 12));
        var file = WordMade
            .Of([
                .. Enumerable
                    .Range(1, 200)
                    .SelectMany(page =>
                        Enumerable
                            .Range(0, 7)
                            .Select(_ => WordMade.Paragraph(WordMade.Run(words) + WordMade.Run(" En vet.", "<w:b/>")))
                            .Prepend(WordMade.Paragraph($"Hoofdstuk {page}", "Kop1"))
                    ),
            ])
            .File();
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var reading = await new WordReader().ReadAsync(file, default);

        Assert.Equal(200, Brink.Features.Rounds.SectionReader.Read(reading.Text).Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(15), watch.Elapsed.ToString());
    }

    private static byte[] Make(string what)
    {
        var made = WordMade.Of(WordMade.Paragraph("Tekst"));
        switch (what)
        {
            case "no zip":
                return Encoding.UTF8.GetBytes("Een gewone tekst.");
            case "nothing":
                return [];
            case "another zip":
                return WordMade.Zip([("foto.jpg", [1])]);
            case "spreadsheet":
                made.Instead["[Content_Types].xml"] = WordMade.Xml(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>"
                );
                break;
            case "half a zip":
                return made.File()[..1500];
            case "broken part":
                // Stored as it is, so that its place can be found; the sum of the zip no longer holds, nor the XML.
                var broken = made.File();
                Array.Fill(broken, (byte)0xFF, IndexOf(broken, "word/document.xml") + 20, 100);
                return broken;
            case "old Word":
                return [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2000]];
            case "with a password":
                return
                [
                    0xD0,
                    0xCF,
                    0x11,
                    0xE0,
                    0xA1,
                    0xB1,
                    0x1A,
                    0xE1,
                    .. new byte[500],
                    .. Encoding.Unicode.GetBytes("EncryptedPackage"),
                    .. new byte[500],
                ];
            case "zip with a password":
                var locked = made.File();
                for (var at = 0; (at = IndexOf(locked, "PK\u0001\u0002", at)) >= 0; at += 4)
                {
                    locked[at + 8] |= 1;
                }

                return locked;
            case "macros by type":
                made.Instead["[Content_Types].xml"] = WordMade.Xml(
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.ms-word.document.macroEnabled.main+xml\"/></Types>"
                );
                break;
            case "macros by part":
                made.Instead["word/vbaProject.bin"] = [1, 2, 3];
                break;
            case "bomb":
                made.Instead["word/document.xml"] = new byte[40_000_000];
                break;
            case "bomb that lies":
                made.Instead["word/document.xml"] = new byte[4_000_000];
                return Lie(made.File(), 1000);
            case "many small ones":
                foreach (var number in Enumerable.Range(0, 30))
                {
                    made.Instead[$"word/extra{number}.xml"] = new byte[3_900_000];
                }

                break;
            case "thousands of parts":
                foreach (var number in Enumerable.Range(0, 5000))
                {
                    made.Instead[$"word/extra{number}.xml"] = [1];
                }

                break;
            case "picture bomb":
                made = WordMade
                    .Of(WordMade.Paragraph(WordMade.Picture("p")))
                    .WithPart(
                        "p",
                        "image",
                        "media/i.png",
                        [
                            .. TestPhotos.Png(),
                            .. System.Security.Cryptography.RandomNumberGenerator.GetBytes(11_000_000),
                        ]
                    );
                break;
            case "picture from elsewhere":
                return made.WithExternal("x", "image", "http://spion.example/1.png").File();
            case "template from the web":
                made.Instead["word/_rels/settings.xml.rels"] = External(
                    "attachedTemplate",
                    "https://spion.example/x.dotm"
                );
                break;
            case "object from elsewhere":
                return made.WithExternal("x", "oleObject", "file:///\\\\spion.example\\x.xlsx").File();
            case "elsewhere in a part that is not read":
                made.Instead["word/_rels/header9.xml.rels"] = External("image", "http://spion.example/1.png");
                break;
            case "entities":
                made.Instead["word/document.xml"] = WordMade.Xml(
                    "<!DOCTYPE w [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;\">]>"
                        + $"<w:document {Names}><w:body><w:p><w:r><w:t>&c;</w:t></w:r></w:p></w:body></w:document>"
                );
                break;
            case "document type elsewhere":
                made.Instead["word/styles.xml"] = WordMade.Xml(
                    $"<!DOCTYPE w SYSTEM \"file:///etc/passwd\"><w:styles {Names}/>"
                );
                break;
            case "deep":
                made.Instead["word/document.xml"] = WordMade.Xml(
                    $"<w:document {Names}><w:body>{string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 20_000))}{string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 20_000))}</w:body></w:document>"
                );
                break;
            case "way up in a name":
                made.Instead["../../etc/cron.d/x"] = [1];
                break;
            case "root in a name":
                made.Instead["/etc/x"] = [1];
                break;
            case "way up in a relation":
                made.Instead["_rels/.rels"] = WordMade.Relations(
                    WordMade.Relation("d", "officeDocument", "../../../word/document.xml")
                );
                break;
            case "same name twice":
                made.Instead["WORD/Document.xml"] = [1];
                break;
            case "without its text":
                made.Instead["word/document.xml"] = null;
                break;
            case "without its styles":
                made.Instead["word/styles.xml"] = null;
                break;
            case "without a body":
                made.Instead["word/document.xml"] = WordMade.Xml($"<w:document {Names}/>");
                break;
            case "no XML":
                made.Instead["word/document.xml"] = Encoding.UTF8.GetBytes("<w:document");
                break;
            case "without words":
                return WordMade.Of(WordMade.Paragraph("")).File();
        }

        return made.File();
    }

    private static byte[] External(string kind, string target) =>
        WordMade.Relations(
            $"<Relationship Id=\"x\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}\" Target=\"{target}\" TargetMode=\"External\"/>"
        );

    /// <summary>Says in both places that each large part is small.</summary>
    private static byte[] Lie(byte[] zip, int length)
    {
        foreach (var (sign, place) in new[] { ("PK\u0001\u0002", 24), ("PK\u0003\u0004", 22) })
        {
            for (var at = 0; (at = IndexOf(zip, sign, at)) >= 0; at += 4)
            {
                if (BitConverter.ToUInt32(zip, at + place) == 4_000_000)
                {
                    BitConverter.GetBytes(length).CopyTo(zip, at + place);
                }
            }
        }

        return zip;
    }

    private static int IndexOf(byte[] zip, string sign, int from = 0)
    {
        var at = zip.AsSpan(from).IndexOf(Encoding.Latin1.GetBytes(sign));
        return at < 0 ? -1 : at + from;
    }
}
