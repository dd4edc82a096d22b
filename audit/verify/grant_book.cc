#include "audit/verify/grant_book.h"

namespace audit {

Sum BookSums::onHand() const {
  const Sum in = of(Moved::kDisbursed) - of(Moved::kReversed) + of(Moved::kInterest) + of(Moved::kVendorRefund);
  return in - spent() - of(Moved::kReturned);
}

template <class Command>
void GrantBook::add(const Case& c, MoneyFact fact, Command command) {
  const Id grant = idOf(command.getGrant());
  auto& facts = books_[grant].facts;
  const Place place{grant, facts.size()};
  fact.day = civilDay(Moment::of(command.getOccurredAt()));
  fact.recorded_at = c.recorded_at;
  fact.amount = command.getAmount().getMinor();
  fact.imported = c.imported();
  facts.push_back(fact);
  if (fact.subject != Id{}) places_.insert_or_assign(fact.subject, place);
  if (c.imported()) batches_[c.batch].push_back(place);
}

MoneyFact* GrantBook::factWith(const Id& subject) {
  const Place* place = find(places_, subject);
  return place == nullptr ? nullptr : &books_[place->grant].facts[place->number];
}

void GrantBook::take(const Case& c, schema::Command::Reader command) {
  if (command.isGrantAward()) {
    const auto award = command.getGrantAward();
    books_[idOf(award.getGrant())].awarded_on = civilDay(Moment::of(award.getOccurredAt()));
  } else if (command.isTrancheDisburse()) {
    const auto paid = command.getTrancheDisburse();
    add(c, {.moved = Moved::kDisbursed, .subject = idOf(paid.getDisbursement())}, paid);
  } else if (command.isDisbursementConfirm()) {
    const Id disbursement = idOf(command.getDisbursementConfirm().getDisbursement());
    if (MoneyFact* fact = factWith(disbursement)) fact->confirmed_at = c.recorded_at;
  } else if (command.isDisbursementReverse()) {
    const auto reversal = command.getDisbursementReverse();
    add(c, {.moved = Moved::kReversed, .of = idOf(reversal.getDisbursement())}, reversal);
  } else if (command.isExpenditureRecord()) {
    const auto spent = command.getExpenditureRecord();
    const Id id = idOf(spent.getExpenditure());
    add(c, {.moved = Moved::kRecorded, .subject = id, .of = id}, spent);
  } else if (command.isExpenditureDisallow()) {
    const auto disallowed = command.getExpenditureDisallow();
    add(c, {.moved = Moved::kDisallowed, .of = idOf(disallowed.getExpenditure())}, disallowed);
  } else if (command.isExpenditureReverse()) {
    const auto reversal = command.getExpenditureReverse();
    add(c,
        {.moved = reversal.hasOriginal() ? Moved::kTakenBack : Moved::kVendorRefund,
         .of = reversal.hasOriginal() ? idOf(reversal.getOriginal()) : Id{}},
        reversal);
  } else if (command.isInterestRecord()) {
    add(c, {.moved = Moved::kInterest}, command.getInterestRecord());
  } else if (command.isRefundSend()) {
    add(c, {.moved = Moved::kReturned}, command.getRefundSend());
  } else if (command.isExpenditureCorrect()) {
    const auto corrected = command.getExpenditureCorrect();
    if (MoneyFact* fact = factWith(idOf(corrected.getExpenditure()))) fact->amount = corrected.getAmount().getMinor();
  } else if (command.isExpenditureVoid()) {
    if (MoneyFact* fact = factWith(idOf(command.getExpenditureVoid().getExpenditure()))) fact->void_now = true;
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

GrantSums GrantBook::toldOf(const Id& id, const Grant& grant, const DayRange& days) const {
  const auto awarded_on = awardedOn(id);
  const bool awarded = awarded_on && days.hold(*awarded_on);
  const BookSums within = sumsOf(id, days);
  const BookSums until = sumsOf(id, {DayRange{}.from, days.to});
  return {{{"/grants", awarded ? 1 : 0},
           {"/awarded", awarded ? grant.awarded : 0},
           {"/disbursed", within.of(Moved::kDisbursed) - within.of(Moved::kReversed)},
           {"/spent", within.spent()},
           {"/returned", within.of(Moved::kReturned)},
           {"/onHand", until.onHand()}}};
}

const std::vector<MoneyFact>& GrantBook::factsOf(const Id& grant) const {
  static const auto& none = *new std::vector<MoneyFact>;
  const Book* book = find(books_, grant);
  return book == nullptr ? none : book->facts;
}

std::optional<std::int64_t> GrantBook::awardedOn(const Id& grant) const {
  const Book* book = find(books_, grant);
  return book == nullptr ? std::nullopt : std::optional(book->awarded_on);
}

}  // namespace audit
