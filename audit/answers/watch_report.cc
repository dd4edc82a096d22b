#include "audit/answers/watch_report.h"

#include <ctime>
#include <nlohmann/json.hpp>

namespace audit {
namespace {

using ledger::Language;

struct WatchWords {
  std::string_view kk;
  std::string_view ru;
  std::string_view en;

  std::string in(Language language) const {
    return std::string(language == Language::kKazakh ? kk : language == Language::kRussian ? ru : en);
  }
};

constexpr WatchWords kSize{"көлемі", "размер", "size"};
constexpr WatchWords kRoot{"түбірі", "корень", "root"};
constexpr WatchWords kCosigned{"куәландырған уақыты", "заверено", "cosigned"};
constexpr WatchWords kCosignatures{"куәгер қолдары", "подписей свидетелей", "cosignatures"};
constexpr WatchWords kGrew{"өскеннен бері секунд", "секунд с роста", "seconds since it grew"};
constexpr WatchWords kNothing{"бақылау нүктесі оқылмады", "контрольная точка не прочитана",
                              "no checkpoint could be read"};
constexpr WatchWords kNotSealed{"бақылау нүктесіндегі қолтаңба дұрыс емес", "подпись на контрольной точке неверна",
                                "a signature on its checkpoint does not hold"};
constexpr WatchWords kScope{
    "жазбалар, ережелер мен көрсеткіштер: мұнда тек бақылау нүктелері қаралады, жазбаларды `asar-audit verify` "
    "тексереді",
    "записи, правила и показатели: здесь смотрят только на контрольные точки, записи проверяет `asar-audit verify`",
    "entries, rules and figures: this looks at checkpoints only; entries are checked by `asar-audit verify`"};
constexpr WatchWords kTrusted{"сенімді көлемі", "доверенный размер", "trusted size"};
constexpr WatchWords kAlarm{"ДАБЫЛ", "ТРЕВОГА", "ALARM"};
constexpr WatchWords kProof{"екі тарихтың дәлелі", "доказательство двух историй", "proof of two histories"};
constexpr WatchWords kLeftOpen{"тексерілмеді", "не проверено", "not checked"};
constexpr WatchWords kVerdict{"қорытынды", "вывод", "verdict"};

WatchWords wordsOf(WatchedRole role) {
  switch (role) {
    case WatchedRole::kLog:
      return {"журнал", "журнал", "log"};
    case WatchedRole::kMirror:
      return {"көшірме", "зеркало", "mirror"};
    case WatchedRole::kWitness:
      return {"куәгер", "свидетель", "witness"};
  }
  return {};
}

WatchWords wordsOf(Alarm alarm) {
  switch (alarm) {
    case Alarm::kRollback:
      return {"бұрын болған жазбалар жоқ", "исчезли записи, которые были", "entries that were there are gone"};
    case Alarm::kSplitView:
      return {"әркімге әртүрлі тарих көрсетілді", "разным показаны разные истории", "different histories were shown"};
    case Alarm::kBadSignature:
      return {"қолтаңба дұрыс емес", "подпись неверна", "a signature does not hold"};
    case Alarm::kNoQuorum:
      return {"куәгерлердің қолы жетпейді", "не хватает подписей свидетелей", "too few witnesses have cosigned"};
    case Alarm::kDamaged:
      return {"тақташалар түбірге сәйкес емес", "плитки не сходятся с корнем", "the tiles do not fit the root"};
    case Alarm::kStale:
      return {"көптен бері жаңармаған", "давно не обновлялось", "it has not grown for long"};
    case Alarm::kUnreachable:
      return {"оқу мүмкін болмады", "прочитать не удалось", "it could not be read"};
  }
  return {};
}

std::string timeText(std::uint64_t seconds) {
  const auto time = static_cast<std::time_t>(seconds);
  std::tm parts{};
  std::array<char, 32> text{};
  if (seconds > 253'402'300'799 || ::gmtime_r(&time, &parts) == nullptr ||
      std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts) == 0)
    return std::to_string(seconds);
  return text.data();
}

std::string lineOf(const Watched& watched, Language language) {
  std::string out = wordsOf(watched.role).in(language) + " " + harmless(watched.name) + ": ";
  if (!watched.size) return out + (watched.sealed ? kNothing : kNotSealed).in(language) + "\n";
  out += kSize.in(language) + " " + std::to_string(*watched.size) + ", " + kRoot.in(language) + " " +
         base64Of(watched.root);
  if (watched.cosigned_at) out += ", " + kCosigned.in(language) + " " + timeText(*watched.cosigned_at);
  if (watched.cosignatures) out += ", " + kCosignatures.in(language) + " " + std::to_string(*watched.cosignatures);
  return out + ", " + kGrew.in(language) + ": " + std::to_string(watched.grew_ago_s) + "\n";
}

// A value of a label: backslash, quote and line feed are escaped.
std::string labelled(std::string_view text) {
  std::string out;
  for (const char c : harmless(text)) {
    if (c == '\\' || c == '"') out += '\\';
    out += c;
  }
  return out;
}

class Metrics {
 public:
  void family(std::string_view name, std::string_view type, std::string_view help) {
    name_ = "asar_watch_" + std::string(name);
    out_ += "# HELP " + name_ + " " + std::string(help) + "\n# TYPE " + name_ + " " + std::string(type) + "\n";
  }
  void sample(const std::string& labels, const std::string& value) {
    out_ += name_ + (labels.empty() ? "" : "{" + labels + "}") + " " + value + "\n";
  }
  std::string text() && { return std::move(out_); }

