// StructForm — what the schema and its annotations say of one struct, made ready for the walk.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

namespace capnp {
class StructSchema;
}

namespace audit {

struct StructForm;

enum class PointerKind { kAbsent, kBytes, kText, kStructure, kStructList, kNumberList };

// What stands behind one pointer.
struct PointerForm {
  PointerKind kind = PointerKind::kAbsent;
  bool optional = false;
  bool code = false;                      // text of the narrow alphabet
  bool currency = false;                  // three capital letters
  bool not_zero = false;                  // an id
  std::uint32_t length = 0;               // exact length of bytes; 0: any but none
  std::uint32_t values = 0;               // kNumberList: 16-bit values below this
  const StructForm* structure = nullptr;  // of the struct, or of the list's items
};

enum class NumberRule { kEnumerant, kDay, kMoney, kMinutes, kMoment, kOffset };

struct NumberForm {
  NumberRule rule = NumberRule::kEnumerant;
  bool optional = false;
  std::uint32_t offset = 0;  // in units of the field's own width
  std::uint32_t values = 0;  // kEnumerant: below this
};

struct StructForm {
  std::uint64_t id = 0;
  std::vector<std::uint64_t> known_bits;  // one mask per data word
  std::vector<PointerForm> pointers;      // outside the union
  std::vector<NumberForm> numbers;
  bool has_union = false;
  std::uint32_t union_offset = 0;  // in 16-bit units
  struct Member {
    std::uint32_t slot = 0;
    PointerForm pointer;
  };
  std::vector<Member> members;  // by discriminant
};

// Adds the form of `schema`, and of every struct it uses, to `all`.
// Throws std::logic_error where the schema uses a shape that the walk does not know: a bug of ours.
const StructForm* formOf(const capnp::StructSchema& schema, std::vector<std::unique_ptr<StructForm>>& all);

}  // namespace audit
