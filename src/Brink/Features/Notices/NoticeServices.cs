using Brink.Features.Notices.Mails;

namespace Brink.Features.Notices;

public static class NoticeServices
{
    /// <summary>What leaves the journal: mails to whoever must hear or wants to.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddSingleton<FollowLimit>();
        services.AddSingleton<SiteAddress>();
        services.AddSingleton<MailWriter>();
        services.AddSingleton<MailRoads>();
        services.AddSingleton<Dispatcher>();
        services.AddSingleton<MailSender>();
        services.AddHostedService<Outbox>();
        return services;
    }
}
