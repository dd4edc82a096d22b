// DrawLog — what a draw rests on, out of the log alone: who could be drawn, under which seed, and what was recorded.
//
// Shape    candidates and things stand in the order of their numbers, which count from 0. The population of an audit's
//          sample is what took effect in the log before the entry that opened the audit, so that nobody who knew the
//          seed could add to it: of the audit's grant, or where it has none of its organisation's grants; hours of
//          the organisation's activities; occurred on a civil day of the audit's period; in the order of the entries
//          by which they took effect, whatever became of them later.
// Errors   kNotFound PANEL_UNKNOWN, AUDIT_UNKNOWN; kCorrupt LEAF_DIFFERS; those of the log and of the codec.
// Threads  one.
// Source   ledger/schema/README.md section 6, "Draws".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/event/values.h"
#include "ledger/event_reader.h"

namespace tools {

// A command and the entry by which it took effect.
template <class Body>
struct Effected {
  Body body;
  ledger::Position entry = 0;
  ledger::Digest leaf;
};

struct PanelLog {
  Effected<ledger::ExpertsName> named;
  std::optional<Effected<ledger::ExpertsDraw>> drawn;
};

struct SampledThing {
  ledger::SubjectId id;
  ledger::Position entry = 0;
};

// Of a recorded draw: by rules before version 3 the leaf hash of an entry, since then the root at a size.
struct SampleSeed {
  ledger::Digest value;
  ledger::Position entry = 0;
  ledger::Position size = 0;  // 0: a leaf hash
};

struct SampleLog {
  Effected<ledger::AuditOpen> opened;
  std::optional<Effected<ledger::SampleDraw>> drawn;
  std::optional<SampleSeed> seed;  // of what was drawn
  // Nothing where what that code counts is written nowhere.
  std::optional<std::vector<SampledThing>> population;
};

ledger::Result<PanelLog> readPanel(ledger::EventReader& reader, const ledger::SubjectId& panel);
// The command that took effect by that entry: its own, or the one it endorses; kInvalid NO_EFFECT of any other.
ledger::Result<ledger::Command> effectAt(ledger::EventReader& reader, ledger::Position entry);
ledger::Result<SampleLog> readSample(ledger::EventReader& reader, const ledger::SubjectId& audit,
                                     const std::string& what);

}  // namespace tools
