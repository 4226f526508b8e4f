using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Brink.Features.Shared;

public static class LookRegistration
{
    /// <summary>Form messages in plain words, and a layout without municipality where none is registered.</summary>
    public static IServiceCollection AddLook(this IServiceCollection services)
    {
        services.TryAddScoped<LayoutModel>();
        services.AddSingleton<IConfigureOptions<MvcOptions>, PlainMessages>();
        return services;
    }

    /// <summary>Enough of an answer to know it again.</summary>
    private const int MostShown = 60;

    private sealed class PlainMessages(Texts T) : IConfigureOptions<MvcOptions>
    {
        public void Configure(MvcOptions options)
        {
            options.ModelBinderProviders.Insert(0, new TypedNumberBinder.Provider(T));
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            var messages = options.ModelBindingMessageProvider;
            messages.SetValueMustNotBeNullAccessor(_ => T["Vul dit in"]);
            messages.SetMissingBindRequiredValueAccessor(_ => T["Vul dit in"]);
            messages.SetMissingKeyOrValueAccessor(() => T["Vul dit in"]);
            messages.SetMissingRequestBodyRequiredValueAccessor(() => T["Vul dit in"]);
            messages.SetValueMustBeANumberAccessor(_ => NumberWanted());
            messages.SetNonPropertyValueMustBeANumberAccessor(NumberWanted);
            messages.SetValueIsInvalidAccessor(NotUnderstood);
            messages.SetAttemptedValueIsInvalidAccessor((value, _) => NotUnderstood(value));
            messages.SetNonPropertyAttemptedValueIsInvalidAccessor(NotUnderstood);
            messages.SetUnknownValueIsInvalidAccessor(_ => T["Dit antwoord kennen we niet. Kies een ander."]);
            messages.SetNonPropertyUnknownValueIsInvalidAccessor(() =>
                T["Dit antwoord kennen we niet. Kies een ander."]
            );
        }

        private string NumberWanted() => T["Vul een getal in, zoals 25 of 1250,50"];

        private string NotUnderstood(string value) =>
            T["'{0}' begrijpen we hier niet. Vul iets anders in.", TextRules.First(TextRules.Clean(value), MostShown)];
    }
}