 private:
  std::string name_;
  std::string out_;
};

std::string labelsOf(const WatchRound& round, const Watched& watched) {
  return "origin=\"" + labelled(round.origin) + "\",role=\"" + std::string(nameOf(watched.role)) + "\",name=\"" +
         labelled(watched.name) + "\"";
}

void addWatched(const WatchRound& round, Metrics& metrics) {
  metrics.family("up", "gauge", "1 where its checkpoint could be read and its signature holds.");
  for (const Watched& one : round.watched) metrics.sample(labelsOf(round, one), one.size ? "1" : "0");
  metrics.family("size", "gauge", "Entries of the checkpoint it shows.");
  for (const Watched& one : round.watched) {
    if (one.size) metrics.sample(labelsOf(round, one), std::to_string(*one.size));
  }
  metrics.family("seconds_since_growth", "gauge", "Seconds since it was last seen to grow.");
  for (const Watched& one : round.watched) metrics.sample(labelsOf(round, one), std::to_string(one.grew_ago_s));
  metrics.family("cosignatures", "gauge", "Cosignatures of the policy's witnesses that hold on what it shows.");
  for (const Watched& one : round.watched) {
    if (one.cosignatures) metrics.sample(labelsOf(round, one), std::to_string(*one.cosignatures));
  }
  metrics.family("cosigned_timestamp_seconds", "gauge", "When the witness cosigned what it shows.");
  for (const Watched& one : round.watched) {
    if (one.cosigned_at) metrics.sample(labelsOf(round, one), std::to_string(*one.cosigned_at));
  }
}

}  // namespace

std::string_view nameOf(WatchedRole role) {
  switch (role) {
    case WatchedRole::kLog:
      return "log";
    case WatchedRole::kMirror:
      return "mirror";
    case WatchedRole::kWitness:
      return "witness";
  }
  return "internal";
}

std::string textOf(const WatchRound& round, Language language) {
  std::string out;
  for (const Watched& one : round.watched) out += lineOf(one, language);
  if (round.trusted_size) out += kTrusted.in(language) + " " + std::to_string(*round.trusted_size) + "\n";
  for (const RaisedAlarm& one : round.alarms) {
    out += kAlarm.in(language) + " " + std::string(nameOf(one.alarm)) + " (" + wordsOf(one.alarm).in(language) +
           "): " + harmless(one.sentence) + "\n";
  }
  for (const std::string& proof : round.proofs) out += kProof.in(language) + ": " + harmless(proof) + "\n";
  for (const std::string& open : round.findings.notCheckedList())
    out += kLeftOpen.in(language) + ": " + harmless(open) + "\n";
  out += kLeftOpen.in(language) + ": " + kScope.in(language) + "\n";
  return out + kVerdict.in(language) + " " + round.verdict() + "\n";
}

std::string jsonOf(const WatchRound& round) {
  using nlohmann::json;
  json watched = json::array();
  for (const Watched& one : round.watched) {
    json& object = watched.emplace_back(json{{"role", nameOf(one.role)},
                                             {"name", one.name},
                                             {"up", one.size.has_value()},
                                             {"secondsSinceGrowth", one.grew_ago_s}});
    if (one.size) object["size"] = *one.size;
    if (one.size) object["root"] = hexOf(one.root);
    if (one.cosignatures) object["cosignatures"] = *one.cosignatures;
    if (one.cosigned_at) object["cosignedAt"] = *one.cosigned_at;
  }
  auto left_open = round.findings.notCheckedList();
  left_open.emplace_back(kScope.en);
  json alarms = json::array();
  for (const RaisedAlarm& one : round.alarms)
    alarms.push_back({{"alarm", nameOf(one.alarm)}, {"name", one.name}, {"sentence", one.sentence}});
  const json out = {{"verdict", round.verdict()},
                    {"exit", round.exitCode()},
                    {"origin", round.origin},
                    {"at", round.at_s},
                    {"trustedSize", round.trusted_size ? json(*round.trusted_size) : json()},
                    {"watched", watched},
                    {"alarms", alarms},
                    {"proofs", round.proofs},
                    {"checked", round.findings.checkedList()},
                    {"notChecked", left_open}};
  return out.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

void WatchCounts::take(const WatchRound& round) {
  ++rounds;
  for (const RaisedAlarm& one : round.alarms) ++alarms[one.alarm];
}

std::string metricsOf(const WatchRound& round, const WatchCounts& counts) {
  Metrics metrics;
  addWatched(round, metrics);
  const std::string origin = "origin=\"" + labelled(round.origin) + "\"";
  if (round.trusted_size) {
    metrics.family("trusted_size", "gauge", "Entries of the newest checkpoint that is trusted.");
    metrics.sample(origin, std::to_string(*round.trusted_size));
  }
  metrics.family("alarm", "gauge", "1 while the last round raised it.");
  for (const Alarm alarm : kAlarms)
    metrics.sample(origin + ",alarm=\"" + std::string(nameOf(alarm)) + "\"", round.raised(alarm) ? "1" : "0");
  metrics.family("alarms_total", "counter", "How often it was raised since the program started.");
  for (const Alarm alarm : kAlarms) {
    const auto found = counts.alarms.find(alarm);
    metrics.sample(origin + ",alarm=\"" + std::string(nameOf(alarm)) + "\"",
                   std::to_string(found == counts.alarms.end() ? 0 : found->second));
  }
  metrics.family("rounds_total", "counter", "Rounds since the program started.");
  metrics.sample(origin, std::to_string(counts.rounds));
  metrics.family("last_round_timestamp_seconds", "gauge", "When the last round began.");
  metrics.sample(origin, std::to_string(round.at_s));
  return std::move(metrics).text();
}

}  // namespace audit
