#include "audit/answers/published_report.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "audit/answers/published_statement.h"
#include "audit/replay/civil_calendar.h"

namespace audit {
namespace {

using nlohmann::json;

constexpr int kDeepest = 6;
// Places and times in the log, who stood by, and documents that a report rests on.
constexpr std::array<std::string_view, 10> kNoFigures{"size",          "witnesses", "since",    "changed",
                                                      "entry",         "policy",    "policies", "statedIndex",
                                                      "originalIndex", "recordedAt"};
// The one judgement that is told as a figure: 1 where it holds.
constexpr std::string_view kJudgement = "balances";
constexpr std::array<std::string_view, 11> kIds{"grantId", "obligation",      "finding",   "disbursement",
                                                "award",   "deployment",      "emergency", "assignment",
                                                "id",      "correctionIndex", "project"};

std::string beneath(const std::string& path, const std::string& name) {
  return path + "/" + name;
}

struct ListKey {
  std::string_view list;
  std::vector<std::string_view> fields;
};
// Of lists whose rows have no id; other rows are of a code and a currency.
const std::vector<ListKey>& listKeys() {
  static const auto& all = *new std::vector<ListKey>{
      {"funders", {"funder"}},
      {"costs", {"direction", "costType", "currency"}},
      {"lines", {"line"}},
      {"outputs", {"unit"}},
      {"ageBands", {"ageBand"}},
      {"donors", {"donorKind", "currency"}},
      {"deeds", {"event"}},
      {"requests", {"state", "answer"}},
      {"ideas", {"state", "answer"}},
      {"capacity", {"indicator"}},
      {"distinctions", {"code"}},
      {"cells", {"region", "year", "currency"}},
      {"countries", {"country"}},
      {"bySeverity", {"severity"}},
      {"findings", {"severity"}},
      {"sums", {"event", "unit", "currency"}},
      {"roadmaps", {"roadmap"}},
      {"measures", {"measure"}},
      {"indicators", {"indicator"}},
      {"years", {"year"}},
      {"earlier", {"entry"}},
  };
  return all;
}

std::string textOr(const json& value) {
  if (value.is_string()) return value.get<std::string>();
  return value.is_number_integer() ? value.dump() : std::string();
}

class ReportReading {
 public:
  explicit ReportReading(Published& published) : published_(published) {}

  void takeObject(const std::string& path, const json& object, const std::vector<std::string_view>& keys, int depth) {
    if (depth > kDeepest) {
      sound_ = false;
      return;
    }
    for (auto item = object.begin(); item != object.end(); ++item) {
      const std::string& name = item.key();
      if (std::ranges::find(kNoFigures, name) != kNoFigures.end()) continue;
      if (std::ranges::find(keys, name) != keys.end()) continue;
      if (isLeftOpen(name)) {
        if (item.value().is_number()) ++published_.left_open;
        continue;
      }
      takeValue(beneath(path, name), name, item.value(), depth);
    }
  }
  bool sound() const { return sound_; }

 private:
  void takeValue(const std::string& path, std::string_view name, const json& value, int depth) {
    if (value.is_object()) {
      takeObject(path, value, {}, depth + 1);
    } else if (value.is_array()) {
      takeList(path, name, value, depth);
    } else if (value.is_null()) {
      add(path, std::nullopt);
    } else if (value.is_boolean() && name == kJudgement) {
      add(path, value.get<bool>() ? 1 : 0);
    } else if (value.is_number()) {
      const bool whole =
          value.is_number_integer() && (!value.is_number_unsigned() || value.get<std::uint64_t>() >> 63U == 0);
      if (whole) return add(path, value.get<std::int64_t>());
      sound_ = false;
    }
  }

  void takeList(const std::string& path, std::string_view name, const json& rows, int depth) {
    for (const json& row : rows) {
      if (!row.is_object()) continue;
      const auto keys = keysOf(name, row);
      std::string own = path;
      for (const std::string_view key : keys) {
        const auto code = row.find(std::string(key));
        const std::string text = code == row.end() ? std::string() : textOr(*code);
        if (!text.empty()) own += "/" + text;
      }
      takeObject(own, row, keys, depth + 1);
    }
  }

  static std::vector<std::string_view> keysOf(std::string_view list, const json& row) {
    for (const std::string_view id : kIds) {
      if (row.contains(std::string(id))) return {id};
    }
    const auto found = std::ranges::find(listKeys(), list, &ListKey::list);
    return found == listKeys().end() ? std::vector<std::string_view>{"code", "currency"} : found->fields;
  }

  bool isLeftOpen(const std::string& name) const {
    const std::string all = " " + std::string(published_.report->left_open) + " ";
    return all.find(" " + name + " ") != std::string::npos;
  }

  void add(const std::string& path, std::optional<std::int64_t> value) {
    sound_ = published_.by_path.emplace(path, value).second && sound_;
  }

  Published& published_;
  bool sound_ = true;
};

const json* memberOf(const json& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(std::string(name));
  return found == object.end() ? nullptr : &*found;
}

// As it says itself, or as its figures of service do.
bool isExact(const json& report) {
  if (const json* exact = memberOf(report, "exact"); exact != nullptr && exact->is_boolean()) return exact->get<bool>();
  if (const json* service = memberOf(report, "service")) {
    const json* hidden = memberOf(*service, "hidden");
    return hidden != nullptr && hidden->is_boolean() && !hidden->get<bool>();
  }
  const json* other = memberOf(report, "otherBasisMinutes");
  return other == nullptr || !other->is_null();
}

std::optional<std::int64_t> numberOr(const json* value) {
  if (value == nullptr || !value->is_number_unsigned() || value->get<std::uint64_t>() >> 63U != 0) return std::nullopt;
  return value->get<std::int64_t>();
}

// The day in a field that may be null or missing; false where it is none.
bool takeDay(const json* value, std::optional<std::int64_t>& day) {
  if (value == nullptr || value->is_null()) return true;
  day = dayFrom(textOr(*value));
  return day.has_value();
}

// What it is about; of everything where it may be, and names nothing.
bool takeSubject(const json& report, const ReportKind& kind, Id& into) {
  if (kind.subject.empty()) return true;
  const json* holder = kind.holder.empty() ? &report : memberOf(report, kind.holder);
  const json* subject = holder == nullptr ? nullptr : memberOf(*holder, kind.subject);
  if (subject == nullptr || subject->is_null()) return kind.holder.empty();
  const auto id = idFrom(textOr(*subject));
  if (id) into = *id;
  return id.has_value();
}

}  // namespace

bool takeReport(const json& report, Published& published) {
  ReportAsked& asked = published.asked;
  asked.exact = isExact(report);
  std::optional<std::int64_t> on;
  if (!takeSubject(report, *published.report, asked.subject) || !takeDay(memberOf(report, "on"), on) ||
      !takeDay(memberOf(report, "sinceDay"), asked.since_day))
    return false;
  asked.on = on.value_or(0);
  asked.since = static_cast<std::uint64_t>(numberOr(memberOf(report, "since")).value_or(0));
  asked.year = numberOr(memberOf(report, "year"));
  ReportReading reading(published);
  reading.takeObject("", report, {}, 0);
  return reading.sound();
}

}  // namespace audit
