#include "audit/answers/stream_figures.h"

#include <unordered_map>

#include "audit/replay/moment.h"

namespace audit {
namespace {

Id id16(capnp::Data::Reader bytes) {
  return fixed<16>(bytes);
}

// Minutes that stand of each hours entry.
class Minutes {
 public:
  explicit Minutes(const Id& person) : person_(person) {}

  void take(const ToldCommand& told) {
    const auto command = told.command;
    if (command.isHoursClaim()) {
      const auto claim = command.getHoursClaim();
      if (!told.imported && id16(claim.getVolunteer()) == person_) standing_[id16(claim.getHours())] = 0;
    } else if (command.isHoursAttest()) {
      stand(command.getHoursAttest().getHours(), command.getHoursAttest().getMinutes());
    } else if (command.isHoursCorrect()) {
      stand(command.getHoursCorrect().getHours(), command.getHoursCorrect().getMinutes());
    } else if (command.isHoursVoid()) {
      stand(command.getHoursVoid().getHours(), 0);
    } else if (command.isHoursResolve()) {
      const auto resolve = command.getHoursResolve();
      if (resolve.getOutcome() != schema::DisputeOutcome::UPHELD) stand(resolve.getHours(), resolve.getMinutes());
    }
  }
  std::int64_t sum() const {
    std::int64_t sum = 0;
    for (const auto& [id, minutes] : standing_) sum = saturated(sum, minutes);
    return sum;
  }

 private:
  void stand(capnp::Data::Reader hours, std::int64_t minutes) {
    const auto known = standing_.find(id16(hours));
    if (known != standing_.end()) known->second = minutes;
  }

  Id person_;
  std::unordered_map<Id, std::int64_t, IdHash> standing_;
};

class GrantAccount {
 public:
  explicit GrantAccount(const Id& grant) : grant_(grant) {}

  void take(const ToldCommand& told) {
    if (told.voided) {
      voided_ = voided_ || (told.command.isGrantAward() && isOurs(told.command.getGrantAward()));
      return;
    }
    const auto command = told.command;
    if (command.isGrantAward()) {
      award(command.getGrantAward());
    } else if (command.isTrancheDisburse()) {
      move(kDisbursed, command.getTrancheDisburse(), 1);
    } else if (command.isDisbursementReverse()) {
      move(kDisbursed, command.getDisbursementReverse(), -1);
    } else if (command.isRefundSend()) {
      move(kReturned, command.getRefundSend(), 1);
    } else {
      spend(command);
    }
  }
  GrantMoney money() const {
    GrantMoney money{currency_, sums_};
    for (const auto& [id, standing] : spent_) money.sums[kSpent] = saturated(money.sums[kSpent], standing);
    if (voided_) money.sums = {};
    return money;
  }

 private:
  static constexpr std::size_t kAwarded = 0, kDisbursed = 1, kSpent = 2, kReturned = 3;

  template <class Command>
  bool isOurs(Command command) const {
    return id16(command.getGrant()) == grant_;
  }
  void award(schema::GrantAward::Reader command) {
    if (!isOurs(command)) return;
    currency_ = command.getAmount().getCurrency().cStr();
    sums_[kAwarded] = command.getAmount().getMinor();
  }
  template <class Command>
  void move(std::size_t which, Command command, int sign) {
    if (isOurs(command)) sums_[which] = saturated(sums_[which], sign * command.getAmount().getMinor());
  }
  // What stands of each expenditure.
  void spend(schema::Command::Reader command) {
    if (command.isExpenditureRecord()) {
      const auto record = command.getExpenditureRecord();
      if (isOurs(record)) spent_[id16(record.getExpenditure())] = record.getAmount().getMinor();
    } else if (command.isExpenditureCorrect()) {
      const auto correct = command.getExpenditureCorrect();
      if (isOurs(correct)) spent_[id16(correct.getExpenditure())] = correct.getAmount().getMinor();
    } else if (command.isExpenditureVoid()) {
      if (isOurs(command.getExpenditureVoid())) spent_.erase(id16(command.getExpenditureVoid().getExpenditure()));
    } else if (command.isExpenditureDisallow()) {
      const auto disallow = command.getExpenditureDisallow();
      takeBack(disallow.getExpenditure(), disallow.getAmount());
    } else if (command.isExpenditureReverse() && command.getExpenditureReverse().hasOriginal()) {
      const auto reverse = command.getExpenditureReverse();
      takeBack(reverse.getOriginal(), reverse.getAmount());
    }
  }
  void takeBack(capnp::Data::Reader expenditure, schema::Money::Reader amount) {
    const auto known = spent_.find(id16(expenditure));
    if (known != spent_.end()) known->second = saturated(known->second, -amount.getMinor());
  }

  Id grant_;
  std::string currency_;
  Sums sums_{};
  bool voided_ = false;
  std::unordered_map<Id, std::int64_t, IdHash> spent_;
};

}  // namespace

std::int64_t minutesOf(const Id& person, std::span<const ToldCommand> commands) {
  Minutes minutes(person);
  for (const ToldCommand& told : commands) minutes.take(told);
  return minutes.sum();
}

GrantMoney moneyOf(const Id& grant, std::span<const ToldCommand> commands) {
  GrantAccount account(grant);
  for (const ToldCommand& told : commands) account.take(told);
  return account.money();
}

}  // namespace audit
