// The manifest: what differs is damage, what could not be read is left open.
#include "audit/log/bundle.h"

#include <gtest/gtest.h>

#include "audit/base/sha256.h"
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

}  // namespace
}  // namespace audit::tests
