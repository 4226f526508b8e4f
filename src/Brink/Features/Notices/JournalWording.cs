using Brink.Features.Accounts;
using Brink.Features.Initiatives;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Shared;
using Brink.Platform.Localisation;

namespace Brink.Features.Notices;

/// <summary>
/// What happened, in one sentence, for timelines, mails, feeds and the audit list. Holds no person's words; whoever did
/// it is given as it may be shown (<see cref="ShownActors"/>).
/// </summary>
public sealed class JournalWording(Texts T)
{
    /// <param name="who">'Een inwoner', 'De dorpscontactambtenaar van Gemeente Midden-Drenthe'.</param>
    /// <param name="organisation">Its name, where the line is about one and the reader may know which.</param>
    /// <exception cref="ArgumentException">A verb without words; each must have them.</exception>
    public string Sentence(string verb, string who, JournalFacts about, string? organisation = null) =>
        InitiativeSentence(verb, who, about)
        ?? PromiseSentence(verb, about)
        ?? PlacesSentence(verb, who, about, organisation)
        ?? AccountSentence(verb, who)
        ?? FeatureServices
            .News.Select(news => news.Sentence(T, verb, who, about))
            .FirstOrDefault(told => told is not null)
        ?? throw new ArgumentException($"JournalWording has no sentence for '{verb}'.", nameof(verb));

    private string? InitiativeSentence(string verb, string who, JournalFacts about) =>
        verb switch
        {
            InitiativeVerbs.HandedIn => T["{0} leverde een idee in.", who],
            InitiativeVerbs.Confirmed => T["Het idee is bevestigd en staat nu voor iedereen open."],
            InitiativeVerbs.TakenIn => T["{0} pakte het idee op.", who],
            InitiativeVerbs.ColleagueBroughtIn => T["{0} vroeg een collega om mee te denken.", who],
            InitiativeVerbs.QuestionAsked => T["{0} stelde een vraag.", who],
            InitiativeVerbs.QuestionReplied => T["{0} gaf antwoord op een vraag.", who],
            InitiativeVerbs.RequirementAdded => about.Code<RequirementKind>("kind") switch
            {
                RequirementKind.Permit => T["{0} schreef wat er nodig is: een vergunning.", who],
                RequirementKind.Land => T["{0} schreef wat er nodig is: afspraken over de grond.", who],
                RequirementKind.Traffic => T["{0} schreef wat er nodig is voor het verkeer.", who],
                RequirementKind.Money => T["{0} schreef wat er nodig is: geld.", who],
                RequirementKind.Insurance => T["{0} schreef wat er nodig is: een verzekering.", who],
                RequirementKind.Upkeep => T["{0} schreef wat er nodig is: afspraken over onderhoud.", who],
                _ => T["{0} schreef wat er nog nodig is.", who],
            },
            InitiativeVerbs.RequirementMet => T["Iets wat nodig was, is geregeld."],
            InitiativeVerbs.Answered => about.Code<AnswerKind>("answer") switch
            {
                AnswerKind.Yes => T["{0} antwoordde: ja.", who],
                AnswerKind.YesIf => T["{0} antwoordde: ja, mits.", who],
                AnswerKind.NoBecause => T["{0} antwoordde: nee, want.", who],
                _ => T["{0} gaf antwoord.", who],
            },
            InitiativeVerbs.Updated => T["{0} vertelde hoe het gaat.", who],
            InitiativeVerbs.PhaseMoved => about.Code<Phase>("to") switch
            {
                Phase.Idea => T["Het initiatief is terug in de fase 'idee'."],
                Phase.ExploringSupport => T["Het initiatief ging verder: de initiatiefnemers peilen het draagvlak."],
                Phase.Plan => T["Het initiatief ging verder: er komt een plan."],
                Phase.Funding => T["Het initiatief ging verder: het geld wordt geregeld."],
                Phase.Doing => T["Het initiatief ging verder: de uitvoering is begonnen."],
                Phase.Done => T["Het initiatief is klaar."],
                Phase.InUpkeep => T["Het initiatief is klaar en wordt onderhouden."],
                Phase.Paused => T["Het initiatief ligt even stil."],
                Phase.Stopped => T["Het initiatief is gestopt."],
                _ => T["Het initiatief kwam in een andere fase."],
            },
            InitiativeVerbs.Edited => T["{0} paste de tekst aan.", who],
            InitiativeVerbs.Located => T["{0} paste de plek op de kaart aan.", who],
            InitiativeVerbs.NextStepPlanned => T["{0} schreef wat de volgende stap is.", who],
            InitiativeVerbs.PhotosAdded => T["{0} zette er foto's bij.", who],
            InitiativeVerbs.PhotoRemoved => T["{0} haalde een foto weg.", who],
            InitiativeVerbs.Withdrawn => T["{0} trok het idee in.", who],
            InitiativeVerbs.HandedOver => T["{0} droeg het initiatief over aan de vereniging van het dorp.", who],
            InitiativeVerbs.InitiatorLeft => T["{0} stopte als initiatiefnemer.", who],
            InitiativeVerbs.WordsTakenBack => T["{0} haalde eigen teksten weg.", who],
            InitiativeVerbs.Forgotten => T["Niemand bevestigde het idee op tijd. Wat erin stond, is weggehaald."],
            _ => null,
        };

