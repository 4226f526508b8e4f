using System.ComponentModel.DataAnnotations;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Brink.Platform.Http;

public static class Pages
{
    /// <summary>Razor Pages under Features. Whatever declares no access of its own is open to nobody.</summary>
    public static IServiceCollection AddBrinkPages(this IServiceCollection services)
    {
        services
            .AddRazorPages(options =>
            {
                options.RootDirectory = "/Features";
                // A page that overrides OnPageHandlerExecution would else be asked for it with the method PAGE.
                options.Conventions.AddFolderApplicationModelConvention(
                    "/",
                    page =>
                    {
                        foreach (
                            var filter in page.HandlerMethods.Where(handler => handler.HttpMethod == "Page").ToArray()
                        )
                        {
                            page.HandlerMethods.Remove(filter);
                        }
                    }
                );
            })
            .AddMvcOptions(options =>
            {
                options.ModelBinderProviders.Insert(0, new CleanTextBinderProvider());
                options.Filters.Add(new BadInputIs400());
                // What a form must hold is said by the domain, in words and in the reader's language.
                options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            });
        services.AddAntiforgery(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddAuthorization(options =>
            // An address that leads nowhere is not forbidden but absent; one that can't be sent to says so.
            options.FallbackPolicy = new AuthorizationPolicyBuilder()
                .RequireAssertion(asked =>
                    asked.Resource is HttpContext http && http.GetEndpoint() is not RouteEndpoint
                )
                .Build()
        );
        return services;
    }
}

/// <summary>A form that comes back with errors is 400, also when binding itself found them.</summary>
public sealed class BadInputIs400 : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (
            context.Result is PageResult { StatusCode: null } page
            && !context.ModelState.IsValid
            && context.HttpContext.Response.StatusCode == StatusCodes.Status200OK
            && !HttpMethods.IsGet(context.HttpContext.Request.Method)
        )
        {
            page.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}

/// <summary>Every text that comes in is cleaned in one place, before any page sees it.</summary>
public sealed class CleanTextBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.ModelType != typeof(string) ? null
        : context.Metadata.DataTypeName == nameof(DataType.Password) ? new PasswordBinder()
        : new CleanTextBinder();
}

public sealed class CleanTextBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        // A refused form shows the cleaned text again: what was taken out must not reach the page either.
        var clean = Text.TextRules.Clean(value.FirstValue ?? "");
        context.ModelState.SetModelValue(context.ModelName, clean, clean);
        context.Result = ModelBindingResult.Success(clean);
        return Task.CompletedTask;
    }
}

/// <summary>
/// A password is what somebody typed: nothing is taken off it, and it is never shown again. Signs that can be written in
/// two ways are one (NFC), since another keyboard may send the other.
/// </summary>
public sealed class PasswordBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext context)
    {
        var value = context.ValueProvider.GetValue(context.ModelName);
        if (value != ValueProviderResult.None)
        {
            context.Result = ModelBindingResult.Success(Text.TextRules.AsTyped(value.FirstValue));
        }

        return Task.CompletedTask;
    }
}
