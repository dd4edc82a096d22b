// E28, E29, each with what just is none.
#include <gtest/gtest.h>

#include "tests/audit/rules/rules_world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue

// The prices of six gifts of one unit.
Outcome gifts(std::int64_t last, std::uint32_t quantity = 10) {
  RulesWorld world;
  for (const std::int64_t price : {98, 99, 100, 101, 102}) {
    world.say(*world.officer,
              GiftReceive{world.subject(),
                          world.grantee,
                          {},
                          DonorKind::kPerson,
                          "coats",
                          10,
                          kzt(price * 10),
                          ValuationMethod::kMarketPrice,
                          world.digest(),
                          world.now()},
              kPublicClass);
  }
  world.say(*world.officer,
            GiftReceive{world.subject(),
                        world.grantee,
                        {},
                        DonorKind::kPerson,
                        "coats",
                        quantity,
                        kzt(last * quantity),
                        ValuationMethod::kMarketPrice,
                        world.digest(),
                        world.now()},
            kPublicClass);
  return world.look("E28");
}

// The median is 100.5, the spread 1.5: 3.5 of them are 7.8.
TEST(UnitPrices, FarAboveTheOthersAreRaised) {
  EXPECT_EQ(gifts(108).raised, 0U);
  const Outcome outcome = gifts(109);
  EXPECT_EQ(outcome.raised, 1U);
  EXPECT_EQ(outcome.checked, Checked::kPart);  // prices of purchases are not in the log
  EXPECT_EQ(gifts(109, 1000).raised, 1U);
}

// So many invoices of one vendor, one every so many days.
std::uint64_t rows(int count, int days, DocumentKind kind = DocumentKind::kInvoice, int step = 1) {
  RulesWorld world;
  const SubjectId grant = world.paid();
  for (int i = 0; i < count; ++i) {
    world.spend(grant, 700'000 + i, [&](auto& one) {
      one.document_number = "A-" + std::to_string(98 + step * i);
      one.document_kind = kind;
    });
    world.wait(days * kDay);
  }
  return world.raised("E29");
}

TEST(InvoiceNumbers, FourInARowOverTwoMonthsAreRaised) {
  EXPECT_EQ(rows(4, 15), 1U);
  EXPECT_EQ(rows(3, 15), 0U);
  EXPECT_EQ(rows(4, 7), 0U);  // all in January
  EXPECT_EQ(rows(4, 15, DocumentKind::kInvoice, 2), 0U);
}

TEST(InvoiceNumbers, OfRowsOfStatementsAreNotTheVendors) {
  EXPECT_EQ(rows(4, 15, DocumentKind::kStatement), 0U);
}

}  // namespace
}  // namespace audit::tests
