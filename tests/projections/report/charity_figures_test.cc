#include "projections/report/charity_figures.h"

#include <cstring>

#include "tests/projections/report/account_log.h"

namespace projections {
namespace {

class Charity : public tests::AccountRegister {};

TEST_F(Charity, SumsWhatWasReceivedAllocatedAndGivenBack) {
  const auto figures = readCharity(database_, "1 = 1", {});
  ASSERT_TRUE(figures.ok());
  ASSERT_EQ(figures->sums.size(), 1U);
  const CharitySums& sums = figures->sums[0];
  EXPECT_EQ(sums.currency.code(), "KZT");
  EXPECT_EQ(sums.donations, 3);
  EXPECT_EQ(sums.donated, 58'000) << "450 of 500 that were pledged, 100 and 30";
  EXPECT_EQ(sums.gifts, 1);
  EXPECT_EQ(sums.gifts_value, 9'000);
  EXPECT_EQ(sums.allocated, 40'000);
  EXPECT_EQ(sums.given_back, 3'000);
  EXPECT_EQ(sums.pledged, 0) << "it was kept";
  ASSERT_EQ(figures->donors.size(), 3U);
  EXPECT_EQ(figures->donors[2].donor_kind, "person");
  EXPECT_EQ(figures->donors[2].donated, 10'000);
  EXPECT_EQ(figures->donors[2].gifts_value, 9'000);
}

TEST_F(Charity, IsOfTheOrganisationThatReceivesAndOfTheDays) {
  const auto of = [&](const ledger::SubjectId& id, const std::optional<Period>& period) {
    return readCharity(database_, "o.organisation = " + sqlOf(id), period)->sums;
  };
  EXPECT_EQ(of(tests::sample::kFunder, {}).size(), 0U) << "it gave";
  ASSERT_EQ(of(tests::sample::kOrganisation, {}).size(), 1U);
  const auto may = of(tests::sample::kOrganisation, *parsePeriod("2026-05-01..2026-05-31"));
  ASSERT_EQ(may.size(), 1U);
  EXPECT_EQ(may[0].donations, 0);
  EXPECT_EQ(may[0].given_back, 3'000);
}

TEST_F(Charity, ThatPassesWhatIsCountedIsNoSum) {
  ledger::GiftReceive gift;
  gift.organisation = tests::sample::kOrganisation;
  gift.donor_kind = ledger::DonorKind::kPerson;
  gift.unit = "coats";
  gift.quantity = 1;
  gift.value = tests::tenge(10'000'000'000'000);
  gift.document_hash = tests::digest(204);
  gift.occurred_at = tests::on("2026-04-28");
  // Of the most that one gift may be worth, one more than fit.
  constexpr std::int64_t kGifts = INT64_MAX / 1'000'000'000'000'000 + 1;
  for (std::int64_t number = 0; number < kGifts; ++number) {
    gift.gift = tests::subject(204);
    std::memcpy(gift.gift.bytes.data() + 1, &number, sizeof number);
    played_.log.add(gift);
  }
  follow();
  const auto figures = readCharity(database_, "1 = 1", {});
  ASSERT_FALSE(figures.ok());
  EXPECT_EQ(figures.error().reason, "SUM_OVERFLOWS");
}

}  // namespace
}  // namespace projections
