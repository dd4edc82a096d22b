// asar help, asar version: what the program can do, generated from the schema and the table of roles.
#include "ledger/event/codec.h"
#include "ledger/event/describe.h"
#include "ledger/rules/decide.h"
#include "ledger/rules/roles.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Kind;

std::string_view scopeKey(ledger::ScopeOf scope) {
  switch (scope) {
    case ledger::ScopeOf::kLedger:
      return "scope.ledger";
    case ledger::ScopeOf::kOffice:
      return "scope.office";
    case ledger::ScopeOf::kPersonsOffice:
      return "scope.persons.office";
    case ledger::ScopeOf::kPersonsOfficeOrAnyOrganisation:
      return "scope.persons.office.or.any.organisation";
    case ledger::ScopeOf::kOrganisationsOffice:
      return "scope.organisations.office";
    case ledger::ScopeOf::kAnyOffice:
      return "scope.any.office";
    case ledger::ScopeOf::kOrganisation:
      return "scope.organisation";
    case ledger::ScopeOf::kFunder:
      return "scope.funder";
    case ledger::ScopeOf::kGrantee:
      return "scope.grantee";
  }
  return {};
}

std::string_view selfKey(ledger::Self self) {
  switch (self) {
    case ledger::Self::kNone:
      return {};
    case ledger::Self::kPerson:
      return "sender.person";
    case ledger::Self::kVolunteer:
      return "sender.volunteer";
    case ledger::Self::kNominee:
      return "sender.nominee";
    case ledger::Self::kAnyone:
      return "sender.anyone";
  }
  return {};
}

std::string secondText(Language language, ledger::Second second) {
  switch (second) {
    case ledger::Second::kNone:
      return {};
    case ledger::Second::kSameRole:
      return std::string(say(language, "second.same.role"));
    case ledger::Second::kAuthority:
      return std::string(say(language, "second.authority"));
    case ledger::Second::kGranteesOfficer:
      return std::string(say(language, "second.grantee"));
    case ledger::Second::kWhereMinutesRise:
      return std::string(say(language, "second.minutes.rise"));
    case ledger::Second::kFunderOverLimit:
      return std::string(say(language, "second.over.limit"));
  }
  return {};
}

std::string whoMaySend(Language language, Kind kind) {
  if (kind == Kind::kLedgerFound) return std::string(say(language, "sender.authorities"));
  if (kind == Kind::kEndorse) return std::string(say(language, "sender.endorser"));
  const auto& permission = ledger::permissionOf(kind);
  std::string who;
  for (const auto role : permission.roles) {
    const std::string name{ledger::word(language, ledger::Topic::kRole, nameOf(role))};
    who = who.empty() ? name : say(language, "sender.or", {who, name});
  }
  if (!who.empty()) {
    who = say(language, "sender.role", {who, std::string(say(language, scopeKey(permission.scope)))});
  }
  if (permission.self != ledger::Self::kNone) {
    std::string self{say(language, selfKey(permission.self))};
    if (permission.self == ledger::Self::kAnyone) return self;
    who = who.empty() ? self : say(language, "sender.self.or", {self, who});
  }
  const bool either = kind == Kind::kRoleGrant || kind == Kind::kRoleRevoke;
  return who + (either ? std::string(say(language, "second.either")) : secondText(language, permission.second));
}

// "idea: submitted or triaged → declined"; nothing for kinds that move no subject from state to state.
std::string lifeText(const ledger::KindTraits& traits) {
  if (!traits.to) return {};
  std::string from;
  for (const auto state : traits.from) from += (from.empty() ? "" : " or ") + std::string(nameOf(state));
  return std::string(nameOf(traits.streams.front())) + ": " + (from.empty() ? "new" : from) + " → " +
         std::string(nameOf(*traits.to));
}

JsonValue fieldsJson(const std::vector<ledger::FieldDescription>& fields) {
  JsonValue::List out;
  for (const auto& field : fields) {
    JsonValue::Fields one{{"name", field.name}, {"type", field.type}, {"optional", field.optional}};
    if (!field.inner.empty()) one.emplace_back("fields", fieldsJson(field.inner));
    out.emplace_back(std::move(one));
  }
  return out;
}

JsonValue commandJson(Kind kind) {
  const auto& traits = ledger::traitsOf(kind);
  return JsonValue::Fields{{"command", traits.command},
                           {"event", traits.event},
                           {"does", traits.does},
                           {"sender", whoMaySend(Language::kEnglish, kind)},
                           {"visibility", traits.inherits ? "of what it belongs to" : nameOf(traits.visibility)},
                           {"importable", traits.importable},
                           {"life", lifeText(traits)},
                           {"fields", fieldsJson(ledger::describeFields(kind))},
                           {"example", ledger::exampleOf(kind)}};
}

