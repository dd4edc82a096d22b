#include "tools/asar/draw_log.h"

#include <absl/container/flat_hash_set.h>

#include <algorithm>
#include <functional>
#include <limits>

#include "ledger/event/codec.h"
#include "ledger/merkle/hashing.h"
#include "ledger/rules/context.h"
#include "tools/asar/home.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Position;
using ledger::Result;
using ledger::SubjectId;

Result<ledger::Entry> decoded(const ledger::StoredEntry& stored) {
  if (ledger::leafHash(stored.bytes) == stored.leaf_hash) return ledger::decodeStoredEntry(stored.bytes);
  return Error{ErrorCode::kCorrupt, "LEAF_DIFFERS",
               "entry " + std::to_string(stored.index) + " is not the one that was recorded: its leaf hash differs"};
}

// What takes effect by this event: its own command, or the one it endorses; nothing of a proposal.
Result<std::optional<ledger::Command>> effectOf(ledger::EventReader& reader, const ledger::EventBody& event) {
  if (event.decision.effect == ledger::Effect::kProposed) return std::optional<ledger::Command>();
  if (event.decision.endorses == 0) {
    auto command = ledger::decodeStoredCommand(event.command);
    if (!command) return command.error();
    return std::optional(*std::move(command));
  }
  const auto stored = reader.read(event.decision.endorses, 1);
  if (!stored) return stored.error();
  const auto proposal = decoded(stored->front());
  if (!proposal) return proposal.error();
  const auto* proposed = std::get_if<ledger::EventBody>(&proposal->body);
  if (proposed == nullptr) return Error{ErrorCode::kCorrupt, "MALFORMED", "an entry endorses one that is no event"};
  auto command = ledger::decodeStoredCommand(proposed->command);
  if (!command) return command.error();
  return std::optional(*std::move(command));
}

// Every command below `end` in the order in which they took effect.
using Visit = std::function<void(const ledger::Command& command, Position entry, const ledger::Digest& leaf)>;
Result<void> eachEffect(ledger::EventReader& reader, Position end, const Visit& visit) {
  end = std::min(end, reader.size());
  for (Position at = 0; at < end;) {
    const auto page = reader.read(at, kReadBytes);
    if (!page) return page.error();
    for (const ledger::StoredEntry& stored : *page) {
      if (at++ == end) break;
      const auto entry = decoded(stored);
      if (!entry) return entry.error();
      const auto* event = std::get_if<ledger::EventBody>(&entry->body);
      if (event == nullptr) continue;
      const auto command = effectOf(reader, *event);
      if (!command) return command.error();
      if (*command) visit(**command, stored.index, stored.leaf_hash);
    }
  }
  return {};
}

constexpr Position kAll = std::numeric_limits<Position>::max();

// Gathers what of one kind belongs to the audit.
class Population {
 public:
  Population(const ledger::AuditOpen& audit, const std::string& what) : audit_(audit), what_(what) {}

  static bool isDefined(const std::string& what) {
    return what == "disbursements" || what == "expenditures" || what == "hours";
  }

  void take(const ledger::Command& command, Position entry) {
    follow(command.body);
    if (const auto* paid = command.body.as<ledger::TrancheDisburse>(); paid != nullptr && what_ == "disbursements") {
      if (isAudited(paid->grant)) add(paid->disbursement, paid->occurred_at, entry);
    }
    if (const auto* spent = command.body.as<ledger::ExpenditureRecord>(); spent != nullptr && what_ == "expenditures") {
      if (isAudited(spent->grant)) add(spent->expenditure, spent->occurred_at, entry);
    }
    if (const auto* served = command.body.as<ledger::HoursClaim>(); served != nullptr && what_ == "hours") {
      if (activities_.contains(served->activity)) add(served->hours, served->occurred_at, entry);
    }
  }

  std::vector<SampledThing> things;

 private:
  // What leads from a thing to the organisation.
  void follow(const ledger::CommandBody& body) {
    if (const auto* grant = body.as<ledger::GrantAward>(); grant != nullptr && grant->grantee == audit_.organisation)
      grants_.insert(grant->grant);
    if (const auto* plan = body.as<ledger::ProjectPropose>();
        plan != nullptr && plan->organisation == audit_.organisation)
      projects_.insert(plan->project);
    if (const auto* project = body.as<ledger::ProjectStart>();
        project != nullptr && project->organisation == audit_.organisation)
      projects_.insert(project->project);
    if (const auto* activity = body.as<ledger::ActivitySchedule>();
        activity != nullptr && projects_.contains(activity->project))
      activities_.insert(activity->activity);
  }

