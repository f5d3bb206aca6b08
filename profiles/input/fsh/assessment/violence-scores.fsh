// Scores of two instruments, as numbers: the items' text belongs to the instruments' owners.

Invariant: psychacute-bvc-1
Description: "A BVC total is 0 to 6"
Severity: #error
Expression: "value.ofType(integer).all($this >= 0 and $this <= 6)"
* insert Because([[En samlet BVC-score er 0 til 6]], [[Brøset Violence Checklist: six items of 0 or 1.]])

Invariant: psychacute-bvc-2
Description: "The total is the sum of the items, when all six are given"
Severity: #error
Expression: "component.value.ofType(integer).count() = 6 implies component.where(value.ofType(integer) = 1).count() = value.ofType(integer)"
* insert Because([[Den samlede score er summen af punkterne, når alle seks er angivet]], [[Brøset Violence Checklist: six items of 0 or 1.]])

Invariant: psychacute-bvc-3
Description: "A BVC is valid for at most 24 hours"
Severity: #error
Expression: "effective.ofType(Period).end.exists() and effective.ofType(Period).end <= effective.ofType(Period).start + 24 hours"
* insert Because([[En BVC gælder højst i 24 timer]], [[Brøset Violence Checklist: the score speaks of the next 24 hours.]])

Invariant: psychacute-bvc-4
Description: "The interpretation fits the total: 0 small, 1-2 moderate, 3 and above very high"
Severity: #error
Expression: "interpretation.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-violence-risk').code.all((%resource.value.ofType(integer) = 0 implies $this = 'lille') and (%resource.value.ofType(integer) in (1 | 2) implies $this = 'moderat') and (%resource.value.ofType(integer) >= 3 implies $this = 'meget-hoej'))"
* insert Because([[Fortolkningen passer til scoren: 0 lille, 1-2 moderat, 3 og derover meget høj]], [[Brøset Violence Checklist: bands of the total.]])

Profile: PsychAcuteBvc
Parent: Observation
Id: psychacute-bvc
Title: "BVC"
Description: "A total of the Brøset Violence Checklist with its items by number, valid for 24 hours. A score is never by itself a ground for a measure."
* insert AlsoIn([[BVC]], [[En samlet score på Brøset Violence Checklist med punkterne efter nummer, gyldig i 24 timer. En score er aldrig i sig selv grund til en foranstaltning.]])
* insert Impose(dk-core-observation)
* obeys psychacute-bvc-1 and psychacute-bvc-2 and psychacute-bvc-3 and psychacute-bvc-4
* status MS
* code = PsychAcuteObservationCode#bvc
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* encounter MS
* effective[x] 1..1 MS
* effective[x] only Period
* effective[x] ^short = "From when it was scored until it is out of date"
* performer 1..* MS
* value[x] 1..1 MS
* value[x] only integer
* interpretation MS
* interpretation from PsychAcuteViolenceRisks (extensible)
* component MS
* component.code from PsychAcuteBvcItems (required)
* component.value[x] only integer

Invariant: psychacute-v-risk-1
Description: "A V-RISK-10 total is 0 to 20, an item 0 to 2"
Severity: #error
Expression: "value.ofType(integer).all($this >= 0 and $this <= 20) and component.value.ofType(integer).all($this >= 0 and $this <= 2)"
* insert Because([[En samlet V-RISK-10-score er 0 til 20, et punkt 0 til 2]], [[V-RISK-10 (S1:2606-2609): ten items in three steps.]])

Invariant: psychacute-v-risk-2
Description: "There are at most ten items, each with its number"
Severity: #error
Expression: "component.count() <= 10 and component.code.all(text.exists()) and component.code.text.isDistinct()"
* insert Because([[Der er højst ti punkter, hvert med sit nummer]], [[V-RISK-10 (S1:2606-2609): ten items; only numbers are kept here.]])

Profile: PsychAcuteVRisk10
Parent: Observation
Id: psychacute-v-risk-10
Title: "V-RISK-10"
Description: "A V-RISK-10 with its items by number. The conclusion stands in a violence risk assessment."
* insert AlsoIn([[V-RISK-10]], [[En V-RISK-10 med punkterne efter nummer. Konklusionen står i en vurdering af voldsrisiko.]])
* insert Impose(dk-core-observation)
* obeys psychacute-v-risk-1 and psychacute-v-risk-2
* status MS
* code = $kip-risk#v-risk-10
* subject 1..1 MS
* subject only Reference(PsychAcutePatient)
* encounter MS
* effective[x] 1..1 MS
* effective[x] only dateTime
* performer 1..* MS
* value[x] 1..1 MS
* value[x] only integer
* component MS
* component.code = PsychAcuteObservationCode#v-risk-10-item
* component.value[x] only integer
* component.dataAbsentReason MS
* component.dataAbsentReason ^short = "unknown: it could not be scored"