// What the schema calls a type, in the language of the reader.
std::string typeIn(Language language, const std::string& type) {
  for (const std::string_view prefix : {"id of a ", "one of "}) {
    if (type.starts_with(prefix)) {
      return say(language, "type." + std::string(prefix) + "{0}", {type.substr(prefix.size())});
    }
  }
  return hasText("type." + type) ? std::string(say(language, "type." + type)) : type;
}

void addFieldRows(Language language, const std::vector<ledger::FieldDescription>& fields, const std::string& indent,
                  std::vector<std::pair<std::string, std::string>>& rows) {
  for (const auto& field : fields) {
    const std::string optional = field.optional ? " (" + std::string(say(language, "help.optional")) + ")" : "";
    rows.emplace_back(indent + field.name, typeIn(language, field.type) + optional);
    addFieldRows(language, field.inner, indent + "  ", rows);
  }
}

std::string commandText(Language language, Kind kind) {
  const auto& traits = ledger::traitsOf(kind);
  const std::string_view visibility = traits.inherits ? say(language, "help.inherits") : nameOf(traits.visibility);
  std::string out = std::string(traits.command) + " → " + std::string(traits.event) + "\n  " +
                    std::string(deedIn(language, traits.command, traits.does)) + "\n  " +
                    say(language, "help.sender", {whoMaySend(language, kind)}) + "\n  " +
                    say(language, "help.visibility", {std::string(visibility)});
  if (traits.importable) out += say(language, "help.importable");
  std::vector<std::pair<std::string, std::string>> rows;
  addFieldRows(language, ledger::describeFields(kind), "    ", rows);
  if (traits.to) out += "\n  " + say(language, "help.life", {lifeText(traits)});
  return out + "\n" + alignedLines(rows) + "  " + say(language, "help.example", {ledger::exampleOf(kind).line()}) +
         "\n";
}

ledger::Result<Answer> helpOnCommands(const Session& session, const Arguments& arguments) {
  const auto name = arguments.find("name");
  const auto only = name ? ledger::kindByName(*name) : std::nullopt;
  if (name && !only) {
    return ledger::Error{ledger::ErrorCode::kNotFound, "UNKNOWN_COMMAND",
                         "no command is called " + ledger::quoteJson(*name) + "; `asar help commands` lists them all"};
  }
  Answer answer;
  JsonValue::List all;
  if (!only) answer.text = std::string(say(session.language, "help.commands.intro")) + "\n";
  for (std::size_t i = 0; i < ledger::kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    if (only && kind != *only) continue;
    all.push_back(commandJson(kind));
    answer.text += (only ? "" : "\n") + commandText(session.language, kind);
  }
  answer.json = JsonValue::Fields{{"commands", std::move(all)}};
  return answer;
}

ledger::Result<Answer> help(Session& session, const Arguments& arguments) {
  const std::string topic = arguments.get("topic");
  if (topic == "commands") return helpOnCommands(session, arguments);
  if (topic == "exit-codes") {
    const std::string text{say(session.language, "help.exit.codes")};
    return Answer{text, text, {}, kOk};
  }
  return ledger::Error{ledger::ErrorCode::kNotFound, "UNKNOWN_TOPIC",
                       "no help on " + ledger::quoteJson(topic) +
                           "; there are the commands of `asar help`, and the topics commands and exit-codes"};
}

ledger::Result<Answer> version(Session& session, const Arguments& /*arguments*/) {
  Answer answer;
  const std::string schema = ledger::schemaHash().hex();
  answer.json = JsonValue::Fields{{"version", ASAR_VERSION},
                                  {"schemaHash", schema},
                                  {"rules", std::uint64_t{ledger::kRulesVersion}},
                                  {"compiler", __VERSION__}};
  answer.text = alignedLines({{"asar", ASAR_VERSION},
                              {label(session, "schema"), schema},
                              {label(session, "rules"), std::to_string(ledger::kRulesVersion)},
                              {label(session, "compiler"), __VERSION__}});
  return answer;
}

}  // namespace

CommandTable helpCommands() {
  return {{"help", "", {{"topic", false}, {"name", false}}, {}, help}, {"version", "", {}, {}, version}};
}

}  // namespace tools
