// RandomHistory — a ledger that anybody asks anything of: commands of every kind, right and wrong ones, about what is
// there and what is not, by persons in office and others. The same seed gives the same history.
#pragma once

#include <set>

#include "ledger/event/json_value.h"
#include "tests/audit/world.h"

namespace audit::tests {

// One attempt at the front door, signed.
struct Attempt {
  ledger::Submission submission;
  std::vector<ledger::CommandBody> bodies;
  ledger::PersonId person;
  ledger::Decision decision;  // what a forger would write
};

class RandomHistory {
 public:
  explicit RandomHistory(std::uint64_t seed);

  Attempt next();
  // What the front door took is known to later attempts.
  void taken(const Attempt& attempt, const ledger::Receipt& receipt);
  // figures.json as the ledger's own state gives it.
  std::string figures(const ledger::Digest& root, std::uint64_t size);

  World world;

 private:
  struct Proposal {
    ledger::Digest leaf;
    std::uint64_t position;
    ledger::CommandBody body;
    ledger::PersonId person;
  };
  struct Spender {  // a grant and what was moved in it
    ledger::SubjectId grant;
    std::vector<ledger::SubjectId> disbursements, expenditures, refunds;
    bool is_sub_award = false;
  };
  struct Funded {  // a grant that is led through all that may befall it
    ledger::GrantAward award;
    std::vector<ledger::BudgetLine> lines;  // none: no agreement yet
    std::vector<ledger::Tranche> tranches;
    ledger::CivilDay until = 0;
    std::uint16_t approved = 0;
    std::vector<ledger::TrancheDisburse> payments;
    std::vector<ledger::ExpenditureRecord> spent;
    std::vector<ledger::RefundSend> refunds;
    std::vector<ledger::SubjectId> demands, reports, audits, findings;
    bool suspended = false;
    bool closed = false;
  };

  struct Called {  // a call that is led to its award
    ledger::CallPublish call;
    ledger::SubjectId application, organisation, panel;
    std::vector<ledger::Expert> experts;
    std::vector<std::pair<ledger::PersonId, std::string>> scores;
    std::vector<ledger::PersonId> aside;
    bool admitted = false;
    bool closed = false;
    bool ended = false;
  };
  struct Ticket {
    ledger::SubjectId enrolment;
    ledger::PersonId person;
    ledger::Digest ticket;
  };
  struct Claimed {
    ledger::HoursClaim claim;
    ledger::Position position;
  };

