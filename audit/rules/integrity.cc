// L01–L09: what the audit of the log itself found.
#include <algorithm>
#include <array>

#include "audit/answers/answer.h"
#include "audit/rules/integrity_rules.h"

namespace audit {
namespace {

// What the audit of the log says of it exactly is English in every language, and stands in brackets.
constexpr InThree kFoundAt{"{0}-жазба: {1} ({2})", "Запись {0}: {1} ({2})", "Entry {0}: {1} ({2})"};
constexpr InThree kFound{"{0} ({1})", "{0} ({1})", "{0} ({1})"};
constexpr InThree kOnlyFirst{"бұл түрдегі {0} табыстың алғашқы {1} ғана тізілген",
                             "из {0} находок этого рода перечислены первые {1}",
                             "of {0} findings of this kind the first {1} are listed"};
constexpr InThree kFollow{"өзгертілген {0}-жазбадан туындаған {1} табыс: одан кейінгі жазбаларды бағалауға болмайды",
                          "находки, вызванные изменённой записью {0}: {1}; записи после неё оценить нельзя",
                          "{1} findings that follow from the altered entry {0}: the entries after it cannot be judged"};
constexpr InThree kNotWhole{"журналдың соңына дейін: бәрі оқылмады", "журнал до конца: прочитан не весь",
                            "the log to its end: not all of it could be replayed"};
constexpr InThree kNoOld{"бұрын көрілген бақылау нүктелері берілмеген (--old)",
                         "виденные раньше контрольные точки не даны (--old)",
                         "no checkpoint that was seen earlier was given (--old)"};
constexpr InThree kNoFigures{"экспортта жарияланған көрсеткіштер (figures.json) жоқ",
                             "в экспорте нет опубликованных показателей (figures.json)",
                             "the export has no published figures (figures.json)"};
constexpr InThree kNoWitnesses{"куәгерлер саясаты берілмеген (--witness-policy)",
                               "политика свидетелей не дана (--witness-policy)",
                               "no policy of witnesses was given (--witness-policy)"};

InThree wordsOf(const Finding& finding) {
  switch (finding.wrong) {
    case Wrong::kBundleDamaged:
      return {"файл бүлінген", "файл повреждён", "the file is damaged"};
    case Wrong::kOriginMismatch:
      return {"бұл басқа журнал", "это другой журнал", "this is another log"};
    case Wrong::kBadNoteSignature:
      return {"бақылау нүктесіне журнал кілтімен қол қойылмаған", "контрольная точка не подписана ключом журнала",
              "the checkpoint is not signed by the key of the log"};
    case Wrong::kNoQuorum:
      return {"куәгерлердің қолтаңбасы жеткіліксіз", "подписей свидетелей недостаточно", "too few witnesses signed"};
    case Wrong::kTileTampered:
      return {"тақта өзгертілген", "плитка изменена", "a tile was altered"};
    case Wrong::kEntryTampered:
      return {"жазба өзгертілген", "запись изменена", "the entry was altered"};
    case Wrong::kChainBroken:
      return finding.link == Link::kIndex
                 ? InThree{"нөмірі орнына сай емес", "номер не на своём месте", "its number is not that of its place"}
             : finding.link == Link::kClock ? InThree{"алдыңғысынан бұрын жазылған", "записана раньше предыдущей",
                                                      "recorded before the entry that precedes it"}
                                            : InThree{"алдыңғысымен байланысы дұрыс емес", "связь с предыдущей неверна",
                                                      "its link to the entry before it is wrong"};
    case Wrong::kRollback:
      return {"журнал бұрынғыдан қысқа", "журнал короче прежнего", "the log is shorter than it was"};
    case Wrong::kFork:
      return {"журналдың екі нұсқасы бар", "у журнала две версии", "there are two versions of the log"};
    case Wrong::kBadActorSignature:
      return {"қол қоюшының қолтаңбасы жарамсыз", "подпись подписавшего неверна",
              "the signature of its signer does not hold"};
    case Wrong::kRuleViolation:
      return {"ереже бұзылған", "нарушено правило", "a rule is broken"};
    case Wrong::kIncompleteStream:
      return {"жазба жетіспейді", "записи не хватает", "an entry is missing"};
    case Wrong::kFiguresDiffer:
      return {"жарияланған көрсеткіш жазбаларға сай емес", "опубликованный показатель не сходится с записями",
              "a published figure is not that of the entries"};
  }
  return {};
}

void raiseFinding(Run& run, const Finding& finding) {
  Raised raised{
      .sentence = {kFound, {{.words = wordsOf(finding)}, textTold(finding.sentence)}}, .subjects = {}, .evidence = {}};
  if (finding.index) {
    raised.sentence = {kFoundAt, {countTold(*finding.index), {.words = wordsOf(finding)}, textTold(finding.sentence)}};
    raised.evidence.push_back(*finding.index);
  }
  run.raise(std::move(raised));
}

template <class Is>
void raiseWhere(Run& run, std::initializer_list<Wrong> kinds, Is is) {
  run.look();
  const Findings& found = run.integrity();
  for (const Finding& finding : found.sorted()) {
    const bool one_of = std::ranges::find(kinds, finding.wrong) != kinds.end() && is(finding);
    if (one_of && !found.follows(finding)) raiseFinding(run, finding);
  }
  for (const Wrong kind : kinds) {
    const std::uint64_t all = found.count(kind);
    const std::uint64_t following = found.following(kind);
    if (following != 0) run.lacks({kFollow, {countTold(found.altered().value_or(0)), countTold(following)}});
    if (all - following > Findings::kKeptPerKind)
      run.lacks({kOnlyFirst, {countTold(all), countTold(Findings::kKeptPerKind)}});
  }
}

void lacksTheRest(Run& run) {
  if (!run.complete()) run.lacks({kNotWhole});
}

constexpr std::array<std::string_view, 5> kOfKeys{"KEY_UNKNOWN", "KEY_REVOKED", "KEY_OF_OTHER_PERSON", "KEY_REJECTED",
                                                  "SIG_INVALID"};

}  // namespace

void checkL01(Run& run) {
  raiseWhere(run, {Wrong::kChainBroken},
             [](const Finding& finding) { return finding.link == Link::kPrevious || finding.link == Link::kNone; });
  lacksTheRest(run);
}

void checkL02(Run& run) {
  raiseWhere(run, {Wrong::kTileTampered, Wrong::kEntryTampered}, [](const Finding&) { return true; });
  lacksTheRest(run);
}

void checkL03(Run& run) {
  // What the log's own entries had seen is compared always.
  raiseWhere(run, {Wrong::kRollback, Wrong::kFork}, [](const Finding&) { return true; });
  if (run.facts().old_checkpoints == 0) run.lacks({kNoOld});
}

void checkL04(Run& run) {
  raiseWhere(run, {Wrong::kChainBroken, Wrong::kIncompleteStream}, [](const Finding& finding) {
    return finding.wrong == Wrong::kIncompleteStream || finding.link == Link::kIndex;
  });
  lacksTheRest(run);
}

void checkL05(Run& run) {
  raiseWhere(run, {Wrong::kChainBroken}, [](const Finding& finding) { return finding.link == Link::kClock; });
  lacksTheRest(run);
}

void checkL06(Run& run) {
  raiseWhere(
      run, {Wrong::kBadNoteSignature, Wrong::kBadActorSignature, Wrong::kRuleViolation}, [](const Finding& finding) {
        return finding.wrong != Wrong::kRuleViolation || std::ranges::find(kOfKeys, finding.name) != kOfKeys.end();
      });
  lacksTheRest(run);
}

void checkL07(Run& run) {
  if (!run.facts().figures) return run.cannot({kNoFigures});
  raiseWhere(run, {Wrong::kFiguresDiffer}, [](const Finding&) { return true; });
  lacksTheRest(run);
}

void checkL08(Run& run) {
  raiseWhere(run, {Wrong::kRuleViolation}, [](const Finding& finding) { return finding.name == "DECISION_DIFFERS"; });
  lacksTheRest(run);
}

void checkL09(Run& run) {
  raiseWhere(run, {Wrong::kNoQuorum}, [](const Finding&) { return true; });
  if (!run.facts().witnesses) run.lacks({kNoWitnesses});
}

}  // namespace audit
