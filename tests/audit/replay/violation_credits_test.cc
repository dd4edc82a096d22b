// Credits that do not follow from the hours, put into the log although the front door refuses them. Each forgery breaks
// one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include <chrono>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPrivate = Visibility::kPrivate;
constexpr Visibility kPublic = Visibility::kPublic;
constexpr std::int64_t kDay = 1440;

Money tenge(std::int64_t minor) {
  return {minor, *Currency::parse("KZT")};
}

// A volunteer with three entries of an hour each, and rules of three kinds of benefit.
class CreditWorld : public World {
 public:
  CreditWorld() {
    settle();
    teacher = enrol();
    give(*teacher, Role::kOfficer, funder);
    give(*teacher, Role::kAttestor, grantee);
    const SubjectId long_one = subject();
    say(*attestor, ActivitySchedule{long_one, project, ActivityKind::kEvent, "", now(), ago(-20 * kDay)},
        Visibility::kScoped);
    for (int i = 0; i < 3; ++i) {
      wait(kDay);
      entries_of_her.push_back(served(long_one));
    }
    today = now().civilDay();
    by_hours = published("one", CreditRounding::kWholeHours);
    of_the_same = published("one", CreditRounding::kWholeHours);
    apart = published("two", CreditRounding::kFloorToTier);
  }
  SubjectId served(const SubjectId& where) { return served(where, *volunteer); }
  SubjectId served(const SubjectId& where, const Actor& who) {
    HoursClaim body;
    body.hours = subject();
    body.volunteer = who.person;
    body.activity = where;
    body.occurred_at = ago(90);
    body.minutes = Minutes(60);
    body.role = "guide";
    say(who, body, kPrivate);
    say(*attestor, HoursAttest{body.hours, Minutes(60), AttestationMethod::kPresent, HoursReason::kNone, now()},
        kPrivate);
    return body.hours;
  }
  struct Rules {
    SubjectId id;
    Position position = 0;
  };
  Rules published(const std::string& double_use, CreditRounding rounding) {
    const PolicyPublish policy = publishing(double_use, rounding);
    agree(first, second, policy, kPublic);
    return {policy.policy, front().sealed().size - 3};
  }
  Rules published(CreditWindow window, std::uint16_t months, std::uint16_t gap) {
    PolicyPublish policy = publishing("three", CreditRounding::kWholeHours);
    policy.credit_rules->window = window;
    policy.credit_rules->window_months = months;
    policy.credit_rules->gap_months = gap;
    agree(first, second, policy, kPublic);
    return {policy.policy, front().sealed().size - 3};
  }
  PolicyPublish publishing(const std::string& double_use, CreditRounding rounding) {
    PolicyPublish policy;
    policy.policy = subject();
    policy.kind = PolicyKind::kCreditRules;
    policy.version = "1";
    policy.status = LegalStatus::kInForce;
    policy.source = "act";
    policy.valid_from = today - 5;
    policy.credit_rules = CreditRules{};
    policy.credit_rules->unit = "credit";
    policy.credit_rules->time_bases = {TimeBasis::kUnpaid};
    policy.credit_rules->window = CreditWindow::kFiscalYear;
    policy.credit_rules->rounding = rounding;
    policy.credit_rules->double_use = double_use;
    if (rounding == CreditRounding::kFloorToTier)
      policy.credit_rules->tiers = {{"two-hours", {}, Minutes(120), 0, 4, tenge(100)}};
    return policy;
  }
  // For that day, of these entries of an hour each.
  CreditGrant hourly(const Rules& rules, CivilDay day, const std::vector<SubjectId>& used) {
    CreditGrant made = credit(rules, static_cast<std::uint32_t>(used.size()));
    made.day = day;
    made.used.clear();
    for (const SubjectId& served_hour : used) made.used.push_back({served_hour, Minutes(60)});
    return made;
  }
  // An hour of that day, in an activity of its own.
  SubjectId servedNow() { return servedNow(*volunteer); }
  SubjectId servedNow(const Actor& who) {
    const SubjectId place = subject();
    say(*attestor, ActivitySchedule{place, project, ActivityKind::kEvent, "", ago(100), now()}, Visibility::kScoped);
    return served(place, who);
  }
  CreditGrant credit(const Rules& rules, std::uint32_t credits, std::optional<Money> voucher = {}) {
    CreditGrant made{subject(), volunteer->person, funder, rules.id, today, AgeBand::kFrom18to35,
                     credits,   voucher,           {},     now()};
    for (const SubjectId& served_hour : entries_of_her) made.used.push_back({served_hour, Minutes(60)});
    return made;
  }
  Forgery forge(const CreditGrant& made, const Rules& rules) {
    return {made, kPrivate, Assurance::kSelf, {kRulesVersion, Effect::kEffective, rules.position, 0, {}}};
  }
  Forgery refused(const CreditGrant& made) { return {made}; }

