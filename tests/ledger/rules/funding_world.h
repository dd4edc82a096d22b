// FundingWorld — the world of the rules with grants of four lines, their years of budgets, audits and sub-awards.
//
// Units    a grant has 1,000.00: materials 400.00, transport 300.00, administration 100.00, regrants 200.00; tranches
// of
//          600.00 and 400.00; eligible from 1 June to 30 June 2026.
#pragma once

#include "tests/ledger/rules/rules_world.h"

namespace ledger {

class FundingWorld : public RulesWorld {
 protected:
  FundingWorld();

  // Awarded on 1 May 2025, not agreed.
  GrantAward awardOf(GrantClass grant_class = GrantClass::kShort);
  AgreementSign agreementOf(const SubjectId& grant, const char* when = "2026-05-02T10:00:00+05:00");
  SubjectId agreed(GrantClass grant_class = GrantClass::kShort, const char* when = "2026-05-02T10:00:00+05:00");
  // Its first tranche of 600.00 approved and paid on 1 June.
  SubjectId paid(GrantClass grant_class = GrantClass::kShort);
  // All that is on hand is spent, nothing is left: closed.
  SubjectId closed();
  void close(const SubjectId& grant);

  AgreementAmend amendment(const SubjectId& grant);
  std::string amend(const AgreementAmend& command) { return sendByTwo(funder_, grantees_officer_, command); }
  ExpenditureRecord spent(const SubjectId& grant, std::int64_t minor, const char* line = "materials");
  std::string byFunders(const CommandBody& body) { return sendByTwo(funder_, second_funder_, body); }
  void publish(PolicyPublish policy);

  // A finding of an audit of this grant.
  SubjectId findingOf(const SubjectId& grant);

  // The grantee gives 200.00 of its regrant line on, to the organisation; agreed.
  GrantAward subAwardOf(const SubjectId& parent, std::int64_t minor);
  SubjectId subAward(const SubjectId& parent, std::int64_t minor);
  // Its only tranche approved and paid on 2 June; the disbursement.
  SubjectId paySubAward(const SubjectId& sub_award, std::int64_t minor);
  ExpenditureRecord payingFor(const SubjectId& parent, const SubjectId& disbursement, std::int64_t minor);
  std::string bySubFunders(const CommandBody& body) { return sendByTwo(sub_funder_, second_sub_funder_, body); }

  std::int64_t held(const SubjectId& grant);
  const LineRecord& line(const SubjectId& grant, std::size_t place) { return state_.grants.find(grant)->lines[place]; }

  PersonId sub_funder_, second_sub_funder_, sub_payer_;
  const Instant when_ = at("2026-06-10T10:00:00+05:00");
  const Digest document_ = sha256(asBytes("a document"));
};

}  // namespace ledger
