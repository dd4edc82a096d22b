#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;

class ServiceDocument : public tests::RenderedSample {};

TEST_F(ServiceDocument, ReadsWellInEachLanguage) {
  for (const Language language : ledger::kLanguages) {
    const auto text = renderService(database_, tests::sample::kVolunteer, {language, Format::kText});
    ASSERT_TRUE(text.ok()) << text.error().message;
    tests::expectGolden("service." + std::string(codeOf(language)) + ".txt", *text);
  }
}

TEST_F(ServiceDocument, SaysWhatIsLockedAndWhatExpired) {
  ledger::PolicyPublish policy;
  policy.policy = tests::subject(90);
  policy.version = "1";
  policy.status = ledger::LegalStatus::kUnverified;
  policy.source = "Sample";
  policy.valid_from = *ledger::parseDay("2026-01-01");
  policy.hours_limits = ledger::HoursLimits{{}, 0, 10, 0};
  log_.byTwo(policy);
  log_.submit(tests::person(11));
  log_.add(ledger::PeriodClose{tests::subject(91), tests::sample::kOrganisation, *ledger::parseDay("2026-02-01"),
                               *ledger::parseDay("2026-02-28"), tests::digest(61), tests::on("2026-03-01")});
  log_.submit(tests::sample::kVolunteer);
  log_.add(tests::claimOf(92, tests::sample::kVolunteer, "2026-02-10", 60));
  log_.add(tests::claimOf(93, tests::sample::kVolunteer, "2026-02-11", 60));
  log_.submit(tests::sample::kAttestor);
  log_.add(tests::attestOf(93, "2026-03-01", 60));
  ASSERT_TRUE(catchUp(database_, log_, log_.goal()).ok());
  constexpr const char* kSaid[][2] = {{"мәлімделген, мерзімі өтті", "расталған, құлыпталды"},
                                      {"заявлено, срок истёк", "подтверждено, закреплено"},
                                      {"claimed, expired", "attested, locked"}};
  for (std::size_t i = 0; i < std::size(ledger::kLanguages); ++i) {
    const auto text = renderService(database_, tests::sample::kVolunteer, {ledger::kLanguages[i], Format::kText});
    ASSERT_TRUE(text.ok()) << text.error().message;
    for (const char* said : kSaid[i]) EXPECT_NE(tests::plain(*text).find(said), std::string::npos) << said << *text;
  }
  const auto written = renderService(database_, tests::sample::kVolunteer, {Language::kEnglish, Format::kJson});
  ASSERT_TRUE(written.ok());
  EXPECT_NE(written->find("\"locked\":false,\"expired\":true"), std::string::npos) << *written;
  EXPECT_NE(written->find("\"locked\":true,\"expired\":false"), std::string::npos) << *written;
}

}  // namespace
}  // namespace projections
