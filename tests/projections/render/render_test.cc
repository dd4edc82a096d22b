#include "projections/render/render.h"

#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;

class Render : public tests::RenderedSample {};

TEST_F(Render, SaysWhatIsUnknown) {
  EXPECT_EQ(renderGrant(database_, "SG-1", {Language::kEnglish, Format::kText}).error().reason, "GRANT_UNKNOWN");
  EXPECT_EQ(renderService(database_, tests::person(99), {Language::kEnglish, Format::kText}).error().reason,
            "VOLUNTEER_UNKNOWN");
}

TEST_F(Render, RefusesWhileTheReadModelsCatchUp) {
  ASSERT_TRUE(database_.run("update bookmark set goal = size + 1").ok());
  EXPECT_EQ(renderNational(database_, {Language::kEnglish, Format::kText}).error().reason, "CATCHING_UP");
}

}  // namespace
}  // namespace projections
