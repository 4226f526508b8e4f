using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Brink.Bench.Limit;
using Microsoft.EntityFrameworkCore;
using Npgsql;

// What this machine can do at most: the same bytes straight from Kestrel, and the same HTML through a bare Razor page
// with one query. Brink is measured against it.
var builder = WebApplication.CreateBuilder(args);
builder.Logging.ClearProviders();
var settings = builder.Configuration.Get<LimitSettings>()!;
var pages = new SamePages(settings);
var source = new NpgsqlConnectionStringBuilder(settings.Connection)
{
    NoResetOnClose = true,
    MaxAutoPrepare = 20,
    AutoPrepareMinUsages = 2,
};
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(pages);
builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
builder.Services.AddDbContextPool<BareDb>(options => options.UseNpgsql(source.ConnectionString));
builder.Services.AddRazorPages();

var app = builder.Build();
await using (var scope = app.Services.CreateAsyncScope())
{
    var db = scope.ServiceProvider.GetRequiredService<BareDb>();
    foreach (var (name, whole) in pages.Whole)
        pages.Cut[name] = CutPage.Of(
            Encoding.UTF8.GetString(whole),
            await db.ReadAsync(name, settings),
            app.Services.GetRequiredService<HtmlEncoder>()
        );
}

app.Use(
    (context, next) =>
    {
        if (context.Request.Path.Value is not ['/', 'r', 'a', 'w', '/', .. var name])
            return next(context);
        var whole = pages.Whole[name];
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = whole.Length;
        return context.Response.Body.WriteAsync(whole).AsTask();
    }
);
app.MapRazorPages();
await app.RunAsync();
