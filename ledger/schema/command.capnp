# The command: what somebody wishes to be recorded. Its entry is the event of the past-tense name.
@0xd3b1c5a9e1f00105;

using Cxx = import "/capnp/c++.capnp";
using T = import "types.capnp";
using I = import "identity.capnp";
using S = import "service.capnp";
using G = import "grant.capnp";
using O = import "oversight.capnp";
using C = import "coordination.capnp";
using P = import "people.capnp";
using N = import "organisation.capnp";
using W = import "work.capnp";
using A = import "call.capnp";
using V = import "giving.capnp";
using R = import "accountability.capnp";
using H = import "honours.capnp";
using X = import "exchange.capnp";
using F = import "funding.capnp";
using B = import "benefit.capnp";
using K = import "completeness.capnp";
using Z = import "succession.capnp";
using L = import "release.capnp";
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
      importable = true, streams = ["organisation", "region"], to = "active", does = "Registers an organisation.");
    personRegister @12 :I.PersonRegister $T.kind(event = "PersonRegistered", visibility = private,
      importable = true, streams = ["person", "region"], to = "active", does = "Registers a person under a random id.");
    programmeDefine @13 :S.ProgrammeDefine $T.kind(event = "ProgrammeDefined", visibility = public,
      streams = ["programme"], to = "defined", does = "Defines a programme in one direction of work.");
    projectStart @14 :S.ProjectStart $T.kind(event = "ProjectStarted", visibility = public,
      importable = true, streams = ["project", "programme", "organisation", "region"], to = "running",
      does = "Starts an organisation's project in a programme.");
    activitySchedule @15 :S.ActivitySchedule $T.kind(event = "ActivityScheduled", visibility = scoped,
      importable = true, streams = ["activity", "project", "organisation", "region"], to = "scheduled",
      does = "Schedules an activity of a project.");
    shiftOpen @16 :S.ShiftOpen $T.kind(event = "ShiftOpened", visibility = scoped,
      importable = true, streams = ["shift", "activity", "organisation", "region"], to = "open",
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
      importable = true, streams = ["grant", "funder", "grantee", "programme", "region"], to = "active", does = "Awards a grant.");
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
      streams = ["award", "nominee", "organisation"], to = "nominated", does = "Nominates a person for a distinction.");
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
    consentGive @76 :P.ConsentGive $T.kind(event = "ConsentGiven", visibility = private, since = 2,
      streams = ["consent", "person"], to = "given",
      does = "Records a person's consent to one use of personal data.");
    consentWithdraw @77 :P.ConsentWithdraw $T.kind(event = "ConsentWithdrawn", visibility = private, since = 2,
      streams = ["consent", "person"], from = ["given"], to = "withdrawn",
      does = "Withdraws a consent.");
    guardianConsentRecord @78 :P.GuardianConsentRecord $T.kind(event = "GuardianConsentRecorded", visibility = private, since = 2,
      streams = ["guardianship", "person"], to = "given",
      does = "Records that a parent or guardian agrees to a minor's service.");
    guardianConsentWithdraw @79 :P.GuardianConsentWithdraw $T.kind(event = "GuardianConsentWithdrawn", visibility = private, since = 2,
      streams = ["guardianship", "person"], from = ["given"], to = "withdrawn",
      does = "Withdraws a guardian's consent.");
    skillDeclare @80 :P.SkillDeclare $T.kind(event = "SkillDeclared", visibility = private, since = 2,
      streams = ["skill", "person"], to = "declared",
      does = "Declares a skill of a person.");
    skillVerify @81 :P.SkillVerify $T.kind(event = "SkillVerified", visibility = private, since = 2,
      streams = ["skill", "person"], from = ["declared"], to = "verified",
      does = "Says that the document of a skill was seen.");
    availabilitySet @82 :P.AvailabilitySet $T.kind(event = "AvailabilitySet", visibility = private, since = 2,
      streams = ["person"], from = ["active"],
      does = "Says on which weekdays a person can serve.");
    insuranceAttach @83 :P.InsuranceAttach $T.kind(event = "InsuranceAttached", visibility = private, since = 2,
      streams = ["cover", "person"], to = "attached",
      does = "Attaches an insurance cover to a person.");
    insuranceEnd @84 :P.InsuranceEnd $T.kind(event = "InsuranceEnded", visibility = private, since = 2,
      streams = ["cover", "person"], from = ["attached"], to = "ended",
      does = "Ends an insurance cover.");
    personSuspend @85 :P.PersonSuspend $T.kind(event = "PersonSuspended", visibility = private, since = 2,
      streams = ["person"], from = ["active"], to = "suspended",
      does = "Suspends a person from service, with the reason and the time for an appeal.");
    personReinstate @86 :P.PersonReinstate $T.kind(event = "PersonReinstated", visibility = private, since = 2,
      streams = ["person"], from = ["suspended", "excluded"], to = "active",
      does = "Ends a suspension or an exclusion.");
    personExclude @87 :P.PersonExclude $T.kind(event = "PersonExcluded", visibility = private, since = 2,
      streams = ["person"], from = ["active", "suspended"], to = "excluded",
      does = "Excludes a person from service, with the reason and the time for an appeal.");
    appealFile @88 :P.AppealFile $T.kind(event = "AppealFiled", visibility = private, since = 2,
      streams = ["appeal", "person"], to = "filed",
      does = "Files an appeal against a suspension or an exclusion.");
    appealDecide @89 :P.AppealDecide $T.kind(event = "AppealDecided", visibility = private, since = 2,
      streams = ["appeal", "person"], from = ["filed"], to = "decided",
      does = "Decides an appeal.");
    profilesMerge @90 :P.ProfilesMerge $T.kind(event = "ProfilesMerged", visibility = private, since = 2,
      streams = ["person"], from = ["active"],
      does = "Joins two registrations of one person.");
    organisationVerify @91 :N.OrganisationVerify $T.kind(event = "OrganisationVerified", visibility = public, since = 2,
      streams = ["organisation"], from = ["active"],
      does = "Says that an organisation was compared with a register of the state.");
    organisationDeactivate @92 :N.OrganisationDeactivate $T.kind(event = "OrganisationDeactivated", visibility = public, since = 2,
      streams = ["organisation"], from = ["active"], to = "inactive",
      does = "Says that an organisation is no longer active.");
    organisationReactivate @93 :N.OrganisationReactivate $T.kind(event = "OrganisationReactivated", visibility = public, since = 2,
      streams = ["organisation"], from = ["inactive"], to = "active",
      does = "Says that an organisation is active again.");
    membershipBegin @94 :N.MembershipBegin $T.kind(event = "MembershipBegun", visibility = public, since = 2,
      streams = ["membership", "organisation"], to = "begun",
      does = "Says that an organisation belongs to another: a branch, a network, an institution.");
    membershipEnd @95 :N.MembershipEnd $T.kind(event = "MembershipEnded", visibility = public, since = 2,
      streams = ["membership", "organisation"], from = ["begun"], to = "ended",
      does = "Ends a membership.");
    relatedPartyDeclare @96 :N.RelatedPartyDeclare $T.kind(event = "RelatedPartyDeclared", visibility = private, since = 2,
      streams = ["relatedness", "person", "organisation"], to = "declared",
      does = "Declares that a person and an organisation must not decide about each other.");
    riskRate @97 :N.RiskRate $T.kind(event = "RiskRated", visibility = scoped, since = 2,
      streams = ["organisation"], from = ["active"],
      does = "Rates the risk of an organisation.");
    employerProgrammeAgree @98 :N.EmployerProgrammeAgree $T.kind(event = "EmployerProgrammeAgreed", visibility = public, since = 2,
      streams = ["employment", "organisation"], to = "agreed",
      does = "Says how many minutes a week an employer gives its people for service.");
    projectSuspend @99 :W.ProjectSuspend $T.kind(event = "ProjectSuspended", visibility = public, since = 2,
      streams = ["project", "organisation"], from = ["running"], to = "suspended",
      does = "Suspends a project.");
    projectResume @100 :W.ProjectResume $T.kind(event = "ProjectResumed", visibility = public, since = 2,
      streams = ["project", "organisation"], from = ["suspended"], to = "running",
      does = "Resumes a project.");
    projectComplete @101 :W.ProjectComplete $T.kind(event = "ProjectCompleted", visibility = public, since = 2,
      streams = ["project", "organisation"], from = ["running"], to = "completed",
      does = "Completes a project, with its final document.");
    projectCancel @102 :W.ProjectCancel $T.kind(event = "ProjectCancelled", visibility = public, since = 2,
      streams = ["project", "organisation"], from = ["running", "suspended", "proposed", "approved"],
      to = "cancelled", does = "Cancels a project, also one that did not start.");
    projectClassify @103 :W.ProjectClassify $T.kind(event = "ProjectClassified", visibility = public, since = 2,
      streams = ["project", "organisation"], from = ["running", "suspended", "completed"],
      does = "Classifies a project: activity, function of government, goals, beneficiaries.");
    outputTargetSet @104 :W.OutputTargetSet $T.kind(event = "OutputTargetSet", visibility = public, since = 2,
      streams = ["target", "project", "organisation"], to = "set",
      does = "Sets what a project is to make or reach, in kind.");
    outputRecord @105 :W.OutputRecord $T.kind(event = "OutputRecorded", visibility = scoped, since = 2,
      streams = ["output", "project", "organisation"], to = "recorded",
      does = "Records what a project made or reached, in kind.");
    activityHold @106 :W.ActivityHold $T.kind(event = "ActivityHeld", visibility = scoped, since = 2,
      streams = ["activity", "project", "organisation"], from = ["scheduled"], to = "held",
      does = "Says that an activity took place, and with how many people.");
    activityCancel @107 :W.ActivityCancel $T.kind(event = "ActivityCancelled", visibility = scoped, since = 2,
      streams = ["activity", "project", "organisation"], from = ["scheduled"], to = "cancelled",
      does = "Cancels an activity.");
    activityClassify @108 :W.ActivityClassify $T.kind(event = "ActivityClassified", visibility = scoped, since = 2,
      streams = ["activity", "project", "organisation"], from = ["scheduled", "held"],
      does = "Says whether an activity is social work or service at an event.");
    shiftSignUp @109 :W.ShiftSignUp $T.kind(event = "ShiftSignedUp", visibility = private, since = 2,
      streams = ["signup", "shift", "volunteer", "organisation"], to = "signedUp",
      does = "Signs a volunteer up for a shift.");
    signUpCancel @110 :W.SignUpCancel $T.kind(event = "SignUpCancelled", visibility = private, since = 2,
      streams = ["signup", "shift", "volunteer"], from = ["signedUp"], to = "cancelled",
      does = "Takes a sign-up back.");
    checkIn @111 :W.CheckIn $T.kind(event = "CheckedIn", visibility = private, since = 2,
      streams = ["signup", "shift", "volunteer"], from = ["signedUp"], to = "checkedIn",
      does = "A volunteer comes to a shift.");
    checkOut @112 :W.CheckOut $T.kind(event = "CheckedOut", visibility = private, since = 2,
      streams = ["signup", "shift", "volunteer"], from = ["checkedIn"], to = "checkedOut",
      does = "A volunteer leaves a shift.");
    noShowRecord @113 :W.NoShowRecord $T.kind(event = "NoShowRecorded", visibility = private, since = 2,
      streams = ["signup", "shift", "volunteer"], from = ["signedUp"], to = "absent",
      does = "Says that a volunteer did not come.");
    shiftClose @114 :W.ShiftClose $T.kind(event = "ShiftClosed", visibility = scoped, since = 2,
      streams = ["shift", "activity", "organisation"], from = ["open"], to = "closed",
      does = "Closes a shift with its roster.");
    trainingHold @115 :W.TrainingHold $T.kind(event = "TrainingHeld", visibility = scoped, since = 2,
      streams = ["training", "organisation"], to = "held",
      does = "Records a seminar, course or camp; it is no service.");
    trainingAttend @116 :W.TrainingAttend $T.kind(event = "TrainingAttended", visibility = private, since = 2,
      streams = ["attendance", "training", "person", "organisation"], to = "attended",
      does = "Records a person's minutes at a training.");
    trainingCertify @117 :W.TrainingCertify $T.kind(event = "TrainingCertified", visibility = private, since = 2,
      streams = ["attendance", "training", "person"], from = ["attended"], to = "certified",
      does = "Records the certificate of a training.");
    assignmentOffer @118 :W.AssignmentOffer $T.kind(event = "AssignmentOffered", visibility = private, since = 2,
      streams = ["assignment", "person", "organisation"], to = "offered",
      does = "Offers a person an assignment of weeks or months.");
    assignmentAccept @119 :W.AssignmentAccept $T.kind(event = "AssignmentAccepted", visibility = private, since = 2,
      streams = ["assignment", "person"], from = ["offered"], to = "accepted",
      does = "Accepts an assignment.");
    assignmentStart @120 :W.AssignmentStart $T.kind(event = "AssignmentStarted", visibility = private, since = 2,
      streams = ["assignment", "person"], from = ["accepted"], to = "started",
      does = "Starts an assignment.");
    assignmentExtend @121 :W.AssignmentExtend $T.kind(event = "AssignmentExtended", visibility = private, since = 2,
      streams = ["assignment", "person"], from = ["started"],
      does = "Extends an assignment.");
    assignmentComplete @122 :W.AssignmentComplete $T.kind(event = "AssignmentCompleted", visibility = private, since = 2,
      streams = ["assignment", "person"], from = ["started"], to = "completed",
      does = "Completes an assignment.");
    assignmentTerminate @123 :W.AssignmentTerminate $T.kind(event = "AssignmentTerminated", visibility = private, since = 2,
      streams = ["assignment", "person"], from = ["offered", "accepted", "started"], to = "terminated",
      does = "Ends an assignment before its time.");
    callPublish @124 :A.CallPublish $T.kind(event = "CallPublished", visibility = public, since = 2,
      streams = ["call", "funder", "programme"], to = "published",
      does = "Publishes a call for applications.");
    callAmend @125 :A.CallAmend $T.kind(event = "CallAmended", visibility = public, since = 2,
      streams = ["call", "funder"], from = ["published"],
      does = "Prolongs a call.");
    callClose @126 :A.CallClose $T.kind(event = "CallClosed", visibility = public, since = 2,
      streams = ["call", "funder"], from = ["published"], to = "closed",
      does = "Closes a call.");
    expertsName @127 :A.ExpertsName $T.kind(event = "ExpertsNamed", visibility = private, since = 2,
      streams = ["panel", "call", "funder"], to = "named",
      does = "Names the candidates of an expert commission.");
    expertsDraw @128 :A.ExpertsDraw $T.kind(event = "ExpertsDrawn", visibility = private, since = 2,
      streams = ["panel", "call", "funder"], from = ["named"], to = "drawn",
      does = "Draws the experts from the candidates; anybody can repeat the draw.");
    applicationSubmit @129 :A.ApplicationSubmit $T.kind(event = "ApplicationSubmitted", visibility = scoped, since = 2,
      streams = ["application", "call", "organisation", "funder"], to = "submitted",
      does = "Applies for a grant.");
    applicationWithdraw @130 :A.ApplicationWithdraw $T.kind(event = "ApplicationWithdrawn", visibility = scoped, since = 2,
      streams = ["application", "call", "organisation"], from = ["submitted", "admitted", "shortlisted"], to = "withdrawn",
      does = "Takes an application back.");
    applicationAdmit @131 :A.ApplicationAdmit $T.kind(event = "ApplicationAdmitted", visibility = scoped, since = 2,
      streams = ["application", "call", "organisation"], from = ["submitted"], to = "admitted",
      does = "Admits an application after the technical check.");
    applicationDecline @132 :A.ApplicationDecline $T.kind(event = "ApplicationDeclined", visibility = scoped, since = 2,
      streams = ["application", "call", "organisation"], from = ["submitted", "admitted", "shortlisted"], to = "declined",
      does = "Declines an application, with the reason.");
    applicationShortlist @133 :A.ApplicationShortlist $T.kind(event = "ApplicationShortlisted", visibility = scoped, since = 2,
      streams = ["application", "call", "organisation"], from = ["admitted"], to = "shortlisted",
      does = "Puts an application on the short list.");
    conflictDeclare @134 :A.ConflictDeclare $T.kind(event = "ConflictDeclared", visibility = scoped, since = 2,
      streams = ["conflict", "application", "call"], to = "declared",
      does = "An expert stands aside from an application.");
    scoreGive @135 :A.ScoreGive $T.kind(event = "ScoreGiven", visibility = scoped, since = 2,
      streams = ["score", "application", "call"], to = "given",
      does = "An expert scores an application by one criterion.");
    decisionAppeal @136 :A.DecisionAppeal $T.kind(event = "DecisionAppealed", visibility = scoped, since = 2,
      streams = ["application", "call", "organisation"], from = ["declined"], to = "appealed",
      does = "Appeals against the decision on an application.");
    decisionUphold @137 :A.DecisionUphold $T.kind(event = "DecisionUpheld", visibility = scoped, since = 2,
      streams = ["application", "call", "organisation"], from = ["appealed"], to = "declined",
      does = "Upholds the decision after an appeal.");
    decisionOverturn @138 :A.DecisionOverturn $T.kind(event = "DecisionOverturned", visibility = scoped, since = 2,
      streams = ["application", "call", "organisation"], from = ["appealed"], to = "admitted",
      does = "Overturns the decision after an appeal: the application is admitted again.");
    contractSign @139 :A.ContractSign $T.kind(event = "ContractSigned", visibility = public, since = 2,
      streams = ["contract", "funder", "grantee", "programme"], to = "signed",
      does = "Signs a contract of the state social order: a service bought, not a grant.");
    deliverableAccept @140 :A.DeliverableAccept $T.kind(event = "DeliverableAccepted", visibility = public, since = 2,
      streams = ["deliverable", "contract", "funder", "grantee"], to = "accepted",
      does = "Accepts what a contract of the state social order was to deliver.");
    contractEnd @141 :A.ContractEnd $T.kind(event = "ContractEnded", visibility = public, since = 2,
      streams = ["contract", "funder", "grantee"], from = ["signed"], to = "ended",
      does = "Ends a contract of the state social order.");
    donationPledge @142 :V.DonationPledge $T.kind(event = "DonationPledged", visibility = public, since = 2,
      streams = ["donation", "organisation", "programme"], to = "pledged",
      does = "Records a donor's pledge.");
    donationReceive @143 :V.DonationReceive $T.kind(event = "DonationReceived", visibility = public, since = 2,
      streams = ["donation", "organisation"], from = ["pledged"], to = "received",
      does = "Records that a pledged donation arrived.");
    donationRecord @144 :V.DonationRecord $T.kind(event = "DonationRecorded", visibility = public, since = 2,
      streams = ["donation", "organisation", "programme"], to = "received",
      does = "Records a donation that was not pledged.");
    giftReceive @145 :V.GiftReceive $T.kind(event = "GiftReceived", visibility = public, since = 2,
      streams = ["gift", "organisation"], to = "received",
      does = "Records a gift in kind with its value.");
    donationAllocate @146 :V.DonationAllocate $T.kind(event = "DonationAllocated", visibility = public, since = 2,
      streams = ["allocation", "donation", "project", "organisation"], to = "allocated",
      does = "Allocates a part of a donation to a project.");
    donationReturn @147 :V.DonationReturn $T.kind(event = "DonationReturned", visibility = public, since = 2,
      streams = ["donation", "organisation"], from = ["received"], to = "returned",
      does = "Returns a donation.");
    donationReceiptIssue @148 :V.DonationReceiptIssue $T.kind(event = "DonationReceiptIssued", visibility = public, since = 2,
      streams = ["donation", "organisation"], from = ["received"],
      does = "Records the receipt given to a donor.");
    obligationCreate @149 :R.ObligationCreate $T.kind(event = "ObligationCreated", visibility = public, since = 2,
      streams = ["obligation", "organisation", "funder", "grant"], to = "due",
      does = "Obliges an organisation to report by a day.");
    obligationExtend @150 :R.ObligationExtend $T.kind(event = "ObligationExtended", visibility = public, since = 2,
      streams = ["obligation", "organisation", "funder"], from = ["due", "returned"],
      does = "Gives more time for a report.");
    obligationWaive @151 :R.ObligationWaive $T.kind(event = "ObligationWaived", visibility = public, since = 2,
      streams = ["obligation", "organisation", "funder"], from = ["due", "returned", "submitted"], to = "waived",
      does = "Waives a report.");
    reportSubmit @152 :R.ReportSubmit $T.kind(event = "ReportSubmitted", visibility = public, since = 2,
      streams = ["obligation", "organisation", "funder"], from = ["due", "returned"], to = "submitted",
      does = "Submits a report.");
    reportReturn @153 :R.ReportReturn $T.kind(event = "ReportReturned", visibility = public, since = 2,
      streams = ["obligation", "organisation", "funder"], from = ["submitted"], to = "returned",
      does = "Returns a report with remarks.");
    reportAccept @154 :R.ReportAccept $T.kind(event = "ReportAccepted", visibility = public, since = 2,
      streams = ["obligation", "organisation", "funder"], from = ["submitted"], to = "accepted",
      does = "Accepts a report.");
    roadmapAdopt @155 :R.RoadmapAdopt $T.kind(event = "RoadmapAdopted", visibility = public, since = 2,
      streams = ["roadmap", "office"], to = "adopted",
      does = "Adopts a road map.");
    measureDefine @156 :R.MeasureDefine $T.kind(event = "MeasureDefined", visibility = public, since = 2,
      streams = ["measure", "roadmap", "office", "organisation"], to = "defined",
      does = "Defines a measure of a road map.");
    measureComplete @157 :R.MeasureComplete $T.kind(event = "MeasureCompleted", visibility = public, since = 2,
      streams = ["measure", "roadmap", "office"], from = ["defined"], to = "completed",
      does = "Says that a measure is carried out.");
    indicatorDefine @158 :R.IndicatorDefine $T.kind(event = "IndicatorDefined", visibility = public, since = 2,
      streams = ["indicator", "roadmap", "office"], to = "defined",
      does = "Defines an indicator of a road map.");
    targetSet @159 :R.TargetSet $T.kind(event = "TargetSet", visibility = public, since = 2,
      streams = ["indicator", "roadmap", "office"], from = ["defined"],
      does = "Sets the target of an indicator for a year.");
    actualReport @160 :R.ActualReport $T.kind(event = "ActualReported", visibility = public, since = 2,
      streams = ["indicator", "roadmap", "office"], from = ["defined"],
      does = "Reports what an indicator reached in a year, and on what basis.");
    auditOpen @161 :R.AuditOpen $T.kind(event = "AuditOpened", visibility = scoped, since = 2,
      streams = ["audit", "organisation", "grant"], to = "open",
      does = "Opens an audit.");
    sampleDraw @162 :R.SampleDraw $T.kind(event = "SampleDrawn", visibility = scoped, since = 2,
      streams = ["audit", "organisation"], from = ["open"],
      does = "Draws the sample of an audit; anybody can repeat the draw.");
    findingRaise @163 :R.FindingRaise $T.kind(event = "FindingRaised", visibility = scoped, since = 2,
      streams = ["finding", "audit", "organisation"], to = "raised",
      does = "Raises a finding.");
    findingRespond @164 :R.FindingRespond $T.kind(event = "FindingResponded", visibility = scoped, since = 2,
      streams = ["finding", "audit", "organisation"], from = ["raised", "reopened"], to = "responded",
      does = "The audited organisation answers a finding.");
    findingCorrect @165 :R.FindingCorrect $T.kind(event = "FindingCorrected", visibility = scoped, since = 2,
      streams = ["finding", "audit", "organisation"], from = ["responded"], to = "corrected",
      does = "Shows how a finding was mended.");
    findingClose @166 :R.FindingClose $T.kind(event = "FindingClosed", visibility = public, since = 2,
      streams = ["finding", "audit", "organisation"], from = ["responded", "corrected"], to = "closed",
      does = "Closes a finding.");
    findingReopen @167 :R.FindingReopen $T.kind(event = "FindingReopened", visibility = scoped, since = 2,
      streams = ["finding", "audit", "organisation"], from = ["closed", "dismissed"], to = "reopened",
      does = "Opens a closed or dismissed finding again.");
    auditReport @168 :R.AuditReport $T.kind(event = "AuditReported", visibility = public, since = 2,
      streams = ["audit", "organisation", "grant"], from = ["open"], to = "reported",
      does = "Ends an audit with an opinion.");
    distinctionDefine @169 :H.DistinctionDefine $T.kind(event = "DistinctionDefined", visibility = public, since = 2,
      streams = ["distinction"], to = "defined",
      does = "Defines a distinction and its criteria.");
    distinctionRetire @170 :H.DistinctionRetire $T.kind(event = "DistinctionRetired", visibility = public, since = 2,
      streams = ["distinction"], from = ["defined"], to = "retired",
      does = "Retires a distinction.");
    roundOpen @171 :H.RoundOpen $T.kind(event = "RoundOpened", visibility = public, since = 2,
      streams = ["round", "office"], to = "open",
      does = "Opens a round of nominations.");
    roundClose @172 :H.RoundClose $T.kind(event = "RoundClosed", visibility = public, since = 2,
      streams = ["round", "office"], from = ["open"], to = "closed",
      does = "Closes a round.");
    nominationAdmit @173 :H.NominationAdmit $T.kind(event = "NominationAdmitted", visibility = private, since = 2,
      streams = ["award", "round", "nominee", "organisation"], from = ["nominated"], to = "admitted",
      does = "Admits a nomination to a round.");
    voteTally @174 :H.VoteTally $T.kind(event = "VoteTallied", visibility = private, since = 2,
      streams = ["award", "round", "nominee", "organisation"], from = ["admitted", "voted"], to = "voted",
      does = "Records the votes a nomination received.");
    commissionScore @175 :H.CommissionScore $T.kind(event = "CommissionScored", visibility = private, since = 2,
      streams = ["award", "round", "nominee", "organisation"], from = ["admitted", "voted", "scored"], to = "scored",
      does = "Records the commission's points for a nomination.");
    awardDecline @176 :H.AwardDecline $T.kind(event = "AwardDeclined", visibility = private, since = 2,
      streams = ["award", "nominee", "organisation"], from = ["nominated", "admitted", "voted", "scored"], to = "declined",
      does = "The nominee, or who nominated, takes the nomination back.");
    externalSystemRegister @177 :X.ExternalSystemRegister $T.kind(event = "ExternalSystemRegistered", visibility = public, since = 2,
      streams = ["system", "office"], to = "registered",
      does = "Registers a system that this ledger exchanges with.");
    externalIdLink @178 :X.ExternalIdLink $T.kind(event = "ExternalIdLinked", visibility = scoped, since = 2,
      streams = ["link", "system"], to = "linked",
      does = "Links an id of another system to a subject of this ledger.");
    reconciliationRecord @179 :X.ReconciliationRecord $T.kind(event = "ReconciliationRecorded", visibility = public, since = 2,
      streams = ["reconciliation", "system"], to = "recorded",
      does = "Records how another system's figures compare with this ledger's.");
    statementMatch @180 :X.StatementMatch $T.kind(event = "StatementMatched", visibility = scoped, since = 2,
      streams = ["statement", "organisation"], to = "matched",
      does = "Records how a bank statement matched the payments of grants.");
    agreementAmend @181 :F.AgreementAmend $T.kind(event = "AgreementAmended", visibility = public, since = 3,
      streams = ["grant", "funder", "grantee"], from = ["active", "suspended"],
      does = "Changes lines, tranches or the end of an agreement.");
    budgetVire @182 :F.BudgetVire $T.kind(event = "BudgetVired", visibility = public, since = 3,
      streams = ["grant", "funder", "grantee"], from = ["active", "suspended"],
      does = "Moves budget from one line of a grant to another.");
    appropriationRecord @183 :F.AppropriationRecord $T.kind(event = "AppropriationRecorded", visibility = public, since = 3,
      streams = ["appropriation", "grant", "funder", "grantee"], to = "recorded",
      does = "Records what the budget of a year gives to a long-term grant.");
    grantSuspend @184 :F.GrantSuspend $T.kind(event = "GrantSuspended", visibility = public, since = 3,
      streams = ["grant", "funder", "grantee"], from = ["active"], to = "suspended",
      does = "Suspends a grant: nothing is approved or paid.");
    grantResume @185 :F.GrantResume $T.kind(event = "GrantResumed", visibility = public, since = 3,
      streams = ["grant", "funder", "grantee"], from = ["suspended"], to = "active",
      does = "Resumes a suspended grant.");
    grantTerminate @186 :F.GrantTerminate $T.kind(event = "GrantTerminated", visibility = public, since = 3,
      streams = ["grant", "funder", "grantee"], from = ["active", "suspended"], to = "terminated",
      does = "Ends a grant before its time: what is left goes back.");
    recoveryOpen @187 :F.RecoveryOpen $T.kind(event = "RecoveryOpened", visibility = public, since = 3,
      streams = ["grant", "funder", "grantee"], from = ["active", "suspended", "terminated", "recovery"], to = "recovery",
      does = "Opens a closed grant again for money to come back, by a finding of its audit.");
    refundDemand @188 :F.RefundDemand $T.kind(event = "RefundDemanded", visibility = public, since = 3,
      streams = ["demand", "grant", "funder", "grantee"], to = "demanded",
      does = "Demands money of a grant back.");
    refundWaive @189 :F.RefundWaive $T.kind(event = "RefundWaived", visibility = public, since = 3,
      streams = ["demand", "grant", "funder", "grantee"], from = ["demanded"], to = "waived",
      does = "Waives a refund that was demanded.");
    expenditureCorrect @190 :F.ExpenditureCorrect $T.kind(event = "ExpenditureCorrected", visibility = public, since = 3,
      streams = ["grant", "grantee"], from = ["active", "suspended", "terminated"],
      does = "Corrects the line or amount of an expenditure that nobody verified yet.");
    expenditureVoid @191 :F.ExpenditureVoid $T.kind(event = "ExpenditureVoided", visibility = public, since = 3,
      streams = ["grant", "grantee"], from = ["active", "suspended", "terminated"],
      does = "Takes back an expenditure that nobody verified yet.");
    creditGrant @192 :B.CreditGrant $T.kind(event = "CreditGranted", visibility = private, since = 3,
      streams = ["credit", "person", "organisation"], to = "granted",
      does = "Grants what a person's service earned under a credit policy.");
    creditReverse @193 :B.CreditReverse $T.kind(event = "CreditReversed", visibility = private, since = 3,
      streams = ["credit", "person", "organisation"], from = ["granted"], to = "reversed",
      does = "Takes back a credit.");
    delegationSet @194 :P.DelegationSet $T.kind(event = "DelegationSet", visibility = private, since = 3,
      streams = ["delegation", "person"], to = "set",
      does = "Lets another person act in a role of the signer for some days.");
    delegationEnd @195 :P.DelegationEnd $T.kind(event = "DelegationEnded", visibility = private, since = 3,
      streams = ["delegation", "person"], from = ["set"], to = "ended",
      does = "Ends a delegation.");
    enrolmentOffer @196 :I.EnrolmentOffer $T.kind(event = "EnrolmentOffered", visibility = private, since = 3,
      streams = ["enrolment", "person"], to = "offered",
      does = "Offers a ticket by which a person registers her first key herself.");
    keyRecoveryOffer @197 :I.KeyRecoveryOffer $T.kind(event = "KeyRecoveryOffered", visibility = private, since = 3,
      streams = ["enrolment", "person"], to = "recovering",
      does = "Offers a ticket to a person who lost her keys; it counts after 72 hours.");
    keyRecoveryCancel @198 :I.KeyRecoveryCancel $T.kind(event = "KeyRecoveryCancelled", visibility = private, since = 3,
      streams = ["enrolment", "person"], from = ["recovering"], to = "cancelled",
      does = "Stops a recovery that the person herself did not want.");
    ageBandSet @199 :P.AgeBandSet $T.kind(event = "AgeBandSet", visibility = private, since = 3,
      streams = ["person"],
      does = "Sets the age band of a person anew.");
    periodClose @200 :N.PeriodClose $T.kind(event = "PeriodClosed", visibility = public, since = 3,
      streams = ["period", "organisation"], to = "closed",
      does = "Closes days of an organisation: later facts of them need a second person.");
    programmeRetire @201 :S.ProgrammeRetire $T.kind(event = "ProgrammeRetired", visibility = public, since = 3,
      streams = ["programme"], from = ["defined"], to = "retired",
      does = "Retires a programme: no new project, call or partnership takes it.");
    projectPropose @202 :S.ProjectPropose $T.kind(event = "ProjectProposed", visibility = public, since = 3,
      streams = ["project", "programme", "organisation", "region"], to = "proposed",
      does = "Proposes an organisation's project to its front office.");
    projectApprove @203 :S.ProjectApprove $T.kind(event = "ProjectApproved", visibility = public, since = 3,
      streams = ["project", "programme", "organisation", "region"], from = ["proposed"], to = "approved",
      does = "Approves a proposed project, which may start then.");
    externalSystemRetire @204 :X.ExternalSystemRetire $T.kind(event = "ExternalSystemRetired", visibility = public, since = 3,
      streams = ["system", "office"], from = ["registered"], to = "retired",
      does = "Retires another system: nothing more is linked with it or imported from it.");
    personCorrect @205 :P.PersonCorrect $T.kind(event = "PersonCorrected", visibility = private, since = 3,
      streams = ["person"],
      does = "Corrects personal values; the earlier ones are destroyed, their commitments stay.");
    streamHeads @206 :K.StreamHeads $T.kind(event = "StreamHeads", visibility = public, since = 3,
      streams = [], does = "Binds the heads and sums of all streams: what is shown of one can be proved to be all.");
    recoveryDeclare @207 :Z.RecoveryDeclare $T.kind(event = "RecoveryDeclared", visibility = public, since = 3,
      streams = [], does = "Says that this ledger goes on after one that lost entries, and which these are.");
    logKeyRotate @208 :Z.LogKeyRotate $T.kind(event = "LogKeyRotated", visibility = public, since = 3,
      streams = [], does = "Changes the key that signs the log's checkpoints.");
    findingDismiss @209 :R.FindingDismiss $T.kind(event = "FindingDismissed", visibility = public, since = 3,
      streams = ["finding", "audit", "organisation"], from = ["raised", "responded", "corrected", "reopened"],
      to = "dismissed", does = "Dismisses a finding, with the reason.");
    releasePublish @210 :L.ReleasePublish $T.kind(event = "ReleasePublished", visibility = public, since = 3,
      streams = ["release"], to = "published",
      does = "Publishes figures about people of a month, quarter or year: frozen, small figures hidden.");
  }
}
