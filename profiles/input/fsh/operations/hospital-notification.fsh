// Admission and discharge told to the municipality.
Instance: psychacute-hospital-notification
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-hospital-notification"
* name = "PsychAcuteHospitalNotificationOperation"
* title = "Send advis"
* description = "The MedCom HospitalNotification of a stay: that it is, from when, until when, where; nothing psychiatric. The activity follows from the status and from what was told before: admit, start-leave, end-leave, discharge; revise- when the same is told again, cancel- when the stay was entered in error. It is stored as sent."
* insert OperationAlsoIn([[Send a hospital notification]], [[MedComs advis om et ophold: at det er, fra hvornår, til hvornår, hvor; intet psykiatrisk. Aktiviteten følger af status og af, hvad der er fortalt før: admit, start-leave, end-leave, discharge; revise-, når det samme fortælles igen, og cancel-, når opholdet er registreret ved en fejl. Det gemmes som sendt.]])
* status = #draft
* kind = #operation
* affectsState = true
* code = #hospital-notification
* resource = #Encounter
* system = false
* type = false
* instance = true
* insert Parameter(parameter[0], sender, in, 0, 1, Reference, [[The organisation that sends. Default: Encounter.serviceProvider]])
* insert Parameter(parameter[1], receiver, in, 0, 1, Reference, [[The municipality. Default: the one that the address of the person names by kommunekode]])
* insert Parameter(parameter[2], episode, in, 0, 1, uri, [[Contact in the national patient register, urn:uuid. Default: Encounter.episodeOfCare.identifier, or Encounter.identifier of that system]])
* insert Parameter(parameter[3], return, out, 1, 1, Bundle, [[The message, valid against psychacute-hospital-notification]])
