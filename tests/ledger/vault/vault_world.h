// A vault in a folder of its own, and invented people to put into it.
#pragma once

#include <gtest/gtest.h>

#include "ledger/base/clock.h"
#include "ledger/vault/field.h"
#include "ledger/vault/vault.h"
#include "tests/support/temp_folder.h"

namespace ledger {

class VaultWorld : public ::testing::Test {
 protected:
  VaultWorld() {
    EXPECT_TRUE(Vault::create(parts(), key_, {1000, 7}).ok());
    reopen();
  }

  VaultParts parts() { return {folder_ / "vault", name_, random_, true}; }
  void reopen() {
    vault_.reset();
    auto opened = Vault::open(parts());
    ASSERT_TRUE(opened.ok()) << opened.error().message;
    vault_ = std::move(*opened);
    ASSERT_TRUE(vault_->unlock(key_).ok());
  }
  PersonalValue value(const PersonId& person, Field field, std::string_view text) {
    PersonalValue value{person, random_.id<SubmissionId>(), {}};
    value.opening.tag = static_cast<std::uint16_t>(field);
    random_.fill(value.opening.salt.bytes);
    value.opening.value = toBytes(asBytes(text));
    value.opening.commitment = commitmentOf(value.opening.tag, value.opening.salt, value.opening.value);
    return value;
  }
  // The refusal's name, or "".
  std::string put(const std::vector<PersonalValue>& values) {
    const auto rows = vault_->prepare(values);
    if (!rows) return rows.error().reason;
    const auto done = vault_->commit(*rows);
    return done ? "" : done.error().reason;
  }
  PersonId registered(std::string_view name, std::string_view iin) {
    const auto person = random_.id<PersonId>();
    EXPECT_EQ(put({value(person, Field::kName, name), value(person, Field::kIin, iin)}), "");
    return person;
  }
  std::vector<std::string> textsOf(const PersonId& person) {
    std::vector<std::string> texts;
    const auto values = vault_->read(person);
    if (!values) return {values.error().reason};
    for (const auto& one : *values) texts.emplace_back(asText(one.opening.value));
    return texts;
  }
  std::size_t filesWith(ByteView needle) { return *filesHolding(folder_.path(), needle); }

  tests::TempFolder folder_;
  SeededRandom random_{5};
  VaultName name_{random_.id<LedgerId>(), random_.id<VaultId>(), 1};
  SecretKey key_ = SecretKey::draw(random_);
  std::unique_ptr<Vault> vault_;
};

inline constexpr std::string_view kName = "Үлгібек Сынақов";
inline constexpr std::string_view kIin = "901231400003";
inline constexpr std::string_view kOtherIin = "901231400013";

}  // namespace ledger
