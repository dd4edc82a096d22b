#include "projections/render/about.h"

#include <gtest/gtest.h>

#include "tests/projections/render/drawn_sample.h"

namespace projections {
namespace {

std::string saidOf(const Document& document) {
  std::string said;
  for (const Particular& one : aboutOf(document)) said += one.name + ": " + one.value.shown + "\n";
  return said;
}

TEST(About, NamesWhatTheFileWasMadeFrom) {
  Document document = tests::drawnSample(ledger::Language::kEnglish);
  const std::string said = saidOf(document);
  for (const char* words : {"Query: asar report sample", "Log: demo.example/asar", "Size of the checkpoint: 90",
                            "Root of the checkpoint: 0000", "Note: DEMONSTRATION"})
    EXPECT_NE(said.find(words), std::string::npos) << words << "\n" << said;
}

TEST(About, GivesALicenceOnlyToWhatIsPublic) {
  Document document = tests::drawnSample(ledger::Language::kEnglish);
  EXPECT_NE(saidOf(document).find("not for publication"), std::string::npos);
  document.open = true;
  EXPECT_NE(saidOf(document).find("Licence: CC BY 4.0"), std::string::npos);
}

}  // namespace
}  // namespace projections
