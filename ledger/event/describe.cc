#include "ledger/event/describe.h"

#include <algorithm>
#include <array>

#include "ledger/base/digest.h"
#include "ledger/event/field_meaning.h"
#include "ledger/schema/command.capnp.h"

namespace ledger {
namespace {

capnp::StructSchema::Field fieldOf(Kind kind) {
  return capnp::Schema::from<schema::Command>()
      .getUnionFields()[static_cast<unsigned>(static_cast<std::uint16_t>(kind))];
}

std::string typeText(capnp::Type type, const FieldMeaning& meaning) {
  switch (meaning.shape) {
    case FieldShape::kFlag:
      return "true or false";
    case FieldShape::kNumber:
      return "integer";
    case FieldShape::kMinutes:
      return "whole minutes";
    case FieldShape::kDay:
      return "day";
    case FieldShape::kUtcMs:
    case FieldShape::kInstant:
      return "time with offset";
    case FieldShape::kText:
      return "text";
    case FieldShape::kCode:
      return "code of 1 to 64 characters A-Z a-z 0-9 . _ / : -";
    case FieldShape::kId:
      return "id of a " + meaning.id_of;
    case FieldShape::kHash:
      return "SHA-256 in hex";
    case FieldShape::kKey:
      return "public key in base64";
    case FieldShape::kSignature:
      return "signature in base64";
    case FieldShape::kBytes:
      return "base64";
    case FieldShape::kEnum:
      return "one of " + namesOf(type.asEnum());
    case FieldShape::kMoney:
      return "amount";
    case FieldShape::kStruct:
      return "object";
    case FieldShape::kList: {
      const auto item = type.asList().getElementType();
      return item.isEnum() ? "some of " + namesOf(item.asEnum()) : "list";
    }
  }
  return {};
}

std::vector<FieldDescription> describeStruct(capnp::StructSchema schema) {
  std::vector<FieldDescription> out;
  for (const auto field : schema.getNonUnionFields()) {
    const FieldMeaning meaning = meaningOf(field);
    FieldDescription one{std::string(nameOf(field)), typeText(field.getType(), meaning), meaning.optional, {}};
    if (meaning.shape == FieldShape::kStruct) one.inner = describeStruct(field.getType().asStruct());
    if (meaning.shape == FieldShape::kList && !field.getType().asList().getElementType().isEnum())
      one.inner = describeStruct(field.getType().asList().getStructElementType());
    out.push_back(std::move(one));
  }
  return out;
}

// Codes and texts that look like what belongs there; anything else may be any word.
std::string sampleText(std::string_view field) {
  struct Sample {
    std::string_view field, text;
  };
  static constexpr std::array kSamples = {
      Sample{"number", "SG-2026-0147"},
      Sample{"region", "KZ-75"},
      Sample{"currency", "KZT"},
      Sample{"zone", "Asia/Almaty"},
      Sample{"origin", "asar.example/log"},
      Sample{"direction", "taza-alem"},
      Sample{"place", "751110000"},
      Sample{"role", "kitchen-assistant"},
      Sample{"line", "materials"},
      Sample{"vendor", "KZ-BIN-000140000002"},
      Sample{"version", "2026-1"},
      Sample{"distinction", "volunteer-of-the-year"},
      Sample{"act", "ACT-2026-12"},
      Sample{"paymentReference", "PAY-2026-0001"},
      Sample{"kk", "Мысал"},
      Sample{"ru", "Пример"},
      Sample{"en", "Example"},
      Sample{"title", "A playground for a village"},
      Sample{"source", "Order on hours"},
      Sample{"registrationNumber", "KZ-BIN-000140000002"},
      Sample{"country", "KZ"},
      Sample{"code", "taza-alem"},
      Sample{"need", "medicine"},
      Sample{"audience", "rural-youth"},
      Sample{"category", "tree-planting"},
      Sample{"unit", "trees"},
      Sample{"type", "flood"},
      Sample{"skill", "rescue"},
      Sample{"indicator", "trained-coordinators"},
      Sample{"topic", "first-aid"},
      Sample{"criterion", "need"},
      Sample{"what", "expenditures"},
      Sample{"rule", "E-05"},
      Sample{"externalId", "project-17"},
      Sample{"registry", "stat.gov.kz"},
      Sample{"textVersion", "2026-1"},
      Sample{"device", "gate-1"},
      Sample{"activityCode", "TSO-D"},
      Sample{"governmentCode", "COFOG-10"},
  };
  for (const auto& sample : kSamples) {
    if (sample.field == field) return std::string(sample.text);
  }
  return "example-1";
}

std::int64_t sampleNumber(std::string_view field) {
  struct Sample {
    std::string_view field;
    std::int64_t number;
  };
  static constexpr std::array kSamples = {
      Sample{"amount", 30'000'000}, Sample{"year", 2026},          Sample{"adminMost", 1000},
      Sample{"lineMost", 1000},     Sample{"mciLeast", 500},       Sample{"monthsLeast", 3},
      Sample{"days", 10},           Sample{"least", 10},           Sample{"leastWithMinors", 20},
      Sample{"credits", 2},         Sample{"verifiedLeast", 7000},
  };
  for (const auto& sample : kSamples) {
    if (sample.field == field) return sample.number;
  }
  return 1;
}

JsonValue exampleStruct(capnp::StructSchema schema, std::string_view kind = {});

// Bytes that stand for a field of that name: the same in every example, so that examples fit together.
std::string sampleBytes(FieldShape shape, std::string_view field) {
  const Digest digest = sha256(asBytes(field));
  const ByteView all = digest.bytes;
  if (shape == FieldShape::kHash) return digest.hex();
  if (shape == FieldShape::kId) {
    Id16 id{};
    std::copy_n(all.begin(), id.size(), id.begin());
    return idText(id);
  }
  if (shape == FieldShape::kKey) return toBase64(all);
  Bytes twice = toBytes(all);
  appendBytes(twice, all);
  return toBase64(twice);
}

JsonValue exampleField(capnp::StructSchema::Field field, FieldShape shape) {
  const std::string_view name = nameOf(field);
  const bool is_end = name == "ends" || name == "until";
  switch (shape) {
    case FieldShape::kFlag:
      return false;
    case FieldShape::kNumber:
      return sampleNumber(name);
    case FieldShape::kMinutes:
      return 120;
    case FieldShape::kDay:
      return name == "to" || name == "eligibleTo" ? "2026-12-31" : "2026-03-01";
    case FieldShape::kUtcMs:
    case FieldShape::kInstant:
      return is_end ? "2026-03-01T12:00:00+05:00" : "2026-03-01T10:00:00+05:00";
    case FieldShape::kText:
    case FieldShape::kCode:
      return sampleText(name);
    case FieldShape::kId:
    case FieldShape::kHash:
    case FieldShape::kKey:
    case FieldShape::kSignature:
    case FieldShape::kBytes:
      return sampleBytes(shape, name);
    case FieldShape::kEnum: {
      if (name == "verdict") return "remarks";  // one that its finding bears
      const auto words = field.getType().asEnum().getEnumerants();
      return nameOf(words[nameOf(words[0]) == "none" && words.size() > 1 ? 1 : 0]);
    }
    case FieldShape::kMoney:
      return JsonValue::Fields{{"minor", 30'000'000}, {"currency", "KZT"}};
    case FieldShape::kStruct:
      return exampleStruct(field.getType().asStruct());
    case FieldShape::kList: {
      const auto item = field.getType().asList().getElementType();
      if (item.isEnum()) return JsonValue::List{nameOf(item.asEnum().getEnumerants()[0])};
      return JsonValue::List{exampleStruct(item.asStruct())};
    }
  }
  return {};
}

// What a struct chooses by the name of its field `kind`: a policy and its document.
std::string_view chosen(capnp::StructSchema schema, std::string_view kind) {
  if (!kind.empty()) return kind;
  for (const auto field : schema.getNonUnionFields()) {
    if (nameOf(field) == "kind" && field.getType().isEnum()) return nameOf(field.getType().asEnum().getEnumerants()[0]);
  }
  return {};
}

JsonValue exampleStruct(capnp::StructSchema schema, std::string_view kind) {
  JsonValue::Fields out;
  for (const auto field : schema.getNonUnionFields()) {
    const FieldMeaning meaning = meaningOf(field);
    if (!kind.empty() && nameOf(field) == "kind") {
      out.emplace_back("kind", kind);
      continue;
    }
    const bool shown = nameOf(field) == chosen(schema, kind) || !meaning.optional ||
                       meaning.shape == FieldShape::kList || meaning.shape == FieldShape::kEnum;
    if (shown) out.emplace_back(nameOf(field), exampleField(field, meaning.shape));
  }
  return out;
}

// What fields of one kind have to be beside the others, where a sample of each alone would be refused.
struct Beside {
  Kind kind;
  std::string_view field, text;
};
constexpr std::array kBeside = {
    Beside{Kind::kAttendanceSummarise, "state", "completed"}, Beside{Kind::kBudgetVire, "fromLine", "materials"},
    Beside{Kind::kBudgetVire, "toLine", "transport"},         Beside{Kind::kDelegationSet, "role", "officer"},
    Beside{Kind::kDelegationSet, "to", "2026-05-29"},         Beside{Kind::kPeriodClose, "from", "2026-02-01"},
    Beside{Kind::kPeriodClose, "to", "2026-02-28"},           Beside{Kind::kReleasePublish, "to", "2026-03-31"},
};

JsonValue::Fields besides(Kind kind) {
  JsonValue::Fields out;
  for (const Beside& one : kBeside) {
    if (one.kind == kind) out.emplace_back(one.field, one.text);
  }
  if (kind == Kind::kDonationPledge || kind == Kind::kDonationRecord || kind == Kind::kGiftReceive)
    out.emplace_back("donor", sampleBytes(FieldShape::kId, "donor"));
  if (kind == Kind::kRecoveryDeclare)
    out.emplace_back("newest", JsonValue::Fields{{"size", 2}, {"root", sampleBytes(FieldShape::kHash, "newest")}});
  if (kind == Kind::kPersonCorrect) {  // a phone, for what shows an age comes otherwise
    const JsonValue::Fields phone{{"tag", 4}, {"digest", sampleBytes(FieldShape::kHash, "digest")}};
    out.emplace_back("commitments", JsonValue::List{phone});
  }
  return out;
}

}  // namespace

std::vector<FieldDescription> describeFields(Kind kind) {
  return describeStruct(fieldOf(kind).getType().asStruct());
}

JsonValue exampleOf(Kind kind, std::string_view chosen_kind) {
  JsonValue::Fields out{{"command", traitsOf(kind).command}};
  const JsonValue body = exampleStruct(fieldOf(kind).getType().asStruct(), chosen_kind);
  for (const auto& field : *body.fields()) out.push_back(field);
  for (const auto& [name, value] : besides(kind)) {
    const auto shown = std::ranges::find(out, name, &JsonValue::Fields::value_type::first);
    if (shown == out.end())
      out.emplace_back(name, value);
    else
      shown->second = value;
  }
  return out;
}

std::vector<JsonValue> examplesOf(Kind kind) {
  if (kind != Kind::kPolicyPublish) return {exampleOf(kind)};
  std::vector<JsonValue> out;
  for (std::uint16_t i = 0; i < kEnumerants<PolicyKind>; ++i)
    out.push_back(exampleOf(kind, nameOf(static_cast<PolicyKind>(i))));
  return out;
}

std::optional<Kind> kindByName(std::string_view command) {
  for (std::size_t i = 0; i < kKinds; ++i) {
    const auto kind = static_cast<Kind>(i);
    if (traitsOf(kind).command == command) return kind;
  }
  return std::nullopt;
}

}  // namespace ledger
