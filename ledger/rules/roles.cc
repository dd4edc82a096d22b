#include "ledger/rules/roles.h"

#include <array>

#include "ledger/base/check.h"

namespace ledger {
namespace {

constexpr Role kAuthority[] = {Role::kAuthority};
constexpr Role kClerk[] = {Role::kClerk};
constexpr Role kClerkOrAuthority[] = {Role::kClerk, Role::kAuthority};
constexpr Role kClerkAuthorityOrCoordinator[] = {Role::kClerk, Role::kAuthority, Role::kCoordinator};
constexpr Role kOfficer[] = {Role::kOfficer};
constexpr Role kOfficerOrAuthority[] = {Role::kOfficer, Role::kAuthority};
constexpr Role kOfficerOrCoordinator[] = {Role::kOfficer, Role::kCoordinator};
constexpr Role kCoordinatorOrAttestor[] = {Role::kCoordinator, Role::kAttestor};
constexpr Role kAttestor[] = {Role::kAttestor};
constexpr Role kAuditor[] = {Role::kAuditor};
constexpr Role kAuditorOrAttestor[] = {Role::kAuditor, Role::kAttestor};
constexpr Role kFunder[] = {Role::kFunder};
constexpr Role kFunderOrAuthority[] = {Role::kFunder, Role::kAuthority};
constexpr Role kPayer[] = {Role::kPayer};
constexpr Role kVerifier[] = {Role::kVerifier};
constexpr Role kImporter[] = {Role::kImporter};
constexpr Role kOperator[] = {Role::kOperator};

// In the order of Command's union.
constexpr std::array<Permission, kKinds> kPermissions = {{
    {Kind::kLedgerFound, {}, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kKeyRegister, kClerkOrAuthority, ScopeOf::kPersonsOffice, Self::kPerson, Second::kNone},
    {Kind::kKeyRotate, {}, ScopeOf::kLedger, Self::kPerson, Second::kNone},
    {Kind::kKeyRevoke, kAuthority, ScopeOf::kLedger, Self::kPerson, Second::kSameRole},
    {Kind::kRoleGrant, kOfficerOrAuthority, ScopeOf::kOrganisation, Self::kNone, Second::kSameRole},
    {Kind::kRoleRevoke, kOfficerOrAuthority, ScopeOf::kOrganisation, Self::kNone, Second::kSameRole},
    {Kind::kEndorse, {}, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kPolicyPublish, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kOfficeEstablish, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kOrganisationRegister, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kPersonRegister, kClerkOrAuthority, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kProgrammeDefine, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kProjectStart, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kActivitySchedule, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kShiftOpen, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kAttendanceSummarise, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kHoursClaim, kClerk, ScopeOf::kAnyOffice, Self::kVolunteer, Second::kNone},
    {Kind::kHoursConfirm, {}, ScopeOf::kLedger, Self::kVolunteer, Second::kNone},
    {Kind::kHoursAttest, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kHoursReject, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kHoursDispute, kAuditor, ScopeOf::kLedger, Self::kVolunteer, Second::kNone},
    {Kind::kHoursResolve, kAuditorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kHoursCorrect, kAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kWhereMinutesRise},
    {Kind::kHoursVoid, kAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kGrantAward, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kAgreementSign, kFunder, ScopeOf::kFunder, Self::kNone, Second::kGranteesOfficer},
    {Kind::kTrancheApprove, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kTrancheDisburse, kPayer, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kDisbursementConfirm, kOfficer, ScopeOf::kGrantee, Self::kNone, Second::kNone},
    {Kind::kDisbursementReverse, kPayer, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kExpenditureRecord, kOfficer, ScopeOf::kGrantee, Self::kNone, Second::kNone},
    {Kind::kExpenditureVerify, kVerifier, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kExpenditureQuery, kVerifier, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kExpenditureDisallow, kVerifier, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kExpenditureReverse, kOfficer, ScopeOf::kGrantee, Self::kNone, Second::kNone},
    {Kind::kInterestRecord, kOfficer, ScopeOf::kGrantee, Self::kNone, Second::kNone},
    {Kind::kRefundSend, kOfficer, ScopeOf::kGrantee, Self::kNone, Second::kNone},
    {Kind::kRefundReceive, kPayer, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kGrantClose, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kAwardNominate, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kAwardConfer, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kAwardRevoke, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kImportRecord, kImporter, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kImportVoid, kImporter, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kPersonErase, kClerkOrAuthority, ScopeOf::kPersonsOffice, Self::kPerson, Second::kSameRole},
    {Kind::kVaultAccessHash, kOperator, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kOfficeMandateSet, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kMonitoringVisitRecord, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kIdeaSubmit, kClerk, ScopeOf::kOffice, Self::kAnyone, Second::kNone},
    {Kind::kIdeaTriage, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kIdeaConvert, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kIdeaDecline, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kRequestReceive, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kRequestRoute, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kRequestResolve, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kMeetingHold, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kDirectionAdd, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kDirectionRetire, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kCampaignOpen, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kDeedRecord, kOfficerOrCoordinator, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kCommitmentRecord, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kCampaignClose, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kForumRegister, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kParticipationRecord, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kCouncilForm, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kResolutionTake, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kResolutionFulfil, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kPartnershipRegister, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kEmergencyDeclare, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kEmergencyEnd, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kDeploymentOrder, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kDeploymentEnd, kOfficerOrCoordinator, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kLegalBasisRecord, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kCapacityReport, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kConsentGive, kClerk, ScopeOf::kPersonsOffice, Self::kPerson, Second::kNone},
    {Kind::kConsentWithdraw, kClerk, ScopeOf::kPersonsOffice, Self::kPerson, Second::kNone},
    {Kind::kGuardianConsentRecord, kClerk, ScopeOf::kPersonsOffice, Self::kNone, Second::kNone},
    {Kind::kGuardianConsentWithdraw, kClerk, ScopeOf::kPersonsOffice, Self::kNone, Second::kNone},
    {Kind::kSkillDeclare, kClerk, ScopeOf::kPersonsOffice, Self::kPerson, Second::kNone},
    {Kind::kSkillVerify, kClerk, ScopeOf::kPersonsOffice, Self::kNone, Second::kNone},
    {Kind::kAvailabilitySet, kClerk, ScopeOf::kPersonsOffice, Self::kPerson, Second::kNone},
    {Kind::kInsuranceAttach, kClerk, ScopeOf::kPersonsOffice, Self::kNone, Second::kNone},
    {Kind::kInsuranceEnd, kClerk, ScopeOf::kPersonsOffice, Self::kNone, Second::kNone},
    {Kind::kPersonSuspend, kClerkOrAuthority, ScopeOf::kPersonsOffice, Self::kNone, Second::kSameRole},
    {Kind::kPersonReinstate, kClerkOrAuthority, ScopeOf::kPersonsOffice, Self::kNone, Second::kSameRole},
    {Kind::kPersonExclude, kClerkOrAuthority, ScopeOf::kPersonsOffice, Self::kNone, Second::kSameRole},
    {Kind::kAppealFile, kClerk, ScopeOf::kPersonsOffice, Self::kPerson, Second::kNone},
    {Kind::kAppealDecide, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kProfilesMerge, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kOrganisationVerify, kClerk, ScopeOf::kOrganisationsOffice, Self::kNone, Second::kNone},
    {Kind::kOrganisationDeactivate, kClerk, ScopeOf::kOrganisationsOffice, Self::kNone, Second::kNone},
    {Kind::kOrganisationReactivate, kClerk, ScopeOf::kOrganisationsOffice, Self::kNone, Second::kNone},
    {Kind::kMembershipBegin, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kMembershipEnd, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kRelatedPartyDeclare, kOfficer, ScopeOf::kOrganisation, Self::kPerson, Second::kNone},
    {Kind::kRiskRate, kAuditor, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kEmployerProgrammeAgree, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kProjectSuspend, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kProjectResume, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kProjectComplete, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kProjectCancel, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kProjectClassify, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kOutputTargetSet, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kOutputRecord, kOfficerOrCoordinator, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kActivityHold, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kActivityCancel, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kActivityClassify, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kShiftSignUp, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kVolunteer, Second::kNone},
    {Kind::kSignUpCancel, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kVolunteer, Second::kNone},
    {Kind::kCheckIn, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kVolunteer, Second::kNone},
    {Kind::kCheckOut, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kVolunteer, Second::kNone},
    {Kind::kNoShowRecord, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kShiftClose, kCoordinatorOrAttestor, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kTrainingHold, kOfficerOrCoordinator, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kTrainingAttend, kOfficerOrCoordinator, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kTrainingCertify, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kAssignmentOffer, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kAssignmentAccept, {}, ScopeOf::kLedger, Self::kPerson, Second::kNone},
    {Kind::kAssignmentStart, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kAssignmentExtend, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kAssignmentComplete, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kAssignmentTerminate, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kCallPublish, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kCallAmend, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kCallClose, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kExpertsName, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kExpertsDraw, kFunder, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kApplicationSubmit, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kApplicationWithdraw, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kApplicationAdmit, kFunder, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kApplicationDecline, kFunder, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kApplicationShortlist, kFunder, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kConflictDeclare, {}, ScopeOf::kLedger, Self::kAnyone, Second::kNone},
    {Kind::kScoreGive, {}, ScopeOf::kLedger, Self::kAnyone, Second::kNone},
    {Kind::kDecisionAppeal, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kDecisionUphold, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kDecisionOverturn, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kContractSign, kFunder, ScopeOf::kFunder, Self::kNone, Second::kGranteesOfficer},
    {Kind::kDeliverableAccept, kFunder, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kContractEnd, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kDonationPledge, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kDonationReceive, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kDonationRecord, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kGiftReceive, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kDonationAllocate, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kDonationReturn, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kDonationReceiptIssue, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kObligationCreate, kFunderOrAuthority, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kObligationExtend, kFunderOrAuthority, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kObligationWaive, kFunderOrAuthority, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kReportSubmit, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kReportReturn, kFunderOrAuthority, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kReportAccept, kFunderOrAuthority, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kRoadmapAdopt, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kMeasureDefine, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kMeasureComplete, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kIndicatorDefine, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kTargetSet, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kActualReport, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kAuditOpen, kAuditor, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kSampleDraw, kAuditor, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kFindingRaise, kAuditor, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kFindingRespond, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kFindingCorrect, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kFindingClose, kAuditor, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kFindingReopen, kAuditor, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kAuditReport, kAuditor, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kDistinctionDefine, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kDistinctionRetire, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kRoundOpen, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kRoundClose, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kNominationAdmit, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kVoteTally, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kCommissionScore, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kAwardDecline, kOfficer, ScopeOf::kOrganisation, Self::kNominee, Second::kNone},
    {Kind::kExternalSystemRegister, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kExternalIdLink, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kReconciliationRecord, kClerk, ScopeOf::kOffice, Self::kNone, Second::kNone},
    {Kind::kStatementMatch, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kAgreementAmend, kFunder, ScopeOf::kFunder, Self::kNone, Second::kGranteesOfficer},
    {Kind::kBudgetVire, kOfficer, ScopeOf::kGrantee, Self::kNone, Second::kFunderOverLimit},
    {Kind::kAppropriationRecord, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kGrantSuspend, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kGrantResume, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kGrantTerminate, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kRecoveryOpen, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kRefundDemand, kFunder, ScopeOf::kFunder, Self::kNone, Second::kNone},
    {Kind::kRefundWaive, kFunder, ScopeOf::kFunder, Self::kNone, Second::kSameRole},
    {Kind::kExpenditureCorrect, kOfficer, ScopeOf::kGrantee, Self::kNone, Second::kNone},
    {Kind::kExpenditureVoid, kOfficer, ScopeOf::kGrantee, Self::kNone, Second::kNone},
    {Kind::kCreditGrant, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kCreditReverse, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kDelegationSet, {}, ScopeOf::kLedger, Self::kPerson, Second::kNone},
    {Kind::kDelegationEnd, kAuthority, ScopeOf::kLedger, Self::kPerson, Second::kSameRole},
    {Kind::kEnrolmentOffer, kClerkAuthorityOrCoordinator, ScopeOf::kPersonsOfficeOrAnyOrganisation, Self::kNone,
     Second::kNone},
    {Kind::kKeyRecoveryOffer, kClerkOrAuthority, ScopeOf::kPersonsOffice, Self::kNone, Second::kAuthority},
    {Kind::kKeyRecoveryCancel, {}, ScopeOf::kLedger, Self::kPerson, Second::kNone},
    {Kind::kAgeBandSet, kClerk, ScopeOf::kPersonsOffice, Self::kNone, Second::kNone},
    {Kind::kPeriodClose, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kProgrammeRetire, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kProjectPropose, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
    {Kind::kProjectApprove, kClerk, ScopeOf::kOrganisationsOffice, Self::kNone, Second::kNone},
    {Kind::kExternalSystemRetire, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kPersonCorrect, kClerk, ScopeOf::kPersonsOffice, Self::kPerson, Second::kNone},
    {Kind::kStreamHeads, kOperator, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kRecoveryDeclare, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
    {Kind::kLogKeyRotate, kOperator, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kFindingDismiss, kAuditor, ScopeOf::kLedger, Self::kNone, Second::kNone},
    {Kind::kReleasePublish, kAuthority, ScopeOf::kLedger, Self::kNone, Second::kSameRole},
}};

// `scope` is null where any will do.
const RoleHeld* heldRole(const State& state, const PersonId& person, Role role, const SubjectId* scope,
                         const Context& context) {
  const auto* held = state.roles.find(person);
  if (held == nullptr || (role != Role::kAuthority && isShutOut(state, person, context))) return nullptr;
  for (const RoleHeld& one : *held) {
    const bool in_scope = scope == nullptr || one.scope.isNone() || (!scope->isNone() && one.scope == *scope);
    if (one.role == role && in_scope && one.counts(context.recorded_at)) return &one;
  }
  return nullptr;
}

}  // namespace

const Permission& permissionOf(Kind kind) {
  const Permission& permission = kPermissions[static_cast<std::size_t>(kind)];
  ASAR_CHECK(permission.kind == kind);
  return permission;
}

bool holdsRole(const State& state, const PersonId& person, Role role, const SubjectId& scope, const Context& context) {
  return heldRole(state, person, role, &scope, context) != nullptr;
}

bool holdsRoleAnywhere(const State& state, const PersonId& person, Role role, const Context& context) {
  return heldRole(state, person, role, nullptr, context) != nullptr;
}

std::optional<UtcMs> roleGrantedAt(const State& state, const PersonId& person, Role role, const SubjectId& scope,
                                   const Context& context) {
  const auto* held = heldRole(state, person, role, &scope, context);
  return held == nullptr ? std::nullopt : std::optional<UtcMs>(held->granted_at);
}

bool isShutOut(const State& state, const PersonId& person, const Context& context) {
  if (context.rules < kRules3) return false;
  const auto* life = state.lives.find(SubjectId{person.bytes});
  return life != nullptr && (life->state == SubjectState::kSuspended || life->state == SubjectState::kExcluded);
}

}  // namespace ledger
