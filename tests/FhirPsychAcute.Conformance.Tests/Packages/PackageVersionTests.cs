using FhirPsychAcute.Conformance.Packages;

namespace FhirPsychAcute.Conformance.Tests.Packages;

public sealed class PackageVersionTests
{
    [Theory]
    [InlineData("1.0.0", "1.0.1")]
    [InlineData("1.9.0", "1.10.0")]
    [InlineData("1.0.0-ballot", "1.0.0")]
    [InlineData("1.0.0-ballot", "1.0.0-ballot.2")]
    [InlineData("1.0.0-alpha.9", "1.0.0-alpha.10")]
    [InlineData("1.0.0-1", "1.0.0-alpha")]
    [InlineData("1.0", "1.0.1")]
    [InlineData("2018-08-12", "2019-01-01")]
    [InlineData("1", "DSTU")]
    [InlineData(null, "0.0.1")]
    public void The_first_is_lower(string? lower, string higher)
    {
        Assert.True(PackageVersion.Compare(lower, higher) < 0);
        Assert.True(PackageVersion.Compare(higher, lower) > 0);
    }

    [Theory]
    [InlineData("1.0", "1.0.0")]
    [InlineData("1.0.0+build1", "1.0.0+build2")]
    [InlineData(null, null)]
    [InlineData("", "")]
    public void Both_are_the_same(string? left, string? right) => Assert.Equal(0, PackageVersion.Compare(left, right));
}
