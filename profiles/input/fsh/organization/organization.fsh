// Source: dk-core 3.7.0 dk-core-organization-mandatory-identifier.
Invariant: psychacute-organization-1
Description: "An organisation is known by SOR, KOMBIT or CVR"
Severity: #error
Expression: "identifier.where(system = 'urn:oid:1.2.208.176.1.1' or system = 'https://kombit.dk/sts/organisation' or system = 'http://cvr.dk').exists()"

Profile: PsychAcuteOrganization
Parent: Organization
Id: psychacute-organization
Title: "Organisation"
Description: "A region, municipality, hospital, ward, lægevagt, AMK or civil-society organisation. Regions merge and split: the identifier's period says when a code was the organisation's, and rates are computed by the code valid on the day."
* insert Impose(dk-core-organization)
* obeys psychacute-organization-1
* insert SliceIdentifierBySystem
* identifier 1..* MS
* identifier contains
    sor 0..1 MS and
    gln 0..1 MS and
    cvr 0..1 MS and
    kombit 0..1 and
    ydernummer 0..1 and
    municipality 0..1 MS and
    region 0..1 MS
* identifier[sor] only PsychAcuteSorIdentifier
* identifier[sor].system 1..1
* identifier[sor].system = $sor
* identifier[gln] only PsychAcuteGlnIdentifier
* identifier[gln].system 1..1
* identifier[gln].system = $gln
* identifier[cvr] only PsychAcuteCvrIdentifier
* identifier[cvr].system 1..1
* identifier[cvr].system = $cvr
* identifier[kombit].system 1..1
* identifier[kombit].system = $kombit-org
* identifier[kombit].value 1..1
* identifier[ydernummer].system 1..1
* identifier[ydernummer].system = $ydernummer
* identifier[ydernummer].value 1..1
* identifier[municipality] ^short = "Kommunekode"
* identifier[municipality].system 1..1
* identifier[municipality].system = $municipality
* identifier[municipality].value 1..1
* identifier[municipality].value obeys psychacute-municipality-code
* identifier[municipality].period MS
* identifier[region] ^short = "Regionskode (ISO 3166-2)"
* identifier[region].system 1..1
* identifier[region].system = $region
* identifier[region].value 1..1
* identifier[region].value obeys psychacute-region-code
* identifier[region].period MS
* active MS
* type MS
* name 1..1 MS
* telecom MS
* partOf MS
* partOf only Reference(PsychAcuteOrganization)
