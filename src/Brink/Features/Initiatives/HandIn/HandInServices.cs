namespace Brink.Features.Initiatives.HandIn;

public static class HandInServices
{
    public static IServiceCollection AddHandIn(this IServiceCollection services)
    {
        services.AddHttpContextAccessor();
        services.AddScoped<Drafts>();
        services.AddScoped<ReceiptAddress>();
        services.AddSingleton<HandInLimit>();
        services.AddOptions<HandInLimits>().BindConfiguration("HandIn");
        return services;
    }
}
