#include "tests/sample/funding.h"

#include "tests/sample/grants.h"

namespace sample {

using namespace ledger;

namespace {

constexpr std::int64_t kLongGrant = 4'000'000'000;
constexpr std::int64_t kFirstYear = 1'000'000'000;
constexpr std::int64_t kShortGrant = 900'000'000;
constexpr std::size_t kEndedHost = 21;

}  // namespace

Funding::Funding(Year& year) : year_(year) {
  const auto& hosts = year_.cast_.hosts;
  long_ = {year_.newId(), &hosts[20], "SAMPLE-LONG-1", kLongGrant};
  ended_ = {year_.newId(), &hosts[kEndedHost], "SAMPLE-SHORT-1", kShortGrant};
  waived_ = {year_.newId(), &hosts[22], "SAMPLE-SHORT-2", kShortGrant};
}

void Funding::week(std::size_t week) {
  if (week == 2) limitVirements();
  if (week == 3) startLong();
  if (week == 4) mend();
  if (week == 5) vire();
  if (week == 10) reportYear();
  if (week == 14) amend();
  if (week == 16) suspend();
  if (week == 18) resume();
  if (week == 20) startShort();
  if (week == 24) endShort();
  if (week == 30) recover();
}

void Funding::award(const Given& given, GrantClass grant_class, const std::vector<BudgetLine>& lines,
                    const std::vector<Tranche>& tranches) {
  const std::size_t region = given.host->region;
  year_.submitByTwo(centre().first, centre().second,
                    {GrantAward{given.id, given.number, "Sample grant " + given.number, centre().id, given.host->id,
                                year_.cast_.programmes[region % kDirections], std::string(kRegionTable[region].code),
                                tenge(given.amount), grant_class, FundSource::kState, year_.now()}});
  const CivilDay today = year_.now().civilDay();
  year_.submitByTwo(centre().first, given.host->officer,
                    {AgreementSign{given.id, "AG-" + given.number, lines, tranches, today, today + 700, year_.now()}});
}

void Funding::pay(const Given& given, std::uint16_t tranche, std::int64_t amount) {
  const SubjectId disbursement = year_.newId();
  year_.submitByTwo(centre().first, centre().second, {TrancheApprove{given.id, tranche, year_.now()}});
  year_.submit(centre().payer,
               {TrancheDisburse{given.id, disbursement, tranche, tenge(amount),
                                "SAMPLE-PAY-" + given.number + "-" + numberText(tranche, 1), year_.now()}});
  year_.submit(given.host->officer, {DisbursementConfirm{given.id, disbursement, year_.now()}});
}

SubjectId Funding::spend(const Given& given, const char* line, std::int64_t amount) {
  const SubjectId id = year_.newId();
  const CivilDay today = year_.now().civilDay();
  year_.submit(given.host->officer, {ExpenditureRecord{given.id,
                                                       id,
                                                       line,
                                                       tenge(amount),
                                                       year_.document(),
                                                       DocumentKind::kInvoice,
                                                       "INV-" + numberText(year_.documents_, 5),
                                                       today,
                                                       "SAMPLE-SELLER-241",
                                                       PaymentMethod::kBank,
                                                       year_.now(),
                                                       {}}});
  return id;
}

void Funding::refund(const Given& given, std::int64_t amount) {
  const SubjectId refund = year_.newId();
  year_.submit(given.host->officer, {RefundSend{given.id, refund, tenge(amount),
                                                "SAMPLE-REFUND-" + given.number + "-" +
                                                    numberText(static_cast<std::size_t>(amount / 100), 1),
                                                year_.now()}});
  year_.submit(centre().payer, {RefundReceive{given.id, refund, tenge(amount), year_.now()}});
}

void Funding::close(const Given& given) {
  year_.submitByTwo(centre().first, centre().second, {GrantClose{given.id, year_.now()}});
}

// A tenth of a line moves without the funder.
void Funding::limitVirements() {
  PolicyPublish policy;
  policy.policy = year_.newId();
  policy.version = "sample-2025.1";
  policy.status = LegalStatus::kUnverified;
  policy.source = "Sample limit for a demonstration: it follows from no act";
  policy.valid_from = year_.now().civilDay();
  policy.kind = PolicyKind::kVirementLimits;
  policy.virement_limits = VirementLimits{1'000};
  year_.byAuthorities({policy});
}

// Three years, paid as the budgets give it.
void Funding::startLong() {
  const CivilDay today = year_.now().civilDay();
  award(long_, GrantClass::kLong,
        {{"materials", CostType::kMaterials, 2'000'000'000},
         {"services", CostType::kServices, 1'600'000'000},
         {"administration", CostType::kAdministration, 400'000'000}},
        {{1, kFirstYear, today + 14}, {2, kFirstYear, today + 90}, {3, 2 * kFirstYear, today + 400}});
  const Instant now = year_.now();
  year_.submitByTwo(centre().first, centre().second,
                    {AppropriationRecord{year_.newId(), long_.id, 2025, tenge(kFirstYear), year_.document(), now},
                     AppropriationRecord{year_.newId(), long_.id, 2026, tenge(kFirstYear), year_.document(), now},
                     AppropriationRecord{year_.newId(), long_.id, 2027, tenge(2 * kFirstYear), year_.document(), now}});
  pay(long_, 1, kFirstYear);
}

void Funding::mend() {
  const SubjectId wrong = spend(long_, "materials", 120'000'000);
  const SubjectId twice = spend(long_, "services", 45'000'000);
  spend(long_, "services", 60'000'000);
  year_.submit(long_.host->officer, {ExpenditureCorrect{long_.id, wrong, "services", tenge(102'000'000),
                                                        ExpenditureReason::kWrongAmount, year_.now()},
                                     ExpenditureVoid{long_.id, twice, ExpenditureReason::kDuplicate, year_.now()}});
}

void Funding::vire() {
  const auto virement = [&](std::int64_t amount) {
    return BudgetVire{long_.id, "materials", "services", tenge(amount), year_.document(), year_.now()};
  };
  year_.submit(long_.host->officer, {virement(150'000'000)});
  year_.submitByTwo(long_.host->officer, centre().first, {virement(300'000'000)});
}

// A new year has begun: it is paid for once the report of the old one is accepted.
void Funding::reportYear() {
  const SubjectId owed = year_.newId();
  const Instant now = year_.now();
  year_.submit(centre().first, {ObligationCreate{owed, long_.host->id, centre().id, long_.id, ReportKind::kAnnual,
                                                 now.civilDay() + 20, now}});
  year_.submit(long_.host->officer, {ReportSubmit{owed, year_.document(), {{"people-helped", 180}}, year_.now()}});
  year_.submit(centre().first, {ReportAccept{owed, year_.now()}});
  pay(long_, 2, kFirstYear);
}

void Funding::amend() {
  const CivilDay today = year_.now().civilDay();
  year_.submitByTwo(
      centre().first, long_.host->officer,
      {AgreementAmend{
          long_.id,
          "AG-" + long_.number + "-1",
          {{"materials", CostType::kMaterials, 1'500'000'000},
           {"services", CostType::kServices, 1'900'000'000},
           {"administration", CostType::kAdministration, 400'000'000},
           {"rent", CostType::kRent, 200'000'000}},
          {{1, kFirstYear, today}, {2, kFirstYear, today}, {3, kFirstYear, today + 330}, {4, kFirstYear, today + 420}},
          today + 700,
          year_.document(),
          year_.now()}});
}

void Funding::suspend() {
  year_.submitByTwo(centre().first, centre().second,
                    {GrantSuspend{long_.id, StopReason::kOther, year_.document(), year_.now()}});
}

void Funding::resume() {
  year_.submitByTwo(centre().first, centre().second, {GrantResume{long_.id, year_.document(), year_.now()}});
}

void Funding::startShort() {
  const CivilDay today = year_.now().civilDay();
  for (const Given* given : {&ended_, &waived_}) {
    award(*given, GrantClass::kShort, {{"equipment", CostType::kEquipment, kShortGrant}},
          {{1, kShortGrant, today + 7}});
    pay(*given, 1, kShortGrant);
  }
  bought_ = spend(ended_, "equipment", 500'000'000);
  spend(waived_, "equipment", 870'000'000);
}

// What is left of the one comes back on demand; of the other a small rest is waived.
void Funding::endShort() {
  year_.submitByTwo(centre().first, centre().second,
                    {GrantTerminate{ended_.id, StopReason::kGranteeWish, year_.document(), year_.now()}});
  const auto demand = [&](const Given& given, std::int64_t amount) {
    const SubjectId demanded = year_.newId();
    year_.submit(centre().first, {RefundDemand{demanded, given.id, tenge(amount), year_.now().civilDay() + 15,
                                               year_.document(), year_.now()}});
    return demanded;
  };
  demand(ended_, 400'000'000);
  refund(ended_, 400'000'000);
  close(ended_);
  refund(waived_, 29'900'000);
  const SubjectId rest = demand(waived_, 100'000);
  year_.submitByTwo(centre().first, centre().second, {RefundWaive{rest, year_.document(), year_.now()}});
  close(waived_);
}

// An audit finds that a part was spent on what the grant does not pay for: it comes back after all.
void Funding::recover() {
  constexpr std::int64_t kFound = 35'000'000;
  const SubjectId audit = year_.newId(), finding = year_.newId(), demanded = year_.newId();
  const Actor& auditor = year_.cast_.auditor;
  const CivilDay today = year_.now().civilDay();
  year_.audited_.push_back(kEndedHost);
  year_.submit(auditor,
               {AuditOpen{audit, ended_.host->id, ended_.id, today - 90, today, year_.document(), year_.now()},
                FindingRaise{finding, audit, "E-31", Severity::kHigh, tenge(kFound), year_.document(), year_.now()}});
  year_.submitByTwo(centre().first, centre().second, {RecoveryOpen{ended_.id, finding, year_.document(), year_.now()}});
  year_.submit(centre().verifier, {ExpenditureDisallow{ended_.id, bought_, tenge(kFound),
                                                       ExpenditureReason::kProhibitedCost, year_.now()}});
  year_.submit(centre().first,
               {RefundDemand{demanded, ended_.id, tenge(kFound), today + 15, year_.document(), year_.now()}});
  refund(ended_, kFound);
  year_.submit(ended_.host->officer, {FindingRespond{finding, true, today + 15, year_.document(), year_.now()},
                                      FindingCorrect{finding, year_.document(), year_.now()}});
  year_.submit(auditor, {FindingClose{finding, year_.document(), year_.now()},
                         AuditReport{audit, Opinion::kQualified, year_.document(), year_.now()}});
  close(ended_);
}

}  // namespace sample
