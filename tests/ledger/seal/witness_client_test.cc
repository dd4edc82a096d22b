#include "ledger/seal/witness_client.h"

#include <gtest/gtest.h>

#include <chrono>
#include <mutex>
#include <thread>

#include "ledger/seal/cosignature.h"
#include "ledger/seal/witness_check.h"
#include "tests/audit/witness/watched_log.h"
#include "tests/vectors/tlog_vectors.h"

namespace ledger {
namespace {

constexpr std::uint64_t kNow = 1'800'000'000;

// A witness as the protocol wants it, with faults on demand; each address is a witness of its own.
struct Peer {
  KeyPair key = *KeyPair::fromSeed(Seed{42});
  std::string name = "w.example/1";
  Position size = 0;
  std::uint64_t time = kNow;
  unsigned status = 0;  // answers so to everything, where not 0
  std::string body;     // with that status
  std::string shown;    // at the monitoring path
  std::string before;   // lines put before the cosignature
  int moves = 0;        // so often its size has changed when it is asked
  std::chrono::milliseconds delay{0};
  std::vector<std::string> asked;
};

class Peers final : public WitnessTransport {
 public:
  std::map<std::string, Peer> at;

  Result<WitnessReply> post(const std::string& url, const std::string& body) override {
    Peer* peer = find(url);
    if (peer == nullptr) return Error{ErrorCode::kUnavailable, "HTTP_TIMEOUT", url + " did not answer in time"};
    std::this_thread::sleep_for(peer->delay);
    const std::lock_guard hold(mutex_);
    peer->asked.push_back(body);
    if (peer->status != 0) return WitnessReply{peer->status, peer->body};
    if (peer->moves > 0 && peer->moves-- > 0) ++peer->size;
    if (!body.starts_with("old " + std::to_string(peer->size) + "\n"))
      return WitnessReply{409, std::to_string(peer->size) + "\n"};
    const auto note = parseNote(body.substr(body.find("\n\n") + 2));
    peer->size = parseCheckpointText(note->text)->size;
    return WitnessReply{200, peer->before + signatureLine(cosign(note->text, peer->time, peer->name, peer->key))};
  }
  Result<WitnessReply> get(const std::string& url) override {
    const Peer* peer = find(url);
    if (peer == nullptr || peer->shown.empty()) return WitnessReply{404, ""};
    return WitnessReply{200, peer->shown};
  }

 private:
  Peer* find(const std::string& url) {
    for (auto& [address, peer] : at) {
      if (url.starts_with(address + "/")) return &peer;
    }
    return nullptr;
  }
  std::mutex mutex_;
};

class WitnessClientTest : public ::testing::Test {
 protected:
  WitnessClientTest() { add("one", 42); }

  void add(const std::string& name, std::uint8_t seed) {
    Peer peer;
    peer.key = *KeyPair::fromSeed(Seed{seed});
    const std::string url = "http://" + name;
    policy_.witnesses.push_back(
        {name, verifierKey(peer.name, NoteKeyType::kCosignature, peer.key.publicKey()), url + "/"});
    peers_.at[url] = std::move(peer);
  }
  Peer& peer() { return peers_.at["http://one"]; }
  std::vector<WitnessStatement> askAll(Position size, std::map<std::string, Position> known = {}) {
    return askWitnesses({log_.note(size), log_.verifier(), std::move(known), kNow}, policy_, log_.view(), peers_);
  }
  WitnessStatement ask(Position size, std::map<std::string, Position> known = {}) { return askAll(size, known)[0]; }
  std::string judged(Position size) {
    const auto may = maySign(askAll(size), {20, kNow}, log_.view());
    return may ? "" : may.error().reason;
  }

