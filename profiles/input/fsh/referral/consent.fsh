Invariant: psychacute-consent-1
Description: "A consent in force names who may receive what is shared"
Severity: #error
Expression: "status = 'active' and provision.type = 'permit' implies provision.actor.exists()"
* insert Because([[Et gældende samtykke nævner, hvem der må modtage oplysninger]], [[S4:11899-11913: the person's wishes decide what is shared with whom.]])

Invariant: psychacute-consent-2
Description: "A consent has the day it was given"
Severity: #error
Expression: "dateTime.exists()"
* insert Because([[Et samtykke har den dag, det blev givet]], [[R4 Consent.dateTime; sundhedsloven: consent is given for a concrete sharing.]])

CodeSystem: PsychAcuteConsentScope
Id: psychacute-consent-scope
Title: "Hvad samtykket omfatter"
Description: "What may be shared: the kinds that S4:11906-11913 lists."
* insert AlsoIn([[What the consent covers]], [[Hvad der må deles: de slags, S4:11906-11913 nævner.]])
* insert DanishCodes
* insert Code(kontaktoplysninger, [[Kontaktoplysninger]], [[Contact details]], [[The contact details of the person and of those around them.]])
* insert Code(henvisning, [[Henvisning og hastegrad]], [[Referral and urgency]], [[The referral with its urgency and the risk conclusion, not the full note.]])
* insert Code(behandling, [[Behandling]], [[Treatment]], [[Current treatment.]])
* insert Code(planer, [[Planer]], [[Plans]], [[Crisis plan, udskrivningsaftale, koordinationsplan, indsatsplan.]])
* insert Code(paaroerende, [[Pårørende]], [[Relatives]], [[Relatives may be contacted.]])
* insert Code(bolig, [[Bolig]], [[Housing]], [[Housing and what matters in the home.]])
* insert Code(personlige-hensyn, [[Personlige hensyn]], [[Personal considerations]], [[What the person wants others to take into account.]])

ValueSet: PsychAcuteConsentScopes
Id: psychacute-consent-scope
Title: "Hvad samtykker kan omfatte"
Description: "Every kind."
* insert AlsoIn([[What consents can cover]], [[Alle slags oplysninger.]])
* ^experimental = false
* include codes from system PsychAcuteConsentScope

Profile: PsychAcuteSharingConsent
Parent: Consent
Id: psychacute-sharing-consent
Title: "Samtykke til deling"
Description: "What the person has agreed may be shared, and with whom."
* insert AlsoIn([[Consent to sharing]], [[Hvad personen har samtykket til må deles, og med hvem.]])
* obeys psychacute-consent-1 and psychacute-consent-2
* status MS
* scope = $consent-scope#patient-privacy
* patient 1..1 MS
* patient only Reference(PsychAcutePatient)
* dateTime MS
* organization MS
* policyRule 1..1
* provision 1..1 MS
* provision.type 1..1 MS
* provision.period MS
* provision.actor MS
* provision.code MS
* provision.code from PsychAcuteConsentScopes (extensible)
