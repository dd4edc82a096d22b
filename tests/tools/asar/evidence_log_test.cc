#include "tools/asar/evidence_log.h"

#include <gtest/gtest.h>

#include <set>

#include "ledger/event/describe.h"

namespace tools {
namespace {

constexpr std::string_view kHashType = "SHA-256 in hex";

// A new field has to be put on one side or the other, or a document would be looked for that nobody has, or not be.
TEST(EvidenceLog, EveryHashOfACommandIsThatOfADocumentOrOfSomethingElse) {
  const std::set<std::string, std::less<>> others = {"deviceHash", "listHash", "proposal",   "root",
                                                     "schemaHash", "seed",     "ticketHash", "ticket"};
  std::set<std::string> documents;
  for (std::size_t kind = 0; kind < ledger::kKinds; ++kind) {
    for (const auto& field : ledger::describeFields(static_cast<ledger::Kind>(kind))) {
      for (const auto& inner : field.inner) {
        const bool known = isDocumentField(inner.name) || inner.name == "digest" || inner.name == "root";
        EXPECT_TRUE(inner.type != kHashType || known) << field.name << "." << inner.name;
      }
      if (field.type != kHashType) {
        EXPECT_FALSE(isDocumentField(field.name)) << field.name;
        continue;
      }
      EXPECT_NE(isDocumentField(field.name), others.contains(field.name)) << field.name;
      if (isDocumentField(field.name)) documents.insert(field.name);
    }
  }
  EXPECT_EQ(documents.size(), 7U) << "each of them is in some command";
}

}  // namespace
}  // namespace tools
