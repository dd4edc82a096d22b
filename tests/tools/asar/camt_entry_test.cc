#include "tools/asar/camt_entry.h"

#include <gtest/gtest.h>

#include <ctime>

#include "tests/tools/asar/camt_sample.h"

namespace tools {
namespace {

using namespace tests;
using projections::StatementRow;

std::vector<StatementRow> rows(const std::string& parts, const std::string& version = "08") {
  const auto statement =
      readStatement(camtMessage(version, camtDays("2026-06-01T00:00:00", "2026-06-30T00:00:01") + parts), std::nullopt);
  EXPECT_TRUE(statement.ok()) << statement.error().message;
  return statement.ok() ? statement->rows : std::vector<StatementRow>{};
}

std::string entryRefusal(const std::string& parts) {
  const auto statement = readStatement(camtMessage("08", parts), std::nullopt);
  return statement.ok() ? "taken" : statement.error().message;
}

std::string detail(const std::string& inside) {
  return "<TxDtls>" + inside + "</TxDtls>";
}

std::string details(const std::string& all) {
  return "<NtryDtls>" + all + "</NtryDtls>";
}

std::string own(const std::string& amount, const std::string& currency = "KZT") {
  return "<Amt Ccy=\"" + currency + "\">" + amount + "</Amt>";
}

TEST(CamtEntry, GathersReferencesPartyAndText) {
  const auto one = rows(camtEntry(
      "10.00", "DBIT", "2026-06-05",
      details(detail("<Refs><AcctSvcrRef>BANK-7</AcctSvcrRef><EndToEndId>PP-17</EndToEndId></Refs>"
                     "<RltdPties><Dbtr><Pty><Nm>Sample Fund</Nm></Pty></Dbtr>"
                     "<Cdtr><Pty><Nm>Sample Garden Shop LLP</Nm></Pty></Cdtr></RltdPties>"
                     "<RmtInf><Ustrd>Payment for</Ustrd><Ustrd>INV-31 &amp; spades</Ustrd><Strd><RfrdDocInf>"
                     "<Nb>INV-31</Nb></RfrdDocInf><CdtrRefInf><Ref>RF18</Ref></CdtrRefInf></Strd></RmtInf>"))));
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].reference, "PP-17 BANK-7 RF18 INV-31 N-1");
  EXPECT_EQ(one[0].counterparty, "Sample Garden Shop LLP");
  EXPECT_EQ(one[0].text, "Payment for INV-31 & spades");
  EXPECT_EQ(ledger::dayText(one[0].day), "2026-06-05");
}

TEST(CamtEntry, EarlierVersionsSpellPartiesAmountsAndStatusOtherwise) {
  const std::string first = "<Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs><AmtDtls><TxAmt>" + own("4") +
                            "</TxAmt></AmtDtls><RltdPties><Dbtr><Nm>Model Centre</Nm></Dbtr></RltdPties>";
  const std::string second = "<AmtDtls><TxAmt>" + own("6.00") + "</TxAmt></AmtDtls>";
  const auto two =
      rows(camtEntry("10.00", "CRDT", "2026-06-05", details(detail(first) + detail(second)), "BOOK"), "02");
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].amount.minor, 400);
  EXPECT_EQ(two[0].counterparty, "Model Centre");
  EXPECT_EQ(two[0].reference, "N-1 BANK-7");
  EXPECT_EQ(two[1].amount.minor, 600);
}

