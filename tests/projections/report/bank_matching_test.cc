#include "projections/report/bank_matching.h"

#include <gtest/gtest.h>

#include "tests/projections/bank_sample.h"

namespace projections {
namespace {

using tests::bankRow;

BankPayment payment(const std::string& day, std::int64_t whole, const std::string& reference = "") {
  return {PaymentKind::kExpenditure, "SG-1", tests::tenge(whole), *ledger::parseDay(day), reference, 0};
}

// "row-payment reference|day days_apart", rows and payments from 0.
std::string match(const std::vector<StatementRow>& rows, const std::vector<BankPayment>& payments, int days = 5) {
  std::string text;
  for (const BankPair& pair : matchPayments(rows, payments, days)) {
    text += (text.empty() ? "" : "; ") + std::to_string(pair.row) + "-" + std::to_string(pair.payment) + " " +
            std::string(nameOf(pair.by)) + " " + std::to_string(pair.days_apart);
  }
  return text;
}

TEST(BankMatching, EqualReferenceGoesBeforeTheNearerDay) {
  EXPECT_EQ(match({bankRow("2026-06-10", -100, "PP-2")},
                  {payment("2026-06-10", -100, "PP-1"), payment("2026-06-07", -100, "PP-2")}),
            "0-1 reference 3");
}

TEST(BankMatching, AReferenceMayStandAsAWordOfTheText) {
  const auto row = bankRow("2026-06-10", -100, "", "Оплата по счёту №INV-31, без НДС");
  EXPECT_EQ(match({row}, {payment("2026-06-10", -100, "INV-3"), payment("2026-05-01", -100, "inv-31")}),
            "0-1 reference 40");
}

TEST(BankMatching, EqualAmountsOfOneDayArePairedInOrder) {
  EXPECT_EQ(match({bankRow("2026-06-10", -100), bankRow("2026-06-10", -100), bankRow("2026-06-10", -100)},
                  {payment("2026-06-10", -100), payment("2026-06-10", -100)}),
            "0-0 day 0; 1-1 day 0");
}

TEST(BankMatching, OfTwoPaymentsForOneRowTheNearerIsTaken) {
  EXPECT_EQ(match({bankRow("2026-06-10", -100)}, {payment("2026-06-07", -100), payment("2026-06-11", -100)}),
            "0-1 day -1");
  // Equally near: a bank books after the order.
  EXPECT_EQ(match({bankRow("2026-06-10", -100)}, {payment("2026-06-12", -100), payment("2026-06-08", -100)}),
            "0-1 day 2");
}

TEST(BankMatching, TheNearestPairIsMadeFirstWhicheverRowItIsOf) {
  // The first row would take the payment that is the second row's own.
  EXPECT_EQ(match({bankRow("2026-06-08", -100), bankRow("2026-06-10", -100)},
                  {payment("2026-06-10", -100), payment("2026-06-05", -100)}),
            "0-1 day 3; 1-0 day 0");
  EXPECT_EQ(match({bankRow("2026-01-05", -100, "D-15"), bankRow("2026-02-05", -100, "D-15"),
                   bankRow("2026-03-05", -100, "D-15")},
                  {payment("2026-02-04", -100, "D-15"), payment("2026-03-04", -100, "D-15")}),
            "1-0 reference 1; 2-1 reference 1");
}

// Of equally near ones no row takes a payment after its day that another row has before its own.
TEST(BankMatching, PaymentsBeforeTheirRowsAreTakenForAllRowsFirst) {
  EXPECT_EQ(match({bankRow("2026-06-10", -100), bankRow("2026-06-14", -100)},
                  {payment("2026-06-12", -100), payment("2026-06-07", -100)}),
            "0-1 day 3; 1-0 day 2");
  EXPECT_EQ(match({bankRow("2026-06-10", -100, "D-15"), bankRow("2026-06-14", -100, "D-15")},
                  {payment("2026-06-12", -100, "D-15"), payment("2026-06-07", -100, "D-15")}),
            "0-1 reference 3; 1-0 reference 2");
}

TEST(BankMatching, AShortNumberInATextDoesNotBeatThePaymentOfTheDay) {
  EXPECT_EQ(match({bankRow("2026-06-10", -100, "000018", "Rent, 3 months")},
                  {payment("2026-05-20", -100, "3"), payment("2026-06-10", -100)}),
            "0-1 day 0");
  EXPECT_EQ(match({bankRow("2026-06-10", -100, "3", "Rent")},
                  {payment("2026-05-20", -100, "3"), payment("2026-06-10", -100)}),
            "0-0 reference 21");
}

TEST(BankMatching, AReferenceNamesAPaymentWhereItCanBeNoOtherWord) {
  const auto named = [](const std::string& reference, const std::string& text, std::string_view payment) {
    return namesPayment(bankRow("2026-06-10", -100, reference, text), payment);
  };
  EXPECT_TRUE(named("", "for PP-3", "pp-3"));
  EXPECT_FALSE(named("", "for P-3", "P-3"));
  EXPECT_FALSE(named("", "for ы-3", "ы-3"));  // three letters, four bytes
  EXPECT_TRUE(named("BANK-7 p-3", "", "P-3"));
  EXPECT_FALSE(named("BANK-7 №P-3", "", "P-3"));
  EXPECT_FALSE(named("", "first tranche", "tranche"));
  EXPECT_TRUE(named("No. tranche", "", "tranche"));
  EXPECT_FALSE(named("", "", ""));
}

TEST(BankMatching, DaysCountUpToTheMostAndNotOneFurther) {
  EXPECT_EQ(match({bankRow("2026-06-10", -100)}, {payment("2026-06-05", -100)}, 5), "0-0 day 5");
  EXPECT_EQ(match({bankRow("2026-06-10", -100)}, {payment("2026-06-04", -100)}, 5), "");
  EXPECT_EQ(match({bankRow("2026-06-10", -100)}, {payment("2026-06-15", -100)}, 5), "0-0 day -5");
  EXPECT_EQ(match({bankRow("2026-06-10", -100)}, {payment("2026-06-16", -100)}, 5), "");
  EXPECT_EQ(match({bankRow("2026-06-10", -100)}, {payment("2026-06-11", -100)}, 0), "");
}

TEST(BankMatching, CurrencySignAndAmountMustBeEqual) {
  StatementRow dollars = bankRow("2026-06-10", 100, "PP-1");
  dollars.amount.currency = *ledger::Currency::parse("USD");
  const auto same = payment("2026-06-10", 100, "PP-1");
  EXPECT_EQ(match({dollars}, {same}), "");
  EXPECT_EQ(match({bankRow("2026-06-10", -100, "PP-1")}, {same}), "");
  EXPECT_EQ(match({bankRow("2026-06-10", 101, "PP-1")}, {same}), "");
  EXPECT_EQ(match({bankRow("2026-06-10", 100, "PP-1")}, {same}), "0-0 reference 0");
}

TEST(BankMatching, NothingIsPairedTwice) {
  const auto row = bankRow("2026-06-10", -100, "PP-1");
  const auto paid = payment("2026-06-10", -100, "PP-1");
  EXPECT_EQ(match({row, row}, {paid}), "0-0 reference 0");
  EXPECT_EQ(match({row}, {paid, paid}), "0-0 reference 0");
  EXPECT_EQ(match({}, {paid}), "");
  EXPECT_EQ(match({row}, {}), "");
}

TEST(BankMatching, AWordEndsWhereNoLetterDigitOrJointGoesOn) {
  for (const char* text : {"17", "PP 17.", "(17)", "№17", "«17»", "a 17, b", "сч.17 от", "17-", "x. 17"})
    EXPECT_TRUE(holdsWord(text, "17")) << text;
  for (const char* text : {"", "117", "17a", "PP-17", "17/06", "17_2", "17.06", "06.17", "ы17", "17ы"})
    EXPECT_FALSE(holdsWord(text, "17")) << text;
  EXPECT_TRUE(holdsWord("17a 17", "17"));
  EXPECT_TRUE(holdsWord("Pay pp-0017/a now", "PP-0017/A"));
  EXPECT_FALSE(holdsWord("anything", ""));
}

TEST(BankMatching, BalancesSayByHowMuchTheyDiffer) {
  StatementAccount account{"…1", tests::tenge(0).currency, 100, 70, -20};
  EXPECT_EQ(account.difference(), -10);
  account.closing = 80;
  EXPECT_EQ(account.difference(), 0);
  account.opening.reset();
  EXPECT_EQ(account.difference(), std::nullopt);
}

}  // namespace
}  // namespace projections