  CivilDay today = 0;
  std::vector<SubjectId> entries_of_her;
  Rules by_hours, of_the_same, apart;
  std::optional<Actor> teacher;
};

CreditWorld& world() {
  static CreditWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const Forgery& forgery) {
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ");
}

TEST(ViolationOfCredits, CanaryWhatFollowsBreaksNothing) {
  auto& w = world();
  expectOnly("", *w.teacher, w.forge(w.credit(w.by_hours, 3), w.by_hours));
  expectOnly("", *w.teacher, w.forge(w.credit(w.apart, 4, tenge(100)), w.apart));
  expectOnly("DECISION_DIFFERS", *w.teacher, w.forge(w.credit(w.by_hours, 3), w.apart));
}

TEST(ViolationOfCredits, OtherFiguresDiffer) {
  auto& w = world();
  const auto differs = [&](auto change) {
    CreditGrant grant = w.credit(w.apart, 4, tenge(100));
    change(grant);
    expectOnly("CREDIT_DIFFERS", *w.teacher, w.refused(grant));
  };
  differs([](auto& grant) { grant.credits = 5; });
  differs([](auto& grant) { grant.credits = 3; });
  differs([](auto& grant) { grant.voucher = tenge(101); });
  differs([](auto& grant) { grant.voucher = Money{100, *Currency::parse("USD")}; });
  differs([](auto& grant) { grant.voucher.reset(); });
  differs([](auto& grant) { grant.used.pop_back(); });
  differs([](auto& grant) { grant.used[1].minutes = Minutes(59); });
  differs([](auto& grant) { std::swap(grant.used[0], grant.used[1]); });
}

TEST(ViolationOfCredits, TheRulesTheDayAndTheBand) {
  auto& w = world();
  const auto changed = [&](const std::string& name, auto change) {
    CreditGrant grant = w.credit(w.by_hours, 3);
    change(grant);
    expectOnly(name, *w.teacher, w.refused(grant));
  };
  changed("NO_POLICY", [&](auto& grant) { grant.credit_policy = w.subject(); });
  changed("NO_POLICY", [&](auto& grant) { grant.day = w.today - 6; });
  changed("NOTHING_EARNED", [&](auto& grant) { grant.day = w.today - 5; });
  changed("IN_FUTURE", [&](auto& grant) { grant.day = w.today + 1; });
  changed("AGE_BAND_DIFFERS", [&](auto& grant) { grant.age_band = AgeBand::kFrom16to17; });
  CreditGrant of_others = w.credit(w.by_hours, 3);
  of_others.organisation = w.grantee;
  expectOnly("ROLE_MISSING", *w.teacher, w.forge(of_others, w.by_hours));
}

