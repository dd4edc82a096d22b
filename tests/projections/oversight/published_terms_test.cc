#include "projections/oversight/published_terms.h"

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class TermTable : public tests::AccountRegister {};

TEST_F(TermTable, HoldsThePoliciesThatReportsReckonBy) {
  EXPECT_EQ(
      tests::answer(database_, "select kind, version, status, source, valid_from from term_policies order by since"),
      "'deadlines' '2026' 'unverified' 'A sample' '2026-01-01'|'wages' '2026' 'unverified' 'A sample' "
      "'2026-01-01'|'populations' '2026' 'unverified' 'A sample' '2026-01-01'");
}

TEST_F(TermTable, GivesTheDocumentBack) {
  Statement all = database_.prepare(selectAll<PublishedTermRow>() + "where kind = 'wages'");
  const auto rows = readRows<PublishedTermRow>(all);
  ASSERT_TRUE(rows.ok());
  ASSERT_EQ(rows->size(), 1U);
  const auto term = publishedTerm(rows->front());
  ASSERT_TRUE(term.ok()) << term.error().message;
  EXPECT_EQ(term->wages->wages[1].per_hour.minor, 150'000);
  PublishedTermRow broken = rows->front();
  broken.content = "{}";
  EXPECT_EQ(publishedTerm(broken).error().reason, "POLICY_UNREADABLE");
}

}  // namespace
}  // namespace projections
