#include "ledger/event/field_meaning.h"

#include "ledger/base/check.h"
#include "ledger/schema/types.capnp.h"

namespace ledger {
namespace {

// Annotation ids of types.capnp.
constexpr std::uint64_t kIdAnnotation = 0xac98b467078fa695, kHashAnnotation = 0xa5969c5462cce33a,
                        kKeyAnnotation = 0xa3115a148e3182fc, kSignatureAnnotation = 0x85ab9733029a242f,
                        kMinutesAnnotation = 0xc9f8edd102f8a444, kDayAnnotation = 0xf71ca48d7cae7e31,
                        kUtcMsAnnotation = 0xb7be9343d1041690, kCodeAnnotation = 0xaaa7b7644f5b6684,
                        kOptionalAnnotation = 0xc4a9ed97e7265a95;

struct Marks {
  bool hash = false, key = false, signature = false, minutes = false, day = false, utc_ms = false, code = false,
       optional = false, id = false;
  std::string id_of;
};

Marks marksOf(capnp::StructSchema::Field field) {
  Marks marks;
  for (const auto annotation : field.getProto().getAnnotations()) {
    const std::uint64_t id = annotation.getId();
    if (id == kIdAnnotation) marks.id_of = annotation.getValue().getText().cStr();
    marks.id = marks.id || id == kIdAnnotation;
    marks.hash = marks.hash || id == kHashAnnotation;
    marks.key = marks.key || id == kKeyAnnotation;
    marks.signature = marks.signature || id == kSignatureAnnotation;
    marks.minutes = marks.minutes || id == kMinutesAnnotation;
    marks.day = marks.day || id == kDayAnnotation;
    marks.utc_ms = marks.utc_ms || id == kUtcMsAnnotation;
    marks.code = marks.code || id == kCodeAnnotation;
    marks.optional = marks.optional || id == kOptionalAnnotation;
  }
  return marks;
}

FieldShape shapeOfBytes(const Marks& marks) {
  if (marks.id) return FieldShape::kId;
  if (marks.hash) return FieldShape::kHash;
  if (marks.key) return FieldShape::kKey;
  return marks.signature ? FieldShape::kSignature : FieldShape::kBytes;
}

FieldShape shapeOf(capnp::Type type, const Marks& marks) {
  if (type.isBool()) return FieldShape::kFlag;
  if (type.isText()) return marks.code ? FieldShape::kCode : FieldShape::kText;
  if (type.isData()) return shapeOfBytes(marks);
  if (type.isEnum()) return FieldShape::kEnum;
  if (type.isList()) return FieldShape::kList;
  if (type.isStruct()) {
    if (type.asStruct() == capnp::Schema::from<schema::Money>()) return FieldShape::kMoney;
    if (type.asStruct() == capnp::Schema::from<schema::Instant>()) return FieldShape::kInstant;
    return FieldShape::kStruct;
  }
  if (marks.minutes) return FieldShape::kMinutes;
  if (marks.day) return FieldShape::kDay;
  return marks.utc_ms ? FieldShape::kUtcMs : FieldShape::kNumber;
}

bool startsWithNone(capnp::Type type) {
  return type.isEnum() && nameOf(type.asEnum().getEnumerants()[0]) == "none";
}

}  // namespace

FieldMeaning meaningOf(capnp::StructSchema::Field field) {
  const Marks marks = marksOf(field);
  const auto type = field.getType();
  const FieldShape shape = shapeOf(type, marks);
  const bool optional =
      marks.optional || shape == FieldShape::kList || shape == FieldShape::kFlag || startsWithNone(type);
  return {shape, optional, marks.id_of};
}

FieldMeaning meaningOfItem(capnp::ListSchema list) {
  return {shapeOf(list.getElementType(), {}), false, {}};
}

std::string_view nameOf(capnp::StructSchema::Field field) {
  return field.getProto().getName().cStr();
}

std::string_view nameOf(capnp::EnumSchema::Enumerant enumerant) {
  return enumerant.getProto().getName().cStr();
}

std::string namesOf(capnp::EnumSchema schema) {
  std::string names;
  for (const auto enumerant : schema.getEnumerants())
    names += (names.empty() ? "" : ", ") + std::string(nameOf(enumerant));
  return names;
}

}  // namespace ledger
