// Alarms — what `asar-audit rules --json` found, read from a file, and which of it the log holds as findings already.
//
// Shape    numbers count from 1 in the order of the file. The document of a finding that is raised from an alarm is the
//          alarm itself as JSON, so that whom it is about and its explanation are kept with it.
// Units    amounts in minor units, minutes whole; an amount that no command holds is left to the document.
// Errors   kInvalid RULES_FORM with the place; those of the JSON gate and of the file; those of the log.
// Threads  one.
// Source   audit/rules/rules_json.cc writes the file.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

#include "ledger/event/json_value.h"
#include "ledger/event/values.h"
#include "ledger/event_reader.h"

namespace tools {

struct Alarm {
  std::uint64_t number = 0;
  std::string rule;
  std::uint64_t version = 0;
  std::string severity;
  std::vector<ledger::Position> entries;  // ascending
  ledger::Money amount;                   // 0: none that a command holds
  std::uint64_t minutes = 0;
  ledger::JsonValue explanation;  // by language
  std::string document;           // the alarm itself
  ledger::Digest hash;            // of the document
  bool alone = true;              // no other alarm of the file has its rule and entries
};

struct AlarmFile {
  std::string origin;
  ledger::Position size = 0;  // of the log it was made from
  std::uint64_t total = 0;    // alarms; the file lists only the first of a rule that has very many
  std::vector<Alarm> alarms;
};
ledger::Result<AlarmFile> readAlarms(const std::filesystem::path& file);
ledger::Result<AlarmFile> alarmsFrom(std::string_view json);

// Findings that are there, whatever became of them: a dismissed one is opened again, not raised again.
class RaisedFindings {
 public:
  void add(const ledger::FindingRaise& raised);
  // With the same document; or of the same rule and entries, where the file has no other alarm of these: which of two
  // was raised only the document tells.
  bool hold(const Alarm& alarm) const;

 private:
  std::set<std::string> keys_;
  std::set<ledger::Digest> documents_;
};
ledger::Result<RaisedFindings> raisedFindings(ledger::EventReader& reader);

}  // namespace tools