  void appoint();
  ledger::CommandBody anyBody();
  ledger::CommandBody ofService();
  ledger::CommandBody ofHours();
  ledger::CommandBody ofGrants();
  ledger::CommandBody ofSpending();
  ledger::CommandBody ofOffices();
  ledger::CommandBody ofKeys();
  // random_coordination.cc
  ledger::CommandBody ofCoordination();
  ledger::CommandBody ofIntake();
  ledger::CommandBody ofCampaigns();
  ledger::CommandBody ofStanding();
  ledger::CommandBody ofVisits();
  // random_projects.cc
  ledger::CommandBody ofProjects();
  ledger::Names names();  // of something public; now and then spelt as it may not be
  std::string number();
  // random_people.cc
  ledger::CommandBody ofPeople();
  ledger::CommandBody ofDelegations();
  ledger::CommandBody ofTickets();
  ledger::CommandBody ofDays();
  ledger::CommandBody ofAppeals();
  ledger::CommandBody ofPolicies();
  ledger::CommandBody ofCredits();
  ledger::CommandBody ofCorrections();
  ledger::CommandBody ofHeads();  // of all streams, as they are or nearly so
  std::vector<ledger::Commitment> commitments(const std::vector<std::uint16_t>& tags);
  std::vector<ledger::CreditUse> creditable(const ledger::PersonId& person, const ledger::SubjectId& policy);
  Attempt enrolling();
  void rememberPeople(const ledger::CommandBody& body, ledger::Position position);
  // random_service.cc
  void payFor(ledger::HoursClaim& claim);
  ledger::CommandBody ofTerms();
  ledger::PersonId stayed(const ledger::PersonId& person) const;
  void rememberTerms(const ledger::CommandBody& body);
  // random_calls.cc
  ledger::CommandBody ofCalls();
  ledger::CommandBody publicationOfCall();
  ledger::CommandBody nextOf(const Called& about);
  ledger::CommandBody scoringOf(const Called& about);
  ledger::CommandBody awardOf(const Called& about);
  static bool isScored(const Called& about);
  Attempt calling();
  void rememberCalls(const ledger::CommandBody& body, const ledger::PersonId& person);
  // random_funding.cc
  ledger::CommandBody ofFunding();
  ledger::CommandBody fundingPolicy();
  ledger::CommandBody funding();
  ledger::CommandBody firstAgreement(const Funded& about);
  ledger::CommandBody amendmentOf(const Funded& about);
  ledger::CommandBody ofBudget(const Funded& about);
  ledger::CommandBody ofPayment(const Funded& about);
  ledger::CommandBody spendingOf(const Funded& about);
  ledger::CommandBody ofSubAwards(const Funded& about);
  ledger::CommandBody ofMending(const Funded& about);
  ledger::CommandBody ofDemands(const Funded& about);
  ledger::CommandBody ofStops(const Funded& about);
  ledger::CommandBody ofEnds(const Funded& about);
  void rememberFunding(const ledger::CommandBody& body);
  Funded* fundedOf(const ledger::SubjectId& grant);
  // Small, and now and then above what was asked for.
  std::int64_t few(std::int64_t most);
  // random_later.cc
  ledger::CommandBody ofLaterKind();
  bool isPossible(ledger::Kind kind);
  std::pair<ledger::Kind, std::optional<ledger::SubjectId>> laterKind();
  ledger::JsonValue anyValue(ledger::StreamRole opened, const std::string& field, const ledger::JsonValue& example);
  ledger::SubjectId anySubject(ledger::StreamRole role);
  ledger::CommandBody drawOf(const ledger::SubjectId& panel);
  template <class Check>
  void sayWhere(Check& check);
  ledger::SubjectId life(ledger::StreamRole role);
  void rememberLife(const ledger::CommandBody& body);
  ledger::CommandBody importable();
  Attempt endorsement();
  Attempt endorsing(const Proposal& proposal);
  Attempt importing();
  const ledger::CommandBody& proposedAs(const ledger::CommandBody& body) const;
  const Actor& anybody(const ledger::CommandBody& body, const ledger::PersonId* proposer = nullptr);

  std::uint64_t below(std::uint64_t bound) { return world.random().below(bound); }
  bool chance(std::uint64_t percent) { return below(100) < percent; }
  template <class T>
  const T& one(const std::vector<T>& of) {
    return of[below(of.size())];
  }
  ledger::SubjectId known(const std::vector<ledger::SubjectId>& of);
  ledger::Instant when() { return world.ago(static_cast<std::int64_t>(below(150)) - 4); }
  ledger::Instant recent() { return chance(90) ? world.now() : when(); }
  // Now and then of another day than that on which it is recorded.
  ledger::Instant lately() { return chance(85) ? recent() : world.ago(static_cast<std::int64_t>(below(3000))); }
  ledger::Money amount(std::int64_t usual);
  ledger::Minutes minutes(std::int64_t usual);
  ledger::Digest document();
  // A grant that is there, most of the time.
  const Spender& spender();
  std::int64_t onHandOf(const ledger::SubjectId& grant);

  std::vector<Actor> people_;
  std::size_t appointed_ = 0;     // so many of them are in office from the beginning
  std::vector<Actor> newcomers_;  // registered or not, with keys or without; some of them join the people
  std::map<ledger::StreamRole, std::vector<ledger::SubjectId>> lives_;  // opened by later kinds
  std::vector<ledger::SubjectId> activities_, shifts_, hours_, awards_, batches_;
  std::vector<ledger::PersonId> volunteers_;
  std::vector<Spender> grants_;
  std::vector<Funded> funded_;
  std::vector<Called> called_;
  std::vector<Proposal> proposals_;
  std::vector<ledger::Digest> documents_;
  ledger::SubjectId other_funder_, other_grantee_;
  ledger::Instant opened_;  // when the first activity began
  std::vector<Ticket> tickets_;
  std::vector<ledger::ProjectPropose> proposed_;
  std::vector<Claimed> claimed_;
  std::vector<ledger::SubjectId> credit_policies_;
  std::vector<ledger::CreditGrant> credits_;  // that stand
  std::map<ledger::PersonId, ledger::AgeBand> bands_;
  std::map<ledger::PersonId, ledger::PersonId> merged_;  // profiles, to those that absorbed them
  std::optional<ledger::CivilDay> verified_from_;        // the grantee
  std::set<ledger::SubjectId> verified_only_;            // credit policies
};

}  // namespace audit::tests
