#include "audit/reports/charity_sums.h"

#include "audit/replay/spelt.h"

namespace audit {
namespace {

struct Given {
  Id organisation{};
  std::string donor_kind;
  std::int64_t due = 0;
  std::int64_t amount = 0;
  std::string currency;
  bool pledged = false;

  void say(schema::Money::Reader money) {
    amount = money.getMinor();
    currency = stringOf(money.getCurrency());
  }
};

class Giving {
 public:
  Giving(const Counting& counting, const HoldsOrganisation& holds, ReportFigures& figures)
      : counting_(counting), holds_(holds), figures_(figures) {}

  void run() {
    for (const Chronicled& told : counting_.chronicle.of("donation")) takeDonation(told);
    for (const Chronicled& told : counting_.chronicle.of("gift")) takeGift(told);
    for (const Chronicled& told : counting_.chronicle.of("allocation")) takeAllocation(told);
    for (const auto& [id, given] : donations_) {
      if (given.pledged && counting_.asked.days.hold(given.due) && holds_(given.organisation))
        sum(given, "pledged") += given.amount;
    }
  }

 private:
  void takeDonation(const Chronicled& told) {
    const auto command = told.command();
    Given& given = donations_[told.subject];
    if (command.isDonationPledge()) {
      const auto pledge = command.getDonationPledge();
      given = {idOf(pledge.getOrganisation()), spelt(pledge.getDonorKind()), pledge.getDue(), 0, {}, true};
      given.say(pledge.getAmount());
    } else if (command.isDonationReceive()) {
      given.pledged = false;
      given.say(command.getDonationReceive().getAmount());
      receive(told, given, "donations", "donated");
    } else if (command.isDonationRecord()) {
      const auto record = command.getDonationRecord();
      given = {idOf(record.getOrganisation()), spelt(record.getDonorKind()), 0, 0, {}, false};
      given.say(record.getAmount());
      receive(told, given, "donations", "donated");
    } else if (command.isDonationReturn() && counts(told, given)) {
      sum(given, "givenBack") += given.amount;
    }
  }

  void takeGift(const Chronicled& told) {
    const auto command = told.command();
    if (!command.isGiftReceive()) return;
    const auto gift = command.getGiftReceive();
    Given given{idOf(gift.getOrganisation()), spelt(gift.getDonorKind()), 0, 0, {}, false};
    given.say(gift.getValue());
    receive(told, given, "gifts", "giftsValue");
  }

  void takeAllocation(const Chronicled& told) {
    const auto command = told.command();
    if (!command.isDonationAllocate()) return;
    const auto allocation = command.getDonationAllocate();
    Given given = donations_[idOf(allocation.getDonation())];
    given.say(allocation.getAmount());
    if (counts(told, given)) sum(given, "allocated") += given.amount;
  }

  void receive(const Chronicled& told, const Given& given, const char* count, const char* value) {
    if (!counts(told, given)) return;
    ++sum(given, count);
    sum(given, value) += given.amount;
    const std::string donors = pathOf({"charity", "donors", given.donor_kind, given.currency});
    ++figures_[donors + "/" + count].value;
    figures_[donors + "/" + value].value += given.amount;
  }

  bool counts(const Chronicled& told, const Given& given) const {
    return counting_.asked.days.hold(told.day) && holds_(given.organisation);
  }
  Sum& sum(const Given& given, const char* figure) {
    return figures_[pathOf({"charity", "sums", given.currency, figure})].value;
  }

  const Counting& counting_;
  const HoldsOrganisation& holds_;
  ReportFigures& figures_;
  std::map<Id, Given> donations_;
};

}  // namespace

void addCharity(const Counting& counting, const HoldsOrganisation& holds, ReportFigures& figures) {
  Giving(counting, holds, figures).run();
}

}  // namespace audit
