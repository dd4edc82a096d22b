// FieldMeaning — what a field of the schema holds, where its wire type does not say it.
//
// Shape    read from the annotations of types.capnp; the JSON form and the help texts follow from it.
// Threads  pure functions.
// Source   ledger/schema/types.capnp.
#pragma once

#include <capnp/schema.h>

#include <string>
#include <string_view>
#include <vector>

namespace ledger {

enum class FieldShape {
  kFlag,    // true or false
  kNumber,  // an integer that counts
  kMinutes,
  kDay,
  kUtcMs,
  kText,
  kCode,
  kId,
  kHash,
  kKey,
  kSignature,
  kBytes,
  kEnum,
  kMoney,
  kInstant,
  kStruct,
  kList,
};

struct FieldMeaning {
  FieldShape shape = FieldShape::kNumber;
  // May be left out of JSON: annotated as optional, a list, a flag, or an enumeration whose first word is "none".
  bool optional = false;
  std::string id_of;  // kId: the kind of id
};

FieldMeaning meaningOf(capnp::StructSchema::Field field);
// Of the items of a list.
FieldMeaning meaningOfItem(capnp::ListSchema list);

std::string_view nameOf(capnp::StructSchema::Field field);
std::string_view nameOf(capnp::EnumSchema::Enumerant enumerant);
// "public, scoped, private".
std::string namesOf(capnp::EnumSchema schema);

}  // namespace ledger
