using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PB.Tests.House;

public sealed partial class NameTests
{
    static readonly string[] Banned = ["Service", "Manager", "Helper", "Util", "Utils", "Processor", "Dto", "Info", "Base", "Impl", "Repository"];

    [Fact]
    public void No_type_ends_in_a_word_that_says_nothing() =>
        Assert.Empty(from file in SourceFiles.CSharp("src/")
                     from type in file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>()
                     let name = type.Identifier.Text
                     where Banned.Any(word => name.EndsWith(word, StringComparison.Ordinal)) && !name.EndsWith("TagHelper", StringComparison.Ordinal)
                     select $"{file.Path}: {name}");

    [Fact]
    public void An_interface_has_two_implementations()
    {
        var sources = SourceFiles.CSharp("src/").Select(file => file.Syntax).ToList();
        var bases = sources.SelectMany(s => s.DescendantNodes().OfType<BaseTypeDeclarationSyntax>())
            .SelectMany(type => type.BaseList?.Types.Select(t => t.Type.ToString()) ?? []).ToList();
        Assert.Empty(from source in sources
                     from type in source.DescendantNodes().OfType<InterfaceDeclarationSyntax>()
                     where bases.Count(name => name == type.Identifier.Text) < 2
                     select type.Identifier.Text);
    }

    [Fact]
    public void A_file_is_named_after_what_it_holds() =>
        Assert.Empty(from file in SourceFiles.CSharp("src/")
                     let name = Path.GetFileName(file.Path).Split('.')[0]
                     where name is not ("Program" or "AssemblyInfo")
                     let types = file.Syntax.DescendantNodes().OfType<BaseTypeDeclarationSyntax>().Select(type => type.Identifier.Text).ToList()
                     where types.Count > 0 && !types.Any(type => type == name || type.StartsWith(name[..Math.Min(5, name.Length)], StringComparison.Ordinal))
                     select file.Path);

    [Fact]
    public void Controllers_answer_with_the_seven_actions()
    {
        string[] seven = ["Index", "Show", "New", "Create", "Edit", "Update", "Destroy"];
        var odd = from controller in Controllers.All
                  from action in Controllers.ActionsOf(controller)
                  where !seven.Contains(action.Name)
                  select $"{controller.Name}.{action.Name}";
        Assert.Empty(odd);
    }

    [Fact]
    public void Nothing_that_changes_anything_answers_to_GET()
    {
        var getting = from controller in Controllers.All
                      from action in Controllers.ActionsOf(controller)
                      where action.Name is "Create" or "Update" or "Destroy" && Controllers.AnswersToGet(action)
                      select $"{controller.Name}.{action.Name}";
        Assert.Empty(getting);
    }

    [Fact]
    public void Views_carry_no_script_no_style_and_no_queries() =>
        Assert.Empty(from view in SourceFiles.Views
                     from wrong in Unwanted().Matches(view.Text).Select(match => match.Value)
                     select $"{view.Path}: {wrong}");

    [Fact]
    public void Nothing_names_a_registry_or_a_path_of_a_machine() =>
        Assert.Empty(from file in SourceFiles.All
                     where !file.Path.EndsWith(".woff2", StringComparison.Ordinal) && !file.Path.EndsWith(".png", StringComparison.Ordinal)
                     where RegistryHost().IsMatch(file.Text)
                     select file.Path);

    [GeneratedRegex("""<script(?![^>]*\bsrc=)|<style|\sstyle="|\son[a-z]+="|ViewBag|PbContext|Html\.Raw""")]
    private static partial Regex Unwanted();

    [GeneratedRegex("""https?://[a-z0-9.-]*(registry|nuget|debian)[a-z0-9.-]*/|"resolved": *"http""")]
    private static partial Regex RegistryHost();
}
