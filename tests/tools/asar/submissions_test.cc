#include "tools/asar/submissions.h"

#include <gtest/gtest.h>

#include <sstream>
#include <stdexcept>

#include "ledger/base/limits.h"
#include "ledger/event/describe.h"

namespace tools {
namespace {

using ledger::Kind;
using ledger::Visibility;

const ledger::SubmissionId kFirst = ledger::SeededRandom(5).id<ledger::SubmissionId>();

std::vector<LineCommand> linesOf(const std::vector<Kind>& kinds) {
  std::stringstream in;
  for (const Kind kind : kinds) in << ledger::exampleOf(kind).line() << "\n";
  ledger::SeededRandom random(1);
  auto lines = readCommands(in, random);
  EXPECT_TRUE(lines.ok());
  return lines ? *lines : std::vector<LineCommand>{};
}

std::vector<Group> groupsOf(const std::vector<Kind>& kinds, std::optional<Visibility> endorsed = std::nullopt) {
  return groupCommands(linesOf(kinds), kFirst, [&](const ledger::CommandBody&) { return endorsed; });
}

// Gives its text, and then fails as a disk does.
class FailingAfter : public std::streambuf {
 public:
  explicit FailingAfter(std::string text) : text_(std::move(text)) {
    setg(text_.data(), text_.data(), text_.data() + text_.size());
  }

 protected:
  int_type underflow() override { throw std::runtime_error("the disk is away"); }

 private:
  std::string text_;
};

TEST(Submissions, AreNotMadeOfInputThatCouldNotBeReadToItsEnd) {
  FailingAfter disk(ledger::exampleOf(Kind::kGrantClose).line() + "\n");
  std::istream in(&disk);
  ledger::SeededRandom random(1);
  const auto lines = readCommands(in, random);
  ASSERT_FALSE(lines.ok());
  EXPECT_EQ(lines.error().reason, "INPUT_UNREADABLE");
}

TEST(Submissions, LinesAreReadUpToTheirBoundAndNoFurther) {
  const std::string too_long(ledger::limits::kJsonLineBytesMax + 1, 'x');
  FailingAfter endless(too_long);
  std::istream in(&endless);
  ledger::SeededRandom random(1);
  EXPECT_EQ(readCommands(in, random).error().reason, "JSON_TOO_LONG");
}

TEST(Submissions, NumberLinesAndPassOverEmptyOnes) {
  std::stringstream in("\n" + ledger::exampleOf(Kind::kGrantClose).line() + "\n \r\n" +
                       ledger::exampleOf(Kind::kHoursVoid).line());
  ledger::SeededRandom random(1);
  const auto lines = readCommands(in, random);
  ASSERT_TRUE(lines.ok()) << lines.error().message;
  ASSERT_EQ(lines->size(), 2U);
  EXPECT_EQ((*lines)[0].line, 2U);
  EXPECT_EQ((*lines)[1].line, 4U);
}

TEST(Submissions, NameTheLineThatIsWrong) {
  for (const char* bad : {"{", R"({"command":"grantClose"})", R"({"command":"nothing"})"}) {
    std::stringstream in(ledger::exampleOf(Kind::kGrantClose).line() + "\n" + bad);
    ledger::SeededRandom random(1);
    const auto lines = readCommands(in, random);
    ASSERT_FALSE(lines.ok()) << bad;
    EXPECT_EQ(lines.error().message.substr(0, 6), "line 2") << lines.error().message;
  }
}

TEST(Submissions, KeepOneClassEach) {
  const auto groups =
      groupsOf({Kind::kOrganisationRegister, Kind::kGrantAward, Kind::kPersonRegister, Kind::kGrantClose});
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].visibility, Visibility::kPublic);
  EXPECT_EQ(groups[0].commands.size(), 2U);
  EXPECT_EQ(groups[1].visibility, Visibility::kPrivate);
  EXPECT_EQ(groups[2].first_line, 4U);
}

TEST(Submissions, GiveAnEndorsementTheClassOfItsProposal) {
  const auto groups = groupsOf({Kind::kEndorse}, Visibility::kPrivate);
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].visibility, Visibility::kPrivate);
}

TEST(Submissions, GiveTheVoidingOfABatchTheClassOfTheBatch) {
  const auto groups = groupsOf({Kind::kGrantClose, Kind::kImportVoid}, Visibility::kScoped);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[1].visibility, Visibility::kScoped);
  EXPECT_EQ(groupsOf({Kind::kImportVoid})[0].visibility, Visibility::kPublic) << "of a batch that is not there";
}

TEST(Submissions, LetAnImportsFirstCommandTakeTheClassOfTheNext) {
  const auto groups = groupsOf({Kind::kImportRecord, Kind::kHoursClaim});
  ASSERT_EQ(groups.size(), 1U);
  EXPECT_EQ(groups[0].visibility, Visibility::kPrivate);
}

TEST(Submissions, HoldAtMost4096Commands) {
  const auto groups = groupsOf(std::vector<Kind>(4097, Kind::kGrantClose));
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].commands.size(), 4096U);
}

TEST(Submissions, HoldAtMostOneMebibyte) {
  const auto groups = groupsOf(std::vector<Kind>(4096, Kind::kGrantAward));
  ASSERT_GT(groups.size(), 1U);
  for (const auto& group : groups) EXPECT_LE(group.bytes, ledger::limits::kCommandBytesPerSubmissionMax);
}

TEST(Submissions, HaveIdsThatFollowFromTheFirst) {
  const std::vector<Kind> kinds{Kind::kGrantAward, Kind::kPersonRegister, Kind::kGrantAward};
  const auto once = groupsOf(kinds);
  const auto again = groupsOf(kinds);
  ASSERT_EQ(once.size(), 3U);
  EXPECT_EQ(once[0].id, kFirst);
  EXPECT_NE(once[1].id, once[2].id);
  for (std::size_t i = 0; i < once.size(); ++i) EXPECT_EQ(once[i].id, again[i].id);
}

TEST(Submissions, AreSignedSoThatTheLedgerAcceptsTheEnvelope) {
  ledger::Seed seed{};
  seed[0] = 9;
  const auto key = ledger::KeyPair::fromSeed(seed);
  ASSERT_TRUE(key.ok());
  Signing signing{*key, {}, {}, ledger::Assurance::kAssisted, kFirst, seenOf(std::nullopt), std::nullopt};
  signing.person.bytes[0] = 1;
  signing.ledger.bytes[0] = 2;
  const auto groups = groupsOf({Kind::kGrantClose});
  const auto checked = ledger::checkSubmission(signGroup(groups[0], signing, 1'772'341'200'000));
  ASSERT_TRUE(checked.ok()) << checked.error().message;
  EXPECT_EQ(checked->header.submission, kFirst);
  EXPECT_EQ(checked->header.assurance, ledger::Assurance::kAssisted);
}

}  // namespace
}  // namespace tools
