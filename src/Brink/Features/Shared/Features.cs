using Brink.Features.Accounts;
using Brink.Features.Accounts.Privacy;
using Brink.Features.Initiatives;
using Brink.Features.Initiatives.Budget;
using Brink.Features.Initiatives.GroundRules;
using Brink.Features.Initiatives.HandIn;
using Brink.Features.Initiatives.Support;
using Brink.Features.Notices;
using Brink.Features.Places;
using Brink.Features.Promises;
using Brink.Features.Subjects;
using Brink.Features.Subjects.Links;
using Brink.Features.Subjects.Photos;
using Brink.Platform.Localisation;
using Brink.Platform.Tenancy;

namespace Brink.Features.Shared;

public static class FeatureServices
{
    /// <summary>Those who tell what happens in their feature.</summary>
    public static readonly IReadOnlyList<FeatureNews> News =
    [
        new GroundRulesNews(),
        new BudgetNews(),
        new LinkNews(),
        new PromiseNews(),
        new SupportNews(),
        new Exchange.ExchangeNews(),
        new Places.TailorMade.TailorMadeNews(),
        new Reach.ReachNews(),
        new Standpoints.StandpointNews(),
        new Requests.RequestNews(),
        new Signals.SignalNews(),
        new Developments.DevelopmentNews(),
        new Agreements.AgreementNews(),
        new Checks.CheckNews(),
        new Channels.ChannelNews(),
        new Agenda.AgendaNews(),
        new Dossiers.DossierNews(),
        new Rounds.RoundNews(),
        new Newsletters.NewsletterNews(),
        new Advice.AdviceNews(),
    ];

    /// <summary>Those who answer for what their feature keeps of a person.</summary>
    public static readonly IReadOnlyList<OwnData> OwnData =
    [
        new AccountsOwnData(),
        new InitiativesOwnData(),
        new RepliesOwnData(),
        new PromisesOwnData(),
        new ContributionsOwnData(),
        new FollowsOwnData(),
        new PlacesOwnData(),
        new MailsOwnData(),
        new DeedsOwnData(),
        new GroundRulesOwnData(),
        new SupportOwnData(),
        new Exchange.ExchangeOwnData(),
        new Standpoints.StandpointOwnData(),
        new Requests.RequestOwnData(),
        new Signals.SignalOwnData(),
        new Developments.DevelopmentOwnData(),
        new Agreements.AgreementOwnData(),
        new Checks.CheckOwnData(),
        new Channels.ChannelOwnData(),
        new Agenda.AgendaOwnData(),
        new Dossiers.DossierOwnData(),
        new Rounds.RoundsOwnData(),
        new Newsletters.NewslettersOwnData(),
        new Advice.AdviceOwnData(),
    ];

    /// <summary>Who may edit the subjects of a feature, beside officials and associations.</summary>
    public static readonly IReadOnlyList<SubjectEditors> Editors =
    [
        new InitiativeEditors(),
        new Standpoints.StandpointEditors(),
        new Advice.AdviceEditors(),
        new SenderEditors(SubjectKind.Signal),
        new SenderEditors(SubjectKind.Help),
    ];

    /// <summary>Who may see the subjects of a feature that aren't public.</summary>
    public static readonly IReadOnlyList<SubjectReaders> Readers =
    [
        new Developments.DevelopmentReaders(),
        new Standpoints.StandpointReaders(),
        new Requests.RequestReaders(),
        new Advice.AdviceReaders(),
    ];

    /// <summary>What the features need beside the database.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddSingleton<ITenantDirectory, TenantDirectory>();
        services.AddScoped<CurrentViewer>();
        services.AddScoped<BankAccounts>();
        services.AddScoped<Places.Import.PendingImport>();
        services.AddAccounts();
        services.AddScoped(LayoutOf);
        services.AddLook();
        services.AddHandIn();
        services.AddNotices();
        services.AddScoped<PhotoIntake>();
        services.AddScoped<ScanIntake>();
        services.AddSingleton<Platform.Text.WordFiles.IWordReader, Platform.Text.WordFiles.WordReader>();
        services.AddScoped<Rounds.Documents.WordIntake>();
        services.AddSingleton<Platform.Files.Thumbnails>();
        services.AddSingleton<SmallPhotos>();
        services.AddSingleton<UnusedPhotos>();
        services.AddSingleton<Erasing>();
        return services;
    }

    private static LayoutModel LayoutOf(IServiceProvider provider)
    {
        var tenant = provider.GetRequiredService<Tenant>();
        if (!tenant.IsSet)
        {
            // The page that makes the first municipality.
            return new LayoutModel();
        }

        var T = provider.GetRequiredService<Texts>();
        var municipality = T["gemeente {0}", tenant.Name];
        var answers = tenant.Info.ContactName;
        return new LayoutModel
        {
            MunicipalityName = tenant.Name,
            Theme = tenant.Theme,
            IsExample = tenant.IsExample,
            // Another logo has another address, so a kept one is never shown for it.
            LogoHref = tenant.Info.LogoHash is { } hash ? "/logo?" + hash[..12] : null,
            Contact = new ContactCard(
                answers,
                // Where the municipality itself answers, its name once is enough.
                answers.Equals(municipality, StringComparison.OrdinalIgnoreCase)
                    ? ""
                    : municipality,
                NullIfEmpty(tenant.Info.ContactTelephone),
                NullIfEmpty(tenant.Info.ContactMail)
            ),
            ViewerName = provider.GetRequiredService<CurrentViewer>().Viewer is { IsSignedIn: true } viewer
                ? viewer.Name
                : null,
        };
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
