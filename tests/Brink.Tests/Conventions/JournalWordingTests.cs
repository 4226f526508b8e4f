using System.Reflection;
using Brink.Features.Notices;
using Brink.Platform.Localisation;

namespace Brink.Tests.Conventions;

/// <summary>Whatever can happen can be told: every verb has a sentence.</summary>
public sealed class JournalWordingTests
{
    public static TheoryData<string> Verbs =>
        [
            .. typeof(JournalWording)
                .Assembly.GetTypes()
                .Where(type =>
                    type.IsAbstract && type.IsSealed && type.Name.EndsWith("Verbs", StringComparison.Ordinal)
                )
                .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
                .Where(constant => constant.IsLiteral && constant.FieldType == typeof(string))
                .Select(constant => (string)constant.GetRawConstantValue()!),
        ];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void EveryVerb_HasASentence(string verb) =>
        Assert.NotEmpty(
            new JournalWording(Texts.Load(Repository.Source)).Sentence(verb, "Iemand", JournalFacts.Of("{}"))
        );

    [Fact]
    public void AVerbWithoutWords_IsAMistake() =>
        Assert.Throws<ArgumentException>(() =>
            new JournalWording(Texts.Load(Repository.Source)).Sentence(
                "initiative.unheard-of",
                "Iemand",
                JournalFacts.Of("{}")
            )
        );
}
