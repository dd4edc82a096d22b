// One entry in words: nothing of it left out, in three languages, and nothing said that does not hold.
#include "audit/answers/explain.h"

#include <capnp/message.h>
#include <capnp/schema.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <set>

#include "audit/answers/explain_words.h"
#include "audit/answers/field_words.h"
#include "audit/answers/told_fields.h"
#include "audit/verify/meaning.h"
#include "ledger/schema/command.capnp.h"
#include "ledger/schema/completeness.capnp.h"
#include "ledger/schema/words/deeds.h"
#include "tests/audit/answers/answered_log.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using ledger::Language;

void collect(const capnp::Type& type, std::set<std::string>& structs, std::set<std::string>& fields) {
  if (type.isList()) return collect(type.asList().getElementType(), structs, fields);
  if (!type.isStruct() || !structs.insert(type.asStruct().getProto().getDisplayName().cStr()).second) return;
  for (const auto field : type.asStruct().getFields()) {
    fields.insert(field.getProto().getName().cStr());
    collect(field.getType(), structs, fields);
  }
}

TEST(Explain, HasAWordForEveryFieldOfEveryKind) {
  std::set<std::string> structs;
  std::set<std::string> fields;
  for (const auto member : capnp::Schema::from<ledger::schema::Command>().asStruct().getUnionFields()) {
    const std::string command = member.getProto().getName().cStr();
    EXPECT_NE(ledger::deedIn(Language::kKazakh, command, ""), "") << command;
    EXPECT_NE(ledger::deedIn(Language::kRussian, command, ""), "") << command;
    collect(member.getType(), structs, fields);
  }
  EXPECT_GT(fields.size(), 250U);
  for (const std::string& field : fields) EXPECT_TRUE(hasFieldWord(field)) << field;
  EXPECT_FALSE(hasFieldWord("nothingOfTheSort")) << "so the list above can fail";
  EXPECT_EQ(fieldIn(Language::kEnglish, "attestWithinDays"), "attest within days");
  EXPECT_EQ(fieldIn(Language::kKazakh, "nothingOfTheSort"), "nothing of the sort");
}

