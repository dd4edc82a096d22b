// AccessList — who read which person's values, when and what for: one file for each UTC day.
//
// Shape    FOLDER/2026-03-01.jsonl, one JSON object a line {at, reader, person, fields, purpose}: ids and words of
//          our own, never a value. A line is synced before the value is shown. A day that is over never changes, so
//          that its hash can be bound to the log (vaultAccessHash).
// Errors   kUnavailable FILE_UNWRITTEN, FILE_UNREADABLE.
// Threads  one at a time; several programs may add lines.
#pragma once

#include <filesystem>
#include <optional>
#include <span>
#include <vector>

#include "ledger/base/digest.h"
#include "ledger/base/ids.h"
#include "ledger/base/instant.h"
#include "ledger/vault/field.h"

namespace ledger {

enum class Purpose { kRequestOfPerson, kRegistration, kCorrection, kCertificate, kAudit, kLaw };

std::string_view nameOf(Purpose purpose);
std::optional<Purpose> purposeNamed(std::string_view name);
std::span<const Purpose> allPurposes();

struct Access {
  UtcMs at = 0;
  PersonId reader;
  PersonId person;
  std::vector<Field> fields;
  Purpose purpose = Purpose::kRequestOfPerson;
};

struct DayOfAccesses {
  CivilDay day = 0;
  std::uint32_t accesses = 0;
  Digest hash;  // of the file's bytes; of nothing where nobody read anything
};

class AccessList {
 public:
  explicit AccessList(std::filesystem::path folder) : folder_(std::move(folder)) {}

  Result<void> add(const Access& access);
  Result<DayOfAccesses> of(CivilDay day) const;

 private:
  std::filesystem::path fileOf(CivilDay day) const;

  std::filesystem::path folder_;
};

}  // namespace ledger
