// asar import link: the ids by which another system knows what an import brought in, signed by a clerk.
#include "tools/asar/commands.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/import_input.h"
#include "tools/asar/import_links.h"
#include "tools/asar/print.h"
#include "tools/asar/signing.h"
#include "tools/asar/submissions.h"
#include "tools/asar/submit.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::JsonValue;
using ledger::Result;

Result<LinkPlan> planFrom(Session& session, const Arguments& arguments, Writing& writing, const Signing& signing) {
  const auto input = readImportInput(arguments);
  if (!input) return input.error();
  ledger::State state;
  writing.ledger->inspect([&](const ledger::State& held) { state = held; });
  const auto system = systemIn(state, arguments.get("system"));
  if (!system) return system.error();
  const ledger::UtcMs now = signing.signed_at.value_or(session.clock.now());
  return planLinks(*input, std::move(state), {*system, signing.person, {now, kOffsetMinutes}}, session.random);
}

JsonValue refusedJson(const LinkPlan& plan) {
  JsonValue::List refused;
  for (const RefusedLink& one : plan.refused) {
    refused.push_back(JsonValue::Fields{{"row", std::uint64_t{one.row}},
                                        {"externalId", one.external_id},
                                        {"reason", one.reason},
                                        {"message", one.message}});
  }
  return refused;
}

Answer answerOf(const Session& session, const LinkPlan& plan, bool dry_run) {
  Answer answer;
  answer.json = JsonValue::Fields{{"batch", plan.batch.text()},
                                  {"links", std::uint64_t{plan.to_sign.size()}},
                                  {"known", std::uint64_t{plan.known}},
                                  {"refused", refusedJson(plan)},
                                  {"dryRun", dry_run}};
  for (const RefusedLink& one : plan.refused) {
    answer.text += std::to_string(one.row) + "  " + one.external_id + "  " + one.reason + ": " + one.message + "\n";
  }
  answer.text += alignedLines({{label(session, "batch"), plan.batch.text()},
                               {label(session, "links"), groupedNumber(plan.to_sign.size())},
                               {label(session, "linked.before"), groupedNumber(plan.known)},
                               {label(session, "rejects"), groupedNumber(plan.refused.size())}});
  answer.text += std::string(say(session.language, dry_run ? "import.dry" : "import.done")) + "\n";
  answer.exit_code = plan.refused.empty() ? kOk : kFindings;
  return answer;
}

// What was recorded before a submission failed is known to the next run.
Result<void> submitLinks(Session& session, Writing& writing, const Signing& signing, const LinkPlan& plan) {
  std::vector<LineCommand> lines;
  for (const auto& [row, command] : plan.to_sign) lines.push_back({row, command, {}});
  const auto groups = groupCommands(std::move(lines), signing.first_id,
                                    [](const ledger::CommandBody& /*body*/) { return std::nullopt; });
  for (const Group& group : groups) {
    const auto receipt = writing.ledger->submit(signGroup(group, signing, session.clock.now()));
    if (receipt) continue;
    return Error{receipt.error().code, receipt.error().reason,
                 "the links of rows " + std::to_string(group.first_line) + " to " + std::to_string(group.last_line) +
                     ": " + receipt.error().message + "; run the same again: what is linked is passed over"};
  }
  return {};
}

Result<Answer> link(Session& session, const Arguments& arguments) {
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  const auto signing = signingFrom(session, arguments, *writing);
  if (!signing) return signing.error();
  const auto plan = planFrom(session, arguments, *writing, *signing);
  if (!plan) return plan.error();
  const bool dry_run = arguments.has("dry-run");
  Answer answer = answerOf(session, *plan, dry_run);
  if (dry_run) return answer;
  ASAR_TRY(submitLinks(session, *writing, *signing, *plan));
  // Also where nothing was left to sign: an earlier run may have broken off before its checkpoint.
  sealAfterwards(session, arguments, *writing, answer);
  return answer;
}

}  // namespace

CommandTable linkCommands() {
  return {{"import",
           "link",
           {{"source"}},
           {{"mapping", "FILE", true},
            {"system", "ID", true},
            {"key", "FILE", true},
            {"person", "ID"},
            {"set", "NAME=VALUE", false, true},
            {"batch", "ID"},
            {"signed-at", "TIME"},
            {"dry-run", ""},
            {"passphrase-file", "FILE"}},
           link}};
}

}  // namespace tools
