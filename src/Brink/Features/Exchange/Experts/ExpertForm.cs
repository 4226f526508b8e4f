using Brink.Platform;
using Brink.Platform.Text;

namespace Brink.Features.Exchange.Experts;

/// <summary>What somebody typed about what they know.</summary>
public sealed class ExpertForm
{
    private const int LongestName = 120;

    /// <summary>'self', or 'org:12' for an organisation the viewer works or speaks for.</summary>
    public string? As { get; set; }
    public string? Name { get; set; }
    public string? Topics { get; set; }
    public string? CanAsk { get; set; }
    public PreferredRoad? Road { get; set; }

    /// <summary>None is all villages.</summary>
    public List<long> Villages { get; set; } = [];

    public Outcome Check()
    {
        var wrong = new List<Refusal>();
        var name = TextRules.Line(Name, LongestName);
        if (name.IsEmpty)
        {
            wrong.Add(new Refusal("Input.Name", "Vul de naam in die op de lijst komt."));
        }

        var topics = TextRules.Line(Topics, Expert.LongestTopics);
        if (topics.IsEmpty)
        {
            wrong.Add(new Refusal("Input.Topics", "Noem waar u veel van weet, met komma's ertussen."));
        }

        var canAsk = TextRules.Paragraphs(CanAsk, Expert.LongestCanAsk);
        foreach (var (field, check) in new[] { ("Name", name), ("Topics", topics), ("CanAsk", canAsk) })
        {
            if (check.Problem is { } problem)
            {
                wrong.Add(new Refusal("Input." + field, problem, check.Arguments));
            }
        }

        return Outcome.Of(wrong);
    }

    public ExpertWords Words() =>
        new(
            TextRules.Line(Name),
            TextRules.Line(Topics),
            TextRules.Paragraphs(CanAsk, Expert.LongestCanAsk).Text,
            Road ?? PreferredRoad.Mail
        );
}
