"""What each example needs before it. An example that is named stands for itself, as it is recorded; a step is one with
other fields. A value that begins with $ is the id that examples have in the field of that name.
"""
from typing import NamedTuple

from examples import made


class Step(NamedTuple):
    command: str
    fields: dict = {}
    how: dict = {}  # as in HOW


def step(command, /, how=None, **fields):
    """`from_` is `from`, which Python keeps for itself."""
    return Step(command, {name.rstrip("_"): value for name, value in fields.items()}, how or {})


# Played in this order in the ledger with which all others begin.
BEGUN = ("ledgerFound", "officeEstablish", "organisationRegister", "programmeDefine", "personRegister")

# Which example comes right before, in the same ledger, and the steps between; others come after "keyRegister".
AFTER = {
    "keyRegister": "personRegister",
    "enrolmentOffer": "personRegister",  # by a ticket only a first key is registered
    "keyRecoveryCancel": "keyRecoveryOffer",
    "roleRevoke": "roleGrant",
    "delegationSet": ("keyRegister", step("roleGrant", role="officer", scope="$organisation")),
    "delegationEnd": "delegationSet",
    "importRecord": ("keyRegister", step("importRecord", part=0)),
    "importVoid": "importRecord",

    # People.
    "consentWithdraw": "consentGive",
    "guardianConsentWithdraw": "guardianConsentRecord",
    "skillVerify": "skillDeclare",
    "insuranceEnd": "insuranceAttach",
    "personReinstate": "personSuspend",
    "appealFile": "personSuspend",
    "appealDecide": "appealFile",
    "trainingAttend": "trainingHold",
    "trainingCertify": "trainingAttend",
    "assignmentAccept": "assignmentOffer",
    "assignmentStart": "assignmentAccept",
    "assignmentExtend": ("keyRegister", step("assignmentOffer", from_="2026-02-01", to="2026-02-28"),
                         "assignmentAccept", "assignmentStart"),
    "assignmentComplete": "assignmentStart",
    "assignmentTerminate": "assignmentStart",

    # Service.
    "projectApprove": "projectPropose",
    "projectSuspend": "projectStart",
    "projectResume": "projectSuspend",
    "projectComplete": "projectStart",
    "projectCancel": "projectStart",
    "projectClassify": "projectStart",
    "outputTargetSet": "projectStart",
    "outputRecord": "projectStart",
    "monitoringVisitRecord": "projectStart",
    "activitySchedule": "projectStart",
    "activityHold": "activitySchedule",
    "activityCancel": "activitySchedule",
    "activityClassify": "activitySchedule",
    "shiftOpen": "activitySchedule",
    "attendanceSummarise": "shiftOpen",
    "shiftSignUp": "shiftOpen",
    "signUpCancel": "shiftSignUp",
    "checkIn": "shiftSignUp",
    "checkOut": "checkIn",
    "noShowRecord": "shiftSignUp",
    "shiftClose": "shiftOpen",
    "hoursClaim": "activitySchedule",
    "hoursConfirm": ("activitySchedule", step("hoursClaim", {"by": "clerk", "assurance": "assisted"})),
    "hoursAttest": "hoursClaim",
    "hoursReject": "hoursClaim",
    "hoursDispute": "hoursAttest",
    "hoursResolve": "hoursDispute",
    "hoursCorrect": ("hoursClaim", step("hoursAttest", minutes=100)),
    "hoursVoid": "hoursAttest",
    "creditGrant": ("activitySchedule",
                    step("policyPublish", policy="$creditPolicy", kind="creditRules", status="inForce",
                         hoursLimits=None, creditRules={
                             "benefit": "workExperience", "unit": "hour", "timeBases": ["unpaid"],
                             "window": "unlimited", "rounding": "wholeHours", "doubleUse": "experience"}),
                    step("hoursClaim", {"by": "person"}, volunteer="$person"), "hoursAttest"),
    "creditReverse": "creditGrant",

    # Offices.
    "ideaTriage": "ideaSubmit",
    "ideaConvert": ("ideaTriage", "projectStart"),
    "ideaDecline": "ideaTriage",
    "requestRoute": "requestReceive",
    "requestResolve": "requestRoute",
    "directionRetire": "directionAdd",
    "deedRecord": "campaignOpen",
    "commitmentRecord": "campaignOpen",
    "campaignClose": "campaignOpen",
    "participationRecord": "forumRegister",
    "resolutionTake": "councilForm",
    "resolutionFulfil": "resolutionTake",
    "emergencyEnd": "emergencyDeclare",
    "deploymentOrder": "emergencyDeclare",
    "deploymentEnd": "deploymentOrder",
    "organisationReactivate": "organisationDeactivate",
    "membershipEnd": "membershipBegin",
    "measureDefine": "roadmapAdopt",
    "measureComplete": "measureDefine",
    "indicatorDefine": "roadmapAdopt",
    "targetSet": "indicatorDefine",
    "actualReport": "indicatorDefine",
    "externalIdLink": ("externalSystemRegister", step("projectStart", project="$subject")),
    "externalSystemRetire": "externalSystemRegister",
    "reconciliationRecord": "externalSystemRegister",

    # Honours: a nomination is for the distinction of its round.
    "distinctionRetire": "distinctionDefine",
    "roundOpen": ("keyRegister", step("distinctionDefine", code="volunteer-of-the-year")),
    "roundClose": "roundOpen",
    "awardNominate": "roundOpen",
    "nominationAdmit": "awardNominate",
    "voteTally": "nominationAdmit",
    "commissionScore": "nominationAdmit",
    "awardDecline": "awardNominate",
    "awardConfer": "nominationAdmit",
    "awardRevoke": "awardConfer",

    # Calls.
    "callAmend": ("keyRegister", step("callPublish", from_="2026-02-01", to="2026-02-28")),
    "callClose": "callPublish",
    "expertsName": "callPublish",
    "expertsDraw": "expertsName",
    "applicationSubmit": "callPublish",
    "applicationWithdraw": "applicationSubmit",
    "applicationAdmit": "applicationSubmit",
    "applicationDecline": "applicationSubmit",
    "applicationShortlist": "applicationAdmit",
    "conflictDeclare": ("expertsDraw", "applicationSubmit"),
    "scoreGive": ("keyRegister", step("callPublish", criteria=[{"code": "need", "points": 1}]), "expertsName",
                  "expertsDraw", "applicationSubmit", "applicationAdmit"),
    "decisionAppeal": "applicationDecline",
    "decisionUphold": "decisionAppeal",
    "decisionOverturn": "decisionAppeal",

    # Grants.
    "agreementSign": "grantAward",
    "agreementAmend": "agreementSign",
    "budgetVire": ("keyRegister", step("grantAward", amount={"minor": 60000000, "currency": "KZT"}),
                   step("agreementSign", lines=[{"line": line, "costType": "materials", "amount": 30000000}
                                                for line in ("materials", "transport")])),
    "appropriationRecord": ("keyRegister", step("grantAward", grantClass="long"), "agreementSign"),
    "grantSuspend": "agreementSign",
    "grantResume": "grantSuspend",
    "grantTerminate": "agreementSign",
    "trancheApprove": "agreementSign",
    "trancheDisburse": "trancheApprove",
    "disbursementConfirm": "trancheDisburse",
    "disbursementReverse": "trancheDisburse",
    "expenditureRecord": "trancheDisburse",
    "expenditureVerify": "expenditureRecord",
    "expenditureQuery": "expenditureRecord",
    "expenditureDisallow": "expenditureRecord",
    "expenditureVoid": "expenditureRecord",
    "expenditureCorrect": ("trancheDisburse",
                           step("expenditureRecord", amount={"minor": 20000000, "currency": "KZT"})),
    "expenditureReverse": "trancheDisburse",
    "interestRecord": "trancheDisburse",
    "refundDemand": "trancheDisburse",
    "refundWaive": "refundDemand",
    "refundSend": "trancheDisburse",
    "refundReceive": "refundSend",
    "grantClose": "refundReceive",
    "recoveryOpen": ("grantClose", step("auditOpen", organisation="$grantee", grant="$grant"), "findingRaise"),
    "deliverableAccept": "contractSign",
    "contractEnd": "contractSign",

    # Donations.
    "donationReceive": "donationPledge",
    "donationAllocate": ("donationReceive", "projectStart"),
    "donationReturn": "donationReceive",
    "donationReceiptIssue": ("donationPledge", step("donationReceive", documentHash="11" * 32)),

    # Reports and audits.
    "obligationExtend": ("keyRegister", step("obligationCreate", due="2026-02-01")),
    "obligationWaive": "obligationCreate",
    "reportSubmit": "obligationCreate",
    "reportReturn": "reportSubmit",
    "reportAccept": "reportSubmit",
    "sampleDraw": "auditOpen",
    "findingRaise": "auditOpen",
    "findingRespond": "findingRaise",
    "findingCorrect": "findingRespond",
    "findingClose": "findingCorrect",
    "findingReopen": "findingClose",
    "findingDismiss": "findingRaise",
    "auditReport": "auditOpen",
}

# How an example is played that is not sent by the first it names, on its day.
HOW = {
    "keyRegister": {"by": "clerk"},  # who has no key yet cannot sign
    "importRecord": {"assurance": "imported"},
    "importVoid": {"assurance": "imported"},
    "vaultAccessHash": {"at": "2026-03-02T09:00:00+05:00"},  # once its day is over
    "releasePublish": {"at": "2026-04-12T09:00:00+05:00"},  # ten days and more after its month
}

# What is said besides: whether a founding has expired, the clock of the machine tells, but for a demonstration.
BESIDES = {"ledgerFound": {"demo": True}}

# The fields with which an example is recorded that as printed never is, and why it is not.
OTHERWISE = {
    # No sample of the schema: only who holds the key, or the log itself, makes them.
    "keyRegister": made.registration,
    "keyRotate": made.rotation,
    "keyRevoke": made.revocation,
    "endorse": made.proposal,
    "expertsDraw": made.draw,
    "releasePublish": made.release,
}

# What the program signs and records by a command of its own, since only the ledger at that size gives the values.
PROGRAM = {
    "ledgerFound": (),  # each ledger began with it
    "streamHeads": ("heads", "record"),
    "logKeyRotate": ("checkpoint", "rotate-key"),
}
