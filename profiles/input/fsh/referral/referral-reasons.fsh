// Source: FFB 2.2.0 (KL), targets that a referral from an acute call may have.
ValueSet: PsychAcuteReferralReasons
Id: psychacute-referral-reason
Title: "Henvisningsårsager"
Description: "The FFB targets that acute psychiatry uses; the citizen's own words stand in text."
* insert AlsoIn([[Reasons for referral]], [[De målgrupper i FFB, som akutpsykiatrien bruger; borgerens egne ord står i text.]])
* ^experimental = false
* $ffb#5e95db73-4d16-4084-93a3-595c0650b160 "Selvmordstanker eller -forsøg"
* $ffb#3e3f5ebf-82c1-401b-ab5e-e6138a31da3a "Selvskadende adfærd"
* $ffb#e1b59a4a-9cc2-4113-a5f1-84af588b02a2 "Udadreagerende adfærd"
* $ffb#a78fb31e-b30a-4815-af85-932859fd06b9 "Psykiske vanskeligheder"
