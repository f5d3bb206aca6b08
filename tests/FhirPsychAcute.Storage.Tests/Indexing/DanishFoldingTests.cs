using FsCheck;
using FsCheck.Fluent;

namespace FhirPsychAcute.Storage.Tests.Indexing;

public sealed class DanishFoldingTests
{
    [Theory]
    [InlineData("Ågård", "Aagaard")]
    [InlineData("ÅGÅRD", "aagaard")]
    [InlineData("Kierkegaard", "kierkegård")]
    [InlineData("René", "Rene")]
    [InlineData("Müller", "muller")]
    [InlineData("Müller", "Mu\u0308ller")]
    [InlineData("Å", "A\u030A")]
    [InlineData("Zoë", "zoe")]
    [InlineData("  Anne   Marie ", "anne marie")]
    [InlineData("Weiß", "weiss")]
    [InlineData("Łukasz", "lukasz")]
    [InlineData("Çelik", "celik")]
    [InlineData("Nguyễn", "nguyen")]
    public void Equal_to_a_Danish_reader(string one, string other) => Assert.Equal(DanishFolding.Fold(one), DanishFolding.Fold(other));

    [Theory]
    [InlineData("Ågård", "Agard")]
    [InlineData("Sørensen", "Sorensen")]
    [InlineData("Sørensen", "Soerensen")]
    [InlineData("Bæk", "Bak")]
    [InlineData("Bæk", "Baek")]
    [InlineData("å", "a")]
    [InlineData("ÿ", "å")]
    public void Different_to_a_Danish_reader(string one, string other) => Assert.NotEqual(DanishFolding.Fold(one), DanishFolding.Fold(other));

    [Fact]
    public void Ordinal_order_of_folded_names_is_the_Danish_alphabetical_order()
    {
        string[] names = ["Aagaard", "Øster", "Zander", "Ærø", "Abel", "Åberg", "andersen", "Østergaard", "Éva", "Ågesen", "Eva 2", "Bøgh", "Bæk", "Bårse", "Byg"];
        var sorted = names.OrderBy(name => DanishFolding.Fold(name), StringComparer.Ordinal);
        Assert.Equal(
            ["Abel", "andersen", "Byg", "Bæk", "Bøgh", "Bårse", "Éva", "Eva 2", "Zander", "Ærø", "Øster", "Østergaard", "Åberg", "Ågesen", "Aagaard"],
            sorted);
    }

    [Fact]
    public void A_single_a_is_not_the_beginning_of_aa()
    {
        Assert.DoesNotContain(DanishFolding.Fold("A"), DanishFolding.Fold("Aagård"), StringComparison.Ordinal);
        Assert.StartsWith(DanishFolding.Fold("Aag"), DanishFolding.Fold("Ågård"), StringComparison.Ordinal);
    }

    [Fact]
    public void Three_a_are_one_å_and_an_a() => Assert.Equal(DanishFolding.Fold("åa"), DanishFolding.Fold("aaa"));

    [Fact]
    public void Long_text_is_cut() => Assert.Equal(DanishFolding.MaxLength, DanishFolding.Fold(new string('x', 2000)).Length);

    [Fact]
    public void A_lone_surrogate_is_no_error() => Assert.NotEmpty(DanishFolding.Fold("a\uD800é"));

    [Fact]
    public void Folding_any_text_never_fails_and_is_bounded() =>
        Prop.ForAll<NonNull<string>>(text => DanishFolding.Fold(text.Get).Length <= DanishFolding.MaxLength).QuickCheckThrowOnFailure();

    [Fact]
    public void Upper_case_folds_as_lower_case() =>
        Prop.ForAll(
            Gen.ArrayOf(Gen.Elements("abcdefghijklmnopqrstuvwxyzæøåéüöä -'".ToCharArray())).ToArbitrary(),
            letters => DanishFolding.Fold(new string(letters)) == DanishFolding.Fold(new string(letters).ToUpperInvariant()))
            .QuickCheckThrowOnFailure();
}
