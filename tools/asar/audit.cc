// asar audit open|respond|correct|close|dismiss|reopen|report: what auditors and those they audit say, as events.
// Findings are raised in audit_raise.cc, samples are in audit_sample.cc, bundles in checkpoint.cc.
#include "tools/asar/audit_record.h"
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::JsonValue;
using ledger::Result;

Result<Answer> open(Session& session, const Arguments& arguments) {
  return recordWish(
      session, arguments,
      {"auditOpen", typedFields(arguments, {"organisation", "grant", "from", "to"}), "document", "audit"});
}

Result<Answer> respond(Session& session, const Arguments& arguments) {
  if (arguments.has("agrees") == arguments.has("disagrees"))
    return Error{ErrorCode::kInvalid, "USAGE", "say whether the organisation --agrees or --disagrees"};
  auto fields = typedFields(arguments, {"finding", "due"});
  fields.emplace_back("agrees", arguments.has("agrees"));
  return recordWish(session, arguments, {"findingRespond", std::move(fields), "document"});
}

Result<Answer> correct(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"findingCorrect", typedFields(arguments, {"finding"}), "evidence"});
}

Result<Answer> close(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"findingClose", typedFields(arguments, {"finding"}), "document"});
}

Result<Answer> reopen(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"findingReopen", typedFields(arguments, {"finding"}), "document"});
}

Result<Answer> dismiss(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"findingDismiss", typedFields(arguments, {"finding", "reason"}), "document"});
}

Result<Answer> report(Session& session, const Arguments& arguments) {
  return recordWish(session, arguments, {"auditReport", typedFields(arguments, {"audit", "opinion"}), "document"});
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
