#include "ledger/openings.h"

#include <gtest/gtest.h>

#include "ledger/base/clock.h"
#include "ledger/vault/field.h"

namespace ledger {
namespace {

constexpr std::string_view kIin = "901231400003";  // born on 31 December 1990

class Openings : public ::testing::Test {
 protected:
  Opening opening(Field field, std::string_view text) {
    Opening made;
    made.tag = static_cast<std::uint16_t>(field);
    random_.fill(made.salt.bytes);
    made.value = toBytes(asBytes(text));
    made.commitment = commitmentOf(made.tag, made.salt, made.value);
    return made;
  }
  // A registration that commits to these, with its openings.
  CheckedSubmission registration(const std::vector<Opening>& openings) {
    PersonRegister body;
    body.person = person_;
    body.age_band = AgeBand::kFrom18to35;
    for (const Opening& one : openings) body.commitments.push_back({one.tag, one.commitment});
    CheckedSubmission submission;
    submission.header.submission = random_.id<SubmissionId>();
    submission.header.signed_at = Instant::parse("2026-06-01T12:00:00+05:00")->utc_ms;
    submission.commands.push_back({{}, {}, body});
    submission.openings = openings;
    return submission;
  }
  // The band is set anew by a commitment to these, with its openings.
  CheckedSubmission change(AgeBand band, AgeBasis basis, const std::vector<Opening>& openings) {
    CheckedSubmission submission = registration(openings);
    const auto commitments = submission.commands[0].body.get<PersonRegister>().commitments;
    submission.commands[0].body = AgeBandSet{person_, band, basis, {}, commitments};
    return submission;
  }
  std::string refusal(const CheckedSubmission& submission) {
    const auto values = fitOpenings(submission);
    if (values) return "";
    EXPECT_EQ(values.error().message.find(kIin), std::string::npos) << "an error holds the value";
    return values.error().reason;
  }

