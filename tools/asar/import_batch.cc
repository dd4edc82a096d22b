#include "tools/asar/import_batch.h"

#include "ledger/base/limits.h"
#include "ledger/event/codec.h"
#include "ledger/event/json.h"
#include "tools/asar/import_judge.h"
#include "tools/asar/import_rules.h"

namespace tools {

namespace {

using ledger::asBytes;
using ledger::Command;
using ledger::Digest;
using ledger::Error;
using ledger::ErrorCode;
using ledger::ImportRecord;
using ledger::NonceId;
using ledger::PersonId;
using ledger::Random;
using ledger::Result;
using ledger::State;
using ledger::SubjectId;
using ledger::UtcMs;
using ledger::Visibility;
namespace limits = ledger::limits;

constexpr std::size_t kPartCommandsMax = limits::kCommandsPerSubmissionMax - 1;
constexpr std::size_t kPartBytesMax = limits::kCommandBytesPerSubmissionMax - 1024;

void count(Conversion& out, const Command& command) {
  KindTotal& total = out.totals[std::string(traitsOf(kindOf(command)).command)];
  ++total.commands;
  visit(
      [&](const auto& body) {
        if constexpr (requires { body.minutes; }) total.minutes += body.minutes.count();
        if constexpr (requires { body.people; }) total.people += body.people;
        if constexpr (requires { body.amount.currency.code(); })
          total.money[std::string(body.amount.currency.code())] += body.amount.minor;
      },
      command.body);
}

class Converter {
 public:
  Converter(const ImportInput& input, const Digest& source, ImportJudge& judge, Random& random, Conversion& out)
      : input_(input), source_(source), judge_(judge), random_(random), out_(out) {}

  Result<void> run(const std::vector<ImportRow>& rows) {
    out_.rows = rows.size();
    ImportScope scope{input_.mapping, out_.batch, input_.set, nullptr, "", &used_};
    std::vector<Command> prologue;
    for (const ImportRule& rule : input_.mapping.prologue) {
      const auto made = make(rule, scope);
      if (!made) return made.error();
      prologue.push_back(*made);
    }
    const auto judged = judge_.take(prologue);
    if (!judged)
      return Error{judged.error().code, judged.error().reason, "before the first row: " + judged.error().message};
    keep(prologue, 0);
    for (const ImportRow& row : rows) ASAR_TRY(takeRow(row, scope));
    countUnmapped(rows);
    makeParts();
    out_.flagged = judge_.flagged();
    return {};
  }

 private:
  Result<Command> make(const ImportRule& rule, const ImportScope& scope) {
    auto fields = expandValue(rule.fields, scope);
    if (!fields) return fields.error();
    fields->set("command", rule.command);
    return commandFromJson(*fields, random_);
  }

  Result<void> takeRow(const ImportRow& row, ImportScope& scope) {
    scope.row = &row;
    std::vector<Command> commands;
    once_.beginRow();
    auto outcome = makeRow(scope, commands);
    if (outcome) outcome = judge_.take(commands);
    // What is wrong with the mapping is not wrong with this row.
    if (!outcome && (outcome.error().reason == "BAD_MAPPING" || outcome.error().reason == "SETTING_MISSING"))
      return outcome;
    if (!outcome) {
      once_.forgetRow();
      out_.rejects.push_back({row.number, outcome.error().reason, outcome.error().message, row.raw});
    } else {
      keep(commands, row.number);
    }
    report(row, scope);
    return {};
  }

  Result<void> makeRow(ImportScope& scope, std::vector<Command>& commands) {
    for (const ImportRule& rule : input_.mapping.rows) {
      ASAR_TRY(applyRule(rule, scope, once_, [&]() -> Result<bool> {
        auto command = make(rule, scope);
        if (!command) return command.error();
        commands.push_back(std::move(*command));
        return true;
      }));
    }
    return {};
  }

  void report(const ImportRow& row, ImportScope& scope) {
    for (const ImportReport& one : input_.mapping.reports) {
      for (const std::string& element : elementsOf(one.each, row)) {
        scope.element = element;
        const auto holds = allHold(one.when, scope);
        if (!holds || !*holds) continue;
        const auto text = one.count.empty() ? Result<std::string>("1") : expandText(one.count, scope);
        if (text) out_.reported[one.name] += std::strtoll(text->c_str(), nullptr, 10);
      }
    }
  }

