// Danish identifiers. Systems and formats are those of dk-core 3.7.0 (package hl7.fhir.dk.core).

Invariant: psychacute-cpr
Description: "A CPR number is ten digits that begin with a day and a month that exist"
Severity: #error
Expression: "matches('^((0[1-9]|[12][0-9]|3[01])(0[13578]|1[02])|(0[1-9]|[12][0-9]|30)(0[469]|11)|(0[1-9]|[12][0-9])02)[0-9]{6}$')"
* insert Because([[Et CPR-nummer er ti cifre, der begynder med en dag og en måned, som findes]], [[Dk-core 3.7.0 cpr. The date part is a day that the month can have (29 February always, since six digits do not tell the century). dk-core has no modulus 11 rule, and its published examples do not pass one.]])

Invariant: psychacute-d-ecpr-system
Description: "The system is the national D-eCPR system or that of a region"
Severity: #error
Expression: "matches('^urn:oid:1[.]2[.]208[.]176[.]1[.]6[.]1[.]3([.](177|179|181|183|187))?$')"
* insert Because([[Systemet er det nationale D-eCPR-system eller en regions]], [[Dk-core 3.7.0, value set DkCoreDeCPRValueSet: the national D-eCPR system and those of the five regions below it.]])

Invariant: psychacute-x-ecpr
Description: "An X-eCPR is a date (ddmmyy), 1 or 7, two capital letters and a digit"
Severity: #error
Expression: "matches('^((0[1-9]|[12][0-9]|3[01])(0[13578]|1[02])|(0[1-9]|[12][0-9]|30)(0[469]|11)|(0[1-9]|[12][0-9])02)[0-9]{2}[17][A-Z]{2}[0-9]$')"
* insert Because([[Et X-eCPR er en dato (ddmmåå), 1 eller 7, to store bogstaver og et ciffer]], [[Dk-core 3.7.0 x-ecpr: date and year, 1 or 7, two capital letters, one digit.]])

Invariant: psychacute-d-ecpr
Description: "A D-eCPR is a date (ddmmyy), 0, 5 or 6, two capital letters and a digit"
Severity: #error
Expression: "matches('^((0[1-9]|[12][0-9]|3[01])(0[13578]|1[02])|(0[1-9]|[12][0-9]|30)(0[469]|11)|(0[1-9]|[12][0-9])02)[0-9]{2}[056][A-Z]{2}[0-9]$')"
* insert Because([[Et D-eCPR er en dato (ddmmåå), 0, 5 eller 6, to store bogstaver og et ciffer]], [[Dk-core 3.7.0 d-ecpr: date and year, 0, 5 or 6, two capital letters, one digit.]])

Invariant: psychacute-sor
Description: "A SOR identifier is at least eleven digits"
Severity: #error
Expression: "matches('^[0-9]{11,}$')"
* insert Because([[En SOR-id er mindst elleve cifre]], [[Dk-core 3.7.0 min-digits-sor.]])

Invariant: psychacute-gln
Description: "A GLN is thirteen digits, the last of which is the modulus 10 check digit of the others"
Severity: #error
Expression: "matches('^[0-9]{13}$') and ((substring(0,1).toInteger() + substring(2,1).toInteger() + substring(4,1).toInteger() + substring(6,1).toInteger() + substring(8,1).toInteger() + substring(10,1).toInteger() + substring(12,1).toInteger() + 3 * (substring(1,1).toInteger() + substring(3,1).toInteger() + substring(5,1).toInteger() + substring(7,1).toInteger() + substring(9,1).toInteger() + substring(11,1).toInteger())) mod 10 = 0)"
* insert Because([[Et GLN er tretten cifre, hvoraf det sidste er kontrolcifferet (modulus 10) for de andre]], [[Dk-core 3.7.0 gln-length and gln-modulus-10; GS1 General Specifications, check digit of GLN (weights 1 and 3).]])

Invariant: psychacute-cvr
Description: "A CVR number is eight digits whose weighted sum is divisible by 11"
Severity: #error
Expression: "matches('^[0-9]{8}$') and ((2 * substring(0,1).toInteger() + 7 * substring(1,1).toInteger() + 6 * substring(2,1).toInteger() + 5 * substring(3,1).toInteger() + 4 * substring(4,1).toInteger() + 3 * substring(5,1).toInteger() + 2 * substring(6,1).toInteger() + substring(7,1).toInteger()) mod 11 = 0)"
* insert Because([[Et CVR-nummer er otte cifre, hvis vægtede sum kan deles med 11]], [[Dk-core 3.7.0 CVR-length and CVR-modulus-11 (weights 2, 7, 6, 5, 4, 3, 2, 1).]])

Invariant: psychacute-authorisation-id
Description: "An authorisation id is five characters, each a consonant or a digit"
Severity: #error
Expression: "matches('^[b-df-hj-np-tv-zB-DF-HJ-NP-TV-Z0-9]{5}$')"
* insert Because([[En autorisations-id er fem tegn, der hver er en konsonant eller et ciffer]], [[Dk-core 3.7.0 authorization-id-format: consonants (y counts as one) and digits.]])

