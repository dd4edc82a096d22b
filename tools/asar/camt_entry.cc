#include "tools/asar/camt_entry.h"

#include <algorithm>

namespace tools {
namespace {

using ledger::CivilDay;
using ledger::Money;
using ledger::Result;
using projections::StatementRow;

constexpr std::string_view kCredit = "CRDT";
constexpr std::string_view kDebit = "DBIT";
constexpr std::string_view kNoReference =
    "NOTPROVIDED";  // what stands for an end-to-end id that the payer did not give
constexpr std::size_t kDayLetters = 10;

Result<Money> amountOf(const CamtNode& amount) {
  const auto currency = ledger::Currency::parse(cleanText(amount.attribute("Ccy")));
  if (!currency) return wrongAt(amount, "an amount is of no known currency (Ccy), such as KZT");
  const auto minor = statementAmount(cleanText(amount.text()), *currency);
  if (!minor || *minor < 0)
    return wrongAt(amount, "what stands in Amt is no amount of " + std::string(currency->code()));
  return Money{*minor, *currency};
}

Result<Money> withSign(Money amount, const CamtNode& indicator, const CamtNode& node) {
  const std::string sign = cleanText(indicator.text());
  if (sign == kDebit) amount.minor = -amount.minor;
  if (sign == kDebit || sign == kCredit) return amount;
  return wrongAt(node, "CdtDbtInd must be CRDT or DBIT");
}

// What an entry says of itself, for each of its rows: read once, for an entry may hold very many transactions.
struct EntryWords {
  explicit EntryWords(const CamtNode& entry)
      : sign(entry.at({"CdtDbtInd"})),
        number(entry.text({"NtryRef"})),
        bank_reference(entry.text({"AcctSvcrRef"})),
        text(entry.text({"AddtlNtryInf"})) {
    const std::string reversal = cleanText(entry.text({"RvslInd"}));
    reversed = reversal == "true" || reversal == "1";
  }

  CamtNode sign;
  std::string number;
  std::string bank_reference;
  std::string text;
  bool reversed = false;
};

// In later versions a transaction has an amount of its own; in the first ones it stands among its details.
CamtNode amountOfDetail(const CamtNode& detail) {
  const CamtNode own = detail.at({"Amt"});
  if (own) return own;
  return detail.at({"AmtDtls", "TxAmt", "Amt"});
}

// The signed amount of each transaction; nothing where they are not the whole of the entry.
std::optional<std::vector<Money>> amountsOfDetails(const std::vector<CamtNode>& details, const EntryWords& entry,
                                                   const Money& whole) {
  std::vector<Money> amounts;
  std::int64_t sum = 0;
  for (const CamtNode& detail : details) {
    const CamtNode amount = amountOfDetail(detail);
    if (!amount) return std::nullopt;
    const CamtNode own_sign = detail.at({"CdtDbtInd"});
    const auto unsigned_amount = amountOf(amount);
    if (!unsigned_amount || unsigned_amount->currency != whole.currency) return std::nullopt;
    const auto money = withSign(*unsigned_amount, own_sign ? own_sign : entry.sign, detail);
    if (!money || __builtin_add_overflow(sum, money->minor, &sum)) return std::nullopt;
    amounts.push_back(*money);
  }
  return sum == whole.minor ? std::optional(amounts) : std::nullopt;
}

// Texts one after another, each once.
class Words {
 public:
  void add(const std::string& text) {
    const std::string clean = cleanText(text);
    if (clean.empty() || clean == kNoReference || std::ranges::find(seen_, clean) != seen_.end()) return;
    if (seen_.size() == kWordsMax) return;
    seen_.push_back(clean);
    all_ += (all_.empty() ? "" : " ") + clean;
  }
  std::string text() const { return cleanText(all_); }

