#include <gtest/gtest.h>

#include "ledger/base/utf8.h"
#include "tests/tools/asar/camt_sample.h"
#include "tools/asar/bank_statement.h"

namespace tools {
namespace {

using namespace tests;
using projections::BankStatement;

BankStatement read(const std::string& xml) {
  auto statement = readStatement(xml, std::nullopt);
  EXPECT_TRUE(statement.ok()) << statement.error().message;
  return statement.ok() ? *std::move(statement) : BankStatement{};
}

std::string refusal(const std::string& xml) {
  const auto statement = readStatement(xml, std::nullopt);
  EXPECT_FALSE(statement.ok());
  if (statement) return {};
  EXPECT_EQ(statement.error().reason, "BAD_STATEMENT");
  return statement.error().message;
}

std::string days(const BankStatement& statement) {
  return ledger::dayText(statement.from) + ".." + ledger::dayText(statement.to);
}

TEST(BankCamt, SaysAccountDaysAndBalancesAndThatTheyAddUp) {
  const auto now = read(
      camtMessage("08", camtDays("2026-06-01T00:00:00+05:00", "2026-06-30T23:59:59+05:00") +
                            camtAccount("KZ000000000000001234") + camtBalance("OPBD", "1000.00", "2026-06-01") +
                            camtBalance("CLBD", "1150.5", "2026-06-30") + camtBalance("CLAV", "1.00", "2026-06-30") +
                            camtEntry("200.50", "CRDT", "2026-06-03") + camtEntry("50.00", "DBIT", "2026-06-04")));
  EXPECT_EQ(days(now), "2026-06-01..2026-06-30");
  ASSERT_EQ(now.accounts.size(), 1U);
  EXPECT_EQ(now.accounts[0].account, "…1234");
  EXPECT_EQ(now.accounts[0].opening, 100'000);
  EXPECT_EQ(now.accounts[0].closing, 115'050);
  EXPECT_EQ(now.accounts[0].sum, 15'050);
  EXPECT_EQ(now.accounts[0].difference(), 0);
  ASSERT_EQ(now.rows.size(), 2U);
  EXPECT_EQ(now.rows[0].amount.minor, 20'050);
  EXPECT_EQ(now.rows[1].amount.minor, -5'000);
  EXPECT_EQ(now.rows[1].number, 2U);
  EXPECT_FALSE(now.document.isZero());
}

TEST(BankCamt, ABalanceMayBeOverdrawnAndMayDiffer) {
  const auto now = read(camtMessage("02", camtAccount("KZ0001") + camtBalance("PRCD", "10.00", "2026-05-31", "DBIT") +
                                              camtBalance("CLBD", "5.00", "2026-06-30") +
                                              camtEntry("14.00", "CRDT", "2026-06-03", "", "BOOK")));
  EXPECT_EQ(now.accounts[0].opening, -1'000);
  EXPECT_EQ(now.accounts[0].difference(), 100);
  // Neither FrToDt nor an opening balance of the period: the days are those of rows and closing balance.
  EXPECT_EQ(days(now), "2026-06-03..2026-06-30");
}

TEST(BankCamt, MidnightEndsTheDayBefore) {
  const auto now = read(camtMessage("08", camtDays("2026-06-01T00:00:00", "2026-07-01T00:00:00")));
  EXPECT_EQ(days(now), "2026-06-01..2026-06-30");
  EXPECT_EQ(days(read(camtMessage("08", camtDays("2026-06-01T00:00:00", "2026-06-01T00:00:00")))),
            "2026-06-01..2026-06-01");
}

TEST(BankCamt, AStatementThatSaysItsDaysIsKnownByThem) {
  const std::string entry = camtEntry("1", "CRDT", "2026-06-03");
  EXPECT_TRUE(read(camtMessage("08", camtDays("2026-06-01T00:00:00", "2026-07-01T00:00:00") + entry)).says_days);
  EXPECT_TRUE(
      read(camtMessage("08", camtBalance("OPBD", "1", "2026-06-01") + camtBalance("CLBD", "2", "2026-06-30") + entry))
          .says_days);
  EXPECT_FALSE(read(camtMessage("08", camtBalance("CLBD", "2", "2026-06-30") + entry)).says_days);
  EXPECT_FALSE(read(camtMessage("08", entry)).says_days);
}

TEST(BankCamt, SeveralStatementsOfAnAccountAreOne) {
  const std::string first = camtAccount("KZ000000000000001234") + camtBalance("OPBD", "100", "2026-06-01") +
                            camtBalance("CLBD", "90", "2026-06-01") + camtEntry("10", "DBIT", "2026-06-01");
  const std::string second = camtAccount("KZ000000000000001234") + camtBalance("OPBD", "90", "2026-06-02") +
                             camtBalance("CLBD", "85", "2026-06-02") + camtEntry("5", "DBIT", "2026-06-02");
  const auto now = read(camtMessage("08", first + "</Stmt><Stmt>" + second));
  ASSERT_EQ(now.accounts.size(), 1U);
  EXPECT_EQ(now.accounts[0].opening, 10'000);
  EXPECT_EQ(now.accounts[0].closing, 8'500);
  EXPECT_EQ(now.accounts[0].difference(), 0);
  EXPECT_EQ(now.rows.size(), 2U);
}

TEST(BankCamt, AShortAccountIsNotShownWhole) {
  const auto now = read(
      camtMessage("08", "<Acct><Id><Othr><Id>12345</Id></Othr></Id></Acct>" + camtEntry("1", "CRDT", "2026-06-03")));
  EXPECT_EQ(now.accounts[0].account, "…45");
}

TEST(BankCamt, OtherMessagesAreNamed) {
  std::string other = camtMessage("08", "");
  other.replace(other.find("camt.053"), 8, "camt.052");
  EXPECT_NE(refusal(other).find("camt.052.001.08"), std::string::npos);
  EXPECT_NE(refusal("<html></html>").find("\"html\""), std::string::npos);
  EXPECT_NE(refusal(camtMessage("8", "")).find("no camt.053"), std::string::npos);
  EXPECT_NE(refusal("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.08\"/>").find("no statement (Stmt)"),
            std::string::npos);
}

TEST(BankCamt, BrokenXmlIsRefusedWithItsLine) {
  const std::string whole = camtMessage("08", camtEntry("1", "CRDT", "2026-06-03"));
  for (std::size_t size = 60; size < whole.size() - 2; size += 7) refusal(whole.substr(0, size));
  const std::string wrong = refusal(camtMessage("08", "\n\n<Ntry></Amt></Ntry>"));
  EXPECT_NE(wrong.find("line 8"), std::string::npos) << wrong;
  EXPECT_NE(wrong.find("ask the bank"), std::string::npos) << wrong;
}

// What XML can do to its reader: fetch, grow, nest.
TEST(BankCamt, HostileXmlIsRefused) {
  const std::string doctype = "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
  EXPECT_NE(refusal(doctype + "<a>&b;</a>").find("<!DOCTYPE"), std::string::npos);
  refusal(camtMessage("08", "<Acct><Id><IBAN>&unknown;</IBAN></Id></Acct>"));
  std::string deep;
  for (int i = 0; i < 100'000; ++i) deep += "<Ntry>";
  refusal(camtMessage("08", deep));
  refusal(camtMessage("08", "<Ntry Ccy=\"" + std::string(100'000, '<') + "\"/>"));
  refusal("<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>");
  EXPECT_NE(readStatement("<a>\xff</a>", std::nullopt).error().message.find("not UTF-8"), std::string::npos);
  std::string nul = camtMessage("08", "<X>?</X>");
  nul[nul.find('?', nul.find("<X>"))] = '\0';
  refusal(nul);
}

// Another encoding in the first line cannot hide what the text says as UTF-8.
TEST(BankCamt, TheEncodingIsNotTakenFromTheMessage) {
  std::string utf7 = camtMessage("08", "<X>+ADw-Ntry+AD4-</X>" + camtEntry("1", "CRDT", "2026-06-03"));
  utf7.replace(utf7.find("UTF-8"), 5, "UTF-7");
  EXPECT_EQ(read(utf7).rows.size(), 1U);
}

TEST(BankCamt, LinesPastTheSixteenthBitAreCounted) {
  const std::string wrong =
      refusal(camtMessage("08", std::string(70'000, '\n') + camtEntry("x", "CRDT", "2026-06-03")));
  EXPECT_NE(wrong.find("line 70006"), std::string::npos) << wrong;
}

TEST(BankCamt, AnElementIsHeldOnlyUpToABound) {
  const auto entry = [](std::size_t bytes) {
    std::string texts;
    while (texts.size() < bytes) texts += "<Ustrd>" + std::string(1000, 'a') + "</Ustrd>\n";
    return camtMessage("08", camtEntry("1", "CRDT", "2026-06-03",
                                       "<NtryDtls><TxDtls><RmtInf>" + texts + "</RmtInf></TxDtls></NtryDtls>"));
  };
  EXPECT_EQ(read(entry(3UL << 20)).rows.size(), 1U);
  const std::string wrong = refusal(entry(5UL << 20));
  EXPECT_NE(wrong.find("an element of more than 4 MiB"), std::string::npos) << wrong;
  std::string tags;
  while (tags.size() < 3UL << 20) tags += "<a/>";
  EXPECT_NE(refusal(camtMessage("08", camtEntry("1", "CRDT", "2026-06-03", tags))).find("400000 tags"),
            std::string::npos);
  // What is passed over is not held, however large.
  const std::string header = "<GrpHdr>" + std::string(5UL << 20, ' ') + "</GrpHdr>";
  std::string message = camtMessage("08", camtEntry("1", "CRDT", "2026-06-03"));
  message.replace(message.find("<GrpHdr>"), 0, header);
  EXPECT_EQ(read(message).rows.size(), 1U);
}

TEST(BankCamt, ThereIsAMostOfAccounts) {
  const auto accounts = [](std::size_t count) {
    std::string parts;
    for (std::size_t i = 0; i < count; ++i)
      parts += camtAccount("KZ" + std::to_string(i)) + camtEntry("1", "CRDT", "2026-06-03");
    return camtMessage("08", parts);
  };
  EXPECT_EQ(read(accounts(kStatementAccountsMax)).accounts.size(), kStatementAccountsMax);
  EXPECT_NE(refusal(accounts(kStatementAccountsMax + 1)).find("more than 1000 accounts"), std::string::npos);
}

TEST(BankCamt, NoErrorQuotesWhatAnElementHolds) {
  const std::string account = "KZ000000000000001234";
  for (const std::string& parts :
       {camtDays(account, "2026-06-30T00:00:00"), camtDays("2026-06-01T00:00:00", account),
        camtBalance("OPBD", account, "2026-06-01"), camtBalance("OPBD", "1", account),
        camtBalance("OPBD", "1", "2026-06-01", account), camtEntry(account, "CRDT", "2026-06-03"),
        camtEntry("1", account, "2026-06-03"), camtEntry("1", "CRDT", account),
        "<Ntry><Amt Ccy=\"" + account + "\">1</Amt><Sts>BOOK</Sts></Ntry>"}) {
    const std::string message = refusal(camtMessage("08", camtAccount(account) + parts));
    EXPECT_EQ(message.find(account), std::string::npos) << message;
    EXPECT_NE(message.find("in line"), std::string::npos) << message;
  }
}

TEST(BankCamt, NamesInErrorsAreCutBetweenLetters) {
  std::string name;
  for (int i = 0; i < 30; ++i) name += "ққ";
  EXPECT_TRUE(ledger::isUtf8(refusal("<a" + name + "/>")));
  EXPECT_TRUE(ledger::isUtf8(refusal("<Document xmlns=\"a" + name + name + "\"/>")));
}

TEST(BankCamt, ThereIsAMostOfRows) {
  std::string entries;
  for (std::size_t i = 0; i <= kStatementRowsMax; ++i) {
    entries +=
        "<Ntry><Amt Ccy=\"KZT\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>2026-06-03</Dt></BookgDt>"
        "</Ntry>";
  }
  EXPECT_NE(refusal(camtMessage("08", entries)).find("100000 rows"), std::string::npos);
}

}  // namespace
}  // namespace tools
