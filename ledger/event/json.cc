#include "ledger/event/json.h"

#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include <cstring>
#include <optional>

#include "ledger/event/codec.h"
#include "ledger/event/json_fields.h"
#include "ledger/schema/command.capnp.h"
#include "ledger/schema/entry.capnp.h"
#include "ledger/schema/submission.capnp.h"

namespace ledger {
namespace {

Error invalid(std::string reason, std::string message) {
  return {ErrorCode::kInvalid, std::move(reason), std::move(message)};
}

Result<capnp::StructSchema::Field> kindField(const JsonValue& json) {
  const JsonValue* named = json.find("command");
  if (json.fields() == nullptr || named == nullptr || named->text() == nullptr) {
    return invalid("JSON_SHAPE", R"(a command is an object with its kind, such as {"command":"hoursClaim", …})");
  }
  for (const auto field : capnp::Schema::from<schema::Command>().getUnionFields()) {
    if (nameOf(field) == *named->text()) return field;
  }
  return invalid("UNKNOWN_COMMAND",
                 "no command is called " + quoteJson(*named->text()) + "; `asar help commands` lists them");
}

// Nonce and expectations: what every command has beside its own fields.
Result<void> readFrame(const JsonValue& json, capnp::DynamicStruct::Builder out, Random& random,
                       const std::string& kind) {
  JsonValue::Fields frame;
  for (const auto& [name, value] : *json.fields()) {
    if (name == "nonce" || name == "expects") frame.emplace_back(name, value);
  }
  if (json.find("nonce") == nullptr) frame.emplace_back("nonce", random.id<NonceId>().text());
  return readFields(frame, out, kind);
}

Result<Bytes> commandBytes(const JsonValue& json, capnp::StructSchema::Field kind, Random& random) {
  capnp::MallocMessageBuilder message;
  const auto dynamic = message.initRoot<capnp::DynamicStruct>(capnp::Schema::from<schema::Command>());
  const std::string name{nameOf(kind)};
  ASAR_TRY(readFrame(json, dynamic, random, name));
  const auto body = capnp::DynamicStruct::Builder(dynamic).init(kind).as<capnp::DynamicStruct>();
  ASAR_TRY(readFields(*json.fields(), body, name, "command,nonce,expects"));
  const auto words = capnp::canonicalize(message.getRoot<schema::Command>().asReader());
  const auto bytes = words.asBytes();
  return Bytes(bytes.begin(), bytes.end());
}

// The message of bytes that our own codec has accepted or made.
template <class Schema, class Visit>
auto visitBytes(ByteView bytes, Visit visit) {
  std::vector<capnp::word> words(bytes.size() / sizeof(capnp::word));
  std::memcpy(static_cast<void*>(words.data()), bytes.data(), words.size() * sizeof(capnp::word));
  const kj::ArrayPtr<const capnp::word> segment(words.data(), words.size());
  const kj::ArrayPtr<const capnp::word> segments[] = {segment};
  capnp::SegmentArrayMessageReader message(kj::arrayPtr(segments, 1));
  return visit(message.getRoot<Schema>());
}

JsonValue::Fields eventFields(const EventBody& event, const JsonValue& decision) {
  JsonValue::Fields out;
  const auto command = decodeStoredCommand(event.command);
  if (command) out.emplace_back("event", traitsOf(kindOf(*command)).event);
  out.emplace_back("submission", event.submission);
  out.emplace_back("ordinal", std::uint64_t{event.ordinal});
  out.emplace_back("effect", nameOf(event.decision.effect));
  out.emplace_back("decision", decision);
  if (command) {
    out.emplace_back("body", jsonOf(*command));
  } else {
    // A kind of a later version: its bytes are served all the same.
    out.emplace_back("body", JsonValue::Fields{{"bytes", toBase64(event.command)}});
  }
  return out;
}

JsonValue::Fields submissionFields(const SubmissionBody& submission, const JsonValue& body) {
  JsonValue::Fields out;
  const auto header = decodeHeader(submission.header);
  out.emplace_back("header", header ? jsonOf(*header) : JsonValue(toBase64(submission.header)));
  if (const auto* signatures = body.find("signatures")) out.emplace_back("signatures", *signatures);
  return out;
}

}  // namespace

Result<Command> commandFromJson(const JsonValue& json, Random& random) {
  const auto kind = kindField(json);
  if (!kind) return kind.error();
  std::optional<Result<Bytes>> bytes;
  auto thrown = kj::runCatchingExceptions([&] { bytes = commandBytes(json, *kind, random); });
  KJ_IF_MAYBE (exception, thrown) {
    return invalid("JSON_VALUE", std::string(nameOf(*kind)) + ": " + exception->getDescription().cStr());
  }
  if (!*bytes) return bytes->error();
  return decodeCommand(**bytes);
}

JsonValue jsonOf(const Command& command) {
  return visitBytes<schema::Command>(encode(command), [](schema::Command::Reader reader) {
    const capnp::DynamicStruct::Reader dynamic = reader;
    JsonValue::Fields out;
    KJ_IF_MAYBE (kind, dynamic.which()) {
      out.emplace_back("command", nameOf(*kind));
      for (auto& field : writeFields(dynamic)) out.push_back(std::move(field));
      for (auto& field : writeFields(dynamic.get(*kind).as<capnp::DynamicStruct>())) out.push_back(std::move(field));
    }
    return JsonValue(std::move(out));
  });
}

JsonValue jsonOf(const Header& header) {
  return visitBytes<schema::Header>(encode(header),
                                    [](schema::Header::Reader reader) { return JsonValue(writeFields(reader)); });
}

Result<JsonValue> entryJson(ByteView entry_bytes) {
  const auto entry = decodeEntry(entry_bytes);
  if (!entry) return entry.error();
  JsonValue frame, body;
  visitBytes<schema::Entry>(entry_bytes, [&](schema::Entry::Reader reader) {
    frame = writeFields(reader);
    body = reader.isSubmission() ? writeFields(reader.getSubmission()) : writeFields(reader.getEvent());
    return true;
  });
  JsonValue::Fields out;
  for (const auto* name : {"index", "recordedAt", "previous", "salt", "streams", "version"}) {
    if (const auto* value = frame.find(name)) out.emplace_back(name, *value);
  }
  const auto* event = std::get_if<EventBody>(&entry->body);
  out.emplace_back("entry", event != nullptr ? "event" : "submission");
  const auto fields = event != nullptr ? eventFields(*event, *body.find("decision"))
                                       : submissionFields(std::get<SubmissionBody>(entry->body), body);
  out.insert(out.end(), fields.begin(), fields.end());
  return JsonValue(std::move(out));
}

}  // namespace ledger
