#include "audit/answers/told_fields.h"

#include <capnp/schema.h>

#include <algorithm>
#include <array>

#include "audit/answers/amount.h"
#include "audit/answers/answer.h"
#include "audit/answers/field_words.h"
#include "audit/answers/spelling.h"

namespace audit {
namespace {

using capnp::DynamicStruct;
using capnp::DynamicValue;
using ledger::Language;
using ledger::Topic;

struct Enumeration {
  std::string_view name;
  Topic topic;
  std::string_view prefix;  // of the code in the table of words
};

constexpr auto kEnumerations = std::to_array<Enumeration>({
    {"Role", Topic::kRole, ""},
    {"AgeBand", Topic::kAgeBand, ""},
    {"OfficeKind", Topic::kOfficeKind, ""},
    {"OrganisationKind", Topic::kOrganisationKind, ""},
    {"ActivityKind", Topic::kActivityKind, ""},
    {"AttendanceState", Topic::kAttendanceState, ""},
    {"HoursReason", Topic::kHoursReason, ""},
    {"AttestationMethod", Topic::kAttestationMethod, ""},
    {"TimeBasis", Topic::kTimeBasis, ""},
    {"Presence", Topic::kPresence, ""},
    {"Assurance", Topic::kAssurance, ""},
    {"Flag", Topic::kFlag, ""},
    {"GrantClass", Topic::kGrantClass, ""},
    {"FundSource", Topic::kFundSource, ""},
    {"CostType", Topic::kCostType, ""},
    {"ExpenditureReason", Topic::kExpenditureReason, ""},
    {"DocumentKind", Topic::kDocumentKind, ""},
    {"PaymentMethod", Topic::kPaymentMethod, ""},
    {"LegalStatus", Topic::kLegalStatus, ""},
    {"CreditBenefit", Topic::kCreditBenefit, ""},
    {"PolicyKind", Topic::kSubjectKind, "policy."},
    {"MembershipKind", Topic::kSubjectKind, "membership."},
    {"TrainingKind", Topic::kSubjectKind, "training."},
    {"ReportKind", Topic::kSubjectKind, "obligation."},
    {"DistinctionKind", Topic::kSubjectKind, "distinction."},
    {"DonorKind", Topic::kSubjectKind, "donation."},
});

constexpr std::string_view kUtcOffset = "+00:00";

// Sums whose currency stands beside them.
constexpr auto kSumsOfRoot = std::to_array<std::string_view>({"awarded", "disbursed", "spent", "returned"});

struct InThree {
  const char* kk;
  const char* ru;
  const char* en;

  const char* in(Language language) const {
    return language == Language::kKazakh ? kk : language == Language::kRussian ? ru : en;
  }
};
constexpr InThree kYes{"иә", "да", "yes"};
constexpr InThree kNo{"жоқ", "нет", "no"};
constexpr InThree kHidden{"мәні журналда жоқ, оның хеші", "самого значения в журнале нет, его хеш",
                          "the value is not in the log, its hash is"};

std::string amountOr(Sum minor, const std::string& currency, Language language) {
  if (currency.empty()) return amountDigits(minor, 0) + " " + minorUnitsIn(language);
  return amountText(minor, currency, language);
}

Bytes bytesOfField(const DynamicValue::Reader& value) {
  const capnp::Data::Reader bytes = value.as<capnp::Data>();
  return {bytes.begin(), bytes.size()};
}

std::string_view nameOf(capnp::StructSchema schema) {
  return schema.getShortDisplayName().cStr();
}

// Of what stands in the message itself; empty where it names none.
std::string currencyIn(DynamicStruct::Reader message) {
  const auto currency = message.getSchema().findFieldByName("currency");
  KJ_IF_MAYBE (field, currency) {
    if (field->getType().isText()) return message.get(*field).as<capnp::Text>().cStr();
  }
  return {};
}

class Teller {
 public:
  Teller(Language language, std::string currency) : language_(language), currency_(std::move(currency)) {}

