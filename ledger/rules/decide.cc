#include "ledger/rules/decide.h"

#include "ledger/base/limits.h"
#include "ledger/rules/accountability.h"
#include "ledger/rules/acting.h"
#include "ledger/rules/amending.h"
#include "ledger/rules/assignment.h"
#include "ledger/rules/auditing.h"
#include "ledger/rules/authorise.h"
#include "ledger/rules/award.h"
#include "ledger/rules/benefit.h"
#include "ledger/rules/calls.h"
#include "ledger/rules/coordination.h"
#include "ledger/rules/directory.h"
#include "ledger/rules/employers.h"
#include "ledger/rules/enrolment.h"
#include "ledger/rules/exchange.h"
#include "ledger/rules/field_work.h"
#include "ledger/rules/funding.h"
#include "ledger/rules/giving.h"
#include "ledger/rules/grant.h"
#include "ledger/rules/heads.h"
#include "ledger/rules/honours.h"
#include "ledger/rules/hours.h"
#include "ledger/rules/importing.h"
#include "ledger/rules/keys.h"
#include "ledger/rules/lifecycle.h"
#include "ledger/rules/mending.h"
#include "ledger/rules/new_id.h"
#include "ledger/rules/people.h"
#include "ledger/rules/period.h"
#include "ledger/rules/personal.h"
#include "ledger/rules/policy.h"
#include "ledger/rules/profiles.h"
#include "ledger/rules/proposing.h"
#include "ledger/rules/public_text.h"
#include "ledger/rules/refusal.h"
#include "ledger/rules/releasing.h"
#include "ledger/rules/scoring.h"
#include "ledger/rules/service.h"
#include "ledger/rules/spending.h"
#include "ledger/rules/succession.h"
#include "ledger/rules/verification.h"

