// The archive of everything public: what an operator changes, adds or withholds in it is found without the log.
#include "audit/answers/public_archive.h"

#include <capnp/serialize.h>
#include <gtest/gtest.h>

#include <deque>
#include <nlohmann/json.hpp>
#include <set>

#include "audit/answers/body_json.h"
#include "audit/answers/public_tables.h"
#include "audit/log/paths.h"
#include "audit/log/stream_bundle.h"
#include "ledger/event/json.h"
#include "projections/fact_source.h"
#include "projections/oversight/public_entries.h"
#include "tests/audit/answers/answered_log.h"
#include "tests/audit/world.h"

namespace audit::tests {
namespace {

Buffer bufferOf(std::string_view text) {
  const Bytes bytes = bytesOf(text);
  return {bytes.begin(), bytes.end()};
}

std::string textOfMember(const Members& members, const char* name) {
  return std::string(textOf(Bytes(members.at(name))));
}

class PublicArchive : public ::testing::Test {
 protected:
  PublicArchive() {
    world_.settle();
    world_.work();
    log_ = world_.entries();
    tell();
  }

  // What took effect and is public, as the ledger says it.
  void tell() {
    ledger::LogReader reader(world_.log());
    projections::FactSource source(reader);
    for (std::uint64_t at = 0; at < log_.size(); ++at) {
      const auto stored = reader.read(at, 1);
      const auto fact = source.take(stored->front());
      if (*fact == nullptr || !projections::isPublic(**fact)) continue;
      const auto body = ledger::jsonOf(*(*fact)->command);
      const ledger::JsonValue line =
          ledger::JsonValue::Fields{{"index", (*fact)->index},
                                    {"stated", (*fact)->stated},
                                    {"recordedAt", ledger::Instant{(*fact)->recorded_at, 0}.text()},
                                    {"event", ledger::traitsOf(ledger::kindOf(*(*fact)->command)).event},
                                    {"body", body}};
      lines_ += line.line() + "\n";
      shown_.insert({(*fact)->index, (*fact)->stated});
      if ((*fact)->index != (*fact)->stated) endorsed_ = (*fact)->stated;
      count(**fact);
    }
  }

  void count(const projections::Fact& fact) {
    const ledger::Bytes bytes = ledger::encode(*fact.command);
    auto& words = commands_.emplace_back((bytes.size() + 7) / 8);
    std::memcpy(words.data(), bytes.data(), bytes.size());
    const void* start = words.data();
    const auto command = capnp::readMessageUnchecked<schema::Command>(static_cast<const capnp::word*>(start));
    tables_.take({fact.index, fact.stated, fact.recorded_at, {}, command}, bodyJson(command));
  }

  // Tables are the auditor's own: sample_flow_test.py has those of the ledger.
  Members members() const {
    Members members;
    std::string paths;
    Buffer& entries = members["entries"];
    Tree tree;
    for (const Buffer& bytes : log_) tree.append(Sha256().leaf(bytes));
    TreeNodes nodes(tree);
    for (const std::uint64_t index : shown_) {
      const Buffer& bytes = log_[index];
      entries.push_back(static_cast<std::uint8_t>(bytes.size() >> 8U));
      entries.push_back(static_cast<std::uint8_t>(bytes.size() & 0xffU));
      entries.insert(entries.end(), bytes.begin(), bytes.end());
      paths += "index " + std::to_string(index) + "\n";
      const auto path = inclusionPath(nodes, index, tree.size());
      for (const Hash& hash : path.value_or(std::vector<Hash>{})) paths += base64Of(hash) + "\n";
      paths += "\n";
    }
    members["shown"] = bufferOf(paths);
    members["entries.jsonl"] = bufferOf(lines_);
    members["checkpoint"] = checkpointOf(log_, world_.log_key);
    members["README"] = bufferOf("An archive made for a test.\n");
    members["datapackage.json"] = bufferOf("{}\n");
    for (const auto& [name, text] : tables_.members()) members[name] = bufferOf(text);
    refreshManifest(members);
    return members;
  }

  Answer judged(Members members) const {
    refreshManifest(members);
    ShownQuestion question;
    question.vkey = verifierKeyOf(world_.log_key);
    Answer answer;
    verifyPublicArchive(*archiveOf(members), question, answer);
    return answer;
  }
  std::string verdict(Members members) const { return judged(std::move(members)).findings.verdict(); }

