#include "projections/report/register_report.h"

#include <absl/container/flat_hash_map.h>

#include <algorithm>
#include <array>

#include "projections/report/query.h"

namespace projections {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;
using ledger::StreamRole;
using ledger::SubjectId;

// Streams of which nothing is opened: other names of a person or an organisation, codes, and hours, which have tables
// of their own.
constexpr StreamRole kNoRegisters[] = {StreamRole::kScope,  StreamRole::kRegion,  StreamRole::kHours,
                                       StreamRole::kFunder, StreamRole::kGrantee, StreamRole::kVolunteer,
                                       StreamRole::kNominee};
constexpr std::string_view kFurtherStates[] = {"established", "conferred", "revoked",  "voided",    "announced",
                                               "draft",       "inForce",   "repealed", "unverified"};
constexpr ledger::UtcMs kReportOffset = 300 * ledger::kMsPerMinute;

// The subjects asked for, by $1 register, $2 size, $3 state, $4 of, $5 and $6 days, $7 whether by days of their facts.
constexpr const char* kChosen =
    "from subjects s join subject_states h on h.subject = s.subject "
    "where s.register = $1 and h.since < $2 and (h.until = 0 or h.until >= $2) and ($3 = '' or h.state = $3) "
    "and ($4 is null or s.subject = $4 or exists (select 1 from subject_links l where l.subject = s.subject "
    "and l.other = $4 and l.since < $2)) and (s.opened_day >= $5 and s.opened_day <= $6 or $7 = 1 and exists (select 1 "
    "from facts g where g.subject = s.subject and g.day >= $5 and g.day <= $6 and g.fact_index < $2)) ";

// The parameters of kChosen; what is bound lives as long as this.
class Chosen {
 public:
  explicit Chosen(const RegisterQuestion& question)
      : question_(question),
        from_(question.from == 0 ? "0000-00-00" : ledger::dayText(question.from)),
        to_(question.to == 0 ? "9999-99-99" : ledger::dayText(question.to)) {}

  void bind(Statement& statement) const {
    statement.add(nameOf(question_.role)).add(static_cast<std::int64_t>(question_.at));
    statement.add(std::string_view{question_.state});
    question_.of.isNone() ? statement.addNull() : statement.add(question_.of.view());
    statement.add(std::string_view{from_}).add(std::string_view{to_});
    statement.add(static_cast<std::int64_t>(question_.facts ? 1 : 0));
  }

 private:
  const RegisterQuestion& question_;
  std::string from_;
  std::string to_;
};

using Places = absl::flat_hash_map<SubjectId, std::size_t>;

Result<Places> readEntries(Database& database, RegisterReport& report) {
  Statement all = database.prepare("select " + columnsIn<SubjectRow>("s") + ", " + columnsIn<SubjectStateRow>("h") +
                                   " " + kChosen + "order by s.opened_index, s.subject");
  const Chosen chosen(report.question);
  chosen.bind(all);
  Places places;
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return places;
    ColumnReader reader(all);
    RegisterEntry& entry = report.entries.emplace_back();
    SubjectRow::columns(reader, entry.subject);
    SubjectStateRow::columns(reader, entry.standing);
    places[entry.subject.subject] = report.entries.size() - 1;
  }
}

Result<void> readLinks(Database& database, RegisterReport& report, const Places& places) {
  Statement all = database.prepare(
      "select " + columnsIn<SubjectLinkRow>("k") +
      ", n.kk, n.ru, n.en from subject_links k left join subjects n on n.subject = "
      "k.other where k.subject in (select s.subject " +
      kChosen +
      ") and k.since < $2 order by k.since, k.mentioned, case k.role when 'organisation' then 0 when 'grantee' "
      "then 1 when 'office' then 2 else 3 end, k.role, k.other");
  const Chosen chosen(report.question);
  chosen.bind(all);
  for (auto row = all.step();; row = all.step()) {
    if (!row) return row.error();
    if (!*row) return {};
    ColumnReader reader(all);
    SubjectLinkRow link;
    ledger::Names names;
    SubjectLinkRow::columns(reader, link);
    reader("kk", names.kk), reader("ru", names.ru), reader("en", names.en);
    RegisterEntry& entry = report.entries[places.at(link.subject)];
    const bool named = !names.kk.empty() || !names.ru.empty() || !names.en.empty();
    if (named && !link.mentioned && entry.owner == ledger::Names{}) entry.owner = std::move(names);
    entry.links.push_back(link);
  }
}

// A batch that was voided takes its facts with it.
std::string factsWhere() {
  return std::string("where f.subject in (select s.subject ") + kChosen +
         ") and f.fact_index < $2 and f.day >= $5 and f.day <= $6 and not exists (select 1 from subject_states b "
         "where b.subject = f.batch and b.state = 'voided' and b.since < $2)";
}

