using Xunit;

namespace FhirPsychAcute.TestData;

/// <summary>A fact that needs the conformance data, or the given paths in it; skipped with the reason where they are absent (<see cref="ConformanceData"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceFactAttribute : FactAttribute
{
    public ConformanceFactAttribute(params string[] paths) => Skip = ConformanceData.WhySkipped(paths);
}

/// <summary>A theory that needs the conformance data, or the given paths in it; skipped with the reason, its data not enumerated, where they are absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ConformanceTheoryAttribute : TheoryAttribute
{
    public ConformanceTheoryAttribute(params string[] paths) => Skip = ConformanceData.WhySkipped(paths);
}

/// <summary>A fact that needs the official R4 examples; skipped with the reason where they are not installed (<see cref="OfficialExamples"/>).</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficialExamplesFactAttribute : FactAttribute
{
    public OfficialExamplesFactAttribute() => Skip = OfficialExamples.WhySkipped;
}

/// <summary>A theory that needs the official R4 examples; skipped with the reason where they are not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficialExamplesTheoryAttribute : TheoryAttribute
{
    public OfficialExamplesTheoryAttribute() => Skip = OfficialExamples.WhySkipped;
}
