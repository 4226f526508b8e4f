using Brink.Features.Accounts;
using Brink.Features.Notices;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Agenda;

/// <summary>What happens to an agenda, told to the log only; and the agendas that somebody keeps.</summary>
public sealed class AgendaNews : FeatureNews
{
    public override string? Sentence(Texts T, string verb, string who, JournalFacts about) =>
        verb switch
        {
            AgendaVerbs.Put => T["{0} zette een punt op de agenda.", who],
            AgendaVerbs.DealtWith => T["{0} vinkte een punt van de agenda af.", who],
            AgendaVerbs.TakenOff => T["{0} haalde een punt van de agenda.", who],
            _ => null,
        };

    public override IEnumerable<Crumb> Work(Texts T, Viewer viewer) =>
        viewer
            .Agendas()
            .Select(role => new Crumb(T["Agenda van {0}", role.OrganisationName], AgendaLinks.Of(role.OrganisationId)));
}
