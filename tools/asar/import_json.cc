#include <nlohmann/json.hpp>
#include <set>
#include <unordered_set>

#include "ledger/event/json_gate.h"
#include "tools/asar/import_source.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

// Receives the tokens and keeps the cells of the records: the JSON gate, but for numbers, whose text is kept, and for
// how much there may be of it. Returning false stops the parser.
class RowCollector {
 public:
  using number_integer_t = std::int64_t;
  using number_unsigned_t = std::uint64_t;
  using number_float_t = double;
  using string_t = std::string;
  using binary_t = nlohmann::json::binary_t;

  explicit RowCollector(std::string_view records) : records_(records) {}

  // NOLINTBEGIN(readability-identifier-naming): names the parser calls
  bool null() { return value(""); }
  bool boolean(bool held) { return value(held ? "true" : "false"); }
  bool number_integer(std::int64_t number) { return value(std::to_string(number)); }
  bool number_unsigned(std::uint64_t number) { return value(std::to_string(number)); }
  bool number_float(double, const std::string& spelling) { return value(spelling); }
  bool string(std::string& text) { return checkText(text) && value(text); }
  bool binary(binary_t&) { return false; }
  bool start_object(std::size_t) { return enter(/*list=*/false); }
  bool start_array(std::size_t) { return enter(/*list=*/true); }
  bool end_object() { return leave(); }
  bool end_array() { return leave(); }
  bool key(std::string& name) {
    if (!checkText(name)) return false;
    if (!levels_.back().names.insert(name).second) return fail("it names \"" + name + "\" twice in one object");
    levels_.back().name = name;
    return true;
  }
  bool parse_error(std::size_t at, const std::string&, const nlohmann::json::exception&) {
    return fail("byte " + std::to_string(at) + " does not fit");
  }
  // NOLINTEND(readability-identifier-naming)

  std::string failure;
  std::vector<ImportRow> rows;

 private:
  struct Level {
    bool list = false;
    std::size_t place = 0;
    std::string name;  // of the field being read
    std::set<std::string> names;
  };

  bool fail(std::string why) {
    failure = std::move(why);
    return false;
  }

  bool checkText(const std::string& text) {
    return !ledger::hasControlCharacter(text) || fail("a text holds a control character");
  }

  // Names from `first` on, joined by points.
  std::string path(std::size_t first) const {
    std::string joined;
    for (std::size_t i = first; i < levels_.size(); ++i) {
      if (!joined.empty()) joined += '.';
      joined += levels_[i].list ? std::to_string(levels_[i].place) : levels_[i].name;
    }
    return joined;
  }

  bool value(const std::string& text) {
    if (inside_ != 0 && levels_.size() > inside_) {
      const std::string name = path(inside_);
      // Also where one of them is a name with points in it.
      if (!cells_.insert(name).second)
        return fail("record " + std::to_string(rows.back().number) + " names \"" + name + "\" twice");
      rows.back().raw += name + "=" + text + "\n";
      rows.back().cells.emplace_back(name, text);
    }
    step();
    return true;
  }

  void step() {
    if (!levels_.empty() && levels_.back().list) ++levels_.back().place;
  }

  bool enter(bool list) {
    if (levels_.size() >= ledger::limits::kJsonDepthMax) return fail("it is more than 16 levels deep");
    // A record begins: an object that stands directly in the named list.
    if (!list && inside_ == 0 && !levels_.empty() && levels_.back().list && namedList()) {
      inside_ = levels_.size();
      rows.push_back({rows.size(), "", {}});
      cells_.clear();
    }
    levels_.push_back({list, 0, "", {}});
    return true;
  }

  bool namedList() const {
    std::string joined;
    for (std::size_t i = 0; i + 1 < levels_.size(); ++i) joined += (i == 0 ? "" : ".") + levels_[i].name;
    return joined == records_;
  }

  bool leave() {
    levels_.pop_back();
    if (inside_ == levels_.size()) inside_ = 0;
    step();
    return true;
  }

  std::string_view records_;
  std::vector<Level> levels_;
  std::unordered_set<std::string> cells_;  // names of those of the record under way
  std::size_t inside_ = 0;                 // the depth at which the record under way stands; 0 between records
};

}  // namespace

Result<std::vector<ImportRow>> readJsonRows(std::string_view text, std::string_view records) {
  RowCollector collector(records);
  if (const auto bytes = ledger::checkJsonBytes(text); !bytes) {
    collector.failure = bytes.error().message;
  } else if (!nlohmann::json::sax_parse(text, &collector) && collector.failure.empty()) {
    collector.failure = "it ends early";
  }
  if (!collector.failure.empty())
    return Error{ErrorCode::kInvalid, "BAD_JSON", "the source is not JSON as we take it: " + collector.failure};
  if (collector.rows.empty()) {
    return Error{ErrorCode::kInvalid, "BAD_JSON",
                 "no records at \"" + std::string(records) + "\": the mapping names the array of records by its path"};
  }
  return std::move(collector.rows);
}

}  // namespace tools
