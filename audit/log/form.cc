#include "audit/log/form.h"

#include <capnp/message.h>
#include <capnp/schema.h>

#include "audit/base/utf8.h"
#include "audit/log/struct_form.h"
#include "ledger/schema/command.capnp.h"
#include "ledger/schema/entry.capnp.h"

namespace audit {
namespace {

constexpr std::uint32_t kListItemsMax = 4096;
constexpr std::uint32_t kTextBytesMax = 4096;
constexpr std::int64_t kMoneyMax = 1'000'000'000'000'000;
constexpr std::int64_t kMinutesMax = 10'000'000'000;
constexpr std::int32_t kDayMin = 10957;                 // 2000-01-01
constexpr std::int32_t kDayMax = 47846;                 // 2100-12-31
constexpr std::int64_t kMomentMin = 946'684'800'000;    // 2000-01-01T00:00Z
constexpr std::int64_t kMomentMax = 4'133'980'800'000;  // 2101-01-01T00:00Z
constexpr std::int32_t kOffsetMax = 14 * 60;

struct Section {
  std::uint64_t place = 0;    // of the first word
  std::uint32_t numbers = 0;  // words of plain values, before the pointers
  std::uint32_t pointers = 0;
};

bool isCode(std::string_view text) {
  if (text.empty() || text.size() > 64) return false;
  for (const char c : text) {
    const bool letter = (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter && c != '.' && c != '_' && c != '/' && c != ':' && c != '-') return false;
  }
  return true;
}

bool isCurrency(std::string_view text) {
  return text.size() == 3 && text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == std::string_view::npos;
}

// One walk over one message. Depth is that of the schema, which has no cycles.
class Walk {
 public:
  explicit Walk(Bytes bytes) : bytes_(bytes), words_(bytes.size() / 8) {}

  FormVerdict run(const StructForm& form) {
    if (bytes_.empty() || bytes_.size() % 8 != 0)
      return {Form::kNotCanonical, "the length is no whole number of words"};
    next_ = 1;
    PointerForm root;
    root.kind = PointerKind::kStructure;
    root.structure = &form;
    if (!pointer(0, root)) return verdict_;
    if (next_ != words_) return {Form::kNotCanonical, "bytes follow the message"};
    return {};
  }

 private:
  std::uint64_t word(std::uint64_t place) const { return load64(bytes_.data() + place * 8); }
  const std::uint8_t* at(std::uint64_t place) const { return bytes_.data() + place * 8; }

  bool wrong(const char* why) {
    verdict_ = {Form::kNotCanonical, why};
    return false;
  }

  // Claims the next `count` words for an object that the pointer at `from` points to.
  bool claim(std::uint64_t from, std::uint64_t pointer_word, std::uint64_t count) {
    const auto offset = static_cast<std::int32_t>(pointer_word & 0xFFFFFFFFU) >> 2;
    if (static_cast<std::int64_t>(from) + 1 + offset != static_cast<std::int64_t>(next_)) {
      return wrong("an object does not stand where the canonical form has it");
    }
    if (count > words_ - next_) return wrong("an object reaches past the end");
    next_ += count;
    return true;
  }

  bool pointer(std::uint64_t place, const PointerForm& form) {
    const std::uint64_t value = word(place);
    if (value == 0) return form.optional || form.kind == PointerKind::kAbsent || wrong("a field is missing");
    switch (form.kind) {
      case PointerKind::kAbsent:
        return wrong("a field is set that the schema does not know");
      case PointerKind::kBytes:
      case PointerKind::kText:
        return byteList(place, value, form);
      case PointerKind::kStructure:
        return structPointer(place, value, form);
      case PointerKind::kStructList:
        return structList(place, value, form);
      case PointerKind::kNumberList:
        return numberList(place, value, form);
    }
    return false;
  }

  bool structPointer(std::uint64_t place, std::uint64_t value, const PointerForm& form) {
    if ((value & 3U) != 0) return wrong("a pointer of another kind stands where a struct belongs");
    Section section{next_, static_cast<std::uint32_t>(value >> 32U & 0xFFFFU),
                    static_cast<std::uint32_t>(value >> 48U)};
    if (section.numbers == 0 && section.pointers == 0) {
      if ((value & 0xFFFFFFFFU) != 0xFFFFFFFCU)
        return wrong("an empty struct is not spelt as the canonical form has it");
    } else if (!claim(place, value, std::uint64_t{section.numbers} + section.pointers)) {
      return false;
    }
    if (section.numbers != 0 && word(section.place + section.numbers - 1) == 0)
      return wrong("a data section ends in a zero word");
    if (section.pointers != 0 && word(section.place + section.numbers + section.pointers - 1) == 0) {
      return wrong("a pointer section ends in a null pointer");
    }
    return structure(section, *form.structure);
  }

