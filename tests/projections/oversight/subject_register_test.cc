#include "projections/oversight/subject_register.h"

#include "tests/projections/oversight/campaign_log.h"

namespace projections {
namespace {

using tests::answer;
namespace c = tests::campaign;

class Register : public tests::CampaignRegister {
 protected:
  std::string ask(const std::string& sql) { return answer(database_, sql); }
};

TEST_F(Register, HoldsEachSubjectOnceWithWhereItStands) {
  EXPECT_EQ(
      ask("select s.register, h.state, h.since_day from subjects s join subject_states h on h.subject = s.subject "
          "where h.until = 0 and s.register in ('campaign', 'idea', 'forum', 'donation') order by s.register"),
      "'campaign' 'closed' '2026-05-01'|'donation' 'received' '2026-04-20'|'forum' 'registered' '2026-03-01'|"
      "'idea' 'declined' '2026-04-06'");
  EXPECT_EQ(ask("select count(*) from subjects where register = 'organisation'"), "2");
  EXPECT_EQ(ask("select kind, code, region from subjects where register = 'idea'"), "'' 'umit' 'KZ-10'");
}

TEST_F(Register, KeepsEveryStayOfASubject) {
  EXPECT_EQ(ask("select h.state, h.until = 0 from subjects s join subject_states h on h.subject = s.subject "
                "where s.register = 'idea' order by h.since"),
            "'submitted' 0|'triaged' 0|'declined' 1");
  const std::string size = std::to_string(played_.declined);
  EXPECT_EQ(ask("select h.state from subjects s join subject_states h on h.subject = s.subject where "
                "s.register = 'idea' and h.since < " +
                size + " and (h.until = 0 or h.until >= " + size + ")"),
            "'triaged'");
}

TEST_F(Register, TakesTheFigureOfTheLastFactThatMovedASubjectOn) {
  EXPECT_EQ(ask("select h.amount, h.currency, h.due_day from subjects s join subject_states h on h.subject = s.subject "
                "where s.register = 'donation' order by h.since"),
            "50000 'KZT' '2026-06-01'|45000 'KZT' '2026-06-01'");
  EXPECT_EQ(ask("select h.people from subjects s join subject_states h on h.subject = s.subject "
                "where s.register = 'forum'"),
            "null")
      << "participations are facts beside the forum's life";
}

TEST_F(Register, HoldsEveryFactWithItsFiguresAndWords) {
  EXPECT_EQ(ask("select event, people, quantity, day from facts where register = 'deed' order by fact_index"),
            "'DeedRecorded' 3 7 '2026-04-02'|'DeedRecorded' 12 40 '2026-04-09'");
  EXPECT_EQ(ask("select f.country, f.people, w.word from facts f join fact_words w on w.fact_index = f.fact_index "
                "where f.event = 'ParticipationRecorded' and w.field = 'role' order by f.fact_index"),
            "'KZ' 4 'speaker'|'UZ' 30 'participant'");
  EXPECT_EQ(ask("select year, value from facts where event = 'ActualReported'"), "2026 -5");
  EXPECT_EQ(ask("select reason from facts where event = 'IdeaDeclined'"), "'noMeans'");
  EXPECT_NE(ask("select count(*) from facts where event = 'HoursClaimed' and minutes > 0"), "0");
}

TEST_F(Register, LinksASubjectToWhatItBelongsToAndMarksWhatItMentions) {
  EXPECT_EQ(ask("select l.role, l.mentioned from subjects s join subject_links l on l.subject = s.subject where "
                "s.register = 'donation' order by l.role, l.mentioned, l.other"),
            "'organisation' 0|'organisation' 1");
  EXPECT_EQ(ask("select count(*) from subjects s join subject_links l on l.subject = s.subject where "
                "s.register = 'deed' and l.role = 'campaign'"),
            "2");
  EXPECT_EQ(ask("select distinct l.role from subjects s join subject_links l on l.subject = s.subject where "
                "s.register = 'indicator' order by 1"),
            "'office'|'roadmap'")
      << "the indicator belongs to the office of its road map";
}

TEST_F(Register, AProposalIsNoFactUntilItIsEndorsed) {
  tests::MadeLog& log = played_.log;
  log.submit(tests::person(1));
  const auto proposed = log.propose(ledger::CouncilForm{
      tests::subject(120), tests::sample::kOffice, {"К", "С", "Council"}, tests::digest(9), tests::on("2026-05-01")});
  ASSERT_TRUE(catchUp(database_, log, log.goal()).ok());
  EXPECT_EQ(ask("select count(*) from subjects where register = 'council'"), "0");
  const auto effect = log.endorse(proposed, tests::person(2));
  ASSERT_TRUE(catchUp(database_, log, log.goal()).ok());
  EXPECT_EQ(ask("select opened_index from subjects where register = 'council'"), std::to_string(effect));
  EXPECT_EQ(ask("select fact_index, stated_index from facts where event = 'CouncilFormed'"),
            std::to_string(effect) + " " + std::to_string(proposed));
}

TEST_F(Register, AVoidedImportVoidsItsGrants) {
  tests::MadeLog& log = played_.log;
  log.submit(tests::person(5), ledger::Assurance::kImported);
  log.add(ledger::ImportRecord{tests::subject(130), 0, tests::digest(5), tests::digest(6), 0, 1});
  ledger::GrantAward award;
  award.grant = tests::subject(131);
  award.number = "OLD-1";
  award.title = "An old grant";
  award.funder = tests::sample::kFunder;
  award.grantee = tests::sample::kOrganisation;
  award.programme = tests::sample::kProgramme;
  award.region = "KZ-71";
  award.amount = tests::tenge(100);
  award.occurred_at = tests::on("2025-01-01");
  log.add(award);
  log.submit(tests::person(5), ledger::Assurance::kImported);
  log.add(ledger::ImportVoid{tests::subject(130), tests::on("2026-05-02")});
  ASSERT_TRUE(catchUp(database_, log, log.goal()).ok());
  EXPECT_EQ(ask("select h.state from subjects s join subject_states h on h.subject = s.subject where "
                "s.number = 'OLD-1' order by h.since"),
            "'active'|'voided'");
}

TEST_F(Register, ALaterKindWithoutItsSubjectIsRefused) {
  played_.log.submit(tests::person(1));
  played_.log.add(ledger::IdeaTriage{tests::subject(99), tests::on("2026-05-01")});
  EXPECT_EQ(catchUp(database_, played_.log, played_.log.goal()).error().reason, "FACT_WITHOUT_SUBJECT");
}

TEST_F(Register, ARebuildGivesTheSameRows) {
  const std::string before = tests::everything(database_);
  Database again = tests::memoryDatabase();
  FollowOptions options;
  options.entries_per_chunk = 1;
  ASSERT_TRUE(catchUp(again, played_.log, played_.log.goal(), options).ok());
  EXPECT_EQ(tests::everything(again), before);
}

}  // namespace
}  // namespace projections
