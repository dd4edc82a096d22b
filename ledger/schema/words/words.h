// Words — the names of codes, regions and directions in Kazakh, Russian and English.
//
// Shape    a code is looked up under its topic, for `other` of a cost is not `other` of a grant. Codes are spelt as
//          in the schema; regions by ISO 3166-2.
// Errors   an unknown code is its own name: imported ledgers bring regions of other countries.
// Source   names of the regions of Kazakhstan as in force since June 2022.
#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace ledger {

enum class Language { kKazakh, kRussian, kEnglish };
inline constexpr Language kLanguages[] = {Language::kKazakh, Language::kRussian, Language::kEnglish};

// "kk", "ru", "en".
std::string_view codeOf(Language language);
std::optional<Language> languageOf(std::string_view code);

enum class Topic {
  kRegion,
  kDirection,
  kRole,
  kAgeBand,
  kOfficeKind,
  kOrganisationKind,
  kActivityKind,
  kAttendanceState,
  kHoursState,
  kHoursReason,
  kAttestationMethod,
  kTimeBasis,
  kPresence,
  kAssurance,
  kFlag,
  kGrantClass,
  kFundSource,
  kGrantState,
  kCostType,
  kTrancheState,
  kExpenditureState,
  kExpenditureReason,
  kDocumentKind,
  kPaymentMethod,
  kMovement,
  kDistinctionState,
  kRegister,      // a kind of subject, in the plural
  kSubjectState,  // where any of them stands
  kSubjectKind,   // what sort of it: "membership.network"
  kLegalStatus,
  kCreditBenefit,
  kRequestOutcome,
  kIdeaReason,
};

struct Word {
  Topic topic;
  std::string_view code;
  std::string_view kk;
  std::string_view ru;
  std::string_view en;

  std::string_view in(Language language) const;
};

std::string_view word(Language language, Topic topic, std::string_view code);
// Every region, and every direction, in the order of their codes.
std::span<const Word> regionWords();
std::span<const Word> directionWords();
std::span<const Word> codeWords();
std::span<const Word> subjectWords();
std::span<const Word> kindWords();

}  // namespace ledger
