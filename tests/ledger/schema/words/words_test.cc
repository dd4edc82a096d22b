#include "ledger/schema/words/words.h"

#include <gtest/gtest.h>

#include <set>

#include "ledger/event/values.h"

namespace ledger {
namespace {

void expectWord(Topic topic, std::string_view code) {
  for (const auto words : {regionWords(), directionWords(), codeWords(), subjectWords(), kindWords()}) {
    for (const Word& word : words) {
      if (word.topic == topic && word.code == code) return;
    }
  }
  ADD_FAILURE() << code << " has no word under topic " << static_cast<int>(topic);
}

template <class Enum>
void expectAllOf(Topic topic) {
  ASSERT_GT(kEnumerants<Enum>, 0);
  for (std::uint16_t i = 0; i < kEnumerants<Enum>; ++i) expectWord(topic, nameOf(static_cast<Enum>(i)));
}

TEST(Words, HaveAllThreeLanguages) {
  std::set<std::pair<Topic, std::string_view>> seen;
  for (const auto words : {regionWords(), directionWords(), codeWords(), subjectWords(), kindWords()}) {
    for (const Word& word : words) {
      EXPECT_TRUE(seen.insert({word.topic, word.code}).second) << word.code << " stands twice";
      for (const Language language : kLanguages) {
        EXPECT_FALSE(word.in(language).empty()) << word.code << " in " << codeOf(language);
      }
    }
  }
  EXPECT_EQ(regionWords().size(), 20U);
  EXPECT_EQ(directionWords().size(), 6U);
}

TEST(Words, NameEveryCodeOfTheSchema) {
  expectAllOf<Role>(Topic::kRole);
  expectAllOf<AgeBand>(Topic::kAgeBand);
  expectAllOf<OfficeKind>(Topic::kOfficeKind);
  expectAllOf<OrganisationKind>(Topic::kOrganisationKind);
  expectAllOf<ActivityKind>(Topic::kActivityKind);
  expectAllOf<AttendanceState>(Topic::kAttendanceState);
  expectAllOf<HoursReason>(Topic::kHoursReason);
  expectAllOf<AttestationMethod>(Topic::kAttestationMethod);
  expectAllOf<TimeBasis>(Topic::kTimeBasis);
  expectAllOf<Presence>(Topic::kPresence);
  expectAllOf<Assurance>(Topic::kAssurance);
  expectAllOf<Flag>(Topic::kFlag);
  expectAllOf<GrantClass>(Topic::kGrantClass);
  expectAllOf<FundSource>(Topic::kFundSource);
  expectAllOf<CostType>(Topic::kCostType);
  expectAllOf<ExpenditureReason>(Topic::kExpenditureReason);
  expectAllOf<DocumentKind>(Topic::kDocumentKind);
  expectAllOf<LegalStatus>(Topic::kLegalStatus);
  expectAllOf<CreditBenefit>(Topic::kCreditBenefit);
  expectAllOf<RequestOutcome>(Topic::kRequestOutcome);
  expectAllOf<IdeaReason>(Topic::kIdeaReason);
  expectAllOf<PaymentMethod>(Topic::kPaymentMethod);
  expectAllOf<StreamRole>(Topic::kRegister);
  expectAllOf<SubjectState>(Topic::kSubjectState);
}

template <class Enum>
void expectKindsOf(const std::string& subject) {
  ASSERT_GT(kEnumerants<Enum>, 0);
  for (std::uint16_t i = 0; i < kEnumerants<Enum>; ++i)
    expectWord(Topic::kSubjectKind, subject + "." + std::string(nameOf(static_cast<Enum>(i))));
}

TEST(Words, NameEveryKindOfASubject) {
  expectKindsOf<PolicyKind>("policy");
  expectKindsOf<MembershipKind>("membership");
  expectKindsOf<TrainingKind>("training");
  expectKindsOf<ReportKind>("obligation");
  expectKindsOf<DistinctionKind>("distinction");
  expectKindsOf<DonorKind>("donation");
  expectKindsOf<DonorKind>("gift");
  expectAllOf<LegalStatus>(Topic::kSubjectState);
}

TEST(Words, AreFoundUnderTheirTopicOnly) {
  EXPECT_EQ(word(Language::kKazakh, Topic::kRegion, "KZ-71"), "Астана қаласы");
  EXPECT_EQ(word(Language::kRussian, Topic::kHoursState, "attested"), "подтверждено");
  EXPECT_EQ(word(Language::kEnglish, Topic::kGrantClass, "other"), "other grant");
  EXPECT_EQ(word(Language::kEnglish, Topic::kCostType, "other"), "other");
}

TEST(Words, AnUnknownCodeIsItsOwnName) {
  EXPECT_EQ(word(Language::kRussian, Topic::kRegion, "GB-LDS"), "GB-LDS");
}

TEST(Language, IsReadBackFromItsCode) {
  for (const Language language : kLanguages) EXPECT_EQ(languageOf(codeOf(language)), language);
  EXPECT_EQ(languageOf("de"), std::nullopt);
}

}  // namespace
}  // namespace ledger
