#include "ledger/rules/succession.h"

#include "ledger/seal/envelope.h"
#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

constexpr Instant kWhen{1'781'500'000'000, 300};  // before "now"

class Succession : public RulesWorld {
 protected:
  Succession() { operating_ = newPerson(Role::kOperator); }
  RecoveryDeclare recovery() {
    return {random_.id<LedgerId>(),           "log.example/lost",        freshKey(), {100, sha256(asBytes("common"))},
            {120, sha256(asBytes("newest"))}, sha256(asBytes("report")), kWhen};
  }
  ActorKey freshKey() {
    ActorKey key;
    random_.fill(key.bytes);
    return key;
  }
  std::string declare(const RecoveryDeclare& command) { return sendByTwo(authority_, second_authority_, command); }

  PersonId operating_;
};

TEST_F(Succession, OnlyTheOperatorChangesTheLogsKey) {
  const LogKeyRotate rotation{freshKey(), {}, {}, kWhen};
  EXPECT_EQ(send(authority_, rotation), "ROLE_MISSING");
  EXPECT_EQ(send(operating_, rotation), "");
  EXPECT_EQ(state_.ledger().log_key, rotation.key);
  EXPECT_EQ(state_.ledger().earlier_log_keys.size(), 1U);
}

TEST_F(Succession, AKeyIsTheLogsOnceAndNobodyElses) {
  const ActorKey founding = state_.ledger().log_key;
  const LogKeyRotate rotation{freshKey(), {}, {}, kWhen};
  ASSERT_EQ(send(operating_, rotation), "");
  EXPECT_EQ(send(operating_, rotation), "KEY_TAKEN");
  EXPECT_EQ(send(operating_, LogKeyRotate{founding, {}, {}, kWhen}), "KEY_TAKEN");
  EXPECT_EQ(send(operating_, LogKeyRotate{keyOf(authority_), {}, {}, kWhen}), "KEY_TAKEN");
  EXPECT_EQ(send(operating_, LogKeyRotate{freshKey(), {}, {}, kWhen}), "");
}

// The signatures themselves: with the rules that check them.
TEST(LogKeyRotation, BearsTheSignaturesOfBothKeys) {
  const KeyPair before = *KeyPair::fromSeed(Seed{1}), next = *KeyPair::fromSeed(Seed{2});
  State state;
  state.editLedger().log_key = actorKeyOf(before);
  state.editLedger().id = LedgerId{{7}};
  Context context;
  context.signatures = &signatureRules();
  const Bytes message = logKeyMessage(state.ledger().id, actorKeyOf(before), actorKeyOf(next));
  const auto sign = [&](const KeyPair& pair) {
    ActorSignature out;
    out.bytes = pair.sign(message);
    return out;
  };
  const LogKeyRotate honest{actorKeyOf(next), sign(before), sign(next), kWhen};
  EXPECT_TRUE(judge(state, honest, context).ok());
  for (const auto& [old_one, new_one] : {std::pair(sign(next), sign(next)), std::pair(sign(before), sign(before)),
                                         std::pair(sign(next), sign(before))}) {
    LogKeyRotate lie = honest;
    lie.old_signature = old_one;
    lie.new_signature = new_one;
    EXPECT_EQ(judge(state, lie, context).error().reason, "BAD_POSSESSION");
  }
  State other = state;
  other.editLedger().id = LedgerId{{8}};
  EXPECT_EQ(judge(other, honest, context).error().reason, "BAD_POSSESSION") << "of another ledger";
  LogKeyRotate weak = honest;
  weak.key = {};
  EXPECT_EQ(judge(state, weak, context).error().reason, "KEY_REJECTED");
}

TEST_F(Succession, TwoAuthoritiesDeclareWhatALedgerLost) {
  const RecoveryDeclare lost = recovery();
  EXPECT_EQ(send(operating_, lost), "ROLE_MISSING");
  ASSERT_EQ(send(authority_, lost), "");
  EXPECT_EQ(endorse(authority_), "SAME_PERSON");
  EXPECT_EQ(endorse(second_authority_), "");
  EXPECT_EQ(declare(lost), "WRONG_STATE");
  EXPECT_EQ(declare(recovery()), "") << "of another ledger";
}

TEST_F(Succession, ALedgerGoesOnAfterAnotherOneWithAKeyOfItsOwn) {
  RecoveryDeclare own = recovery();
  own.ledger = state_.ledger().id;
  EXPECT_EQ(declare(own), "WRONG_LEDGER");
  own = recovery();
  own.origin = state_.ledger().origin;
  EXPECT_EQ(declare(own), "WRONG_LEDGER");
  own = recovery();
  own.log_key = state_.ledger().log_key;
  EXPECT_EQ(declare(own), "KEY_TAKEN");
  own = recovery();
  own.origin = "log.example/lost +";
  EXPECT_EQ(declare(own), "BAD_ORIGIN");
}

TEST_F(Succession, SomethingIsLostBetweenTheCommonAndTheNewestRoot) {
  RecoveryDeclare lost = recovery();
  lost.newest.size = lost.common.size;
  EXPECT_EQ(declare(lost), "BAD_RANGE");
  lost.newest.size = lost.common.size + 1;
  EXPECT_EQ(declare(lost), "");
  lost = recovery();
  lost.common.size = 0;
  EXPECT_EQ(declare(lost), "BAD_RANGE") << "an empty log has the empty root";
  lost.common.root = sha256({});
  EXPECT_EQ(declare(lost), "");
}

TEST_F(Succession, IsNotKnownToEarlierRules) {
  rules_ = 2;
  EXPECT_EQ(send(operating_, LogKeyRotate{freshKey(), {}, {}, kWhen}), "KIND_TOO_NEW");
  EXPECT_EQ(send(authority_, recovery()), "KIND_TOO_NEW");
}

}  // namespace
}  // namespace ledger
