# The command: what somebody wishes to be recorded. Its entry is the event of the past-tense name.
@0xd3b1c5a9e1f00105;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using I = import "identity.capnp";
using S = import "service.capnp";
using G = import "grant.capnp";
using O = import "oversight.capnp";
using C = import "coordination.capnp";
$Cxx.namespace("ledger::schema");

# The signer's picture of a stream; the submission is refused where the ledger's differs.
struct Expectation {
  stream @0 :Data $T.id("Subject");
  version @1 :UInt64;
}

struct Command {
  nonce @0 :Data $T.id("Nonce");            # random: a neighbour's hash cannot be guessed
  expects @1 :List(Expectation);
  union {
    ledgerFound @2 :I.LedgerFound $T.kind(event = "LedgerFounded", visibility = public,
      streams = [], does = "Founds the ledger; the only command of its first submission.");
    keyRegister @3 :I.KeyRegister $T.kind(event = "KeyRegistered", visibility = private,
      streams = ["person"], does = "Binds a signing key to a person, with proof of possession.");
    keyRotate @4 :I.KeyRotate $T.kind(event = "KeyRotated", visibility = private,
      streams = ["person"], does = "Replaces a person's key by a new one; signed by the old key.");
    keyRevoke @5 :I.KeyRevoke $T.kind(event = "KeyRevoked", visibility = private,
      streams = ["person"], does = "Ends a key; by its owner or by two authorities.");
    roleGrant @6 :I.RoleGrant $T.kind(event = "RoleGranted", visibility = private,
      streams = ["person", "scope"], does = "Gives a person a role in an organisation, an office or the whole ledger.");
    roleRevoke @7 :I.RoleRevoke $T.kind(event = "RoleRevoked", visibility = private,
      streams = ["person", "scope"], does = "Ends a role.");
    endorse @8 :I.Endorse $T.kind(event = "Endorsed", visibility = public, inherits = true,
      streams = [], does = "Adds the second person to a proposed command and so brings it into effect.");
    policyPublish @9 :O.PolicyPublish $T.kind(event = "PolicyPublished", visibility = public,
      streams = ["policy"], does = "Publishes a version of a policy document.");
    officeEstablish @10 :I.OfficeEstablish $T.kind(event = "OfficeEstablished", visibility = public,
      streams = ["office", "region"], does = "Establishes the national or a regional front office.");
    organisationRegister @11 :I.OrganisationRegister $T.kind(event = "OrganisationRegistered", visibility = public,
      importable = true, streams = ["organisation", "region"], does = "Registers an organisation.");
    personRegister @12 :I.PersonRegister $T.kind(event = "PersonRegistered", visibility = private,
      importable = true, streams = ["person", "region"], does = "Registers a person under a random id.");
    programmeDefine @13 :S.ProgrammeDefine $T.kind(event = "ProgrammeDefined", visibility = public,
      streams = ["programme"], does = "Defines a programme in one direction of work.");
    projectStart @14 :S.ProjectStart $T.kind(event = "ProjectStarted", visibility = public,
      importable = true, streams = ["project", "programme", "organisation", "region"],
      does = "Starts an organisation's project in a programme.");
    activitySchedule @15 :S.ActivitySchedule $T.kind(event = "ActivityScheduled", visibility = scoped,
      importable = true, streams = ["activity", "project", "organisation", "region"],
      does = "Schedules an activity of a project.");
    shiftOpen @16 :S.ShiftOpen $T.kind(event = "ShiftOpened", visibility = scoped,
      importable = true, streams = ["shift", "activity", "organisation", "region"],
      does = "Opens a shift of an activity.");
    attendanceSummarise @17 :S.AttendanceSummarise $T.kind(event = "AttendanceSummarised", visibility = scoped,
      importable = true, streams = ["shift", "activity", "organisation", "region"],
      does = "Records how many people a shift had, where the source knows no persons.");
    hoursClaim @18 :S.HoursClaim $T.kind(event = "HoursClaimed", visibility = private,
      importable = true, streams = ["hours", "volunteer", "activity", "organisation", "region"],
      does = "Claims minutes of service by one volunteer in one activity.");
    hoursConfirm @19 :S.HoursConfirm $T.kind(event = "HoursConfirmed", visibility = private,
      streams = ["hours", "volunteer", "activity", "organisation", "region"],
      does = "The volunteer confirms a claim a clerk made for her.");
    hoursAttest @20 :S.HoursAttest $T.kind(event = "HoursAttested", visibility = private,
      streams = ["hours", "volunteer", "activity", "organisation", "region"],
      does = "Attests claimed minutes, or fewer of them with a reason.");
    hoursReject @21 :S.HoursReject $T.kind(event = "HoursRejected", visibility = private,
      streams = ["hours", "volunteer", "activity", "organisation", "region"], does = "Rejects a claim.");
    hoursDispute @22 :S.HoursDispute $T.kind(event = "HoursDisputed", visibility = private,
      streams = ["hours", "volunteer", "activity", "organisation", "region"], does = "Disputes attested or rejected hours.");
    hoursResolve @23 :S.HoursResolve $T.kind(event = "HoursResolved", visibility = private,
      streams = ["hours", "volunteer", "activity", "organisation", "region"], does = "Settles a dispute.");
    hoursCorrect @24 :S.HoursCorrect $T.kind(event = "HoursCorrected", visibility = private,
      streams = ["hours", "volunteer", "activity", "organisation", "region"],
      does = "Corrects attested minutes; a second person where they rise.");
    hoursVoid @25 :S.HoursVoid $T.kind(event = "HoursVoided", visibility = private,
      streams = ["hours", "volunteer", "activity", "organisation", "region"], does = "Voids an hours entry.");
    grantAward @26 :G.GrantAward $T.kind(event = "GrantAwarded", visibility = public,
      importable = true, streams = ["grant", "funder", "grantee", "programme", "region"], does = "Awards a grant.");
    agreementSign @27 :G.AgreementSign $T.kind(event = "AgreementSigned", visibility = public,
      importable = true, streams = ["grant", "funder", "grantee"],
      does = "Sets budget lines, tranches and the eligible period.");
    trancheApprove @28 :G.TrancheApprove $T.kind(event = "TrancheApproved", visibility = public,
      importable = true, streams = ["grant", "funder", "grantee"], does = "Approves a tranche for payment.");
    trancheDisburse @29 :G.TrancheDisburse $T.kind(event = "TrancheDisbursed", visibility = public,
      importable = true, streams = ["grant", "funder", "grantee"], does = "Records the payment of a tranche.");
    disbursementConfirm @30 :G.DisbursementConfirm $T.kind(event = "DisbursementConfirmed", visibility = public,
      importable = true, streams = ["grant", "funder", "grantee"], does = "The grantee confirms that the money arrived.");
    disbursementReverse @31 :G.DisbursementReverse $T.kind(event = "DisbursementReversed", visibility = public,
      importable = true, streams = ["grant", "funder", "grantee"], does = "Takes back a disbursement, or a part of it.");
    expenditureRecord @32 :G.ExpenditureRecord $T.kind(event = "ExpenditureRecorded", visibility = public,
      importable = true, streams = ["grant", "grantee"], does = "Records a payment out of the grant, with its document.");
    expenditureVerify @33 :G.ExpenditureVerify $T.kind(event = "ExpenditureVerified", visibility = public,
      streams = ["grant", "grantee"], does = "Accepts an expenditure after checking its document.");
    expenditureQuery @34 :G.ExpenditureQuery $T.kind(event = "ExpenditureQueried", visibility = public,
      streams = ["grant", "grantee"], does = "Asks the grantee about an expenditure.");
    expenditureDisallow @35 :G.ExpenditureDisallow $T.kind(event = "ExpenditureDisallowed", visibility = public,
      streams = ["grant", "grantee"], does = "Refuses an expenditure, or a part of it, as a use of the grant.");
    expenditureReverse @36 :G.ExpenditureReverse $T.kind(event = "ExpenditureReversed", visibility = public,
      importable = true, streams = ["grant", "grantee"], does = "Records money that came back from a vendor.");
    interestRecord @37 :G.InterestRecord $T.kind(event = "InterestRecorded", visibility = public,
      importable = true, streams = ["grant", "grantee"], does = "Records interest earned on grant money.");
    refundSend @38 :G.RefundSend $T.kind(event = "RefundSent", visibility = public,
      importable = true, streams = ["grant", "funder", "grantee"], does = "Records money sent back to the funder.");
    refundReceive @39 :G.RefundReceive $T.kind(event = "RefundReceived", visibility = public,
      importable = true, streams = ["grant", "funder", "grantee"], does = "The funder's payer confirms a refund.");
    grantClose @40 :G.GrantClose $T.kind(event = "GrantClosed", visibility = public,
      streams = ["grant", "funder", "grantee"], does = "Closes a grant whose money is all accounted for.");
    awardNominate @41 :O.AwardNominate $T.kind(event = "AwardNominated", visibility = private,
      streams = ["award", "nominee", "organisation"], does = "Nominates a person for a distinction.");
    awardConfer @42 :O.AwardConfer $T.kind(event = "AwardConferred", visibility = private,
      streams = ["award", "nominee", "organisation"], does = "Confers a distinction.");
    awardRevoke @43 :O.AwardRevoke $T.kind(event = "AwardRevoked", visibility = private,
      streams = ["award", "nominee", "organisation"], does = "Revokes a conferred distinction.");
    importRecord @44 :O.ImportRecord $T.kind(event = "ImportRecorded", visibility = public, inherits = true,
      importable = true, streams = ["batch"], does = "Opens one part of an import batch; the commands after it belong to it.");
    importVoid @45 :O.ImportVoid $T.kind(event = "ImportVoided", visibility = public, inherits = true,
      importable = true, streams = ["batch"], does = "Voids everything an import batch brought in.");
    personErase @46 :I.PersonErase $T.kind(event = "PersonErased", visibility = private,
      streams = ["person"], does = "Destroys the personal data of a person; what the log holds stays provable.");
    vaultAccessHash @47 :I.VaultAccessHash $T.kind(event = "VaultAccessHashed", visibility = public,
      streams = [], does = "Binds the day's list of who read personal data to the log.");
    officeMandateSet @48 :C.OfficeMandateSet $T.kind(event = "OfficeMandateSet", visibility = public, since = 2,
      streams = ["office"],
      does = "Charges an office with a mandate, by an act of its authority.");
    monitoringVisitRecord @49 :C.MonitoringVisitRecord $T.kind(event = "MonitoringVisitRecorded", visibility = scoped, since = 2,
      streams = ["visit", "office", "project", "organisation"], to = "recorded",
      does = "Records an office's visit to a project and its verdict.");
    ideaSubmit @50 :C.IdeaSubmit $T.kind(event = "IdeaSubmitted", visibility = scoped, since = 2,
      streams = ["idea", "office", "region"], to = "submitted",
      does = "Brings an idea for a project to a front office; anybody may.");
    ideaTriage @51 :C.IdeaTriage $T.kind(event = "IdeaTriaged", visibility = scoped, since = 2,
      streams = ["idea", "office"], from = ["submitted"], to = "triaged",
      does = "The front office takes up an idea.");
    ideaConvert @52 :C.IdeaConvert $T.kind(event = "IdeaConverted", visibility = scoped, since = 2,
      streams = ["idea", "office", "project"], from = ["triaged"], to = "converted",
      does = "Names the project that an idea became.");
    ideaDecline @53 :C.IdeaDecline $T.kind(event = "IdeaDeclined", visibility = scoped, since = 2,
      streams = ["idea", "office"], from = ["submitted", "triaged"], to = "declined",
      does = "Declines an idea, with the reason.");
    requestReceive @54 :C.RequestReceive $T.kind(event = "RequestReceived", visibility = scoped, since = 2,
      streams = ["request", "office", "region"], to = "received",
      does = "Records that somebody asked a front office for help.");
    requestRoute @55 :C.RequestRoute $T.kind(event = "RequestRouted", visibility = scoped, since = 2,
      streams = ["request", "office", "organisation"], from = ["received", "routed"], to = "routed",
      does = "Hands a request to an organisation.");
    requestResolve @56 :C.RequestResolve $T.kind(event = "RequestResolved", visibility = scoped, since = 2,
      streams = ["request", "office"], from = ["received", "routed"], to = "resolved",
      does = "Says how a request ended.");
    meetingHold @57 :C.MeetingHold $T.kind(event = "MeetingHeld", visibility = public, since = 2,
      streams = ["meeting", "office"], to = "held",
      does = "Records a meeting with a target group.");
    directionAdd @58 :C.DirectionAdd $T.kind(event = "DirectionAdded", visibility = public, since = 2,
      streams = ["direction"], to = "active",
      does = "Adds a direction of work.");
    directionRetire @59 :C.DirectionRetire $T.kind(event = "DirectionRetired", visibility = public, since = 2,
      streams = ["direction"], from = ["active"], to = "retired",
      does = "Retires a direction of work: no new programme takes it.");
    campaignOpen @60 :C.CampaignOpen $T.kind(event = "CampaignOpened", visibility = public, since = 2,
      streams = ["campaign", "office"], to = "open",
      does = "Opens a campaign.");
    deedRecord @61 :C.DeedRecord $T.kind(event = "DeedRecorded", visibility = scoped, since = 2,
      streams = ["deed", "campaign", "organisation"], to = "recorded",
      does = "Counts good deeds towards a campaign.");
    commitmentRecord @62 :C.CommitmentRecord $T.kind(event = "CommitmentRecorded", visibility = public, since = 2,
      streams = ["commitment", "campaign", "organisation"], to = "recorded",
      does = "Records what an organisation undertakes within a campaign.");
    campaignClose @63 :C.CampaignClose $T.kind(event = "CampaignClosed", visibility = public, since = 2,
      streams = ["campaign", "office"], from = ["open"], to = "closed",
      does = "Closes a campaign.");
    forumRegister @64 :C.ForumRegister $T.kind(event = "ForumRegistered", visibility = public, since = 2,
      streams = ["forum", "office"], to = "registered",
      does = "Registers a forum.");
    participationRecord @65 :C.ParticipationRecord $T.kind(event = "ParticipationRecorded", visibility = public, since = 2,
      streams = ["forum", "office"], from = ["registered"], to = "registered",
      does = "Counts a country's people at a forum, in one role.");
    councilForm @66 :C.CouncilForm $T.kind(event = "CouncilFormed", visibility = public, since = 2,
      streams = ["council", "office"], to = "formed",
      does = "Forms a standing council.");
    resolutionTake @67 :C.ResolutionTake $T.kind(event = "ResolutionTaken", visibility = public, since = 2,
      streams = ["resolution", "council", "office"], to = "taken",
      does = "Records a resolution of a council.");
    resolutionFulfil @68 :C.ResolutionFulfil $T.kind(event = "ResolutionFulfilled", visibility = public, since = 2,
      streams = ["resolution", "council", "office"], from = ["taken"], to = "fulfilled",
      does = "Says that a resolution is carried out.");
    partnershipRegister @69 :C.PartnershipRegister $T.kind(event = "PartnershipRegistered", visibility = public, since = 2,
      streams = ["partnership", "programme", "organisation"], to = "registered",
      does = "Registers a programme run with an outside organisation.");
    emergencyDeclare @70 :C.EmergencyDeclare $T.kind(event = "EmergencyDeclared", visibility = public, since = 2,
      streams = ["emergency", "office", "region"], to = "declared",
      does = "Declares an emergency that volunteers are asked to help in.");
    emergencyEnd @71 :C.EmergencyEnd $T.kind(event = "EmergencyEnded", visibility = public, since = 2,
      streams = ["emergency", "office", "region"], from = ["declared"], to = "ended",
      does = "Ends an emergency.");
    deploymentOrder @72 :C.DeploymentOrder $T.kind(event = "DeploymentOrdered", visibility = scoped, since = 2,
      streams = ["deployment", "emergency", "organisation", "region"], to = "ordered",
      does = "Sends an organisation's volunteers to an emergency.");
    deploymentEnd @73 :C.DeploymentEnd $T.kind(event = "DeploymentEnded", visibility = scoped, since = 2,
      streams = ["deployment", "emergency", "organisation", "region"], from = ["ordered"], to = "ended",
      does = "Ends a deployment and says how many served.");
    legalBasisRecord @74 :C.LegalBasisRecord $T.kind(event = "LegalBasisRecorded", visibility = public, since = 2,
      streams = ["basis"], to = "recorded",
      does = "Records an act of law, or a version of it.");
    capacityReport @75 :C.CapacityReport $T.kind(event = "CapacityReported", visibility = public, since = 2,
      streams = ["office", "region"],
      does = "Reports a figure on the means of an office.");
  }
}
