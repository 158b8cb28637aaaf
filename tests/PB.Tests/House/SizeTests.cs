using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PB.Tests.House;

public sealed class SizeTests
{
    [Fact]
    public void A_source_file_has_at_most_150_lines_or_a_reason() =>
        Assert.Empty(SourceFiles.CSharp("src/").Where(file => file.Length > 150 && !file.GivesReason).Select(file => $"{file.Path}: {file.Length}"));

    [Fact]
    public void Half_of_the_source_files_have_under_40_lines()
    {
        var lengths = SourceFiles.CSharp("src/").Where(file => !file.Path.StartsWith("src/PB.Tally/", StringComparison.Ordinal))
            .Select(file => file.Length).Order().ToList();
        Assert.InRange(lengths[lengths.Count / 2], 0, 40);
    }

    [Fact]
    public void A_view_has_at_most_120_lines() =>
        Assert.Empty(SourceFiles.Views.Where(file => file.Length > 120 && !file.GivesReason).Select(file => $"{file.Path}: {file.Length}"));

    [Fact]
    public void Program_has_at_most_60_lines() =>
        Assert.InRange(SourceFiles.All.Single(file => file.Path == "src/PB.Web/Program.cs").Length, 1, 60);

    [Fact]
    public void A_method_has_at_most_20_lines_or_its_file_a_reason() =>
        Assert.Empty(from file in SourceFiles.CSharp("src/")
                     where !file.GivesReason
                     from method in file.Syntax.DescendantNodes().OfType<BaseMethodDeclarationSyntax>()
                     let lines = LinesOf((SyntaxNode?)method.Body ?? method.ExpressionBody)
                     where lines > 20
                     select $"{file.Path}: {Name(method)} has {lines}");

    [Fact]
    public void A_constructor_has_at_most_4_parameters() =>
        Assert.Empty(from file in SourceFiles.CSharp("src/")
                     where !file.GivesReason
                     from type in file.Syntax.DescendantNodes().OfType<ClassDeclarationSyntax>()
                     let most = type.Members.OfType<ConstructorDeclarationSyntax>().Select(c => c.ParameterList.Parameters.Count)
                         .Append(type.ParameterList?.Parameters.Count ?? 0).Max()
                     where most > (IsRecordOfFacts(type) ? 5 : 4)
                     select $"{file.Path}: {type.Identifier.Text} takes {most}");

    // The records of PB are given the time on top of their facts.
    static bool IsRecordOfFacts(ClassDeclarationSyntax type) =>
        type.Members.OfType<ConstructorDeclarationSyntax>().Any(c => c.ParameterList.Parameters.LastOrDefault()?.Identifier.Text == "now");

    static string Name(BaseMethodDeclarationSyntax method) =>
        method is MethodDeclarationSyntax named ? named.Identifier.Text : method.GetType().Name;

    // The braces do not count; blank lines do not either.
    static int LinesOf(SyntaxNode? body) =>
        body is null ? 0 : body.ToString().Split('\n').Count(line => line.Trim() is not ("" or "{" or "}"));
}
