// Grants after their agreements, said at random: mostly the next right step of one of them, often one that goes too
// far.
#include <algorithm>

#include "ledger/base/limits.h"
#include "tests/audit/random_history.h"

namespace audit::tests {

using namespace ledger;  // every command and code of the catalogue

namespace {

constexpr const char* kRegrantLine = "regrant";

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

}  // namespace

RandomHistory::Funded* RandomHistory::fundedOf(const SubjectId& grant) {
  const auto found = std::ranges::find_if(funded_, [&](const Funded& one) { return one.award.grant == grant; });
  return found == funded_.end() ? nullptr : &*found;
}

std::int64_t RandomHistory::few(std::int64_t most) {
  return chance(90) ? 1 + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(most))) : most + 2;
}

// Documents whose limits are near to what happens here.
CommandBody RandomHistory::fundingPolicy() {
  PolicyPublish policy;
  policy.policy = world.subject();
  policy.version = "1";
  policy.status = chance(85) ? LegalStatus::kInForce : LegalStatus::kRepealed;
  policy.source = "act";
  policy.valid_from = world.now().civilDay() - (chance(70) ? 400 : 3);
  switch (below(4)) {
    case 0:
      policy.kind = PolicyKind::kVirementLimits;
      policy.virement_limits = VirementLimits{static_cast<std::uint16_t>(1000 * below(4))};
      break;
    case 1:
      policy.kind = PolicyKind::kCostRules;
      policy.cost_rules = CostRules{
          {{GrantClass::kShort, {CostType::kRent}, 2000, 3, static_cast<std::uint16_t>(chance(70) ? 1000 : 0), {}}}};
      // What most awards have, or a little less.
      if (chance(50)) policy.cost_rules->rules[0].amount_most = tenge(chance(70) ? 40 : 39);
      break;
    case 2:
      policy.kind = PolicyKind::kMciValues;
      policy.mci_values = MciValues{{{2025, tenge(1)}, {2026, tenge(2)}}};
      break;
    default:
      policy.kind = PolicyKind::kGrantClasses;
      policy.grant_classes = GrantClasses{{{GrantClass::kMedium, 15, 45, 1, 2}}};
      break;
  }
  return policy;
}

CommandBody RandomHistory::funding() {
  const GrantClass classes[] = {GrantClass::kShort, GrantClass::kMedium, GrantClass::kLong, GrantClass::kOther};
  GrantAward award;
  award.grant = world.subject();
  award.number = "F-" + award.grant.text();
  award.title = chance(97) ? "T" : "\u0430b";
  award.funder = world.funder;
  award.grantee = world.grantee;
  award.programme = world.programme;
  award.region = "KZ-AST";
  award.amount = tenge(40);
  award.grant_class = classes[below(4)];
  // Some of the year before, so that a year has begun since.
  award.occurred_at = chance(50) ? world.now() : world.ago(15 * limits::kMinutesPerDay);
  return award;
}

CommandBody RandomHistory::firstAgreement(const Funded& about) {
  const CivilDay today = world.now().civilDay();
  const std::int64_t whole = about.award.amount.minor;
  AgreementSign body{about.award.grant, "A", {}, {}, today - 20, today + (chance(80) ? 40 : 80), {}};
  body.occurred_at = chance(70) ? about.award.occurred_at : recent();
  if (about.award.parent != SubjectId{}) {
    body.lines = {{"materials", CostType::kMaterials, whole}};
    body.tranches = {{1, whole, today}};
    body.eligible_to = today + (chance(85) ? 30 : 90);
    return body;
  }
  body.lines = {{"materials", CostType::kMaterials, whole - 24},
                {"travel", CostType::kTransport, 6},
                {"office", CostType::kAdministration, few(6)},
                {kRegrantLine, CostType::kRegrant, 12}};
  if (chance(5)) body.lines.push_back({"rent", CostType::kRent, 1});
  body.tranches = {{1, whole / 2, today}, {2, whole / 2, today}};
  return body;
}

