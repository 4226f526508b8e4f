using Brink.Platform.Localisation;
using Brink.Platform.Text;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Brink.Features.Shared;

/// <summary>Reads the numbers of a form as people type them, and says what to type when it can't.</summary>
internal sealed class TypedNumberBinder(Texts T, string wanted, Func<string, object?> read) : IModelBinder
{
    public static readonly string WholeWanted = Texts.Mark("Vul een heel getal in, zoals 665.");
    public static readonly string FractionWanted = Texts.Mark("Vul een getal in, zoals 52,8699.");

    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var typed = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (typed == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, typed);
        var text = TextRules.Clean(typed.FirstValue);
        var number = text.Length == 0 ? null : read(text);
        if (text.Length > 0 && number is null)
        {
            bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, T[wanted]);
            return Task.CompletedTask;
        }

        bindingContext.Result = ModelBindingResult.Success(number);
        return Task.CompletedTask;
    }

    public sealed class Provider(Texts T) : IModelBinderProvider
    {
        public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
            context.Metadata.ModelType == typeof(int?)
                ? new TypedNumberBinder(T, WholeWanted, text => TypedNumber.Whole(text))
            : context.Metadata.ModelType == typeof(double?)
                ? new TypedNumberBinder(T, FractionWanted, text => TypedNumber.Fraction(text))
            : null;
    }
}
