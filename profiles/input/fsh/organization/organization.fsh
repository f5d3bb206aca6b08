Invariant: psychacute-organization-1
Description: "An organisation is known by SOR, KOMBIT or CVR"
Severity: #error
Expression: "identifier.where(system = 'urn:oid:1.2.208.176.1.1' or system = 'https://kombit.dk/sts/organisation' or system = 'http://cvr.dk').exists()"
* insert Because([[En organisation er kendt ved SOR, KOMBIT eller CVR]], [[Dk-core 3.7.0 dk-core-organization-mandatory-identifier.]])

Profile: PsychAcuteOrganization
Parent: Organization
Id: psychacute-organization
Title: "Organisation"
Description: "A region, municipality, hospital, ward, lægevagt, AMK or civil-society organisation. Regions merge and split: the identifier's period says when a code was the organisation's, and rates are computed by the code valid on the day."
* insert AlsoIn([[Organisation]], [[En region, kommune, et hospital, afsnit, en lægevagt, AMK eller en organisation i civilsamfundet. Regioner lægges sammen og deles: identifikationens periode siger, hvornår en kode var organisationens, og rater beregnes efter den kode, der gjaldt på dagen.]])
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

Extension: PsychAcuteSucceeds
Id: psychacute-succeeds
Title: "Efterfølger for"
Description: "The organisation that this one takes over from on the first day of its own period: Region Østdanmark succeeds Region Hovedstaden and Region Sjælland."
Context: Organization
* insert AlsoIn([[Successor of]], [[Den organisation, denne overtager efter fra den første dag i sin egen periode: Region Østdanmark efterfølger Region Hovedstaden og Region Sjælland.]])
* value[x] 1..1
* value[x] only Reference(Organization)

Invariant: psychacute-region-1
Description: "A region that succeeds others says from which day"
Severity: #error
Expression: "extension.where(url = 'https://fhirpsychacute.dk/ig/StructureDefinition/psychacute-succeeds').exists() implies extension.where(url = 'http://hl7.org/fhir/StructureDefinition/organization-period').value.ofType(Period).start.exists()"
* insert Because([[En region, der efterfølger andre, siger fra hvilken dag]], [[Law 699/2025 § 126: Region Østdanmark succeeds two regions on 1 January 2027. Rates are computed by the region valid on the day.]])

Invariant: psychacute-region-2
Description: "A region whose period has ended is not active"
Severity: #error
Expression: "extension.where(url = 'http://hl7.org/fhir/StructureDefinition/organization-period').value.ofType(Period).end.all($this < today()) and extension.where(url = 'http://hl7.org/fhir/StructureDefinition/organization-period').value.ofType(Period).end.exists() implies active = false"
* insert Because([[En region, hvis periode er slut, er ikke aktiv]], [[R4 Organization.active; law 699/2025 § 126.]])

Profile: PsychAcuteRegion
Parent: PsychAcuteOrganization
Id: psychacute-region
Title: "Region"
Description: "One of the regions, with the days between which it exists. The regionskode (ISO 3166-2) of Region Østdanmark is not known yet, so it may be absent."
* insert AlsoIn([[Region]], [[En af regionerne, med de dage, den findes imellem. Regionskoden (ISO 3166-2) for Region Østdanmark er ikke kendt endnu, så den kan mangle.]])
* insert Impose(dk-core-organization)
* obeys psychacute-region-1 and psychacute-region-2
* extension contains
    $organization-period named period 1..1 MS and
    PsychAcuteSucceeds named succeeds 0..* MS
* extension[period].value[x] only Period
* type 1..1
* type = $sct#550881000005103
* active 1..1
* partOf 0..0

Profile: PsychAcuteMunicipality
Parent: PsychAcuteOrganization
Id: psychacute-municipality
Title: "Kommune"
Description: "A municipality, known by its kommunekode, part of the region that it lies in."
* insert AlsoIn([[Municipality]], [[En kommune, kendt ved sin kommunekode, del af den region, den ligger i.]])
* insert Impose(dk-core-organization)
* extension contains $organization-period named period 0..1
* type 1..1
* type = $sct#547211000005108
* identifier[municipality] 1..1
* active 1..1