CommandBody RandomHistory::amendmentOf(const Funded& about) {
  AgreementAmend body{about.award.grant, "A-1", about.lines, about.tranches, about.until, world.digest(), recent()};
  BudgetLine& from = body.lines[below(body.lines.size())];
  BudgetLine& to = body.lines[below(body.lines.size())];
  const std::int64_t moved = few(3);
  from.amount -= moved;
  to.amount += moved;
  switch (below(9)) {
    case 0:
      body.lines.pop_back();
      break;
    case 1:
      body.lines.back().cost_type = CostType::kOther;
      break;
    case 2:
      body.lines.push_back({"more" + std::to_string(below(3)), CostType::kServices, 1});
      break;
    case 3:
      body.tranches.back().amount += chance(50) ? 1 : -1;
      break;
    case 4:
      body.tranches.push_back({static_cast<std::uint16_t>(body.tranches.size() + 1), 1, body.eligible_to});
      break;
    case 5:
      body.tranches.pop_back();
      break;
    case 6:
      body.eligible_to += static_cast<CivilDay>(below(60)) - 2;
      break;
    default:
      break;
  }
  return body;
}

CommandBody RandomHistory::ofBudget(const Funded& about) {
  if (chance(40)) return amendmentOf(about);
  const std::string from = chance(96) ? one(about.lines).line : "food";
  return BudgetVire{about.award.grant, from, one(about.lines).line, tenge(few(3)), world.digest(), recent()};
}

// What leads to money: appropriation, approval, payment; and the reports that a long grant waits for.
CommandBody RandomHistory::ofPayment(const Funded& about) {
  const SubjectId grant = about.award.grant;
  if (about.award.grant_class == GrantClass::kLong && chance(55)) {
    const auto year = static_cast<std::uint16_t>(chance(80) ? 2026 - below(2) : 1999 + below(103));
    if (chance(45)) return AppropriationRecord{world.subject(), grant, year, tenge(few(22)), world.digest(), recent()};
    if (about.reports.empty() || chance(20))
      return ObligationCreate{world.subject(),
                              about.award.grantee,
                              about.award.funder,
                              grant,
                              chance(80) ? ReportKind::kAnnual : ReportKind::kFinal,
                              world.now().civilDay() + 30,
                              recent()};
    if (chance(50)) return ReportSubmit{known(about.reports), world.digest(), {}, recent()};
    return ReportAccept{known(about.reports), recent()};
  }
  const auto approved = about.approved;
  if (approved > about.payments.size())
    return TrancheDisburse{grant, world.subject(), approved, tenge(about.tranches[approved - 1U].amount),
                           "P",   recent()};
  // Some say that it was done when the grant was awarded, perhaps in the year before.
  return TrancheApprove{grant, static_cast<std::uint16_t>(approved + 1),
                        chance(88) ? recent() : about.award.occurred_at};
}

CommandBody RandomHistory::spendingOf(const Funded& about) {
  ExpenditureRecord body;
  body.grant = about.award.grant;
  body.expenditure = world.subject();
  body.line = chance(70) ? "materials" : one(about.lines).line;
  body.amount = amount(few(6));
  body.document_hash = document();
  body.document_number = "F-" + std::to_string(below(9));
  // Some before the agreement, though in the eligible period.
  body.document_date = world.now().civilDay() - static_cast<CivilDay>(chance(75) ? 0 : below(24));
  body.vendor = binOf(7);
  body.occurred_at = recent();
  return body;
}

