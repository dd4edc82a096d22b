// What strangers send a witness, and policies: one spelling of each request, and a policy is met by all its witnesses.
#include <string>

#include "audit/witness/request.h"
#include "ledger/base/check.h"
#include "ledger/seal/witness_policy.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

void judgePolicy(const std::string& text) {
  const auto policy = ledger::parseWitnessPolicy(text);
  if (!policy) return;
  std::set<std::string> all;
  for (const auto& witness : policy->witnesses) ASAR_CHECK(all.insert(witness.name).second);
  ASAR_CHECK(policy->isMetBy(all));
  ASAR_CHECK(policy->isMetBy({}) == policy->quorum.empty());
}

void judgeRequest(const std::string& text) {
  using audit::witness::AddRequest;
  const auto request = AddRequest::parse(text);
  if (!request) return;
  std::string again = "old " + std::to_string(request->old_size) + "\n";
  for (const audit::Hash& hash : request->proof) again += audit::base64Of(hash) + "\n";
  again += "\n" + request->note.text + "\n";
  for (const auto& line : request->note.signatures) again += audit::witness::lineOf(line);
  ASAR_CHECK(again == text);
  // Nothing that falls short of what was seen is cosigned.
  const audit::witness::Seen seen{request->checkpoint.size + 1, request->checkpoint.root};
  ASAR_CHECK(audit::witness::judgeGrowth(*request, seen).status != 200);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  judgePolicy(text);
  judgeRequest(text);
  return 0;
}
