#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;

class NationalText : public tests::RenderedSample {};

TEST_F(NationalText, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto text = renderNational(database_, language, Format::kText);
    ASSERT_TRUE(text.ok()) << text.error().message;
    tests::expectGolden("national." + std::string(codeOf(language)) + ".txt", *text);
  }
}

}  // namespace
}  // namespace projections
