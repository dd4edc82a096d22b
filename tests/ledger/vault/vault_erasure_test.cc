#include "ledger/vault/vault_rows.h"
#include "tests/ledger/vault/vault_world.h"

namespace ledger {
namespace {

class VaultErasure : public VaultWorld {
 protected:
  // What is stored of a person: the box of the key, those of the values, the index row.
  std::vector<Bytes> tracesOf(const PersonId& person) {
    std::vector<Bytes> traces;
    vault_.reset();
    const auto store = VaultStore::open(storeFolder(folder_ / "vault", 1), VaultStore::Mode::kReadOnly);
    EXPECT_TRUE(store.ok());
    traces.push_back(**(*store)->get(rows::keyOf('k', person)));
    EXPECT_TRUE((*store)
                    ->walk(rows::keyOf('v', person),
                           [&](ByteView key, ByteView box) -> Result<bool> {
                             traces.push_back(toBytes(key));
                             traces.push_back(toBytes(box));
                             return true;
                           })
                    .ok());
    EXPECT_TRUE((*store)
                    ->walk(rows::letter('i'),
                           [&](ByteView key, ByteView) -> Result<bool> {
                             if (rows::personOfIndex(key) == person) traces.push_back(toBytes(key));
                             return true;
                           })
                    .ok());
    traces.push_back(toBytes(person.bytes));
    reopen();
    return traces;
  }
};

TEST_F(VaultErasure, LeavesNoTraceOfThePersonInAnyFileAndAllOfTheOthers) {
  const PersonId person = registered(kName, kIin);
  const PersonId other = registered("Басқа Адам", kOtherIin);
  const auto traces = tracesOf(person);
  ASSERT_EQ(traces.size(), 1U + 4 + 1 + 1);
  for (const Bytes& trace : traces) EXPECT_GT(filesWith(trace), 0U) << "the search is no blind one";
  ASSERT_TRUE(vault_->erase({person}).ok());
  for (const Bytes& trace : traces) EXPECT_EQ(filesWith(trace), 0U);
  EXPECT_TRUE(vault_->remainsOf(person)->none());
  EXPECT_TRUE(textsOf(person).empty());
  EXPECT_EQ(textsOf(other).size(), 2U);
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kIin)}), "") << "the number is free again";
}

TEST_F(VaultErasure, OfNobodyOrTwiceIsNoError) {
  const PersonId person = registered(kName, kIin);
  ASSERT_TRUE(vault_->erase({person}).ok());
  EXPECT_TRUE(vault_->erase({person, random_.id<PersonId>()}).ok());
}

TEST_F(VaultErasure, NeedsNoKey) {
  const PersonId person = registered(kName, kIin);
  vault_.reset();
  const auto locked = Vault::open(parts());
  ASSERT_TRUE(locked.ok());
  EXPECT_FALSE((*locked)->remainsOf(person)->none());
  EXPECT_TRUE((*locked)->erase({person}).ok());
  EXPECT_TRUE((*locked)->remainsOf(person)->none());
}

TEST_F(VaultErasure, ThatACrashBrokeOffIsFinishedAtTheNextOpening) {
  const PersonId person = registered(kName, kIin);
  const auto traces = tracesOf(person);
  vault_.reset();
  {
    // What erase() has synced before it rewrites the files.
    const auto store = VaultStore::open(storeFolder(folder_ / "vault", 1), VaultStore::Mode::kWrite);
    ASSERT_TRUE(store.ok());
    std::vector<VaultRow> gone{{rows::keyOf('k', person), std::nullopt}, {rows::letter('s'), Bytes()}};
    for (const Bytes& trace : traces)
      if (trace[0] == 'v' || trace[0] == 'i') gone.push_back({trace, std::nullopt});
    ASSERT_TRUE((*store)->write(gone).ok());
    EXPECT_GT(filesWith(traces[0]), 0U);
  }
  reopen();
  for (const Bytes& trace : traces) EXPECT_EQ(filesWith(trace), 0U);
}

