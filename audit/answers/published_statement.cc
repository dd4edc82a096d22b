#include "audit/answers/published_statement.h"

#include <initializer_list>
#include <nlohmann/json.hpp>

#include "audit/replay/civil_calendar.h"

namespace audit {
namespace {

using nlohmann::json;

std::string textOrNone(const json& object, const char* name) {
  const auto text = object.is_object() ? object.find(name) : object.end();
  return text != object.end() && text->is_string() ? text->get<std::string>() : std::string();
}

class StatementReading {
 public:
  explicit StatementReading(Published& published) : published_(published) {}

  void takeFigure(const std::string& path, const json& holder, const char* name) {
    const auto value = holder.find(name);
    if (value == holder.end()) return;  // as 0, which it is compared as
    const bool whole =
        value->is_number_integer() && (!value->is_number_unsigned() || value->get<std::uint64_t>() >> 63U == 0);
    if (whole) return add(path + name, value->get<std::int64_t>());
    sound_ = false;
  }

  void takeFigures(const std::string& path, const json& holder, std::initializer_list<const char*> names) {
    if (!holder.is_object()) {
      sound_ = false;
      return;
    }
    for (const char* name : names) takeFigure(path, holder, name);
  }

  // Items that stand, by the id that they have under the name `id`.
  void takeItems(const json& report, const char* list, const char* id, std::initializer_list<const char*> names) {
    const auto items = report.find(list);
    if (items == report.end() || !items->is_array()) {
      sound_ = false;
      return;
    }
    for (const json& item : *items) {
      const auto day = dayFrom(textOrNone(item, "day"));
      const std::string subject = textOrNone(item, id);
      if (textOrNone(item, "state") == "voided" || isVoided(item)) continue;
      if (!day || !idFrom(subject)) {
        sound_ = false;
        continue;
      }
      const std::string path = "/" + std::string(list) + "/" + subject + "/";
      takeFigures(path, item, names);
      add(path + "day", *day);
    }
  }

  void takeSubject(const json& report, const char* holder, const char* name) {
    const auto found = report.find(holder);
    const auto id = idFrom(found == report.end() ? std::string() : textOrNone(*found, name));
    sound_ = sound_ && id;
    if (id) published_.asked.subject = *id;
  }

  bool sound() const { return sound_; }

 private:
  static bool isVoided(const json& item) {
    const auto voided = item.is_object() ? item.find("voided") : item.end();
    return voided != item.end() && voided->is_boolean() && voided->get<bool>();
  }

  void add(const std::string& path, std::int64_t value) {
    sound_ = published_.by_path.emplace(path, value).second && sound_;
  }

  Published& published_;
  bool sound_ = true;
};

}  // namespace

std::optional<DayRange> daysIn(const json& report) {
  const auto period = report.find("period");
  if (period == report.end()) return DayRange{};
  const auto from = dayFrom(textOrNone(*period, "from"));
  const auto to = dayFrom(textOrNone(*period, "to"));
  if (!from || !to || *from > *to) return std::nullopt;
  return DayRange{*from, *to};
}

bool takeGrant(const json& report, Published& published) {
  published.kind = PublishedKind::kGrant;
  published.asked.exact = true;
  StatementReading reading(published);
  reading.takeSubject(report, "grant", "grantId");
  reading.takeFigures(
      "/grant/", report.value("grant", json()),
      {"awarded", "disbursed", "reversed", "interest", "vendorRefunds", "spent", "disallowed", "returned", "onHand"});
  if (!published.asked.days.areAll()) reading.takeFigure("/", report, "onHandBefore");
  reading.takeItems(report, "disbursements", "disbursement", {"amount"});
  reading.takeItems(report, "expenditures", "expenditure", {"amount"});
  return reading.sound();
}

bool takeService(const json& report, Published& published) {
  published.kind = PublishedKind::kService;
  published.asked.exact = true;
  StatementReading reading(published);
  reading.takeSubject(report, "volunteer", "volunteer");
  reading.takeFigures(
      "/volunteer/", report.value("volunteer", json()),
      {"entries", "claimedMinutes", "waitingMinutes", "attestedMinutes", "disputedMinutes", "importedMinutes"});
  reading.takeItems(report, "entries", "hours", {"minutes", "claimedMinutes"});
  return reading.sound();
}

}  // namespace audit
