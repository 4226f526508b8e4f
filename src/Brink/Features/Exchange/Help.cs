using Brink.Features.Subjects;
using Brink.Platform;
using Brink.Platform.Database;
using Brink.Platform.Localisation;

namespace Brink.Features.Exchange;

public enum HelpDirection
{
    Need,
    Offer,
}

public enum HelpKind
{
    Hands,
    Skill,
    Thing,

    /// <summary>Only an association calls for one (X3).</summary>
    BoardMember,
}

public enum HelpState
{
    AwaitingConfirmation,
    Open,
    Done,
    Withdrawn,
}

/// <summary>Hands, skills, things or board members that somebody needs or offers (I6, X3). Drawn in docs/states/help.md.</summary>
public class Help : ITenantEntity
{
    public const int MostPlaces = 500;
    public const int LongestText = 4000;
    public const int LongestThanks = 500;

    public long MunicipalityId { get; set; }
    public long Id { get; set; }
    public Subject Subject { get; private set; } = null!;
    public HelpDirection Direction { get; private set; }
    public HelpKind Kind { get; private set; }
    public string Text { get; private set; } = "";

    /// <summary>How many places there are: people, or things.</summary>
    public int Number { get; private set; }

    /// <summary>Places taken; the database keeps it between nought and <see cref="Number"/>.</summary>
    public int Taken { get; private set; }

    /// <summary>The day itself, or the first of a period; null where any day suits.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>The last day of a period; null for one day.</summary>
    public DateOnly? To { get; private set; }

    /// <summary>The last day it stands on the list.</summary>
    public DateOnly EndsOn { get; private set; }
    public long? InitiativeId { get; private set; }
    public HelpState State { get; private set; }

    /// <summary>A public word of thanks, when the asker wants one.</summary>
    public string Thanks { get; private set; } = "";
    public DateTimeOffset? EndedAt { get; private set; }
    public DateTimeOffset? HandoverAskedAt { get; private set; }
    public bool IsExample { get; private set; }
    public long ContributionId { get; private set; }
    public Contribution? Contribution { get; private set; }
    public List<HelpResponse> Responses { get; } = [];
    public uint Version { get; private set; }

    public int Left => Number - Taken;

    public bool StandsOpenOn(DateOnly today) => State == HelpState.Open && EndsOn >= today;

    /// <summary>Nobody sees it until it is confirmed, unless who hands in is known already.</summary>
    public static Help HandIn(
        HelpWords words,
        IEnumerable<long> villageIds,
        Contribution provenance,
        Actor actor,
        bool isExample = false
    )
    {
        var subject = Subject.Create(SubjectKind.Help, words.Title, Visibility.Unconfirmed, actor.At);
        subject.Villages.AddRange(villageIds.Distinct().Select(id => new SubjectVillage { VillageId = id }));
        subject.Describe(words.Text);
        provenance.Subject = subject;
        subject.Happened(HelpVerbs.HandedIn, actor);
        return new Help
        {
            Subject = subject,
            Direction = words.Direction,
            Kind = words.Kind,
            Text = words.Text,
            Number = words.Number,
            From = words.From,
            To = words.To,
            EndsOn = words.EndsOn,
            InitiativeId = words.InitiativeId,
            State = HelpState.AwaitingConfirmation,
            Contribution = provenance,
            IsExample = isExample,
        };
    }

    public Outcome Confirm(Actor actor)
    {
        if (State != HelpState.AwaitingConfirmation)
        {
            return Outcome.Refuse("", NotNow());
        }

        State = HelpState.Open;
        Subject.Show(Visibility.Public);
        Subject.Happened(HelpVerbs.Confirmed, actor);
        return Outcome.Done;
    }

    /// <summary>It went well, or it is no longer needed: nobody can answer any more.</summary>
    /// <param name="thanks">A public word of thanks; empty for none.</param>
    public Outcome Finish(string? thanks, Actor actor)
    {
        if (State != HelpState.Open)
        {
            return Outcome.Refuse("", NotNow());
        }

        State = HelpState.Done;
        Thanks = (thanks ?? "").Trim();
        EndedAt = actor.At;
        Subject.Happened(HelpVerbs.Done, actor);
        return Outcome.Done;
    }

    public Outcome Withdraw(Actor actor)
    {
        if (State is not (HelpState.Open or HelpState.AwaitingConfirmation))
        {
            return Outcome.Refuse("", NotNow());
        }

        State = HelpState.Withdrawn;
        EndedAt = actor.At;
        Subject.Show(Visibility.Withdrawn);
        Subject.Happened(HelpVerbs.Withdrawn, actor);
        return Outcome.Done;
    }

