// The command line of `asar`: what was typed, matched with the table of commands, run and printed.
//
// Errors   answers with an exit code (exit_code.h); never throws.
#pragma once

#include <string>
#include <vector>

#include "tools/asar/command.h"
#include "tools/asar/settings.h"

namespace tools {

// `words` are the arguments without the program's name.
int runCommandLine(const std::vector<std::string>& words, const CommandTable& commands, Session& session);

}  // namespace tools
