// Settings — what applies where a command line says nothing: flags > environment > files > what is built in.
//
// Shape    environment ASAR_DATA, ASAR_LANG, ASAR_COLOR, ASAR_LOG_LEVEL, NO_COLOR; files ./asar.toml, then
//          $XDG_CONFIG_HOME/asar/config.toml, then /etc/asar/config.toml, each with data, lang, color, log-level.
// Errors   kInvalid BAD_SETTING, naming where the value came from.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/result.h"
#include "tools/asar/session.h"

namespace tools {

Environment systemEnvironment();

struct Flags {
  std::optional<std::string> folder, language, color;
  std::optional<std::string> log_level = std::nullopt;
};

// The files that may exist, the strongest first.
std::vector<std::filesystem::path> settingFiles(const Environment& environment);

// The language of help and of messages about wrong use, before anything else is known; English where the setting is
// no language.
Language settledLanguage(const std::optional<std::string>& flag, const std::vector<std::filesystem::path>& files,
                         const Environment& environment);

ledger::Result<void> applySettings(const Flags& flags, const std::vector<std::filesystem::path>& files,
                                   Session& session);

}  // namespace tools