// Awards out of the grant, and the expenditures that pay for what they got.
CommandBody RandomHistory::ofSubAwards(const Funded& about) {
  std::vector<const Funded*> paid;
  for (const Funded& one : funded_) {
    if (one.award.parent != SubjectId{} && !one.payments.empty()) paid.push_back(&one);
  }
  if (paid.empty() || chance(40)) {
    auto award = *funding().as<GrantAward>();
    award.funder = chance(95) ? about.award.grantee : world.funder;
    award.grantee = other_funder_;
    award.amount = tenge(few(6));
    award.grant_class = GrantClass::kOther;
    award.source = chance(95) ? about.award.source : FundSource::kPrivate;
    award.parent = about.award.grant;
    award.parent_line = chance(92) ? kRegrantLine : chance(50) ? "travel" : "food";
    if (chance(3)) award.parent_line.clear();
    award.occurred_at = recent();
    return award;
  }
  const Funded& sub_award = *one(paid);
  const TrancheDisburse& payment = one(sub_award.payments);
  auto body = *spendingOf(about).as<ExpenditureRecord>();
  body.grant = chance(92) ? sub_award.award.parent : about.award.grant;
  body.line = chance(93) ? kRegrantLine : "travel";
  body.amount = chance(93) ? payment.amount : tenge(few(6));
  body.document_number = "S-" + body.expenditure.text();
  body.disbursement = chance(93) ? payment.disbursement : SubjectId{};
  return body;
}

CommandBody RandomHistory::ofMending(const Funded& about) {
  if (about.spent.empty() || chance(25)) return spendingOf(about);
  const ExpenditureRecord& spent = chance(60) ? about.spent.back() : one(about.spent);
  const auto reason = chance(90) ? ExpenditureReason::kWrongAmount : ExpenditureReason::kNone;
  const SubjectId grant = chance(97) ? spent.grant : spender().grant;
  if (chance(35)) return ExpenditureVoid{grant, spent.expenditure, reason, recent()};
  if (chance(15)) return ExpenditureQuery{grant, spent.expenditure, ExpenditureReason::kOther, recent()};
  if (chance(20)) return ExpenditureVerify{grant, spent.expenditure, recent()};
  return ExpenditureCorrect{grant,
                            spent.expenditure,
                            chance(50) ? spent.line : one(about.lines).line,
                            tenge(chance(40) ? spent.amount.minor : few(8)),
                            reason,
                            recent()};
}

CommandBody RandomHistory::ofDemands(const Funded& about) {
  const SubjectId grant = about.award.grant;
  if (about.demands.empty() || chance(50)) {
    const std::int64_t usual = chance(60) ? onHandOf(grant) : few(6);
    return RefundDemand{world.subject(), grant, tenge(usual), world.now().civilDay(), world.digest(), recent()};
  }
  return RefundWaive{known(about.demands), world.digest(), recent()};
}

CommandBody RandomHistory::ofStops(const Funded& about) {
  const SubjectId grant = about.award.grant;
  if (about.suspended && chance(80)) return GrantResume{grant, world.digest(), recent()};
  if (chance(80)) return GrantSuspend{grant, StopReason::kReportOverdue, world.digest(), recent()};
  return GrantTerminate{grant, StopReason::kMisuse, world.digest(), recent()};
}

// Towards the end: what is left goes back, the grant is closed; by a finding it is opened once more.
CommandBody RandomHistory::ofEnds(const Funded& about) {
  const SubjectId grant = about.award.grant;
  if (about.closed || chance(15)) {
    const CivilDay today = world.now().civilDay();
    if (about.audits.empty() || chance(10))
      return AuditOpen{
          world.subject(), about.award.grantee, chance(80) ? grant : SubjectId{}, today - 9, today, world.digest(),
          recent()};
    if (about.findings.empty() || chance(20))
      return FindingRaise{world.subject(), known(about.audits), "E-05", Severity::kLow, {}, world.digest(), recent()};
    return RecoveryOpen{grant, known(about.findings), world.digest(), recent()};
  }
  const std::int64_t left = onHandOf(grant);
  if (!about.refunds.empty() && chance(30)) {
    const RefundSend& sent = about.refunds.back();
    return RefundReceive{grant, sent.refund, sent.amount, recent()};
  }
  if (left > 0 && chance(60)) return RefundSend{grant, world.subject(), tenge(left), "R", recent()};
  return GrantClose{grant, recent()};
}

