#include "tools/asar/figures.h"

#include <gtest/gtest.h>

namespace tools {
namespace {

template <class AnyId>
AnyId idOf(std::uint8_t last) {
  AnyId id;
  id.bytes[15] = last;
  return id;
}

void addHours(ledger::State& state, std::uint8_t id, ledger::HoursState how, int minutes) {
  auto& hours = state.hours.edit(idOf<ledger::SubjectId>(id));
  hours.state = how;
  hours.volunteer = idOf<ledger::PersonId>(1);
  hours.standing = ledger::Minutes{minutes};
}

TEST(Figures, CountAttestedAndDisputedMinutesAndNoOthers) {
  ledger::State state;
  addHours(state, 1, ledger::HoursState::kAttested, 60);
  addHours(state, 2, ledger::HoursState::kDisputed, 30);
  addHours(state, 3, ledger::HoursState::kImported, 500);
  addHours(state, 4, ledger::HoursState::kVoided, 500);
  addHours(state, 5, ledger::HoursState::kDisputed, 0);
  state.settle();
  EXPECT_EQ(figuresOf(state, {"o", 2, {}}),
            "{\"grants\":{},\"minutes\":{\"00000000000000000000000001\":90},\"root\":\"" + std::string(64, '0') +
                "\",\"size\":2,\"totals\":{\"grants\":{},\"minutes\":90}}\n");
}

TEST(Figures, NetMoneyOfReversalsAndLeaveOutVoidedGrants) {
  ledger::State state;
  auto& grant = state.grants.edit(idOf<ledger::SubjectId>(7));
  grant.currency = *ledger::Currency::parse("KZT");
  grant.sums = {
      .awarded = 100, .disbursed = 90, .reversed = 10, .interest = 5, .vendor_refunds = 3, .spent = 40, .returned = 8};
  state.grants.edit(idOf<ledger::SubjectId>(8)).state = ledger::GrantState::kVoided;
  state.settle();
  const auto figures = figuresOf(state, {"o", 2, {}});
  const std::string sums = R"("disbursed":80,"onHand":40,"returned":8,"spent":40})";
  const std::string grant_7 = R"({"00000000000000000000000007":{"awarded":100,"currency":"KZT",)" + sums + "}";
  EXPECT_NE(figures.find(grant_7), std::string::npos) << figures;
  EXPECT_NE(figures.find(R"("totals":{"grants":{"KZT":{"awarded":100,)" + sums), std::string::npos) << figures;
}

TEST(Figures, NameASubAwardButLeaveItOutOfTheTotals) {
  ledger::State state;
  for (const auto id : std::initializer_list<std::uint8_t>{7, 8}) {
    auto& grant = state.grants.edit(idOf<ledger::SubjectId>(id));
    grant.currency = *ledger::Currency::parse("KZT");
    grant.sums = {.awarded = 10 * id, .disbursed = 10 * id, .spent = 10 * id};
  }
  state.grants.edit(idOf<ledger::SubjectId>(8)).parent = idOf<ledger::SubjectId>(7);
  state.settle();
  const auto figures = figuresOf(state, {"o", 2, {}});
  EXPECT_NE(figures.find(R"("00000000000000000000000008":{"awarded":80,"currency":"KZT","disbursed":80)"),
            std::string::npos)
      << figures;
  EXPECT_NE(
      figures.find(R"("totals":{"grants":{"KZT":{"awarded":70,"disbursed":70,"onHand":0,"returned":0,"spent":70})"),
      std::string::npos)
      << figures;
}

}  // namespace
}  // namespace tools
