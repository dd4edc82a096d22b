#include "tools/asar/register_question.h"

namespace tools {

using ledger::Result;

Result<Days> parseDays(std::string_view text) {
  const auto wrong = [&] {
    return ledger::Error{ledger::ErrorCode::kInvalid, "BAD_DAYS",
                         "'" + std::string(text) + "' are no days: write FROM..TO, such as 2026-01-01..2026-06-30"};
  };
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return wrong();
  const std::string_view from = text.substr(0, dots);
  const std::string_view to = text.substr(dots + 2);
  Days days;
  for (const auto& [side, day] : {std::pair(from, &days.from), std::pair(to, &days.to)}) {
    if (side.empty()) continue;
    const auto parsed = ledger::parseDay(side);
    if (!parsed) return parsed.error();
    *day = *parsed;
  }
  if ((from.empty() && to.empty()) || (days.to != 0 && days.from > days.to)) return wrong();
  return days;
}

Result<projections::RegisterQuestion> questionOf(const Arguments& arguments) {
  projections::RegisterQuestion question;
  const auto role = projections::registerNamed(arguments.get("kind"));
  if (!role) return role.error();
  question.role = *role;
  question.state = arguments.get("state");
  ASAR_TRY(projections::checkStateName(question.state));
  if (const auto of = arguments.find("of")) {
    const auto id = ledger::SubjectId::parse(*of);
    if (!id) return id.error();
    question.of = *id;
  }
  const auto at = arguments.number("at", 0);
  if (!at) return at.error();
  question.at = *at;
  if (const auto day = arguments.find("as-of")) {
    const auto parsed = ledger::parseDay(*day);
    if (!parsed) return parsed.error();
    question.as_of = *parsed;
  }
  if (const auto text = arguments.find("in")) {
    const auto days = parseDays(*text);
    if (!days) return days.error();
    question.from = days->from;
    question.to = days->to;
  }
  question.facts = arguments.has("facts");
  return question;
}

}  // namespace tools
