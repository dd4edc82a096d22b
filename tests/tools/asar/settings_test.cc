#include "tools/asar/settings.h"

#include <gtest/gtest.h>

#include <fstream>
#include <map>
#include <sstream>

#include "tests/support/temp_folder.h"

namespace tools {
namespace {

class Settings : public testing::Test {
 protected:
  void write(const char* name, const char* text) {
    std::ofstream(folder_ / name) << text;
    files_.push_back(folder_ / name);
  }
  ledger::Result<void> apply(const Flags& flags = {}) { return applySettings(flags, files_, session_); }

  tests::TempFolder folder_;
  std::map<std::string, std::string> environment_;
  std::vector<std::filesystem::path> files_;
  std::stringstream stream_;
  ledger::FixedClock clock_{0};
  ledger::SeededRandom random_{1};
  Session session_{.folder = {},
                   .in = stream_,
                   .out = stream_,
                   .err = stream_,
                   .clock = clock_,
                   .random = random_,
                   .environment = [this](const std::string& name) -> std::optional<std::string> {
                     const auto found = environment_.find(name);
                     return found == environment_.end() ? std::nullopt : std::optional(found->second);
                   }};
};

TEST_F(Settings, AreBuiltInWhereNothingIsSaid) {
  ASSERT_TRUE(apply().ok());
  EXPECT_EQ(session_.folder, "./asar-data");
  EXPECT_EQ(session_.language, Language::kEnglish);
  EXPECT_FALSE(session_.color);
}

TEST_F(Settings, TakeTheStrongestSource) {
  write("near.toml", "data = \"/near\"\nlang = \"ru\"\n");
  write("far.toml", "data = \"/far\"\nlang = \"kk\"\ncolor = \"always\"\n");
  ASSERT_TRUE(apply().ok());
  EXPECT_EQ(session_.folder, "/near");
  EXPECT_EQ(session_.language, Language::kRussian);
  EXPECT_TRUE(session_.color);
  environment_["ASAR_DATA"] = "/environment";
  ASSERT_TRUE(apply().ok());
  EXPECT_EQ(session_.folder, "/environment");
  ASSERT_TRUE(apply({.folder = "/flag", .language = {}, .color = {}}).ok());
  EXPECT_EQ(session_.folder, "/flag");
}

TEST_F(Settings, NameWhereAWrongValueCameFrom) {
  environment_["ASAR_LANG"] = "fr";
  const auto applied = apply();
  ASSERT_FALSE(applied.ok());
  EXPECT_EQ(applied.error().message, "ASAR_LANG: \"fr\" is not a language; there are kk, ru and en");
}

TEST_F(Settings, SayFromWhichLevelOnThereAreNotices) {
  ASSERT_TRUE(apply().ok());
  EXPECT_EQ(session_.notice_level, ledger::NoticeLevel::kWarn);
  environment_["ASAR_LOG_LEVEL"] = "off";
  ASSERT_TRUE(apply().ok());
  EXPECT_EQ(session_.notice_level, ledger::NoticeLevel::kOff);
  environment_["ASAR_LOG_LEVEL"] = "loud";
  const auto applied = apply();
  ASSERT_FALSE(applied.ok());
  EXPECT_EQ(applied.error().message, "ASAR_LOG_LEVEL: \"loud\" is not one of debug, info, warn, error, off");
}

TEST_F(Settings, SwitchColourOffWhereAsked) {
  session_.terminal = true;
  environment_["TERM"] = "xterm";
  ASSERT_TRUE(apply().ok());
  EXPECT_TRUE(session_.color);
  environment_["NO_COLOR"] = "1";
  ASSERT_TRUE(apply().ok());
  EXPECT_FALSE(session_.color);
}

}  // namespace
}  // namespace tools
