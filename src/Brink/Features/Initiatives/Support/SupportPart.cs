using Brink.Features.Accounts;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Initiatives.Support;

/// <summary>The support on the page of its initiative, with what this viewer may do about it.</summary>
/// <param name="Me">The viewer; null for a visitor.</param>
public sealed record SupportPart(
    SupportView View,
    DateOnly Today,
    bool MayBack,
    bool MayAnswer,
    IReadOnlyList<FilterLink> Acts,
    long? Me
)
{
    /// <param name="standing">Null for a visitor of what is public, who may do what anybody may.</param>
    public static SupportPart Of(SupportView view, Viewer viewer, InitiativeStanding? standing, Texts T, DateOnly today)
    {
        var acts = new (SupportAct Act, string Text, string Href)[]
        {
            (SupportAct.Endorse, T["Als vereniging zeggen wat u vindt"], SupportLinks.Endorse(view.Id)),
            (
                SupportAct.EnterForSomeone,
                T["Steun of zorg van iemand anders invoeren"],
                SupportLinks.EnterForSomeone(view.Id)
            ),
            (SupportAct.CountPaper, T["Lijsten met handtekeningen op papier"], SupportLinks.Tallies(view.Id)),
        };
        return new SupportPart(
            view,
            today,
            standing is null || viewer.May(SupportAct.Back, standing),
            standing is not null && viewer.May(SupportAct.AnswerConcern, standing),
            standing is null
                ? []
                :
                [
                    .. acts.Where(act => viewer.May(act.Act, standing))
                        .Select(act => new FilterLink(act.Text, act.Href, 0)),
                ],
            viewer.PersonId
        );
    }
}