TEST(Explain, SpellsMomentsAndCodes) {
  EXPECT_EQ(momentText(0, 0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(momentText(1'767'225'600'000, 300), "2026-01-01T05:00:00+05:00");
  EXPECT_EQ(momentText(-1, -90), "1969-12-31T22:29:59-01:30");
  EXPECT_FALSE(momentText(INT64_MAX, 32767).empty());
  EXPECT_FALSE(momentText(INT64_MIN, -32768).empty());
  EXPECT_EQ(codeIn(Language::kEnglish, "TimeBasis", "paidWorkTime"), "paid work time");
  EXPECT_EQ(codeIn(Language::kEnglish, "PolicyKind", "ageRules"), "age rules");
  EXPECT_EQ(codeIn(Language::kRussian, "CheckMethod", "qr"), "qr") << "no word, but its spelling";
  EXPECT_EQ(phrase(Language::kEnglish, Phrase::kEntry, {"7", "noon"}), "Entry 7, recorded at noon.\n");
  EXPECT_EQ(phrase(Language::kKazakh, Phrase::kEvent, {"1", "2", "3"}),
            "3-жазбадағы пакеттің 2 командасының 1-командасы.\n");
}

class ExplainWorld : public ::testing::Test {
 protected:
  ExplainWorld() {
    world_.settle();
    world_.work();
    entries_ = world_.entries();
    log_ = writeMembers(sealedLog(entries_, world_.log_key), folder_ / "log");
  }
  Explained explained(std::uint64_t index, Language language = Language::kEnglish) const {
    ExplainQuestion question;
    question.log = log_;
    question.index = index;
    question.language = language;
    question.request.vkey = verifierKeyOf(world_.log_key);
    question.request.threads = 1;
    return explain(question);
  }
  // The entry whose explanation holds that text.
  std::uint64_t indexOf(const std::string& text) const {
    for (std::uint64_t i = 0; i < entries_.size(); ++i) {
      if (explained(i).text.find(text) != std::string::npos) return i;
    }
    return ~std::uint64_t{0};
  }

  World world_;
  ::tests::TempFolder folder_;
  std::vector<Buffer> entries_;
  std::filesystem::path log_;
};

TEST_F(ExplainWorld, TellsAClaimFieldByField) {
  const auto index = indexOf("HoursClaimed: ");
  const Explained told = explained(index);
  const std::string& text = told.text;
  for (const std::string& part :
       {"Entry " + std::to_string(index) + ", recorded at 20", std::string("HoursClaimed: Claims minutes"),
        "  hours: " + world_.hours.text(), "  volunteer: " + world_.volunteer->person.text(),
        "  activity: " + world_.activity.text(), std::string("  minutes: 150"), std::string("  time basis: unpaid"),
        "Signed by person: " + world_.volunteer->person.text(), std::string("The signature holds."),
        "  hours " + world_.hours.text() + ": version 1", std::string("The rules held."), std::string("Leaf hash: ")})
    EXPECT_NE(text.find(part), std::string::npos) << part << " in\n" << text;
  EXPECT_EQ(told.held, true);
  EXPECT_EQ(told.exitCode(), kExitOk) << textOf(told);
  EXPECT_NE(textOf(told).find("verdict OK"), std::string::npos);
}

TEST_F(ExplainWorld, SpeaksThreeLanguages) {
  const auto index = indexOf("HoursClaimed: ");
  EXPECT_NE(explained(index, Language::kKazakh).text.find("волонтер: " + world_.volunteer->person.text()),
            std::string::npos);
  EXPECT_NE(explained(index, Language::kRussian).text.find("волонтёр: " + world_.volunteer->person.text()),
            std::string::npos);
  EXPECT_NE(explained(index, Language::kRussian).text.find("Правила соблюдены."), std::string::npos);
}

TEST_F(ExplainWorld, TellsMoneyProposalsAndEndorsements) {
  const auto proposed = indexOf("GrantAwarded: ");
  EXPECT_NE(explained(proposed).text.find("  amount: 300\u00A0000.00\u00A0KZT"), std::string::npos)
      << explained(proposed).text;
  EXPECT_NE(explained(proposed).text.find("It is proposed"), std::string::npos);
  const auto endorsed = indexOf("It brings into effect the proposal of entry " + std::to_string(proposed));
  EXPECT_GT(endorsed, proposed);
  EXPECT_NE(explained(endorsed).text.find("Proposed by person: "), std::string::npos);
  EXPECT_NE(explained(endorsed).text.find("  grant " + world_.grant.text()), std::string::npos) << "named streams";
}

TEST_F(ExplainWorld, TellsAmountsWithoutACurrencyInThatOfTheirGrant) {
  const Explained agreement = explained(indexOf("AgreementSigned: "));
  EXPECT_NE(agreement.text.find(".00\u00A0KZT\n"), std::string::npos) << agreement.text;
  EXPECT_EQ(agreement.text.find("minor units"), std::string::npos) << agreement.text;
}

TEST(Explain, TellsSumsOfHeadsInWholeUnitsAndCountsAsTheyAre) {
  capnp::MallocMessageBuilder message;
  auto root = message.initRoot<ledger::schema::StreamHeads>().initGrants(1)[0];
  root.setCurrency("KZT");
  root.setEntries(10906);
  root.setAwarded(38'980'000'000);
  const capnp::DynamicStruct::Reader heads = message.getRoot<ledger::schema::StreamHeads>().asReader();
  const std::string text = toldFields(heads, Language::kEnglish);
  EXPECT_NE(text.find("    awarded: 389\u00A0800\u00A0000.00\u00A0KZT\n"), std::string::npos) << text;
  EXPECT_NE(text.find("    entries: 10906\n"), std::string::npos) << text;
}

TEST_F(ExplainWorld, EveryEntryHasAnExplanation) {
  for (std::uint64_t i = 0; i < entries_.size(); i += 7) {
    const Explained told = explained(i);
    EXPECT_EQ(told.held, true) << told.text;
    EXPECT_EQ(told.text.find("cannot be read"), std::string::npos) << told.text;
  }
  const Explained none = explained(entries_.size());
  EXPECT_FALSE(none.found);
  EXPECT_NE(none.exitCode(), kExitOk);
}

TEST_F(ExplainWorld, SaysHowManyEntriesThereAre) {
  const std::string size = std::to_string(entries_.size());
  const Explained none = explained(entries_.size());
  EXPECT_EQ(textOf(none), "not checked\n  entry " + size + ": the log has " + size +
                              " entries, counted from 0\nverdict NOT_FOUND\n" +
                              meaningOfNotFound().in(Language::kEnglish) + "\n");
  EXPECT_EQ(none.audit.facts.signatures, 0U) << "nothing else was judged for that";
  EXPECT_NE(textOf(explained(entries_.size(), Language::kKazakh)).find("қорытынды NOT_FOUND"), std::string::npos);
}

TEST_F(ExplainWorld, CallsAnAlteredEntryNoBrokenRule) {
  auto members = sealedLog(entries_, world_.log_key);
  auto altered = entries_;
  auto entry = *ledger::decodeEntry(altered[6]);
  entry.salt.bytes[0] ^= 1U;
  altered[6] = encode(entry);
  for (const auto& [name, bytes] : sealedLog(altered, world_.log_key)) {
    if (name.starts_with("tile/entries/")) members[name] = bytes;
  }
  log_ = writeMembers(members, folder_ / "altered");
  const Explained told = explained(6);
  EXPECT_NE(told.text.find("Entry 6 is NOT as it was signed: ENTRY_TAMPERED: "), std::string::npos) << told.text;
  EXPECT_EQ(told.exitCode(), kExitWrong);
  // Those after it were signed for another root than the altered one gives.
  for (const std::uint64_t index : {std::uint64_t{6}, entries_.size() - 1}) {
    const Explained one = explained(index);
    EXPECT_EQ(one.text.find("BROKEN"), std::string::npos) << one.text;
    EXPECT_NE(one.text.find("is not known"), std::string::npos) << one.text;
    EXPECT_EQ(one.held, std::nullopt) << index;
  }
}

TEST_F(ExplainWorld, SaysWhereARuleIsBrokenAndWhatIsNotKnown) {
  ledger::HoursAttest attest{world_.hours, ledger::Minutes(60), ledger::AttestationMethod::kPresent,
                             ledger::HoursReason::kNone, world_.now()};
  const auto forged = world_.forged(*world_.volunteer, {attest});
  log_ = writeMembers(sealedLog(forged, world_.log_key), folder_ / "forged");
  const Explained told = explained(forged.size() - 1);
  EXPECT_EQ(told.held, false) << told.text;
  EXPECT_NE(told.text.find("A rule is BROKEN: ROLE_MISSING"), std::string::npos) << told.text;
  EXPECT_EQ(told.exitCode(), kExitWrong);
  EXPECT_EQ(explained(2).held, true) << "of another entry the rules held";
  auto members = sealedLog(entries_, world_.log_key);
  members.lower_bound("tile/entries/")->second[100] ^= 1;
  log_ = writeMembers(members, folder_ / "damaged");
  EXPECT_NE(explained(entries_.size() - 1).held, true);
}

}  // namespace
}  // namespace audit::tests
