// ReportAnswer — a report in the form that was asked for: --format text|json|csv|xlsx|pdf, --table, --raw, --bom,
// --names, and --out FILE for a new file.
//
// Errors   those of the rendering; kInvalid BAD_FORMAT, TWO_FORMATS, NOT_CSV, NOT_FOR_TERMINAL; kConflict FILE_EXISTS:
// a file is
//          never replaced; those of writing it.
// Threads  one.
#pragma once

#include "projections/render/render.h"
#include "tools/asar/command.h"
#include "tools/asar/read_side.h"

namespace tools {

// The options of a report after its own: what it tells of the past, and its form.
std::vector<OptionSpec> withForms(std::vector<OptionSpec> own);

// The form, with the command that asks; `named` is the positional of the report, where it has one.
ledger::Result<projections::Form> formAsked(const Session& session, const Arguments& arguments, std::string_view report,
                                            std::string_view named = {});

// Text, or with --json the report in JSON, as an answer.
ledger::Result<Answer> answerWith(const Session& session, const ReadSide& side, ledger::Result<std::string> rendered);

// What was asked for, as an answer of the command.
class ReportAnswer {
 public:
  // One that was asked for with the arguments.
  ReportAnswer(const Session& session, const Arguments& arguments, projections::Form form)
      : session_(session), arguments_(arguments), form_(std::move(form)) {}

  ledger::Result<Answer> of(const ReadSide& side, ledger::Result<std::string> rendered) const;

 private:
  ledger::Result<void> write(const std::string& bytes, Answer& answer) const;

  const Session& session_;
  const Arguments& arguments_;
  projections::Form form_;
};

}  // namespace tools
