// Command — one `asar noun verb` as a row of a table: its options, and what runs it.
//
// Shape    option names are without dashes. A noun that has no verb stands alone: `asar status`. Texts follow from
//          the names (text.h). The parser, the help and the tests are driven by this table alone.
// Errors   `run` returns an Error; exit_code.h says how the program ends then.
// Threads  one.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/result.h"
#include "tools/asar/session.h"

namespace tools {

struct OptionSpec {
  std::string_view name;
  std::string_view value;  // what stands in its place in the help; a flag has none
  bool required = false;
  bool repeated = false;
};

struct PositionalSpec {
  std::string_view name;
  bool required = true;
};

// What was typed.
class Arguments {
 public:
  void add(std::string name, std::string value) { values_[std::move(name)].push_back(std::move(value)); }

  bool has(std::string_view name) const { return values_.contains(name); }
  std::optional<std::string> find(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::nullopt : std::optional(found->second.back());
  }
  std::string get(std::string_view name, std::string_view otherwise = "") const {
    return find(name).value_or(std::string(otherwise));
  }
  std::vector<std::string> all(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::vector<std::string>{} : found->second;
  }
  // A whole number from 0; kInvalid BAD_NUMBER.
  ledger::Result<std::uint64_t> number(std::string_view name, std::uint64_t otherwise) const;

 private:
  std::map<std::string, std::vector<std::string>, std::less<>> values_;
};

struct CommandSpec {
  std::string_view noun;
  std::string_view verb;  // empty: the noun alone
  std::vector<PositionalSpec> positionals;
  std::vector<OptionSpec> options;
  ledger::Result<Answer> (*run)(Session& session, const Arguments& arguments);

  // "key create"
  std::string title() const;
  // "key.create"
  std::string key() const;
};

// The text that explains an option or positional of this command.
std::string textKeyOf(const CommandSpec& command, std::string_view option);

using CommandTable = std::vector<CommandSpec>;

}  // namespace tools
