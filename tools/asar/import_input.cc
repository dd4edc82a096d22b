#include "tools/asar/import_input.h"

#include "ledger/base/file_io.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

constexpr std::size_t kSourceBytesMax = 1 << 30;

Result<std::string> readFile(const std::string& file) {
  const auto bytes = ledger::readWholeFile(file, kSourceBytesMax);
  if (!bytes) return bytes.error();
  return std::string(ledger::asText(*bytes));
}

}  // namespace

Result<ImportInput> readImportInput(const Arguments& arguments) {
  for (const char* name : {"source", "mapping"}) {
    if (!arguments.has(name))
      return Error{ErrorCode::kInvalid, "USAGE", "asar import --mapping FILE SOURCE: there is no " + std::string(name)};
  }
  const auto toml = readFile(arguments.get("mapping"));
  if (!toml) return toml.error();
  auto mapping = parseMapping(*toml);
  if (!mapping) return mapping.error();
  auto source = readFile(arguments.get("source"));
  if (!source) return source.error();
  ImportInput input{std::move(*mapping), std::move(*source), {}, {}};
  for (const std::string& one : arguments.all("set")) {
    const std::size_t equals = one.find('=');
    if (equals == std::string::npos)
      return Error{ErrorCode::kInvalid, "USAGE", "--set takes NAME=VALUE, not \"" + one + "\""};
    input.set[one.substr(0, equals)] = one.substr(equals + 1);
  }
  if (const auto batch = arguments.find("batch")) {
    const auto parsed = ledger::SubjectId::parse(*batch);
    if (!parsed) return parsed.error();
    input.batch = *parsed;
  }
  return input;
}

}  // namespace tools
