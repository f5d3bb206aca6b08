// How a subscription is doing, and sending once more what was given up.

Instance: psychacute-subscription-status
InstanceOf: OperationDefinition
Usage: #definition
Title: "Abonnementets stand"
Description: "How far a subscription has come, what waits, what went wrong, and what was given up."
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-subscription-status"
* version = "0.1.0"
* name = "PsychAcuteSubscriptionStatus"
* title = "Abonnementets stand"
* insert OperationAlsoIn([[Status of a subscription]], [[Hvor langt et abonnement er nået, hvad der venter, hvad der gik galt, og hvad der er opgivet.]])
* status = #draft
* kind = #operation
* date = "2026-11-22"
* description = "How far a subscription has come, what waits, what went wrong, and what was given up. The answer is a Bundle of type searchset with one Parameters resource. Its first parameters are those of the subscription status of the R5 backport - subscription, status, type with the value query-status, events-since-subscription-start - then follow delivered, waiting, cursor, failures in a row, last-error, last-error-time, next-attempt, the number of dead-letters, and for each of the first hundred a dead-letter with event-number, timestamp, focus, attempts and reason."
* code = #status
* comment = "A notification that the receiver refuses three times, with a status that speaks of the one resource such as 422, becomes a dead letter and the next one goes on. While the receiver as a whole cannot be reached everything waits in order: the Subscription says error after eight failures and off after the hours that the operator has set; set to requested it goes on where it was."
* resource = #Subscription
* affectsState = false
* system = false
* type = false
* instance = true
* parameter[+].name = #return
* parameter[=].use = #out
* parameter[=].min = 1
* parameter[=].max = "1"
* parameter[=].documentation = "A Bundle of type searchset with one Parameters."
* parameter[=].type = #Bundle

Instance: psychacute-redeliver
InstanceOf: OperationDefinition
Usage: #definition
Title: "Send det opgivne igen"
Description: "Sends once more what a subscription gave up, oldest first."
* url = "https://fhirpsychacute.dk/ig/OperationDefinition/psychacute-redeliver"
* version = "0.1.0"
* name = "PsychAcuteRedeliver"
* title = "Send det opgivne igen"
* insert OperationAlsoIn([[Redeliver]], [[Sender igen det, et abonnement har opgivet, det ældste først.]])
* status = #draft
* kind = #operation
* date = "2026-11-22"
* description = "Sends once more what a subscription gave up - its dead letters - oldest first, at most a hundred, each version as it was. It ends at the first for which the receiver cannot be reached; what waits in order is not touched."
* code = #redeliver
* resource = #Subscription
* affectsState = true
* system = false
* type = false
* instance = true
* insert Out(delivered, 1, 1, integer, [[How many the receiver took.]])
* insert Out(remaining, 1, 1, integer, [[How many dead letters are left.]])
* insert Out(last-error, 0, 1, string, [[Why the last one of those left was not taken.]])
