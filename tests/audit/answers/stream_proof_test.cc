// All of one stream: what an operator who holds every key leaves out, adds or changes is found by the heads.
#include "audit/answers/stream_proof.h"

#include <gtest/gtest.h>

#include "audit/log/stream_bundle.h"
#include "ledger/seal/cosignature.h"
#include "tests/audit/answers/answered_log.h"
#include "tests/audit/made_stream.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

class StreamProof : public ::testing::Test {
 protected:
  StreamProof() {
    world_.settle();
    world_.work();
    operator_ = world_.enrol();
    world_.give(*operator_, Role::kOperator);
  }
  GrantAward awardOf(const char* currency, const char* number) {
    return {world_.subject(),
            number,
            "Trees",
            world_.funder,
            world_.grantee,
            world_.programme,
            "KZ-AST",
            {5'000, *Currency::parse(currency)},
            GrantClass::kSmall,
            FundSource::kState,
            world_.now()};
  }
  SubjectId award(const char* currency, const char* number) {
    const GrantAward made = awardOf(currency, number);
    world_.agree(*world_.funder_one, *world_.funder_two, made, Visibility::kPublic);
    return made.grant;
  }
  void bind() { world_.say(*operator_, headsNow(world_), Visibility::kPublic); }
  MadeStream made(const char* sort, const SubjectId& id, std::string name = {}) {
    if (name.empty()) name = id.text();
    return {world_, sort, name, id};
  }
  MadeStream grant() { return made("grant", world_.grant); }
  MadeStream person() { return made("person", SubjectId{world_.volunteer->person.bytes}); }
  static std::string fact(const Answer& answer, const std::string& name) {
    for (const auto& [key, value] : answer.facts) {
      if (key == name) return value;
    }
    return {};
  }

  World world_;
  std::optional<Actor> operator_;
};

TEST_F(StreamProof, ShowsAllOfEverySort) {
  bind();
  const MadeStream streams[] = {grant(), person(), made("organisation", world_.grantee),
                                made("region", regionStream("KZ-AST"), "KZ-AST")};
  for (const MadeStream& one : streams) {
    const Answer answer = one.judged();
    EXPECT_EQ(answer.findings.verdict(), "OK") << one.sort << "\n" << textOf(answer);
    EXPECT_EQ(fact(answer, "complete up to position"), std::to_string(one.heads));
    EXPECT_EQ(fact(answer, "entries"), std::to_string(one.own.size()));
    EXPECT_GT(one.own.size(), 1U);
  }
  const Answer money = grant().judged();
  EXPECT_EQ(fact(money, "awarded"), "30000000 KZT");
  EXPECT_NE(textOf(money).find("\nawarded 300\u00A0000.00\u00A0KZT\n"), std::string::npos) << textOf(money);
  EXPECT_EQ(fact(money, "disbursed"), "25000000 KZT");
  EXPECT_EQ(fact(money, "spent"), "7000000 KZT");
  EXPECT_EQ(fact(person().judged(), "minutes"), "120");
}

TEST_F(StreamProof, FindsAnyWithheldEntry) {
  bind();
  for (const MadeStream& whole : {grant(), person(), made("organisation", world_.grantee)}) {
    for (const auto& [version, index] : whole.own) {
      MadeStream less = whole;
      less.shown.erase(index);
      const Answer answer = less.judged();
      EXPECT_TRUE(answer.findings.has(Wrong::kIncompleteStream)) << whole.sort << " " << version << textOf(answer);
    }
    // With its submission, so that nothing is left of it: the first that is missing is named.
    MadeStream less = whole;
    const std::uint64_t last = whole.own.rbegin()->second;
    less.shown.erase(last);
    less.shown.erase(last - 1);
    EXPECT_EQ(less.verdict(), "INCOMPLETE_STREAM");
    EXPECT_NE(textOf(less.judged()).find("at position " + std::to_string(last)), std::string::npos);
  }
}

TEST_F(StreamProof, FindsALeafThatNamesFewerEntries) {
  bind();
  MadeStream less = person();
  const std::uint64_t last = less.own.rbegin()->second;
  const std::uint64_t before = std::next(less.own.rbegin())->second;
  std::string text = less.streamText();
  const std::string own = " " + std::to_string(less.own.size()) + " " + std::to_string(last);
  const std::string claimed = " " + std::to_string(less.own.size() - 1) + " " + std::to_string(before);
  for (auto at = text.find(own); at != std::string::npos; at = text.find(own, at))
    text.replace(at, own.size(), claimed);
  less.stream = text;
  less.shown.erase(last);
  less.shown.erase(last - 1);
  EXPECT_EQ(less.verdict(), "INCOMPLETE_STREAM");
}

TEST_F(StreamProof, FindsOldHeads) {
  bind();
  const MadeStream fresh = grant();
  const auto later = [&](std::int64_t minutes) {
    world_.wait(minutes);
    world_.enrol();
    MadeStream old = fresh;
    old.log = world_.entries();
    old.shown[old.log.size() - 1] = old.log.back();
    return old;
  };
  EXPECT_EQ(later(25 * 60).verdict(), "OK") << "just within" << textOf(later(0).judged());
  MadeStream old = later(1);
  EXPECT_EQ(old.verdict(), "INCOMPLETE_STREAM");
  EXPECT_NE(textOf(old.judged()).find("25 hours"), std::string::npos);
  old.shown.erase(old.log.size() - 1);
  EXPECT_EQ(old.verdict(), "INCOMPLETE_STREAM") << "without the last entry nobody knows how old they are";
}

TEST_F(StreamProof, FindsAChangedByteInAnyEntry) {
  bind();
  const MadeStream whole = grant();
  for (const auto& [index, bytes] : whole.shown) {
    MadeStream changed = whole;
    changed.shown[index][bytes.size() / 2] ^= 1;
    EXPECT_EQ(changed.verdict(), "ENTRY_TAMPERED " + std::to_string(index));
  }
}

TEST_F(StreamProof, FindsAnEntryOfAnotherStream) {
  bind();
  MadeStream more = grant();
  const std::uint64_t other = person().own.at(1);
  more.shown[other] = more.log[other];
  EXPECT_EQ(more.verdict(), "BUNDLE_DAMAGED " + std::to_string(other));
}

// Somebody signed several commands at once, and not all of them are shown: each is held to what was signed.
TEST_F(StreamProof, FindsACommandThatNobodySigned) {
  const auto interest = [&](std::int64_t minor) {
    return InterestRecord{world_.grant, {minor, *Currency::parse("KZT")}, world_.digest(), world_.now()};
  };
  world_.import(world_.subject(), {interest(500), awardOf("KZT", "BESIDE-1")}, Visibility::kPublic);
  bind();
  const MadeStream whole = grant();
  EXPECT_EQ(whole.verdict(), "OK") << textOf(whole.judged());
  const std::uint64_t last = whole.own.rbegin()->second;
  MadeStream changed = whole;
  auto entry = *decodeEntry(changed.log[last]);
  auto& event = std::get<EventBody>(entry.body);
  event.command = encode(Command{world_.fresh<NonceId>(), {}, interest(7'000)});
  changed.log[last] = changed.shown[last] = encode(entry);
  EXPECT_TRUE(changed.verdict().starts_with("BAD_SIGNATURE ")) << textOf(changed.judged());
}

TEST_F(StreamProof, FindsAnEventWithoutThePathOfItsCommand) {
  bind();
  Members members = grant().members();
  std::string proofs(audit::textOf(Bytes(members["proofs"])));
  proofs.erase(proofs.find("command\n"), 8);
  members["proofs"] = Buffer(proofs.begin(), proofs.end());
  refreshManifest(members);
  ShownQuestion question;
  question.vkey = verifierKeyOf(world_.log_key);
  Answer answer;
  verifyStream(*archiveOf(members), question, answer);
  EXPECT_TRUE(answer.findings.verdict().starts_with("BUNDLE_DAMAGED ")) << textOf(answer);
}

TEST_F(StreamProof, FindsAnEventWithoutItsSubmission) {
  bind();
  MadeStream less = grant();
  const std::uint64_t event = less.own.at(3);
  less.shown.erase(event - 1);
  EXPECT_EQ(less.verdict(), "BUNDLE_DAMAGED " + std::to_string(event));
}

TEST_F(StreamProof, FindsAWrongSum) {
  bind();
  for (MadeStream wrong : {grant(), person()}) {
    auto& tree = wrong.sort == "grant" ? wrong.trees.grants.at("KZT") : wrong.trees.minutes;
    auto leaves = tree.leaves();
    leaves[tree.placeOf(wrong.id)].sums[0] += 60;
    tree = *ledger::SumTree::over(leaves, tree.sums());
    EXPECT_EQ(wrong.verdict(), "FIGURES_DIFFER") << wrong.sort << textOf(wrong.judged());
  }
}

// The heads themselves say so, and the leaf leads to them: whoever counts the entries sees it all the same.
TEST_F(StreamProof, FindsAWrongSumThatTheHeadsConfirm) {
  StreamHeads lie = headsNow(world_);
  HeadTrees trees;
  world_.front().inspect([&](const ledger::State& state) { trees = *headTreesOf(state); });
  auto leaves = trees.grants.at("KZT").leaves();
  leaves[trees.grants.at("KZT").placeOf(world_.grant)].sums[2] -= 1'000'000;
  trees.grants.at("KZT") = *ledger::SumTree::over(leaves, 4);
  lie.grants[0].spent -= 1'000'000;
  lie.grants[0].root = trees.grants.at("KZT").root().hash;
  const auto log = world_.forged(*operator_, {lie, Visibility::kPublic});
  bind();
  MadeStream shown = grant();
  shown.log = log;
  shown.trees = trees;
  for (auto& [index, bytes] : shown.shown) bytes = log[index];
  EXPECT_EQ(shown.verdict(), "FIGURES_DIFFER") << textOf(shown.judged());
}

TEST_F(StreamProof, ProvesThatAStreamHasNoEntry) {
  bind();
  SubjectId below, above;
  below.bytes[15] = 1;
  above.bytes.fill(0xff);
  above.bytes[0] = 0x7f;
  for (const char* sort : {"person", "grant", "organisation"}) {
    for (const SubjectId& id : {world_.subject(), below, above}) {
      const Answer answer = made(sort, id).judged();
      EXPECT_EQ(answer.findings.verdict(), "OK") << sort << textOf(answer);
      EXPECT_EQ(fact(answer, "entries"), "0");
    }
  }
  EXPECT_EQ(made("region", regionStream("KZ-99"), "KZ-99").verdict(), "OK");
}

TEST_F(StreamProof, FindsAnAbsenceThatIsNone) {
  bind();
  // Neighbours of another id, shown for one that is there.
  MadeStream hidden = made("person", world_.subject());
  hidden.name = world_.volunteer->person.text();
  hidden.stream = hidden.streamText();
  hidden.id = SubjectId{world_.volunteer->person.bytes};
  EXPECT_EQ(hidden.verdict(), "INCOMPLETE_STREAM");
  // Leaves that are no neighbours.
  MadeStream grants = made("person", world_.subject());
  const auto& persons = grants.trees.persons;
  std::string text =
      "asar/stream/v1\nperson " + world_.volunteer->person.text() + "\nheads " + std::to_string(grants.heads) + "\n";
  grants.stream = text + "tree persons\n";
  EXPECT_EQ(grants.verdict(), "INCOMPLETE_STREAM") << "no leaf at all";
  grants.stream = text;
  EXPECT_EQ(grants.verdict(), "INCOMPLETE_STREAM") << "no tree at all";
  EXPECT_GT(persons.leaves().size(), 2U);
}

TEST_F(StreamProof, KnowsGrantsOfEachCurrency) {
  const SubjectId dollars = award("USD", "SG-2026-0002");
  bind();
  const Answer answer = made("grant", dollars).judged();
  EXPECT_EQ(answer.findings.verdict(), "OK") << textOf(answer);
  EXPECT_EQ(fact(answer, "awarded"), "5000 USD");
  EXPECT_EQ(grant().verdict(), "OK");
  // That it is in no tree is shown for every currency.
  const SubjectId none = world_.subject();
  MadeStream absent = made("grant", none);
  EXPECT_EQ(absent.verdict(), "OK");
  const std::string both = absent.streamText();
  absent.stream = both.substr(0, both.find("tree grants USD"));
  EXPECT_EQ(absent.verdict(), "INCOMPLETE_STREAM");
}

TEST_F(StreamProof, AProposedGrantIsNoneYet) {
  const GrantAward proposed = awardOf("KZT", "SG-2026-0003");
  world_.propose(*world_.funder_one, proposed, Visibility::kPublic);
  bind();
  EXPECT_EQ(made("grant", proposed.grant).verdict(), "OK");
}

TEST_F(StreamProof, LeavesMinutesOutWhereTheyAreNotToBeSeen) {
  bind();
  MadeStream without = person();
  without.with_minutes = false;
  const Answer answer = without.judged();
  EXPECT_EQ(answer.findings.verdict(), "OK") << textOf(answer);
  EXPECT_NE(textOf(answer).find("minutes: the path of their sum is not shown"), std::string::npos);
}

TEST_F(StreamProof, TakesNoOtherEntryForHeads) {
  bind();
  MadeStream wrong = grant();
  wrong.heads = wrong.own.rbegin()->second;
  EXPECT_EQ(wrong.verdict(), "INCOMPLETE_STREAM");
}

TEST_F(StreamProof, HoldsThePinnedKeyAndLedger) {
  bind();
  const MadeStream whole = grant();
  const Members members = whole.members();
  ShownQuestion question;
  question.vkey = verifierKeyOf(world_.first.key);
  Answer other_key;
  verifyStream(*archiveOf(members), question, other_key);
  EXPECT_EQ(other_key.findings.verdict(), "BAD_SIGNATURE");
  question.vkey = verifierKeyOf(world_.log_key);
  question.ledger = world_.subject().bytes;
  Answer other_ledger;
  verifyStream(*archiveOf(members), question, other_ledger);
  EXPECT_EQ(other_ledger.findings.verdict(), "ORIGIN_MISMATCH");
  question = {};
  Answer nobody;
  verifyStream(*archiveOf(members), question, nobody);
  EXPECT_EQ(nobody.findings.verdict(), "COULD_NOT_CHECK") << "the key was not given";
}

// A longer log was seen before, or a shorter one, or one of another past.
TEST_F(StreamProof, IsHeldToWhatWasSeenBefore) {
  bind();
  const MadeStream whole = grant();
  const auto verdict = [&](const std::vector<Buffer>& seen) {
    ShownQuestion question;
    question.vkey = verifierKeyOf(world_.log_key);
    question.old_checkpoints = {{"seen", checkpointOf(seen, world_.log_key)}};
    Answer answer;
    verifyStream(*archiveOf(whole.members()), question, answer);
    return answer.findings.verdict();
  };
  std::vector<Buffer> other = whole.log;
  EXPECT_EQ(verdict(other), "OK");
  other.back().push_back(0);
  EXPECT_EQ(verdict(other), "FORK");
  other.push_back(other.back());
  EXPECT_EQ(verdict(other), "ROLLBACK");
  other.resize(3);
  EXPECT_EQ(verdict(other), "COULD_NOT_CHECK") << "that takes the log";
}

TEST_F(StreamProof, NeedsTheQuorumThatThePolicyAsksFor) {
  bind();
  ShownQuestion question;
  question.vkey = verifierKeyOf(world_.log_key);
  const auto witness =
      ledger::verifierKey("witness.example/one", NoteKeyType::kCosignature, world_.first.key.publicKey());
  const std::string policy = "witness one " + vkeyText(witness) + "\nquorum one\n";
  question.witnesses = WitnessDemand{*readPolicy(policy).policy, std::uint64_t{1} << 40U};
  Answer answer;
  verifyStream(*archiveOf(grant().members()), question, answer);
  EXPECT_EQ(answer.findings.verdict(), "NO_QUORUM");
}

TEST_F(StreamProof, IsReadAsAZipAndAsAFolder) {
  bind();
  ::tests::TempFolder folder;
  const Members members = grant().members();
  const auto written = writeMembers(members, folder / "folder");
  writeFile(folder / "stream.zip", zipOf(members));
  ShownQuestion question;
  question.vkey = verifierKeyOf(world_.log_key);
  for (const auto& path : {written, folder / "stream.zip"}) {
    EXPECT_TRUE(isStreamBundle(path)) << path;
    Answer answer;
    verifyStreamAt(path, question, answer);
    EXPECT_EQ(answer.findings.verdict(), "OK") << path << textOf(answer);
  }
  Buffer zip = zipOf(members);
  zip[zip.size() / 2] ^= 1;
  writeFile(folder / "damaged.zip", zip);
  Answer damaged;
  verifyStreamAt(folder / "damaged.zip", question, damaged);
  EXPECT_EQ(damaged.findings.verdict(), "BUNDLE_DAMAGED");
  Members more = members;
  more["tile/0/000.p/1"] = Buffer(32);
  refreshManifest(more);
  Answer mixed;
  verifyStreamAt(writeMembers(more, folder / "mixed"), question, mixed);
  EXPECT_EQ(mixed.findings.verdict(), "BUNDLE_DAMAGED") << "a bundle is of one stream or of the log";
  EXPECT_FALSE(isStreamBundle(writeMembers(bundleOf(world_.entries(), world_.log_key), folder / "log")));
}

}  // namespace
}  // namespace audit::tests
