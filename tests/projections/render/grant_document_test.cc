#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;

class GrantDocument : public tests::RenderedSample {};

TEST_F(GrantDocument, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto text = renderGrant(database_, "SG-2026-0147", {language, Format::kText});
    ASSERT_TRUE(text.ok()) << text.error().message;
    tests::expectGolden("grant." + std::string(codeOf(language)) + ".txt", *text);
  }
}

// A sub-award is named as such in its own statement, and stands in that of the grant that funds it.
TEST_F(GrantDocument, NamesSubAwardsAndDemands) {
  ledger::GrantAward award;
  award.grant = tests::subject(64);
  award.number = "SUB-1";
  award.title = "Sub-award";
  award.funder = tests::sample::kOrganisation;
  award.grantee = tests::sample::kFunder;
  award.programme = tests::sample::kProgramme;
  award.region = "KZ-71";
  award.amount = tests::tenge(40'000);
  award.occurred_at = tests::on("2026-05-10");
  award.parent = tests::sample::kGrant;
  award.parent_line = "regrants";
  log_.byTwo(award);
  const ledger::CivilDay due = *ledger::parseDay("2026-06-01");
  log_.submit(tests::person(16));
  for (const auto number : std::initializer_list<std::uint8_t>{61, 62}) {
    log_.add(ledger::RefundDemand{tests::subject(number), tests::sample::kGrant, tests::tenge(7'000 + number), due,
                                  tests::digest(number), tests::on("2026-05-11")});
  }
  log_.byTwo(ledger::RefundWaive{tests::subject(62), tests::digest(63), tests::on("2026-05-12")});
  ASSERT_TRUE(catchUp(database_, log_, log_.goal()).ok());
  const auto sub = renderGrant(database_, "SUB-1", {Language::kEnglish, Format::kText});
  ASSERT_TRUE(sub.ok()) << sub.error().message;
  EXPECT_NE(sub->find("SG-2026-0147, regrants"), std::string::npos) << *sub;
  EXPECT_EQ(sub->find("Sub-awards"), std::string::npos) << *sub;
  const auto parent = renderGrant(database_, "SG-2026-0147", {Language::kEnglish, Format::kText});
  ASSERT_TRUE(parent.ok()) << parent.error().message;
  EXPECT_EQ(parent->find("Sub-award of"), std::string::npos) << *parent;
  for (const char* words : {"Sub-awards (KZT)", "SUB-1", "Demands (KZT)", "7,061.00", "demanded", "7,062.00", "waived"})
    EXPECT_NE(parent->find(words), std::string::npos) << words << "\n" << *parent;
}

}  // namespace
}  // namespace projections
