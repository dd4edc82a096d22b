#include "projections/oversight/named_fields.h"

#include <gtest/gtest.h>

#include "ledger/event/describe.h"
#include "ledger/event/json.h"
#include "tests/projections/made_log.h"

namespace projections {
namespace {

using ledger::Kind;
using ledger::StreamRole;

TEST(NamedFields, AreReadByTheirNamesFromAnyKind) {
  ledger::GiftReceive gift;
  gift.donor_kind = ledger::DonorKind::kAnonymous;
  gift.unit = "coats";
  gift.quantity = 12;
  gift.value = tests::tenge(90);
  gift.occurred_at = tests::on("2026-03-04");
  const NamedFields fields = namedFieldsOf(gift);
  EXPECT_EQ(fields.figures.amount, 9000);
  EXPECT_EQ(fields.figures.currency, "KZT");
  EXPECT_EQ(fields.figures.quantity, 12);
  EXPECT_EQ(fields.figures.unit, "coats");
  EXPECT_EQ(fields.kind, "anonymous");
  EXPECT_EQ(fields.day, *ledger::parseDay("2026-03-04"));
  EXPECT_EQ(fields.value, std::nullopt) << "the value of a gift is money";
}

TEST(NamedFields, TellNothingStatedFromZero) {
  const NamedFields none = namedFieldsOf(ledger::DirectionRetire{});
  EXPECT_EQ(none.figures, SubjectFigures{});
  EXPECT_EQ(none.value, std::nullopt);
  EXPECT_EQ(namedFieldsOf(ledger::VoteTally{}).figures.votes, 0);
  EXPECT_EQ(namedFieldsOf(ledger::TargetSet{}).value, 0);
}

TEST(NamedFields, GiveTheDayOfWhichAFactSpeaks) {
  ledger::ActivitySchedule activity;
  activity.starts = tests::on("2026-07-01");
  EXPECT_EQ(namedFieldsOf(activity).day, *ledger::parseDay("2026-07-01"));
  ledger::CapacityReport capacity;
  capacity.day = *ledger::parseDay("2026-06-30");
  EXPECT_EQ(namedFieldsOf(capacity).day, capacity.day);
  EXPECT_EQ(namedFieldsOf(ledger::DirectionAdd{}).day, 0);
}

TEST(NamedFields, MentionWhatKindsOfTheFirstVersionNameBeside) {
  const auto mentioned = [](const ledger::CommandBody& body) {
    std::string roles;
    for (const NamedSubject& one : subjectsOf(body)) {
      if (one.mentioned) roles += std::string(nameOf(one.role)) + " " + one.id.text() + " ";
    }
    return roles;
  };
  const ledger::SubjectId other = tests::subject(9);
  ledger::ProgrammeDefine programme;
  programme.programme = tests::subject(1);
  EXPECT_EQ(mentioned(programme), "");
  programme.measure = other;
  EXPECT_EQ(mentioned(programme), "measure " + other.text() + " ");
  EXPECT_EQ(primaryOf(programme), programme.programme);
  ledger::PolicyPublish policy;
  policy.legal_basis = other;
  EXPECT_EQ(mentioned(policy), "basis " + other.text() + " ");
  ledger::ImportRecord part;
  part.system = other;
  EXPECT_EQ(mentioned(part), "system " + other.text() + " ");
}

TEST(NamedFields, TellTheSubjectOfEveryKindThatHasAStream) {
  ledger::SeededRandom random(3);
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    const ledger::KindTraits& traits = ledger::traitsOf(kind);
    for (const ledger::JsonValue& example : ledger::examplesOf(kind)) {
      const auto command = ledger::commandFromJson(example, random);
      ASSERT_TRUE(command.ok()) << traits.command << ": " << command.error().message;
      EXPECT_EQ(primaryOf(command->body).isNone(), traits.streams.empty()) << traits.command;
      EXPECT_TRUE(!opensSubject(kind) || !stateAfter(command->body).empty()) << traits.command;
    }
  }
}

TEST(NamedFields, NameOthersThanTheSubjectApart) {
  ledger::MembershipBegin membership;
  membership.membership = tests::subject(1);
  membership.organisation = tests::subject(2);
  membership.within = tests::subject(3);
  const auto subjects = subjectsOf(membership);
  ASSERT_EQ(subjects.size(), 3U);
  EXPECT_EQ(subjects[2].id, tests::subject(3));
  EXPECT_EQ(subjects[2].role, StreamRole::kOrganisation);
  EXPECT_TRUE(subjects[2].mentioned);
}

TEST(NamedFields, KnowWhichOtherSubjectChanges) {
  ledger::GrantAward award;
  award.application = tests::subject(4);
  const auto changes = changesOf(award);
  ASSERT_EQ(changes.size(), 1U);
  EXPECT_EQ(changes[0].subject, tests::subject(4));
  EXPECT_EQ(changes[0].state, "awarded");
  EXPECT_EQ(stateAfter(ledger::AwardConfer{}), "conferred");
  EXPECT_EQ(stateAfter(ledger::HoursClaim{}), "");
}

}  // namespace
}  // namespace projections
