CodeSystem: PsychAcuteUrgencyLevel
Id: psychacute-urgency-level
Title: "Hastegrad"
Description: "How soon help is needed. The first three levels are the three symptom pictures that Danske Regioner describes (2025); guidance is implied there, and unclear exists because the borders between the levels are said to be unclear and complex."
* insert AlsoIn([[Urgency]], [[Hvor hurtigt der er brug for hjælp. De tre første trin er de tre symptombilleder, som Danske Regioner beskriver (2025); vejledning ligger i teksten, og uafklaret findes, fordi grænserne mellem trinene siges at være uklare og komplekse.]])
* insert DanishCodes
* insert Code(livstruende, [[Livstruende]], [[Life-threatening]], [[Acute danger to the person or to others; needs immediate action from the emergency services, in some cases the police.]])
* insert Code(akut, [[Akut]], [[Acute]], [[Symptoms that have arisen or worsened acutely, or an increased risk of suicide; needs action within hours.]])
* insert Code(subakut, [[Subakut]], [[Subacute]], [[A known disorder that worsens, or new symptoms that need attention and action without an acute need of help.]])
* insert Code(vejledning, [[Vejledning]], [[Guidance]], [[No need of action beyond advice in the call.]])
* insert Code(uafklaret, [[Uafklaret]], [[Unclear]], [[The level could not be settled; the person is to be assessed again.]])

ValueSet: PsychAcuteUrgencyLevels
Id: psychacute-urgency-level
Title: "Hastegrader"
Description: "Every level of urgency."
* insert AlsoIn([[Levels of urgency]], [[Alle hastegrader.]])
* ^experimental = false
* include codes from system PsychAcuteUrgencyLevel
