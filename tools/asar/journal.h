// Journal — grant money and attested hours as a plain-text journal which hledger and ledger read alike.
//
// Shape    one transaction for each fact that moved money or minutes, in the order of the log, with the entry's index
//          as its code; the day is that of the fact, of hours that of the service. Accounts, ID being a grant's:
//            equity:awarded:ID / equity:awards             what was awarded
//            assets:grants:ID                              on hand of the grantee
//            income:disbursed:ID income:interest:ID income:vendor-refunds:ID      where it came from
//            expenses:spent:ID expenses:returned:ID        where it went
//            hours:served:PERSON / hours:given:ACTIVITY    minutes attested
//          The last transaction claims the balances that the ledger itself counts, as assertions: whoever changes a
//          line above makes both programs refuse the file. Ids, numbers of grants and days are all it tells: no name,
//          vendor, payment or document.
// Units    amounts in the grant's currency; minutes as the commodity `min`.
// Errors   kCorrupt FACT_WITHOUT_SUBJECT; kUnavailable FILE_UNWRITTEN where the stream fails.
// Threads  one.
// Source   hledger and ledger manuals: transactions, `account` and `commodity` directives, balance assertions.
#pragma once

#include <absl/container/flat_hash_map.h>
#include <absl/container/flat_hash_set.h>

#include <iosfwd>
#include <string>
#include <vector>

#include "ledger/base/money.h"
#include "ledger/event/json_value.h"
#include "projections/projection.h"

namespace tools {

class Journal {
 public:
  explicit Journal(std::ostream& out) : out_(out) {}

  // Lines of comment at the beginning of the file.
  void head(std::string_view text);
  // Facts in the order of the log.
  ledger::Result<void> take(const projections::Fact& fact);
  // What the ledger counts at that size: figures.h, as JSON.
  ledger::Result<void> close(const ledger::JsonValue& figures);

  std::uint64_t transactions() const { return transactions_; }

 private:
  // Money that came into a grantee's hands, or below zero left them, and what stands of it.
  struct Item {
    std::string_view account;  // the other side of assets:grants
    ledger::SubjectId grant;
    std::int64_t on_hand = 0;
  };
  struct Grant {
    ledger::Currency currency;
    std::int64_t awarded = 0;
  };
  struct Hours {
    ledger::PersonId volunteer;
    ledger::SubjectId activity;
    ledger::CivilDay day = 0;
    std::int64_t attested = 0;
  };
  // What an import brought in; numbers of items.
  struct Batch {
    std::vector<ledger::SubjectId> grants;
    std::vector<std::size_t> items;
  };
  struct When {
    ledger::CivilDay day = 0;
    ledger::Position index = 0;
    std::string_view what;
  };
  struct Posting {
    std::string account;
    std::string amount;
    std::string opposite;  // the amount below zero
  };

  template <class Command>
  ledger::Result<void> apply(const projections::Fact& fact, const Command& command);
  ledger::Result<void> award(const projections::Fact& fact, const ledger::GrantAward& command);
  ledger::Result<void> mend(const projections::Fact& fact, const ledger::SubjectId& id, std::int64_t growth);
  ledger::Result<void> reverse(const projections::Fact& fact, const ledger::ExpenditureReverse& command);
  ledger::Result<void> correct(const projections::Fact& fact, const ledger::ExpenditureCorrect& command);
  ledger::Result<void> bring(const projections::Fact& fact, const ledger::SubjectId& id, const Item& item);
  ledger::Result<void> attest(const projections::Fact& fact, const ledger::SubjectId& id, std::int64_t minutes);
  void voidBatch(const projections::Fact& fact, const ledger::ImportVoid& command);

  void moveMoney(const When& when, const Item& item, std::int64_t minor);
  void moveAward(const When& when, const ledger::SubjectId& id, std::int64_t minor);
  void write(const When& when, const Posting& to, const std::string& from);
  void declare(const std::string& account);
  void declareCommodity(const std::string& code, std::string_view format);
  ledger::Result<void> claimGrant(const std::string& id, const ledger::JsonValue& sums);
  void claim(const std::string& account, const std::string& zero, const std::string& balance);

  std::ostream& out_;
  std::uint64_t transactions_ = 0;
  ledger::CivilDay last_day_ = 0;
  absl::flat_hash_map<ledger::SubjectId, Grant> grants_;
  std::vector<Item> items_;
  absl::flat_hash_map<ledger::SubjectId, std::size_t> named_;  // disbursements and expenditures, to their item
  absl::flat_hash_map<ledger::SubjectId, Hours> hours_;
  absl::flat_hash_map<ledger::SubjectId, Batch> batches_;
  absl::flat_hash_set<std::string> declared_;
};

}  // namespace tools
