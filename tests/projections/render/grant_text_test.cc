#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;

class GrantText : public tests::RenderedSample {};

TEST_F(GrantText, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto text = renderGrant(database_, "SG-2026-0147", language, Format::kText);
    ASSERT_TRUE(text.ok()) << text.error().message;
    tests::expectGolden("grant." + std::string(codeOf(language)) + ".txt", *text);
  }
}

}  // namespace
}  // namespace projections
