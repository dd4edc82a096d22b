// asar audit open|raise|respond|correct|close|dismiss|reopen|report: what auditors and those they audit say, as
// events. Samples are in audit_sample.cc, bundles in checkpoint.cc.
#include "tools/asar/audit_record.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

// Fields that are called as their options.
JsonValue::Fields typed(const Arguments& arguments, std::initializer_list<std::string_view> names) {
  JsonValue::Fields fields;
  for (const std::string_view name : names) {
    if (const auto value = arguments.find(name)) fields.emplace_back(std::string(name), *value);
  }
  return fields;
}

Result<Answer> open(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments,
                    {"auditOpen", typed(arguments, {"organisation", "grant", "from", "to"}), "document", "audit"});
}

Result<Answer> raise(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments,
                    {"findingRaise", typed(arguments, {"audit", "rule", "severity", "amount"}), "document", "finding"});
}

Result<Answer> respond(Session& session, const Arguments& arguments) {
  if (arguments.has("agrees") == arguments.has("disagrees"))
    return Error{ErrorCode::kInvalid, "USAGE", "say whether the organisation --agrees or --disagrees"};
  auto fields = typed(arguments, {"finding", "due"});
  fields.emplace_back("agrees", arguments.has("agrees"));
  return recordWish(session, arguments, {"findingRespond", std::move(fields), "document"});
}

Result<Answer> correct(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"findingCorrect", typed(arguments, {"finding"}), "evidence"});
}

Result<Answer> close(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"findingClose", typed(arguments, {"finding"}), "document"});
}

Result<Answer> reopen(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"findingReopen", typed(arguments, {"finding"}), "document"});
}

Result<Answer> dismiss(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"findingDismiss", typed(arguments, {"finding", "reason"}), "document"});
}

Result<Answer> report(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"auditReport", typed(arguments, {"audit", "opinion"}), "document"});
}

}  // namespace

CommandTable auditCommands() {
  const OptionSpec document{"document", "FILE", true};
  return {{"audit",
           "open",
           {{"organisation"}},
           withSigner({document, {"from", "DAY", true}, {"to", "DAY", true}, {"grant", "ID"}, {"audit", "ID"}}),
           open},
          {"audit",
           "raise",
           {{"audit"}},
           withSigner({document,
                       {"rule", "CODE", true},
                       {"severity", "low|medium|high|critical", true},
                       {"amount", "AMOUNT"},
                       {"finding", "ID"}}),
           raise},
          {"audit",
           "respond",
           {{"finding"}},
           withSigner({document, {"agrees", ""}, {"disagrees", ""}, {"due", "DAY"}}),
           respond},
          {"audit", "correct", {{"finding"}}, withSigner({document}), correct},
          {"audit", "close", {{"finding"}}, withSigner({document}), close},
          {"audit",
           "dismiss",
           {{"finding"}},
           withSigner({document, {"reason", "falseAlarm|explained|duplicate|immaterial|outOfScope", true}}),
           dismiss},
          {"audit", "reopen", {{"finding"}}, withSigner({document}), reopen},
          {"audit",
           "report",
           {{"audit"}},
           withSigner({document, {"opinion", "clean|qualified|adverse|disclaimed", true}}),
           report}};
}

}  // namespace tools