  SeededRandom random_{2};
  PersonId person_ = random_.id<PersonId>();
};

TEST_F(Openings, FitTheirCommitmentsAndSayWhose) {
  auto submission = registration({opening(Field::kName, "Үлгі"), opening(Field::kIin, kIin)});
  const auto values = fitOpenings(submission);
  ASSERT_TRUE(values.ok());
  ASSERT_EQ(values->size(), 2U);
  EXPECT_EQ(values->at(1).person, person_);
  EXPECT_EQ(values->at(1).submission, submission.header.submission);
  submission.openings.pop_back();
  EXPECT_EQ(refusal(submission), "") << "a commitment may stay closed";
}

TEST_F(Openings, RefuseWhatWasNotCommittedTo) {
  auto submission = registration({opening(Field::kIin, kIin)});
  submission.openings[0].salt.bytes[0] ^= 1;
  EXPECT_EQ(refusal(submission), "COMMITMENT_MISMATCH");
  submission = registration({opening(Field::kIin, kIin)});
  submission.openings[0].tag = 7;
  EXPECT_EQ(refusal(submission), "COMMITMENT_MISMATCH");
  submission = registration({opening(Field::kIin, kIin)});
  submission.openings.push_back(opening(Field::kPhone, "+77010000000"));
  EXPECT_EQ(refusal(submission), "OPENING_UNKNOWN");
  submission = registration({opening(Field::kIin, kIin)});
  submission.openings.push_back(submission.openings[0]);
  EXPECT_EQ(refusal(submission), "OPENING_TWICE");
  EXPECT_EQ(refusal(registration({opening(Field::kAddress, std::string(1025, 'a'))})), "COMMITMENT_MISMATCH");
}

TEST_F(Openings, RefuseValuesThatAreNoneOfTheirField) {
  EXPECT_EQ(refusal(registration({opening(Field::kIin, "901231400004")})), "BAD_IIN");
  EXPECT_EQ(refusal(registration({opening(Field::kName, "Кенжe")})), "BAD_NAME");
  EXPECT_EQ(refusal(registration({opening(static_cast<Field>(99), "x")})), "FIELD_UNKNOWN");
}

TEST_F(Openings, ProveTheAgeThatIsSaidToComeFromThem) {
  auto submission = registration({opening(Field::kIin, kIin)});
  auto& body = submission.commands[0].body.edit<PersonRegister>();
  body.age_basis = AgeBasis::kVault;
  body.age_band = AgeBand::kFrom18to35;
  EXPECT_EQ(refusal(submission), "");
  body.age_band = AgeBand::kFrom36to59;
  EXPECT_EQ(refusal(submission), "AGE_DIFFERS");
  submission.openings.clear();
  EXPECT_EQ(refusal(submission), "AGE_UNPROVED");
}

TEST_F(Openings, AreComparedWithAnAgeThatIsOnlyDeclared) {
  for (const Opening& born : {opening(Field::kIin, kIin), opening(Field::kBirthDate, "1990-12-31")}) {
    auto submission = registration({opening(Field::kName, "Үлгі"), born});
    auto& body = submission.commands[0].body.edit<PersonRegister>();
    EXPECT_EQ(refusal(submission), "");
    for (const AgeBand band : {AgeBand::kUnknown, AgeBand::kFrom16to17, AgeBand::kFrom36to59}) {
      body.age_band = band;
      EXPECT_EQ(refusal(submission), "AGE_DIFFERS");
    }
    submission.openings.pop_back();
    EXPECT_EQ(refusal(submission), "") << "nobody sent a day of birth along";
  }
}

TEST_F(Openings, ProveTheAgeThatIsSetAnew) {
  const auto born = [&](std::string_view on) { return opening(Field::kBirthDate, on); };
  constexpr AgeBasis kVault = AgeBasis::kVault, kDeclared = AgeBasis::kDeclared;
  // On the day the submission was signed, 1 June 2026 at +05:00, one of them turns 36 and the other does tomorrow.
  EXPECT_EQ(refusal(change(AgeBand::kFrom36to59, kVault, {born("1990-06-01")})), "");
  EXPECT_EQ(refusal(change(AgeBand::kFrom36to59, kVault, {born("1990-06-02")})), "AGE_DIFFERS");
  EXPECT_EQ(refusal(change(AgeBand::kFrom36to59, kDeclared, {born("1990-06-02")})), "AGE_DIFFERS");
  EXPECT_EQ(refusal(change(AgeBand::kFrom18to35, kVault, {opening(Field::kIin, kIin)})), "");
  EXPECT_EQ(refusal(change(AgeBand::kFrom36to59, kVault, {opening(Field::kName, "Үлгі")})), "AGE_UNPROVED");
  EXPECT_EQ(refusal(change(AgeBand::kFrom36to59, kDeclared, {})), "");
  auto closed = change(AgeBand::kFrom36to59, kVault, {born("1990-06-01")});
  closed.openings.clear();
  EXPECT_EQ(refusal(closed), "AGE_UNPROVED");
  const auto values = fitOpenings(change(AgeBand::kFrom36to59, kVault, {born("1990-06-01")}));
  ASSERT_TRUE(values.ok());
  EXPECT_EQ(values->at(0).person, person_);
}

TEST_F(Openings, OfACorrectionSayNothingOfAnAge) {
  auto submission = registration({opening(Field::kPhone, "+77010000000"), opening(Field::kName, "Үлгі")});
  const auto commitments = submission.commands[0].body.get<PersonRegister>().commitments;
  submission.commands[0].body = PersonCorrect{person_, CorrectionReason::kMistake, {}, {}, commitments};
  const auto values = fitOpenings(submission);
  ASSERT_TRUE(values.ok());
  ASSERT_EQ(values->size(), 2U);
  EXPECT_EQ(values->at(0).person, person_);
  EXPECT_EQ(values->at(0).submission, submission.header.submission);
  submission.openings[0].salt.bytes[0] ^= 1;
  EXPECT_EQ(refusal(submission), "COMMITMENT_MISMATCH");
}

TEST_F(Openings, ProveNobodyElsesAge) {
  auto submission = registration({opening(Field::kIin, kIin)});
  const auto commitments = submission.commands[0].body.get<PersonRegister>().commitments;
  const auto other = random_.id<PersonId>();
  submission.commands.push_back({{}, {}, AgeBandSet{other, AgeBand::kFrom18to35, AgeBasis::kVault, {}, commitments}});
  EXPECT_EQ(refusal(submission), "AGE_UNPROVED");
}

TEST_F(Openings, AgeBandsChangeOnTheBirthday) {
  const auto band = [](const char* today) { return ageBandOf(*parseDay("2010-03-01"), *parseDay(today)); };
  EXPECT_EQ(band("2024-02-29"), AgeBand::kUnder14);
  EXPECT_EQ(band("2024-03-01"), AgeBand::kFrom14to15);
  EXPECT_EQ(band("2026-02-28"), AgeBand::kFrom14to15);
  EXPECT_EQ(band("2026-03-01"), AgeBand::kFrom16to17);
  EXPECT_EQ(band("2028-03-01"), AgeBand::kFrom18to35);
  EXPECT_EQ(band("2046-02-28"), AgeBand::kFrom18to35);
  EXPECT_EQ(band("2046-03-01"), AgeBand::kFrom36to59);
  EXPECT_EQ(band("2070-02-28"), AgeBand::kFrom36to59);
  EXPECT_EQ(band("2070-03-01"), AgeBand::kFrom60);
}

}  // namespace
}  // namespace ledger
