#include "projections/oversight/named_fields.h"

#include <algorithm>
#include <type_traits>
#include <utility>

namespace projections {
namespace {

using ledger::CivilDay;
using ledger::Kind;
using ledger::Money;
using ledger::StreamRole;
using ledger::SubjectId;

using Figure = std::optional<std::int64_t>;

void setAmount(SubjectFigures& figures, const Money& money) {
  figures.amount = money.minor;
  figures.currency = std::string(money.currency.code());
}
void setAmount(SubjectFigures& figures, const std::optional<Money>& money) {
  if (money) setAmount(figures, *money);
}
// A field of the same name that is no money.
template <class Other>
void setAmount(SubjectFigures& /*figures*/, const Other& /*other*/) {}

template <class Number>
Figure figureOf(const Number& number) {
  if constexpr (std::is_integral_v<Number>) {
    return static_cast<std::int64_t>(number);
  } else if constexpr (std::is_same_v<Number, ledger::Minutes>) {
    return number.count();
  } else {
    return std::nullopt;
  }
}

// The name of a value of an enumeration, or a code; nothing for what is no word.
template <class Field>
std::string wordOf(const Field& field) {
  if constexpr (std::is_enum_v<Field>) {
    return std::string(nameOf(field));
  } else if constexpr (std::is_same_v<Field, std::string>) {
    return field;
  } else {
    return {};
  }
}

template <class Field>
CivilDay dayOf(const Field& field) {
  if constexpr (std::is_same_v<Field, CivilDay>) return field;
  return 0;
}

template <class Body>
void readFigures(const Body& body, NamedFields& fields) {
  SubjectFigures& figures = fields.figures;
  if constexpr (requires { body.amount; }) setAmount(figures, body.amount);
  if constexpr (requires { body.budget; }) setAmount(figures, body.budget);
  if constexpr (requires { body.stipend; }) setAmount(figures, body.stipend);
  if constexpr (requires { body.voucher; }) setAmount(figures, body.voucher);
  if constexpr (requires { body.value; }) setAmount(figures, body.value);
  if constexpr (requires { body.value; }) fields.value = figureOf(body.value);
  if constexpr (requires { body.minutes; }) figures.minutes = figureOf(body.minutes);
  if constexpr (requires { body.week_minutes; }) figures.minutes = figureOf(body.week_minutes);
  if constexpr (requires { body.people; }) figures.people = figureOf(body.people);
  if constexpr (requires { body.quantity; }) figures.quantity = figureOf(body.quantity);
  if constexpr (requires { body.votes; }) figures.votes = figureOf(body.votes);
  if constexpr (requires { body.points; }) figures.points = figureOf(body.points);
  if constexpr (requires { body.credits; }) figures.credits = figureOf(body.credits);
  if constexpr (requires { body.unit; }) figures.unit = wordOf(body.unit);
  if constexpr (requires { body.year; }) fields.year = figureOf(body.year);
}

template <class Body>
void readDays(const Body& body, NamedFields& fields) {
  if constexpr (requires { body.from; }) fields.from = dayOf(body.from);
  if constexpr (requires { body.to; }) fields.to = dayOf(body.to);
  if constexpr (requires { body.due; }) fields.due = dayOf(body.due);
  if constexpr (requires { body.until; }) fields.until = dayOf(body.until);
  if constexpr (requires { body.day; }) fields.day = dayOf(body.day);
  if constexpr (requires { body.starts.civilDay(); }) fields.day = body.starts.civilDay();
  if constexpr (requires { body.occurred_at.civilDay(); }) {
    fields.day = body.occurred_at.civilDay();
    fields.occurred_at = body.occurred_at;
  }
}

template <class Body>
void readTexts(const Body& body, NamedFields& fields) {
  if constexpr (requires { body.donor_kind; }) fields.kind = wordOf(body.donor_kind);
  if constexpr (requires { body.grant_class; }) fields.kind = wordOf(body.grant_class);
  if constexpr (requires { body.kind; }) fields.kind = wordOf(body.kind);
  if constexpr (requires { body.direction; }) fields.code = wordOf(body.direction);
  if constexpr (requires { body.distinction; }) fields.code = wordOf(body.distinction);
  if constexpr (requires { body.skill; }) fields.code = wordOf(body.skill);
  if constexpr (requires { body.indicator; }) fields.code = wordOf(body.indicator);
  if constexpr (requires { body.external_id; }) fields.code = wordOf(body.external_id);
  if constexpr (requires { body.code; }) fields.code = wordOf(body.code);
  if constexpr (requires { body.registration_number; }) fields.number = wordOf(body.registration_number);
  if constexpr (requires { body.act; }) fields.number = wordOf(body.act);
  if constexpr (requires { body.number; }) fields.number = wordOf(body.number);
  if constexpr (requires { body.region; }) fields.region = wordOf(body.region);
  if constexpr (requires { body.country; }) fields.country = wordOf(body.country);
  if constexpr (requires { body.reason; }) fields.reason = wordOf(body.reason);
  if constexpr (requires { body.title; }) fields.names = {body.title, body.title, body.title};
  if constexpr (requires { body.names.kk; }) fields.names = body.names;
}

// The first version named its subjects by these names too.
template <class Body, class Visit>
void eachEarlySubject(const Body& body, Visit visit) {
  if constexpr (requires { body.hours; }) visit(StreamRole::kHours, SubjectId{body.hours.bytes});
  if constexpr (requires { body.volunteer; }) visit(StreamRole::kVolunteer, SubjectId{body.volunteer.bytes});
  if constexpr (requires { body.person; }) visit(StreamRole::kPerson, SubjectId{body.person.bytes});
  if constexpr (requires { body.policy; }) visit(StreamRole::kPolicy, body.policy);
  if constexpr (requires { body.office; }) visit(StreamRole::kOffice, body.office);
  if constexpr (requires { body.organisation; }) visit(StreamRole::kOrganisation, body.organisation);
  if constexpr (requires { body.programme; }) visit(StreamRole::kProgramme, body.programme);
  if constexpr (requires { body.project; }) visit(StreamRole::kProject, body.project);
  if constexpr (requires { body.activity; }) visit(StreamRole::kActivity, body.activity);
  if constexpr (requires { body.shift; }) visit(StreamRole::kShift, body.shift);
  if constexpr (requires { body.grant; }) visit(StreamRole::kGrant, body.grant);
  if constexpr (requires { body.funder; }) visit(StreamRole::kFunder, body.funder);
  if constexpr (requires { body.grantee; }) visit(StreamRole::kGrantee, body.grantee);
  if constexpr (requires { body.award; }) visit(StreamRole::kAward, body.award);
  if constexpr (requires { body.nominee; }) visit(StreamRole::kNominee, SubjectId{body.nominee.bytes});
  if constexpr (requires { body.batch; }) visit(StreamRole::kBatch, body.batch);
  if constexpr (requires { body.application; }) visit(StreamRole::kApplication, body.application);
}

// What its commands merely mention.
template <class Body, class Visit>
void eachEarlyMention(const Body& body, Visit visit) {
  if constexpr (requires { body.parent; }) visit(StreamRole::kGrant, body.parent);
  if constexpr (requires { body.measure; }) visit(StreamRole::kMeasure, body.measure);
  if constexpr (requires { body.system; }) visit(StreamRole::kSystem, body.system);
  if constexpr (requires { body.legal_basis; }) visit(StreamRole::kBasis, body.legal_basis);
}

// States that the first version had no word for.
constexpr std::pair<Kind, std::string_view> kEarlyStates[] = {
    {Kind::kOfficeEstablish, "established"}, {Kind::kImportRecord, "recorded"}, {Kind::kImportVoid, "voided"},
    {Kind::kAwardConfer, "conferred"},       {Kind::kAwardRevoke, "revoked"},   {Kind::kGrantClose, "closed"},
};

}  // namespace

NamedFields namedFieldsOf(const ledger::CommandBody& body) {
  NamedFields fields;
  visit(
      [&](const auto& value) {
        readFigures(value, fields);
        readDays(value, fields);
        readTexts(value, fields);
      },
      body);
  return fields;
}

std::vector<NamedSubject> subjectsOf(const ledger::CommandBody& body) {
  std::vector<NamedSubject> subjects;
  const auto add = [&](bool mentioned) {
    return [&subjects, mentioned](StreamRole role, const SubjectId& id) {
      if (!id.isNone()) subjects.push_back({role, id, mentioned});
    };
  };
  visit(
      [&]<class Body>(const Body& value) {
        if constexpr (ledger::kIsLaterKind<Body>) {
          eachSubject(value, add(false));
          eachMention(value, add(true));
        } else {
          eachEarlySubject(value, add(false));
          eachEarlyMention(value, add(true));
        }
      },
      body);
  return subjects;
}

std::vector<StateChange> changesOf(const ledger::CommandBody& body) {
  std::vector<StateChange> changes;
  const auto add = [&](StreamRole /*role*/, const SubjectId& id, ledger::SubjectState state) {
    if (!id.isNone()) changes.push_back({id, nameOf(state)});
  };
  visit([&](const auto& value) { eachChange(value, add); }, body);
  return changes;
}

SubjectId primaryOf(const ledger::CommandBody& body) {
  const auto streams = ledger::traitsOf(body.kind()).streams;
  if (streams.empty()) return {};
  for (const NamedSubject& named : subjectsOf(body)) {
    if (named.role == streams.front() && !named.mentioned) return named.id;
  }
  return {};
}

bool opensSubject(Kind kind) {
  static constexpr Kind kWithoutState[] = {Kind::kOfficeEstablish, Kind::kPolicyPublish, Kind::kImportRecord,
                                           Kind::kImportVoid};
  return ledger::traitsOf(kind).opens() || std::ranges::find(kWithoutState, kind) != std::end(kWithoutState);
}

std::string_view stateAfter(const ledger::CommandBody& body) {
  if (body.is<ledger::PolicyPublish>()) return nameOf(body.get<ledger::PolicyPublish>().status);
  const auto early = std::ranges::find(kEarlyStates, body.kind(), &std::pair<Kind, std::string_view>::first);
  if (early != std::end(kEarlyStates)) return early->second;
  const ledger::KindTraits& traits = ledger::traitsOf(body.kind());
  return traits.to ? nameOf(*traits.to) : std::string_view();
}

}  // namespace projections
