#include "tools/asar/journal.h"

#include <ostream>

namespace tools {
namespace {

using ledger::Result;
using ledger::SubjectId;
using projections::Fact;

constexpr std::string_view kOnHand = "assets:grants:";
constexpr std::string_view kAwarded = "equity:awarded:";
constexpr std::string_view kAwards = "equity:awards";
constexpr std::string_view kDisbursed = "income:disbursed:";
constexpr std::string_view kInterest = "income:interest:";
constexpr std::string_view kVendorRefunds = "income:vendor-refunds:";
constexpr std::string_view kSpent = "expenses:spent:";
constexpr std::string_view kReturned = "expenses:returned:";
constexpr std::string_view kServed = "hours:served:";
constexpr std::string_view kGiven = "hours:given:";
constexpr std::string_view kMinutes = " min";
// Wide enough for "income:vendor-refunds:" and an id.
constexpr std::size_t kAccountColumns = 50;

std::string accountOf(std::string_view beginning, const std::string& id) {
  return std::string(beginning) + id;
}

// Numbers of grants are public; a comment ends with its line.
std::string plain(std::string_view text) {
  std::string out;
  for (const char c : text) out += c > 0x20 && c < 0x7F ? c : ' ';
  return out;
}

std::string line(const std::string& account, const std::string& rest) {
  const std::size_t padding = account.size() < kAccountColumns ? kAccountColumns - account.size() : 0;
  return "    " + account + std::string(padding + 2, ' ') + rest + "\n";
}

std::string minutesText(std::int64_t minutes) {
  return std::to_string(minutes).append(kMinutes);
}

ledger::Error noFigure(const std::string& what) {
  return {ledger::ErrorCode::kCorrupt, "INTERNAL", "the figures hold no " + what};
}

Result<std::int64_t> integerOf(const ledger::JsonValue& object, std::string_view name) {
  const auto* value = object.find(name);
  if (value == nullptr || value->integer() == nullptr) return noFigure(std::string(name));
  return *value->integer();
}

}  // namespace

void Journal::head(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    out_ << "; " << text.substr(0, end) << "\n";
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void Journal::declareCommodity(const std::string& code, std::string_view format) {
  if (!declared_.insert(code).second) return;
  out_ << "\ncommodity " << code << "\n";
  if (!format.empty()) out_ << "    format " << format << "\n";
}

void Journal::declare(const std::string& account) {
  if (declared_.insert(account).second) out_ << "account " << account << "\n";
}

void Journal::write(const When& when, const Posting& to, const std::string& from) {
  declare(to.account);
  declare(from);
  out_ << "\n"
       << ledger::dayText(when.day) << " (" << when.index << ") " << when.what << "\n"
       << line(to.account, to.amount) << line(from, to.opposite);
  ++transactions_;
  last_day_ = std::max(last_day_, when.day);
}

void Journal::moveMoney(const When& when, const Item& item, std::int64_t minor) {
  if (minor == 0) return;
  const std::string id = item.grant.text();
  const ledger::Currency& currency = grants_.at(item.grant).currency;
  write(when, {accountOf(kOnHand, id), ledger::Money{minor, currency}.text(), ledger::Money{-minor, currency}.text()},
        accountOf(item.account, id));
}

void Journal::moveAward(const When& when, const SubjectId& id, std::int64_t minor) {
  if (minor == 0) return;
  const ledger::Currency& currency = grants_.at(id).currency;
  write(when,
        {accountOf(kAwarded, id.text()), ledger::Money{minor, currency}.text(), ledger::Money{-minor, currency}.text()},
        std::string(kAwards));
}

namespace {

// Of a command that says when it occurred.
template <class Command>
ledger::CivilDay dayIn(const Fact& fact, const Command& command) {
  if constexpr (requires { command.occurred_at.civilDay(); }) {
    return command.occurred_at.civilDay();
  } else {
    return static_cast<ledger::CivilDay>(fact.recorded_at / ledger::kMsPerDay);
  }
}

std::string_view nameOf(const Fact& fact) {
  return traitsOf(fact.command->body.kind()).event;
}

}  // namespace

Result<void> Journal::award(const Fact& fact, const ledger::GrantAward& command) {
  grants_[command.grant] = {command.amount.currency, command.amount.minor};
  if (!fact.batch.isNone()) batches_[fact.batch].grants.push_back(command.grant);
  declareCommodity(std::string(command.amount.currency.code()),
                   command.amount.currency.exponent() == 2 ? "1000.00 " + std::string(command.amount.currency.code())
                                                           : std::string());
  out_ << "\n; " << plain(command.number) << "\n";
  moveAward({dayIn(fact, command), fact.index, nameOf(fact)}, command.grant, command.amount.minor);
  return {};
}

// `id` is none where nothing will ever speak of it again.
Result<void> Journal::bring(const Fact& fact, const SubjectId& id, const Item& item) {
  if (!grants_.contains(item.grant)) return projections::withoutSubject(fact, "grant", item.grant.text());
  if (!id.isNone()) named_[id] = items_.size();
  if (!fact.batch.isNone()) batches_[fact.batch].items.push_back(items_.size());
  items_.push_back(item);
  moveMoney(
      {visit([&](const auto& command) { return dayIn(fact, command); }, fact.command->body), fact.index, nameOf(fact)},
      item, item.on_hand);
  return {};
}

// What an item leaves on hand grows, or falls where `growth` is below zero.
Result<void> Journal::mend(const Fact& fact, const SubjectId& id, std::int64_t growth) {
  const auto found = named_.find(id);
  if (found == named_.end()) return projections::withoutSubject(fact, "payment", id.text());
  Item& item = items_[found->second];
  item.on_hand += growth;
  moveMoney(
      {visit([&](const auto& command) { return dayIn(fact, command); }, fact.command->body), fact.index, nameOf(fact)},
      item, growth);
  return {};
}

Result<void> Journal::reverse(const Fact& fact, const ledger::ExpenditureReverse& command) {
  if (!command.original.isNone()) return mend(fact, command.original, command.amount.minor);
  return bring(fact, {}, {kVendorRefunds, command.grant, command.amount.minor});
}

Result<void> Journal::correct(const Fact& fact, const ledger::ExpenditureCorrect& command) {
  const auto found = named_.find(command.expenditure);
  if (found == named_.end()) return projections::withoutSubject(fact, "payment", command.expenditure.text());
  return mend(fact, command.expenditure, -command.amount.minor - items_[found->second].on_hand);
}

Result<void> Journal::attest(const Fact& fact, const SubjectId& id, std::int64_t minutes) {
  const auto found = hours_.find(id);
  if (found == hours_.end()) return {};  // imported: those are never attested
  Hours& hours = found->second;
  const std::int64_t growth = minutes - hours.attested;
  if (growth == 0) return {};
  hours.attested = minutes;
  declareCommodity("min", "");
  write({hours.day, fact.index, nameOf(fact)},
        {accountOf(kServed, hours.volunteer.text()), minutesText(growth), minutesText(-growth)},
        accountOf(kGiven, hours.activity.text()));
  return {};
}

// Grants of the batch end with nothing, and so does all it moved elsewhere.
void Journal::voidBatch(const Fact& fact, const ledger::ImportVoid& command) {
  const Batch& batch = batches_[command.batch];
  const When when{dayIn(fact, command), fact.index, nameOf(fact)};
  for (const std::size_t number : batch.items) {
    moveMoney(when, items_[number], -items_[number].on_hand);
    items_[number].on_hand = 0;
  }
  for (const SubjectId& id : batch.grants) {
    moveAward(when, id, -grants_.at(id).awarded);
    grants_.at(id).awarded = 0;
  }
}

template <class Command>
Result<void> Journal::apply(const Fact& fact, const Command& command) {
  using std::is_same_v;
  if constexpr (is_same_v<Command, ledger::GrantAward>) {
    return award(fact, command);
  } else if constexpr (is_same_v<Command, ledger::TrancheDisburse>) {
    return bring(fact, command.disbursement, {kDisbursed, command.grant, command.amount.minor});
  } else if constexpr (is_same_v<Command, ledger::DisbursementReverse>) {
    return mend(fact, command.disbursement, -command.amount.minor);
  } else if constexpr (is_same_v<Command, ledger::ExpenditureRecord>) {
    return bring(fact, command.expenditure, {kSpent, command.grant, -command.amount.minor});
  } else if constexpr (is_same_v<Command, ledger::ExpenditureDisallow>) {
    return mend(fact, command.expenditure, command.amount.minor);
  } else if constexpr (is_same_v<Command, ledger::ExpenditureReverse>) {
    return reverse(fact, command);
  } else if constexpr (is_same_v<Command, ledger::ExpenditureCorrect>) {
    return correct(fact, command);
  } else if constexpr (is_same_v<Command, ledger::ExpenditureVoid>) {
    const auto found = named_.find(command.expenditure);
    return mend(fact, command.expenditure, found == named_.end() ? 0 : -items_[found->second].on_hand);
  } else if constexpr (is_same_v<Command, ledger::InterestRecord>) {
    return bring(fact, {}, {kInterest, command.grant, command.amount.minor});
  } else if constexpr (is_same_v<Command, ledger::RefundSend>) {
    return bring(fact, {}, {kReturned, command.grant, -command.amount.minor});
  } else if constexpr (is_same_v<Command, ledger::ImportVoid>) {
    voidBatch(fact, command);
  } else if constexpr (is_same_v<Command, ledger::HoursClaim>) {
    if (fact.assurance != ledger::Assurance::kImported)
      hours_[command.hours] = {command.volunteer, command.activity, command.occurred_at.civilDay(), 0};
  } else if constexpr (is_same_v<Command, ledger::HoursAttest> || is_same_v<Command, ledger::HoursCorrect> ||
                       is_same_v<Command, ledger::HoursResolve>) {
    return attest(fact, command.hours, command.minutes.count());
  } else if constexpr (is_same_v<Command, ledger::HoursVoid>) {
    return attest(fact, command.hours, 0);
  }
  return {};
}

Result<void> Journal::take(const Fact& fact) {
  return visit([&](const auto& command) { return apply(fact, command); }, fact.command->body);
}

void Journal::claim(const std::string& account, const std::string& zero, const std::string& balance) {
  out_ << line(account, zero + " = " + balance);
}

Result<void> Journal::claimGrant(const std::string& id, const ledger::JsonValue& sums) {
  const auto* code = sums.find("currency");
  const auto currency = ledger::Currency::parse(code != nullptr && code->text() != nullptr ? *code->text() : "");
  if (!currency) return currency.error();
  // Income stands below zero in a journal.
  struct Claimed {
    std::string_view account;
    std::string_view figure;
    int sign;
  };
  for (const Claimed& one :
       {Claimed{kAwarded, "awarded", 1}, Claimed{kDisbursed, "disbursed", -1}, Claimed{kOnHand, "onHand", 1},
        Claimed{kReturned, "returned", 1}, Claimed{kSpent, "spent", 1}}) {
    const auto figure = integerOf(sums, one.figure);
    if (!figure) return figure.error();
    claim(accountOf(one.account, id), ledger::Money{0, *currency}.text(),
          ledger::Money{one.sign * *figure, *currency}.text());
  }
  return {};
}

Result<void> Journal::close(const ledger::JsonValue& figures) {
  const auto size = integerOf(figures, "size");
  const auto* grants = figures.find("grants");
  const auto* minutes = figures.find("minutes");
  if (!size) return size.error();
  if (grants == nullptr || minutes == nullptr || grants->fields() == nullptr || minutes->fields() == nullptr)
    return noFigure("grants or minutes");
  out_ << "\n";
  for (const auto& [id, sums] : *grants->fields()) {
    for (const auto account : {kAwarded, kDisbursed, kOnHand, kReturned, kSpent}) declare(accountOf(account, id));
  }
  if (!minutes->fields()->empty()) declareCommodity("min", "");
  for (const auto& [id, count] : *minutes->fields()) declare(accountOf(kServed, id));
  if (grants->fields()->empty() && minutes->fields()->empty()) return {};
  out_ << "\n" << ledger::dayText(last_day_) << " balances at size " << *size << "\n";
  for (const auto& [id, sums] : *grants->fields()) ASAR_TRY(claimGrant(id, sums));
  for (const auto& [id, count] : *minutes->fields()) {
    if (count.integer() == nullptr) return noFigure("minutes of " + id);
    claim(accountOf(kServed, id), minutesText(0), minutesText(*count.integer()));
  }
  ++transactions_;
  return {};
}

}  // namespace tools
