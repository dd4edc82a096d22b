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

std::string scopeText(ledger::ScopeOf scope) {
  switch (scope) {
    case ledger::ScopeOf::kLedger:
      return "of the ledger";
    case ledger::ScopeOf::kOffice:
      return "of that office";
    case ledger::ScopeOf::kPersonsOffice:
      return "of the person's office";
    case ledger::ScopeOf::kAnyOffice:
      return "of any office";
    case ledger::ScopeOf::kOrganisation:
      return "of that organisation";
    case ledger::ScopeOf::kFunder:
      return "of the funder";
    case ledger::ScopeOf::kGrantee:
      return "of the grantee";
  }
  return {};
}

std::string secondText(ledger::Second second) {
  switch (second) {
    case ledger::Second::kNone:
      return {};
    case ledger::Second::kSameRole:
      return "; a second person of that role endorses";
    case ledger::Second::kGranteesOfficer:
      return "; an officer of the grantee endorses";
    case ledger::Second::kWhereMinutesRise:
      return "; a second person endorses where minutes rise";
  }
  return {};
}

std::string whoMaySend(Kind kind) {
  if (kind == Kind::kLedgerFound) return "all authorities named in it, together";
  if (kind == Kind::kEndorse) return "the second person of what it endorses";
  const auto& permission = ledger::permissionOf(kind);
  std::string who;
  for (const auto role : permission.roles) who += (who.empty() ? "" : " or ") + std::string(nameOf(role));
  if (!who.empty()) who += " " + scopeText(permission.scope);
  if (permission.self != ledger::Self::kNone) {
    const char* const self = permission.self == ledger::Self::kVolunteer ? "the volunteer" : "the person concerned";
    who = std::string(self) + (who.empty() ? "" : ", or ") + who;
  }
  const bool either = kind == Kind::kRoleGrant || kind == Kind::kRoleRevoke;
  return who + (either ? "; all but an officer's choice of coordinators needs two authorities"
                       : secondText(permission.second));
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
                           {"sender", whoMaySend(kind)},
                           {"visibility", traits.inherits ? "of what it belongs to" : nameOf(traits.visibility)},
                           {"importable", traits.importable},
                           {"fields", fieldsJson(ledger::describeFields(kind))},
                           {"example", ledger::exampleOf(kind)}};
}

void addFieldRows(const std::vector<ledger::FieldDescription>& fields, const std::string& indent,
                  std::vector<std::pair<std::string, std::string>>& rows) {
  for (const auto& field : fields) {
    rows.emplace_back(indent + field.name, field.type + (field.optional ? " (may be left out)" : ""));
    addFieldRows(field.inner, indent + "  ", rows);
  }
}

std::string commandText(Kind kind) {
  const auto& traits = ledger::traitsOf(kind);
  std::string out = std::string(traits.command) + " → " + std::string(traits.event) + "\n  " +
                    std::string(traits.does) + "\n  sender: " + whoMaySend(kind) + "\n  visibility: " +
                    (traits.inherits ? "that of what it belongs to" : std::string(nameOf(traits.visibility))) +
                    (traits.importable ? "; importable" : "") + "\n";
  std::vector<std::pair<std::string, std::string>> rows;
  addFieldRows(ledger::describeFields(kind), "    ", rows);
  return out + alignedLines(rows) + "  example: " + ledger::exampleOf(kind).line() + "\n";
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
    answer.text += (only ? "" : "\n") + commandText(kind);
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

ledger::Result<Answer> version(Session& /*session*/, const Arguments& /*arguments*/) {
  Answer answer;
  const std::string schema = ledger::schemaHash().hex();
  answer.json = JsonValue::Fields{{"version", ASAR_VERSION},
                                  {"schemaHash", schema},
                                  {"rules", std::uint64_t{ledger::kRulesVersion}},
                                  {"compiler", __VERSION__}};
  answer.text = alignedLines({{"asar", ASAR_VERSION},
                              {"schema", schema},
                              {"rules", std::to_string(ledger::kRulesVersion)},
                              {"compiler", __VERSION__}});
  return answer;
}

}  // namespace

CommandTable helpCommands() {
  return {{"help", "", {{"topic", false}, {"name", false}}, {}, help}, {"version", "", {}, {}, version}};
}

}  // namespace tools