TEST(ViolationOfCredits, WhoAttestedGrantsNone) {
  auto& w = world();
  const Actor judge = w.enrol();
  w.give(judge, Role::kOfficer, w.funder);
  expectOnly("", judge, w.forge(w.credit(w.by_hours, 3), w.by_hours));
  w.give(*w.attestor, Role::kOfficer, w.funder);
  expectOnly("ATTESTOR_CREDITS", *w.attestor, w.refused(w.credit(w.by_hours, 3)));
  const Actor delegate = w.enrol();
  w.say(*w.attestor,
        DelegationSet{w.subject(), w.attestor->person, delegate.person, Role::kOfficer, {}, w.today, w.today, w.now()},
        kPrivate);
  expectOnly("ATTESTOR_CREDITS", delegate, w.refused(w.credit(w.by_hours, 3)));
}

TEST(ViolationOfCredits, NothingIsCreditedTwice) {
  CreditWorld w;
  const auto grant = [&](const CreditGrant& credit) { return w.broken(*w.teacher, w.refused(credit)); };
  const CreditGrant granted = w.credit(w.by_hours, 3);
  w.say(*w.teacher, granted, kPrivate);
  EXPECT_EQ(grant(w.credit(w.by_hours, 3)), only("NOTHING_EARNED"));
  EXPECT_EQ(grant(w.credit(w.of_the_same, 3)), only("NOTHING_EARNED"));
  EXPECT_EQ(w.broken(*w.teacher, w.forge(w.credit(w.apart, 4, tenge(100)), w.apart)), "");
}

TEST(ViolationOfCredits, WhatIsLeftIsGranted) {
  CreditWorld w;
  CreditGrant early = w.credit(w.by_hours, 2);
  early.day = w.today - 1;
  early.used.pop_back();
  EXPECT_EQ(w.broken(*w.teacher, w.forge(early, w.by_hours)), "");
  w.say(*w.teacher, early, kPrivate);
  EXPECT_EQ(w.broken(*w.teacher, w.forge(w.credit(w.by_hours, 1), w.by_hours)), "");
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.credit(w.by_hours, 3))), only("CREDIT_DIFFERS"));
  CreditGrant other = w.credit(w.of_the_same, 1);
  other.used.erase(other.used.begin(), other.used.begin() + 2);
  EXPECT_EQ(w.broken(*w.teacher, w.forge(other, w.of_the_same)), "");
  const CreditReverse reverse{early.credit, ReversalReason::kError, w.digest(), w.now()};
  EXPECT_EQ(w.broken(*w.officer, {reverse}), only("ROLE_MISSING"));
  EXPECT_EQ(w.broken(*w.teacher, {reverse}), "");
  w.say(*w.teacher, reverse, kPrivate);
  EXPECT_EQ(w.broken(*w.teacher, {CreditReverse{early.credit, ReversalReason::kError, w.digest(), w.now()}}),
            only("WRONG_STATE"));
  EXPECT_EQ(w.broken(*w.teacher, w.forge(w.credit(w.by_hours, 3), w.by_hours)), "");
  EXPECT_EQ(w.broken(*w.teacher, w.forge(w.credit(w.of_the_same, 3), w.of_the_same)), "");
}

TEST(ViolationOfCredits, NoHourIsCreditedAgainForAnEarlierDay) {
  CreditWorld w;
  const auto& [one, two, three] = std::tie(w.entries_of_her[0], w.entries_of_her[1], w.entries_of_her[2]);
  w.say(*w.teacher, w.hourly(w.by_hours, w.today, {one, two, three}), kPrivate);
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.hourly(w.by_hours, w.today - 1, {one, two}))), only("NOTHING_EARNED"));
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.hourly(w.by_hours, w.today - 2, {one}))), only("NOTHING_EARNED"));
  CreditWorld other;
  const auto& hours = other.entries_of_her;
  // One hour is credited; of three two are left, and for the day before one of two.
  other.say(*other.teacher, other.hourly(other.by_hours, other.today - 2, {hours[0]}), kPrivate);
  CreditGrant rest = other.hourly(other.by_hours, other.today - 1, {hours[0], hours[1]});
  rest.credits = 1;
  EXPECT_EQ(other.broken(*other.teacher, other.forge(rest, other.by_hours)), "");
  rest = other.hourly(other.by_hours, other.today, hours);
  rest.credits = 2;
  EXPECT_EQ(other.broken(*other.teacher, other.forge(rest, other.by_hours)), "");
}

