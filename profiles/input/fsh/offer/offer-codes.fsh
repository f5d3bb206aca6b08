CodeSystem: PsychAcuteOfferCategory
Id: psychacute-offer-category
Title: "Hvem tilbuddet hører til"
Description: "Which sector runs an offer."
* insert AlsoIn([[Whose the offer is]], [[Hvilken sektor der driver et tilbud.]])
* insert DanishCodes
* insert Code(region, [[Region]], [[Region]], [[A region runs it.]])
* insert Code(municipality, [[Kommune]], [[Municipality]], [[A municipality runs it, alone or with others.]])
* insert Code(civil-society, [[Civilsamfund]], [[Civil society]], [[An organisation of civil society runs it.]])

ValueSet: PsychAcuteOfferCategories
Id: psychacute-offer-category
Title: "Hvem tilbud hører til"
Description: "Every sector."
* insert AlsoIn([[Whose offers are]], [[Alle sektorer.]])
* ^experimental = false
* include codes from system PsychAcuteOfferCategory

CodeSystem: PsychAcuteOfferType
Id: psychacute-offer-type
Title: "Tilbudstype"
Description: "Kinds of offer for a person in an acute mental crisis."
* insert AlsoIn([[Type of offer]], [[Slags tilbud til en person i akut psykisk krise.]])
* insert DanishCodes
* insert Code(akuttilbud, [[Socialt akuttilbud]], [[Social acute offer]], [[A municipal offer of acute support, care and advice (serviceloven § 82 c); needs no referral.]])
* insert Code(pam, [[Psykiatrisk akutmodtagelse]], [[Psychiatric emergency department]], [[Takes people with and without referral.]])
* insert Code(akutteam, [[Ambulant akutteam]], [[Outpatient acute team]], [[An outpatient team for acute needs.]])
* insert Code(f-act, [[F-ACT-team]], [[F-ACT team]], [[Flexible assertive community treatment.]])
* insert Code(opus, [[OPUS-team]], [[OPUS team]], [[Early intervention in psychosis.]])
* insert Code(botilbudsteam, [[Botilbudsteam]], [[Supported-housing team]], [[A psychiatric team for residents of a botilbud.]])
* insert Code(selvmordsforebyggende-klinik, [[Selvmordsforebyggende klinik]], [[Suicide prevention clinic]], [[Treats people at risk of suicide.]])
* insert Code(udrykningstjeneste, [[Psykiatrisk udrykningstjeneste]], [[Psychiatric mobile emergency service]], [[Drives out to the person.]])
* insert Code(laegevagt, [[Lægevagt]], [[Out-of-hours medical service]], [[The region's lægevagt.]])
* insert Code(line, [[Telefonlinje]], [[Telephone line]], [[A line that can be called.]])

ValueSet: PsychAcuteOfferTypes
Id: psychacute-offer-type
Title: "Tilbudstyper"
Description: "Every kind of offer."
* insert AlsoIn([[Types of offer]], [[Alle slags tilbud.]])
* ^experimental = false
* include codes from system PsychAcuteOfferType

CodeSystem: PsychAcuteOfferCharacteristic
Id: psychacute-offer-characteristic
Title: "Hvad tilbuddet kan"
Description: "What a person who is directed to an offer needs to know of it."
* insert AlsoIn([[What the offer can do]], [[Hvad den, der vises hen til et tilbud, skal vide om det.]])
* insert DanishCodes
* insert Code(overnight, [[Overnatning mulig]], [[Overnight stay possible]], [[The offer has beds for the night.]])
* insert Code(no-overnight, [[Ingen overnatning]], [[No overnight stay]], [[Nobody can stay the night.]])
* insert Code(self-referral, [[Man kan komme uden henvisning]], [[Self-referral]], [[Nobody needs a referral, an appointment or a visitation.]])
* insert Code(anonymous, [[Man kan være anonym]], [[Anonymous contact]], [[A person may stay anonymous.]])
* insert Code(staffed-24h, [[Bemandet hele døgnet]], [[Staffed day and night]], [[Staff are present at all hours.]])
* insert Code(outreach, [[Opsøgende]], [[Outreach]], [[Staff come to the person.]])
* insert Code(video, [[Video]], [[Video]], [[Contact by video is possible.]])
* insert Code(relatives, [[Også for pårørende]], [[Relatives too]], [[Relatives may come or call.]])

ValueSet: PsychAcuteOfferCharacteristics
Id: psychacute-offer-characteristic
Title: "Hvad tilbud kan"
Description: "Every characteristic."
* insert AlsoIn([[What offers can do]], [[Alle egenskaber.]])
* ^experimental = false
* include codes from system PsychAcuteOfferCharacteristic

// The cut-offs are those of the law and of the statistics: 15 (own consent) and 18.
CodeSystem: PsychAcuteAgeGroup
Id: psychacute-age-group
Title: "Aldersgruppe"
Description: "Age groups that offers are for."
* insert AlsoIn([[Age group]], [[Aldersgrupper, som tilbud er for.]])
* insert DanishCodes
* insert Code(under-15, [[Under 15 år]], [[Under 15]], [[Children below 15 years.]])
* insert Code(15-17, [[15-17 år]], [[15 to 17]], [[Young people from 15, who consent themselves, to 17 years.]])
* insert Code(adult, [[18 år og derover]], [[18 and above]], [[Adults.]])

ValueSet: PsychAcuteAgeGroups
Id: psychacute-age-group
Title: "Aldersgrupper"
Description: "Every age group."
* insert AlsoIn([[Age groups]], [[Alle aldersgrupper.]])
* ^experimental = false
* include codes from system PsychAcuteAgeGroup
