#include "ledger/event/codec.h"

#include <capnp/any.h>
#include <capnp/message.h>
#include <capnp/serialize.h>
#include <kj/exception.h>

#include <array>
#include <cstring>

#include "ledger/event/field_codec.h"
#include "ledger/event/schema_hash.h"

namespace ledger {
namespace {

constexpr std::size_t kWord = sizeof(capnp::word);

// Most messages fit such a space, so that building one allocates nothing. It has to be zero at first, and the builder
// leaves it so.
using Scratch = std::array<capnp::word, 1024>;

// As capnp::canonicalize(), which reads what it wrote a second time to assert that it is canonical.
template <class Schema>
Bytes canonicalBytes(const typename Schema::Reader& reader) {
  thread_local Scratch scratch{};
  if (reader.totalSize().wordCount >= scratch.size()) {
    const auto words = capnp::canonicalize(reader);
    return Bytes(words.asBytes().begin(), words.asBytes().end());
  }
  capnp::MallocMessageBuilder message(kj::arrayPtr(scratch.data(), scratch.size()));
  message.initRoot<capnp::AnyPointer>().setCanonicalAs<Schema>(reader);
  const auto bytes = message.getSegmentsForOutput()[0].asBytes();
  return Bytes(bytes.begin(), bytes.end());
}

template <class Schema, class Value>
Bytes encodeAs(const Value& value) {
  thread_local Scratch scratch{};
  capnp::MallocMessageBuilder message(kj::arrayPtr(scratch.data(), scratch.size()));
  write(value, message.initRoot<Schema>());
  return canonicalBytes<Schema>(message.getRoot<Schema>().asReader());
}

Error malformed(std::string_view what, const std::string& why) {
  return {ErrorCode::kInvalid, "MALFORMED", std::string(what) + ": " + why};
}

template <class Schema, class Value>
Value readFrom(ByteView bytes) {
  // Cap'n Proto reads whole aligned words; the input may be neither.
  std::vector<capnp::word> words(bytes.size() / kWord);
  std::memcpy(words.data(), bytes.data(), bytes.size());
  const kj::ArrayPtr<const capnp::word> segment(words.data(), words.size());
  const kj::ArrayPtr<const capnp::word> segments[] = {segment};
  capnp::ReaderOptions options;
  options.traversalLimitInWords = limits::kTraversalFactor * words.size() + 64;
  options.nestingLimit = limits::kNestingMax;
  capnp::SegmentArrayMessageReader message(kj::arrayPtr(segments, 1), options);
  Value value{};
  read(message.getRoot<Schema>(), value);
  return value;
}

template <class Schema, class Value>
Result<Value> decodeAs(ByteView bytes, std::string_view what) {
  if (bytes.empty() || bytes.size() % kWord != 0)
    return malformed(what, "the length is not a whole number of 8-byte words");
  std::optional<Value> value;
  std::string why;
  try {
    auto thrown = kj::runCatchingExceptions([&] {
      try {
        value = readFrom<Schema, Value>(bytes);
      } catch (const DecodeFailure& failure) {
        why = failure.message;
      }
    });
    KJ_IF_MAYBE (exception, thrown) {
      why = exception->getDescription().cStr();
    }
  } catch (const std::exception& exception) {
    why = exception.what();
  }
  if (!value) return malformed(what, why);
  return std::move(*value);
}

template <class Schema, class Value>
Result<Value> decodeCanonical(ByteView bytes, std::string_view what) {
  auto value = decodeAs<Schema, Value>(bytes, what);
  if (value && !sameBytes(encodeAs<Schema>(*value), bytes)) {
    return Error{
        ErrorCode::kInvalid, "NOT_CANONICAL",
        std::string(what) + ": the bytes are not the canonical encoding of their value, or hold unknown fields"};
  }
  return value;
}

}  // namespace

Bytes encode(const Command& command) {
  return encodeAs<schema::Command>(command);
}
Bytes encode(const Header& header) {
  return encodeAs<schema::Header>(header);
}
Bytes encode(const Entry& entry) {
  return encodeAs<schema::Entry>(entry);
}
Bytes encode(const Submission& submission) {
  return encodeAs<schema::Submission>(submission);
}

Result<Command> decodeCommand(ByteView bytes) {
  return decodeCanonical<schema::Command, Command>(bytes, "command");
}
Result<Header> decodeHeader(ByteView bytes) {
  return decodeCanonical<schema::Header, Header>(bytes, "header");
}
Result<Entry> decodeEntry(ByteView bytes) {
  return decodeCanonical<schema::Entry, Entry>(bytes, "entry");
}
Result<Submission> decodeSubmission(ByteView bytes) {
  return decodeCanonical<schema::Submission, Submission>(bytes, "submission");
}
Result<Entry> decodeStoredEntry(ByteView bytes) {
  return decodeAs<schema::Entry, Entry>(bytes, "entry");
}
Result<Command> decodeStoredCommand(ByteView bytes) {
  return decodeAs<schema::Command, Command>(bytes, "command");
}

Digest schemaHash() {
  return Digest::from(*fromHex(kSchemaHashHex));
}

}  // namespace ledger
