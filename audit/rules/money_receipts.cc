// E36: payments of which the grantee did not say in time that they came.
#include "audit/replay/deadlines.h"
#include "audit/replay/policy_documents.h"
#include "audit/rules/money_rules.h"

namespace audit {
namespace {

constexpr InThree kStillUnconfirmed{
    "{1} күні төленген {0} алынғанын алушы растамаған; мерзімі {2} болған, содан бері {3} күн өтті.",
    "Получатель не подтвердил, что {0}, выплаченные {1}, пришли; срок был {2}, с тех пор прошло {3} дн.",
    "The grantee has not confirmed that {0} paid on {1} came; that was due by {2}, {3} days ago."};
constexpr InThree kConfirmedTooLate{"{1} күні төленген {0} алынғанын алушы {3} растаған; мерзімі {2} болған.",
                                    "Получатель подтвердил {3}, что {0}, выплаченные {1}, пришли; срок был {2}.",
                                    "The grantee confirmed on {3} that {0} paid on {1} came; that was due by {2}."};
constexpr InThree kNoDeadlinesThen{"төленген күні deadlines саясаты болмаған, сондықтан бағаланбаған төлемдер: {0}",
                                   "выплаты, которые не оценены: в день выплаты не было политики deadlines: {0}",
                                   "payments that were not judged, as no policy deadlines applied on their day: {0}"};
constexpr InThree kPaidByImport{"импортталған төлемдер: {0}; алынғаны басқа жүйеде расталады",
                                "импортированные выплаты: {0}; их получение подтверждают в другой системе",
                                "imported payments: {0}; another system has who confirmed them"};

// The last day in time; nullopt where no deadlines applied on the day of the payment.
std::optional<std::int64_t> lastDayToConfirm(const Run& run, std::int64_t paid_day) {
  const Policy* policy = policyOn(run.state(), schema::PolicyKind::DEADLINES, paid_day);
  if (policy == nullptr) return std::nullopt;
  const auto deadlines = policy->document().getDeadlines();
  for (const auto one : deadlines.getDeadlines()) {
    if (stringOf(one.getName()) == "disbursement-confirmation" && one.getDays() != 0)
      return lastDayAfter(deadlines, paid_day, one);
  }
  std::int64_t day = paid_day;
  for (std::int64_t left = run.parameter(); left > 0;) {
    if (isWorkingDay(deadlines, ++day)) --left;
  }
  return day;
}

void raiseUnconfirmed(Run& run, const PaidFact& paid, const AtRisk& standing, std::int64_t last) {
  const Told amount = amountTold(standing.minor, standing.currency);
  Raised raised{.sentence = {kConfirmedTooLate, {amount, dayTold(paid.day), dayTold(last)}},
                .subjects = {{"grant", paid.grant}, {"disbursement", paid.id}},
                .evidence = {paid.index}};
  if (paid.confirmed) {
    raised.sentence.values.push_back(dayTold(paid.confirmed->day));
    raised.evidence.push_back(paid.confirmed->index);
  } else {
    raised.sentence.words = kStillUnconfirmed;
    raised.sentence.values.push_back(countTold(static_cast<std::uint64_t>(run.today() - last)));
    raised.amount = standing;
  }
  run.raise(std::move(raised));
}

}  // namespace

// What was taken back as a whole is for nobody to confirm.
void checkE36(Run& run) {
  std::uint64_t undated = 0;
  std::uint64_t imported = 0;
  for (const PaidFact& paid : run.facts().money.paid) {
    const Disbursement* now = find(run.state().disbursements, paid.id);
    const Grant* grant = find(run.state().grants, paid.grant);
    if (now == nullptr || now->voided || grant == nullptr || now->reversed >= paid.amount) continue;
    if (paid.imported) {
      ++imported;
      continue;
    }
    const auto last = lastDayToConfirm(run, paid.day);
    if (!last) {
      ++undated;
      continue;
    }
    run.look();
    if ((paid.confirmed ? paid.confirmed->day : run.today()) > *last)
      raiseUnconfirmed(run, paid, {paid.amount - now->reversed, grant->currency}, *last);
  }
  if (undated != 0) run.lacks({kNoDeadlinesThen, {countTold(undated)}});
  if (imported != 0) run.lacks({kPaidByImport, {countTold(imported)}});
}

}  // namespace audit
