#include "audit/replay/speakers.h"

#include <algorithm>
#include <iterator>
#include <span>

#include "audit/replay/agreement.h"
#include "audit/replay/later_kinds.h"

namespace audit {
namespace {

using Which = schema::Command::Which;
using schema::Role;

constexpr Role kAuthorities[] = {Role::AUTHORITY};
constexpr Role kAuditors[] = {Role::AUDITOR};
constexpr Role kClerks[] = {Role::CLERK};
constexpr Role kClerksOrAuthorities[] = {Role::CLERK, Role::AUTHORITY};
constexpr Role kField[] = {Role::COORDINATOR, Role::ATTESTOR};
constexpr Role kFunders[] = {Role::FUNDER};
constexpr Role kFundersOrAuthorities[] = {Role::FUNDER, Role::AUTHORITY};
constexpr Role kOfficers[] = {Role::OFFICER};
constexpr Role kOperators[] = {Role::OPERATOR};
constexpr Role kOrganisers[] = {Role::OFFICER, Role::COORDINATOR};

// In the order in which a row reads.
struct Speakers {  // NOLINT(clang-analyzer-optin.performance.Padding): a table of some hundred rows
  Which which;
  std::span<const Role> roles;
  const char* scope;  // the subject the role is held in; "" is the whole ledger
  const char* self;   // who may speak for herself, alone: a subject of the command, or "anyone"
  Voice voice;
};

constexpr Speakers kSpeakers[] = {
    {Which::IDEA_SUBMIT, kClerks, "office", "anyone", Voice::kAlone},
    {Which::OFFICE_MANDATE_SET, kAuthorities, "", "", Voice::kWithSecond},
    {Which::MONITORING_VISIT_RECORD, kClerks, "office", "", Voice::kAlone},
    {Which::IDEA_TRIAGE, kClerks, "office", "", Voice::kAlone},
    {Which::IDEA_CONVERT, kClerks, "office", "", Voice::kAlone},
    {Which::IDEA_DECLINE, kClerks, "office", "", Voice::kAlone},
    {Which::REQUEST_RECEIVE, kClerks, "office", "", Voice::kAlone},
    {Which::REQUEST_ROUTE, kClerks, "office", "", Voice::kAlone},
    {Which::REQUEST_RESOLVE, kClerks, "office", "", Voice::kAlone},
    {Which::MEETING_HOLD, kClerks, "office", "", Voice::kAlone},
    {Which::DIRECTION_ADD, kAuthorities, "", "", Voice::kWithSecond},
    {Which::DIRECTION_RETIRE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::CAMPAIGN_OPEN, kClerks, "office", "", Voice::kAlone},
    {Which::DEED_RECORD, kOrganisers, "organisation", "", Voice::kAlone},
    {Which::COMMITMENT_RECORD, kOfficers, "organisation", "", Voice::kAlone},
    {Which::CAMPAIGN_CLOSE, kClerks, "office", "", Voice::kAlone},
    {Which::FORUM_REGISTER, kClerks, "office", "", Voice::kAlone},
    {Which::PARTICIPATION_RECORD, kClerks, "office", "", Voice::kAlone},
    {Which::COUNCIL_FORM, kAuthorities, "", "", Voice::kWithSecond},
    {Which::RESOLUTION_TAKE, kClerks, "office", "", Voice::kAlone},
    {Which::RESOLUTION_FULFIL, kClerks, "office", "", Voice::kAlone},
    {Which::PARTNERSHIP_REGISTER, kAuthorities, "", "", Voice::kWithSecond},
    {Which::EMERGENCY_DECLARE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::EMERGENCY_END, kAuthorities, "", "", Voice::kWithSecond},
    {Which::DEPLOYMENT_ORDER, kClerks, "office", "", Voice::kAlone},
    {Which::DEPLOYMENT_END, kOrganisers, "organisation", "", Voice::kAlone},
    {Which::LEGAL_BASIS_RECORD, kAuthorities, "", "", Voice::kWithSecond},
    {Which::CAPACITY_REPORT, kClerks, "office", "", Voice::kAlone},
    {Which::CONSENT_GIVE, kClerks, "person's office", "person", Voice::kAlone},
    {Which::CONSENT_WITHDRAW, kClerks, "person's office", "person", Voice::kAlone},
    {Which::GUARDIAN_CONSENT_RECORD, kClerks, "person's office", "", Voice::kAlone},
    {Which::GUARDIAN_CONSENT_WITHDRAW, kClerks, "person's office", "", Voice::kAlone},
    {Which::SKILL_DECLARE, kClerks, "person's office", "person", Voice::kAlone},
    {Which::SKILL_VERIFY, kClerks, "person's office", "", Voice::kAlone},
    {Which::AVAILABILITY_SET, kClerks, "person's office", "person", Voice::kAlone},
    {Which::INSURANCE_ATTACH, kClerks, "person's office", "", Voice::kAlone},
    {Which::INSURANCE_END, kClerks, "person's office", "", Voice::kAlone},
    {Which::PERSON_SUSPEND, kClerksOrAuthorities, "person's office", "", Voice::kWithSecond},
    {Which::PERSON_REINSTATE, kClerksOrAuthorities, "person's office", "", Voice::kWithSecond},
    {Which::PERSON_EXCLUDE, kClerksOrAuthorities, "person's office", "", Voice::kWithSecond},
    {Which::APPEAL_FILE, kClerks, "person's office", "person", Voice::kAlone},
    {Which::APPEAL_DECIDE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::PROFILES_MERGE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::ORGANISATION_VERIFY, kClerks, "organisation's office", "", Voice::kAlone},
    {Which::ORGANISATION_DEACTIVATE, kClerks, "organisation's office", "", Voice::kAlone},
    {Which::ORGANISATION_REACTIVATE, kClerks, "organisation's office", "", Voice::kAlone},
    {Which::MEMBERSHIP_BEGIN, kOfficers, "organisation", "", Voice::kAlone},
    {Which::MEMBERSHIP_END, kOfficers, "organisation", "", Voice::kAlone},
    {Which::RELATED_PARTY_DECLARE, kOfficers, "organisation", "person", Voice::kAlone},
    {Which::RISK_RATE, kAuditors, "", "", Voice::kAlone},
    {Which::EMPLOYER_PROGRAMME_AGREE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::PROJECT_SUSPEND, kOfficers, "organisation", "", Voice::kAlone},
    {Which::PROJECT_RESUME, kOfficers, "organisation", "", Voice::kAlone},
    {Which::PROJECT_COMPLETE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::PROJECT_CANCEL, kOfficers, "organisation", "", Voice::kAlone},
    {Which::PROJECT_CLASSIFY, kOfficers, "organisation", "", Voice::kAlone},
    {Which::OUTPUT_TARGET_SET, kOfficers, "organisation", "", Voice::kAlone},
    {Which::OUTPUT_RECORD, kOrganisers, "organisation", "", Voice::kAlone},
    {Which::ACTIVITY_HOLD, kField, "organisation", "", Voice::kAlone},
    {Which::ACTIVITY_CANCEL, kField, "organisation", "", Voice::kAlone},
    {Which::ACTIVITY_CLASSIFY, kField, "organisation", "", Voice::kAlone},
    {Which::SHIFT_SIGN_UP, kField, "organisation", "volunteer", Voice::kAlone},
    {Which::SIGN_UP_CANCEL, kField, "organisation", "volunteer", Voice::kAlone},
    {Which::CHECK_IN, kField, "organisation", "volunteer", Voice::kAlone},
    {Which::CHECK_OUT, kField, "organisation", "volunteer", Voice::kAlone},
    {Which::NO_SHOW_RECORD, kField, "organisation", "", Voice::kAlone},
    {Which::SHIFT_CLOSE, kField, "organisation", "", Voice::kAlone},
    {Which::TRAINING_HOLD, kOrganisers, "organisation", "", Voice::kAlone},
    {Which::TRAINING_ATTEND, kOrganisers, "organisation", "", Voice::kAlone},
    {Which::TRAINING_CERTIFY, kOfficers, "organisation", "", Voice::kAlone},
    {Which::ASSIGNMENT_OFFER, kOfficers, "organisation", "", Voice::kAlone},
    {Which::ASSIGNMENT_ACCEPT, {}, "", "person", Voice::kAlone},
    {Which::ASSIGNMENT_START, kOfficers, "organisation", "", Voice::kAlone},
    {Which::ASSIGNMENT_EXTEND, kOfficers, "organisation", "", Voice::kAlone},
    {Which::ASSIGNMENT_COMPLETE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::ASSIGNMENT_TERMINATE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::CALL_PUBLISH, kFunders, "funder", "", Voice::kWithSecond},
    {Which::CALL_AMEND, kFunders, "funder", "", Voice::kWithSecond},
    {Which::CALL_CLOSE, kFunders, "funder", "", Voice::kWithSecond},
    {Which::EXPERTS_NAME, kFunders, "funder", "", Voice::kWithSecond},
    {Which::EXPERTS_DRAW, kFunders, "funder", "", Voice::kAlone},
    {Which::APPLICATION_SUBMIT, kOfficers, "organisation", "", Voice::kAlone},
    {Which::APPLICATION_WITHDRAW, kOfficers, "organisation", "", Voice::kAlone},
    {Which::APPLICATION_ADMIT, kFunders, "funder", "", Voice::kAlone},
    {Which::APPLICATION_DECLINE, kFunders, "funder", "", Voice::kAlone},
    {Which::APPLICATION_SHORTLIST, kFunders, "funder", "", Voice::kAlone},
    {Which::CONFLICT_DECLARE, {}, "", "anyone", Voice::kAlone},
    {Which::SCORE_GIVE, {}, "", "anyone", Voice::kAlone},
    {Which::DECISION_APPEAL, kOfficers, "organisation", "", Voice::kAlone},
    {Which::DECISION_UPHOLD, kFunders, "funder", "", Voice::kWithSecond},
    {Which::DECISION_OVERTURN, kFunders, "funder", "", Voice::kWithSecond},
    {Which::CONTRACT_SIGN, kFunders, "funder", "", Voice::kWithSecond},
    {Which::DELIVERABLE_ACCEPT, kFunders, "funder", "", Voice::kAlone},
    {Which::CONTRACT_END, kFunders, "funder", "", Voice::kWithSecond},
    {Which::DONATION_PLEDGE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::DONATION_RECEIVE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::DONATION_RECORD, kOfficers, "organisation", "", Voice::kAlone},
    {Which::GIFT_RECEIVE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::DONATION_ALLOCATE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::DONATION_RETURN, kOfficers, "organisation", "", Voice::kAlone},
    {Which::DONATION_RECEIPT_ISSUE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::OBLIGATION_CREATE, kFundersOrAuthorities, "funder", "", Voice::kAlone},
    {Which::OBLIGATION_EXTEND, kFundersOrAuthorities, "funder", "", Voice::kAlone},
    {Which::OBLIGATION_WAIVE, kFundersOrAuthorities, "funder", "", Voice::kWithSecond},
    {Which::REPORT_SUBMIT, kOfficers, "organisation", "", Voice::kAlone},
    {Which::REPORT_RETURN, kFundersOrAuthorities, "funder", "", Voice::kAlone},
    {Which::REPORT_ACCEPT, kFundersOrAuthorities, "funder", "", Voice::kAlone},
    {Which::ROADMAP_ADOPT, kAuthorities, "", "", Voice::kWithSecond},
    {Which::MEASURE_DEFINE, kClerks, "office", "", Voice::kAlone},
    {Which::MEASURE_COMPLETE, kClerks, "office", "", Voice::kAlone},
    {Which::INDICATOR_DEFINE, kClerks, "office", "", Voice::kAlone},
    {Which::TARGET_SET, kClerks, "office", "", Voice::kAlone},
    {Which::ACTUAL_REPORT, kClerks, "office", "", Voice::kAlone},
    {Which::AUDIT_OPEN, kAuditors, "", "", Voice::kAlone},
    {Which::SAMPLE_DRAW, kAuditors, "", "", Voice::kAlone},
    {Which::FINDING_RAISE, kAuditors, "", "", Voice::kAlone},
    {Which::FINDING_RESPOND, kOfficers, "organisation", "", Voice::kAlone},
    {Which::FINDING_CORRECT, kOfficers, "organisation", "", Voice::kAlone},
    {Which::FINDING_CLOSE, kAuditors, "", "", Voice::kAlone},
    {Which::FINDING_REOPEN, kAuditors, "", "", Voice::kAlone},
    {Which::AUDIT_REPORT, kAuditors, "", "", Voice::kAlone},
    {Which::DISTINCTION_DEFINE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::DISTINCTION_RETIRE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::ROUND_OPEN, kClerks, "office", "", Voice::kAlone},
    {Which::ROUND_CLOSE, kClerks, "office", "", Voice::kAlone},
    {Which::NOMINATION_ADMIT, kClerks, "office", "", Voice::kAlone},
    {Which::VOTE_TALLY, kClerks, "office", "", Voice::kAlone},
    {Which::COMMISSION_SCORE, kClerks, "office", "", Voice::kAlone},
    {Which::AWARD_DECLINE, kOfficers, "organisation", "nominee", Voice::kAlone},
    {Which::EXTERNAL_SYSTEM_REGISTER, kAuthorities, "", "", Voice::kWithSecond},
    {Which::EXTERNAL_SYSTEM_RETIRE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::EXTERNAL_ID_LINK, kClerks, "office", "", Voice::kAlone},
    {Which::RECONCILIATION_RECORD, kClerks, "office", "", Voice::kAlone},
    {Which::STATEMENT_MATCH, kOfficers, "organisation", "", Voice::kAlone},
    {Which::AGREEMENT_AMEND, kFunders, "funder", "", Voice::kWithSecond},
    {Which::BUDGET_VIRE, kOfficers, "grantee", "", Voice::kAlone},
    {Which::APPROPRIATION_RECORD, kFunders, "funder", "", Voice::kWithSecond},
    {Which::GRANT_SUSPEND, kFunders, "funder", "", Voice::kWithSecond},
    {Which::GRANT_RESUME, kFunders, "funder", "", Voice::kWithSecond},
    {Which::GRANT_TERMINATE, kFunders, "funder", "", Voice::kWithSecond},
    {Which::RECOVERY_OPEN, kFunders, "funder", "", Voice::kWithSecond},
    {Which::REFUND_DEMAND, kFunders, "funder", "", Voice::kAlone},
    {Which::REFUND_WAIVE, kFunders, "funder", "", Voice::kWithSecond},
    {Which::EXPENDITURE_CORRECT, kOfficers, "grantee", "", Voice::kAlone},
    {Which::EXPENDITURE_VOID, kOfficers, "grantee", "", Voice::kAlone},
    {Which::CREDIT_GRANT, kOfficers, "organisation", "", Voice::kAlone},
    {Which::CREDIT_REVERSE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::DELEGATION_SET, {}, "", "person", Voice::kAlone},
    {Which::DELEGATION_END, kAuthorities, "", "person", Voice::kWithSecond},
    {Which::ENROLMENT_OFFER, kClerksOrAuthorities, "person's office", "", Voice::kAlone},
    {Which::KEY_RECOVERY_OFFER, kClerksOrAuthorities, "person's office", "", Voice::kWithSecond},
    {Which::KEY_RECOVERY_CANCEL, {}, "", "person", Voice::kAlone},
    {Which::PERSON_CORRECT, kClerks, "person's office", "person", Voice::kAlone},
    {Which::AGE_BAND_SET, kClerks, "person's office", "", Voice::kAlone},
    {Which::PERIOD_CLOSE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::PROGRAMME_RETIRE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::PROJECT_PROPOSE, kOfficers, "organisation", "", Voice::kAlone},
    {Which::PROJECT_APPROVE, kClerks, "organisation's office", "", Voice::kAlone},
    {Which::STREAM_HEADS, kOperators, "", "", Voice::kAlone},
    {Which::RECOVERY_DECLARE, kAuthorities, "", "", Voice::kWithSecond},
    {Which::LOG_KEY_ROTATE, kOperators, "", "", Voice::kAlone},
    {Which::FINDING_DISMISS, kAuditors, "", "", Voice::kAlone},
    {Which::RELEASE_PUBLISH, kAuthorities, "", "", Voice::kWithSecond},
};

Id scopeOf(const State& state, schema::Command::Reader command, std::string_view scope) {
  if (scope.empty()) return {};
  if (scope == "person's office") {
    const Person* person = find(state.persons, subjectOf(state, command, "person"));
    return person == nullptr ? Id{} : person->office;
  }
  if (scope == "organisation's office") {
    const Id* office = find(state.organisations, subjectOf(state, command, "organisation"));
    return office == nullptr ? Id{} : *office;
  }
  return subjectOf(state, command, scope);
}

bool speaksForHerself(const State& state, const Id& person, schema::Command::Reader command, std::string_view self) {
  return self == "anyone" || (!self.empty() && subjectOf(state, command, self) == person);
}

const Speakers* rowOf(schema::Command::Reader command) {
  const auto* const row = std::ranges::find(kSpeakers, command.which(), &Speakers::which);
  return row == std::end(kSpeakers) ? nullptr : row;
}

bool holdsRoleOf(const State& state, const Bearer& bearer, const Speakers& row, schema::Command::Reader command) {
  const Id scope = scopeOf(state, command, row.scope);
  return std::ranges::any_of(row.roles, [&](Role role) { return bearer.has(role, scope); });
}

}  // namespace

Voice voiceOfLater(const State& state, const Bearer& bearer, schema::Command::Reader command) {
  const Speakers* row = rowOf(command);
  if (row == nullptr) return Voice::kNone;
  if (speaksForHerself(state, bearer.person(), command, row->self)) return Voice::kAlone;
  if (holdsRoleOf(state, bearer, *row, command)) {
    if (!command.isBudgetVire()) return row->voice;
    return isOverLimit(state, command.getBudgetVire()) ? Voice::kWithSecond : Voice::kAlone;
  }
  // Who is to serve is met by coordinators first, of whatever organisation.
  return command.isEnrolmentOffer() && bearer.hasSomewhere(Role::COORDINATOR) ? Voice::kAlone : Voice::kNone;
}

bool maySecondLater(const State& state, const Bearer& bearer, schema::Command::Reader command) {
  // From the other side of the agreement or contract.
  if (command.isContractSign() || command.isAgreementAmend())
    return bearer.has(Role::OFFICER, subjectOf(state, command, "grantee"));
  if (command.isBudgetVire()) return bearer.has(Role::FUNDER, subjectOf(state, command, "funder"));
  // A lost key is not given back by an office alone.
  if (command.isKeyRecoveryOffer()) return bearer.has(Role::AUTHORITY);
  const Speakers* row = rowOf(command);
  return row != nullptr && holdsRoleOf(state, bearer, *row, command);
}

}  // namespace audit
