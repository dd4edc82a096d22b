// Names and numbers that everybody reads, spelt as they may not be, put into the log although the front door refuses
// it. Each forgery breaks one rule and no other; beside it stands one that is right.
#include <gtest/gtest.h>

#include "tests/audit/world.h"

namespace audit::tests {
namespace {

using namespace ledger;  // every command and code of the catalogue below

constexpr Visibility kPublic = Visibility::kPublic;
constexpr Decision kProposed{kRulesVersion, Effect::kProposed, 0, 0, {}};

class TextWorld : public World {
 public:
  TextWorld() {
    settle();
    work();
  }
  OrganisationRegister registration(const std::string& number, const Names& names = {"a", "b", "c"}) {
    return {subject(), office, OrganisationKind::kNgo, names, "KZ-ALA", number};
  }
  ExpenditureRecord spending(const std::string& vendor) {
    ExpenditureRecord body;
    body.grant = grant;
    body.expenditure = subject();
    body.line = "materials";
    body.amount = {100, *Currency::parse("KZT")};
    body.document_hash = digest();
    body.document_number = "INV-2";
    body.document_date = now().civilDay();
    body.vendor = vendor;
    body.occurred_at = now();
    return body;
  }
};

TextWorld& world() {
  static TextWorld made;
  return made;
}

void expectOnly(const std::string& name, const Actor& actor, const Forgery& forgery, const std::string& what) {
  EXPECT_EQ(world().broken(actor, forgery), name.empty() ? "" : name + " ") << what;
}

void expectNumber(const std::string& name, const std::string& number) {
  expectOnly(name, *world().clerk, {world().registration(number), kPublic}, number);
}

// In one language after the other, since each is read.
void expectTitle(const std::string& name, const std::string& title) {
  for (std::string Names::*const language : {&Names::kk, &Names::ru, &Names::en}) {
    Names names{"a", "b", "c"};
    names.*language = title;
    expectOnly(name, *world().clerk, {world().registration("", names), kPublic}, title);
  }
}

TEST(ViolationOfTexts, ABinHasItsDigits) {
  for (const char* digits : {"981253000306", "261240000011", "260160000014", "260143000011"})
    expectNumber("", std::string("KZ-BIN-") + digits);
  expectNumber("", binOf(77));
  // Of those that begin with 98125300032 the second sum is 10 as well, and so there is no check digit.
  for (const char* digits :
       {"981253000307", "260040000011", "261340000015", "260130000010", "260170000019", "260144000017", "981253000320",
        "981253000321", "26014000001", "2601400000155", "26014000001a", ""})
    expectNumber("BAD_BIN", std::string("KZ-BIN-") + digits);
  for (const char* other : {"", "KZ-TAX-1", "KZ-BIN", "KZ-BINS-1", "X/KZ-BIN-1"}) expectNumber("", other);
}

TEST(ViolationOfTexts, AnIinIsNowhere) {
  for (const char* number : {"KZ-IIN-1", "kz-iin-1", "org:Kz-iIn-", "KZ-BIN-KZ-IIN-1"})
    expectNumber("IIN_PUBLIC", number);
  for (const char* number : {"KZ-IIN", "KZIIN-1", "KZ_IIN_1", "IIN-KZ-1"}) expectNumber("", number);
}

// Nor by its digits alone, with the check digit of the first or of the second sum.
TEST(ViolationOfTexts, AnIinIsKnownByItsDigits) {
  for (const char* number : {"900101300017", "991231350129", "260112300001", "900101000906"})
    expectNumber("IIN_PUBLIC", number);
  // Another check digit, no month, the digits of a BIN, and what is not those twelve alone.
  for (const char* number : {"900101300018", "260013000004", "901301300017", "260140000015", "90010130001",
                             "9001013000170", "KZ900101300017", "90010130001a"})
    expectNumber("", number);
}

TEST(ViolationOfTexts, VendorsToo) {
  auto& w = world();
  const auto buy = [&](const std::string& name, const std::string& vendor) {
    expectOnly(name, *w.officer, {w.spending(vendor), kPublic}, vendor);
  };
  buy("", "individual");
  buy("", binOf(8));
  buy("BAD_BIN", "KZ-BIN-8");
  buy("IIN_PUBLIC", "KZ-iin-8");
  buy("IIN_PUBLIC", "900101300017");
  buy("", "260140000015");
}

TEST(ViolationOfTexts, LettersOfTwoAlphabetsDoNotTouch) {
  for (const char* good : {"\u0422\u0430\u0437\u0430 \u04D9\u043B\u0435\u043C 2026", "Asar \u0436\u043E\u0431\u0430",
                           "Asar-\u0493\u0430", "q\u0306z", "q\u0306 \u0436", "\u0436\u00D7", "\u00F7\u0436",
                           "\u0436\u00BF", "\u0250\u0436", "\u1F00\u0436", "a\u03FF", "a\u0531", "a1\u0436"})
    expectTitle("", good);
  for (const char* bad : {"\u0410sar", "Asa\u0440", "q\u0306\u0436", "\u0436\u0306\u0301q", "\u00C0\u0436",
                          "\u024F\u0436", "\u1E00\u0436", "\u1EFF\u0436", "a\u0400", "z\u052F", "x \u0436z"})
    expectTitle("BAD_TITLE", bad);
}

TEST(ViolationOfTexts, NamesAreComposed) {
  for (const char* good : {"\u0439", "\u00E9", "\u044B\u0306"}) expectTitle("", good);
  for (const char* bad : {"\u0438\u0306", "e\u0301", "\u212B"}) expectTitle("BAD_TITLE", bad);
}

TEST(ViolationOfTexts, NothingIsHiddenInNames) {
  for (const char* bad : {"a\u061C", "a\u200B", "a\u200F", "a\u2028", "a\u202E", "a\u2060", "a\u206F", "a\uE000",
                          "a\uF8FF", "\uFEFFa", "a\U000E0000", "a\U000E0041", "a\U0010FFFF"})
    expectTitle("BAD_TITLE", bad);
  for (const char* good : {"a\u061B", "a\u200A", "a\u2010", "a\u2027", "a\u202F", "a\u2070", "a\uFE00"})
    expectTitle("", good);
}

TEST(ViolationOfTexts, OfProgrammesAndProjectsAlike) {
  auto& w = world();
  const auto today = w.now().civilDay();
  for (const bool bad : {false, true}) {
    const std::string name = bad ? "BAD_TITLE" : "";
    const Names names{"a", "b", bad ? "\u0410sar" : "\u0410 sar"};
    expectOnly(name, w.first,
               {ProgrammeDefine{w.subject(), w.office, "umit", names}, kPublic, Assurance::kSelf, kProposed}, "define");
    expectOnly(name, *w.officer,
               {ProjectPropose{w.subject(), w.programme, w.grantee, "KZ-AST", today, today, names, w.digest(), w.now()},
                kPublic},
               "propose");
    const ProjectStart start{w.subject(), w.programme, w.grantee, "KZ-AST", today, today, names};
    expectOnly(name, *w.officer, {start, kPublic}, "start");
    const ImportRecord record{w.subject(), 0, w.digest(), w.digest(), 0, 1};
    const auto import = w.signImport(*w.importer, {record, start}, kPublic);
    EXPECT_EQ(w.broken(import, {kRulesVersion}), bad ? only("BAD_TITLE") : "");
  }
}

TEST(ViolationOfTexts, NamesOfEveryKind) {
  auto& w = world();
  const auto today = w.now().civilDay();
  for (const bool bad : {false, true}) {
    const Names names{"a", "b", bad ? "\u0410sar" : "\u0410 sar"};
    const std::string name = bad ? "BAD_TITLE" : "";
    const std::vector<CommandBody> by_authority{
        OfficeEstablish{w.subject(), OfficeKind::kRegional, "KZ-AST", names},
        DirectionAdd{w.subject(), "ayala", names},
        RoadmapAdopt{w.subject(), w.office, "A", names, today, today, w.digest()},
        DistinctionDefine{w.subject(), "medal", DistinctionKind::kPrize, names, w.digest()},
        ExternalSystemRegister{w.subject(), "portal", names, w.office},
        LegalBasisRecord{w.subject(), "N", names, LegalStatus::kInForce, "act", today, 0}};
    for (const CommandBody& body : by_authority)
      expectOnly(name, w.first, {body, traitsOf(body.kind()).visibility, Assurance::kSelf, kProposed}, "authority");
    const CommandBody campaign = CampaignOpen{w.subject(), w.office, CampaignScale::kLocal, names, today, today};
    expectOnly(name, *w.clerk, {campaign, traitsOf(campaign.kind()).visibility}, "campaign");
  }
}

TEST(ViolationOfTexts, TitlesOfGrantsToo) {
  auto& w = world();
  for (const bool bad : {false, true}) {
    const GrantAward award{w.subject(), "G-9",    bad ? "\u0410sar" : "\u0410 sar", w.funder, w.grantee,
                           w.programme, "KZ-AST", {100, *Currency::parse("KZT")},   {},       FundSource::kState,
                           w.now()};
    expectOnly(bad ? "BAD_TITLE" : "", *w.funder_one, {award, kPublic, Assurance::kSelf, kProposed}, award.title);
    expectOnly("DECISION_DIFFERS", *w.funder_one, {award, kPublic, Assurance::kSelf, {2, Effect::kProposed, 0, 0, {}}},
               award.title);
    // What was awarded elsewhere is called what it was called there.
    const ImportRecord record{w.subject(), 0, w.digest(), w.digest(), 0, 1};
    EXPECT_EQ(w.broken(w.signImport(*w.importer, {record, award}, kPublic), {kRulesVersion}), "");
  }
}

TEST(ViolationOfTexts, EarlierRulesDidNotAsk) {
  auto& w = world();
  const Decision earlier{2, Effect::kEffective, 0, 0, {}};
  // The entries before it were judged by later rules: that falls, and nothing else.
  for (const char* number : {"KZ-BIN-1", "KZ-IIN-1", "900101300017"}) {
    const auto body = w.registration(number, {"\u0410sar", "b", "c"});
    expectOnly("DECISION_DIFFERS", *w.clerk, {body, kPublic, Assurance::kSelf, earlier}, number);
  }
}

}  // namespace
}  // namespace audit::tests
