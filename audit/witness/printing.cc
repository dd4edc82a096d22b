#include "audit/witness/printing.h"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

namespace audit::witness {
namespace {

using Json = nlohmann::ordered_json;

std::string schemaOf(std::string command) {
  for (char& c : command) c = c == ' ' ? '.' : c;
  return "asar-witness." + command + "/1";
}

void printLine(std::FILE* out, const std::string& text) {
  std::fwrite(text.data(), 1, text.size(), out);
  if (!text.ends_with('\n')) std::fputc('\n', out);
  std::fflush(out);
}

// What a path or a foreign name holds need not be UTF-8; the object always is.
std::string lineOf(const Json& object) {
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

int exitCodeOf(const std::string& reason) {
  constexpr std::array<std::pair<std::string_view, int>, 14> kCodes = {{{"USAGE", 2},
                                                                        {"FILE_MISSING", 5},
                                                                        {"FILE_EXISTS", 6},
                                                                        {"KEY_FILE_OPEN", 7},
                                                                        {"KEY_PURPOSE", 7},
                                                                        {"WRONG_PASSPHRASE", 7},
                                                                        {"PASSPHRASE_NEEDED", 7},
                                                                        {"LOCKED", 8},
                                                                        {"CANNOT_LISTEN", 9},
                                                                        {"FILE_UNREADABLE", 9},
                                                                        {"FILE_UNWRITTEN", 9},
                                                                        {"STATE_DAMAGED", 4},
                                                                        {"NOT_INITIALISED", 10},
                                                                        {"BAD_KEY_FILE", 1}}};
  for (const auto& [known, code] : kCodes) {
    if (known == reason) return code;
  }
  return 1;
}

int printDone(bool json, const std::string& command, const Json& facts, const std::string& text) {
  if (json) {
    printLine(stdout, lineOf(Json{{"ok", true}, {"command", command}, {"schema", schemaOf(command)}, {"data", facts}}));
  } else {
    printLine(stdout, text);
  }
  return 0;
}

int printTrouble(bool json, const std::string& command, const Trouble& trouble) {
  if (json) {
    printLine(stdout, lineOf(Json{{"ok", false},
                                  {"command", command},
                                  {"error", {{"code", "E_" + trouble.reason}, {"message", trouble.sentence}}}}));
  } else {
    printLine(stderr, "asar-witness: " + trouble.sentence);
  }
  return exitCodeOf(trouble.reason);
}

}  // namespace audit::witness
