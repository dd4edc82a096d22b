// A log with a road map: two measures, and indicators of each basis, with queries of this program and without.
#pragma once

#include "tests/projections/oversight/exchange_log.h"

namespace tests {

namespace roadmap {
inline const ledger::SubjectId kRoadmap = subject(140);
inline const ledger::SubjectId kDone = subject(141);
inline const ledger::SubjectId kOpen = subject(142);
inline const ledger::SubjectId kVolunteers = subject(143);  // derived, its code is a category
inline const ledger::SubjectId kService = subject(144);     // derived, by the query of its actuals
inline const ledger::SubjectId kHours = subject(145);       // derived, and nothing says by what
inline const ledger::SubjectId kSurvey = subject(146);      // reported
inline const ledger::SubjectId kSpent = subject(147);       // derived, of money
}  // namespace roadmap

// After the exchange log: it begins with a road map of one reported indicator.
struct RoadmapLog : ExchangeLog {
  ledger::Position first_actual = 0;
  ledger::Position second_actual = 0;

  RoadmapLog() {
    log.byTwo(ledger::RoadmapAdopt{roadmap::kRoadmap,
                                   sample::kOffice,
                                   "RM-2",
                                   {"Үлгі жол картасы", "Образцовая дорожная карта", "Sample road map"},
                                   day("2026-01-01"),
                                   day("2030-12-31"),
                                   digest(60)});
    log.submit(person(21));
    addMeasures();
    addIndicators();
    addFigures();
  }

  void addMeasures() {
    const auto measure = [&](const ledger::SubjectId& id, const char* number, ledger::Names names, const char* due) {
      log.add(ledger::MeasureDefine{id, roadmap::kRoadmap, sample::kOrganisation, number, std::move(names), day(due)});
    };
    measure(roadmap::kDone, "1.1", {"Мектептерде оқыту", "Обучение в школах", "Training at schools"}, "2026-09-01");
    measure(roadmap::kOpen, "1.2", {"Көктемгі науқан", "Весенняя кампания", "Spring campaign"}, "2027-05-31");
    log.add(ledger::MeasureComplete{roadmap::kDone, digest(61), on("2026-05-20")});
  }

  void addIndicators() {
    using ledger::FigureBasis;
    const auto define = [&](const ledger::SubjectId& id, const char* code, const char* unit, FigureBasis basis,
                            ledger::Names names) {
      log.add(ledger::IndicatorDefine{id, roadmap::kRoadmap, code, unit, std::move(names), basis, 50});
    };
    define(roadmap::kVolunteers, "volunteers", "people", FigureBasis::kDerived,
           {"Волонтерлер саны", "Число волонтёров", "Number of volunteers"});
    define(roadmap::kService, "service", "minutes", FigureBasis::kDerived,
           {"Қызмет уақыты", "Время службы", "Time of service"});
    define(roadmap::kHours, "effort", "hours", FigureBasis::kDerived, {"Еңбек", "Труд", "Effort"});
    define(roadmap::kSurvey, "trust", "percent", FigureBasis::kReported, {"Сенім", "Доверие", "Trust"});
    define(roadmap::kSpent, "spent", "kzt", FigureBasis::kDerived, {"Жұмсалғаны", "Расход", "Spent"});
  }

  void addFigures() {
    using ledger::FigureBasis;
    const auto actual = [&](const ledger::SubjectId& id, std::int64_t value, FigureBasis basis, const char* source) {
      return log.add(ledger::ActualReport{id, 2026, value, basis, source, on("2026-05-21")});
    };
    log.add(ledger::TargetSet{roadmap::kVolunteers, 2026, 3});
    log.add(ledger::TargetSet{roadmap::kVolunteers, 2027, 5});
    log.add(ledger::TargetSet{roadmap::kService, 2026, 1200});
    first_actual = actual(roadmap::kService, 780, FigureBasis::kDerived, "attestedMinutes 2026-01-01..2026-03-02");
    second_actual = actual(roadmap::kService, 1330, FigureBasis::kDerived, "attestedMinutes 2026-01-01..2026-05-21");
    actual(roadmap::kHours, 40, FigureBasis::kDerived, "our own list");
    log.add(ledger::TargetSet{roadmap::kSurvey, 2026, 70});
    actual(roadmap::kSurvey, 64, FigureBasis::kReported,
           "a survey, https://sample.example/reports/2026/volunteering-and-trust-of-the-public.pdf");
    actual(roadmap::kSpent, 155'000, FigureBasis::kDerived, "amountSpent/KZ-71");
  }
};

class RoadmapRegister : public ::testing::Test {
 protected:
  RoadmapRegister() { follow(); }

  void follow() {
    const auto reached = projections::catchUp(database_, played_.log, played_.log.goal());
    EXPECT_TRUE(reached.ok()) << reached.error().message;
  }

  RoadmapLog played_;
  projections::Database database_ = memoryDatabase();
};

}  // namespace tests
