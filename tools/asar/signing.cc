#include "tools/asar/signing.h"

#include "tools/asar/keys.h"

namespace tools {
namespace {

using ledger::Error;
using ledger::ErrorCode;
using ledger::Result;

Result<ledger::Assurance> assuranceOf(const Arguments& arguments) {
  const std::string word = arguments.get("assurance", "self");
  for (const auto one : {ledger::Assurance::kSelf, ledger::Assurance::kAssisted, ledger::Assurance::kImported}) {
    if (word == nameOf(one)) return one;
  }
  return Error{ErrorCode::kInvalid, "USAGE", "--assurance is one of self, assisted, imported; not \"" + word + "\""};
}

}  // namespace

Result<Signing> signingFrom(Session& session, const Arguments& arguments, const Writing& writing) {
  const auto key = readKey(session, arguments.get("key"), ledger::KeyPurpose::kActor, arguments);
  if (!key) return key.error();
  const auto person = personOf(arguments, key->stored);
  if (!person) return person.error();
  const auto assurance = assuranceOf(arguments);
  if (!assurance) return assurance.error();
  Signing signing{key->pair, *person, writing.founding.id, *assurance, {}, {}, std::nullopt};
  if (const auto id = arguments.find("submission-id")) {
    const auto parsed = ledger::SubmissionId::parse(*id);
    if (!parsed) return parsed.error();
    signing.first_id = *parsed;
  } else {
    signing.first_id = ledger::timeOrderedId(session.clock.now(), session.random);
  }
  if (const auto at = arguments.find("signed-at")) {
    const auto instant = ledger::Instant::parse(*at);
    if (!instant) return instant.error();
    signing.signed_at = instant->utc_ms;
  }
  // The newest checkpoint whose signature and root this program has just verified.
  const auto published = readPublished(session, writing.founding);
  if (!published) return published.error();
  signing.seen = seenOf(*published ? std::optional((*published)->checkpoint) : std::nullopt);
  return signing;
}

}  // namespace tools
