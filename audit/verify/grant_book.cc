#include "audit/verify/grant_book.h"

namespace audit {

Sum BookSums::onHand() const {
  const Sum in = of(Moved::kDisbursed) - of(Moved::kReversed) + of(Moved::kInterest) + of(Moved::kVendorRefund);
  return in - spent() - of(Moved::kReturned);
}

template <class Command>
void GrantBook::add(const Case& c, Moved moved, const Id& subject, Command command) {
  const Id grant = idOf(command.getGrant());
  auto& facts = books_[grant].facts;
  const Place place{grant, facts.size()};
  facts.push_back({moved, subject, civilDay(Moment::of(command.getOccurredAt())), command.getAmount().getMinor()});
  if (moved == Moved::kRecorded) expenditures_.insert_or_assign(subject, place);
  if (c.imported()) batches_[c.batch].push_back(place);
}

MoneyFact* GrantBook::expenditure(const Id& id) {
  const Place* place = find(expenditures_, id);
  return place == nullptr ? nullptr : &books_[place->grant].facts[place->number];
}

void GrantBook::take(const Case& c, schema::Command::Reader command) {
  if (command.isGrantAward()) {
    const auto award = command.getGrantAward();
    books_[idOf(award.getGrant())].awarded_on = civilDay(Moment::of(award.getOccurredAt()));
  } else if (command.isTrancheDisburse()) {
    const auto paid = command.getTrancheDisburse();
    add(c, Moved::kDisbursed, idOf(paid.getDisbursement()), paid);
  } else if (command.isDisbursementReverse()) {
    add(c, Moved::kReversed, {}, command.getDisbursementReverse());
  } else if (command.isExpenditureRecord()) {
    const auto spent = command.getExpenditureRecord();
    add(c, Moved::kRecorded, idOf(spent.getExpenditure()), spent);
  } else if (command.isExpenditureDisallow()) {
    add(c, Moved::kDisallowed, {}, command.getExpenditureDisallow());
  } else if (command.isExpenditureReverse()) {
    const auto reversal = command.getExpenditureReverse();
    add(c, reversal.hasOriginal() ? Moved::kTakenBack : Moved::kVendorRefund, {}, reversal);
  } else if (command.isInterestRecord()) {
    add(c, Moved::kInterest, {}, command.getInterestRecord());
  } else if (command.isRefundSend()) {
    add(c, Moved::kReturned, {}, command.getRefundSend());
  } else if (command.isExpenditureCorrect()) {
    const auto corrected = command.getExpenditureCorrect();
    if (MoneyFact* fact = expenditure(idOf(corrected.getExpenditure())))
      fact->amount = corrected.getAmount().getMinor();
  } else if (command.isExpenditureVoid()) {
    if (MoneyFact* fact = expenditure(idOf(command.getExpenditureVoid().getExpenditure()))) fact->void_now = true;
  } else if (command.isImportVoid()) {
    const auto* places = find(batches_, idOf(command.getImportVoid().getBatch()));
    if (places == nullptr) return;
    for (const Place& place : *places) books_[place.grant].facts[place.number].void_now = true;
  }
}

BookSums GrantBook::sumsOf(const Id& grant, const DayRange& days) const {
  BookSums sums;
  for (const MoneyFact& fact : factsOf(grant)) {
    if (!fact.void_now && days.hold(fact.day)) sums.by_moved.at(static_cast<std::size_t>(fact.moved)) += fact.amount;
  }
  return sums;
}

const std::vector<MoneyFact>& GrantBook::factsOf(const Id& grant) const {
  static const auto& kNone = *new std::vector<MoneyFact>;
  const Book* book = find(books_, grant);
  return book == nullptr ? kNone : book->facts;
}

std::optional<std::int64_t> GrantBook::awardedOn(const Id& grant) const {
  const Book* book = find(books_, grant);
  return book == nullptr ? std::nullopt : std::optional(book->awarded_on);
}

}  // namespace audit
