#include "tests/sample/answers.h"

namespace sample {

using namespace ledger;

void Answers::week(std::size_t week) {
  if (week == 3) planRoad();
  if (week == 9) give();
  if (week == 22) report();
  if (week == 28) audit();
  if (week == 32) auditAgain();
  if (week == 34) exchange();
  if (week == 36) openRound();
  if (week == 38) decideRound();
}

void Answers::give() {
  const SubjectId pledged = year_.newId(), received = year_.newId();
  const Instant now = year_.now();
  year_.submit(
      host().officer,
      {DonationPledge{
           pledged, host().id, centre().id, DonorKind::kOrganisation, tenge(10'000'000), {}, now.civilDay() + 30, now},
       DonationReceive{pledged, "SAMPLE-PAY-D1", year_.document(), tenge(9'000'000), now},
       DonationAllocate{year_.newId(), host().project, pledged, tenge(4'000'000), now},
       DonationReceiptIssue{pledged, "SAMPLE-R-1", year_.document(), now},
       DonationRecord{
           received, host().id, {}, DonorKind::kAnonymous, tenge(500'000), {}, "SAMPLE-PAY-D2", year_.document(), now},
       DonationReturn{received, "SAMPLE-PAY-D3", now},
       GiftReceive{year_.newId(),
                   host().id,
                   {},
                   DonorKind::kPerson,
                   "coats",
                   30,
                   tenge(6'000'000),
                   ValuationMethod::kMarketPrice,
                   year_.document(),
                   now}});
}

void Answers::report() {
  const SubjectId owed = year_.newId(), waived = year_.newId();
  const Instant now = year_.now();
  const CivilDay due = now.civilDay() + 10;
  year_.submit(centre().first, {ObligationCreate{owed, host().id, centre().id, {}, ReportKind::kAnnual, due, now},
                                ObligationCreate{waived, host().id, centre().id, {}, ReportKind::kRegistry, due, now},
                                ObligationExtend{owed, due + 5, year_.document(), now}});
  const ReportSubmit report{owed, year_.document(), {{"people-helped", 240}}, now};
  year_.submit(host().officer, {report});
  year_.submit(centre().first, {ReportReturn{owed, year_.document(), now}});
  year_.submit(host().officer, {report});
  year_.submit(centre().first, {ReportAccept{owed, year_.now()}});
  year_.submitByTwo(centre().first, centre().second, {ObligationWaive{waived, year_.document(), year_.now()}});
}

void Answers::planRoad() {
  const SubjectId roadmap = year_.newId(), measure = year_.newId(), indicator = year_.newId();
  const CivilDay today = year_.now().civilDay();
  year_.byAuthorities({RoadmapAdopt{roadmap, year_.cast_.national_office, "SAMPLE-ACT-R1",
                                    numbered("Үлгі жол картасы", "Образцовая дорожная карта", "Sample road map", 1),
                                    today, today + 1460, year_.document()}});
  year_.submit(year_.nationalClerk(),
               {MeasureDefine{measure, roadmap, host().id, "1.1",
                              numbered("Үлгі шара", "Образцовая мера", "Sample measure", 1), today + 300},
                MeasureComplete{measure, year_.document(), year_.now()},
                IndicatorDefine{indicator, roadmap, "sample-volunteers", "people",
                                numbered("Үлгі көрсеткіш", "Образцовый показатель", "Sample indicator", 1),
                                FigureBasis::kReported, 2'500},
                TargetSet{indicator, 2026, 3'000},
                ActualReport{indicator, 2025, 2'500, FigureBasis::kReported, "a sample report", year_.now()}});
}

void Answers::answerFinding() {
  const CivilDay due = year_.now().civilDay() + 15;
  year_.submit(host().officer, {FindingRespond{finding_, true, due, year_.document(), year_.now()},
                                FindingCorrect{finding_, year_.document(), year_.now()}});
  year_.submit(year_.cast_.auditor, {FindingClose{finding_, year_.document(), year_.now()}});
}

void Answers::audit() {
  audit_ = year_.newId(), finding_ = year_.newId();
  year_.audited_.push_back(kHost);
  const Instant now = year_.now();
  const CivilDay today = now.civilDay();
  year_.submit(year_.cast_.auditor, {AuditOpen{audit_, host().id, {}, today - 90, today, year_.document(), now}});
  year_.checkpoint();  // whose root is the seed
  year_.submit(year_.cast_.auditor,
               {SampleDraw{audit_, "documents", 120, 12, now},
                FindingRaise{finding_, audit_, "E-30", Severity::kLow, {}, year_.document(), now}});
  const SubjectId idle = year_.newId();
  year_.submit(year_.cast_.auditor, {FindingRaise{idle, audit_, "E-31", Severity::kLow, {}, year_.document(), now}});
  year_.submit(year_.cast_.auditor, {FindingDismiss{idle, DismissalReason::kFalseAlarm, year_.document(), now}});
  answerFinding();
}

// Opened again four weeks later, so that the second answer comes after the deadline.
void Answers::auditAgain() {
  year_.submit(year_.cast_.auditor, {FindingReopen{finding_, year_.document(), year_.now()}});
  answerFinding();
  year_.submit(year_.cast_.auditor, {AuditReport{audit_, Opinion::kClean, year_.document(), year_.now()}});
}

void Answers::openRound() {
  distinction_ = year_.newId(), round_ = year_.newId();
  year_.byAuthorities(
      {DistinctionDefine{distinction_, "sample-year-prize", DistinctionKind::kPrize,
                         numbered("Үлгі сыйлық", "Образцовая премия", "Sample prize", 1), year_.document()}});
  const CivilDay today = year_.now().civilDay();
  year_.submit(year_.nationalClerk(),
               {RoundOpen{round_, distinction_, year_.cast_.national_office, today, today + 10, year_.now()}});
  for (std::size_t i = 0; i < 2; ++i) {
    nominated_.push_back(year_.newId());
    year_.submit(host().officer, {AwardNominate{nominated_[i], year_.cast_.volunteers[20 + i].actor.person, host().id,
                                                "sample-year-prize", year_.now()}});
  }
}

void Answers::decideRound() {
  year_.submit(year_.nationalClerk(), {NominationAdmit{nominated_[0], round_, year_.document(), year_.now()},
                                       VoteTally{nominated_[0], round_, 1'234, year_.document(), year_.now()},
                                       CommissionScore{nominated_[0], round_, 88, year_.document(), year_.now()}});
  year_.submit(host().officer, {AwardDecline{nominated_[1], year_.now()}});
  year_.submit(year_.nationalClerk(), {RoundClose{round_, year_.now()}});
  year_.byAuthorities({DistinctionRetire{distinction_, year_.now()}});
}

void Answers::exchange() {
  const SubjectId system = year_.newId();
  const CivilDay today = year_.now().civilDay();
  year_.byAuthorities(
      {ExternalSystemRegister{system, "sample-portal", numbered("Үлгі портал", "Образцовый портал", "Sample portal", 1),
                              year_.cast_.national_office}});
  year_.submit(year_.nationalClerk(),
               {ExternalIdLink{year_.newId(), system, host().project, "project-17", year_.now()}});
  year_.submit(year_.nationalClerk(),
               {ReconciliationRecord{
                   year_.newId(), system, today - 180, today, year_.document(), {{"projects", 42, 40}}, year_.now()}});
  year_.submit(host().officer,
               {StatementMatch{year_.newId(), host().id, today - 30, today, year_.document(), 14, 12, 1, year_.now()}});
}

}  // namespace sample
