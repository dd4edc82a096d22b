// asar draw experts|sample: a draw, repeated from the log by anybody: who or what has which number, which of them are
// drawn, and whether what was recorded agrees. Before the draw it says what the command must hold.
#include "ledger/rules/draw.h"

#include <absl/container/flat_hash_map.h>

#include <algorithm>

#include "tools/asar/commands.h"
#include "tools/asar/draw_log.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/home.h"
#include "tools/asar/print.h"
#include "tools/asar/sample_seed.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

constexpr std::size_t kNumberWidth = 7;

// One line of a population; `place` is that in the draw, from 1, and 0 of what is not drawn.
std::string line(const Session& session, std::size_t number, const std::string& what, std::size_t place) {
  std::string text = std::to_string(number);
  text.insert(0, kNumberWidth - std::min(text.size(), kNumberWidth), ' ');
  text += "  " + what;
  if (place != 0) text += "  " + say(session.language, "draw.place", {std::to_string(place)});
  return text + "\n";
}

JsonValue::List idsOf(const std::vector<ledger::Expert>& experts) {
  JsonValue::List ids;
  for (const ledger::Expert& expert : experts) ids.emplace_back(expert.person.text());
  return ids;
}

std::string leafLine(const Session& session, const ledger::Digest& seed, ledger::Position entry) {
  return say(session.language, "draw.seed", {seed.hex(), std::to_string(entry)}) + "\n";
}

// Whether the record agrees, in words and as the exit code.
void conclude(const Session& session, ledger::Position entry, bool agrees, Answer& answer) {
  answer.text += say(session.language, agrees ? "draw.agrees" : "draw.differs", {std::to_string(entry)}) + "\n";
  answer.exit_code = agrees ? kOk : kFindings;
}

// What expertsDraw must hold, but for the time at which it is done.
JsonValue commandOf(const PanelLog& log, const std::vector<ledger::Expert>& drawn) {
  JsonValue::List experts;
  for (const ledger::Expert& expert : drawn) experts.emplace_back(JsonValue::Fields{{"person", expert.person.text()}});
  return JsonValue::Fields{{"command", "expertsDraw"},
                           {"panel", log.named.body.panel.text()},
                           {"seed", log.named.leaf.hex()},
                           {"experts", std::move(experts)}};
}

Result<Answer> experts(Session& session, const Arguments& arguments) {
  const auto panel = ledger::SubjectId::parse(arguments.get("panel"));
  if (!panel) return panel.error();
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto log = readPanel(*reading->reader, *panel);
  if (!log) return log.error();
  const auto& named = log->named.body;
  const auto drawn = ledger::drawExperts(log->named.leaf, named.candidates, named.drawn);
  Answer answer;
  answer.text = leafLine(session, log->named.leaf, log->named.entry);
  for (std::size_t i = 0; i < named.candidates.size(); ++i) {
    const auto place = std::ranges::find(drawn, named.candidates[i]);
    const auto at = place == drawn.end() ? 0 : static_cast<std::size_t>(place - drawn.begin()) + 1;
    answer.text += line(session, i, named.candidates[i].person.text(), at);
  }
  answer.json = JsonValue::Fields{{"panel", panel->text()},
                                  {"call", named.call.text()},
                                  {"seed", log->named.leaf.hex()},
                                  {"seedEntry", log->named.entry},
                                  {"candidates", idsOf(named.candidates)},
                                  {"drawn", idsOf(drawn)}};
  if (log->drawn) {
    const bool agrees = log->drawn->body.seed == log->named.leaf && log->drawn->body.experts == drawn;
    answer.json.set("record", JsonValue::Fields{{"entry", log->drawn->entry},
                                                {"seed", log->drawn->body.seed.hex()},
                                                {"experts", idsOf(log->drawn->body.experts)}});
    answer.json.set("agrees", agrees);
    conclude(session, log->drawn->entry, agrees, answer);
  } else {
    const auto command = commandOf(*log, drawn);
    answer.text += std::string(say(session.language, "draw.experts.open")) + "\n" + command.pretty() + "\n";
    answer.json.set("command", command);
  }
  return answer;
}

// As recorded, or that from which it would be drawn now.
Result<SeedOrigin> seedNow(const Session& session, const Arguments& arguments, const Founding& founding,
                           const SampleLog& log) {
  if (log.drawn) return seedOrigin(session, arguments, founding, log);
  const auto first = seedCheckpoint(session, arguments, founding, log.opened.entry);
  return first ? Result<SeedOrigin>(originOf(*first)) : first.error();
}

std::string seedLines(const Session& session, const SeedOrigin& origin) {
  const SampleSeed& seed = origin.seed;
  if (seed.size == 0) return leafLine(session, seed.value, seed.entry);
  std::string text = say(session.language, "draw.seed.root", {seed.value.hex(), std::to_string(seed.size)}) + "\n";
  for (const std::string& remark : seedRemarks(session, origin)) text += remark + "\n";
  return text;
}

