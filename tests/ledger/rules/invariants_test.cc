#include "ledger/rules/invariants.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

// No command brings these about: the state is edited, as a bug of the rules would leave it.
class Invariants : public RulesWorld {
 protected:
  // The first that is broken, "" where all hold; what was edited is forgotten.
  std::string broken() {
    const auto found = brokenInvariant(state_);
    state_.discard();
    return found.value_or("");
  }
  // A grant of 1,000.00 of which 600.00 were paid and nothing is spent.
  GrantRecord& grant() { return state_.grants.edit(grant_); }
  std::string ofGrant(const std::string& what) const { return "grant " + grant_.text() + ": " + what; }
  // As if so much were spent from its line.
  GrantRecord& spend(std::int64_t minor) {
    GrantRecord& edited = grant();
    edited.lines[0].spent += minor;
    edited.sums.spent += minor;
    edited.movements.push_back(Movement{now_, next_, -minor});
    return edited;
  }
  // As if so much were awarded from its line to another.
  GrantRecord& regrant(std::int64_t minor) {
    const SubjectId other = id();
    GrantRecord& sub_award = state_.grants.edit(other);
    sub_award.parent_line = "materials";
    sub_award.sums.awarded = minor;
    GrantRecord& edited = grant();
    edited.sub_awards.push_back(other);
    edited.lines[0].regranted = minor;
    return edited;
  }

  SubjectId grant_ = paidGrant();
};

TEST_F(Invariants, HoldWhereNothingIsWrong) {
  EXPECT_EQ(broken(), "");
  grant();
  EXPECT_EQ(broken(), "");
}

TEST_F(Invariants, NoMoreIsVerifiedThanIsSpent) {
  spend(10).verified = 10;
  EXPECT_EQ(broken(), "");
  spend(10).verified = 11;
  EXPECT_EQ(broken(), ofGrant("more is verified than spent"));
  grant().verified = -1;
  EXPECT_EQ(broken(), ofGrant("more is verified than spent"));
}

TEST_F(Invariants, MoneyOnHandIsNeverBelowZero) {
  const auto earlier = [this](std::int64_t minor) {
    GrantRecord& edited = grant();
    edited.movements.front().delta -= minor;
    edited.movements.insert(edited.movements.begin(), Movement{0, 1, minor});
  };
  earlier(0);
  EXPECT_EQ(broken(), "");
  earlier(-1);
  EXPECT_EQ(broken(), ofGrant("money on hand is negative at index 1"));
}

TEST_F(Invariants, ALineStaysWithinItsBudget) {
  spend(50'000).lines[0].budget = 50'000;
  EXPECT_EQ(broken(), "");
  spend(50'000).lines[0].budget = 49'999;
  EXPECT_EQ(broken(), ofGrant("line materials is outside its budget"));
  spend(0);
  EXPECT_EQ(broken(), "");
  spend(-1);
  EXPECT_EQ(broken(), ofGrant("line materials is outside its budget"));
}

TEST_F(Invariants, SumsMovementsAndLinesSayTheSame) {
  grant().sums.returned += 1;
  EXPECT_EQ(broken(), ofGrant("its sums do not balance"));
  grant().movements.back().delta += 1;
  EXPECT_EQ(broken(), ofGrant("its sums do not balance"));
  GrantRecord& edited = spend(10);
  edited.sums.spent += 1;
  edited.sums.interest += 1;
  EXPECT_EQ(broken(), ofGrant("its sums do not balance"));
}

TEST_F(Invariants, NoMoreIsPaidThanAwarded) {
  grant().sums.awarded = 60'000;
  EXPECT_EQ(broken(), "");
  grant().sums.awarded = 59'999;
  EXPECT_EQ(broken(), ofGrant("more is paid than awarded"));
}

TEST_F(Invariants, MoneyOfAVoidedGrantIsNotCounted) {
  GrantRecord& edited = grant();
  edited.state = GrantState::kVoided;
  edited.sums.returned += 1;
  EXPECT_EQ(broken(), "");
}

TEST_F(Invariants, NoMoreIsAwardedFromALineThanItHas) {
  regrant(100'000);
  EXPECT_EQ(broken(), "");
  regrant(100'001);
  EXPECT_EQ(broken(), ofGrant("more is awarded from line materials than it has"));
  regrant(100'000).lines[0].regranted = 99'999;
  EXPECT_EQ(broken(), ofGrant("more is awarded from line materials than it has"));
}

TEST_F(Invariants, NoMoreIsAppropriatedThanAwarded) {
  grant().appropriations = {{2026, 60'000}, {2027, 40'000}};
  EXPECT_EQ(broken(), "");
  grant().appropriations = {{2026, 60'000}, {2027, 40'001}};
  EXPECT_EQ(broken(), ofGrant("more is appropriated than awarded"));
}

TEST_F(Invariants, DemandsAddUp) {
  grant().demanded = 0;
  EXPECT_EQ(broken(), "");
  grant().demanded = -1;
  EXPECT_EQ(broken(), ofGrant("its demands do not add up"));
  grant().waived = -1;
  EXPECT_EQ(broken(), ofGrant("its demands do not add up"));
}

TEST_F(Invariants, AClosedGrantHoldsNoMoreThanWasWaived) {
  const auto close = [this](std::int64_t waived) {
    GrantRecord& edited = grant();
    edited.state = GrantState::kClosed;
    edited.waived = waived;
  };
  close(60'000);
  EXPECT_EQ(broken(), "");
  close(59'999);
  EXPECT_EQ(broken(), ofGrant("it is closed and holds more than was waived"));
}

TEST_F(Invariants, ADayHas1440Minutes) {
  const PersonDay key{volunteer_, day("2026-06-10")};
  for (const std::int64_t minutes : {0, 1440}) {
    state_.days.edit(key) = Minutes{minutes};
    EXPECT_EQ(broken(), "");
  }
  for (const std::int64_t minutes : {-1, 1441}) {
    state_.days.edit(key) = Minutes{minutes};
    EXPECT_EQ(broken(), "person " + volunteer_.text() + " has " + std::to_string(minutes) + " min on 2026-06-10");
  }
}

TEST_F(Invariants, HoursStandWithinTheirClaim) {
  const SubjectId hours = attested(120);
  for (const std::int64_t minutes : {0, 120}) {
    state_.hours.edit(hours).standing = Minutes{minutes};
    EXPECT_EQ(broken(), "");
  }
  for (const std::int64_t minutes : {-1, 121}) {
    state_.hours.edit(hours).standing = Minutes{minutes};
    EXPECT_EQ(broken(), "hours entry " + hours.text() + " stands above its claim");
  }
}

TEST_F(Invariants, AnExpenditureStandsWithinWhatWasRecorded) {
  const ExpenditureRecord recorded = expenditure(grant_, 10'000);
  ASSERT_EQ(send(grantees_officer_, recorded), "");
  for (const std::int64_t minor : {0, 10'000}) {
    state_.expenditures.edit(recorded.expenditure).standing = minor;
    EXPECT_EQ(broken(), "");
  }
  for (const std::int64_t minor : {-1, 10'001}) {
    state_.expenditures.edit(recorded.expenditure).standing = minor;
    EXPECT_EQ(broken(), "expenditure " + recorded.expenditure.text() + " stands above what was recorded");
  }
}

}  // namespace
}  // namespace ledger
