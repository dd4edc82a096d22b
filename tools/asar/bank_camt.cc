// A camt.053 message, element by element: never the whole tree is held, nothing is fetched, and no entity is known.
#include <libxml/xmlreader.h>

#include <algorithm>
#include <memory>

#include "tools/asar/camt_entry.h"

namespace tools {
namespace {

using ledger::CivilDay;
using ledger::Error;
using ledger::Result;
using projections::BankStatement;
using projections::StatementAccount;

constexpr std::string_view kMessage = "camt.053.001.";
constexpr std::string_view kMessageElements[] = {"Document", "BkToCstmrStmt", "Stmt"};
constexpr int kPartDepth = 3;  // of what a statement is made of
constexpr std::size_t kShownLetters = 4;
constexpr std::size_t kShownNameBytes = 40;
constexpr std::size_t kShownSpaceBytes = 100;
constexpr int kXmlOptions = XML_PARSE_NONET | XML_PARSE_COMPACT | XML_PARSE_IGNORE_ENC | XML_PARSE_BIG_LINES;

struct ReaderCloser {
  void operator()(xmlTextReader* reader) const { xmlFreeTextReader(reader); }
};

// What is given to the library, piece by piece; so much of it while an element is held as a whole.
struct XmlInput {
  std::string_view left;
  bool holding = false;
  std::size_t bytes_allowed = 0;
  std::size_t marks_allowed = 0;  // "<": what the library makes of one takes a hundred bytes and more
  bool passed = false;
};

int giveXml(void* input, char* into, int most) {
  auto& xml = *static_cast<XmlInput*>(input);
  const std::size_t size = std::min(xml.left.size(), static_cast<std::size_t>(most));
  if (xml.holding) {
    const auto marks = static_cast<std::size_t>(std::ranges::count(xml.left.substr(0, size), '<'));
    xml.passed = size > xml.bytes_allowed || marks > xml.marks_allowed;
    if (xml.passed) return -1;
    xml.bytes_allowed -= size;
    xml.marks_allowed -= marks;
  }
  xml.left.copy(into, size);
  xml.left.remove_prefix(size);
  return static_cast<int>(size);
}

// Keeps the first sentence; the library would print to standard error.
void keepXmlError(void* kept, xmlErrorPtr error) {
  auto& sentence = *static_cast<std::string*>(kept);
  if (!sentence.empty() || error == nullptr || error->message == nullptr) return;
  sentence = "line " + std::to_string(error->line) + ": " + cleanText(error->message);
}

// "…1234"; of a short one at most half of it.
std::string maskedAccount(const std::string& account) {
  if (account.empty()) return {};
  const std::size_t shown = std::min(kShownLetters, account.size() / 2);
  const bool plain = std::ranges::all_of(account, [](char c) { return c > ' ' && c < 0x7f; });
  return "…" + (plain ? account.substr(account.size() - shown) : std::string());
}

// The accounts of a message, while it is read.
struct CamtAccount {
  std::string number;
  StatementAccount said;
  CivilDay opening_day = 0;
  CivilDay closing_day = 0;
};

class CamtReader {
 public:
  CamtReader(const CamtReader&) = delete;
  CamtReader& operator=(const CamtReader&) = delete;
  ~CamtReader() = default;
  explicit CamtReader(std::string_view xml)
      : input_{xml}, reader_(xmlReaderForIO(giveXml, nullptr, &input_, nullptr, "UTF-8", kXmlOptions)) {
    if (reader_) xmlTextReaderSetStructuredErrorHandler(reader_.get(), keepXmlError, &xml_error_);
  }

  Result<BankStatement> read() {
    if (!reader_) return badStatement("cannot be read as XML: there is too little memory");
    for (int more = xmlTextReaderRead(reader_.get()); more != 0;) {
      if (more < 0) return notXml();
      const auto next = take();
      if (!next) return next.error();
      more = *next == Step::kOver ? xmlTextReaderNext(reader_.get()) : xmlTextReaderRead(reader_.get());
    }
    if (!in_statement_) return badStatement("holds no statement (Stmt): ask the bank for the file once more");
    if (statement_.from == 0) {
      statement_.from = first_balance_;
      statement_.to = last_balance_;
    }
    for (CamtAccount& account : accounts_) statement_.accounts.push_back(std::move(account.said));
    return std::move(statement_);
  }

