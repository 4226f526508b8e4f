using Brink.Features.Dossiers.Acts;
using Brink.Features.Shared;
using Brink.Platform.Localisation;
using Microsoft.EntityFrameworkCore;

namespace Brink.Features.Dossiers.Opening;

/// <summary>The receipt: what was published or put before readers, and what happens next.</summary>
public class OpenedModel() : DossierPage(DossierAct.Work)
{
    public Receipt Receipt { get; private set; } = null!;

    public async Task OnGetAsync()
    {
        var found = await Db
            .Dossiers.AsNoTracking()
            .Where(d => d.Id == Id)
            .Select(d => new
            {
                d.State,
                Until = (DateOnly?)d.Confidence!.Until,
                Then = (AfterConfidence?)d.Confidence.Then,
                ByMail = d.Invitations.Count(i => i.How == InvitedHow.Mail),
                ByLiaison = d.Invitations.Count(i => i.How == InvitedHow.Liaison),
                NotInvited = d.Invitations.Count(i => i.How == InvitedHow.RatherNot),
            })
            .SingleAsync(Aborted);
        Receipt =
            found.State == DossierState.InConfidence
                ? new Receipt(
                    T["Het dossier ligt in vertrouwen voor"],
                    null,
                    T["'{0}' is nu alleen te lezen voor de lezers die u koos en voor beleidsambtenaars.", Name],
                    [
                        T["De lezers krijgen vandaag een mail."],
                        T["Drie dagen voor het einde krijgt u een herinnering."],
                        T[
                            "Na {0} gebeurt dit vanzelf: {1}.",
                            Formats.Date(found.Until!.Value),
                            T.NameOf(found.Then!.Value)
                        ],
                    ]
                )
                : new Receipt(
                    T["Het dossier staat online"],
                    null,
                    T["Iedereen kan '{0}' nu lezen.", Name],
                    [
                        T.Count(
                            found.ByMail,
                            "1 vereniging krijgt een mail, op het moment dat bij het dorp past.",
                            "{0} verenigingen krijgen een mail, op het moment dat bij het dorp past."
                        ),
                        .. found.ByLiaison > 0
                            ?
                            [
                                T.Count(
                                    found.ByLiaison,
                                    "1 vereniging wordt uitgenodigd door de dorpscontactambtenaar.",
                                    "{0} verenigingen worden uitgenodigd door de dorpscontactambtenaar."
                                ),
                            ]
                            : Array.Empty<string>(),
                        .. found.NotInvited > 0
                            ?
                            [
                                T.Count(
                                    found.NotInvited,
                                    "1 vereniging hoort liever niets over dit onderwerp. Dat staat bij het dossier.",
                                    "{0} verenigingen horen liever niets over dit onderwerp. Dat staat bij het dossier."
                                ),
                            ]
                            : Array.Empty<string>(),
                        T["De dorpscontactambtenaren horen het meteen."],
                    ]
                );
    }
}
