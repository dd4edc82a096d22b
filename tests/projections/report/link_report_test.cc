#include "projections/report/link_report.h"

#include "tests/projections/oversight/exchange_log.h"

namespace projections {
namespace {

class LinkReports : public tests::ExchangeRegister {
 protected:
  std::vector<LinkEntry> read(const LinkQuestion& question) {
    const auto report = readLinkReport(database_, question);
    EXPECT_TRUE(report.ok()) << report.error().message;
    return report.ok() ? report->entries : std::vector<LinkEntry>{};
  }
};

TEST_F(LinkReports, SayWhichSubjectAnIdNames) {
  const auto entries = read({"sample-portal", "ORG-77", {}, {}});
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].link.subject, tests::sample::kOrganisation);
  EXPECT_EQ(entries[0].subject.names.en, "Green Garden Fund");
  EXPECT_TRUE(read({"sample-yearbook", "ORG-77", {}, {}}).empty());
}

TEST_F(LinkReports, SayByWhichIdASubjectIsKnown) {
  const auto entries = read({"", "", tests::sample::kOrganisation, {}});
  ASSERT_EQ(entries.size(), 1U);
  EXPECT_EQ(entries[0].link.external_id, "ORG-77");
  EXPECT_EQ(entries[0].system.code, "sample-portal");
}

TEST_F(LinkReports, ListAlsoWhatTheRegisterDoesNotHold) {
  const auto entries = read({});
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].link.external_id, "H-1") << "in the order of the other side's ids";
  EXPECT_FALSE(entries[0].known);
  EXPECT_TRUE(entries[1].known);
  EXPECT_TRUE(read({"", "", {}, *parsePeriod("2026-05-06..2026-12-31")}).empty());
}

}  // namespace
}  // namespace projections
