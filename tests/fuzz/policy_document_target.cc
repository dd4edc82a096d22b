// Policies as JSON: what the ledger publishes the second opinion takes, and nothing else.
#include <capnp/serialize.h>

#include <cstring>

#include "audit/replay/policy_documents.h"
#include "ledger/base/check.h"
#include "ledger/event/codec.h"
#include "ledger/event/json.h"
#include "ledger/event/json_gate.h"
#include "ledger/rules/policy_document.h"
#include "tests/fuzz/fuzz_target.h"

namespace {

bool isFitForTheOpinion(const ledger::Command& command) {
  const auto bytes = ledger::encode(command);
  std::vector<capnp::word> words(bytes.size() / sizeof(capnp::word));
  std::memcpy(words.data(), bytes.data(), words.size() * sizeof(capnp::word));
  const kj::ArrayPtr<const capnp::word> segment(words.data(), words.size());
  const kj::ArrayPtr<const capnp::word> segments[] = {segment};
  capnp::SegmentArrayMessageReader message(segments);
  return audit::isFitDocument(message.getRoot<audit::schema::Command>().getPolicyPublish());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const auto parsed = ledger::parseJson({reinterpret_cast<const char*>(bytes), size});
  if (!parsed) return 0;
  ledger::SeededRandom random(1);
  const auto command = ledger::commandFromJson(*parsed, random);
  if (!command) return 0;
  const auto* policy = command->body.as<ledger::PolicyPublish>();
  if (policy == nullptr) return 0;
  const auto checked = ledger::checkDocument(*policy);
  ASAR_CHECK(checked || !checked.error().reason.empty());
  ASAR_CHECK(isFitForTheOpinion(*command) == checked.ok());
  return 0;
}