 private:
  static constexpr std::size_t kWordsMax = 64;
  std::vector<std::string> seen_;
  std::string all_;
};

void addReferences(const CamtNode& detail, Words& references) {
  const CamtNode refs = detail.at({"Refs"});
  for (const char* name : {"EndToEndId", "TxId", "InstrId", "ChqNb", "AcctSvcrRef"}) references.add(refs.text({name}));
  for (const CamtNode& structured : detail.at({"RmtInf"}).all("Strd")) {
    references.add(structured.text({"CdtrRefInf", "Ref"}));
    for (const CamtNode& document : structured.all("RfrdDocInf")) references.add(document.text({"Nb"}));
  }
}

void addTexts(const CamtNode& detail, Words& texts) {
  for (const CamtNode& line : detail.at({"RmtInf"}).all("Ustrd")) texts.add(line.text());
  texts.add(detail.text({"AddtlTxInf"}));
}

// In later versions a party stands one element deeper.
std::string partyName(const CamtNode& detail, const char* party) {
  const std::string name = detail.text({"RltdPties", party, "Nm"});
  return cleanText(name.empty() ? detail.text({"RltdPties", party, "Pty", "Nm"}) : name);
}

// Who paid a credit, whom a debit paid. What is reversed keeps its parties.
std::string counterpartyOf(const CamtNode& detail, const EntryWords& entry, const Money& amount) {
  const bool from_debtor = (amount.minor > 0) != entry.reversed;
  const std::string name = partyName(detail, from_debtor ? "Dbtr" : "Cdtr");
  return name.empty() ? partyName(detail, from_debtor ? "UltmtDbtr" : "UltmtCdtr") : name;
}

StatementRow rowOf(const EntryWords& entry, std::span<const CamtNode> details, CivilDay day, const Money& amount) {
  StatementRow row;
  row.day = day;
  row.amount = amount;
  Words references;
  Words texts;
  Words parties;
  for (const CamtNode& detail : details) {
    addReferences(detail, references);
    addTexts(detail, texts);
    parties.add(counterpartyOf(detail, entry, amount));
  }
  references.add(entry.number);
  references.add(entry.bank_reference);
  texts.add(entry.text);
  row.reference = references.text();
  row.counterparty = parties.text();
  row.text = texts.text();
  return row;
}

// Sts is the code itself in the first versions, and holds it in later ones.
std::string statusOf(const CamtNode& entry) {
  const std::string code = cleanText(entry.text({"Sts", "Cd"}));
  return code.empty() ? cleanText(entry.text({"Sts"})) : code;
}

Result<CivilDay> bookedDay(const CamtNode& entry) {
  for (const char* name : {"BookgDt", "ValDt"}) {
    auto day = camtDay(entry.at({name}));
    if (!day || *day != 0) return day;
  }
  return wrongAt(entry, "an entry says neither BookgDt nor ValDt");
}

}  // namespace

ledger::Error wrongAt(const CamtNode& node, const std::string& what) {
  return badStatement("has in line " + std::to_string(node.line()) + ": " + what +
                      "; ask the bank for the file once more, as camt.053");
}

Result<Money> signedAmount(const CamtNode& node) {
  const CamtNode amount = node.at({"Amt"});
  if (!amount) return wrongAt(node, "Amt is missing");
  auto money = amountOf(amount);
  if (!money) return money;
  return withSign(*money, node.at({"CdtDbtInd"}), node);
}

Result<CivilDay> camtDay(const CamtNode& node) {
  if (!node) return CivilDay{0};
  const std::string day = cleanText(node.text({"Dt"}));
  const std::string text = day.empty() ? cleanText(node.text({"DtTm"})) : day;
  auto parsed = ledger::parseDay(std::string_view{text}.substr(0, kDayLetters));
  if (parsed) return parsed;
  return wrongAt(node, "what stands in Dt or DtTm is no day");
}

Result<std::vector<StatementRow>> rowsOfEntry(const CamtNode& entry) {
  const std::string status = statusOf(entry);
  if (status.empty() && !entry.at({"Sts"}))
    return wrongAt(entry, "an entry has no Sts, so that nobody knows if it is booked");
  if (status != "BOOK") return std::vector<StatementRow>{};
  const auto amount = signedAmount(entry);
  if (!amount) return amount.error();
  const auto day = bookedDay(entry);
  if (!day) return day.error();
  std::vector<CamtNode> details;
  for (const CamtNode& group : entry.all("NtryDtls")) {
    for (const CamtNode& detail : group.all("TxDtls")) details.push_back(detail);
  }
  if (details.size() > kStatementRowsMax) return tooManyRows();
  const EntryWords words(entry);
  const auto amounts = details.size() > 1 ? amountsOfDetails(details, words, *amount) : std::nullopt;
  if (!amounts) return std::vector{rowOf(words, details, *day, *amount)};
  std::vector<StatementRow> rows;
  for (std::size_t i = 0; i < details.size(); ++i)
    rows.push_back(rowOf(words, std::span(details).subspan(i, 1), *day, (*amounts)[i]));
  return rows;
}

}  // namespace tools