// How many of how many are drawn: as recorded, or as asked for.
struct Drawing {
  std::uint32_t population = 0;
  std::uint32_t quantity = 0;
};

Result<Drawing> drawingOf(const SampleLog& log, const Arguments& arguments) {
  if (log.drawn) return Drawing{log.drawn->body.population, log.drawn->body.quantity};
  if (!log.population) {
    return Error{ErrorCode::kNotFound, "POPULATION_UNKNOWN",
                 "what '" + arguments.get("what") + "' counts is not defined, and no sample of it was drawn yet"};
  }
  const auto quantity = arguments.number("quantity", 0);
  if (!quantity) return quantity.error();
  const auto size = static_cast<std::uint32_t>(log.population->size());
  return Drawing{size, static_cast<std::uint32_t>(std::min<std::uint64_t>(*quantity, size))};
}

// The places of the draw by number.
using Places = absl::flat_hash_map<std::uint32_t, std::size_t>;

void listThings(const Session& session, const std::vector<SampledThing>& things, const Places& places, Answer& answer) {
  JsonValue::List list;
  for (std::size_t i = 0; i < things.size(); ++i) {
    const auto place = places.find(static_cast<std::uint32_t>(i));
    const bool drawn = place != places.end();
    answer.text +=
        line(session, i, things[i].id.text() + "  " + std::to_string(things[i].entry), drawn ? place->second : 0);
    list.emplace_back(JsonValue::Fields{
        {"number", std::uint64_t{i}}, {"subject", things[i].id.text()}, {"entry", things[i].entry}, {"drawn", drawn}});
  }
  answer.json.set("population", std::move(list));
}

// Only the numbers, where nobody wrote down what has them.
void listNumbers(const Session& session, const std::string& what, const std::vector<std::uint32_t>& drawn,
                 Answer& answer) {
  answer.text += say(session.language, "draw.numbers.alone", {what}) + "\n";
  for (std::size_t i = 0; i < drawn.size(); ++i) answer.text += line(session, drawn[i], "", i + 1);
  answer.json.set("population", {});
}

void tellRecord(const Session& session, const SampleLog& log, const SeedOrigin& origin, Answer& answer) {
  const auto& record = *log.drawn;
  answer.json.set("record", JsonValue::Fields{{"entry", record.entry},
                                              {"population", std::uint64_t{record.body.population}},
                                              {"quantity", std::uint64_t{record.body.quantity}}});
  if (!log.population && !origin.earlier) return;  // there is nothing to compare with
  const bool counted = !log.population || record.body.population == log.population->size();
  const bool agrees = counted && !origin.earlier;
  answer.json.set("agrees", agrees);
  if (log.population) {
    answer.text += say(session.language, "draw.sample.sizes",
                       {std::to_string(record.body.population), std::to_string(log.population->size())}) +
                   "\n";
  }
  conclude(session, record.entry, agrees, answer);
}

Result<Answer> sample(Session& session, const Arguments& arguments) {
  const auto audit = ledger::SubjectId::parse(arguments.get("audit"));
  if (!audit) return audit.error();
  const std::string what = arguments.get("what");
  const auto reading = openForReading(session);
  if (!reading) return reading.error();
  const auto log = readSample(*reading->reader, *audit, what);
  if (!log) return log.error();
  const auto drawing = drawingOf(*log, arguments);
  if (!drawing) return drawing.error();
  const auto origin = seedNow(session, arguments, reading->founding, *log);
  if (!origin) return origin.error();
  const auto drawn = ledger::drawSample(origin->seed.value, drawing->population, drawing->quantity);
  Places places;
  JsonValue::List numbers;
  for (const std::uint32_t number : drawn) {
    numbers.emplace_back(std::uint64_t{number});
    places.emplace(number, numbers.size());
  }
  Answer answer;
  answer.text = seedLines(session, *origin);
  answer.json = JsonValue::Fields{{"audit", audit->text()}, {"what", what}};
  addSeed(*origin, answer.json);
  answer.json.set("drawn", std::move(numbers));
  if (log->population) {
    listThings(session, *log->population, places, answer);
  } else {
    listNumbers(session, what, drawn, answer);
  }
  if (log->drawn) {
    tellRecord(session, *log, *origin, answer);
  } else {
    answer.text += say(session.language, "draw.sample.open", {std::to_string(log->population->size())}) + "\n";
  }
  return answer;
}

}  // namespace

CommandTable drawCommands() {
  return {{"draw", "experts", {{"panel"}}, {}, experts},
          {"draw", "sample", {{"audit"}, {"what"}}, {{"quantity", "N"}}, sample}};
}

}  // namespace tools