    /// <summary>Takes away all that was said in what nobody confirmed in time.</summary>
    public Outcome Forget(Actor actor)
    {
        if (State != HelpState.AwaitingConfirmation)
        {
            return Outcome.Refuse("", NotNow());
        }

        State = HelpState.Withdrawn;
        EndedAt = actor.At;
        EraseWords();
        (Contribution!.NameIsPublic, Contribution.ByPersonId) = (false, null);
        Subject.Happened(HelpVerbs.Forgotten, actor);
        return Outcome.Done;
    }

    /// <summary>The words go; that something was asked or offered stays true.</summary>
    public void EraseWords()
    {
        Subject.Rename("");
        Subject.Describe("");
        (Text, Thanks) = ("", "");
    }

    /// <summary>Whether somebody can still answer.</summary>
    public Outcome CanRespond(DateOnly today) =>
        State != HelpState.Open ? Outcome.Refuse("", NotNow())
        : EndsOn < today ? Outcome.Refuse("", "De laatste dag is voorbij. U kunt niet meer reageren.")
        : Left <= 0 ? Outcome.Refuse("", "Alle plaatsen zijn al vergeven. Kijk of er iets anders is.")
        : Outcome.Done;

    /// <summary>Gives a place to one who answered; from then on each can reach the other.</summary>
    public Outcome Accept(HelpResponse response, Decision decision, Actor actor)
    {
        if (State != HelpState.Open)
        {
            return Outcome.Refuse("", NotNow());
        }

        if (response.State != ResponseState.Waiting)
        {
            return Outcome.Refuse("", response.NotNow());
        }

        if (Left <= 0)
        {
            return Outcome.Refuse("", "Alle plaatsen zijn al vergeven. Dank deze persoon en wijs af.");
        }

        Taken++;
        response.Accepted(decision, actor);
        Subject.Happened(HelpVerbs.Accepted, actor, ("response", response.Id));
        return Outcome.Done;
    }

    /// <summary>Thanks and declines.</summary>
    public Outcome Decline(HelpResponse response, string reply, Actor actor)
    {
        if (response.State != ResponseState.Waiting)
        {
            return Outcome.Refuse("", response.NotNow());
        }

        response.Declined(reply, actor);
        Subject.Happened(HelpVerbs.Declined, actor, ("response", response.Id));
        return Outcome.Done;
    }

    /// <summary>Who answered takes it back; a place that was taken is free again.</summary>
    public Outcome StepBack(HelpResponse response, Actor actor)
    {
        if (response.State is not (ResponseState.Unconfirmed or ResponseState.Waiting or ResponseState.Accepted))
        {
            return Outcome.Refuse("", response.NotNow());
        }

        if (response.State == ResponseState.Accepted)
        {
            Taken--;
        }

        var seen = response.State != ResponseState.Unconfirmed;
        response.SteppedBack(actor);
        Subject.Happened(HelpVerbs.SteppedBack, actor, ("response", response.Id), ("seen", seen));
        return Outcome.Done;
    }

    /// <summary>The board asks the administrator to give the role; nobody gets a role by itself.</summary>
    public Outcome AskHandover(Actor actor)
    {
        if (Kind != HelpKind.BoardMember || Taken == 0)
        {
            return Outcome.Refuse("", "Kies eerst iemand die reageerde op de oproep.");
        }

        if (HandoverAskedAt is not null)
        {
            return Outcome.Refuse("", "U hebt de beheerder dit al gevraagd.");
        }

        HandoverAskedAt = actor.At;
        Subject.Happened(HelpVerbs.HandoverAsked, actor);
        return Outcome.Done;
    }

    private string NotNow() =>
        State switch
        {
            HelpState.AwaitingConfirmation => Texts.Mark("Dit is nog niet bevestigd."),
            HelpState.Done => Texts.Mark("Dit is al afgerond."),
            HelpState.Withdrawn => Texts.Mark("Dit is ingetrokken."),
            _ => Texts.Mark("Dit staat al online."),
        };
}

/// <summary>What somebody needs or offers, cleaned and checked.</summary>
/// <param name="Number">Places, from 1 to <see cref="Help.MostPlaces"/>.</param>
public sealed record HelpWords(
    HelpDirection Direction,
    HelpKind Kind,
    string Title,
    string Text,
    int Number,
    DateOnly? From,
    DateOnly? To,
    DateOnly EndsOn,
    long? InitiativeId
);
