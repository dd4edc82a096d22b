// Raised — one finding of an audit rule: whom it is about, the entries that show it, what is at risk, and a sentence
// in three languages.
//
// Shape    `{0}` … `{9}` in a sentence stand for the values. A value is text that needs no language, or the code of an
//          enumeration of the schema or words of ours, which are said in the language.
// Units    amounts in minor units of their currency, minutes whole.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "audit/replay/id_maps.h"
#include "audit/rules/rule.h"

namespace audit {

struct Told {
  std::string text{};
  std::string_view enumeration{};  // CostType …, of which the text is a code
  InThree words{};                 // where there is no text
};

struct Sentence {
  InThree words;
  std::vector<Told> values{};
};
std::string textOf(const Sentence& sentence, ledger::Language language);

struct Subject {
  std::string_view kind;  // as the streams are called: grant, expenditure, organisation, person, hours …
  Id id{};
};

struct AtRisk {
  Sum minor = 0;
  std::string currency{};
};

struct Raised {
  Sentence sentence;
  std::vector<Subject> subjects;
  std::vector<std::uint64_t> evidence;  // indexes of entries, ascending
  std::optional<AtRisk> amount{};
  std::optional<std::int64_t> minutes{};
  std::optional<RuleSeverity> severity{};  // where the rule's is not this finding's; a policy's is above it
};

// Values of sentences. Spaces within one do not break.
Told amountTold(Sum minor, const std::string& currency);
Told dayTold(std::int64_t day);
Told countTold(std::uint64_t count);
Told shareTold(std::int64_t basis_points);  // "41.2 %"
Told idTold(const Id& id);
Told textTold(std::string_view text);  // of the log: made harmless

}  // namespace audit