namespace ledger {
namespace {

Result<void> checkClass(const Command& command, const Context& context) {
  const KindTraits& traits = traitsOf(kindOf(command));
  if (traits.inherits || traits.visibility == context.visibility) return {};
  return refuse("CLASS_MISMATCH", std::string(traits.command) + " is " + std::string(nameOf(traits.visibility)) +
                                      ", but the submission says " + std::string(nameOf(context.visibility)) +
                                      ": send commands of one class together");
}

Result<void> checkVersion(const Command& command, const Context& context) {
  const KindTraits& traits = traitsOf(kindOf(command));
  if (traits.since <= context.rules) return {};
  return refuse("KIND_TOO_NEW", std::string(traits.command) + " came with version " + std::to_string(traits.since) +
                                    " of the rules, and this is judged by version " + std::to_string(context.rules));
}

// An import opens with its batch; the commands of imports stand under that assurance alone.
Result<void> checkBatch(const Command& command, const Context& context) {
  const Kind kind = kindOf(command);
  const bool opens = kind == Kind::kImportRecord;
  const bool voids = kind == Kind::kImportVoid;
  const bool fits = context.imported()
                        ? (context.ordinal == 0 ? opens || (voids && context.count == 1) : !opens && !voids)
                        : !opens && !voids;
  if (fits) return {};
  return refuse(
      "IMPORT_WITHOUT_BATCH",
      "an imported submission begins with importRecord (or is one importVoid), and only an imported one does");
}

// An earlier command of the submission may have revoked or rotated the key that signs it.
Result<void> checkKeyStillLives(const State& state, const Context& context) {
  const auto* key = state.keys.find(context.key);
  if (key == nullptr || key->live) return {};
  return refuse("KEY_REVOKED", "an earlier command of the submission ended the key that signs it: send it last");
}

// A later kind has the rules of its fields and of its subject's life, and perhaps more of its own.
template <class Body>
concept HasOwnRules = !kIsLaterKind<Body> || requires(const State& state, const Body& body, const Context& context) {
  judge(state, body, context);
};
template <class Body>
concept HasOwnEffect = !kIsLaterKind<Body> || requires(State & state, const Body& body, const Context& context) {
  evolve(state, body, context);
};

Result<Decision> judgeBody(const State& state, const Command& command, const Subjects& subjects,
                           const Context& context) {
  ASAR_TRY(checkLife(state, command, subjects, context));
  return visit(
      [&]<class Body>(const Body& body) -> Result<Decision> {
        if constexpr (requires { body.names; }) ASAR_TRY(checkPublicNames(body.names, context));
        if constexpr (HasOwnRules<Body>) {
          return judge(state, body, context);
        } else {
          return Decision{};
        }
      },
      command.body);
}

void evolveBody(State& state, const Command& command, const Context& context) {
  giveIds(state, command, context.index);
  goOn(state, command);
  visit(
      [&]<class Body>(const Body& body) {
        if constexpr (HasOwnEffect<Body>) evolve(state, body, context);
      },
      command.body);
}

// The context in which a proposal is judged again.
Context proposersContext(const ProposalRecord& proposal, const Context& context) {
  Context again = context;
  again.person = proposal.person;
  again.acting_for = proposal.acting_for;
  again.endorser = context.person;
  again.assurance = proposal.assurance;
  again.visibility = proposal.visibility;
  return again;
}

Result<Judgement> decideOne(const State& state, const Command& command, const Context& context) {
  Judgement out;
  out.streams_kind = kindOf(command);
  auto subjects = subjectsOf(state, command);
  if (!subjects) return subjects.error();
  out.subjects = *subjects;
  const auto authorisation = authorise(state, command, out.subjects, context);
  if (!authorisation) return authorisation.error();
  ASAR_TRY(checkNewId(state, command));
  Context acting = context;
  acting.acting_for = authorisation->acting_for;
  acting.endorser_for = authorisation->endorser_for;
  auto decision = judgeBody(state, command, out.subjects, withProfiles(state, acting));
  if (!decision) return decision.error();
  out.decision = std::move(*decision);
  out.decision.rules = context.rules;
  out.decision.effect = authorisation->needs_second ? Effect::kProposed : Effect::kEffective;
  return out;
}

Result<Judgement> decideEndorsement(const State& state, const Endorse& command, const Context& context) {
  const auto* proposal = state.proposals.find(command.proposal);
  if (proposal == nullptr) {
    return refuse("PROPOSAL_UNKNOWN", "no proposed entry has the leaf hash " + command.proposal.hex());
  }
  const std::string at = "the proposal at index " + std::to_string(proposal->index);
  if (!proposal->open) return refuse("PROPOSAL_CLOSED", at + " has its second person already");
  if (context.recorded_at > proposal->recorded_at + limits::kEndorseWithin) {
    return refuse("PROPOSAL_EXPIRED", at + " is older than 14 days: propose it again");
  }
  if (const auto* key = state.keys.find(proposal->key); key != nullptr && key->revoked)
    return refuse("KEY_REVOKED", at + " was signed with a key that was revoked since: propose it again");
  if (isSamePerson(state, context.person, proposal->person))
    return refuse("SAME_PERSON", at + " was signed by the same person: another one must endorse it");
  if (context.visibility != proposal->visibility) {
    return refuse("CLASS_MISMATCH", at + " is " + std::string(nameOf(proposal->visibility)) +
                                        ": endorse it in a submission of that class");
  }
  auto judgement = decideOne(state, proposal->command, proposersContext(*proposal, context));
  if (judgement) judgement->decision.endorses = proposal->index;
  return judgement;
}

}  // namespace

Result<Judgement> decide(const State& state, const Command& command, const Context& context) {
  ASAR_TRY(checkVersion(command, context));
  ASAR_TRY(checkKeyStillLives(state, context));
  ASAR_TRY(checkClass(command, context));
  ASAR_TRY(checkBatch(command, context));
  if (const auto* endorsement = command.body.as<Endorse>()) {
    if (context.imported()) return refuse("NOT_IMPORTABLE", "an endorsement cannot be imported");
    return decideEndorsement(state, *endorsement, context);
  }
  return decideOne(state, command, context);
}

void evolve(State& state, const Command& command, const Context& context, const Decision& decision,
            const Digest& leaf_hash) {
  Context made = context;
  made.leaf = leaf_hash;
  if (const auto* endorsement = command.body.as<Endorse>()) {
    const ProposalRecord proposal = *state.proposals.find(endorsement->proposal);
    Context again = withPersonsActedFor(state, proposal.command, proposersContext(proposal, made));
    state.proposals.edit(endorsement->proposal).open = false;
    // A policy is named by the entry that holds its document, and a claim has the place of its own: the proposal's.
    if (proposal.command.body.is<PolicyPublish>() || proposal.command.body.is<HoursClaim>())
      again.index = proposal.index;
    evolveBody(state, proposal.command, again);
    return;
  }
  made = withPersonsActedFor(state, command, made);
  if (decision.effect == Effect::kProposed) {
    state.proposals.edit(leaf_hash) =
        ProposalRecord{made.index,     made.recorded_at, made.person, made.key,       made.visibility,
                       made.assurance, /*open=*/true,    command,     made.acting_for};
    return;
  }
  evolveBody(state, command, made);
}

}  // namespace ledger
