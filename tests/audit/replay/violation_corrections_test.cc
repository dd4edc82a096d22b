// Personal values that are corrected as they may not be, put into the log although the front door refuses it. Each
// forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
// Tags of commitments.
constexpr std::uint16_t kIin = 1;
constexpr std::uint16_t kBin = 2;
constexpr std::uint16_t kBirthDate = 3;
constexpr std::uint16_t kPhone = 4;
constexpr std::uint16_t kEmail = 5;
constexpr std::uint16_t kAddress = 6;
constexpr std::uint16_t kName = 7;
constexpr std::uint16_t kPatronymic = 10;

class CorrectionWorld : public World {
 public:
  CorrectionWorld() {
    settle();
    gone = enrol();
    say(*gone, PersonErase{gone->person, ErasureBasis::kRequest}, kPrivate);
    acting = enrol();
    const CivilDay today = now().civilDay();
    say(*clerk, DelegationSet{subject(), clerk->person, acting->person, Role::kClerk, {}, today, today + 9, now()},
        kPrivate);
    second_clerk = enrol();
    give(*second_clerk, Role::kClerk);
  }
  PersonCorrect correction(const Actor& whose, const std::vector<std::uint16_t>& tags, bool documented = false) {
    PersonCorrect body{whose.person, CorrectionReason::kChanged, {}, now(), {}};
    if (documented) body.document = digest();
    for (const std::uint16_t tag : tags) body.commitments.push_back({tag, digest()});
    return body;
  }

  std::optional<Actor> gone, acting, second_clerk;
};

CorrectionWorld& world() {
  static CorrectionWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const CommandBody& body) {
  EXPECT_EQ(world().broken(actor, {body}), name.empty() ? "" : name + " ");
}

TEST(ViolationOfCorrections, SheSaysHowSheIsReached) {
  auto& w = world();
  for (const std::uint16_t tag : {kPhone, kEmail, kAddress}) {
    expectOnly("", *w.volunteer, w.correction(*w.volunteer, {tag}));
    expectOnly("", *w.clerk, w.correction(*w.volunteer, {tag}));
  }
  expectOnly("", *w.volunteer, w.correction(*w.volunteer, {kPhone, kPhone, kAddress}, true));
  expectOnly("ROLE_MISSING", *w.officer, w.correction(*w.volunteer, {kPhone}));
  expectOnly("NO_CHANGE", *w.volunteer, w.correction(*w.volunteer, {}));
  expectOnly("NO_CHANGE", *w.clerk, w.correction(*w.volunteer, {}, true));
  PersonCorrect early = w.correction(*w.volunteer, {kPhone});
  early.occurred_at = w.ago(-3);
  expectOnly("IN_FUTURE", *w.volunteer, early);
  const Forgery too_new{w.correction(*w.volunteer, {kPhone}), kPrivate, Assurance::kSelf, {2}};
  EXPECT_EQ(w.broken(*w.volunteer, too_new), only("DECISION_DIFFERS") + only("KIND_TOO_NEW"));
}

TEST(ViolationOfCorrections, WhatNamesHerIsCorrectedByOthersWithADocument) {
  auto& w = world();
  for (const std::uint16_t tag : {kBin, kName, kPatronymic}) {
    expectOnly("", *w.clerk, w.correction(*w.volunteer, {tag}, true));
    expectOnly("DOCUMENT_MISSING", *w.clerk, w.correction(*w.volunteer, {tag}));
    expectOnly("DOCUMENT_MISSING", *w.clerk, w.correction(*w.volunteer, {kPhone, tag}));
    expectOnly("SAME_PERSON", *w.volunteer, w.correction(*w.volunteer, {tag}, true));
    expectOnly("SAME_PERSON", *w.volunteer, w.correction(*w.volunteer, {kPhone, tag}, true));
  }
  expectOnly("SAME_PERSON", *w.clerk, w.correction(*w.clerk, {kName}, true));
  expectOnly("", *w.second_clerk, w.correction(*w.clerk, {kName}, true));
  expectOnly("SAME_PERSON", *w.acting, w.correction(*w.clerk, {kName}, true));
  expectOnly("SAME_PERSON", *w.acting, w.correction(*w.acting, {kName}, true));
  expectOnly("", *w.acting, w.correction(*w.volunteer, {kName}, true));
}

TEST(ViolationOfCorrections, WhatShowsAnAgeComesWithTheAge) {
  auto& w = world();
  for (const std::uint16_t tag : {kIin, kBirthDate}) {
    expectOnly("FIELD_OF_AGE", *w.clerk, w.correction(*w.volunteer, {tag}, true));
    expectOnly("FIELD_OF_AGE", *w.clerk, w.correction(*w.volunteer, {kPhone, tag}, true));
  }
  const auto sets = [&](const std::vector<std::uint16_t>& tags) {
    AgeBandSet body{w.volunteer->person, AgeBand::kFrom18to35, AgeBasis::kDeclared, w.now(), {}};
    for (const std::uint16_t tag : tags) body.commitments.push_back({tag, w.digest()});
    return body;
  };
  // As before, but for the value.
  expectOnly("", *w.clerk, sets({kIin}));
  expectOnly("", *w.clerk, sets({kIin, kBirthDate}));
  expectOnly("NO_CHANGE", *w.clerk, sets({}));
  for (const std::uint16_t tag : {kBin, kPhone, kName}) {
    expectOnly("FIELD_OF_AGE", *w.clerk, sets({tag}));
    expectOnly("FIELD_OF_AGE", *w.clerk, sets({kIin, tag}));
  }
}

TEST(ViolationOfCorrections, WhoWasErasedIsToldNothingMore) {
  auto& w = world();
  expectOnly("WRONG_STATE", *w.gone, w.correction(*w.gone, {kPhone}));
  expectOnly("WRONG_STATE", *w.clerk, w.correction(*w.gone, {kName}, true));
  AgeBandSet older{w.gone->person, AgeBand::kFrom36to59, AgeBasis::kDeclared, w.now(), {}};
  expectOnly("", *w.clerk, older);
  older.commitments = {{kIin, w.digest()}};
  expectOnly("WRONG_STATE", *w.clerk, older);
}

}  // namespace
}  // namespace audit::tests
