#include "tools/bench/books.h"

#include <fstream>

#include "ledger/event/json_value.h"
#include "ledger/rules/state.h"
#include "projections/fact_source.h"
#include "tools/asar/journal.h"
#include "tools/bench/child.h"
#include "tools/bench/stopwatch.h"

namespace tools {
namespace {

using ledger::JsonValue;

constexpr std::size_t kBooksReadBytes = 4 << 20;

JsonValue::Fields balancesOf(const ledger::GrantRecord& grant) {
  const ledger::GrantSums& sums = grant.sums;
  const std::int64_t disbursed = sums.disbursed - sums.reversed;
  return {{"awarded", sums.awarded},
          {"currency", std::string(grant.currency.code())},
          {"disbursed", disbursed},
          {"onHand", disbursed + sums.interest + sums.vendor_refunds - sums.spent - sums.returned},
          {"returned", sums.returned},
          {"spent", sums.spent}};
}

// Of grants alone: minutes are in the journal, and nothing is claimed of them.
JsonValue claimsOf(StoredLedger& stored) {
  JsonValue::Fields grants;
  stored.ledger().inspect([&](const ledger::State& state) {
    for (const auto& [id, grant] : state.grants.all()) grants.emplace_back(id.text(), balancesOf(grant));
  });
  return JsonValue::Fields{
      {"grants", std::move(grants)}, {"minutes", JsonValue::Fields{}}, {"size", stored.ledger().sealed().size}};
}

}  // namespace

std::vector<BooksPeer> booksPeersOf(const Plan& plan) {
  std::vector<BooksPeer> peers;
  const auto add = [&](const char* name, const std::filesystem::path& program, std::vector<std::string> more) {
    if (program.empty()) return;
    BooksPeer peer{name, {program.string()}};
    more.insert(more.end(), {"balance", "--flat", "assets:grants", "-f"});
    peer.words.insert(peer.words.end(), more.begin(), more.end());
    peers.push_back(std::move(peer));
  };
  add("hledger", plan.hledger, {});
  add("ledger", plan.ledger, {"--args-only"});  // no settings of whoever runs it
  return peers;
}

std::uint64_t writeBooks(StoredLedger& stored, const std::filesystem::path& file) {
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  Journal journal(out);
  ledger::LogReader reader(stored.log());
  projections::FactSource source(reader);
  for (ledger::Position at = 0, size = reader.size(); at < size;) {
    const auto page = orGiveUp(reader.read(at, kBooksReadBytes));
    for (const ledger::StoredEntry& entry : page) {
      const projections::Fact* fact = orGiveUp(source.take(entry));
      if (fact != nullptr) orGiveUp(journal.take(*fact));
    }
    at += page.size();
  }
  orGiveUp(journal.close(claimsOf(stored)));
  out.flush();
  if (!out) giveUp({ledger::ErrorCode::kUnavailable, "FILE_UNWRITTEN", file.string()});
  return journal.transactions();
}

double secondsToBalance(const BooksPeer& peer, const std::filesystem::path& file) {
  std::vector<std::string> words = peer.words;
  words.push_back(file.string());
  return runChild(std::move(words)).wall_seconds;
}

}  // namespace tools