TEST(ViolationOfCredits, ALookBackWithAGapIsNotGrantedTwice) {
  CreditWorld w;
  const auto rules = w.published(CreditWindow::kLookBack, 12, 1);
  w.wait(40 * kDay);
  const CivilDay day = w.now().civilDay();
  EXPECT_EQ(w.broken(*w.teacher, w.forge(w.hourly(rules, day, w.entries_of_her), rules)), "");
  w.say(*w.teacher, w.hourly(rules, day, w.entries_of_her), kPrivate);
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.hourly(rules, day, w.entries_of_her))), only("NOTHING_EARNED"));
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.hourly(rules, day - 1, w.entries_of_her))), only("NOTHING_EARNED"));
}

TEST(ViolationOfCredits, HoursThatLeftTheWindowBlockNoNewOnes) {
  CreditWorld w;
  const auto rules = w.published(CreditWindow::kLastMonths, 1, 0);
  w.wait(20 * kDay);
  w.say(*w.teacher, w.hourly(rules, w.now().civilDay(), w.entries_of_her), kPrivate);
  w.wait(15 * kDay);
  const SubjectId later = w.servedNow();
  EXPECT_EQ(w.broken(*w.teacher, w.forge(w.hourly(rules, w.now().civilDay(), {later}), rules)), "");
}

TEST(ViolationOfCredits, WithoutAWindowServiceCountsUpToTheDay) {
  CreditWorld w;
  const auto rules = w.published(CreditWindow::kUnlimited, 0, 0);
  const auto& hours = w.entries_of_her;
  EXPECT_EQ(w.broken(*w.teacher, w.forge(w.hourly(rules, w.today - 1, {hours[0], hours[1]}), rules)), "");
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.hourly(rules, w.today - 1, hours))), only("CREDIT_DIFFERS"));
  EXPECT_EQ(w.broken(*w.teacher, w.forge(w.hourly(rules, w.today, hours), rules)), "");
}

TEST(ViolationOfCredits, NobodyCreditsHerself) {
  CreditWorld w;
  w.give(*w.volunteer, Role::kOfficer, w.funder);
  EXPECT_EQ(w.broken(*w.volunteer, w.refused(w.credit(w.by_hours, 3))), only("SAME_PERSON"));
  const auto lent = [&](const Actor& from) {
    const Actor delegate = w.enrol();
    w.say(from, DelegationSet{w.subject(), from.person, delegate.person, Role::kOfficer, {}, w.today, w.today, w.now()},
          kPrivate);
    return delegate;
  };
  EXPECT_EQ(w.broken(lent(*w.volunteer), w.refused(w.credit(w.by_hours, 3))), only("SAME_PERSON"));
  EXPECT_EQ(w.broken(lent(*w.teacher), w.forge(w.credit(w.by_hours, 3), w.by_hours)), "");
}

TEST(ViolationOfCredits, OrganisationsAreVerifiedByTheDayOfService) {
  CreditWorld w;
  PolicyPublish policy = w.publishing("four", CreditRounding::kWholeHours);
  policy.credit_rules->verified_only = true;
  w.agree(w.first, w.second, policy, kPublic);
  const CreditWorld::Rules rules{policy.policy, w.front().sealed().size - 3};
  const auto& hours = w.entries_of_her;
  const auto grant = [&](const std::vector<SubjectId>& used) {
    return w.broken(*w.teacher, w.forge(w.hourly(rules, w.today, used), rules));
  };
  const auto verify = [&](std::int64_t days_ago) {
    w.say(*w.clerk, OrganisationVerify{w.grantee, "stat.gov.kz", w.digest(), w.ago(days_ago * kDay)}, kPublic);
  };
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.hourly(rules, w.today, hours))), only("NOTHING_EARNED"));
  // Of another organisation.
  w.say(*w.clerk, OrganisationVerify{w.funder, "stat.gov.kz", w.digest(), w.ago(2 * kDay)}, kPublic);
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.hourly(rules, w.today, hours))), only("NOTHING_EARNED"));
  verify(1);
  EXPECT_EQ(grant({hours[1], hours[2]}), "");
  EXPECT_EQ(w.broken(*w.teacher, w.refused(w.hourly(rules, w.today, hours))), only("CREDIT_DIFFERS"));
  verify(0);
  EXPECT_EQ(grant({hours[1], hours[2]}), "");
  verify(2);
  EXPECT_EQ(grant(hours), "");
}

