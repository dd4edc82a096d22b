// What the generated codec calls for each field: wire value ↔ plain value.
//
// Errors   a reader throws DecodeFailure; only codec.cc catches it. Nothing else includes this file.
// Source   ledger/schema/types.capnp, the annotations.
#pragma once

#include <capnp/blob.h>
#include <capnp/list.h>

#include <algorithm>
#include <chrono>
#include <optional>
#include <string>
#include <vector>

#include "ledger/base/limits.h"
#include "ledger/event/values.h"
#include "ledger/event/values_codec.h"

namespace ledger {

// Where a field is, for the message; and whether it may be absent.
struct FieldRule {
  const char* path;
  bool optional;
};

struct DecodeFailure {
  std::string message;
};

[[noreturn]] void fail(FieldRule rule, const std::string& what);
[[noreturn]] void failUnknownKind(std::uint16_t kind);

// Copies exactly `out.size()` bytes; false where the field is absent and may be.
bool takeFixed(capnp::Data::Reader in, std::span<std::uint8_t> out, FieldRule rule);
std::string takeText(capnp::Text::Reader in, FieldRule rule);
std::string takeCode(capnp::Text::Reader in, FieldRule rule);

template <class T>
T readPlain(T in, FieldRule) {
  return in;
}

template <class T>
Minutes readMinutes(std::int64_t in, FieldRule rule) {
  if (in > limits::kMinutesMax || in < -limits::kMinutesMax) fail(rule, "is beyond 10^10 minutes");
  return Minutes{in};
}

template <class T>
CivilDay readDay(std::int32_t in, FieldRule rule) {
  // 2000-01-01 to 2100-12-31.
  if (!(rule.optional && in == 0) && (in < 10957 || in > 47846)) fail(rule, "is not a day of the years 2000 to 2100");
  return in;
}

template <class AnyId>
AnyId readId(capnp::Data::Reader in, FieldRule rule) {
  AnyId id;
  if (takeFixed(in, id.bytes, rule) && id.isNone()) fail(rule, "is an id of zeros");
  return id;
}

template <class AnyBytes>
AnyBytes readFixed(capnp::Data::Reader in, FieldRule rule) {
  AnyBytes out;
  takeFixed(in, out.bytes, rule);
  return out;
}

template <class T>
Digest readDigest(capnp::Data::Reader in, FieldRule rule) {
  return readFixed<Digest>(in, rule);
}

template <class T>
ActorKey readKey(capnp::Data::Reader in, FieldRule rule) {
  return readFixed<ActorKey>(in, rule);
}

template <class T>
ActorSignature readSignature(capnp::Data::Reader in, FieldRule rule) {
  return readFixed<ActorSignature>(in, rule);
}

template <class T>
Bytes readBytes(capnp::Data::Reader in, FieldRule rule) {
  if (in.size() == 0 && !rule.optional) fail(rule, "is missing");
  return Bytes(in.begin(), in.end());
}

template <class T>
std::string readText(capnp::Text::Reader in, FieldRule rule) {
  return takeText(in, rule);
}

template <class T>
std::string readCode(capnp::Text::Reader in, FieldRule rule) {
  return takeCode(in, rule);
}

template <class AnyEnum>
AnyEnum readEnum(std::uint16_t in, FieldRule rule) {
  if (in >= kEnumerants<AnyEnum>) fail(rule, "has the unknown value " + std::to_string(in));
  return static_cast<AnyEnum>(in);
}

// Native structs.
void read(schema::Money::Reader in, Money& v);
void write(const Money& v, schema::Money::Builder out);
void read(schema::Instant::Reader in, Instant& v);
void write(const Instant& v, schema::Instant::Builder out);

template <class T, class Get>
T readStruct(bool present, Get get, FieldRule rule) {
  if (!present) fail(rule, "is missing");
  T value{};
  read(get(), value);
  return value;
}

template <class T, class Get>
std::optional<T> readOptionalStruct(bool present, Get get, FieldRule rule) {
  if (!present) return std::nullopt;
  return readStruct<T>(present, get, rule);
}

template <class Vector, class List>
Vector readStructs(List in, FieldRule rule) {
  if (in.size() > limits::kListItemsMax) fail(rule, "has more than 4096 items");
  Vector values(in.size());
  for (unsigned i = 0; i < in.size(); ++i) read(in[i], values[i]);
  return values;
}

template <class Vector, class List>
Vector readEnums(List in, FieldRule rule) {
  if (in.size() > limits::kListItemsMax) fail(rule, "has more than 4096 items");
  Vector values;
  for (unsigned i = 0; i < in.size(); ++i) {
    values.push_back(readEnum<typename Vector::value_type>(static_cast<std::uint16_t>(in[i]), rule));
  }
  return values;
}

template <class Vector, class List>
Vector readBlobs(List in, FieldRule rule) {
  if (in.size() > limits::kListItemsMax) fail(rule, "has more than 4096 items");
  Vector values;
  for (unsigned i = 0; i < in.size(); ++i) values.push_back(Bytes(in[i].begin(), in[i].end()));
  return values;
}

// An absent optional value has one spelling: the null pointer.
inline bool isPresent(const std::string& v, bool) {
  return !v.empty();
}
inline bool isPresent(const Bytes& v, bool) {
  return !v.empty();
}
template <class Tag>
bool isPresent(const Id<Tag>& v, bool optional) {
  return !optional || !v.isNone();
}
inline bool isPresent(const Digest& v, bool optional) {
  return !optional || !v.isZero();
}
inline bool isPresent(const ActorKey&, bool) {
  return true;
}
inline bool isPresent(const ActorSignature&, bool) {
  return true;
}

inline capnp::Data::Reader wireBytes(ByteView v) {
  return capnp::Data::Reader(v.data(), v.size());
}
template <class Tag>
capnp::Data::Reader wire(const Id<Tag>& v) {
  return wireBytes(v.bytes);
}
inline capnp::Data::Reader wire(const Digest& v) {
  return wireBytes(v.bytes);
}
inline capnp::Data::Reader wire(const ActorKey& v) {
  return wireBytes(v.bytes);
}
inline capnp::Data::Reader wire(const ActorSignature& v) {
  return wireBytes(v.bytes);
}
inline capnp::Data::Reader wire(const Bytes& v) {
  return wireBytes(v);
}
inline capnp::Text::Reader wire(const std::string& v) {
  return capnp::Text::Reader(v.c_str(), v.size());
}
inline std::int64_t wire(Minutes v) {
  return v.count();
}
inline std::int64_t wire(std::int64_t v) {
  return v;
}
inline std::int32_t wire(std::int32_t v) {
  return v;
}
inline std::int16_t wire(std::int16_t v) {
  return v;
}
inline std::uint64_t wire(std::uint64_t v) {
  return v;
}
inline std::uint32_t wire(std::uint32_t v) {
  return v;
}
inline std::uint16_t wire(std::uint16_t v) {
  return v;
}
inline bool wire(bool v) {
  return v;
}

template <class T, class List>
void writeStructs(const std::vector<T>& v, List out) {
  for (unsigned i = 0; i < v.size(); ++i) write(v[i], out[i]);
}

template <class T, class List>
void writeEnums(const std::vector<T>& v, List out) {
  for (unsigned i = 0; i < v.size(); ++i) {
    out.set(i, static_cast<std::remove_cvref_t<decltype(out[i])>>(static_cast<std::uint16_t>(v[i])));
  }
}

template <class List>
void writeBlobs(const std::vector<Bytes>& v, List out) {
  for (unsigned i = 0; i < v.size(); ++i) out.set(i, wireBytes(v[i]));
}

}  // namespace ledger
