// ImportWorld — a small ledger in memory, and imports into it as `asar import` makes them.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

#include "tests/support/world.h"
#include "tools/asar/import_batch.h"

namespace tests {

inline std::string readText(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

struct ImportWorld : World {
  ledger::Result<tools::Conversion> convertText(const std::string& mapping, std::string source) {
    auto parsed = tools::parseMapping(mapping);
    if (!parsed) return parsed.error();
    const tools::ImportInput input{
        std::move(*parsed), std::move(source), {{"office", office.text()}, {"programme", programme.text()}}, {}};
    ledger::State state;
    ledger->inspect([&](const ledger::State& held) { state = held; });
    return tools::convert(input, std::move(state), importer.person, clock.now(), random);
  }

  // Submits the parts from `first` on; the refusal's sentence, or "".
  std::string submitParts(const tools::Conversion& conversion, std::size_t first, std::size_t count = 1000) {
    for (std::size_t i = first; i < conversion.parts.size() && i < first + count; ++i) {
      const std::string refused = submitCommands(conversion.parts[i].commands, conversion.parts[i].visibility);
      if (!refused.empty()) return refused;
    }
    return "";
  }

  std::string submitCommands(const std::vector<ledger::Command>& commands, ledger::Visibility visibility) {
    const ledger::Sealed sealed = ledger->sealed();
    const ledger::SubmissionDraft draft{scribe.ledgerId(),
                                        ledger::timeOrderedId(clock.now(), random),
                                        importer.person,
                                        clock.now(),
                                        clock.now() + ledger::kMsPerDay,
                                        {sealed.size, sealed.root},
                                        visibility,
                                        ledger::Assurance::kImported};
    const auto receipt = ledger->submit(ledger::signSubmission(draft, commands, importer.key));
    return receipt ? "" : receipt.error().reason + ": " + receipt.error().message;
  }
};

}  // namespace tests
