// A log of later kinds for the register: a campaign with deeds, an idea that becomes a project, a forum, a donation.
#pragma once

#include <gtest/gtest.h>

#include "tests/projections/sample_database.h"
#include "tests/projections/sample_log.h"

namespace tests {

namespace campaign {
inline const ledger::SubjectId kCampaign = subject(101);
inline const ledger::SubjectId kDeed = subject(102);
inline const ledger::SubjectId kOtherDeed = subject(103);
inline const ledger::SubjectId kIdea = subject(104);
inline const ledger::SubjectId kForum = subject(105);
inline const ledger::SubjectId kDonation = subject(106);
inline const ledger::SubjectId kIndicator = subject(107);
inline const ledger::SubjectId kRoadmap = subject(108);
}  // namespace campaign

inline ledger::CivilDay day(const char* text) {
  return *ledger::parseDay(text);
}

// After the sample log; the index of each step stands where the tests ask for it.
struct CampaignLog {
  MadeLog log = sampleLog();
  ledger::Position opened = 0;
  ledger::Position declined = 0;
  ledger::Position closed = 0;

  CampaignLog() {
    namespace c = campaign;
    log.submit(person(21));
    opened = log.add(ledger::CampaignOpen{c::kCampaign,
                                          sample::kOffice,
                                          ledger::CampaignScale::kNational,
                                          {"Науқан", "Кампания", "Campaign"},
                                          day("2026-04-01"),
                                          day("2026-04-30")});
    log.add(ledger::DeedRecord{c::kDeed, c::kCampaign, sample::kOrganisation, "visits", 7, 3, {}, on("2026-04-02")});
    log.add(ledger::DeedRecord{c::kOtherDeed, c::kCampaign, sample::kFunder, "trees", 40, 12, {}, on("2026-04-09")});
    log.add(ledger::IdeaSubmit{c::kIdea, sample::kOffice, "umit", "KZ-10", digest(1), on("2026-04-03")});
    log.add(ledger::IdeaTriage{c::kIdea, on("2026-04-05")});
    declined = log.add(ledger::IdeaDecline{c::kIdea, ledger::IdeaReason::kNoMeans, on("2026-04-06")});
    log.add(ledger::ForumRegister{
        c::kForum, sample::kOffice, {"Форум", "Форум", "Forum"}, "KZ", day("2026-05-01"), day("2026-05-02")});
    log.add(ledger::ParticipationRecord{c::kForum, "KZ", ledger::ForumRole::kSpeaker, 4});
    log.add(ledger::ParticipationRecord{c::kForum, "UZ", ledger::ForumRole::kParticipant, 30});
    log.add(ledger::DonationPledge{c::kDonation,
                                   sample::kOrganisation,
                                   sample::kFunder,
                                   ledger::DonorKind::kOrganisation,
                                   tenge(500),
                                   {},
                                   day("2026-06-01"),
                                   on("2026-04-10")});
    log.add(ledger::DonationReceive{c::kDonation, "PAY-9", digest(2), tenge(450), on("2026-04-20")});
    log.byTwo(ledger::RoadmapAdopt{c::kRoadmap,
                                   sample::kOffice,
                                   "RM-1",
                                   {"Карта", "Карта", "Road map"},
                                   day("2026-01-01"),
                                   day("2030-12-31"),
                                   digest(3)});
    log.submit(person(21));
    log.add(ledger::IndicatorDefine{c::kIndicator,
                                    c::kRoadmap,
                                    "volunteers",
                                    "people",
                                    {"К", "П", "Indicator"},
                                    ledger::FigureBasis::kReported,
                                    50});
    log.add(
        ledger::ActualReport{c::kIndicator, 2026, -5, ledger::FigureBasis::kReported, "a letter", on("2026-12-31")});
    closed = log.add(ledger::CampaignClose{c::kCampaign, on("2026-05-01")});
  }
};

class CampaignRegister : public ::testing::Test {
 protected:
  CampaignRegister() {
    const auto reached = projections::catchUp(database_, played_.log, played_.log.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
  }

  CampaignLog played_;
  projections::Database database_ = memoryDatabase();
};

}  // namespace tests