Invariant: psychacute-municipality-code
Description: "A kommunekode is four digits"
Severity: #error
Expression: "matches('^[0-9]{4}$')"
* insert Because([[En kommunekode er fire cifre]], [[Dk-core 3.7.0, value set dk-core-MunicipalityCodes: every code has four digits.]])

Invariant: psychacute-region-code
Description: "A regionskode is DK- and two digits"
Severity: #error
Expression: "matches('^DK-[0-9]{2}$')"
* insert Because([[En regionskode er DK- og to cifre]], [[ISO 3166-2. The code of Region Østdanmark (1 January 2027) is not known yet, so the digits are left open.]])

Profile: PsychAcuteCprIdentifier
Parent: Identifier
Id: psychacute-cpr-identifier
Title: "CPR-nummer"
Description: "A Danish civil registration number. Never part of a URL, a log line or an error text."
* insert AlsoIn([[CPR number]], [[Et dansk personnummer. Aldrig en del af en URL, en loglinje eller en fejltekst.]])
* insert Impose(dk-core-cpr-identifier)
* use = #official
* system 1..1
* system = $cpr
* value 1..1
* value obeys psychacute-cpr

Profile: PsychAcuteXeCprIdentifier
Parent: Identifier
Id: psychacute-x-ecpr-identifier
Title: "Nationalt erstatningspersonnummer (X-eCPR)"
Description: "A national replacement number for a person without a known CPR number."
* insert AlsoIn([[National replacement number (X-eCPR)]], [[Et nationalt erstatningsnummer til en person uden kendt CPR-nummer.]])
* insert Impose(dk-core-x-ecpr-identifier)
* use = #temp
* system 1..1
* system = $x-ecpr
* value 1..1
* value obeys psychacute-x-ecpr

Profile: PsychAcuteDeCprIdentifier
Parent: Identifier
Id: psychacute-d-ecpr-identifier
Title: "Decentralt erstatningspersonnummer (D-eCPR)"
Description: "A replacement number given by a decentralised system, national or of one region."
* insert AlsoIn([[Decentralised replacement number (D-eCPR)]], [[Et erstatningsnummer fra et decentralt system, nationalt eller en regions.]])
* insert Impose(dk-core-d-ecpr-identifier)
* use = #temp
* system 1..1
* system obeys psychacute-d-ecpr-system
* value 1..1
* value obeys psychacute-d-ecpr

Profile: PsychAcutePseudonymIdentifier
Parent: Identifier
Id: psychacute-pseudonym-identifier
Title: "Lokalt pseudonym"
Description: "A token for a person who has not said who they are, so that a call, its assessment and its referral can be kept together. It says nothing about the person and is not reused."
* insert AlsoIn([[Local pseudonym]], [[Et mærke for en person, der ikke har sagt, hvem de er, så et opkald, vurderingen og henvisningen kan holdes sammen. Det siger intet om personen og genbruges ikke.]])
* use = #temp
* system 1..1
* system = $pseudonym
* value 1..1

Profile: PsychAcuteSorIdentifier
Parent: Identifier
Id: psychacute-sor-identifier
Title: "SOR-id"
Description: "The identifier of an organisation or unit in Sundhedsvæsenets Organisationsregister."
* insert AlsoIn([[SOR identifier]], [[Identifikation af en organisation eller enhed i Sundhedsvæsenets Organisationsregister.]])
* insert Impose(dk-core-sor-identifier)
* use = #official
* system 1..1
* system = $sor
* value 1..1
* value obeys psychacute-sor

Profile: PsychAcuteGlnIdentifier
Parent: Identifier
Id: psychacute-gln-identifier
Title: "GLN (EAN-lokationsnummer)"
Description: "The Global Location Number that messages are addressed to."
* insert AlsoIn([[GLN (EAN location number)]], [[Det lokationsnummer, som beskeder adresseres til.]])
* insert Impose(dk-core-gln-identifier)
* use = #official
* system 1..1
* system = $gln
* value 1..1
* value obeys psychacute-gln

Profile: PsychAcuteCvrIdentifier
Parent: Identifier
Id: psychacute-cvr-identifier
Title: "CVR-nummer"
Description: "The number of a legal unit in Det Centrale Virksomhedsregister."
* insert AlsoIn([[CVR number]], [[Nummeret på en juridisk enhed i Det Centrale Virksomhedsregister.]])
* insert Impose(dk-core-cvr-identifier)
* use = #official
* system 1..1
* system = $cvr
* value 1..1
* value obeys psychacute-cvr

Profile: PsychAcuteAuthorisationIdentifier
Parent: Identifier
Id: psychacute-authorisation-identifier
Title: "Autorisations-ID"
Description: "The id of a health professional in the Danish authorisation register; it stands in Practitioner.qualification.identifier."
* insert AlsoIn([[Authorisation id]], [[En sundhedspersons id i autorisationsregisteret; den står i Practitioner.qualification.identifier.]])
* insert Impose(dk-core-authorization-identifier)
* system 1..1
* system = $authorisation
* value 1..1
* value obeys psychacute-authorisation-id
