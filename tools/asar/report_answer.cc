#include "tools/asar/report_answer.h"

#include "ledger/base/file_io.h"
#include "ledger/event/json_gate.h"
#include "tools/asar/past.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;
using projections::Form;
using projections::Format;

constexpr std::size_t kReportBytesMax = 64 << 20;
// Of the options, those that say what is asked; files and forms do not.
constexpr std::string_view kQuestions[] = {"policy", "day",    "state", "of", "facts", "external-id",
                                           "year",   "days",   "exact", "on", "since", "find",
                                           "kind",   "before", "limit", "in", "at",    "as-of"};

constexpr std::string_view kOfCsv[] = {"table", "raw", "bom", "names"};

// "asar report grant SG-2026-0147 --at 90".
std::string queryOf(const Arguments& arguments, std::string_view report, std::string_view named) {
  std::string query = "asar report " + std::string(report);
  if (!named.empty() && arguments.has(named)) query += " " + arguments.get(named);
  for (const std::string_view option : kQuestions) {
    if (option == named || !arguments.has(option)) continue;
    query.append(" --").append(option);
    const std::string value = arguments.get(option);
    if (value.empty() || option == "facts" || option == "exact") continue;
    query += option == "find" ? " \"" + value + "\"" : " " + value;
  }
  return query;
}

ledger::ByteView bytesOf(const std::string& text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

}  // namespace

std::vector<OptionSpec> withForms(std::vector<OptionSpec> own) {
  for (const OptionSpec& option :
       {OptionSpec{"format", "FORMAT"}, OptionSpec{"out", "FILE"}, OptionSpec{"table", "NAME"}, OptionSpec{"raw", ""},
        OptionSpec{"bom", ""}, OptionSpec{"names", ""}})
    own.push_back(option);
  return own;
}

Result<Form> formAsked(const Session& session, const Arguments& arguments, std::string_view report,
                       std::string_view named) {
  Form form;
  form.language = session.language;
  form.query = queryOf(arguments, report, named);
  form.csv = {arguments.get("table"), arguments.has("raw"), arguments.has("bom"), arguments.has("names")};
  const std::string name = arguments.get("format", session.json ? "json" : "text");
  const auto format = projections::formatNamed(name);
  if (!format) {
    return Error{ErrorCode::kInvalid, "BAD_FORMAT", "'" + name + "' is no format: text, json, csv, xlsx or pdf"};
  }
  form.format = *format;
  // With --json the file is told of in JSON.
  if (session.json && *format != Format::kJson && !arguments.has("out")) {
    return Error{ErrorCode::kInvalid, "TWO_FORMATS",
                 "--json and --format " + name + " do not go together, unless --out names a file"};
  }
  for (const std::string_view option : kOfCsv) {
    if (*format == Format::kCsv || !arguments.has(option)) continue;
    return Error{ErrorCode::kInvalid, "NOT_CSV", "--" + std::string(option) + " goes with --format csv alone"};
  }
  return form;
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

Result<Answer> ReportAnswer::of(const ReadSide& side, Result<std::string> rendered) const {
  if (!rendered) return rendered.error();
  Answer answer;
  answer.checkpoint = checkpointJson(side.published.checkpoint);
  if (arguments_.has("out")) {
    ASAR_TRY(write(*rendered, answer));
    return answer;
  }
  if (session_.json || form_.format == Format::kText) return answerWith(session_, side, std::move(rendered));
  if (projections::isBinary(form_.format) && session_.output_terminal) {
    return Error{ErrorCode::kInvalid, "NOT_FOR_TERMINAL",
                 "a terminal cannot show this format: name a file with --out, or send the output into one"};
  }
  answer.text = std::move(*rendered);
  answer.exact = true;
  if (form_.format == Format::kJson) answer.text += "\n";
  return answer;
}

Result<void> ReportAnswer::write(const std::string& bytes, Answer& answer) const {
  const std::filesystem::path out = arguments_.get("out");
  std::error_code ignored;
  if (std::filesystem::exists(std::filesystem::symlink_status(out, ignored))) {
    return Error{ErrorCode::kConflict, "FILE_EXISTS", out.string() + " exists: give another name, it is not replaced"};
  }
  ASAR_TRY(ledger::writeFileAtomically(out, bytesOf(bytes)));
  answer.json = ledger::JsonValue::Fields{{"file", out.string()}, {"bytes", static_cast<std::int64_t>(bytes.size())}};
  answer.text = say(session_.language, "report.written", {out.string(), groupedNumber(bytes.size())});
  return {};
}

}  // namespace tools
