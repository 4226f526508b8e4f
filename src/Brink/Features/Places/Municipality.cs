namespace Brink.Features.Places;

/// <summary>The tenant: one municipality with its own address, colours and rules (P1).</summary>
public partial class Municipality
{
    public long Id { get; set; }
    public string Name { get; set; } = "";
    public string Slug { get; set; } = "";

    /// <summary>Statistics Netherlands' code, such as GM1731.</summary>
    public string CbsCode { get; set; } = "";
    public string Host { get; set; } = "";
    public string Theme { get; set; } = "midden-drenthe";
    public string? LogoHash { get; set; }
    public bool IsExample { get; set; }

    /// <summary>A village with fewer inhabitants is small.</summary>
    public int SmallVillageThreshold { get; set; } = 3000;
    public int? PolicyFrom { get; set; }
    public int? PolicyTo { get; set; }

    /// <summary>Years after the start of the policy.</summary>
    public int? MidTermEvaluationAfter { get; set; }

    /// <summary>Years after the start of the policy.</summary>
    public int? RenewalAfter { get; set; }

    /// <summary>Service term in working days: from a confirmed hand-in until somebody has taken it in.</summary>
    public int TakeInTerm { get; set; } = 5;

    /// <summary>Service term in working days: from a confirmed hand-in until the answer.</summary>
    public int AnswerTerm { get; set; } = 30;

    // How long what people leave is kept (P8); see KeepingTerms.
    public int DaysToConfirm { get; set; } = 14;
    public int DaysDraftsStay { get; set; } = 1;
    public int DaysStrangersStay { get; set; } = 30;
    public int DaysMailsStay { get; set; } = 90;
    public int MonthsUnused { get; set; } = 24;
    public int DaysWarned { get; set; } = 30;

    /// <summary>General ways to reach the municipality, shown where no person is known.</summary>
    public string ContactName { get; set; } = "";
    public string ContactMail { get; set; } = "";
    public string ContactTelephone { get; set; } = "";
    public uint Version { get; set; }
}