TEST_F(VaultErasure, SweepsWhatNobodyKeeps) {
  const PersonId person = registered(kName, kIin);
  const PersonId other = registered("Басқа Адам", kOtherIin);
  EXPECT_EQ(*vault_->keepOnly([](const PersonalValue&) { return true; }), 0U);
  EXPECT_EQ(*vault_->keepOnly([&](const PersonalValue& one) { return one.person == other; }), 2U);
  EXPECT_TRUE(vault_->remainsOf(person)->none());
  EXPECT_EQ(textsOf(other).size(), 2U);
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kIin)}), "");
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kOtherIin)}), "PERSON_KNOWN");
}

TEST_F(VaultErasure, SweepsSingleValuesWithTheirRowsOfTheIndex) {
  const PersonId person = registered(kName, kIin);
  const auto is_name = [](const PersonalValue& one) {
    EXPECT_TRUE(one.opening.value.empty()) << "it is not opened for that";
    return one.opening.tag == static_cast<std::uint16_t>(Field::kName);
  };
  EXPECT_EQ(*vault_->keepOnly(is_name), 1U);
  EXPECT_EQ(textsOf(person), std::vector<std::string>{std::string(kName)});
  EXPECT_EQ(vault_->remainsOf(person)->index_rows, 0U);
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kIin)}), "") << "the number is free again";
}

class VaultReplacing : public VaultErasure {
 protected:
  static Replaced replacing(const PersonalValue& by) { return {by.person, by.opening.tag, {by.opening.commitment}}; }
};

TEST_F(VaultReplacing, LeavesNoTraceOfTheValueBeforeAndAllElse) {
  const PersonId person = registered(kName, kIin);
  const auto before = tracesOf(person);
  const PersonalValue next = value(person, Field::kIin, kOtherIin);
  ASSERT_EQ(put({next}), "");
  EXPECT_EQ(textsOf(person).size(), 3U);
  ASSERT_TRUE(vault_->removeReplaced({replacing(next)}).ok());
  EXPECT_EQ(textsOf(person), (std::vector<std::string>{std::string(kOtherIin), std::string(kName)}));
  std::size_t gone = 0;
  for (const Bytes& trace : before) gone += filesWith(trace) == 0U ? 1U : 0U;
  EXPECT_EQ(gone, 3U) << "the place of the value, its box and its row of the index";
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kIin)}), "") << "the number is free again";
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kOtherIin)}), "PERSON_KNOWN");
  ASSERT_TRUE(vault_->erase({person}).ok());
  EXPECT_TRUE(vault_->remainsOf(person)->none());
}

TEST_F(VaultReplacing, TheSameNumberUnderAnotherSaltStaysThePersons) {
  const PersonId person = registered(kName, kIin);
  const PersonalValue again = value(person, Field::kIin, kIin);
  ASSERT_EQ(put({again}), "");
  EXPECT_EQ(vault_->remainsOf(person)->index_rows, 2U);
  ASSERT_TRUE(vault_->removeReplaced({replacing(again)}).ok());
  EXPECT_EQ(vault_->remainsOf(person)->index_rows, 1U);
  EXPECT_EQ(put({value(random_.id<PersonId>(), Field::kIin, kIin)}), "PERSON_KNOWN");
}

TEST_F(VaultReplacing, NeedsNoKeyAndLeavesTheKeyOfThePerson) {
  const PersonId person = registered(kName, kIin);
  vault_.reset();
  const auto locked = Vault::open(parts());
  ASSERT_TRUE(locked.ok());
  for (const Field field : {Field::kIin, Field::kName, Field::kPhone})
    EXPECT_TRUE((*locked)->removeReplaced({{person, static_cast<std::uint16_t>(field), {}}}).ok());
  const auto left = (*locked)->remainsOf(person);
  EXPECT_TRUE(left->key) << "a submission that is judged meanwhile may use it";
  EXPECT_EQ(left->values + left->index_rows, 0U);
  EXPECT_EQ(*(*locked)->keepOnly([](const PersonalValue&) { return true; }), 0U);
  EXPECT_FALSE((*locked)->remainsOf(person)->key) << "the next sweep finds that it opens nothing";
}

}  // namespace
}  // namespace ledger
