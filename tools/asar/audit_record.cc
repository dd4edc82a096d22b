#include "tools/asar/audit_record.h"

#include <algorithm>

#include "ledger/event/json.h"
#include "tools/asar/evidence_store.h"
#include "tools/asar/signing.h"
#include "tools/asar/submit.h"

namespace tools {
namespace {

using ledger::JsonValue;
using ledger::Result;

// The same submission gives the same id, so that a run that is repeated repeats nothing.
std::string idFrom(const ledger::SubmissionId& submission) {
  const ledger::Digest digest = ledger::sha256({ledger::asBytes("asar/audit-id/v1"), submission.view()});
  ledger::SubjectId id;
  std::copy_n(digest.bytes.begin(), id.bytes.size(), id.bytes.begin());
  return id.text();
}

}  // namespace

JsonValue::Fields typedFields(const Arguments& arguments, std::initializer_list<std::string_view> names) {
  JsonValue::Fields fields;
  for (const std::string_view name : names) {
    if (const auto value = arguments.find(name)) fields.emplace_back(std::string(name), *value);
  }
  return fields;
}

Result<std::string> occurredAt(const Arguments& arguments, ledger::UtcMs now) {
  const auto typed = arguments.find("occurred-at");
  if (!typed) return ledger::Instant{now, kOffsetMinutes}.text();
  const auto instant = ledger::Instant::parse(*typed);
  return instant ? Result<std::string>(instant->text()) : instant.error();
}

std::vector<OptionSpec> withSigner(std::vector<OptionSpec> own) {
  for (const OptionSpec& option :
       {OptionSpec{"key", "FILE", true}, OptionSpec{"person", "ID"}, OptionSpec{"occurred-at", "TIME"},
        OptionSpec{"submission-id", "ID"}, OptionSpec{"signed-at", "TIME"}, OptionSpec{"passphrase-file", "FILE"}})
    own.push_back(option);
  return own;
}

Result<Answer> recordWish(Session& session, const Arguments& arguments, Writing& writing, AuditWish wish) {
  auto signing = signingFrom(session, arguments, writing);
  if (!signing) return signing.error();
  if (wish.seen) signing->seen = *wish.seen;
  JsonValue json = JsonValue::Fields{{"command", wish.command}};
  std::string given, document;
  if (!wish.gives.empty()) {
    given = arguments.get(wish.gives, idFrom(signing->first_id));
    json.set(std::string(wish.gives), given);
  }
  for (auto& [name, value] : wish.fields) json.set(name, std::move(value));
  if (!wish.document_field.empty()) {
    const auto kept = EvidenceStore(evidenceFolder(session)).add(arguments.get("document"), session.random);
    if (!kept) return kept.error();
    document = kept->evidence.hash.hex();
    json.set(std::string(wish.document_field), document);
  }
  const auto at = occurredAt(arguments, signing->signed_at.value_or(session.clock.now()));
  if (!at) return at.error();
  json.set("occurredAt", *at);
  auto command = ledger::commandFromJson(json, session.random);
  if (!command) return command.error();
  std::vector<LineCommand> lines;
  lines.push_back({1, std::move(*command), {}, false});
  auto answer = submitLines(session, arguments, writing, *signing, std::move(lines));
  if (!answer) return answer;
  if (!given.empty()) {
    answer->json.set(std::string(wish.gives), given);
    answer->text += say(session.language, "audit.id." + std::string(wish.gives), {given}) + "\n";
  }
  if (!document.empty()) {
    answer->json.set("document", document);
    answer->text += say(session.language, "audit.document.kept", {document}) + "\n";
  }
  return answer;
}

Result<Answer> recordWish(Session& session, const Arguments& arguments, AuditWish wish) {
  auto writing = openForWriting(session);
  if (!writing) return writing.error();
  return recordWish(session, arguments, *writing, std::move(wish));
}

}  // namespace tools
