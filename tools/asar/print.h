// Printing of answers and errors: for a person, or as one JSON object.
//
// Shape    {"ok":true,"command":"key show","schema":"asar.key.show/1","data":{…},"checkpoint":{…}} or
//          {"ok":false,"command":…,"error":{"code":"E_ROLE_MISSING","message":…,"hint":…}}; what was asked for goes to
//          standard output, all else to standard error.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "ledger/base/result.h"
#include "tools/asar/exit_code.h"
#include "tools/asar/session.h"

namespace tools {

// Prints and returns the code the program ends with.
int printAnswer(Session& session, const std::string& command, const ledger::Result<Answer>& answer);
int printHelp(Session& session, const std::string& text);
int printUsageError(Session& session, const std::string& command, const std::string& message);

// "name   value" lines, the values in one column.
// "ledger", "журнал": the name of a value, from the texts under "word.".
std::string label(const Session& session, std::string_view name);
// Columns of a terminal, for texts without combining marks.
std::size_t displayWidth(std::string_view text);
std::string alignedLines(const std::vector<std::pair<std::string, std::string>>& rows);

// "12 345": thousands apart, as a person reads them.
std::string groupedNumber(std::uint64_t number);

}  // namespace tools
