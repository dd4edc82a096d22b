#include "audit/replay/named_fields.h"

#include <algorithm>

#include "audit/replay/keys_roles.h"

namespace audit {
namespace {

constexpr Refusal kCountZero{"COUNT_ZERO", "it counts nobody or nothing"};

std::optional<std::int64_t> number(capnp::DynamicStruct::Reader body, const char* name) {
  KJ_IF_MAYBE (field, body.getSchema().findFieldByName(name)) {
    return body.get(*field).as<std::int64_t>();
  }
  return std::nullopt;
}

bool isCountry(std::string_view code) {
  return code.size() == 2 && std::ranges::all_of(code, [](char c) { return c >= 'A' && c <= 'Z'; });
}

// Of a field of that name, with its currency or without; 1 where there is none.
std::int64_t amount(capnp::DynamicStruct::Reader body) {
  KJ_IF_MAYBE (field, body.getSchema().findFieldByName("amount")) {
    if (!field->getType().isStruct()) return body.get(*field).as<std::int64_t>();
    return body.has(*field) ? body.get(*field).as<schema::Money>().getMinor() : 1;
  }
  return 1;
}

bool hasLaterField(schema::PolicyPublish::Reader policy) {
  if (policy.getHoursLimits().getReciprocalMost() != 0 || policy.getCreditRules().getVerifiedOnly()) return true;
  for (const auto rule : policy.getCostRules().getRules()) {
    if (rule.getVerifiedLeast() != 0 || rule.hasAmountMost()) return true;
  }
  return policy.hasLegalBasis();
}

bool hasLaterField(schema::PersonRegister::Reader person) {
  return person.getLanguages().size() != 0 || person.getChannel() != schema::RegistrationChannel::NONE;
}

bool hasLaterField(schema::FindingRaise::Reader finding) {
  return finding.getSeverity() == schema::Severity::CRITICAL || finding.getRuleVersion() != 0 ||
         finding.getMinutesAtRisk() != 0 || finding.getEntries().size() != 0;
}

bool hasLaterFieldOfService(schema::Command::Reader command) {
  if (command.isHoursClaim()) return command.getHoursClaim().getSplit() || command.getHoursClaim().hasEmployment();
  if (command.isCheckIn()) return command.getCheckIn().hasPlace() || command.getCheckIn().hasDeviceHash();
  if (command.isCheckOut()) return command.getCheckOut().hasPlace() || command.getCheckOut().hasDeviceHash();
  if (command.isProgrammeDefine()) return command.getProgrammeDefine().hasMeasure();
  if (command.isMonitoringVisitRecord()) return command.getMonitoringVisitRecord().getFindings().size() != 0;
  return command.isOfficeMandateSet() && command.getOfficeMandateSet().hasLegalBasis();
}

}  // namespace

capnp::DynamicStruct::Reader bodyOf(schema::Command::Reader command) {
  const auto members = capnp::Schema::from<schema::Command>().asStruct().getUnionFields();
  const capnp::DynamicStruct::Reader whole = command;
  return whole.get(members[static_cast<unsigned>(command.which())]).as<capnp::DynamicStruct>();
}

std::int64_t occurredAt(capnp::DynamicStruct::Reader body) {
  KJ_IF_MAYBE (field, body.getSchema().findFieldByName("occurredAt")) {
    return body.get(*field).as<schema::Instant>().getUtcMs();
  }
  return 0;
}

Refusal judgeNamedFields(capnp::DynamicStruct::Reader body, const Case& c) {
  if (inFuture(occurredAt(body), c.recorded_at)) return kInFuture;
  KJ_IF_MAYBE (region, body.getSchema().findFieldByName("region")) {
    if (!isRegion(stringOf(body.get(*region).as<capnp::Text>())))
      return {"BAD_REGION", "the region is no ISO 3166-2 code"};
  }
  const auto from = number(body, "from");
  const auto to = number(body, "to");
  if (from && to && *to != 0 && *from > *to) return {"BAD_PERIOD", "it ends before it begins"};
  if (number(body, "people") == 0 || number(body, "quantity") == 0) return kCountZero;
  if (const auto minutes = number(body, "minutes"); minutes && *minutes < 1) return kCountZero;
  KJ_IF_MAYBE (country, body.getSchema().findFieldByName("country")) {
    if (!isCountry(stringOf(body.get(*country).as<capnp::Text>())))
      return {"BAD_COUNTRY", "the country is no ISO 3166-1 code"};
  }
  if (amount(body) <= 0) return {"AMOUNT_NOT_POSITIVE", "the amount is not above zero"};
  return {};
}

std::uint16_t sinceOfFields(schema::Command::Reader command) {
  bool later = hasLaterFieldOfService(command);
  if (command.isGrantAward()) later = command.getGrantAward().hasParent() || command.getGrantAward().hasParentLine();
  if (command.isExpenditureRecord()) later = command.getExpenditureRecord().hasDisbursement();
  if (command.isPolicyPublish()) later = hasLaterField(command.getPolicyPublish());
  if (command.isKeyRegister()) later = command.getKeyRegister().hasEnrolment() || command.getKeyRegister().hasTicket();
  if (command.isPersonRegister()) later = hasLaterField(command.getPersonRegister());
  if (command.isFindingRaise()) later = hasLaterField(command.getFindingRaise());
  if (command.isImportRecord()) later = command.getImportRecord().hasSystem();
  return later ? kVersionThree : std::uint16_t{0};
}

std::optional<std::int64_t> numberIn(schema::Command::Reader command, const char* name) {
  return number(bodyOf(command), name);
}

std::int64_t spokenDay(schema::Command::Reader command, std::int64_t recorded_at) {
  const auto body = bodyOf(command);
  for (const char* name : {"occurredAt", "starts"}) {
    KJ_IF_MAYBE (field, body.getSchema().findFieldByName(name)) {
      return civilDay(Moment::of(body.get(*field).as<schema::Instant>()));
    }
  }
  if (const auto day = number(body, "day"); day && *day != 0) return *day;
  return civilDay(recorded_at, kEastMinutes);
}

}  // namespace audit
