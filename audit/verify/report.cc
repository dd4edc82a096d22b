#include "audit/verify/report.h"

#include <cstdio>
#include <nlohmann/json.hpp>
#include <utility>

#include "audit/base/harmless.h"
#include "audit/verify/meaning.h"

namespace audit {
namespace {

std::string seconds(double value) {
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%.3f s", value);
  return text.data();
}

using ledger::Language;

constexpr FrameWord kNothingWord{"ештеңе", "ничего", "nothing"};
constexpr FrameWord kPinnedWord{"кілт бекітілген", "ключ закреплён", "key pinned"};
constexpr FrameWord kAndMore{"  … тағы: ", "  … и ещё: ", "  … and "};
constexpr FrameWord kMoreOf{", түрі ", ", вида ", " more of "};
constexpr FrameWord kFollowing{"; мұның себебі – ", "; причина – ", " that follow from "};
constexpr FrameWord kNotJudged{": одан кейінгі жазбаларды бағалауға болмайды", ": записи после неё оценить нельзя",
                               ": the entries after it cannot be judged"};
constexpr FrameWord kDemoWords{" (demo: көрсету журналы)", " (demo: демонстрационный журнал)",
                               " (demo: a demonstration ledger)"};
constexpr FrameWord kOtherSignatures{" (бағаланбаған басқа қолтаңбалар: ", " (других подписей, не оценённых: ", " ("};
constexpr FrameWord kOtherSignaturesEnd{")", ")", " other signatures not judged)"};

std::string findingLine(const Finding& finding) {
  std::string out = "  " + std::string(wordOf(finding.wrong));
  if (finding.index) out += " " + std::to_string(*finding.index);
  if (!finding.name.empty()) out += " " + finding.name;
  return out + ": " + harmless(finding.sentence) + "\n";
}

std::string moreLine(std::uint64_t count, Wrong wrong, Language language) {
  return kAndMore.in(language) + std::to_string(count) + kMoreOf.in(language) + std::string(wordOf(wrong));
}

// Of those that follow the first is told, so that it can be looked at.
std::string linesOfKind(const Findings& findings, Wrong wrong, Language language) {
  std::string out;
  std::uint64_t told = 0;
  bool follows = false;
  for (const Finding& finding : findings.kept(wrong)) {
    if (findings.follows(finding) && std::exchange(follows, true)) continue;
    out += findingLine(finding);
    ++told;
  }
  const std::uint64_t following = findings.following(wrong) - (follows ? 1 : 0);
  if (following != 0) {
    out += moreLine(following, wrong, language) + kFollowing.in(language) + std::string(wordOf(Wrong::kEntryTampered)) +
           " " + std::to_string(findings.altered().value_or(0)) + kNotJudged.in(language) + "\n";
  }
  const std::uint64_t rest = findings.count(wrong) - told - following;
  return rest == 0 ? out : out + moreLine(rest, wrong, language) + "\n";
}

// The two kinds of BAD_SIGNATURE as one.
nlohmann::json countsOf(const Findings& findings) {
  std::map<std::string_view, std::uint64_t> counts;
  for (const Wrong wrong : kWrongs) {
    if (findings.has(wrong)) counts[wordOf(wrong)] += findings.count(wrong);
  }
  nlohmann::json out = nlohmann::json::object();
  for (const auto& [word, count] : counts) out[std::string(word)] = count;
  return out;
}

std::string timingLines(const Audit& audit, Language language) {
  constexpr FrameWord kTitle{"уақыты", "время", "timings"};
  constexpr FrameWord kOpen{"ашу және тізімдеме", "открытие и опись", "open and manifest"};
  constexpr FrameWord kEntries{"жазбалар, ережелермен қатар", "записи, одновременно с правилами",
                               "entries, with replay beside"};
  constexpr FrameWord kReplay{"ережелер, процессор", "правила, процессор", "replay, CPU"};
  constexpr FrameWord kTiles{"тақташалар мен бұрынғы бақылау нүктелері", "плитки и прежние контрольные точки",
                             "tiles and earlier checkpoints"};
  constexpr FrameWord kTotal{"барлығы", "всего", "total"};
  const Timings& t = audit.timings;
  const auto line = [&](const FrameWord& word, double value) {
    return "  " + word.in(language) + " " + seconds(value) + "\n";
  };
  return kTitle.in(language) + "\n" + line(kOpen, t.open) + line(kEntries, t.entries) + line(kReplay, t.replay_cpu) +
         line(kTiles, t.tiles) + line(kTotal, t.total);
}

// Of an export that could not be opened there is nothing to say.
std::string headLines(const Facts& facts, Language language) {
  if (facts.origin.empty()) return {};
  std::string out = kLedgerWord.in(language) + " " + idText(facts.ledger);
  out += (facts.demo ? kDemoWords.in(language) : "") + "\n";
  out += kOriginWord.in(language) + " " + harmless(facts.origin) + "\n";
  out += kSizeWord.in(language) + " " + std::to_string(facts.size) + "\n";
  out += kRootWord.in(language) + " " + base64Of(facts.root) + "\n";
  // Without a policy of witnesses none of their lines can be judged.
  out += kWitnessesWord.in(language) + "=" + std::to_string(facts.witnesses.value_or(0));
  if (facts.other_signatures != 0) {
    out += kOtherSignatures.in(language) + std::to_string(facts.other_signatures) + kOtherSignaturesEnd.in(language);
  }
  return out + "\n" + (facts.pinned ? kPinnedWord : kNotPinnedWord).in(language) + "\n";
}

}  // namespace

std::string findingLines(const Findings& findings, Language language) {
  if (findings.total() == 0) return {};
  std::string out = kFindingsWord.in(language) + ": " + std::to_string(findings.total()) + "\n";
  for (const Wrong wrong : kWrongs) out += linesOfKind(findings, wrong, language);
  return out;
}

std::string sentenceLines(const std::string& title, const std::vector<std::string>& sentences, Language language) {
  std::string out = title + "\n";
  if (sentences.empty()) return out + "  " + kNothingWord.in(language) + "\n";
  for (const std::string& sentence : sentences) out += "  " + harmless(sentence) + "\n";
  return out;
}

std::string verdictLine(const Audit& audit, Language language) {
  std::string out = kVerdictWord.in(language) + " " + audit.findings.verdict();
  if (audit.findings.exitCode() == kExitOk && !audit.facts.pinned) out += " (" + kNotPinnedWord.in(language) + ")";
  if (audit.facts.demo) out += " (demo)";
  return out + "\n";
}

std::string textReport(const Audit& audit, bool timings, Language language) {
  std::string out = headLines(audit.facts, language);
  out += sentenceLines(kCheckedWord.in(language), audit.findings.checkedList(), language);
  out += sentenceLines(kNotCheckedWord.in(language), audit.findings.notCheckedList(), language);
  if (timings) out += timingLines(audit, language);
  out += findingLines(audit.findings, language) + verdictLine(audit, language);
  return out + meaningOf(audit.findings, audit.facts.pinned).in(language) + "\n";
}

std::string jsonReport(const Audit& audit, Language language) {
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
                    {"meaning", meaningOf(audit.findings, facts.pinned).in(language)},
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
                    {"findingsByKind", countsOf(audit.findings)},
                    {"timingsUs",
                     {{"open", micro(audit.timings.open)},
                      {"entries", micro(audit.timings.entries)},
                      {"replayCpu", micro(audit.timings.replay_cpu)},
                      {"tiles", micro(audit.timings.tiles)},
                      {"total", micro(audit.timings.total)}}}};
  return out.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

}  // namespace audit
