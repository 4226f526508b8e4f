namespace Brink.Features.Dossiers.Opening;

/// <summary>The questions in their order.</summary>
public enum OpeningStep
{
    What = 1,
    Places,
    Decides,
    Room,
    Stages,
    Readers,
    Check,
}

public static class OpeningSteps
{
    /// <summary>How many questions there are; the check is none.</summary>
    public const int Count = (int)OpeningStep.Check - 1;

    public static string Address(OpeningStep step) =>
        step switch
        {
            OpeningStep.What => DossierLinks.New,
            OpeningStep.Places => DossierLinks.New + "/dorpen",
            OpeningStep.Decides => DossierLinks.New + "/wie-beslist",
            OpeningStep.Room => DossierLinks.New + "/wat-open-is",
            OpeningStep.Stages => DossierLinks.New + "/stappen",
            OpeningStep.Readers => DossierLinks.New + "/openbaar",
            _ => DossierLinks.New + "/controle",
        };

    /// <summary>The same, to come back to the check after this answer.</summary>
    public static string Change(OpeningStep step) => Address(step) + "?terug=controle";
}
