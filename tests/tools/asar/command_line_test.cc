#include "tools/asar/command_line.h"

#include <gtest/gtest.h>

#include <sstream>

#include "ledger/event/json_gate.h"
#include "ledger/event/values.h"
#include "tests/support/temp_folder.h"
#include "tools/asar/commands.h"
#include "tools/asar/print.h"
#include "tools/asar/settings.h"

namespace tools {
namespace {

struct Ended {
  int code = 0;
  std::string out, err;
};

class CommandLine : public testing::Test {
 protected:
  Ended run(std::vector<std::string> words) {
    std::stringstream in, out, err;
    ledger::FixedClock clock(1'772'341'200'000);
    ledger::SeededRandom random(3);
    Session session{.folder = {},
                    .in = in,
                    .out = out,
                    .err = err,
                    .clock = clock,
                    .random = random,
                    .environment = [this](const std::string& name) -> std::optional<std::string> {
                      if (name == "ASAR_DATA") return (folder_ / "absent").string();
                      return std::nullopt;
                    }};
    const int code = runCommandLine(words, allCommands(), session);
    return {code, out.str(), err.str()};
  }

  tests::TempFolder folder_;
};

TEST_F(CommandLine, EveryCommandAndOptionHasItsText) {
  for (const auto& command : allCommands()) {
    EXPECT_TRUE(hasText(std::string(command.noun))) << command.noun;
    EXPECT_TRUE(hasText(command.key())) << command.key();
    for (const auto& option : command.options)
      EXPECT_TRUE(hasText(textKeyOf(command, option.name))) << command.title() << " --" << option.name;
    for (const auto& positional : command.positionals)
      EXPECT_TRUE(hasText(textKeyOf(command, positional.name))) << command.title() << " " << positional.name;
  }
}

TEST_F(CommandLine, EveryCommandAnswersWithOneJsonObject) {
  for (const auto& command : allCommands()) {
    if (command.noun == "help") continue;
    std::vector<std::string> words{"--json", std::string(command.noun)};
    if (!command.verb.empty()) words.emplace_back(command.verb);
    for (const auto& positional : command.positionals) {
      // An index, or a path of nothing that exists.
      if (positional.required) words.push_back(positional.name == "index" ? "1" : (folder_ / "x/y").string());
    }
    for (const auto& option : command.options) {
      if (option.required) words.insert(words.end(), {"--" + std::string(option.name), "z"});
    }
    const Ended done = run(words);
    ASSERT_FALSE(done.out.empty()) << command.title() << ": " << done.err;
    const auto json = ledger::parseJson(done.out.substr(0, done.out.size() - 1));
    ASSERT_TRUE(json.ok()) << command.title() << ": " << done.out;
    ASSERT_NE(json->find("ok"), nullptr) << command.title();
    EXPECT_EQ(*json->find("ok"), ledger::JsonValue(done.code == 0)) << command.title() << ": " << done.out;
    EXPECT_EQ(*json->find("command"), ledger::JsonValue(command.title()));
    EXPECT_TRUE(done.code == 0 || json->find("error")->find("code") != nullptr);
  }
}

TEST_F(CommandLine, WrongUseIsExitCode2AndNamesTheNearestWord) {
  const Ended done = run({"chekpoint", "show"});
  EXPECT_EQ(done.code, 2);
  EXPECT_TRUE(done.out.empty());
  EXPECT_NE(done.err.find("did you mean checkpoint?"), std::string::npos) << done.err;
  EXPECT_EQ(run({"event", "show"}).code, 2);
  EXPECT_EQ(run({"event", "show", "minus-one"}).code, 2);
  EXPECT_EQ(run({}).code, 2);
  EXPECT_EQ(run({"status", "--bogus"}).code, 2);
  EXPECT_EQ(run({"--json", "status", "--bogus"}).out.substr(0, 12), "{\"ok\":false,");
}

TEST_F(CommandLine, GlobalOptionsMayStandAfterTheCommand) {
  EXPECT_EQ(run({"version", "--json"}).out, run({"--json", "version"}).out);
}

TEST_F(CommandLine, AFileMayBeCalledLikeANoun) {
  const Ended done = run({"key", "show", "status"});
  EXPECT_EQ(done.code, 5) << done.err;
}

TEST_F(CommandLine, HelpListsEveryCommandOfTheSchema) {
  const Ended done = run({"help", "commands"});
  EXPECT_EQ(done.code, 0);
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const auto& traits = ledger::traitsOf(static_cast<ledger::Kind>(i));
    EXPECT_NE(done.out.find("\n" + std::string(traits.command) + " → " + std::string(traits.event) + "\n"),
              std::string::npos)
        << traits.command;
  }
}

TEST_F(CommandLine, HelpExplainsNounsAndTopics) {
  EXPECT_NE(run({"help", "key"}).out.find("request"), std::string::npos);
  EXPECT_NE(run({"help"}).out.find("submit"), std::string::npos);
  EXPECT_NE(run({"help", "exit-codes"}).out.find("10 no ledger"), std::string::npos);
  EXPECT_EQ(run({"help", "nothing"}).code, 5);
  EXPECT_EQ(run({"help", "commands", "nothing"}).code, 5);
  EXPECT_EQ(run({"key", "create", "--help"}).code, 0);
  EXPECT_NE(run({"key", "--help"}).out.find("Usage: asar key"), std::string::npos);
}

TEST_F(CommandLine, HelpSpeaksTheLanguageThatIsAskedFor) {
  EXPECT_NE(run({"--lang", "ru", "key", "create", "--help"}).out.find("Вызов: asar key create"), std::string::npos);
  EXPECT_NE(run({"key", "--lang=kk", "--help"}).out.find("Қолданылуы: asar"), std::string::npos);
  EXPECT_NE(run({"help", "--lang", "kk"}).out.find("Журнал жазбалары"), std::string::npos);
  EXPECT_NE(run({"--lang", "xx", "--help"}).out.find("Usage: asar"), std::string::npos);
  EXPECT_NE(run({"--lang", "ru", "event", "show"}).err.find("не указано обязательное: index"), std::string::npos);
  EXPECT_NE(run({"--lang", "ru", "--bogus", "status"}).err.find("здесь лишнее: --bogus"), std::string::npos);
  for (const std::string language : {"kk", "ru"}) {
    const Ended done = run({"--lang", language, "help", "commands"});
    EXPECT_EQ(done.code, 0);
    EXPECT_EQ(done.out.find("sender:"), std::string::npos);
    EXPECT_EQ(done.out.find("one of"), std::string::npos);
    EXPECT_EQ(done.out.find("id of a"), std::string::npos);
  }
}

TEST_F(CommandLine, HelpFitsIntoEightyColumns) {
  for (const std::string language : {"kk", "ru", "en"}) {
    for (const auto& command : allCommands()) {
      std::vector<std::string> words{"--lang", language, std::string(command.noun)};
      if (!command.verb.empty()) words.emplace_back(command.verb);
      words.emplace_back("--help");
      std::istringstream lines(run(words).out);
      for (std::string line; std::getline(lines, line);) EXPECT_LE(displayWidth(line), 80U) << line;
    }
  }
}

TEST_F(CommandLine, OutputThatCannotBeWrittenIsToldUnlessItsReaderLeft) {
  for (const bool left : {true, false}) {
    std::stringstream in, err;
    std::ostream out(nullptr);  // takes nothing
    ledger::FixedClock clock(0);
    ledger::SeededRandom random(3);
    Session session{.folder = {},
                    .in = in,
                    .out = out,
                    .err = err,
                    .clock = clock,
                    .random = random,
                    .environment = [](const std::string&) { return std::nullopt; }};
    session.reader_left = [left] { return left; };
    EXPECT_EQ(runCommandLine({"version"}, allCommands(), session), left ? kReaderLeft : kFailure);
    EXPECT_EQ(err.str(), left ? "" : "asar: the answer could not be written\n");
  }
}

}  // namespace
}  // namespace tools
