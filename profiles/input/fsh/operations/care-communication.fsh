// A stored CareCommunication as MedCom message.
Instance: psychacute-care-communication
InstanceOf: OperationDefinition
Usage: #definition
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-care-communication"
* name = "PsychAcuteCareCommunicationOperation"
* title = "Send korrespondance"
* description = "The MedCom message (Bundle of type message) of a stored psychacute-care-communication, to a municipality or back. It is stored as sent, with its MessageHeader and Provenance; asked again it gives the same message until that was refused for good. A Communication that answers another (inResponseTo) becomes a reply with the Provenance of the exchange so far. Refused (422) is everything acute: by its own priority or category, by what it is about, or by the latest judgement of urgency in its contact. Of the person no more than identifier and official name leaves."
* insert OperationAlsoIn([[Send a CareCommunication]], [[MedCom-beskeden (Bundle af typen message) af en gemt psychacute-care-communication, til en kommune eller tilbage. Den gemmes som sendt, med sit MessageHeader og sin Provenance; spørges der igen, kommer den samme besked, indtil den er endeligt afvist. En Communication, der svarer på en anden (inResponseTo), bliver et svar med Provenance for hele udvekslingen. Alt akut afvises (422): ved dens egen prioritet eller kategori, ved det, den handler om, eller ved den seneste hastegrad i kontakten. Om personen sendes ikke andet end nummer og officielt navn.]])
* status = #draft
* kind = #operation
* affectsState = true
* code = #care-communication
* resource = #Communication
* system = false
* type = false
* instance = true
* insert Parameter(parameter[0], sender, in, 0, 1, Reference, [[The organisation that sends, with SOR and GLN number. Default: Communication.sender, or the organisation of the author]])
* insert Parameter(parameter[1], receiver, in, 0, 1, Reference, [[The organisation that receives, with SOR and GLN number. Default: Communication.recipient]])
* insert Parameter(parameter[2], return, out, 1, 1, Bundle, [[The message, valid against psychacute-care-communication-message]])
