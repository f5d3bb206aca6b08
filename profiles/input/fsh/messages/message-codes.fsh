// MedCom's messages: carecommunication 5.0.2, hospitalnotification 3.0.2, acknowledgement 2.0.3. Their codes are used as they are.

// Source: MedCom carecommunication: "it must not be used for cases with an acute nature". acute-ambulant is left out.
ValueSet: PsychAcuteCareCommunicationCategories
Id: psychacute-care-communication-category
Title: "Emner i korrespondance"
Description: "The categories of MedCom's CareCommunication that non-acute follow-up in psychiatry uses."
* insert AlsoIn([[Categories of CareCommunication]], [[De emner i MedComs korrespondance, som ikke-akut opfølgning i psykiatrien bruger.]])
* ^experimental = false
* $medcom-category#psychiatry-social-disability
* $medcom-category#alcohol-and-drug-treatment
* $medcom-category#carecoordination
* $medcom-category#discharge
* $medcom-category#regarding-referral
* $medcom-category#other

ValueSet: PsychAcuteNotificationClasses
Id: psychacute-notification-class
Title: "Kontaktens art i advis"
Description: "Emergency or inpatient."
* insert AlsoIn([[Class of the contact in notifications]], [[Akut ambulant eller indlagt.]])
* ^experimental = false
* $act-code#EMER
* $act-code#IMP
