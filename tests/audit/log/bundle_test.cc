// The manifest: what differs is damage, what could not be read is left open.
#include "audit/log/bundle.h"

#include <gtest/gtest.h>

#include "audit/base/sha256.h"
#include "tests/audit/answers/answered_log.h"
#include "tests/audit/made_bundle.h"

namespace audit::tests {
namespace {

Buffer bufferOf(std::string_view text) {
  return {text.begin(), text.end()};
}

// As on a disk that gives one file no more.
class OneUnreadable final : public Archive {
 public:
  OneUnreadable(Members members, std::string unreadable)
      : members_(std::move(members)), unreadable_(std::move(unreadable)) {
    for (const auto& [name, bytes] : members_) names_.push_back(name);
  }
  std::optional<Buffer> read(const std::string& name, std::uint64_t) const override {
    return name == unreadable_ || !has(name) ? std::nullopt : std::optional(members_.at(name));
  }
  bool has(const std::string& name) const override { return members_.contains(name); }
  const std::vector<std::string>& names() const override { return names_; }
  bool isZip() const override { return false; }

 private:
  Members members_;
  std::string unreadable_;
  std::vector<std::string> names_;
};

Members someMembers() {
  Members members = {
      {"README", bufferOf("text\n")}, {"checkpoint", bufferOf("c\n")}, {"figures.json", bufferOf("{}\n")}};
  refreshManifest(members);
  return members;
}

std::string verdictOf(const Members& members, const std::string& unreadable) {
  Findings findings;
  checkManifest(OneUnreadable(members, unreadable), findings);
  return findings.verdict();
}

TEST(Manifest, NamesEveryMember) {
  EXPECT_EQ(verdictOf(someMembers(), ""), "OK");
  for (const char* name : {"README", "checkpoint", "figures.json", "manifest"}) {
    auto members = someMembers();
    members.erase(name);
    EXPECT_EQ(verdictOf(members, ""), "BUNDLE_DAMAGED") << name;
  }
  auto members = someMembers();
  members["stranger"] = bufferOf("x");
  refreshManifest(members);
  EXPECT_EQ(verdictOf(members, ""), "BUNDLE_DAMAGED");
}

TEST(Manifest, AMemberThatCannotBeReadIsLeftOpenAndNotCalledWrong) {
  for (const char* name : {"README", "checkpoint", "figures.json", "manifest"}) {
    EXPECT_EQ(verdictOf(someMembers(), name), "COULD_NOT_CHECK") << name;
  }
  auto members = someMembers();
  members["checkpoint"] = bufferOf("d\n");
  EXPECT_EQ(verdictOf(members, "README"), "BUNDLE_DAMAGED") << "what is wrong elsewhere stays wrong";
}

TEST(Manifest, HoldsNothingElse) {
  auto members = someMembers();
  for (const char* more : {"\n", "x", "  README\n"}) {
    auto longer = members;
    for (const char c : std::string_view(more)) longer["manifest"].push_back(static_cast<std::uint8_t>(c));
    EXPECT_EQ(verdictOf(longer, ""), "BUNDLE_DAMAGED") << more;
  }
}

TEST(Zip, SaysWhatAFileIsInstead) {
  const auto key = *ledger::KeyPair::fromSeed(ledger::Seed{7});
  const Buffer note = checkpointOf({bufferOf("an entry")}, key);
  const std::pair<std::string, std::string> cases[] = {
      {"PK\x03\x04 and then the line went dead, long before its end", "cut off on its way"},
      {"Dear auditor,\nthe ledger is in the other letter.\n", "is no ZIP"},
      {base64Of(Hash{}) + "\n" + base64Of(Hash{}) + "\n", "holds the hashes of a proof"},
      {std::string(audit::textOf(Bytes(note))), "is a checkpoint and no export"},
      {"", "is no ZIP"},
  };
  for (const auto& [text, said] : cases) {
    Findings findings;
    EXPECT_EQ(openZip(memorySource(bufferOf(text)), findings), nullptr) << text;
    EXPECT_EQ(findings.verdict(), "BUNDLE_DAMAGED") << text;
    ASSERT_EQ(findings.total(), 1U) << text;
    EXPECT_NE(findings.sorted()[0].sentence.find(said), std::string::npos) << findings.sorted()[0].sentence;
  }
}

TEST(WholeLog, IsNoBundleOfOneStream) {
  ::tests::TempFolder folder;
  const std::string id = "01arz3ndektsv4rrffq69g5fav";
  Members members = {{"stream", bufferOf("asar/stream/v1\ngrant " + id + "\nheads 41\ntree grants KZT\n")}};
  refreshManifest(members);
  members["README"] = bufferOf("the manifest does not name it: that is for verify to say\n");
  Findings findings;
  EXPECT_EQ(openWholeLog(writeMembers(members, folder / "stream"), findings), nullptr);
  EXPECT_EQ(findings.verdict(), "COULD_NOT_CHECK");
  EXPECT_EQ(findings.notCheckedList(),
            std::vector{"this bundle holds one stream (grant " + id + "): use `asar-audit verify`"});
  Findings of_log;
  EXPECT_NE(openWholeLog(writeMembers(someMembers(), folder / "log"), of_log), nullptr);
  EXPECT_EQ(of_log.verdict(), "OK");
}

// It has no tiles, and that is no damage.
TEST(WholeLog, IsNoArchiveOfWhatIsPublic) {
  ::tests::TempFolder folder;
  Members members = {{"shown", bufferOf("")}, {"entries", bufferOf("")}, {"README", bufferOf("text\n")}};
  refreshManifest(members);
  const auto path = writeMembers(members, folder / "public");
  writeFile(folder / "public.zip", zipOf(members));
  for (const Place& place : {Place(path), Place(folder / "public.zip")}) {
    Findings findings;
    EXPECT_EQ(openWholeLog(place, findings), nullptr);
    EXPECT_EQ(findings.verdict(), "COULD_NOT_CHECK");
    EXPECT_EQ(findings.notCheckedList(),
              std::vector<std::string>{"this archive holds what is public alone: use `asar-audit verify`"});
    EXPECT_EQ(whyNotWhole(place), findings.notCheckedList().front()) << "watch says so, too";
  }
}

}  // namespace
}  // namespace audit::tests
