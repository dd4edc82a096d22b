// RulesWorld — a founded state with people, organisations, a project and a grant, for tests of the rules.
//
// Shape    commands are judged and taken by decide and evolve alone: no log, no signatures.
// Units    "now" is 2026-06-15T12:00:00+05:00; the project runs through 2026.
#pragma once

#include <gtest/gtest.h>

#include <optional>

#include "ledger/base/clock.h"
#include "ledger/rules/decide.h"

namespace ledger {

inline Instant at(const char* text) {
  return *Instant::parse(text);
}
inline CivilDay day(const char* text) {
  return *parseDay(text);
}

// An hour before now, two hours before it, and days.
inline const Instant kWhen = at("2026-06-15T11:00:00+05:00");
inline const Instant kAnHourBefore = at("2026-06-15T10:00:00+05:00");
inline const Instant kLater = at("2026-06-11T10:00:00+05:00");
inline const Instant kEarlier = at("2026-06-10T10:00:00+05:00");

// The key a person signs with here.
ActorKey keyOf(const PersonId& person);

class RulesWorld : public ::testing::Test {
 protected:
  RulesWorld();

  // The refusal's name, or "" where the command was taken.
  std::string send(const PersonId& person, const CommandBody& body, Assurance assurance = Assurance::kSelf);
  // The same, recorded at that time.
  std::string sendOn(const char* recorded, const PersonId& person, const CommandBody& body);
  // Sends `body` by one and endorses it by another.
  std::string sendByTwo(const PersonId& first, const PersonId& second, const CommandBody& body);
  std::string endorse(const PersonId& second);  // of the last proposal
  // An imported submission: importRecord of part 0 of a fresh batch, then these.
  std::string import(const std::vector<CommandBody>& bodies, SubjectId batch = {});

  PersonId newPerson(Role role, const SubjectId& scope = {});
  // A distinction of that code.
  SubjectId define(const char* code);
  SubjectId id() { return random_.id<SubjectId>(); }
  Money tenge(std::int64_t minor) { return {minor, kzt_}; }

  // Says that it is meant beside others of the day.
  HoursClaim claim(std::int64_t minutes, const char* from = "2026-06-10T10:00:00+05:00", const char* until = nullptr);
  HoursAttest attest(const SubjectId& hours, std::int64_t minutes, HoursReason reason = HoursReason::kNone);
  // A claim by the volunteer, attested in full.
  SubjectId attested(std::int64_t minutes, const char* from = "2026-06-10T10:00:00+05:00", const char* until = nullptr);
  // A grant of 1,000.00 with one line and tranches of 600.00 and 400.00; agreed, nothing paid.
  SubjectId agreedGrant();
  // The same with its first tranche approved and paid on 1 June.
  SubjectId paidGrant();
  ExpenditureRecord expenditure(const SubjectId& grant, std::int64_t minor,
                                const char* paid = "2026-06-05T10:00:00+05:00");
  Minutes standing(const SubjectId& hours) { return state_.hours.find(hours)->standing; }

  SeededRandom random_{7};
  State state_;
  UtcMs now_ = at("2026-01-01T00:00:00+05:00").utc_ms;
  std::uint16_t rules_ = kRulesVersion;  // by which commands are judged
  Position next_ = 1;
  std::optional<Position> seen_;  // size that the signer saw; all before the entry
  Digest last_;                   // leaf hash of the last proposal
  Decision decision_;             // the last one
  Currency kzt_ = *Currency::parse("KZT");

  PersonId authority_, second_authority_, clerk_, officer_, coordinator_, attestor_, second_attestor_, volunteer_;
  PersonId funder_, second_funder_, payer_, verifier_, auditor_, importer_, grantees_officer_;
  SubjectId office_ = id(), organisation_ = id(), fund_ = id(), grantee_ = id(), programme_ = id(), project_ = id(),
            activity_ = id();
  std::uint32_t numbers_ = 0;
};

}  // namespace ledger
