using System.Globalization;
using Brink.Features.Subjects;

namespace Brink.Features.Signals;

/// <summary>The addresses of everything around signals. Addresses are promises: they stay.</summary>
public static class SignalLinks
{
    public const string List = "/signalen";

    /// <summary>The liaison's working list.</summary>
    public const string Work = "/signalen/werklijst";

    /// <summary>What do you want to tell: a chance, a bottleneck, or something broken.</summary>
    public const string Start = "/signaal";
    public const string Tell = "/signaal/vertellen";
    public const string Broken = "/signaal/kapot";
    public const string BrokenReceived = "/signaal/kapot/ontvangen";
    public const string Concerns = "/wat-speelt-er";
    public const string NewConcern = "/wat-speelt-er/nieuw";

    public static string Show(long id, string slug) => SubjectLinks.Of(SubjectKind.Signal, id, slug);

    public static string Concern(long id, string slug) => SubjectLinks.Of(SubjectKind.SharedConcern, id, slug);

    public static string GatherInto(long concernId) => $"{Concerns}/{Number(concernId)}/signalen";

    public static string EditConcern(long concernId) => $"{Concerns}/{Number(concernId)}/aanpassen";

    public static string TellOf(SignalKind kind, long? villageId = null) =>
        $"{Tell}?soort={SignalCodes.Of(kind)}{(villageId is { } id ? "&dorp=" + Number(id) : "")}";

    public static string InVillage(long villageId) => $"{List}?dorp={Number(villageId)}";

    public static string Received(string token) => "/signaal/ontvangen/" + token;

    public static string ConfirmHandIn(string secret) => "/signaal/bevestigen/" + secret;

    public static string Confirm(long id) => Act(id, "bevestigen");

    public static string MoveAnswer(long id) => Act(id, "andere-dag");

    public static string Triage(long id) => Act(id, "bekijken");

    public static string Forward(long id) => Act(id, "doorsturen");

    public static string Accept(long id) => Act(id, "overnemen");

    public static string Answer(long id) => Act(id, "antwoord");

    public static string Merge(long id) => Act(id, "samenvoegen");

    public static string Split(long id) => Act(id, "splitsen");

    public static string Hide(long id) => Act(id, "weghalen");

    public static string Withdraw(long id) => Act(id, "intrekken");

    public static string Follow(long id) => "/volgen/" + Number(id);

    public static string Photo(long id, long fileId) => Act(id, "foto/" + Number(fileId));

    private static string Act(long id, string act) => $"{List}/{Number(id)}/{act}";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>What kinds, states and answers are called in addresses and in the open interface. They stay.</summary>
public static class SignalCodes
{
    private static readonly (SignalKind Kind, string Code)[] Kinds =
    [
        (SignalKind.Chance, "kans"),
        (SignalKind.Bottleneck, "knelpunt"),
        (SignalKind.Defect, "kapot"),
    ];

    private static readonly (SignalState State, string Code)[] States =
    [
        (SignalState.Open, "nieuw"),
        (SignalState.Triaged, "bekeken"),
        (SignalState.Answered, "beantwoord"),
        (SignalState.Merged, "samengevoegd"),
    ];

    public static IEnumerable<SignalKind> AllKinds => Kinds.Select(k => k.Kind);

    /// <summary>Those that a public signal can be in.</summary>
    public static IEnumerable<SignalState> AllStates => States.Select(s => s.State);

    public static string Of(SignalKind kind) => Kinds.First(k => k.Kind == kind).Code;

    public static string Of(SignalState state) => States.First(s => s.State == state).Code;

    public static string Of(SignalAnswer answer) =>
        answer switch
        {
            SignalAnswer.TakenUp => "pakken-we-op",
            SignalAnswer.NotBecause => "doen-we-niet",
            _ => "ligt-bij-een-ander",
        };

    public static SignalKind? KindOf(string? code) =>
        Kinds.Where(k => k.Code == code).Select(k => (SignalKind?)k.Kind).FirstOrDefault();

    public static SignalState? StateOf(string? code) =>
        States.Where(s => s.Code == code).Select(s => (SignalState?)s.State).FirstOrDefault();
}
