#include "ledger/rules/roles.h"

#include <algorithm>
#include <array>

#include "ledger/rules/amending.h"
#include "ledger/rules/refusal.h"

namespace ledger {
namespace {

constexpr Role kAuthority[] = {Role::kAuthority};
constexpr Role kClerk[] = {Role::kClerk};
constexpr Role kClerkOrAuthority[] = {Role::kClerk, Role::kAuthority};
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
    {Kind::kEnrolmentOffer, kClerkOrAuthority, ScopeOf::kPersonsOffice, Self::kNone, Second::kNone},
    {Kind::kKeyRecoveryOffer, kClerkOrAuthority, ScopeOf::kPersonsOffice, Self::kNone, Second::kSameRole},
    {Kind::kKeyRecoveryCancel, {}, ScopeOf::kLedger, Self::kPerson, Second::kNone},
    {Kind::kAgeBandSet, kClerk, ScopeOf::kPersonsOffice, Self::kNone, Second::kNone},
    {Kind::kPeriodClose, kOfficer, ScopeOf::kOrganisation, Self::kNone, Second::kNone},
}};

// A role in a scope, or with any_scope in whichever.
struct Wanted {
  Role role{};
  SubjectId scope;
  bool any_scope = false;
};

const RoleHeld* heldRole(const State& state, const PersonId& person, const Wanted& wanted, UtcMs at) {
  const auto* held = state.roles.find(person);
  if (held == nullptr) return nullptr;
  for (const RoleHeld& one : *held) {
    const bool in_scope =
        wanted.any_scope || one.scope.isNone() || (!wanted.scope.isNone() && one.scope == wanted.scope);
    if (one.role == wanted.role && in_scope && one.counts(at)) return &one;
  }
  return nullptr;
}

SubjectId scopeOf(const State& state, const Permission& permission, const Subjects& subjects) {
  switch (permission.scope) {
    case ScopeOf::kLedger:
    case ScopeOf::kAnyOffice:
      return {};
    case ScopeOf::kOffice:
      return subjects[StreamRole::kOffice];
    case ScopeOf::kPersonsOffice: {
      const auto* person = state.persons.find(subjects.person(StreamRole::kPerson));
      return person == nullptr ? SubjectId{} : person->office;
    }
    case ScopeOf::kOrganisationsOffice: {
      const auto* organisation = state.organisations.find(subjects[StreamRole::kOrganisation]);
      return organisation == nullptr ? SubjectId{} : organisation->office;
    }
    case ScopeOf::kOrganisation:
      return subjects[StreamRole::kOrganisation];
    case ScopeOf::kFunder:
      return subjects[StreamRole::kFunder];
    case ScopeOf::kGrantee:
      return subjects[StreamRole::kGrantee];
  }
  return {};
}

std::optional<Role> fittingRole(const State& state, const Permission& permission, const Subjects& subjects,
                                const PersonId& person, UtcMs at) {
  const SubjectId scope = scopeOf(state, permission, subjects);
  for (const Role role : permission.roles) {
    if (heldRole(state, person, {role, scope, permission.scope == ScopeOf::kAnyOffice}, at) != nullptr) return role;
  }
  return std::nullopt;
}

Error roleMissing(const Permission& permission, const PersonId& person) {
  std::string roles;
  for (const Role role : permission.roles) roles += (roles.empty() ? "" : " or ") + std::string(nameOf(role));
  if (permission.self != Self::kNone) roles = "the person concerned" + (roles.empty() ? "" : ", " + roles);
  return refuse("ROLE_MISSING", std::string(traitsOf(permission.kind).command) + " may be sent by " + roles +
                                    " of that scope; person " + person.text() + " is not");
}

bool isSelf(const Permission& permission, const Subjects& subjects, const PersonId& person) {
  switch (permission.self) {
    case Self::kNone:
      return false;
    case Self::kPerson:
      return person == subjects.person(StreamRole::kPerson);
    case Self::kVolunteer:
      return person == subjects.person(StreamRole::kVolunteer);
    case Self::kNominee:
      return person == subjects.person(StreamRole::kNominee);
    case Self::kAnyone:
      return true;
  }
  return false;
}

// Granting and revoking: an officer alone for coordinators, two authorities for the rest.
Result<bool> authoriseRoleChange(const State& state, Role role, const Permission& permission, const Subjects& subjects,
                                 const Context& context) {
  if (role == Role::kCoordinator &&
      holdsRole(state, context.person, Role::kOfficer, subjects[StreamRole::kOrganisation], context.recorded_at)) {
    return false;
  }
  if (!holdsRole(state, context.person, Role::kAuthority, {}, context.recorded_at))
    return roleMissing(permission, context.person);
  return true;
}

