#include "audit/answers/published.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>

#include "audit/answers/plain_json.h"
#include "audit/answers/published_report.h"
#include "audit/answers/published_statement.h"
#include "audit/answers/told_figures.h"
#include "audit/verify/recount.h"

namespace audit {
namespace {

using nlohmann::json;

constexpr std::size_t kNamedMax = 20;
constexpr std::size_t kNameBytesMax = 200;

// Counts what is not a figure that national.h knows.
class FigureReading {
 public:
  explicit FigureReading(Published& published) : published_(published) {}

  void takeAll(const json& report) {
    if (report.contains("total")) takeFigures("/total", report["total"]);
    for (const char* table : {"regions", "directions", "money", "moneyByRegion", "moneyByDirection"}) {
      if (report.contains(table) && report[table].is_array()) takeTable(table, report[table]);
    }
    takeFigure("", "distinctionsConferred", report.value("distinctionsConferred", json()));
    if (report.contains("offices") && report["offices"].is_array())
      published_.by_path["/offices"] = static_cast<std::int64_t>(report["offices"].size());
  }
  bool sound() const { return sound_; }

 private:
  void takeTable(const std::string& table, const json& rows) {
    for (const json& row : rows) {
      if (!row.is_object() || !row.contains("code") || !row["code"].is_string()) {
        sound_ = false;
        continue;
      }
      std::string path = "/" + table;
      // The money of the whole country is by currency alone.
      if (table != "money") path += "/" + row["code"].get<std::string>();
      if (row.contains("currency") && row["currency"].is_string()) path += "/" + row["currency"].get<std::string>();
      takeFigures(path, row);
    }
  }

  void takeFigures(const std::string& path, const json& row) {
    if (!row.is_object()) {
      sound_ = false;
      return;
    }
    for (auto item = row.begin(); item != row.end(); ++item) {
      if (item.key() != "code" && item.key() != "currency") takeFigure(path, item.key(), item.value());
    }
  }

  void takeFigure(const std::string& path, const std::string& name, const json& value) {
    if (!isNationalFigure(name)) return;  // of a later version
    const bool whole =
        value.is_number_integer() && (!value.is_number_unsigned() || value.get<std::uint64_t>() >> 63U == 0);
    if (!whole && !value.is_null()) {
      sound_ = false;
      return;
    }
    const bool added =
        published_.by_path.emplace(path + "/" + name, whole ? std::optional(value.get<std::int64_t>()) : std::nullopt)
            .second;
    sound_ = sound_ && added;
  }

  Published& published_;
  bool sound_ = true;
};

std::optional<std::uint64_t> sizeIn(const json& object) {
  const auto size = object.find("size");
  if (size == object.end() || !size->is_number_unsigned()) return std::nullopt;
  return size->get<std::uint64_t>();
}

std::string textIn(const json& object, const char* name) {
  const auto text = object.find(name);
  return text != object.end() && text->is_string() ? text->get<std::string>() : std::string();
}

// The bounds by which the report says it hid figures.
void compareBounds(const json& report, Published& published) {
  const auto suppression = report.find("suppression");
  published.asked.exact = suppression == report.end() || !suppression->is_object();
  if (published.asked.exact) return;
  for (const char* bound : {"least", "leastWithMinors"}) {
    const auto value = suppression->find(bound);
    if (value != suppression->end() && value->is_number_integer())
      published.by_path[std::string("/suppression/") + bound] = value->get<std::int64_t>();
  }
}

std::string_view kindName(const Published& published) {
  if (published.report != nullptr) return published.report->name;
  const PublishedKind kind = published.kind;
  return kind == PublishedKind::kGrant ? "grant" : kind == PublishedKind::kService ? "service" : "national";
}

// What the programs print with --json wraps the report, or the figures.
const json& unwrapped(const json& whole) {
  const auto report = whole.find("data");
  if (report != whole.end() && report->is_object()) return *report;
  const auto figures = whole.find("figures");
  return figures != whole.end() && isTold(*figures) ? *figures : whole;
}

class FigureComparison {
 public:
  FigureComparison(const Published& published, Findings& findings) : published_(published), findings_(findings) {}

  void run(const NationalFigures& counted) {
    std::map<std::string, Figure> own = counted.by_path;
    if (!published_.asked.exact && published_.kind == PublishedKind::kNational) {
      own["/suppression/least"].value = counted.bounds.least;
      own["/suppression/leastWithMinors"].value = counted.bounds.least_with_minors;
    }
    for (const auto& [path, value] : published_.by_path) {
      // In these reports null stands for other things too.
      if (value || published_.report == nullptr) own.try_emplace(path);
    }
    for (const auto& [path, figure] : own) compare(path, figure);
    tell();
  }