  tests::WatchedLog log_;
  WitnessPolicy policy_;
  Peers peers_;
};

TEST(WitnessClient, WritesTheKnownRequestAndPath) {
  const auto known = tests::tlogVectors();
  std::string note = known["note"]["cosigned_checkpoints_by_size"]["300"];
  note = note.substr(0, note.rfind("\xe2\x80\x94 witness"));
  const std::string expected = known["witness"]["add_checkpoint_request_256_to_300"];
  const std::string hash = expected.substr(8, 44);
  EXPECT_EQ(addCheckpointBody(256, {Digest::from(*fromBase64(hash))}, note), expected);
  EXPECT_EQ(monitoringPath("log.example/volunteer-ledger"),
            "/" + known["witness"]["monitoring_path"].get<std::string>());
}

TEST_F(WitnessClientTest, KeepsACosignatureThatVerifies) {
  const auto statement = ask(8);
  EXPECT_EQ(statement.answer, WitnessAnswer::kCosigned) << statement.why;
  EXPECT_EQ(statement.time, kNow);
  const auto note = withCosignatures(log_.note(8), {statement});
  ASSERT_TRUE(note.ok());
  EXPECT_EQ(cosignersOf(*note, policy_).count("one"), 1U);
  EXPECT_TRUE(cosignersOf(log_.note(8), policy_).empty());
}

TEST_F(WitnessClientTest, AsksAgainFromTheSizeTheWitnessHolds) {
  peer().size = 5;
  EXPECT_EQ(ask(8).answer, WitnessAnswer::kCosigned);
  ASSERT_EQ(peer().asked.size(), 2U);
  EXPECT_EQ(peer().asked[1], log_.body(5, 8));
  EXPECT_EQ(ask(12, {{"one", 8}}).answer, WitnessAnswer::kCosigned);
  EXPECT_EQ(peer().asked.size(), 3U) << "what is known of its size spares the first question";
}

TEST_F(WitnessClientTest, GivesUpOnAWitnessWhoseSizeIsNeverTheSame) {
  peer().moves = 100;
  EXPECT_EQ(ask(18).answer, WitnessAnswer::kRefused);
  EXPECT_EQ(peer().asked.size(), 3U);
}

TEST_F(WitnessClientTest, DropsLinesThatItCannotVerify) {
  peer().before = "\xe2\x80\x94 stranger AAAAAAAA\nno line at all\n";
  const auto statement = ask(8);
  EXPECT_EQ(statement.answer, WitnessAnswer::kCosigned);
  EXPECT_EQ(withCosignatures(log_.note(8), {statement})->find("stranger"), std::string::npos);
}

TEST_F(WitnessClientTest, ACosignatureByAnotherKeyIsNone) {
  peer().key = *KeyPair::fromSeed(Seed{43});
  EXPECT_EQ(ask(8).answer, WitnessAnswer::kUnverified);
  peer().key = *KeyPair::fromSeed(Seed{42});
  peer().status = 200;
  peer().body = signatureLine(cosign("log.example/one\n9\nAAAA\n", kNow, "w.example/1", peer().key));
  EXPECT_EQ(ask(8).answer, WitnessAnswer::kUnverified) << "of another text";
}

TEST_F(WitnessClientTest, SaysWhatEachRefusalMeans) {
  const std::vector<std::pair<unsigned, WitnessAnswer>> answers = {
      {403, WitnessAnswer::kKeyRefused}, {404, WitnessAnswer::kUnknownLog}, {422, WitnessAnswer::kOtherTree},
      {400, WitnessAnswer::kRefused},    {500, WitnessAnswer::kRefused},    {301, WitnessAnswer::kRefused}};
  for (const auto& [status, answer] : answers) {
    peer().status = status;
    EXPECT_EQ(ask(8).answer, answer) << status;
    EXPECT_FALSE(ask(8).why.empty());
  }
  peers_.at.clear();
  EXPECT_EQ(ask(8).answer, WitnessAnswer::kSilent);
}

TEST_F(WitnessClientTest, ThoseWithoutAddressAreNotAsked) {
  policy_.witnesses[0].url.clear();
  EXPECT_EQ(ask(8).answer, WitnessAnswer::kNotAsked);
}

TEST_F(WitnessClientTest, AsksAllAtOnceAndKeepsTheOrderOfThePolicy) {
  for (std::uint8_t i = 1; i < 8; ++i) add("more" + std::to_string(i), static_cast<std::uint8_t>(50 + i));
  for (auto& [url, one] : peers_.at) one.delay = std::chrono::milliseconds(200);
  const auto begin = std::chrono::steady_clock::now();
  const auto statements = askAll(8);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::milliseconds(1200)) << "one after the other: 1.6 s";
  for (std::size_t i = 0; i < statements.size(); ++i) {
    EXPECT_EQ(statements[i].name, policy_.witnesses[i].name);
    EXPECT_EQ(statements[i].answer, WitnessAnswer::kCosigned);
  }
}

TEST_F(WitnessClientTest, MaySignWhereTheWitnessesHoldTheSameOrLess) {
  EXPECT_EQ(judged(8), "");
  EXPECT_EQ(judged(8), "");
  peers_.at.clear();
  EXPECT_EQ(judged(8), "") << "one that does not answer stops nobody";
}

TEST_F(WitnessClientTest, ALongerTreeForbidsToSign) {
  peer().size = 25;
  EXPECT_EQ(ask(8).answer, WitnessAnswer::kAhead);
  EXPECT_EQ(judged(8), "ROLLBACK_SUSPECTED");
  const auto may = maySign(askAll(8), {20, kNow}, log_.view());
  EXPECT_NE(may.error().message.find("25 entries, here are only 20"), std::string::npos) << may.error().message;
}

TEST_F(WitnessClientTest, MoreThanWasSignedHereForbidsToSignUnlessThisLogHoldsIt) {
  peer().size = 15;
  EXPECT_EQ(judged(8), "FORK_SUSPECTED") << "without a proof";
  peer().shown = log_.forkedAt(5).note(15);
  EXPECT_EQ(judged(8), "FORK_SUSPECTED");
  peer().shown = tests::WatchedLog("log.example/one", 9).note(15);
  EXPECT_EQ(judged(8), "FORK_SUSPECTED") << "signed by another key: no proof";
  peer().shown = log_.note(15);
  EXPECT_EQ(judged(8), "");
}

TEST_F(WitnessClientTest, AnotherTreeForbidsToSign) {
  peer().status = 422;
  EXPECT_EQ(judged(8), "FORK_SUSPECTED");
  peer().status = 409;  // so say some where the sizes are the same and the roots are not
  peer().body = "8\n";
  EXPECT_EQ(maySign(askAll(8, {{"one", 8}}), {20, kNow}, log_.view()).error().reason, "FORK_SUSPECTED");
}

TEST_F(WitnessClientTest, AClockThatIsOffByMoreThanFiveMinutesForbidsToSign) {
  for (const auto& [time, expected] : std::vector<std::pair<std::uint64_t, std::string>>{
           {kNow, ""}, {kNow - 300, ""}, {kNow - 301, "CLOCK_OFF"}, {kNow + 300, ""}, {kNow + 301, "CLOCK_OFF"}}) {
    peer().time = time;
    EXPECT_EQ(judged(8), expected) << time;
  }
  EXPECT_EQ(ask(8).answer, WitnessAnswer::kUnverified) << "a cosignature of the future is not kept";
}

// Of a log of 20 entries that publishes nothing and has signed so many.
TEST_F(WitnessClientTest, WhatMayBeARestoredBackupIsSignedOnlyWhereAWitnessTold) {
  const auto unpublished = [&](Position signed_here) {
    const auto may = maySign(askAll(8), {20, kNow, signed_here}, log_.view());
    return may ? "" : may.error().reason;
  };
  EXPECT_EQ(unpublished(8), "") << "it cosigned";
  for (const unsigned status : {403U, 404U, 500U}) {
    peer().status = status;
    EXPECT_EQ(unpublished(8), "WITNESSES_SILENT") << status;
    EXPECT_EQ(unpublished(20), "") << "nothing new is signed";
    EXPECT_EQ(judged(8), "") << "what was published remembers";
  }
  peer().status = 404;
  EXPECT_EQ(unpublished(0), "") << "a new log that it does not know yet";
  peer().status = 500;
  EXPECT_EQ(unpublished(0), "WITNESSES_SILENT");
  add("two", 50);
  EXPECT_EQ(unpublished(8), "") << "one of two told";
  policy_.witnesses.clear();
  EXPECT_EQ(unpublished(8), "") << "there is nobody to tell";
}

TEST_F(WitnessClientTest, TheClockIsJudgedByMostOfThem) {
  add("two", 50);
  peer().time = kNow - 4000;
  EXPECT_EQ(judged(8), "") << "one of two";
  add("three", 51);
  peers_.at["http://three"].time = kNow - 5000;
  EXPECT_EQ(judged(8), "CLOCK_OFF") << "two of three";
}

}  // namespace
}  // namespace ledger