  void tell(DynamicStruct::Reader message, std::size_t depth) {
    for (const auto field : message.getSchema().getNonUnionFields()) tellField(message, field, depth);
  }
  const std::string& text() const { return text_; }

 private:
  void line(std::size_t depth, std::string_view label, std::string_view value) {
    text_ += std::string(2 * depth, ' ') + std::string(label) + ":" + (value.empty() ? "" : " ");
    text_ += std::string(value) + "\n";
  }

  void tellField(DynamicStruct::Reader message, capnp::StructSchema::Field field, std::size_t depth) {
    const std::string_view name = field.getProto().getName().cStr();
    const std::string label = fieldIn(language_, name);
    // Of pointers only: a number is always there.
    if (!message.has(field, capnp::HasMode::NON_NULL)) return;
    const DynamicValue::Reader value = message.get(field);
    switch (value.getType()) {
      case DynamicValue::STRUCT:
        return tellStruct(value.as<DynamicStruct>(), label, depth);
      case DynamicValue::LIST:
        return tellList(value.as<capnp::DynamicList>(), label, depth);
      case DynamicValue::INT:
        return tellNumber(value.as<std::int64_t>(), field, depth);
      case DynamicValue::DATA:
        return line(depth, label, bytesText(bytesOfField(value), field));
      case DynamicValue::TEXT:
        return line(depth, label, codeText(name, value.as<capnp::Text>()));
      case DynamicValue::UINT:
        if (value.as<std::uint64_t>() == 0 && hasMark(field, kOptionalMark)) return;
        if (const std::string beside = currencyIn(message); !beside.empty() && isSumOfRoot(name))
          return line(depth, label, amountOr(value.as<std::uint64_t>(), beside, language_));
        return line(depth, label, plainText(value));
      case DynamicValue::UNKNOWN:
      case DynamicValue::VOID:
      case DynamicValue::BOOL:
      case DynamicValue::FLOAT:
      case DynamicValue::ENUM:
      case DynamicValue::CAPABILITY:
      case DynamicValue::ANY_POINTER:
        return line(depth, label, plainText(value));
    }
  }

  void tellStruct(DynamicStruct::Reader value, const std::string& label, std::size_t depth) {
    const std::string_view schema = nameOf(value.getSchema());
    if (schema == "Money") {
      return line(depth, label, amountOr(value.get("minor").as<std::int64_t>(), currencyIn(value), language_));
    }
    if (schema == "Instant") {
      return line(depth, label,
                  momentText(value.get("utcMs").as<std::int64_t>(), value.get("offsetMinutes").as<std::int16_t>()));
    }
    if (schema == "Commitment") {
      const std::string hash = hexOf(bytesOfField(value.get("digest")));
      return line(depth, label, std::string(kHidden.in(language_)) + " " + hash);
    }
    line(depth, label, "");
    tell(value, depth + 1);
  }

  void tellList(capnp::DynamicList::Reader list, const std::string& label, std::size_t depth) {
    if (list.size() == 0) return;
    std::string joined;
    for (unsigned i = 0; i < list.size(); ++i) {
      if (list[i].getType() == DynamicValue::STRUCT) {
        tellStruct(list[i].as<DynamicStruct>(), label + " " + std::to_string(i + 1), depth);
      } else {
        joined += (joined.empty() ? "" : ", ") + plainText(list[i]);
      }
    }
    if (!joined.empty()) line(depth, label, joined);
  }

  void tellNumber(std::int64_t value, capnp::StructSchema::Field field, std::size_t depth) {
    if (value == 0 && hasMark(field, kOptionalMark)) return;
    const std::string label = fieldIn(language_, field.getProto().getName().cStr());
    if (hasMark(field, kDayMark)) return line(depth, label, civilDayText(value));
    if (hasMark(field, kUtcMsMark)) return line(depth, label, momentText(value, 0));
    // What is neither a time nor a count is an amount, in the currency that its grant was awarded in.
    const bool amount = field.getType().isInt64() && !hasMark(field, kMinutesMark) && !hasMark(field, kCountMark);
    line(depth, label, amount ? amountOr(value, currency_, language_) : std::to_string(value));
  }

