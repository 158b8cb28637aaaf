using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Routing;

namespace PB.Tests.House;

/// <summary>The site's controllers, and what they answer to.</summary>
static class Controllers
{
    public static IReadOnlyList<Type> All { get; } =
        [.. typeof(Program).Assembly.GetTypes().Where(type => !type.IsAbstract && type.IsAssignableTo(typeof(ControllerBase)))];

    public static IEnumerable<MethodInfo> ActionsOf(Type controller) =>
        controller.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.GetCustomAttribute<NonActionAttribute>() is null && !method.IsVirtual);

    public static bool AnswersToGet(MethodInfo action) =>
        action.GetCustomAttributes().OfType<HttpMethodAttribute>() is var verbs
        && (!verbs.Any() || verbs.Any(verb => verb.HttpMethods.Contains("GET")));
}
