using FhirPsychAcute.Conformance.Packages;
using FhirPsychAcute.Conformance.Terminology;
using FhirPsychAcute.Conformance.Terminology.External;

namespace FhirPsychAcute.Conformance.Tests.Terminology;

public sealed class RemoteTerminologyTests
{
    private const string Snomed = "http://snomed.info/sct";

    private readonly Scripted server = new();
    private readonly HandClock clock = new();

    [Fact]
    public void It_is_asked_only_what_cannot_be_told_here()
    {
        var service = new TerminologyService(DefinitionLibrary.R4, server, clock);

        Assert.Equal(CodeVerdict.UnknownCode, service.Check(null, null, "http://hl7.org/fhir/administrative-gender", null, "x").Verdict);
        Assert.Equal(0, server.Asked);
        Assert.Equal(CodeVerdict.Valid, service.Check(null, null, Snomed, null, "1").Verdict);
        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public void Answers_are_kept_for_an_hour()
    {
        var service = new TerminologyService(DefinitionLibrary.R4, server, clock);
        service.Check(null, null, Snomed, null, "1");
        service.Check(null, null, Snomed, null, "1");
        Assert.Equal(1, server.Asked);

        clock.Now += TimeSpan.FromMinutes(61);
        service.Check(null, null, Snomed, null, "1");
        Assert.Equal(2, server.Asked);
    }

    [Fact]
    public void A_server_that_fails_is_left_alone_for_a_minute_and_makes_nothing_wrong()
    {
        var service = new TerminologyService(DefinitionLibrary.R4, server, clock);
        server.Fails = true;
        Assert.Equal(CodeVerdict.NotCheckable, service.Check(null, null, Snomed, null, "1").Verdict);
        Assert.Equal(CodeVerdict.NotCheckable, service.Check(null, null, Snomed, null, "2").Verdict);
        Assert.Equal(1, server.Asked);
        Assert.Equal("out of order", service.ServerFault);

        server.Fails = false;
        clock.Now += TimeSpan.FromSeconds(61);
        Assert.Equal(CodeVerdict.Valid, service.Check(null, null, Snomed, null, "2").Verdict);
        Assert.Null(service.ServerFault);
    }

    [Fact]
    public void A_bound_value_set_asks_it_too()
    {
        var service = new TerminologyService(DefinitionLibrary.R4, server, clock);
        var bound = service.Compile(null, "http://hl7.org/fhir/ValueSet/condition-code|4.0.1");

        Assert.Equal(CodeVerdict.Valid, bound.IsMember("http://snomed.info/sct"u8, "1"u8));
        Assert.Equal(CodeVerdict.NotInValueSet, bound.IsMember("http://snomed.info/sct"u8, "wrong"u8));
        Assert.Equal(new CodeQuestion("http://hl7.org/fhir/ValueSet/condition-code|4.0.1", Snomed, null, "wrong"), server.Last);
    }

    [Fact]
    public void A_persons_number_does_not_leave()
    {
        var service = new TerminologyService(DefinitionLibrary.R4, server, clock);
        service.Check(null, null, Snomed, null, "0101701234");
        Assert.Equal(0, server.Asked);
        service.Check(null, null, Snomed, null, "1", "patient 010170-1234");
        Assert.Null(server.Last!.Display);
    }

    private sealed class Scripted : ITerminologyServer
    {
        public int Asked { get; private set; }

        public bool Fails { get; set; }

        public CodeQuestion? Last { get; private set; }

        public ValueTask<CodeAnswer?> ValidateCodeAsync(CodeQuestion question, CancellationToken cancellationToken)
        {
            Asked++;
            Last = question;
            return Fails ? throw new TerminologyServerException("out of order") : ValueTask.FromResult<CodeAnswer?>(new CodeAnswer(question.Code != "wrong", "Right"));
        }
    }

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
