// CallsWorld — the world of the rules with one call: two criteria, applications from 1 to 10 June 2026.
#pragma once

#include <algorithm>

#include "ledger/rules/draw.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {

class CallsWorld : public RulesWorld {
 protected:
  CallsWorld() { EXPECT_EQ(byFunders(call()), ""); }

  std::string byFunders(const CommandBody& body) { return sendByTwo(funder_, second_funder_, body); }
  CallPublish call() {
    return {call_,
            "C-" + std::to_string(++numbers_),
            programme_,
            fund_,
            GrantClass::kSmall,
            tenge(100'000),
            {"а", "б", "c"},
            {{"need", 10}, {"plan", 5}},
            day("2026-06-01"),
            day("2026-06-10"),
            sha256(asBytes("call")),
            at("2026-05-20T10:00:00+05:00")};
  }
  // Somebody says so of her.
  std::string relate(const PersonId& person, const char* from, const char* to) {
    return send(grantees_officer_, RelatedPartyDeclare{id(), person, grantee_, Relation::kFamily, day(from), day(to)});
  }
  void closeCall() { EXPECT_EQ(byFunders(CallClose{call_, kLater}), ""); }
  ApplicationSubmit application(std::int64_t minor = 60'000, Instant when = kEarlier) {
    return {
        id(), call_, grantee_, tenge(minor), {}, {{"materials", CostType::kMaterials, minor}}, sha256(asBytes("plan")),
        when};
  }
  // Recorded when it is said to be made.
  std::string apply(const PersonId& officer, const ApplicationSubmit& made) {
    return sendOn(made.occurred_at.text().c_str(), officer, made);
  }
  SubjectId admitted() {
    const ApplicationSubmit made = application();
    EXPECT_EQ(apply(grantees_officer_, made), "");
    EXPECT_EQ(send(funder_, ApplicationAdmit{made.application, kLater}), "");
    return made.application;
  }
  // One of these, drawn for the call.
  PersonId drawnOf(std::vector<Expert> candidates) {
    std::ranges::sort(candidates, {}, &Expert::person);
    const SubjectId panel = id();
    EXPECT_EQ(byFunders(ExpertsName{panel, call_, candidates, 1, kLater}), "");
    const Digest seed = state_.panels.find(panel)->seed;
    const auto drawn = drawExperts(seed, candidates, 1);
    EXPECT_EQ(send(funder_, ExpertsDraw{panel, seed, drawn, kLater}), "");
    return drawn.at(0).person;
  }
  // Of `count` new persons.
  PersonId drawnExpert(std::size_t count = 3) {
    std::vector<Expert> candidates;
    for (std::size_t i = 0; i < count; ++i) candidates.push_back({newPerson(Role::kCoordinator, organisation_)});
    return drawnOf(candidates);
  }
  ScoreGive score(const SubjectId& application, std::uint16_t points = 10, const char* criterion = "need") {
    return {id(), application, criterion, points, kLater};
  }
  // An expert of the call, who scored the application by both criteria.
  PersonId scored(const SubjectId& application) {
    const PersonId expert = drawnExpert(1);
    EXPECT_EQ(send(expert, score(application)), "");
    EXPECT_EQ(send(expert, score(application, 5, "plan")), "");
    return expert;
  }
  GrantAward award(const SubjectId& application, std::int64_t minor) {
    return {id(),         "SG-2026-1",        "Sample",           fund_,  grantee_,   programme_, "KZ-75",
            tenge(minor), GrantClass::kSmall, FundSource::kState, kLater, application};
  }

  SubjectId call_ = id();
};

}  // namespace ledger
