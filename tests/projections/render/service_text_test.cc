#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;

class ServiceText : public tests::RenderedSample {};

TEST_F(ServiceText, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto text = renderService(database_, tests::sample::kVolunteer, language, Format::kText);
    ASSERT_TRUE(text.ok()) << text.error().message;
    tests::expectGolden("service." + std::string(codeOf(language)) + ".txt", *text);
  }
}

}  // namespace
}  // namespace projections
