#include "projections/oversight/subject_register.h"

#include <algorithm>

#include "projections/oversight/fact_words.h"
#include "projections/oversight/subject_register_sql.h"

namespace projections {
namespace {

using ledger::Kind;
using ledger::Result;
using ledger::StreamRole;
using ledger::SubjectId;

// Where a command states no day of its own.
constexpr std::int16_t kReportOffsetMinutes = 300;

StreamRole roleOf(Kind kind) {
  return ledger::traitsOf(kind).streams.front();
}

ledger::CivilDay dayOf(const Fact& fact, const NamedFields& fields) {
  if (fields.day != 0) return fields.day;
  return ledger::Instant{fact.recorded_at, kReportOffsetMinutes}.civilDay();
}

// It brings a subject to a state, also one it may be in already; a kind that finds and leaves it in the same one
// records something beside.
bool movesOn(Kind kind) {
  const ledger::KindTraits& traits = ledger::traitsOf(kind);
  return traits.from.size() != 1 || traits.from.front() != traits.to;
}

void takeStated(SubjectFigures& standing, const SubjectFigures& said) {
  const auto take = [](std::optional<std::int64_t>& into, const std::optional<std::int64_t>& from) {
    if (from) into = from;
  };
  take(standing.amount, said.amount), take(standing.minutes, said.minutes), take(standing.people, said.people);
  take(standing.quantity, said.quantity), take(standing.votes, said.votes), take(standing.points, said.points);
  take(standing.credits, said.credits);
  if (!said.currency.empty()) standing.currency = said.currency;
  if (!said.unit.empty()) standing.unit = said.unit;
}

bool isSameStay(const SubjectStateRow& a, const SubjectStateRow& b) {
  return a.state == b.state && a.due == b.due && a.last == b.last && a.figures == b.figures;
}

}  // namespace

std::string_view SubjectRegister::sql() const {
  return kSubjectRegisterSql;
}

std::vector<TableShape> SubjectRegister::tables() const {
  return shapesOf<SubjectRow, SubjectStateRow, SubjectLinkRow, FactRow, FactWordRow>();
}

Result<void> SubjectRegister::load(Database& database) {
  standing_.clear(), belongings_.clear();
  states_.forget(), links_.forget(), facts_.forget(), words_.forget();
  ASAR_TRY(subjects_.load(database));
  Statement stays = database.prepare(selectAll<SubjectStateRow>() + "where until = 0");
  const auto standing = readRows<SubjectStateRow>(stays);
  if (!standing) return standing.error();
  for (const SubjectStateRow& row : *standing) standing_[row.subject] = row;
  Statement links = database.prepare(selectAll<SubjectLinkRow>() + "order by since");
  const auto named = readRows<SubjectLinkRow>(links);
  if (!named) return named.error();
  for (const SubjectLinkRow& row : *named) belong(row);
  return {};
}

Result<void> SubjectRegister::flush(Database& database) {
  ASAR_TRY(subjects_.flush(database));
  ASAR_TRY(states_.flush(database));
  ASAR_TRY(links_.flush(database));
  ASAR_TRY(facts_.flush(database));
  return words_.flush(database);
}

void SubjectRegister::belong(const SubjectLinkRow& row) {
  if (!row.mentioned) belongings_[row.subject].emplace_back(row.role, row.other);
}

void SubjectRegister::record(const Fact& fact, const NamedFields& fields, SubjectId subject) {
  const ledger::CommandBody& body = fact.command->body;
  const ledger::KindTraits& traits = ledger::traitsOf(body.kind());
  FactRow row;
  row.fact_index = fact.index;
  row.stated_index = fact.stated;
  row.event = std::string(traits.event);
  row.subject = subject;
  if (!traits.streams.empty()) row.role = std::string(nameOf(traits.streams.front()));
  row.occurred_at = fields.occurred_at ? fields.occurred_at->utc_ms : 0;
  row.recorded_at = fact.recorded_at;
  row.day = dayOf(fact, fields);
  row.batch = fact.batch;
  row.code = fields.code;
  row.number = fields.number;
  row.country = fields.country;
  row.reason = fields.reason;
  row.figures = fields.figures;
  row.year = fields.year;
  row.value = fields.value;
  const bool of_hours = row.role == nameOf(StreamRole::kHours);
  facts_.add(std::move(row));
  if (of_hours) return;
  for (FactWordRow& word : wordsOf(body, fact.index)) words_.add(std::move(word));
}

void SubjectRegister::enter(const SubjectRow& subject, SubjectStateRow state) {
  state.subject = subject.subject;
  states_.add(state);
  standing_[subject.subject] = std::move(state);
}

std::string SubjectRegister::regionOf(const ledger::CommandBody& body, const NamedFields& fields) const {
  const auto streams = ledger::traitsOf(body.kind()).streams;
  if (!fields.region.empty() || std::ranges::find(streams, StreamRole::kRegion) == streams.end()) return fields.region;
  std::string region;
  for (const NamedSubject& named : subjectsOf(body)) {
    const SubjectRow* row = subjects_.find(named.id);
    if (row != nullptr && !named.mentioned && !row->region.empty()) region = row->region;
  }
  return region;
}

void SubjectRegister::open(const Fact& fact, const NamedFields& fields, SubjectId subject) {
  SubjectRow row;
  row.subject = subject;
  row.role = roleOf(fact.command->body.kind());
  row.kind = fields.kind;
  row.code = fields.code;
  row.number = fields.number;
  row.region = regionOf(fact.command->body, fields);
  row.names = fields.names;
  row.from = fields.from;
  row.to = fields.to;
  row.opened = dayOf(fact, fields);
  row.batch = fact.batch;
  row.opened_index = fact.index;
  SubjectStateRow state;
  state.since = fact.index;
  state.state = std::string(stateAfter(fact.command->body));
  state.since_day = row.opened;
  state.due = fields.due;
  state.figures = fields.figures;
  enter(subjects_.insert(std::move(row)), std::move(state));
}

void SubjectRegister::moveOn(const Fact& fact, const NamedFields& fields, const StateChange& change) {
  const SubjectRow* subject = subjects_.find(change.subject);
  const auto found = standing_.find(change.subject);
  if (subject == nullptr || found == standing_.end()) return;
  SubjectStateRow next = found->second;
  if (!change.state.empty() && next.state != change.state) {
    next.state = std::string(change.state);
    next.since_day = dayOf(fact, fields);
  }
  // What is said of another subject are not its figures.
  if (change.subject == primaryOf(fact.command->body)) {
    if (fields.due != 0) next.due = fields.due;
    if (fields.until != 0) next.last = fields.until;
    if (!change.state.empty()) takeStated(next.figures, fields.figures);
  }
  if (isSameStay(next, found->second)) return;
  if (next.since != fact.index) {
    SubjectStateRow ended = found->second;
    ended.until = fact.index;
    states_.add(std::move(ended));
    next.since = fact.index;
  }
  enter(*subject, std::move(next));
}

void SubjectRegister::link(const Fact& fact, SubjectId subject) {
  if (subjects_.find(subject) == nullptr) return;
  const ledger::CommandBody& body = fact.command->body;
  const auto streams = ledger::traitsOf(body.kind()).streams;
  std::vector<SubjectLinkRow> rows;
  const auto holds = [&](StreamRole role) {
    return std::ranges::any_of(rows, [&](const SubjectLinkRow& row) { return row.role == role && !row.mentioned; });
  };
  const std::vector<NamedSubject> named = subjectsOf(body);
  for (const NamedSubject& one : named) {
    if (one.id != subject) rows.push_back({subject, one.role, one.id, one.mentioned, fact.index});
  }
  // Where it names none for a stream, the subject belongs to what those it names belong to; the last one decides.
  for (const StreamRole role : streams.subspan(1)) {
    if (holds(role)) continue;
    for (auto one = named.rbegin(); one != named.rend() && !holds(role); ++one) {
      const auto found = belongings_.find(one->id);
      if (one->mentioned || one->id == subject || found == belongings_.end()) continue;
      for (const auto& [belongs, other] : found->second) {
        if (belongs == role && !holds(role)) rows.push_back({subject, role, other, false, fact.index});
      }
    }
  }
  for (SubjectLinkRow& row : rows) {
    const auto& known = belongings_[subject];
    if (std::ranges::find(known, Belonging{row.role, row.other}) != known.end()) continue;
    belong(row);
    links_.add(row);
  }
}

void SubjectRegister::voidBatch(const Fact& fact, SubjectId batch) {
  std::vector<SubjectId> voided;
  subjects_.forEach([&](const SubjectRow& row) {
    if (row.batch == batch && row.role == StreamRole::kGrant) voided.push_back(row.subject);
    return false;
  });
  for (const SubjectId& grant : voided) moveOn(fact, {}, {grant, "voided"});
}

void SubjectRegister::registerAuthorities(const Fact& fact, const ledger::LedgerFound& founded) {
  for (const ledger::Authority& authority : founded.authorities) {
    SubjectRow row;
    row.subject = SubjectId{authority.person.bytes};
    row.role = StreamRole::kPerson;
    row.opened = dayOf(fact, {});
    row.opened_index = fact.index;
    SubjectStateRow state;
    state.since = fact.index;
    state.state = std::string(nameOf(ledger::SubjectState::kActive));
    state.since_day = row.opened;
    enter(subjects_.insert(std::move(row)), std::move(state));
  }
}

Result<void> SubjectRegister::fold(const Fact& fact) {
  const ledger::CommandBody& body = fact.command->body;
  const Kind kind = body.kind();
  const NamedFields fields = namedFieldsOf(body);
  const SubjectId subject = primaryOf(body);
  record(fact, fields, subject);
  if (const auto* founded = body.as<ledger::LedgerFound>()) registerAuthorities(fact, *founded);
  if (subject.isNone() || roleOf(kind) == StreamRole::kHours) return {};
  const bool known = subjects_.find(subject) != nullptr;
  if (!known && opensSubject(kind)) {
    open(fact, fields, subject);
  } else if (!known && ledger::traitsOf(kind).since > 0) {
    return withoutSubject(fact, nameOf(roleOf(kind)), subject.text());
  } else {
    const std::string_view state = movesOn(kind) ? stateAfter(body) : std::string_view();
    if (!state.empty() || fields.due != 0 || fields.until != 0) moveOn(fact, fields, {subject, state});
  }
  link(fact, subject);
  for (const StateChange& change : changesOf(body)) moveOn(fact, fields, change);
  if (const auto* voided = body.as<ledger::ImportVoid>()) voidBatch(fact, voided->batch);
  return {};
}

}  // namespace projections
