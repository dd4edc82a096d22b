// Session — what one run of `asar` works with: the folder of the ledger, the streams, the clock and chance.
//
// Shape    made by main and handed down; commands keep nothing between runs.
// Threads  one.
#pragma once

#include <filesystem>
#include <functional>
#include <iosfwd>
#include <optional>
#include <string>

#include "ledger/base/clock.h"
#include "ledger/base/notices.h"
#include "ledger/event/json_value.h"
#include "tools/asar/text.h"

namespace tools {

// Looks up a variable of the environment.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

struct Session {
  std::filesystem::path folder;  // --data
  Language language = Language::kEnglish;
  bool json = false;
  bool quiet = false;
  bool verbose = false;
  bool terminal = false;         // standard error is one: progress may be shown
  bool output_terminal = false;  // standard output is one: bytes that are no text would garble it
  bool color = false;
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  ledger::Clock& clock;
  ledger::Random& random;
  Environment environment;
  std::function<bool()> reader_left = {};  // whoever read the output has closed the pipe: nothing went wrong here
  ledger::NoticeLevel notice_level = ledger::NoticeLevel::kWarn;
  ledger::Notices* notices = nullptr;  // set while a command runs
};

// What a command found out: for programs and, in other words, for a person.
struct Answer {
  ledger::JsonValue json;
  std::string text;
  std::optional<ledger::JsonValue> checkpoint;  // the size and root it was made from
  int exit_code = 0;
  bool exact = false;  // the text is printed to the byte, without a line's end after it
};

}  // namespace tools