TEST(ViolationOfCredits, ProfilesThatWereJoinedEarnAsOne) {
  CreditWorld w;
  const Actor joined = w.enrol();
  const Actor apart = w.enrol();
  w.say(*w.teacher, w.hourly(w.by_hours, w.today, w.entries_of_her), kPrivate);
  const SubjectId hour = w.servedNow(joined);
  w.servedNow(apart);
  const auto granting = [&](const Actor& person, std::uint32_t credits, const std::vector<SubjectId>& used) {
    CreditGrant made = w.hourly(w.by_hours, w.today, used);
    made.person = person.person;
    made.credits = credits;
    return made;
  };
  const CreditGrant alone = granting(joined, 1, {hour});
  EXPECT_EQ(w.broken(*w.teacher, w.forge(alone, w.by_hours)), "");
  w.agree(w.first, w.second, ProfilesMerge{joined.person, w.volunteer->person, w.digest(), w.now()}, kPrivate);
  // Of four hours three are credited to the other profile.
  std::vector<SubjectId> all = w.entries_of_her;
  all.push_back(hour);
  EXPECT_EQ(w.broken(*w.teacher, w.refused(alone)), only("CREDIT_DIFFERS"));
  EXPECT_EQ(w.broken(*w.teacher, w.refused(granting(joined, 4, all))), only("CREDIT_DIFFERS"));
  EXPECT_EQ(w.broken(*w.teacher, w.forge(granting(joined, 1, all), w.by_hours)), "");
  // Under other rules of that use her three are taken.
  CreditGrant other = alone;
  other.credit_policy = w.of_the_same.id;
  EXPECT_EQ(w.broken(*w.teacher, w.forge(other, w.of_the_same)), "");
}

// Forty tiers make more sets than anybody can look at: that they are too many is all that is said of them.
TEST(ViolationOfCredits, RulesOutOfBoundsDecideNothing) {
  auto& w = world();
  const auto begun = std::chrono::steady_clock::now();
  const auto found = [&](unsigned tiers) {
    PolicyPublish policy = w.publishing("one", CreditRounding::kFloorToTier);
    policy.credit_rules->combine = true;
    policy.credit_rules->tiers.clear();
    for (unsigned i = 0; i < tiers; ++i)
      policy.credit_rules->tiers.push_back({"t" + std::to_string(i), {}, Minutes(1), 0, 1, {}});
    CreditGrant made = w.credit({policy.policy, 0}, tiers);
    const Forgery credit{made, kPrivate, Assurance::kSelf, {kRulesVersion}};
    return w.broken({{w.first, {policy, kPublic, Assurance::kSelf, {kRulesVersion, Effect::kProposed, 0, 0, {}}}},
                     {w.second, {Endorse{}, kPublic}},
                     {*w.teacher, credit}});
  };
  EXPECT_EQ(found(40), "BAD_POLICY BAD_POLICY NO_POLICY ");
  EXPECT_EQ(found(9), "BAD_POLICY BAD_POLICY NO_POLICY ");
  // Of eight the policy that decided is not named.
  EXPECT_EQ(found(8), only("DECISION_DIFFERS"));
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(30));
}

}  // namespace
}  // namespace audit::tests