 private:
  enum class Step { kInto, kOver };

  Error notXml() const {
    return badStatement("is no whole XML: " + (xml_error_.empty() ? "it ends too early" : xml_error_) +
                        "; ask the bank for the file once more");
  }

  Error tooLarge() const {
    return badStatement("has in line " + std::to_string(xmlTextReaderGetParserLineNumber(reader_.get())) +
                        " an element of more than " + std::to_string(kStatementPartBytesMax >> 20) + " MiB or " +
                        std::to_string(kStatementPartMarksMax) +
                        " tags: ask the bank for a statement with smaller entries");
  }

  const xmlNode* wholePart() {
    input_.holding = true;
    input_.bytes_allowed = kStatementPartBytesMax;
    input_.marks_allowed = kStatementPartMarksMax;
    const xmlNode* part = xmlTextReaderExpand(reader_.get());
    input_.holding = false;
    return part;
  }

  Result<Step> take() {
    if (xmlTextReaderNodeType(reader_.get()) != XML_READER_TYPE_ELEMENT) return Step::kInto;
    const int depth = xmlTextReaderDepth(reader_.get());
    const std::string_view name = textOf(xmlTextReaderConstLocalName(reader_.get()));
    if (depth < kPartDepth) return takeFrame(static_cast<std::size_t>(depth), name);
    const CamtNode part(wholePart());
    if (!part) return input_.passed ? tooLarge() : notXml();
    const auto taken = takePart(name, part);
    if (!taken) return taken.error();
    return Step::kOver;
  }

  // Down to Stmt; what stands beside it, as the header of the message, is passed over.
  Result<Step> takeFrame(std::size_t depth, std::string_view name) {
    if (name != kMessageElements[depth]) return depth == 0 ? Result<Step>(otherMessage(name)) : Step::kOver;
    if (depth == 0 && !isCamt053()) return otherMessage(name);
    if (name != "Stmt") return Step::kInto;
    in_statement_ = true;
    number_.clear();
    return Step::kInto;
  }

  bool isCamt053() const {
    const std::string_view space = textOf(xmlTextReaderConstNamespaceUri(reader_.get()));
    const std::size_t at = space.rfind(kMessage);
    const std::string_view version = at == std::string_view::npos ? "" : space.substr(at + kMessage.size());
    return version.size() == 2 && std::ranges::all_of(version, [](char c) { return c >= '0' && c <= '9'; });
  }

  Error otherMessage(std::string_view name) const {
    const std::string space = cleanText(textOf(xmlTextReaderConstNamespaceUri(reader_.get())), kShownSpaceBytes);
    return badStatement("is XML, but no camt.053: its first element is \"" + cleanText(name, kShownNameBytes) +
                        "\" of \"" + space + "\"; ask the bank for camt.053, or for CSV");
  }

  Result<void> takePart(std::string_view name, const CamtNode& part) {
    if (name == "Acct") return takeAccount(part);
    if (name == "FrToDt") return takeDays(part);
    if (name == "Bal") return takeBalance(part);
    if (name == "Ntry") return takeEntry(part);
    return {};
  }

  Result<void> takeAccount(const CamtNode& part) {
    number_ = cleanText(part.text({"Id", "IBAN"}));
    if (number_.empty()) number_ = cleanText(part.text({"Id", "Othr", "Id"}));
    return {};
  }