 private:
  void compare(const std::string& path, const Figure& own) {
    const auto found = published_.by_path.find(path);
    const std::optional<std::int64_t> theirs = found == published_.by_path.end() ? 0 : found->second;
    if (own.hidden && !published_.asked.exact) {
      ++hidden_;
      if (theirs && found != published_.by_path.end())
        differ(path, "it is told, although it is of few people or not of the whole country and all days");
      return;
    }
    if (!theirs && published_.asked.exact) return differ(path, "it is hidden in a report that says it hides nothing");
    if (!theirs) {
      ++over_hidden_;
      return;
    }
    ++compared_;
    if (own.value != *theirs) differ(path, "counted " + sumText(own.value) + ", published " + std::to_string(*theirs));
  }

  void differ(const std::string& path, const std::string& how) {
    if (++different_ > kNamedMax) return;
    findings_.add(Wrong::kFiguresDiffer, published_.name + ": " + path.substr(0, kNameBytesMax) + ": " + how);
  }

  void tell() {
    if (different_ > kNamedMax)
      findings_.add(Wrong::kFiguresDiffer,
                    published_.name + ": " + std::to_string(different_ - kNamedMax) + " more figures differ");
    if (over_hidden_ != 0)
      findings_.notChecked(published_.name + ": " + std::to_string(over_hidden_) +
                           " figures are hidden although people enough stand behind them");
    if (hidden_ != 0)
      findings_.notChecked(published_.name + ": " + std::to_string(hidden_) +
                           " figures have to be hidden, and were not compared");
    if (published_.left_open != 0)
      findings_.notChecked(published_.name + ": " + std::to_string(published_.left_open) + " figures (" +
                           std::string(published_.report->left_open) + ") were not counted anew");
    if (different_ == 0)
      findings_.checked(published_.name + ": " + std::to_string(compared_) + " " + std::string(kindName(published_)) +
                        " figures counted anew, and equal");
  }

  const Published& published_;
  Findings& findings_;
  std::size_t different_ = 0;
  std::size_t compared_ = 0;
  std::size_t hidden_ = 0;
  std::size_t over_hidden_ = 0;
};

}  // namespace

std::optional<Published> readPublished(const std::string& name, Bytes text, Findings& findings) {
  const auto unread = [&](const std::string& why) {
    findings.couldNotCheck(name + " " + why);
    return std::nullopt;
  };
  const json whole = plainJson(textOf(text));
  if (!whole.is_object())
    return unread("is no JSON object, or has a name twice in one object or a number with a point");
  const json& report = unwrapped(whole);
  const auto size = sizeIn(report);
  Published published;
  published.name = name;
  published.size = size.value_or(0);
  published.root = textIn(report, "root");
  if (!size || published.root.size() != 64) return unread("does not say of which size and root its figures are");
  if (isTold(report)) {
    if (takeTold(report, published)) return published;
    return unread("is not of the shape that recompute writes, or of days that cannot be read");
  }
  if (report.contains("grants") && report.contains("minutes") && report.contains("totals")) {
    published.figures = std::string(textOf(text));
    return published;
  }
  const auto days = daysIn(report);
  if (!days) return unread("tells of days that cannot be read");
  published.asked.days = *days;
  const std::string kind = textIn(report, "report");
  bool sound = false;
  if (kind == "national") {
    FigureReading reading(published);
    published.kind = PublishedKind::kNational;
    reading.takeAll(report);
    compareBounds(report, published);
    sound = reading.sound();
  } else if (kind == "grant") {
    sound = takeGrant(report, published);
  } else if (kind == "service") {
    sound = takeService(report, published);
  } else if (const ReportKind* counted = reportKind(kind)) {
    published.kind = PublishedKind::kReport;
    published.report = counted;
    sound = takeReport(report, published);
  } else if (!kind.empty()) {
    return unread("is a report of kind " + kind.substr(0, kNameBytesMax) + ", whose figures are not counted anew");
  } else {
    return unread("is neither figures.json nor a report");
  }
  if (!sound) return unread("holds figures that are no whole numbers, or twice the same");
  return published;
}

void comparePublished(const Published& published, const NationalFigures& counted, Findings& findings) {
  FigureComparison(published, findings).run(counted);
}

}  // namespace audit
