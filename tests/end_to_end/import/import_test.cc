// The published inputs, read through our mappings into a ledger; totals against those of totals.py.
#include <gtest/gtest.h>

#include <array>
#include <cstdio>

#include "ledger/event/json_gate.h"
#include "tests/end_to_end/import/import_world.h"
#include "tests/support/shared_folder.h"

namespace tests {
namespace {

using namespace ledger;
using tools::Conversion;

std::string run(const std::string& command) {
  std::string out;
  FILE* pipe = ::popen(command.c_str(), "r");
  std::array<char, 4096> chunk{};
  while (std::size_t size = std::fread(chunk.data(), 1, chunk.size(), pipe)) out.append(chunk.data(), size);
  ::pclose(pipe);
  return out;
}

class PublishedInput : public ::testing::Test {
 protected:
  void SetUp() override {
    const auto shared = sharedFolder();
    if (!shared) GTEST_SKIP() << kSharedFolderAbsent;
    folder_ = *shared / "data";
    ASSERT_EQ(world_.failure(), "");
    std::string out = run("python3 '" + mappings_.string() + "/totals.py' '" + shared->string() + "'");
    while (!out.empty() && out.back() == '\n') out.pop_back();
    const auto parsed = parseJson(out);
    ASSERT_TRUE(parsed.ok()) << out;
    expected_ = *parsed;
  }

  std::int64_t expected(const std::string& name) { return *expected_.find(name)->integer(); }

  Conversion convert(const std::string& mapping, const std::string& source) {
    auto converted = world_.convertText(readText(mappings_ / mapping), readText(folder_ / source));
    EXPECT_TRUE(converted.ok()) << converted.error().message;
    return converted ? std::move(*converted) : Conversion{};
  }

  const std::filesystem::path mappings_ = std::filesystem::path(ASAR_SOURCE_DIR) / "tests/end_to_end/import";
  std::filesystem::path folder_;
  JsonValue expected_;
  ImportWorld world_;
};

TEST_F(PublishedInput, ShiftsOfACampGiveTheCompletedMinutesAndReportOpenCheckOuts) {
  Conversion shifts = convert("volunteer_shifts.toml", "emfcamp-shifts/2024_Shift.json");
  EXPECT_EQ(static_cast<std::int64_t>(shifts.rows), expected("shifts"));
  ASSERT_EQ(shifts.rejects.size(), 1U);
  EXPECT_EQ(shifts.rejects[0].reason, "BAD_PERIOD");
  EXPECT_NE(tools::rejectsCsv(shifts.rejects).find("Two Tin Cans"), std::string::npos);
  EXPECT_EQ(shifts.reported["openCheckOuts"], expected("shiftArrived"));
  EXPECT_EQ(shifts.reported["abandoned"], expected("shiftAbandoned"));
  const auto& attendance = shifts.totals["attendanceSummarise"];
  EXPECT_EQ(attendance.minutes, expected("shiftMinutes"));
  EXPECT_EQ(static_cast<std::int64_t>(attendance.people), expected("shiftPeople"));
  EXPECT_EQ(world_.submitParts(shifts, 0), "");
}

TEST_F(PublishedInput, PaymentsOfBothQuartersGiveWhatWasPaidAndWhatCameBack) {
  for (const std::string quarter : {"jan-mar", "apr-jun"}) {
    Conversion payments =
        convert("council_payments.toml", "council-payments/expenditure-over-500-" + quarter + "-2017.csv");
    EXPECT_EQ(static_cast<std::int64_t>(payments.rows), expected("rows " + quarter));
    EXPECT_TRUE(payments.rejects.empty()) << payments.rejects[0].message;
    EXPECT_EQ(payments.totals["expenditureRecord"].money["GBP"], expected("paid " + quarter));
    EXPECT_EQ(payments.totals["expenditureReverse"].money["GBP"], expected("back " + quarter));
    EXPECT_EQ(world_.submitParts(payments, 0), "");
    const auto spent = expected("paid " + quarter);
    world_.ledger->inspect([&](const State& state) {
      const auto grant = tools::derivedId(payments.batch, "grant");
      EXPECT_EQ(state.grants.find(SubjectId{grant})->sums.spent, spent);
    });
  }
}

TEST_F(PublishedInput, AwardsOfA360GivingPackageGiveTheirSumAndCountWhatIsNotMapped) {
  Conversion awards = convert("grants_360giving.toml", "grants-360giving/power-to-change-870-grants.json");
  EXPECT_TRUE(awards.rejects.empty()) << awards.rejects[0].message;
  EXPECT_EQ(static_cast<std::int64_t>(awards.totals["grantAward"].commands), expected("grants"));
  EXPECT_EQ(awards.totals["grantAward"].money["GBP"], expected("granted"));
  EXPECT_EQ(static_cast<std::int64_t>(awards.totals["organisationRegister"].commands), expected("organisations"));
  EXPECT_EQ(awards.unmapped["description"], 870U);
  EXPECT_FALSE(awards.unmapped.contains("title"));
  EXPECT_EQ(world_.submitParts(awards, 0), "");
}

TEST_F(PublishedInput, DiaryDaysAreFlaggedByPolicyAndOnlyMoreThanADayIsRefused) {
  PolicyPublish policy;
  policy.policy = world_.newId();
  policy.version = "test-1";
  policy.status = LegalStatus::kUnverified;
  policy.source = "Made for this test";
  policy.valid_from = *parseDay("2003-01-01");
  policy.hours_limits = HoursLimits{{{AgeBand::kUnknown, Minutes{1200}}}, 0, 0};
  ASSERT_EQ(world_.refusalByTwo(world_.authority1, world_.authority2, policy), "");
  const std::string mapping = readText(mappings_ / "time_use_diaries.toml");
  std::string source = readText(folder_ / "atus-volunteering/atus-volunteer-2003-2009.csv");
  // 1,315 minutes of this day are in the source: with these it has 1,441.
  source += "7059,2009,10,17,no,150101,126\n";
  auto converted = world_.convertText(mapping, source);
  ASSERT_TRUE(converted.ok()) << converted.error().message;
  Conversion& diaries = *converted;
  ASSERT_EQ(diaries.rejects.size(), 1U);
  EXPECT_EQ(diaries.rejects[0].reason, "DAY_OVER_1440");
  EXPECT_EQ(diaries.flagged, 1U);
  EXPECT_EQ(static_cast<std::int64_t>(diaries.totals["hoursClaim"].commands), expected("diaryRows"));
  EXPECT_EQ(diaries.totals["hoursClaim"].minutes, expected("diaryMinutes"));
  EXPECT_EQ(static_cast<std::int64_t>(diaries.totals["personRegister"].commands), expected("diaryPersons"));
  EXPECT_EQ(world_.submitParts(diaries, 0), "");
}

}  // namespace
}  // namespace tests
