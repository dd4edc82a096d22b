// Witness policies as the second opinion and the ledger read them: what both take, both hold for met alike.
#include <string>

#include "audit/log/witness_policy.h"
#include "ledger/base/check.h"
#include "ledger/seal/witness_policy.h"
#include "tests/fuzz/fuzz_target.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto opinion = audit::readPolicy(text);
  ASAR_CHECK(opinion.policy.has_value() == opinion.why.empty());
  if (!opinion.policy) return 0;
  std::set<std::string> all;
  for (const auto& [name, key] : opinion.policy->witnesses) all.insert(name);
  ASAR_CHECK(opinion.policy->isMetBy(all));
  ASAR_CHECK(opinion.policy->isMetBy({}) == !opinion.policy->quorum);
  for (const auto& [name, address] : opinion.policy->addresses) ASAR_CHECK(all.contains(name) && !address.empty());
  const auto own = ledger::parseWitnessPolicy(text);
  if (!own) return 0;
  ASAR_CHECK(own->witnesses.size() == all.size() && own->logs.size() == opinion.policy->logs.size());
  // More cosignatures never make a policy unmet.
  std::set<std::string> some;
  bool met = own->isMetBy(some);
  for (const std::string& name : all) {
    some.insert(name);
    ASAR_CHECK(own->isMetBy(some) == opinion.policy->isMetBy(some));
    ASAR_CHECK(own->isMetBy({name}) == opinion.policy->isMetBy({name}));
    ASAR_CHECK(!met || own->isMetBy(some));
    met = own->isMetBy(some);
  }
  return 0;
}