TEST(CamtEntry, TransactionsThatAreNotTheWholeAreOneRow) {
  const auto one = [](const std::string& transactions) {
    const auto read = rows(camtEntry("10.00", "DBIT", "2026-06-05", details(transactions)));
    return read.size() == 1 ? read[0].amount.minor : 0;
  };
  EXPECT_EQ(one(detail(own("4")) + detail("")), -1'000);
  EXPECT_EQ(one(detail(own("4")) + detail(own("5"))), -1'000);
  EXPECT_EQ(one(detail(own("4", "USD")) + detail(own("6"))), -1'000);
  EXPECT_EQ(one(detail(own("wrong")) + detail(own("6"))), -1'000);
  EXPECT_EQ(
      rows(camtEntry("10.00", "DBIT", "2026-06-05", details(detail(own("4"))) + details(detail(own("6"))))).size(), 2U);
}

TEST(CamtEntry, ATransactionMayGoAgainstItsEntry) {
  const auto two = rows(camtEntry(
      "10.00", "DBIT", "2026-06-05",
      details(detail(own("12") + "<CdtDbtInd>DBIT</CdtDbtInd>") + detail(own("2") + "<CdtDbtInd>CRDT</CdtDbtInd>"))));
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two[0].amount.minor, -1'200);
  EXPECT_EQ(two[1].amount.minor, 200);
}

// What was debited came back: the account grew, and the party is the one that had been paid.
TEST(CamtEntry, AReversalKeepsItsSignAndItsParty) {
  std::string entry = camtEntry("10.00", "CRDT", "2026-06-05",
                                details(detail("<RltdPties><Dbtr><Pty><Nm>Sample Fund</Nm></Pty></Dbtr>"
                                               "<Cdtr><Pty><Nm>Sample Shop</Nm></Pty></Cdtr></RltdPties>")));
  entry.replace(entry.find("<Sts>"), 0, "<RvslInd>true</RvslInd>");
  const auto one = rows(entry);
  ASSERT_EQ(one.size(), 1U);
  EXPECT_EQ(one[0].amount.minor, 1'000);
  EXPECT_EQ(one[0].counterparty, "Sample Shop");
}

TEST(CamtEntry, OnlyWhatIsBookedGivesRows) {
  const auto statement =
      readStatement(camtMessage("08", camtEntry("1", "CRDT", "2026-06-05") +
                                          camtEntry("2", "CRDT", "2026-06-05", "", "<Cd>PDNG</Cd>") +
                                          camtEntry("3", "CRDT", "2026-06-05", "", "<Prtry>X</Prtry>")),
                    std::nullopt);
  ASSERT_TRUE(statement.ok());
  EXPECT_EQ(statement->rows.size(), 1U);
  EXPECT_EQ(statement->not_booked, 2U);
}

TEST(CamtEntry, TheValueDayStandsInForABookingDay) {
  std::string entry = camtEntry("1", "CRDT", "2026-06-05");
  entry.erase(entry.find("<BookgDt>"), std::string("<BookgDt><Dt>2026-06-05</Dt></BookgDt>").size());
  EXPECT_EQ(ledger::dayText(rows(entry)[0].day), "2026-06-05");
  EXPECT_EQ(ledger::dayText(rows(camtEntry("1", "CRDT", "</Dt><DtTm>2026-06-07T23:30:00+05:00</DtTm><Dt>"))[0].day),
            "2026-06-07");
}

TEST(CamtEntry, WhatIsWrongIsSaidWithItsLine) {
  for (const auto& [amount, sign, day, said] :
       {std::array{"1.005", "CRDT", "2026-06-05", "what stands in Amt is no amount of KZT"},
        std::array{"-1", "CRDT", "2026-06-05", "what stands in Amt is no amount of KZT"},
        std::array{"99999999999999999999", "CRDT", "2026-06-05", "is no amount of KZT"},
        std::array{"", "CRDT", "2026-06-05", "is no amount of KZT"},
        std::array{"1", "CREDIT", "2026-06-05", "CdtDbtInd must be CRDT or DBIT"},
        std::array{"1", "CRDT", "2026-02-30", "what stands in Dt or DtTm is no day"}}) {
    const std::string message = entryRefusal(camtEntry(amount, sign, day));
    EXPECT_NE(message.find(said), std::string::npos) << message;
    EXPECT_NE(message.find("line 6"), std::string::npos) << message;
  }
  EXPECT_NE(entryRefusal("<Ntry/>").find("no Sts"), std::string::npos);
  EXPECT_NE(entryRefusal("<Ntry><Sts>BOOK</Sts></Ntry>").find("Amt is missing"), std::string::npos);
}

// However many there are: each of them is read once, and the entry, too.
TEST(CamtEntry, AnEntryOfVeryManyTransactionsIsReadInNoTime) {
  constexpr std::size_t kCount = 20'000;
  std::string all;
  for (std::size_t i = 0; i < kCount; ++i) all += details(detail(own("1")));
  const std::string entry =
      camtEntry(std::to_string(kCount), "DBIT", "2026-06-05", all + "<AddtlNtryInf>x</AddtlNtryInf>");
  const std::clock_t begun = std::clock();  // of the processor, whatever else the machine does
  const auto read = rows(entry);
  EXPECT_LT(std::clock() - begun, CLOCKS_PER_SEC);
  ASSERT_EQ(read.size(), kCount);
  EXPECT_EQ(read.back().amount.minor, -100);
  EXPECT_EQ(read.back().text, "x");
}

TEST(CamtEntry, MoreTransactionsThanThereMayBeRowsAreRefusedAtOnce) {
  std::string all;
  for (std::size_t i = 0; i <= kStatementRowsMax; ++i) all += "<TxDtls/>";
  EXPECT_NE(entryRefusal(camtEntry("1", "DBIT", "2026-06-05", details(all))).find("more than 100000 rows"),
            std::string::npos);
}

}  // namespace
}  // namespace tools
