#include "audit/verify/report.h"

#include <cstdio>
#include <nlohmann/json.hpp>

#include "audit/base/harmless.h"

namespace audit {
namespace {

std::string seconds(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f s", value);
  return text.data();
}

std::string list(const char* title, const std::vector<std::string>& sentences) {
  std::string out = title;
  if (sentences.empty()) return out + "\n  nothing\n";
  out += "\n";
  for (const std::string& sentence : sentences) out += "  " + harmless(sentence) + "\n";
  return out;
}

std::string findingLine(const Finding& finding) {
  std::string out = "  " + std::string(wordOf(finding.wrong));
  if (finding.index) out += " " + std::to_string(*finding.index);
  if (!finding.name.empty()) out += " " + finding.name;
  return out + ": " + harmless(finding.sentence) + "\n";
}

std::string timingLines(const Audit& audit) {
  const Timings& t = audit.timings;
  return "timings\n  open and manifest " + seconds(t.open) + "\n  entries, with replay beside " + seconds(t.entries) +
         "\n  replay, CPU " + seconds(t.replay_cpu) + "\n  tiles and earlier checkpoints " + seconds(t.tiles) +
         "\n  total " + seconds(t.total) + "\n";
}

}  // namespace

std::string textReport(const Audit& audit, bool timings) {
  const Facts& facts = audit.facts;
  std::string out = "ledger " + idText(facts.ledger) + (facts.demo ? " (demo: a demonstration ledger)" : "") + "\n";
  out += "origin " + harmless(facts.origin) + "\nsize " + std::to_string(facts.size) + "\nroot " +
         base64Of(facts.root) + "\n";
  // Without a policy of witnesses none of their lines can be judged.
  out += "witnesses=" + std::to_string(facts.witnesses.value_or(0));
  if (facts.other_signatures != 0)
    out += " (" + std::to_string(facts.other_signatures) + " other signatures not judged)";
  out += facts.pinned ? "\nkey pinned\n" : "\nkey not pinned\n";
  out += list("checked", audit.findings.checkedList());
  out += list("not checked", audit.findings.notCheckedList());
  if (timings) out += timingLines(audit);
  const auto findings = audit.findings.sorted();
  if (!findings.empty()) {
    out += "findings: " + std::to_string(audit.findings.total()) + "\n";
    for (const Finding& finding : findings) out += findingLine(finding);
    if (findings.size() < audit.findings.total()) out += "  … only the first of each kind are listed\n";
  }
  out += "verdict " + audit.findings.verdict();
  if (audit.findings.exitCode() == kExitOk && !facts.pinned) out += " (key not pinned)";
  if (facts.demo) out += " (demo)";
  return out + "\n";
}

std::string jsonReport(const Audit& audit) {
  using nlohmann::json;
  const Facts& facts = audit.facts;
  json findings = json::array();
  for (const Finding& finding : audit.findings.sorted()) {
    json one = {{"verdict", wordOf(finding.wrong)}, {"sentence", finding.sentence}};
    if (finding.index) one["index"] = *finding.index;
    if (!finding.name.empty()) one["name"] = finding.name;
    findings.push_back(std::move(one));
  }
  const auto micro = [](double value) { return static_cast<std::int64_t>(value * 1e6); };
  const json out = {{"verdict", audit.findings.verdict()},
                    {"exit", audit.findings.exitCode()},
                    {"ledger", idText(facts.ledger)},
                    {"origin", facts.origin},
                    {"size", facts.size},
                    {"root", hexOf(facts.root)},
                    {"demo", facts.demo},
                    {"pinned", facts.pinned},
                    {"witnesses", facts.witnesses.value_or(0)},
                    {"events", facts.events},
                    {"signatures", facts.signatures},
                    {"trusted", facts.trusted},
                    {"checked", audit.findings.checkedList()},
                    {"notChecked", audit.findings.notCheckedList()},
                    {"findings", findings},
                    {"findingsTotal", audit.findings.total()},
                    {"timingsUs",
                     {{"open", micro(audit.timings.open)},
                      {"entries", micro(audit.timings.entries)},
                      {"replayCpu", micro(audit.timings.replay_cpu)},
                      {"tiles", micro(audit.timings.tiles)},
                      {"total", micro(audit.timings.total)}}}};
  return out.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace audit