Result<void> readFacts(Database& database, RegisterReport& report, const Places& places) {
  const Chosen chosen(report.question);
  absl::flat_hash_map<ledger::Position, std::vector<FactWordRow>> words;
  Statement said = database.prepare("select " + columnsIn<FactWordRow>("w") +
                                    " from fact_words w join facts f on f.fact_index = w.fact_index " + factsWhere() +
                                    " order by w.fact_index, w.field, w.place");
  chosen.bind(said);
  auto rows = readRows<FactWordRow>(said);
  if (!rows) return rows.error();
  for (FactWordRow& word : *rows) words[word.fact_index].push_back(std::move(word));
  Statement all = database.prepare("select " + columnsIn<FactRow>("f") + " from facts f " + factsWhere() +
                                   " order by f.fact_index");
  chosen.bind(all);
  auto facts = readRows<FactRow>(all);
  if (!facts) return facts.error();
  for (FactRow& fact : *facts) {
    const auto place = places.find(fact.subject);
    if (place == places.end()) continue;
    const ledger::Position index = fact.fact_index;
    report.entries[place->second].facts.push_back({std::move(fact), std::move(words[index])});
  }
  return {};
}

bool addTo(std::int64_t& sum, const std::optional<std::int64_t>& figure) {
  return !figure || !__builtin_add_overflow(sum, *figure, &sum);
}

bool addFigures(RegisterSums& sums, const SubjectFigures& figures) {
  ++sums.count;
  bool holds = true;
  if (figures.amount) holds = addTo(sums.amounts[figures.currency], figures.amount);
  if (figures.quantity) holds = addTo(sums.quantities[figures.unit], figures.quantity) && holds;
  return addTo(sums.minutes, figures.minutes) && addTo(sums.people, figures.people) &&
         addTo(sums.votes, figures.votes) && addTo(sums.points, figures.points) &&
         addTo(sums.credits, figures.credits) && holds;
}

Result<void> addUp(RegisterReport& report) {
  bool holds = true;
  for (const RegisterEntry& entry : report.entries) {
    holds = addFigures(report.total, entry.standing.figures) && holds;
    holds = addFigures(report.by_state[entry.standing.state], entry.standing.figures) && holds;
    for (const FactEntry& one : entry.facts)
      holds = addFigures(report.by_event[one.fact.event], one.fact.figures) && holds;
  }
  if (holds) return {};
  return Error{ErrorCode::kCorrupt, "SUM_OVERFLOWS",
               "a sum of this register passes what is counted: ask for fewer days, or for one state"};
}

// The size the question is about.
Result<ledger::Position> sizeOf(Database& database, const RegisterQuestion& question, ledger::Position newest) {
  if (question.at > newest) {
    return Error{ErrorCode::kNotFound, "SIZE_UNKNOWN",
                 "the read models stand at " + std::to_string(newest) + " entries, not at " +
                     std::to_string(question.at) + ": ask for a size up to that"};
  }
  const ledger::Position most = question.at == 0 ? newest : question.at;
  if (question.as_of == 0) return most;
  Statement last = database.prepare("select count(*), max(fact_index) from facts where recorded_at < $1");
  last.add((static_cast<ledger::UtcMs>(question.as_of) + 1) * ledger::kMsPerDay - kReportOffset);
  const auto row = last.step();
  if (!row) return row.error();
  if (last.nextInteger() == 0) return ledger::Position{0};
  return std::min(most, static_cast<ledger::Position>(last.nextInteger()) + 1);
}

}  // namespace

Result<StreamRole> registerNamed(std::string_view name) {
  std::string known;
  for (std::uint16_t i = 0; i < ledger::kEnumerants<StreamRole>; ++i) {
    const auto role = static_cast<StreamRole>(i);
    if (std::ranges::find(kNoRegisters, role) != std::end(kNoRegisters)) continue;
    if (nameOf(role) == name) return role;
    known += (known.empty() ? "" : ", ") + std::string(nameOf(role));
  }
  return Error{ErrorCode::kNotFound, "REGISTER_UNKNOWN",
               "there is no register of '" + std::string(name) + "'; there are " + known};
}

Result<void> checkStateName(std::string_view state) {
  std::string known;
  const auto note = [&](std::string_view name) {
    known += (known.empty() ? "" : ", ") + std::string(name);
    return name == state;
  };
  bool found = state.empty();
  for (std::uint16_t i = 0; i < ledger::kEnumerants<ledger::SubjectState>; ++i)
    found = note(nameOf(static_cast<ledger::SubjectState>(i))) || found;
  for (const std::string_view further : kFurtherStates) found = note(further) || found;
  if (found) return {};
  return Error{ErrorCode::kNotFound, "STATE_UNKNOWN",
               "there is no state '" + std::string(state) + "'; there are " + known};
}

Result<RegisterReport> readRegisterReport(Database& database, RegisterQuestion question) {
  RegisterReport report;
  auto stamp = readStamp(database);
  if (!stamp) return stamp.error();
  report.stamp = *std::move(stamp);
  ASAR_TRY(checkStateName(question.state));
  const auto size = sizeOf(database, question, report.stamp.size);
  if (!size) return size.error();
  question.at = *size;
  report.question = std::move(question);
  const auto places = readEntries(database, report);
  if (!places) return places.error();
  ASAR_TRY(readLinks(database, report, *places));
  if (report.question.facts) ASAR_TRY(readFacts(database, report, *places));
  ASAR_TRY(addUp(report));
  return report;
}

}  // namespace projections
