#include "audit/witness/service.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <thread>

#include "ledger/seal/cosignature.h"
#include "tests/audit/witness/watched_log.h"
#include "tests/support/temp_folder.h"
#include "tests/vectors/tlog_vectors.h"

namespace audit::witness {
namespace {

constexpr std::uint64_t kTime = 1'679'315'147;  // of the known answers

class ServiceTest : public ::testing::Test {
 protected:
  ServiceTest() { watch(log_.vkey()); }

  void watch(const std::string& vkey) {
    const auto added = StateFolder(state_.path()).addLog(*VerifierKey::parse(vkey));
    ASSERT_TRUE(std::holds_alternative<bool>(added));
  }
  static Cosigner cosigner() {
    const auto seed = tests::digestOf(tests::tlogVectors()["note"]["witness_seed"]).bytes;
    return *Cosigner::of("witness.example/w1", seed);
  }
  Service service() {
    return Service(StateFolder(state_.path()), cosigner(),
                   {[] { return kTime; }, [this](const std::string& line) { complaints_.push_back(line); }});
  }
  ledger::HttpResponse ask(const std::string& body) { return service().answer({"POST", "/add-checkpoint", "", body}); }
  ledger::HttpResponse shown(const std::string& origin) {
    return service().answer({"GET", "/" + StateFolder::idOf(origin) + "/checkpoint", "", ""});
  }
  void expectCosigned(std::uint64_t old_size, std::uint64_t size) {
    EXPECT_EQ(ask(log_.body(old_size, size)).status, 200U) << old_size << " to " << size;
  }

