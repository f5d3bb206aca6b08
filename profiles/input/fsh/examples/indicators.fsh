Instance: eksempel-indikatorrapport
InstanceOf: PsychAcuteIndicatorReport
Usage: #example
Title: "Opkald i marts 2026 (fiktive tal)"
Description: "Calls of a month by line, with a small count masked, and a second one that would give it away."
* extension[remark].valueString = "Antal under 5 er maskeret."
* status = #complete
* type = #summary
* measure = "https://fhirpsychacute.dk/ig/Measure/psychacute-calls"
* date = "2026-04-01T08:00:00+02:00"
* reporter = Reference(eksempel-region)
* period.start = "2026-03-01T00:00:00+01:00"
* period.end = "2026-03-31T23:59:59+02:00"
* group[0].code = PsychAcuteIndicator#calls
* group[0].population.code = $measure-population#initial-population
* group[0].population.count = 118
* group[0].stratifier.code = PsychAcuteStratifier#line
* group[0].stratifier.stratum[0].value = PsychAcuteCallLine#laegevagt
* group[0].stratifier.stratum[0].population.code = $measure-population#initial-population
* group[0].stratifier.stratum[0].population.count = 109
* group[0].stratifier.stratum[1].value = PsychAcuteCallLine#112
* group[0].stratifier.stratum[1].population.code = $measure-population#initial-population
* group[0].stratifier.stratum[1].population.count.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* group[0].stratifier.stratum[1].population.count.extension.valueCode = #masked
* group[0].stratifier.stratum[2].value = PsychAcuteCallLine#pam
* group[0].stratifier.stratum[2].population.code = $measure-population#initial-population
* group[0].stratifier.stratum[2].population.count.extension.url = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
* group[0].stratifier.stratum[2].population.count.extension.valueCode = #masked
* group[1].code = PsychAcuteIndicator#waiting-median
* group[1].population.code = $measure-population#measure-population
* group[1].population.count = 104
* group[1].measureScore = 141 's' "s"