  bool isAudited(const SubjectId& grant) const {
    return audit_.grant.isNone() ? grants_.contains(grant) : grant == audit_.grant;
  }

  void add(const SubjectId& id, const ledger::Instant& at, Position entry) {
    const auto day = at.civilDay();
    if (audit_.from <= day && day <= audit_.to) things.push_back({id, entry});
  }

  const ledger::AuditOpen& audit_;
  const std::string& what_;
  absl::flat_hash_set<SubjectId> grants_, projects_, activities_;
};

}  // namespace

Result<ledger::Command> effectAt(ledger::EventReader& reader, Position entry) {
  const auto stored = reader.read(entry, 1);
  if (!stored) return stored.error();
  const auto read = decoded(stored->front());
  if (!read) return read.error();
  const auto* event = std::get_if<ledger::EventBody>(&read->body);
  auto command = event == nullptr ? Result<std::optional<ledger::Command>>(std::optional<ledger::Command>())
                                  : effectOf(reader, *event);
  if (!command) return command.error();
  if (*command) return std::move(**command);
  return Error{ErrorCode::kInvalid, "NO_EFFECT", "nothing took effect by entry " + std::to_string(entry)};
}

Result<PanelLog> readPanel(ledger::EventReader& reader, const SubjectId& panel) {
  PanelLog log;
  bool known = false;
  ASAR_TRY(eachEffect(reader, kAll, [&](const ledger::Command& command, Position entry, const ledger::Digest& leaf) {
    if (const auto* named = command.body.as<ledger::ExpertsName>(); named != nullptr && named->panel == panel) {
      log.named = Effected<ledger::ExpertsName>{*named, entry, leaf};
      known = true;
    }
    if (const auto* drawn = command.body.as<ledger::ExpertsDraw>(); drawn != nullptr && drawn->panel == panel)
      log.drawn = Effected<ledger::ExpertsDraw>{*drawn, entry, leaf};
  }));
  if (known) return log;
  return Error{ErrorCode::kNotFound, "PANEL_UNKNOWN",
               "nobody was named for a panel " + panel.text() + ", or no second person endorsed it yet"};
}

namespace {

// The draw is an event of the submission whose header says what its signer saw.
Result<SampleSeed> seedOf(ledger::EventReader& reader, const SampleLog& log) {
  const auto stored = reader.read(log.drawn->entry, 1);
  if (!stored) return stored.error();
  const auto entry = decoded(stored->front());
  if (!entry) return entry.error();
  const auto& event = std::get<ledger::EventBody>(entry->body);
  if (event.decision.rules < ledger::kRules3) return SampleSeed{log.opened.leaf, log.opened.entry, 0};
  const auto signed_in = reader.read(event.submission, 1);
  if (!signed_in) return signed_in.error();
  const auto submission = decoded(signed_in->front());
  if (!submission) return submission.error();
  const auto header = ledger::decodeHeader(std::get<ledger::SubmissionBody>(submission->body).header);
  if (!header) return header.error();
  return SampleSeed{header->seen.root, 0, header->seen.size};
}

}  // namespace

Result<SampleLog> readSample(ledger::EventReader& reader, const SubjectId& audit, const std::string& what) {
  SampleLog log;
  bool known = false;
  ASAR_TRY(eachEffect(reader, kAll, [&](const ledger::Command& command, Position entry, const ledger::Digest& leaf) {
    if (const auto* opened = command.body.as<ledger::AuditOpen>(); opened != nullptr && opened->audit == audit) {
      log.opened = Effected<ledger::AuditOpen>{*opened, entry, leaf};
      known = true;
    }
    const auto* drawn = command.body.as<ledger::SampleDraw>();
    if (drawn != nullptr && drawn->audit == audit && drawn->what == what)
      log.drawn = Effected<ledger::SampleDraw>{*drawn, entry, leaf};
  }));
  if (!known) return Error{ErrorCode::kNotFound, "AUDIT_UNKNOWN", "there is no audit " + audit.text()};
  if (log.drawn) {
    auto seed = seedOf(reader, log);
    if (!seed) return seed.error();
    log.seed = *seed;
  }
  if (!Population::isDefined(what)) return log;
  Population population(log.opened.body, what);
  ASAR_TRY(eachEffect(
      reader, log.opened.entry,
      [&](const ledger::Command& command, Position entry, const ledger::Digest&) { population.take(command, entry); }));
  log.population = std::move(population.things);
  return log;
}

}  // namespace tools