  const tests::TempFolder state_;
  const tests::WatchedLog log_;
  std::vector<std::string> complaints_;
};

TEST_F(ServiceTest, AnswersTheKnownRequestWithTheKnownCosignature) {
  const auto known = tests::tlogVectors();
  watch(known["note"]["log_vkey"]);
  const std::string first = known["note"]["cosigned_checkpoints_by_size"]["256"];
  ASSERT_EQ(ask("old 0\n\n" + first).status, 200U) << "lines of keys that it does not know are passed over";
  const auto answer = ask(known["witness"]["add_checkpoint_request_256_to_300"]);
  EXPECT_EQ(answer.status, 200U);
  EXPECT_EQ(answer.body, known["witness"]["add_checkpoint_response"]);
  const auto newest = service().answer({"GET", "/" + known["witness"]["monitoring_path"].get<std::string>(), "", ""});
  EXPECT_EQ(newest.status, 200U);
  EXPECT_EQ(newest.body, known["note"]["cosigned_checkpoints_by_size"]["300"]);
}

TEST_F(ServiceTest, CosignsWhatGrowsAndShowsIt) {
  EXPECT_EQ(shown("log.example/one").status, 404U) << "nothing is cosigned yet";
  expectCosigned(0, 3);
  expectCosigned(3, 3);
  expectCosigned(3, 8);
  expectCosigned(8, 20);
  const auto note = ledger::parseNote(shown("log.example/one").body);
  ASSERT_TRUE(note.ok());
  const auto key = ledger::verifierKey("witness.example/w1", ledger::NoteKeyType::kCosignature, cosigner().key());
  EXPECT_EQ(ledger::verifyCosignatures(*note, {&key, 1}, kTime)->size(), 1U);
  EXPECT_EQ(ledger::openCheckpoint(shown("log.example/one").body, log_.verifier())->size, 20U);
}

TEST_F(ServiceTest, AnUnknownLogIs404BeforeAnythingElse) {
  const tests::WatchedLog other("log.example/two");
  EXPECT_EQ(ask(other.body(5, 3)).status, 404U) << "though its sizes are wrong too";
  EXPECT_EQ(shown("log.example/two").status, 404U);
}

TEST_F(ServiceTest, AnotherKeyOrABrokenSignatureIs403BeforeTheSizesAreLookedAt) {
  const tests::WatchedLog forger("log.example/one", 8);
  EXPECT_EQ(ask(forger.body(5, 3)).status, 403U);
  std::string body = log_.body(0, 3);
  char& inside = body[body.size() - 10];  // of the signature
  inside = inside == 'A' ? 'B' : 'A';
  EXPECT_EQ(ask(body).status, 403U);
  EXPECT_EQ(ask(log_.body(0, 3)).status, 200U) << "the same request unbroken";
}

TEST_F(ServiceTest, ASecondTrustedKeyThatSignsWronglyIs403) {
  const tests::WatchedLog rotated("log.example/one", 8);
  watch(rotated.vkey());
  const auto broken = ledger::parseNote(rotated.note(4))->signatures[0];
  const std::string both = log_.body(0, 3) + ledger::signatureLine(broken);
  EXPECT_EQ(ask(both).status, 403U);
  const auto good = ledger::parseNote(rotated.note(3))->signatures[0];
  EXPECT_EQ(ask(log_.body(0, 3) + ledger::signatureLine(good)).status, 200U);
}

TEST_F(ServiceTest, AnOldSizeAboveTheNewIs400BeforeItIsComparedWithWhatWasCosigned) {
  expectCosigned(0, 3);
  EXPECT_EQ(ask(log_.body(9, 8)).status, 400U);
}

TEST_F(ServiceTest, AnotherOldSizeIs409WithTheSizeThatWasCosigned) {
  expectCosigned(0, 8);
  for (const std::uint64_t old_size : {0U, 3U, 9U}) {
    const auto answer = ask(log_.body(old_size, 12));
    EXPECT_EQ(answer.status, 409U) << old_size;
    EXPECT_EQ(answer.body, "8\n");
    EXPECT_EQ(answer.content_type, "text/x.tlog.size");
  }
  EXPECT_EQ(ask(log_.body(0, 3)).status, 409U) << "a shorter tree";
}

TEST_F(ServiceTest, AForkIs422AndIsToldToTheOperator) {
  expectCosigned(0, 8);
  const auto fork = log_.forkedAt(5);
  EXPECT_EQ(ask(fork.body(8, 12)).status, 422U);
  EXPECT_EQ(ask(fork.body(8, 8)).status, 422U) << "another root at the same size";
  EXPECT_EQ(complaints_.size(), 2U);
  expectCosigned(8, 12);
}

TEST_F(ServiceTest, AProofWhereNoneBelongsIs422) {
  const auto hash = log_.rootAt(1);
  EXPECT_EQ(ask(ledger::addCheckpointBody(0, {hash}, log_.note(3))).status, 422U);
  expectCosigned(0, 3);
  EXPECT_EQ(ask(ledger::addCheckpointBody(3, {hash}, log_.note(3))).status, 422U);
  EXPECT_EQ(ask(ledger::addCheckpointBody(3, {}, log_.note(8))).status, 422U) << "none where one belongs";
}

TEST_F(ServiceTest, ATreeOfNoEntriesHasTheEmptyRoot) {
  EXPECT_EQ(ask(ledger::addCheckpointBody(0, {}, log_.noteOf(log_.rootAt(1), 0))).status, 422U);
  EXPECT_EQ(ask(ledger::addCheckpointBody(0, {}, log_.noteOf(ledger::emptyRoot(), 0))).status, 200U);
  expectCosigned(0, 1);
}

TEST_F(ServiceTest, WhatIsNoRequestIs400) {
  const std::string good = log_.body(3, 8);
  expectCosigned(0, 3);
  for (const std::string& body :
       {std::string(), std::string("old 3\n"), good.substr(1), "old 03\n" + good.substr(6), "old -1\n" + good.substr(6),
        "old 3 \n" + good.substr(6), "old 3\nAAAA\n" + good.substr(6), "old 3\r\n" + good.substr(6),
        good.substr(0, good.size() - 1), good + "more\n"}) {
    EXPECT_EQ(ask(body).status, 400U) << body;
  }
  std::string sixty_four = "old 3\n";
  for (int i = 0; i < 64; ++i) sixty_four += log_.rootAt(1).base64() + "\n";
  EXPECT_EQ(ask(sixty_four + "\n" + log_.note(8)).status, 400U);
  EXPECT_EQ(ask(good).status, 200U);
}

TEST_F(ServiceTest, OtherPathsAndMethodsAreRefused) {
  EXPECT_EQ(service().answer({"GET", "/add-checkpoint", "", ""}).status, 405U);
  EXPECT_EQ(service().answer({"POST", "/" + StateFolder::idOf("log.example/one") + "/checkpoint", "", ""}).status,
            405U);
  for (const char* target : {"/", "/checkpoint", "/../keys/checkpoint", "/add-checkpoint/"})
    EXPECT_EQ(service().answer({"GET", target, "", ""}).status, 404U) << target;
}

TEST_F(ServiceTest, ADamagedStateCosignsNothing) {
  expectCosigned(0, 3);
  const auto file = state_ / "logs" / StateFolder::idOf("log.example/one") / "checkpoint";
  std::ofstream(file, std::ios::trunc) << "nothing";
  EXPECT_EQ(ask(log_.body(3, 8)).status, 500U);
  EXPECT_EQ(ask(log_.body(0, 3)).status, 500U) << "a damaged file is not an absent one";
  EXPECT_EQ(shown("log.example/one").status, 500U);
  EXPECT_FALSE(complaints_.empty());
}

TEST_F(ServiceTest, NothingIsAnsweredThatCannotBeRecorded) {
  expectCosigned(0, 3);
  const auto folder = state_ / "logs" / StateFolder::idOf("log.example/one");
  std::filesystem::create_directory(folder / "checkpoint.new");  // stands where the new file is written
  const auto answer = ask(log_.body(3, 8));
  EXPECT_EQ(answer.status, 500U);
  EXPECT_EQ(answer.body.find("\xE2\x80\x94"), std::string::npos);
  std::filesystem::remove(folder / "checkpoint.new");
  expectCosigned(3, 8);
}

// Many ask for growth from the same size, to different ones: one of each round wins, and sizes never fall.
TEST_F(ServiceTest, OfRequestsAtTheSameTimeOneWinsAndSizesNeverFall) {
  Service shared = service();
  std::uint64_t last = 0;
  for (std::uint64_t round = 0; last < 15; ++round) {
    std::array<unsigned, 4> statuses{};
    std::vector<std::thread> asking;
    for (unsigned i = 0; i < statuses.size(); ++i) {
      asking.emplace_back([&, i] {
        statuses[i] = shared.answer({"POST", "/add-checkpoint", "", log_.body(last, last + 1 + i)}).status;
      });
    }
    for (auto& one : asking) one.join();
    EXPECT_EQ(std::ranges::count(statuses, 200U), 1);
    EXPECT_EQ(std::ranges::count(statuses, 409U), 3);
    const auto now = ledger::openCheckpoint(shown("log.example/one").body, log_.verifier());
    ASSERT_TRUE(now.ok());
    EXPECT_GT(now->size, last);
    last = now->size;
  }
}

}  // namespace
}  // namespace audit::witness