  bool structure(const Section& section, const StructForm& form) {
    if (section.numbers > form.known_bits.size() || section.pointers > form.pointers.size()) {
      return wrong("a struct has fields that the schema does not know");
    }
    for (std::uint32_t i = 0; i < section.numbers; ++i) {
      if ((word(section.place + i) & ~form.known_bits[i]) != 0) return wrong("a bit is set outside the known fields");
    }
    for (const NumberForm& number_form : form.numbers) {
      if (!number(section, number_form)) return false;
    }
    const StructForm::Member* member = nullptr;
    if (form.has_union) {
      const std::uint64_t discriminant = bits(section, form.union_offset, 16);
      if (discriminant >= form.members.size()) {
        verdict_ = {Form::kUnknownKind, "the schema does not know this kind"};
        return false;
      }
      member = &form.members[discriminant];
    }
    return pointers(section, form, member);
  }

  bool pointers(const Section& section, const StructForm& form, const StructForm::Member* member) {
    for (std::uint32_t i = 0; i < form.pointers.size(); ++i) {
      const PointerForm& own = member != nullptr && member->slot == i ? member->pointer : form.pointers[i];
      if (i < section.pointers) {
        if (!pointer(section.place + section.numbers + i, own)) return false;
      } else if (!own.optional && own.kind != PointerKind::kAbsent) {
        return wrong("a field is missing");
      }
    }
    return true;
  }

  std::uint64_t bits(const Section& section, std::uint32_t offset, std::uint32_t width) const {
    const std::uint32_t place = offset * width / 64;
    if (place >= section.numbers) return 0;
    const std::uint64_t value = word(section.place + place) >> (offset * width % 64);
    return width == 64 ? value : value & ((std::uint64_t{1} << width) - 1);
  }

  bool number(const Section& section, const NumberForm& form) {
    switch (form.rule) {
      case NumberRule::kEnumerant:
        return bits(section, form.offset, 16) < form.values || wrong("a code is not in the schema");
      case NumberRule::kDay: {
        const auto day = static_cast<std::int32_t>(bits(section, form.offset, 32));
        if (day == 0 && form.optional) return true;
        return (day >= kDayMin && day <= kDayMax) || wrong("a day lies outside 2000 to 2100");
      }
      case NumberRule::kMoney: {
        const auto amount = static_cast<std::int64_t>(bits(section, form.offset, 64));
        return (amount >= -kMoneyMax && amount <= kMoneyMax) || wrong("an amount is out of bounds");
      }
      case NumberRule::kMinutes: {
        const auto minutes = static_cast<std::int64_t>(bits(section, form.offset, 64));
        return (minutes >= -kMinutesMax && minutes <= kMinutesMax) || wrong("minutes are out of bounds");
      }
      case NumberRule::kMoment: {
        const auto moment = static_cast<std::int64_t>(bits(section, form.offset, 64));
        return (moment >= kMomentMin && moment <= kMomentMax) || wrong("a moment lies outside 2000 to 2100");
      }
      case NumberRule::kOffset: {
        const auto offset = static_cast<std::int16_t>(bits(section, form.offset, 16));
        return (offset >= -kOffsetMax && offset <= kOffsetMax) || wrong("an offset is beyond 14 hours");
      }
    }
    return false;
  }

  // Words of a list of `count` items of `width` bytes; what is left of the last word has to be zero.
  bool claimList(std::uint64_t place, std::uint64_t value, std::uint32_t count, std::uint32_t width) {
    const std::uint64_t used = std::uint64_t{count} * width;
    const std::uint64_t start = next_;
    if (!claim(place, value, (used + 7) / 8)) return false;
    for (std::uint64_t i = used; i % 8 != 0; ++i) {
      if (at(start)[i] != 0) return wrong("the bytes after a list are not zero");
    }
    return true;
  }

  bool byteList(std::uint64_t place, std::uint64_t value, const PointerForm& form) {
    const auto count = static_cast<std::uint32_t>(value >> 35U);
    if ((value & 3U) != 1 || (value >> 32U & 7U) != 2 || count == 0)
      return wrong("a pointer is no list of bytes, or of none");
    const std::uint64_t start = next_;
    if (!claimList(place, value, count, 1)) return false;
    const Bytes bytes(at(start), count);
    if (form.kind == PointerKind::kText) return text(textOf(bytes), form);
    if (form.length != 0 && count != form.length) return wrong("bytes of a wrong length");
    if (form.not_zero && load64(bytes.data()) == 0 && load64(bytes.data() + 8) == 0) return wrong("an id is zero");
    return true;
  }