    private string? PromiseSentence(string verb, JournalFacts about)
    {
        var kind = about.Code<PromiseKind>("kind");
        return verb switch
        {
            PromiseVerbs.Made => about.Date("due") is { } due
                ? T.Promised(kind, due) ?? T["Er is iets toegezegd, voor uiterlijk {0}.", Formats.Date(due)]
                : T["Er is iets toegezegd."],
            PromiseVerbs.Kept => (kind, about.Is("late")) switch
            {
                (PromiseKind.TakeIn, true) => T["De gemeente pakte dit op, later dan beloofd."],
                (PromiseKind.TakeIn, false) => T["De gemeente pakte dit op tijd op."],
                (PromiseKind.Answer, true) => T["De gemeente gaf antwoord, later dan beloofd."],
                (PromiseKind.Answer, false) => T["De gemeente gaf op tijd antwoord."],
                (_, true) => T["Een toezegging is nagekomen, later dan beloofd."],
                _ => T["Een toezegging is nagekomen."],
            },
            PromiseVerbs.Released => T["Een toezegging vervalt. Bij de toezegging staat waarom."],
            PromiseVerbs.Reminded => about.Is("late")
                ? T["Brink herinnerde aan een toezegging die te laat is."]
                : T["Brink herinnerde aan een toezegging die bijna af moet zijn."],
            _ => null,
        };
    }

    private string? PlacesSentence(string verb, string who, JournalFacts about, string? organisation) =>
        verb switch
        {
            PlacesVerbs.MunicipalityAdded => T["De gemeente kwam in Brink."],
            PlacesVerbs.MunicipalityChanged => T["{0} paste de gegevens van de gemeente aan.", who],
            PlacesVerbs.VillageAdded => T["Dit dorp kwam in Brink."],
            PlacesVerbs.VillageChanged => T["{0} paste de gegevens van het dorp aan.", who],
            PlacesVerbs.VillagePageChanged => T["{0} paste de dorpspagina aan.", who],
            PlacesVerbs.InhabitantsRecorded => about.Is("removed")
                ? T["{0} haalde een aantal inwoners weg.", who]
                : T["{0} vulde het aantal inwoners in.", who],
            PlacesVerbs.FacilityChanged => FacilityChanged(about),
            PlacesVerbs.ThemeAdded => T["Dit thema kwam in Brink."],
            PlacesVerbs.OrganisationAdded => organisation is null
                ? T["{0} voegde een organisatie toe.", who]
                : T["{0} voegde {1} toe.", who, organisation],
            PlacesVerbs.OrganisationChanged => organisation is null
                ? T["{0} paste de gegevens van een organisatie aan.", who]
                : T["{0} paste de gegevens van {1} aan.", who, organisation],
            PlacesVerbs.RoleGiven => T["{0} gaf iemand een rol.", who],
            PlacesVerbs.RoleEnded => T["{0} beëindigde een rol.", who],
            PlacesVerbs.PersonAdded => T["{0} voegde iemand toe.", who],
            PlacesVerbs.PersonChanged => T["{0} paste de gegevens van iemand aan.", who],
            PlacesVerbs.Imported => T["{0} laadde een bestand met dorpen of organisaties in.", who],
            _ => null,
        };