  void keep(const std::vector<Command>& commands, std::size_t row) {
    for (const Command& command : commands) {
      count(out_, command);
      kept_[static_cast<std::size_t>(traitsOf(kindOf(command)).visibility)].emplace_back(row, command);
    }
  }

  void countUnmapped(const std::vector<ImportRow>& rows) {
    for (const ImportRow& row : rows) {
      for (const auto& [name, value] : row.cells) {
        const std::string column = columnName(name);
        if (!value.empty() && !used_.contains(column)) ++out_.unmapped[column];
      }
    }
  }

  void makeParts() {
    for (const Visibility visibility : {Visibility::kPublic, Visibility::kScoped, Visibility::kPrivate}) {
      const auto& kept = kept_[static_cast<std::size_t>(visibility)];
      for (std::size_t i = 0; i < kept.size();) i = makePart(visibility, i);
    }
  }

  // From the command at `first` on; the place of the first command that no longer fits.
  std::size_t makePart(Visibility visibility, std::size_t first) {
    const auto& kept = kept_[static_cast<std::size_t>(visibility)];
    ImportPart part{visibility, {}};
    std::size_t end = first;
    std::size_t bytes = 0;
    for (; end < kept.size() && end - first < kPartCommandsMax; ++end) {
      bytes += encode(kept[end].second).size();
      if (bytes > kPartBytesMax) break;
    }
    const auto first_row = static_cast<std::uint32_t>(kept[first].first);
    const auto last_row = static_cast<std::uint32_t>(kept[end - 1].first);
    const auto number = static_cast<std::uint32_t>(out_.parts.size());
    part.commands.push_back({random_.id<NonceId>(),
                             {},
                             ImportRecord{out_.batch, number, source_, input_.mapping.hash, first_row,
                                          last_row - first_row + 1, input_.system}});
    for (std::size_t i = first; i < end; ++i) part.commands.push_back(kept[i].second);
    out_.parts.push_back(std::move(part));
    return end;
  }

  const ImportInput& input_;
  const Digest source_;
  ImportJudge& judge_;
  Random& random_;
  Conversion& out_;
  std::set<std::string> used_;
  OnceTexts once_;
  std::vector<std::pair<std::size_t, Command>> kept_[3];
};

}  // namespace

SubjectId batchOf(const ImportInput& input) {
  if (!input.batch.isNone()) return input.batch;
  std::string settings;
  for (const auto& [name, value] : input.set) settings.append(name).append("=").append(value).append("\n");
  const Digest source = ledger::sha256(asBytes(input.source));
  const Digest digest =
      ledger::sha256({asBytes("asar/import/batch/v1"), source.view(), input.mapping.hash.view(), asBytes(settings)});
  SubjectId batch;
  std::copy_n(digest.bytes.begin(), batch.bytes.size(), batch.bytes.begin());
  return batch;
}

Result<std::vector<ImportRow>> rowsOf(const ImportInput& input) {
  auto rows = input.mapping.json ? readJsonRows(input.source, input.mapping.records) : readCsvRows(input.source);
  if (!rows) return rows;
  for (ImportRow& row : *rows) {
    for (auto& [name, value] : row.cells) {
      if (const auto alias = input.mapping.aliases.find(name); alias != input.mapping.aliases.end())
        name = alias->second;
    }
  }
  return rows;
}

Result<Conversion> convert(const ImportInput& input, State state, const PersonId& importer, UtcMs now, Random& random) {
  const auto rows = rowsOf(input);
  if (!rows) return rows.error();
  const Digest source = ledger::sha256(asBytes(input.source));
  Conversion out;
  out.batch = batchOf(input);
  if (const auto* known = state.batches.find(out.batch)) {
    out.recorded_parts = known->parts;
    out.voided = known->voided;
  }
  if (out.voided) {
    return Error{ErrorCode::kConflict, "BATCH_VOIDED",
                 "batch " + out.batch.text() + " was imported and voided: give another --batch ID to import it again"};
  }
  ImportJudge judge(std::move(state), importer, out.batch, now);
  ASAR_TRY(judge.begin(source, input.mapping.hash, input.system));
  ASAR_TRY(Converter(input, source, judge, random, out).run(*rows));
  return out;
}

}  // namespace tools