  bool text(std::string_view text, const PointerForm& form) {
    if (text.back() != '\0') return wrong("a text does not end in a zero byte");
    text.remove_suffix(1);
    if (text.empty() || text.size() > kTextBytesMax) return wrong("a text is empty or too long");
    if (form.code) return isCode(text) || wrong("a code has a character or length that is not allowed");
    if (form.currency) return isCurrency(text) || wrong("a currency is not three capital letters");
    return isPlainText(text) || wrong("a text is not UTF-8 without controls");
  }

  bool numberList(std::uint64_t place, std::uint64_t value, const PointerForm& form) {
    const auto count = static_cast<std::uint32_t>(value >> 35U);
    if ((value & 3U) != 1 || (value >> 32U & 7U) != 3 || count == 0 || count > kListItemsMax) {
      return wrong("a pointer is no list of codes, or of none, or of too many");
    }
    const std::uint64_t start = next_;
    if (!claimList(place, value, count, 2)) return false;
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t code = at(start)[2 * i] | static_cast<std::uint32_t>(at(start)[2 * i + 1]) << 8U;
      if (code >= form.values) return wrong("a code is not in the schema");
    }
    return true;
  }

  bool structList(std::uint64_t place, std::uint64_t value, const PointerForm& form) {
    const auto content = static_cast<std::uint32_t>(value >> 35U);
    if ((value & 3U) != 1 || (value >> 32U & 7U) != 7) return wrong("a pointer is no list of structs");
    const std::uint64_t start = next_;
    if (!claim(place, value, std::uint64_t{content} + 1)) return false;
    const std::uint64_t tag = word(start);
    const auto count = static_cast<std::uint32_t>(tag & 0xFFFFFFFFU) >> 2U;
    const Section first{start + 1, static_cast<std::uint32_t>(tag >> 32U & 0xFFFFU),
                        static_cast<std::uint32_t>(tag >> 48U)};
    const std::uint64_t size = std::uint64_t{first.numbers} + first.pointers;
    if ((tag & 3U) != 0 || count == 0 || count > kListItemsMax || count * size != content) {
      return wrong("a list of structs has a wrong size, no items or too many");
    }
    return items(first, count, *form.structure);
  }

  bool items(const Section& first, std::uint32_t count, const StructForm& form) {
    bool numbers_needed = first.numbers == 0;
    bool pointers_needed = first.pointers == 0;
    const std::uint64_t size = std::uint64_t{first.numbers} + first.pointers;
    for (std::uint32_t i = 0; i < count; ++i) {
      const std::uint64_t place = first.place + i * size;
      numbers_needed = numbers_needed || word(place + first.numbers - 1) != 0;
      pointers_needed = pointers_needed || word(place + size - 1) != 0;
    }
    if (!numbers_needed || !pointers_needed) return wrong("the items of a list are larger than they have to be");
    for (std::uint32_t i = 0; i < count; ++i) {
      if (!structure({first.place + i * size, first.numbers, first.pointers}, form)) return false;
    }
    return true;
  }

  Bytes bytes_;
  std::uint64_t words_;
  std::uint64_t next_ = 0;
  FormVerdict verdict_;
};

}  // namespace

Forms::Forms()
    : entry_(formOf(capnp::Schema::from<ledger::schema::Entry>(), all_)),
      header_(formOf(capnp::Schema::from<ledger::schema::Header>(), all_)),
      command_(formOf(capnp::Schema::from<ledger::schema::Command>(), all_)) {}

Forms::~Forms() = default;

FormVerdict Forms::entry(Bytes bytes) const {
  return Walk(bytes).run(*entry_);
}
FormVerdict Forms::header(Bytes bytes) const {
  return Walk(bytes).run(*header_);
}
FormVerdict Forms::command(Bytes bytes) const {
  return Walk(bytes).run(*command_);
}

FormVerdict Forms::entryWithBody(Bytes bytes) const {
  const auto verdict = entry(bytes);
  if (!verdict.ok()) return verdict;
  const auto read =
      capnp::readMessageUnchecked<ledger::schema::Entry>(reinterpret_cast<const capnp::word*>(bytes.data()));
  if (read.isSubmission()) return header(read.getSubmission().getHeader());
  return command(read.getEvent().getCommand());
}

}  // namespace audit
