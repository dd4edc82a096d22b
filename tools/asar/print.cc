#include "tools/asar/print.h"

#include <algorithm>
#include <ostream>

namespace tools {
namespace {

using ledger::JsonValue;

std::string schemaOf(std::string command) {
  std::ranges::replace(command, ' ', '.');
  return "asar." + command + "/1";
}

void printError(Session& session, const std::string& command, const ledger::Error& error) {
  const std::string hint_key = "hint." + error.reason;
  const std::string hint = hasText(hint_key) ? std::string(say(session.language, hint_key)) : std::string();
  if (session.json) {
    JsonValue::Fields fields{{"code", "E_" + error.reason}, {"message", error.message}};
    if (!hint.empty()) fields.emplace_back("hint", hint);
    session.out
        << JsonValue(JsonValue::Fields{{"ok", false}, {"command", command}, {"error", std::move(fields)}}).line()
        << "\n";
    return;
  }
  const char* const red = session.color ? "\033[31m" : "";
  const char* const plain = session.color ? "\033[0m" : "";
  session.err << red << "asar" << (command.empty() ? "" : " ") << command << ": " << error.reason << plain << ": "
              << error.message << "\n";
  if (!hint.empty()) session.err << "  " << hint << "\n";
}

// What was written reached its reader, or the program ends otherwise.
int ended(Session& session, int code) {
  session.out.flush();
  if (session.out) return code;
  if (session.reader_left && session.reader_left()) return kReaderLeft;
  session.err << say(session.language, "output.failed") << "\n";
  return kFailure;
}

}  // namespace

std::size_t displayWidth(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](char c) { return (static_cast<unsigned char>(c) & 0xc0) != 0x80; }));
}

int printAnswer(Session& session, const std::string& command, const ledger::Result<Answer>& answer) {
  if (!answer) {
    printError(session, command, answer.error());
    return ended(session, exitCodeOf(answer.error()));
  }
  if (session.json) {
    JsonValue::Fields fields{
        {"ok", answer->exit_code == kOk}, {"command", command}, {"schema", schemaOf(command)}, {"data", answer->json}};
    if (answer->checkpoint) fields.emplace_back("checkpoint", *answer->checkpoint);
    session.out << JsonValue(std::move(fields)).line() << "\n";
  } else if (!answer->text.empty()) {
    session.out << answer->text;
    if (!answer->exact && answer->text.back() != '\n') session.out << "\n";
  }
  return ended(session, answer->exit_code);
}

int printUsageError(Session& session, const std::string& command, const std::string& message) {
  printError(session, command, {ledger::ErrorCode::kInvalid, "USAGE", message});
  return ended(session, kUsage);
}

int printHelp(Session& session, const std::string& text) {
  session.out << text;
  return ended(session, kOk);
}

std::string label(const Session& session, std::string_view name) {
  return std::string(say(session.language, "word." + std::string(name)));
}

std::string alignedLines(const std::vector<std::pair<std::string, std::string>>& rows) {
  std::size_t widest = 0;
  for (const auto& [name, value] : rows) widest = std::max(widest, displayWidth(name));
  std::string out;
  for (const auto& [name, value] : rows) {
    out.append(name).append(widest - displayWidth(name) + 2, ' ').append(value).append("\n");
  }
  return out;
}

std::string groupedNumber(std::uint64_t number) {
  const std::string digits = std::to_string(number);
  std::string out;
  for (std::size_t at = 0; at < digits.size(); ++at) {
    if (at != 0 && (digits.size() - at) % 3 == 0) out += ' ';
    out += digits[at];
  }
  return out;
}

}  // namespace tools
