#include "tools/asar/report_answer.h"

#include "ledger/event/json_gate.h"

namespace tools {
namespace {

using ledger::Result;

constexpr std::size_t kReportBytesMax = 64 << 20;

}  // namespace

projections::Format formatOf(const Session& session) {
  return session.json ? projections::Format::kJson : projections::Format::kText;
}

Result<Answer> answerWith(const Session& session, const ReadSide& side, Result<std::string> rendered) {
  if (!rendered) return rendered.error();
  Answer answer;
  answer.checkpoint = checkpointJson(side.published.checkpoint);
  if (!session.json) {
    answer.text = std::move(*rendered);
    return answer;
  }
  const auto json = ledger::parseJson(*rendered, 1, kReportBytesMax);
  if (!json) return json.error();
  answer.json = *json;
  return answer;
}

}  // namespace tools