bool minutesRise(const State& state, const Command& command) {
  const auto* correction = command.body.as<HoursCorrect>();
  if (correction == nullptr) return false;
  const auto* hours = state.hours.find(correction->hours);
  return hours != nullptr && correction->minutes > hours->standing;
}

bool virementOverLimit(const State& state, const Command& command) {
  const auto* virement = command.body.as<BudgetVire>();
  return virement != nullptr && virementLimit(state, *virement).over;
}

Result<void> checkEndorser(const State& state, const Permission& permission, const Subjects& subjects,
                           const Context& context) {
  const bool fits =
      permission.second == Second::kGranteesOfficer
          ? holdsRole(state, *context.endorser, Role::kOfficer, subjects[StreamRole::kGrantee], context.recorded_at)
      : permission.second == Second::kFunderOverLimit
          ? holdsRole(state, *context.endorser, Role::kFunder, subjects[StreamRole::kFunder], context.recorded_at)
      : permission.kind == Kind::kRoleGrant || permission.kind == Kind::kRoleRevoke
          ? holdsRole(state, *context.endorser, Role::kAuthority, {}, context.recorded_at)
          : fittingRole(state, permission, subjects, *context.endorser, context.recorded_at).has_value();
  if (!fits) {
    return refuse("ROLE_MISSING", "person " + context.endorser->text() + " does not hold the role that may endorse " +
                                      std::string(traitsOf(permission.kind).command));
  }
  return {};
}

Result<bool> authoriseImport(const State& state, const Permission& permission, const Context& context) {
  if (!holdsRole(state, context.person, Role::kImporter, {}, context.recorded_at))
    return roleMissing(permission, context.person);
  if (!traitsOf(permission.kind).importable) {
    return refuse("NOT_IMPORTABLE", std::string(traitsOf(permission.kind).command) +
                                        " cannot be imported: send it under an own signature");
  }
  return false;
}

Result<void> checkAssurance(const Permission& permission, bool self, const Context& context) {
  if (permission.kind != Kind::kHoursClaim) return {};
  const bool fits = self ? context.assurance == Assurance::kSelf || context.assurance == Assurance::kWeb
                         : context.assurance == Assurance::kAssisted;
  if (fits) return {};
  return refuse("ASSURANCE_MISMATCH",
                "a claim by the volunteer is 'self' or 'web', one by a clerk is 'assisted'; this one says '" +
                    std::string(nameOf(context.assurance)) + "'");
}

}  // namespace

const Permission& permissionOf(Kind kind) {
  const Permission& permission = kPermissions[static_cast<std::size_t>(kind)];
  ASAR_CHECK(permission.kind == kind);
  return permission;
}

bool holdsRole(const State& state, const PersonId& person, Role role, const SubjectId& scope, UtcMs at) {
  return heldRole(state, person, {role, scope}, at) != nullptr;
}

std::optional<UtcMs> roleGrantedAt(const State& state, const PersonId& person, Role role, const SubjectId& scope,
                                   UtcMs at) {
  const auto* held = heldRole(state, person, {role, scope}, at);
  return held == nullptr ? std::nullopt : std::optional<UtcMs>(held->granted_at);
}

Result<bool> authorise(const State& state, const Command& command, const Subjects& subjects, const Context& context) {
  const Permission& permission = permissionOf(kindOf(command));
  if (context.imported()) return authoriseImport(state, permission, context);
  const bool self = isSelf(permission, subjects, context.person);
  bool needs_second = permission.second == Second::kSameRole || permission.second == Second::kGranteesOfficer ||
                      (permission.second == Second::kWhereMinutesRise && minutesRise(state, command)) ||
                      (permission.second == Second::kFunderOverLimit && virementOverLimit(state, command));
  if (const auto* grant = command.body.as<RoleGrant>()) {
    auto needs = authoriseRoleChange(state, grant->role, permission, subjects, context);
    if (!needs) return needs.error();
    needs_second = *needs;
  } else if (const auto* revoke = command.body.as<RoleRevoke>()) {
    auto needs = authoriseRoleChange(state, revoke->role, permission, subjects, context);
    if (!needs) return needs.error();
    needs_second = *needs;
  } else if (self) {
    needs_second = false;
  } else if (permission.kind != Kind::kLedgerFound &&
             !fittingRole(state, permission, subjects, context.person, context.recorded_at)) {
    return roleMissing(permission, context.person);
  }
  ASAR_TRY(checkAssurance(permission, self, context));
  if (!context.endorser) return needs_second;
  if (!needs_second) return refuse("PROPOSAL_CLOSED", "this command needs no second person any more: send it again");
  ASAR_TRY(checkEndorser(state, permission, subjects, context));
  return false;
}

}  // namespace ledger
