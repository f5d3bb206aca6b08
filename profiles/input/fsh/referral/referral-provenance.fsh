Invariant: psychacute-referral-provenance-1
Description: "The agent is named, or it is said that nobody knows"
Severity: #error
Expression: "agent.who.all(reference.exists() or identifier.exists() or display.exists() or extension.where(url = 'http://hl7.org/fhir/StructureDefinition/data-absent-reason').exists())"
* insert Because([[Den, der handlede, nævnes, eller det siges, at det er ukendt]], [[Decision of this guide: every step leaves a trail. R4 Provenance.agent.who: required, so what is not known is said with data-absent-reason.]])

Invariant: psychacute-referral-provenance-2
Description: "A step by which the sender has to find another way says why"
Severity: #error
Expression: "activity.coding.where(system = 'https://fhirpsychacute.dk/ig/CodeSystem/psychacute-task-state' and (code = 'declined' or code = 'returned')).exists() implies reason.exists()"
* insert Because([[Et skridt, der får afsenderen til at finde en anden vej, siger hvorfor]], [[S1:7981-7987: an offer may have no place, or not be for the person. The same as psychacute-task-2 and -3 ask of the task.]])

Profile: PsychAcuteReferralProvenance
Parent: Provenance
Id: psychacute-referral-provenance
Title: "Skridt i en henvisning"
Description: "Who brought a referral a step on, when and why: one for each version of the task that changed its state. The server makes it with the change."
* insert AlsoIn([[Step of a referral]], [[Hvem der bragte en henvisning et skridt videre, hvornår og hvorfor: én for hver version af opgaven, der ændrede dens tilstand. Serveren laver den sammen med ændringen.]])
* obeys psychacute-referral-provenance-1 and psychacute-referral-provenance-2
* target 1..1 MS
* target only Reference(PsychAcuteReferralTask)
* target ^short = "The version of the task that the step made"
* occurred[x] MS
* recorded MS
* reason MS
* reason from PsychAcuteTaskReasons (extensible)
* reason ^short = "Why it was declined, handed back or cancelled, or why the person did not arrive"
* activity 1..1 MS
* activity from PsychAcuteTaskStates (required)
* activity ^short = "Where the referral came to stand"
* agent MS
* agent.type 1..1 MS
* agent.who MS
* agent.onBehalfOf MS