CommandBody RandomHistory::ofFunding() {
  if (chance(6)) return fundingPolicy();
  if (funded_.empty() || chance(8)) return funding();
  const Funded& about =
      chance(85) ? funded_[funded_.size() - 1 - below(std::min<std::size_t>(funded_.size(), 4))] : one(funded_);
  if (about.lines.empty()) return firstAgreement(about);
  if (about.closed && chance(70)) return ofEnds(about);
  if (about.payments.empty() && chance(75)) return ofPayment(about);
  switch (below(15)) {
    case 0:
    case 1:
    case 2:
      return ofBudget(about);
    case 3:
    case 4:
      return ofPayment(about);
    case 5:
    case 6:
    case 7:
      return ofSubAwards(about);
    case 8:
    case 9:
    case 10:
      return ofMending(about);
    case 11:
    case 12:
      return ofDemands(about);
    case 13:
      return ofEnds(about);
    default:
      return chance(40) ? ofStops(about) : spendingOf(about);
  }
}

// What took effect, as far as the next steps need it.
void RandomHistory::rememberFunding(const CommandBody& body) {
  if (const auto* c = body.as<GrantAward>(); c != nullptr && (c->number.starts_with("F-"))) {
    funded_.emplace_back();
    funded_.back().award = *c;
  }
  const auto in = [&](const SubjectId& grant, const auto& change) {
    if (Funded* about = fundedOf(grant)) change(*about);
  };
  if (const auto* c = body.as<AgreementSign>()) {
    in(c->grant, [&](Funded& f) {
      f.lines = c->lines;
      f.tranches = c->tranches;
      f.until = c->eligible_to;
    });
  }
  if (const auto* c = body.as<AgreementAmend>()) {
    in(c->grant, [&](Funded& f) {
      f.lines = c->lines;
      f.tranches = c->tranches;
      f.until = c->eligible_to;
    });
  }
  if (const auto* c = body.as<BudgetVire>()) {
    in(c->grant, [&](Funded& f) {
      for (BudgetLine& line : f.lines) {
        if (line.line == c->from_line) line.amount -= c->amount.minor;
        if (line.line == c->to_line) line.amount += c->amount.minor;
      }
    });
  }
  if (const auto* c = body.as<TrancheApprove>()) in(c->grant, [&](Funded& f) { f.approved = c->tranche; });
  if (const auto* c = body.as<TrancheDisburse>()) in(c->grant, [&](Funded& f) { f.payments.push_back(*c); });
  if (const auto* c = body.as<ExpenditureRecord>()) in(c->grant, [&](Funded& f) { f.spent.push_back(*c); });
  if (const auto* c = body.as<RefundSend>()) in(c->grant, [&](Funded& f) { f.refunds.push_back(*c); });
  if (const auto* c = body.as<RefundDemand>()) in(c->grant, [&](Funded& f) { f.demands.push_back(c->demand); });
  if (const auto* c = body.as<GrantSuspend>()) in(c->grant, [&](Funded& f) { f.suspended = true; });
  if (const auto* c = body.as<GrantResume>()) in(c->grant, [&](Funded& f) { f.suspended = false; });
  if (const auto* c = body.as<GrantClose>()) in(c->grant, [&](Funded& f) { f.closed = true; });
  if (const auto* c = body.as<RecoveryOpen>()) in(c->grant, [&](Funded& f) { f.closed = false; });
  if (const auto* c = body.as<ObligationCreate>()) in(c->grant, [&](Funded& f) { f.reports.push_back(c->obligation); });
  if (const auto* c = body.as<AuditOpen>()) in(c->grant, [&](Funded& f) { f.audits.push_back(c->audit); });
  if (const auto* c = body.as<FindingRaise>()) {
    for (Funded& f : funded_) {
      if (std::ranges::find(f.audits, c->audit) != f.audits.end()) f.findings.push_back(c->finding);
    }
  }
}

}  // namespace audit::tests