  static bool isSumOfRoot(std::string_view name) { return std::ranges::find(kSumsOfRoot, name) != kSumsOfRoot.end(); }

  static std::string bytesText(Bytes bytes, capnp::StructSchema::Field field) {
    if (hasMark(field, kIdMark)) return idText(fixed<16>(bytes));
    return hasMark(field, kKeyMark) || hasMark(field, kSignatureMark) ? base64Of(bytes) : hexOf(bytes);
  }

  std::string codeText(std::string_view name, capnp::Text::Reader value) const {
    std::string text = harmless({value.begin(), value.size()});
    const bool region = name == "region";
    if (!region && name != "direction") return text;
    const auto word = ledger::word(language_, region ? Topic::kRegion : Topic::kDirection, text);
    return word == text ? text : text + " (" + std::string(word) + ")";
  }

  std::string plainText(const DynamicValue::Reader& value) const {
    switch (value.getType()) {
      case DynamicValue::BOOL:
        return (value.as<bool>() ? kYes : kNo).in(language_);
      case DynamicValue::INT:
        return std::to_string(value.as<std::int64_t>());
      case DynamicValue::UINT:
        return std::to_string(value.as<std::uint64_t>());
      case DynamicValue::TEXT:
        return harmless(value.as<capnp::Text>().cStr());
      case DynamicValue::DATA:
        return hexOf(bytesOfField(value));
      case DynamicValue::ENUM: {
        const auto code = value.as<capnp::DynamicEnum>();
        KJ_IF_MAYBE (known, code.getEnumerant()) {
          return codeIn(language_, code.getSchema().getShortDisplayName().cStr(), known->getProto().getName().cStr());
        }
        return std::to_string(code.getRaw());
      }
      case DynamicValue::UNKNOWN:
      case DynamicValue::VOID:
      case DynamicValue::FLOAT:
      case DynamicValue::LIST:
      case DynamicValue::STRUCT:
      case DynamicValue::CAPABILITY:
      case DynamicValue::ANY_POINTER:
        break;
    }
    return "?";
  }

  Language language_;
  std::string currency_;  // of amounts that stand without one; empty: not known
  std::string text_;
};

// Of its own amount, as an application has one, or of the grant that it is about.
std::string currencyFor(DynamicStruct::Reader message, const GrantCurrencies& currencies) {
  const auto amount = message.getSchema().findFieldByName("amount");
  KJ_IF_MAYBE (field, amount) {
    if (field->getType().isStruct() && message.has(*field)) return currencyIn(message.get(*field).as<DynamicStruct>());
  }
  const auto grant = message.getSchema().findFieldByName("grant");
  KJ_IF_MAYBE (field, grant) {
    const Bytes id = field->getType().isData() ? bytesOfField(message.get(*field)) : Bytes();
    const auto found = id.size() == sizeof(Id) ? currencies.find(fixed<16>(id)) : currencies.end();
    if (found != currencies.end()) return found->second;
  }
  return {};
}

}  // namespace

std::string toldFields(DynamicStruct::Reader message, Language language, const GrantCurrencies& currencies) {
  Teller teller(language, currencyFor(message, currencies));
  teller.tell(message, 1);
  return teller.text();
}

std::string momentText(std::int64_t utc_ms, std::int64_t offset_minutes) {
  std::string text = offsetMoment(utc_ms, offset_minutes, Thousandths::kLeftOut);
  return offset_minutes == 0 ? text.replace(text.size() - kUtcOffset.size(), kUtcOffset.size(), "Z") : text;
}

std::string codeIn(Language language, std::string_view enumeration, std::string_view code) {
  const auto found = std::ranges::find(kEnumerations, enumeration, &Enumeration::name);
  if (found == kEnumerations.end()) return std::string(code);
  const std::string key = std::string(found->prefix) + std::string(code);
  const auto word = ledger::word(language, found->topic, key);
  return std::string(word == key ? code : word);
}

}  // namespace audit
