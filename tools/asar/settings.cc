#include "tools/asar/settings.h"

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <fstream>
#include <map>

#include "tools/asar/notices.h"

namespace tools {
namespace {

struct Value {
  std::string text;
  std::string origin;
};
using Values = std::map<std::string, Value>;

ledger::Error badSetting(const Value& value, const std::string& expected) {
  return {ledger::ErrorCode::kInvalid, "BAD_SETTING", value.origin + ": \"" + value.text + "\" is not " + expected};
}

// Adds what the file says and nothing stronger said before.
ledger::Result<void> readFile(const std::filesystem::path& file, Values& values) {
  std::ifstream in(file);
  if (!in) return {};
  try {
    for (const auto& item : CLI::ConfigTOML().from_config(in)) {
      if (item.parents.empty() && !item.inputs.empty()) {
        values.try_emplace(item.name, Value{item.inputs.front(), file.string() + ", " + item.name});
      }
    }
  } catch (const CLI::Error& error) {
    return badSetting({error.what(), file.string()}, "a setting; write lines such as data = \"/srv/asar\"");
  }
  return {};
}

ledger::Result<Language> languageIn(const Value& value) {
  if (const auto language = ledger::languageOf(value.text)) return *language;
  return badSetting(value, "a language; there are kk, ru and en");
}

ledger::Result<bool> colorOf(const Value& value, bool automatic) {
  if (value.text == "auto") return automatic;
  if (value.text == "always") return true;
  if (value.text == "never") return false;
  return badSetting(value, "one of auto, always, never");
}

}  // namespace

Environment systemEnvironment() {
  return [](const std::string& name) -> std::optional<std::string> {
    // NOLINTNEXTLINE(concurrency-mt-unsafe): read before any thread starts, written never
    const char* value = std::getenv(name.c_str());
    return value == nullptr || *value == '\0' ? std::nullopt : std::optional<std::string>(value);
  };
}

std::vector<std::filesystem::path> settingFiles(const Environment& environment) {
  std::vector<std::filesystem::path> files{"asar.toml"};
  if (const auto folder = environment("XDG_CONFIG_HOME")) {
    files.push_back(std::filesystem::path(*folder) / "asar/config.toml");
  } else if (const auto home = environment("HOME")) {
    files.push_back(std::filesystem::path(*home) / ".config/asar/config.toml");
  }
  files.emplace_back("/etc/asar/config.toml");
  return files;
}

Language settledLanguage(const std::optional<std::string>& flag, const std::vector<std::filesystem::path>& files,
                         const Environment& environment) {
  Values values;
  const auto given = flag ? flag : environment("ASAR_LANG");
  if (given) values["lang"] = {*given, ""};
  for (const auto& file : files) {
    if (!readFile(file, values)) break;
  }
  const auto found = values.find("lang");
  if (found == values.end()) return Language::kEnglish;
  return ledger::languageOf(found->second.text).value_or(Language::kEnglish);
}

ledger::Result<void> applySettings(const Flags& flags, const std::vector<std::filesystem::path>& files,
                                   Session& session) {
  const Environment& environment = session.environment;
  Values values;
  const auto take = [&](const std::string& name, const std::optional<std::string>& flag) {
    if (flag) values[name] = {*flag, "--" + name};
    std::string variable = "ASAR_" + name;
    for (char& c : variable) c = c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    if (const auto text = environment(variable)) values.try_emplace(name, Value{*text, variable});
  };
  take("data", flags.folder);
  take("lang", flags.language);
  take("color", flags.color);
  take("log-level", flags.log_level);
  for (const auto& file : files) ASAR_TRY(readFile(file, values));
  values.try_emplace("data", Value{"./asar-data", "built in"});
  values.try_emplace("lang", Value{"en", "built in"});
  values.try_emplace("color", Value{"auto", "built in"});
  values.try_emplace("log-level", Value{session.verbose ? "info" : "warn", "built in"});

  session.folder = values["data"].text;
  const auto language = languageIn(values["lang"]);
  if (!language) return language.error();
  session.language = *language;
  const bool plain = environment("NO_COLOR").has_value() || environment("TERM").value_or("dumb") == "dumb";
  const auto color = colorOf(values["color"], session.terminal && !plain);
  if (!color) return color.error();
  session.color = *color;
  const auto level = noticeLevelOf(values["log-level"].text);
  if (!level) return badSetting(values["log-level"], "one of debug, info, warn, error, off");
  session.notice_level = *level;
  return {};
}

}  // namespace tools
