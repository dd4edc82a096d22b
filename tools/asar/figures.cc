#include "tools/asar/figures.h"

#include <map>

#include "ledger/rules/heads.h"
#include "tools/asar/progress.h"

namespace tools {
namespace {

using ledger::JsonValue;

struct Sums {
  std::int64_t awarded = 0, disbursed = 0, on_hand = 0, returned = 0, spent = 0;
};

Sums sumsOf(const ledger::GrantSums& sums) {
  const std::int64_t disbursed = sums.disbursed - sums.reversed;
  return {sums.awarded, disbursed, disbursed + sums.interest + sums.vendor_refunds - sums.spent - sums.returned,
          sums.returned, sums.spent};
}

JsonValue::Fields sumsJson(const Sums& sums, const std::string& currency) {
  JsonValue::Fields out{{"awarded", sums.awarded}};
  if (!currency.empty()) out.emplace_back("currency", currency);
  out.emplace_back("disbursed", sums.disbursed);
  out.emplace_back("onHand", sums.on_hand);
  out.emplace_back("returned", sums.returned);
  out.emplace_back("spent", sums.spent);
  return out;
}

// A map gives the keys sorted; ids sort by their text as by their bytes.
JsonValue::Fields minutesOf(const ledger::State& state, std::int64_t& total) {
  std::map<std::string, std::int64_t> by_volunteer;
  for (const auto& [id, hours] : state.hours.all()) {
    const std::int64_t minutes = ledger::attestedMinutes(hours);
    if (minutes == 0) continue;
    by_volunteer[hours.volunteer.text()] += minutes;
    total += minutes;
  }
  return {by_volunteer.begin(), by_volunteer.end()};
}

JsonValue::Fields grantsOf(const ledger::State& state, std::map<std::string, Sums>& totals) {
  std::map<std::string, JsonValue::Fields> by_grant;
  for (const auto& [id, grant] : state.grants.all()) {
    if (grant.state == ledger::GrantState::kVoided) continue;
    const std::string currency{grant.currency.code()};
    const Sums sums = sumsOf(grant.sums);
    by_grant[id.text()] = sumsJson(sums, currency);
    if (!grant.parent.isNone()) continue;  // its money is in the figures of the grant that funds it
    Sums& total = totals[currency];
    total.awarded += sums.awarded;
    total.disbursed += sums.disbursed;
    total.on_hand += sums.on_hand;
    total.returned += sums.returned;
    total.spent += sums.spent;
  }
  return {by_grant.begin(), by_grant.end()};
}

}  // namespace

std::string figuresOf(const ledger::State& state, const ledger::Checkpoint& checkpoint) {
  std::int64_t minutes = 0;
  std::map<std::string, Sums> totals;
  JsonValue::Fields out{{"grants", grantsOf(state, totals)}, {"minutes", minutesOf(state, minutes)}};
  JsonValue::Fields by_currency;
  for (const auto& [currency, sums] : totals) by_currency.emplace_back(currency, sumsJson(sums, ""));
  out.emplace_back("root", checkpoint.root.hex());
  out.emplace_back("size", checkpoint.size);
  out.emplace_back("totals", JsonValue::Fields{{"grants", std::move(by_currency)}, {"minutes", minutes}});
  return JsonValue(std::move(out)).line() + "\n";
}

ledger::Result<std::string> figuresAt(const Session& session, const Reading& reading,
                                      const ledger::Checkpoint& checkpoint) {
  ledger::Sequencer sequencer(session.random);
  Progress progress(session, "progress.replay", checkpoint.size);
  for (ledger::Position at = 0; at < checkpoint.size;) {
    const auto page = reading.log->read(at, kReadBytes);
    if (!page) return page.error();
    if (page->entries.empty()) break;
    for (const auto& entry : page->entries) {
      if (at == checkpoint.size) break;
      ASAR_TRY(sequencer.replay(at++, entry));
    }
    progress.show(at);
  }
  if (sequencer.head().size != checkpoint.size || sequencer.tree().root() != checkpoint.root) {
    return ledger::Error{ledger::ErrorCode::kCorrupt, "ROOT_DIFFERS",
                         "the log does not give the root " + checkpoint.root.hex() + " of its checkpoint of size " +
                             std::to_string(checkpoint.size)};
  }
  return figuresOf(sequencer.state(), checkpoint);
}

}  // namespace tools
