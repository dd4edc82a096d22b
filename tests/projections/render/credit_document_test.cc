#include <nlohmann/json.hpp>

#include "projections/render/document_text.h"
#include "tests/projections/credit_sample.h"
#include "tests/projections/plain_text.h"
#include "tests/projections/render/rendered.h"

namespace projections {
namespace {

using ledger::Language;
using nlohmann::json;

class CreditDocument : public ::testing::Test {
 protected:
  std::string render(const CreditAsk& ask, const Form& form) {
    const auto reached = catchUp(database_, made_.log, made_.log.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
    const auto text = renderCredit(database_, ask, form);
    EXPECT_TRUE(text.ok()) << text.error().message;
    return text.ok() ? tests::plain(*text) : std::string();
  }

  tests::CreditLog made_;
  Database database_ = tests::memoryDatabase();
};

TEST_F(CreditDocument, ReadsWellInEachLanguage) {
  made_.grant(2, 20'000, made_.serve(1200));
  made_.serve(1920, "2026-04");
  ledger::HoursClaim paid = made_.claim("2026-05-01", 120), taught = made_.claim("2026-05-02", 90);
  paid.time_basis = ledger::TimeBasis::kPaidWorkTime;
  taught.role = "training";
  made_.serve(paid);
  made_.serve(taught);
  const ledger::CreditUse disputed = made_.serve(made_.claim("2026-05-03", 45));
  made_.log.submit(tests::kStudent);
  made_.log.add(ledger::HoursDispute{disputed.hours, ledger::HoursReason::kArithmetic, tests::on("2026-06-03")});
  made_.log.add(made_.claim("2026-05-04", 30));
  const std::string english = render(made_.ask(), {Language::kEnglish});
  for (const char* line : {" 52 h\n", "Of a time basis that does not count: 1 entry, 2 h.\n",
                           "In a role that does not count: 1 entry, 1 h 30 min.\n", "Under dispute: 1 entry, 45 min.\n",
                           "Not attested: 1 entry.\n", "2 credits and a voucher of 20,000.00 KZT\n",
                           "3 credits and a voucher of 30,000.00 KZT\n",
                           "18 h more (70 h in all) give 7 credits and a voucher of 70,000.00 KZT\n"})
    EXPECT_NE(english.find(line), std::string::npos) << line << english;
  const std::string russian = render(made_.ask(), {Language::kRussian});
  for (const char* line : {"Оспорено: 1 запись, 45 мин.\n", "ещё 18 ч (всего 70 ч), и будет 7 кредитов и ваучер на "})
    EXPECT_NE(russian.find(line), std::string::npos) << line << russian;
  const std::string kazakh = render(made_.ask(), {Language::kKazakh});
  for (const char* line : {"Даулы: 1 жазба, 45 мин.\n", "тағы 18 сағ (барлығы 70 сағ) болса, 7 кредит және "})
    EXPECT_NE(kazakh.find(line), std::string::npos) << line << kazakh;
}

struct Case {
  int minutes;
  std::uint32_t credits;
  int counted;
  int missing;  // to the next tier; -1: there is none
  const char* last_step;
};

class StudentCredit : public CreditDocument, public ::testing::WithParamInterface<Case> {};

// 20 hours give 2 credits, 50 give 5, both together 7; an hour over 70 changes nothing.
TEST_P(StudentCredit, IsReckonedAndExplained) {
  const Case& one = GetParam();
  made_.serve(one.minutes);
  const json report = json::parse(render(made_.ask(), {Language::kEnglish, Format::kJson}));
  EXPECT_EQ(report["reached"]["credits"], one.credits);
  EXPECT_EQ(report["countedMinutes"], one.counted);
  EXPECT_EQ(report["policy"]["status"], "unverified");
  EXPECT_EQ(report["policy"]["version"], "2020-10");
  if (one.credits == 0) {
    EXPECT_TRUE(report["reached"]["voucher"].is_null());
  } else {
    EXPECT_EQ(report["reached"]["voucher"]["minor"], one.credits * 1'000'000);
  }
  if (one.missing < 0) {
    EXPECT_TRUE(report["next"].is_null());
  } else {
    EXPECT_EQ(report["next"]["missingMinutes"], one.missing);
  }
  const std::string text = render(made_.ask(), {Language::kEnglish});
  const std::size_t status = text.find("Legal status");
  ASSERT_NE(status, std::string::npos) << text;
  const std::string line = text.substr(status, text.find('\n', status) - status);
  EXPECT_NE(line.find("not verified"), std::string::npos) << line;
  EXPECT_NE(text.find(one.last_step), std::string::npos) << text;
}

INSTANTIATE_TEST_SUITE_P(
    AtEveryBoundary, StudentCredit,
    ::testing::Values(
        Case{1199, 0, 1199, 1, "19 h 59 min counted, and the first tier begins at 20 h."},
        Case{1200, 2, 1200, 1800, "The tier 20-hours: 2 credits and a voucher of 20,000.00 KZT for 20 h."},
        Case{3000, 5, 3000, 1200, "The tier 50-hours: 5 credits and a voucher of 50,000.00 KZT for 50 h."},
        Case{4200, 7, 4200, -1, "The tier 50-hours: 5 credits and a voucher of 50,000.00 KZT for 50 h."},
        Case{4260, 7, 4200, -1, "Of 71 h, 70 h count: the policy takes no more."}),
    [](const auto& one) { return "Minutes" + std::to_string(one.param.minutes); });

TEST_F(CreditDocument, SaysEveryStepInEachLanguage) {
  // All kinds of steps, under rules that were never published.
  CreditReport report;
  report.rules.unit = "point";
  using Kind = ledger::CreditStepKind;
  for (int i = 0; i <= static_cast<int>(Kind::kCreditsMost); ++i)
    report.result.steps.push_back({static_cast<Kind>(i), "helper", {61, 121, 0}});
  report.result.steps.push_back({Kind::kNoTier, "", {61, 0}});
  report.result.steps.push_back({Kind::kWindow, "", {0, 20'634}});
  for (const Language language : ledger::kLanguages) {
    const std::string text = documentText(creditDocument(report, language));
    EXPECT_EQ(text.find('{'), std::string::npos) << text;
    EXPECT_EQ(text.find(". \n"), std::string::npos) << text;
    EXPECT_NE(text.find("\n  22. "), std::string::npos) << text;
  }
}

TEST_F(CreditDocument, IsTheSameInJsonUnderMachineNames) {
  made_.grant(2, 20'000, made_.serve(1200));
  CreditAsk ask = made_.ask();
  ask.size = made_.log.size() - 1;
  const json report = json::parse(render(ask, {Language::kKazakh, Format::kJson}));
  EXPECT_EQ(report["report"], "credit");
  EXPECT_EQ(report["asOfSize"], ask.size);
  EXPECT_TRUE(report["granted"].empty());
  EXPECT_EQ(report["steps"][0]["step"], "window");
  EXPECT_EQ(report["entries"].size(), 4U);
  EXPECT_EQ(report["window"]["from"], "2026-01-01");
  const json now = json::parse(render(made_.ask(), {Language::kKazakh, Format::kJson}));
  EXPECT_EQ(now["granted"][0]["doubleUse"], "student-2020");
  EXPECT_EQ(now["left"]["credits"], 0);
  EXPECT_NE(render(ask, {Language::kEnglish}).find("As the log stood at size"), std::string::npos);
}

}  // namespace
}  // namespace projections
