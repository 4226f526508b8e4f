namespace Brink.Platform.Tenancy;

/// <summary>A row that belongs to one municipality and never leaves it.</summary>
public interface ITenantOwned
{
    long MunicipalityId { get; set; }
}

/// <summary>What every request needs to know of its municipality.</summary>
/// <param name="Theme">Name of the style sheet with token overrides under <c>css/themes</c>.</param>
/// <param name="Host">Host name this municipality answers to, in lower case and without port.</param>
/// <param name="ContactName">Whom to call where no person is known.</param>
public sealed record TenantInfo(
    long Id,
    string Name,
    string Slug,
    string Host,
    string Theme,
    bool IsExample,
    string ContactName = "",
    string ContactMail = "",
    string ContactTelephone = ""
)
{
    /// <summary>Null without a logo.</summary>
    public string? LogoHash { get; init; }

    public KeepingTerms Terms { get; init; } = new();
}

/// <summary>How long what people leave is kept before it goes by itself; each municipality sets its own (P8).</summary>
/// <param name="DaysToConfirm">Days in which an idea must be confirmed.</param>
/// <param name="DaysDraftsStay">Days that a half-written idea stays in the browser it was written in.</param>
/// <param name="DaysStrangersStay">Days of somebody of whom there is nothing but an address.</param>
/// <param name="DaysMailsStay">Days that it is kept which mail was sent; never its words.</param>
/// <param name="MonthsUnused">Months without signing in after which an account goes.</param>
/// <param name="DaysWarned">Days between the warning and the going of an account.</param>
public sealed record KeepingTerms(
    int DaysToConfirm = 14,
    int DaysDraftsStay = 1,
    int DaysStrangersStay = 30,
    int DaysMailsStay = 90,
    int MonthsUnused = 24,
    int DaysWarned = 30
)
{
    public TimeSpan ToConfirm => TimeSpan.FromDays(DaysToConfirm);
    public TimeSpan DraftsStay => TimeSpan.FromDays(DaysDraftsStay);
}

/// <summary>The municipality of this request or job. Set once, before the database is first asked.</summary>
public sealed class Tenant
{
    private TenantInfo? info;

    public TenantInfo Info => info ?? throw new InvalidOperationException("No municipality is set for this request.");

    public bool IsSet => info is not null;

    public long Id => info?.Id ?? 0;

    public string Name => Info.Name;

    public string Theme => Info.Theme;

    public bool IsExample => Info.IsExample;

    public void Use(TenantInfo tenant)
    {
        if (info is not null && info.Id != tenant.Id)
        {
            throw new InvalidOperationException("The municipality of a request can't change.");
        }

        info = tenant;
    }
}

/// <summary>Which municipality answers to which host name.</summary>
public interface ITenantDirectory
{
    ValueTask<TenantInfo?> FindByHostAsync(string host, CancellationToken cancellation);

    ValueTask<IReadOnlyList<TenantInfo>> AllAsync(CancellationToken cancellation);

    /// <summary>Forgets what was read, after a municipality was added or changed.</summary>
    void Refresh();
}
