Invariant: psychacute-schedule-1
Description: "The days for which times are published end after they begin"
Severity: #error
Expression: "planningHorizon.end >= planningHorizon.start"
* insert Because([[De dage, der er åbnet for tider, slutter, efter at de begynder]], [[R4 Schedule.planningHorizon.]])

Profile: PsychAcuteSchedule
Parent: Schedule
Id: psychacute-schedule
Title: "Tilbuddets kalender"
Description: "The days for which an offer has published times that can be booked."
* insert AlsoIn([[The offer's calendar]], [[De dage, for hvilke et tilbud har åbnet for tider, der kan bestilles.]])
* obeys psychacute-schedule-1
* active 1..1 MS
* serviceType MS
* actor only Reference(PsychAcuteOffer or PsychAcuteLocation or PsychAcutePractitionerRole)
* actor MS
* actor ^short = "The offer, and where needed its house or the function that meets the person"
* planningHorizon 1..1 MS
* planningHorizon.start 1..1
* planningHorizon.end 1..1

Invariant: psychacute-slot-1
Description: "A slot ends after it begins"
Severity: #error
Expression: "end > start"
* insert Because([[En tid slutter, efter at den begynder]], [[R4 Slot.start and Slot.end.]])

Profile: PsychAcuteSlot
Parent: Slot
Id: psychacute-slot
Title: "Subakut eller ambulant tid"
Description: "A time that can be booked: free, busy-tentative while a call is still going on, busy when it is booked."
* insert AlsoIn([[Subacute or outpatient slot]], [[En tid, der kan bestilles: free, busy-tentative, mens et opkald stadig er i gang, busy, når den er bestilt.]])
* obeys psychacute-slot-1
* serviceType MS
* schedule only Reference(PsychAcuteSchedule)
* schedule MS
* status MS
* start MS
* end MS
* comment MS
