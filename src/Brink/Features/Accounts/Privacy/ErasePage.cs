using Brink.Features.Shared;
using Microsoft.AspNetCore.Mvc;

namespace Brink.Features.Accounts.Privacy;

/// <summary>What happens to public words when their writer leaves.</summary>
public enum WordsChoice
{
    Keep,
    Remove,
}

/// <summary>What happens to open initiatives that nobody else carries.</summary>
public enum InitiativesChoice
{
    HandOver,
    Withdraw,
}

/// <summary>One of the questions before one's data go; the answers so far stand in the address.</summary>
public abstract class ErasePage : OwnDataPage
{
    [BindProperty(SupportsGet = true)]
    public WordsChoice? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public InitiativesChoice? Initiatives { get; set; }

    /// <summary>What the viewer alone carries and is not finished.</summary>
    public IReadOnlyList<LeftBehind> LeftBehind { get; private set; } = [];

    public bool HasOffice { get; private set; }

    protected override bool AsksFreshSignIn => true;

    protected async Task LookAsync()
    {
        var left = new List<LeftBehind>();
        foreach (var feature in FeatureServices.OwnData)
        {
            left.AddRange(await feature.LeftBehindAsync(Db, Viewer.PersonId!.Value, Today, HttpContext.RequestAborted));
        }

        LeftBehind = left;
        HasOffice = await Erasing.HasOfficeAsync(Db, Viewer.PersonId!.Value, Today, HttpContext.RequestAborted);
    }

    protected string WithAnswers(string address)
    {
        var answers = new List<string>();
        if (Words is { } words)
        {
            answers.Add($"{nameof(Words)}={words}");
        }

        if (Initiatives is { } initiatives)
        {
            answers.Add($"{nameof(Initiatives)}={initiatives}");
        }

        return answers.Count == 0 ? address : address + "?" + string.Join('&', answers);
    }
}