  // Its times say whether the last day is meant: midnight ends the day before.
  Result<void> takeDays(const CamtNode& part) {
    const auto day = [&](const char* name) -> Result<CivilDay> {
      const std::string text = cleanText(part.text({name}));
      const auto parsed = ledger::parseDay(std::string_view{text}.substr(0, 10));
      return parsed ? parsed : wrongAt(part, std::string(name) + " is no time");
    };
    const auto from = day("FrDtTm");
    if (!from) return from.error();
    const auto until = day("ToDtTm");
    if (!until) return until.error();
    const bool at_midnight = cleanText(part.text({"ToDtTm"})).find("T00:00:00") != std::string::npos;
    const CivilDay to = at_midnight && *until > *from ? *until - 1 : *until;
    if (to < *from) return wrongAt(part, "the statement ends before it begins");
    if (statement_.from == 0 || *from < statement_.from) statement_.from = *from;
    if (statement_.to == 0 || to > statement_.to) statement_.to = to;
    return {};
  }

  // Null where there are too many.
  CamtAccount* accountIn(ledger::Currency currency) {
    const auto found = std::ranges::find_if(
        accounts_, [&](const CamtAccount& one) { return one.number == number_ && one.said.currency == currency; });
    if (found != accounts_.end()) return &*found;
    if (accounts_.size() == kStatementAccountsMax) return nullptr;
    CamtAccount& added = accounts_.emplace_back();
    added.number = number_;
    added.said.account = maskedAccount(number_);
    added.said.currency = currency;
    return &added;
  }

  static Error tooManyAccounts() {
    return badStatement("is of more than " + std::to_string(kStatementAccountsMax) +
                        " accounts and currencies: ask the bank for one of fewer accounts");
  }

  // Of several statements of one account the first opening and the last closing balance.
  Result<void> takeBalance(const CamtNode& part) {
    const std::string kind = cleanText(part.text({"Tp", "CdOrPrtry", "Cd"}));
    const bool opens = kind == "OPBD" || kind == "PRCD";
    if (!opens && kind != "CLBD") return {};
    const auto balance = signedAmount(part);
    if (!balance) return balance.error();
    const auto day = camtDay(part.at({"Dt"}));
    if (!day) return day.error();
    if (kind == "OPBD" && (first_balance_ == 0 || *day < first_balance_)) first_balance_ = *day;
    if (kind == "CLBD") last_balance_ = std::max(last_balance_, *day);
    CamtAccount* account = accountIn(balance->currency);
    if (account == nullptr) return tooManyAccounts();
    auto& kept = opens ? account->said.opening : account->said.closing;
    CivilDay& kept_day = opens ? account->opening_day : account->closing_day;
    if (kept && (opens ? *day >= kept_day : *day < kept_day)) return {};
    kept = balance->minor;
    kept_day = *day;
    return {};
  }

  Result<void> takeEntry(const CamtNode& part) {
    auto rows = rowsOfEntry(part);
    if (!rows) return rows.error();
    if (rows->empty()) ++statement_.not_booked;
    for (auto& row : *rows) {
      CamtAccount* account = accountIn(row.amount.currency);
      if (account == nullptr) return tooManyAccounts();
      std::int64_t& sum = account->said.sum;
      if (__builtin_add_overflow(sum, row.amount.minor, &sum))
        return wrongAt(part, "the sum of the entries passes what is counted");
      ASAR_TRY(addRow(statement_, std::move(row)));
    }
    return {};
  }

  std::string xml_error_;
  XmlInput input_;
  std::unique_ptr<xmlTextReader, ReaderCloser> reader_;
  bool in_statement_ = false;
  std::string number_;  // of the account of the statement under way
  std::vector<CamtAccount> accounts_;
  CivilDay first_balance_ = 0;
  CivilDay last_balance_ = 0;
  BankStatement statement_;
};

}  // namespace

Result<BankStatement> readCamtStatement(std::string_view xml) {
  if (xml.size() > kStatementBytesMax) {
    return badStatement("has more than " + std::to_string(kStatementBytesMax >> 20) +
                        " MiB: ask the bank for one of fewer days");
  }
  // No bank needs one, and it is by these that XML does harm.
  for (const std::string_view declared : {"<!DOCTYPE", "<!ENTITY"}) {
    if (xml.find(declared) != std::string_view::npos)
      return badStatement("has \"" + std::string(declared) + "\", which no camt.053 has: it is not read");
  }
  return CamtReader(xml).read();
}

}  // namespace tools