  World world_;
  std::vector<Buffer> log_;
  std::string lines_;
  std::set<std::uint64_t> shown_;
  std::uint64_t endorsed_ = 0;  // a proposal among them
  std::deque<std::vector<std::uint64_t>> commands_;
  PublicTables tables_;
};

TEST_F(PublicArchive, SaysWhatTheLogSays) {
  const Answer answer = judged(members());
  EXPECT_EQ(answer.findings.verdict(), "OK") << textOf(answer);
  EXPECT_EQ(answer.scope, "what is public");
  EXPECT_GT(shown_.size(), 5U);
  EXPECT_LT(shown_.size(), log_.size());
  EXPECT_NE(textOfMember(members(), "money/grant-figures.csv").find(",KZT,30000000,25000000,0,7000000,0,18000000"),
            std::string::npos);
}

TEST_F(PublicArchive, FindsABytePathOrKeyThatIsAnother) {
  Members changed = members();
  changed["entries"].back() ^= 1U;
  EXPECT_EQ(verdict(changed), "ENTRY_TAMPERED " + std::to_string(*shown_.rbegin()));
  changed = members();
  changed["shown"].resize(changed["shown"].size() - 1);
  EXPECT_EQ(verdict(changed), "BUNDLE_DAMAGED");
  const auto other = checkpointOf(log_, keyOf(7));
  changed = members();
  changed["checkpoint"] = other;
  EXPECT_EQ(verdict(changed), "BAD_SIGNATURE");
}

TEST_F(PublicArchive, FindsALineOrAFigureThatTheEntriesDoNotGive) {
  const Members honest = members();
  for (const char* name : {"entries.jsonl", "money/grants.csv", "money/grant-figures.csv", "money/disbursements.csv"}) {
    Members changed = honest;
    std::string text = textOfMember(honest, name);
    ASSERT_NE(text.find("KZT"), std::string::npos) << name;
    changed[name] = bufferOf(text.replace(text.find("KZT"), 3, "USD"));
    EXPECT_EQ(verdict(changed), "FIGURES_DIFFER") << name;
    changed[name] = bufferOf(textOfMember(honest, name) + textOfMember(honest, name));
    EXPECT_EQ(verdict(changed), "FIGURES_DIFFER") << name;
  }
  for (const char* name : {"money/wages.csv", "releases/2026-01/national.csv"}) {
    Members changed = honest;
    changed[name] = bufferOf("period\r\n");
    EXPECT_EQ(verdict(changed), "FIGURES_DIFFER") << name;
  }
  Members changed = honest;
  changed.erase("money/refunds.csv");
  EXPECT_EQ(verdict(changed), "FIGURES_DIFFER");
}

// A reader of the first of two names, or of floating numbers, would read another amount than was judged.
TEST_F(PublicArchive, FindsALineThatReadersTakeDifferently) {
  const Members honest = members();
  const std::string text = textOfMember(honest, "entries.jsonl");
  const auto at = text.find("\"minor\":");
  ASSERT_NE(at, std::string::npos);
  const auto end = text.find_first_not_of("0123456789", at + 8);
  for (const auto& [where, put] : {std::pair{at, "\"minor\":999,"}, std::pair{end, ".0"}}) {
    Members changed = honest;
    changed["entries.jsonl"] = bufferOf(std::string(text).insert(where, put));
    EXPECT_EQ(verdict(changed), "FIGURES_DIFFER") << put;
  }
}

TEST_F(PublicArchive, FindsAnEntryThatIsNotPublicOrLacksItsProposal) {
  ASSERT_NE(endorsed_, 0U);
  shown_.erase(endorsed_);
  EXPECT_TRUE(verdict(members()).starts_with("BUNDLE_DAMAGED ")) << textOf(judged(members()));
  shown_.insert(endorsed_);
  for (std::uint64_t index = 0; index < log_.size(); ++index) {
    if (!shown_.insert(index).second) continue;
    EXPECT_TRUE(verdict(members()).starts_with("BUNDLE_DAMAGED ")) << index;
    shown_.erase(index);
  }
}

// Whoever strips the proofs gets no OK for what the entries do not give.
TEST_F(PublicArchive, WithoutProofsIsLeftOpen) {
  Members unproven = members();
  unproven.erase("entries");
  unproven.erase("shown");
  unproven["without-proofs"] = bufferOf("Left out.\n");
  refreshManifest(unproven);
  const Answer answer = judged(unproven);
  EXPECT_EQ(answer.findings.verdict(), "COULD_NOT_CHECK") << textOf(answer);
  EXPECT_EQ(answer.findings.total(), 0U);
  const ::tests::TempFolder folder;
  writeFile(folder / "public.zip", zipOf(unproven));
  EXPECT_TRUE(isPublicArchive(folder / "public.zip"));
  ShownQuestion question;
  question.vkey = verifierKeyOf(world_.log_key);
  Answer opened;
  verifyPublicArchiveAt(folder / "public.zip", question, opened);
  EXPECT_EQ(opened.findings.verdict(), "COULD_NOT_CHECK") << textOf(opened);
  EXPECT_EQ(opened.findings.total(), 0U) << textOf(opened);
}

TEST_F(PublicArchive, IsKnownByItsMemberShown) {
  const ::tests::TempFolder folder;
  writeMembers(members(), folder / "public");
  EXPECT_TRUE(isPublicArchive(folder / "public"));
  EXPECT_FALSE(isStreamBundle(folder / "public"));
  writeFile(folder / "public.zip", zipOf(members()));
  EXPECT_TRUE(isPublicArchive(folder / "public.zip"));
  Answer answer;
  verifyPublicArchiveAt(folder / "public.zip", {}, answer);
  EXPECT_EQ(answer.findings.verdict(), "COULD_NOT_CHECK") << "no key was given";
}

}  // namespace
}  // namespace audit::tests
