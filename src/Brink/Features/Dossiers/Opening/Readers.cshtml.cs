using Brink.Features.Places;
using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Dossiers.Opening;

/// <summary>Question 6: public at once, or first in confidence (C10)?</summary>
public class ReadersModel : OpeningPage
{
    public override OpeningStep Step => OpeningStep.Readers;

    [BindProperty]
    public bool InConfidence { get; set; }

    [BindProperty]
    public string[] ReaderKeys { get; set; } = [];

    [BindProperty]
    public DateOnly? Until { get; set; }

    [BindProperty]
    public AfterConfidence Then { get; set; }

    public IReadOnlyList<Choice> Readers { get; private set; } = [];

    public IReadOnlyList<Choice> Ways =>
        [
            new("False", T["Meteen openbaar"], T["Iedereen leest het vanaf de eerste dag."]),
            new(
                "True",
                T["Eerst in vertrouwen"],
                T[
                    "Alleen de mensen die u kiest lezen het, tot een dag die u kiest. Daarna leest iedereen dat dit zo ging, en met wie."
                ]
            ),
        ];

    public IReadOnlyList<Choice> Endings =>
        [.. Enum.GetValues<AfterConfidence>().Select(then => new Choice(then, T.NameOf(then)))];

    public async Task OnGetAsync()
    {
        (InConfidence, ReaderKeys, Until, Then) = (
            Answers.InConfidence,
            Answers.Readers,
            Answers.Until ?? Today.AddDays(14),
            Answers.Then
        );
        await LoadAsync();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var known = await PossibleReaders.OfAsync(Db, Answers.VillageIds, Today, Aborted);
        Answers.InConfidence = InConfidence;
        Answers.Readers =
        [
            .. ReaderKeys.Where(key => known.Any(reader => reader.Key == key)).Distinct(StringComparer.Ordinal),
        ];
        (Answers.Until, Answers.Then) = (Until, Then);
        return await GoOnAsync(OpeningRules.OfReaders(Answers, Today));
    }

    protected override async Task LoadAsync() =>
        Readers = [
            .. (await PossibleReaders.OfAsync(Db, Answers.VillageIds, Today, Aborted)).Select(reader => new Choice(
                reader.Key,
                reader.Name,
                T["{0} van {1}", T.NameOf(reader.Role), reader.Organisation]
            )),
        ];
}