    /// <summary>Read by administrators only.</summary>
    private string? AccountSentence(string verb, string who) =>
        verb switch
        {
            AccountVerbs.SignedIn => T["{0} logde in.", who],
            AccountVerbs.SignInRefused => T["Inloggen lukte niet."],
            AccountVerbs.Locked => T["Na te veel pogingen is deze manier van inloggen een tijd dicht."],
            AccountVerbs.FirstStepPassed => T["{0} kwam door de eerste stap van het inloggen.", who],
            AccountVerbs.Forgotten => T["Brink vergat iemand van wie het alleen een adres had."],
            AccountVerbs.LinkAsked => T["Iemand vroeg een link om in te loggen."],
            AccountVerbs.SignedOut => T["{0} logde uit.", who],
            AccountVerbs.SignedOutEverywhere => T["{0} logde overal uit.", who],
            AccountVerbs.SettingsChanged => T["{0} paste de eigen instellingen aan.", who],
            AccountVerbs.PasswordSet => T["{0} stelde een wachtwoord in.", who],
            AccountVerbs.PasswordRemoved => T["{0} haalde het wachtwoord weg.", who],
            AccountVerbs.SecondFactorOn => T["{0} zette de tweede stap bij het inloggen aan.", who],
            AccountVerbs.SecondFactorOff => T["{0} zette de tweede stap bij het inloggen uit.", who],
            AccountVerbs.RecoveryCodesMade => T["{0} maakte nieuwe herstelcodes.", who],
            AccountVerbs.RecoveryCodeUsed => T["{0} gebruikte een herstelcode.", who],
            AccountVerbs.PasskeyAdded => T["{0} voegde een passkey toe.", who],
            AccountVerbs.PasskeyRenamed => T["{0} gaf een passkey een andere naam.", who],
            AccountVerbs.PasskeyRemoved => T["{0} haalde een passkey weg.", who],
            AccountVerbs.ConsentGiven => T["{0} gaf ergens toestemming voor.", who],
            AccountVerbs.ConsentWithdrawn => T["{0} trok een toestemming in.", who],
            AccountVerbs.AddressAsked => T["{0} wil een ander mailadres.", who],
            AccountVerbs.AddressChanged => T["{0} kreeg een ander mailadres.", who],
            AccountVerbs.OwnDataDownloaded => T["{0} haalde de eigen gegevens op.", who],
            AccountVerbs.EraseAnnounced => T["Brink waarschuwde iemand dat een ongebruikt account weggaat."],
            AccountVerbs.Kept => T["{0} wil het account houden.", who],
            AccountVerbs.Erased => T["De gegevens van een inwoner zijn verwijderd."],
            AccountVerbs.JournalRead => T["{0} las het logboek.", who],
            AccountVerbs.JournalDownloaded => T["{0} haalde het logboek op.", who],
            _ => null,
        };

    private string FacilityChanged(JournalFacts about)
    {
        var facility = about.Code<FacilityKind>("kind") switch
        {
            FacilityKind.Shop => T["De winkel"],
            FacilityKind.School => T["De school"],
            FacilityKind.VillageHall => T["Het dorpshuis"],
            FacilityKind.Pharmacy => T["De apotheek"],
            FacilityKind.GeneralPractitioner => T["De huisarts"],
            FacilityKind.BusStop => T["De bushalte"],
            FacilityKind.SportsGround => T["Het sportveld"],
            FacilityKind.Playground => T["De speeltuin"],
            FacilityKind.CashMachine => T["De geldautomaat"],
            FacilityKind.Library => T["De bibliotheek"],
            FacilityKind.Church => T["De kerk"],
            _ => T["Een voorziening"],
        };
        return about.Code<FacilityState>("state") switch
        {
            FacilityState.Open => T["{0} is open.", facility],
            FacilityState.AtRisk => T["{0} dreigt te verdwijnen.", facility],
            FacilityState.Closed => T["{0} is gesloten.", facility],
            _ => T["Er veranderde iets aan de voorzieningen."],
        };
    }
}
