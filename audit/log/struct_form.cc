#include "audit/log/struct_form.h"

#include <capnp/schema.h>

#include <stdexcept>
#include <string_view>

#include "ledger/schema/types.capnp.h"

namespace audit {
namespace {

using capnp::schema::Type;

// The ids of the annotations of types.capnp.
constexpr std::uint64_t kId = 0xac98b467078fa695;
constexpr std::uint64_t kHash = 0xa5969c5462cce33a;
constexpr std::uint64_t kKey = 0xa3115a148e3182fc;
constexpr std::uint64_t kSignature = 0x85ab9733029a242f;
constexpr std::uint64_t kDay = 0xf71ca48d7cae7e31;
constexpr std::uint64_t kUtcMs = 0xb7be9343d1041690;
constexpr std::uint64_t kMinutes = 0xc9f8edd102f8a444;
constexpr std::uint64_t kCode = 0xaaa7b7644f5b6684;
constexpr std::uint64_t kOptional = 0xc4a9ed97e7265a95;

struct Notes {
  bool id = false;
  bool code = false;
  bool optional = false;
  bool day = false;
  bool minutes = false;
  bool plain = true;  // neither time nor minutes: an amount where it is Int64
  std::uint32_t length = 0;
};

Notes notesOf(capnp::schema::Field::Reader field) {
  Notes notes;
  for (const auto annotation : field.getAnnotations()) {
    switch (annotation.getId()) {
      case kId:
        notes.id = true;
        notes.length = 16;
        break;
      case kHash:
      case kKey:
        notes.length = 32;
        break;
      case kSignature:
        notes.length = 64;
        break;
      case kDay:
        notes.day = true;
        break;
      case kUtcMs:
        notes.plain = false;
        break;
      case kMinutes:
        notes.plain = false;
        notes.minutes = true;
        break;
      case kCode:
        notes.code = true;
        break;
      case kOptional:
        notes.optional = true;
        break;
      default:
        break;
    }
  }
  return notes;
}

// Width in bits; 0 for pointers.
std::uint32_t widthOf(const capnp::Type& type) {
  switch (type.which()) {
    case Type::VOID:
      return 0;
    case Type::BOOL:
      return 1;
    case Type::INT8:
    case Type::UINT8:
      return 8;
    case Type::INT16:
    case Type::UINT16:
    case Type::ENUM:
      return 16;
    case Type::INT32:
    case Type::UINT32:
      return 32;
    case Type::INT64:
    case Type::UINT64:
      return 64;
    case Type::TEXT:
    case Type::DATA:
    case Type::LIST:
    case Type::STRUCT:
      return 0;
    case Type::FLOAT32:
    case Type::FLOAT64:
    case Type::INTERFACE:
    case Type::ANY_POINTER:
      break;
  }
  throw std::logic_error("the schema uses a type that the audit does not know");
}

std::uint32_t enumerants(const capnp::Type& type) {
  return type.asEnum().getEnumerants().size();
}

PointerForm pointerForm(const capnp::StructSchema::Field& field, std::vector<std::unique_ptr<StructForm>>& all) {
  const auto type = field.getType();
  const auto notes = notesOf(field.getProto());
  PointerForm form;
  form.optional = notes.optional;
  form.code = notes.code;
  form.not_zero = notes.id;
  form.length = notes.length;
  form.currency = !notes.code && std::string_view(field.getProto().getName().cStr()) == "currency";
  if (type.isText()) {
    form.kind = PointerKind::kText;
  } else if (type.isData()) {
    form.kind = PointerKind::kBytes;
  } else if (type.isStruct()) {
    form.kind = PointerKind::kStructure;
    form.structure = formOf(type.asStruct(), all);
  } else if (type.asList().getElementType().isStruct()) {
    form.kind = PointerKind::kStructList;
    form.optional = true;  // an empty list is a null pointer
    form.structure = formOf(type.asList().getStructElementType(), all);
  } else if (type.asList().getElementType().isEnum()) {
    form.kind = PointerKind::kNumberList;
    form.optional = true;
    form.values = enumerants(type.asList().getElementType());
  } else {
    throw std::logic_error("the schema uses a list that the audit does not know");
  }
  return form;
}

void addNumber(const capnp::StructSchema::Field& field, StructForm& form) {
  const auto type = field.getType();
  const std::uint32_t width = widthOf(type);
  if (width == 0) return;
  const std::uint32_t offset = field.getProto().getSlot().getOffset();
  const std::uint64_t ones = width == 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << width) - 1;
  form.known_bits.at(offset * width / 64) |= ones << (offset * width % 64);
  const auto notes = notesOf(field.getProto());
  if (type.isEnum()) form.numbers.push_back({NumberRule::kEnumerant, false, offset, enumerants(type)});
  if (notes.day) form.numbers.push_back({NumberRule::kDay, notes.optional, offset, 0});
  if (form.id == capnp::Schema::from<::ledger::schema::Instant>().getProto().getId()) {
    form.numbers.push_back({type.isInt64() ? NumberRule::kMoment : NumberRule::kOffset, false, offset, 0});
  } else if (notes.minutes) {
    form.numbers.push_back({NumberRule::kMinutes, false, offset, 0});
  } else if (type.isInt64() && notes.plain) {
    form.numbers.push_back({NumberRule::kMoney, false, offset, 0});
  }
}

void addMember(const capnp::StructSchema::Field& field, StructForm& form,
               std::vector<std::unique_ptr<StructForm>>& all) {
  if (!field.getType().isStruct()) throw std::logic_error("a union member is no struct");
  const std::size_t discriminant = field.getProto().getDiscriminantValue();
  if (form.members.size() <= discriminant) form.members.resize(discriminant + 1);
  form.members[discriminant] = {field.getProto().getSlot().getOffset(), pointerForm(field, all)};
}

}  // namespace

const StructForm* formOf(const capnp::StructSchema& schema, std::vector<std::unique_ptr<StructForm>>& all) {
  for (const auto& known : all) {
    if (known->id == schema.getProto().getId()) return known.get();
  }
  all.push_back(std::make_unique<StructForm>());
  StructForm& form = *all.back();
  const auto node = schema.getProto().getStruct();
  form.id = schema.getProto().getId();
  form.known_bits.resize(node.getDataWordCount());
  form.pointers.resize(node.getPointerCount());
  form.has_union = node.getDiscriminantCount() != 0;
  form.union_offset = node.getDiscriminantOffset();
  if (form.has_union)
    form.known_bits.at(form.union_offset / 4) |= std::uint64_t{0xFFFF} << (form.union_offset % 4 * 16);
  for (const auto field : schema.getFields()) {
    if (!field.getProto().isSlot()) throw std::logic_error("the schema uses a group");
    if (field.getProto().getDiscriminantValue() != capnp::schema::Field::NO_DISCRIMINANT) {
      addMember(field, form, all);
    } else if (widthOf(field.getType()) != 0) {
      addNumber(field, form);
    } else if (!field.getType().isVoid()) {
      form.pointers.at(field.getProto().getSlot().getOffset()) = pointerForm(field, all);
    }
  }
  return &form;
}

}  // namespace audit
