#include "ledger/rules/public_text.h"

#include "tests/ledger/rules/rules_world.h"

namespace ledger {
namespace {

constexpr const char* kIin = "KZ-IIN-901231400003";
constexpr const char* kBin = "KZ-BIN-000140000002";

std::string nameOfRefusal(const Result<void>& checked) {
  return checked ? "" : checked.error().reason;
}
std::string titled(const std::string& title) {
  return nameOfRefusal(checkPublicNames({"Үлгі", "Образец", title}, {}));
}
std::string numbered(std::string_view number) {
  return nameOfRefusal(checkPublicNumber("vendor", number, {}));
}

class PublicText : public RulesWorld {
 protected:
  OrganisationRegister society(const Names& names, const std::string& number = "") {
    return {id(), office_, OrganisationKind::kNgo, names, "KZ-75", number};
  }
  const Names mixed_{"Қамқoр", "Образец", "Sample"};  // the second o is Latin
  const Names good_{"Қамқор", "Образец", "Sample"};
};

TEST_F(PublicText, TakesTitlesAsTheyAreWritten) {
  for (const char* title :
       {"", "Taza Alem", "Әрекет – IT-мектеп №5", "«Ayala» қоры (Қамқор 2.0)", "Café à Алматы", "А4 парағы", "5×5 доп",
        "Xx\u0302-ы", "non\u00a0breaking", "hair\u200aspace", "dots\u2027", "narrow\u202fspace", "x\u2070"})
    EXPECT_EQ(titled(title), "") << title;
}

TEST_F(PublicText, RefusesTwoScriptsInOneWord) {
  for (const char* title : {"Кенжe", "Aлматы", "Taza Әлеm", "x\u0302ы", "ẞы", "ұq"})
    EXPECT_EQ(titled(title), "BAD_TITLE") << title;
}

TEST_F(PublicText, RefusesWhatCannotBeSeenOrTurnsTheWritingRound) {
  for (const char* title : {"a\xc2\x80", "a\xc2\x9f", "a\u061c", "a\u200b", "a\u200f", "a\u2028", "a\u202e", "a\u2060",
                            "a\u206f", "a\ue000", "a\uf8ff", "a\ufeff", "a\U000e0000", "a\U000e0041", "a\U0010ffff"})
    EXPECT_EQ(titled(title), "BAD_TITLE");
}

TEST_F(PublicText, RefusesLettersInPieces) {
  EXPECT_EQ(titled("Café"), "");
  EXPECT_EQ(titled("Cafe\u0301"), "BAD_TITLE");
  EXPECT_EQ(titled("Каи\u0306"), "BAD_TITLE") << "й in two characters";
}

TEST_F(PublicText, LooksAtEachOfTheThreeNamesAndNeverEchoesOne) {
  for (const Names& names : {Names{"Қамқoр", "", ""}, Names{"", "Обрaзец", ""}, Names{"", "", "Sаmple"}}) {
    const auto checked = checkPublicNames(names, {});
    ASSERT_FALSE(checked.ok());
    EXPECT_EQ(checked.error().reason, "BAD_TITLE");
    for (const std::string& name : {names.kk, names.ru, names.en})
      EXPECT_TRUE(name.empty() || checked.error().message.find(name) == std::string::npos);
  }
}

TEST_F(PublicText, ANumberThatSaysItIsABinIsOne) {
  for (const char* number : {"", "individual", kBin, "KZ-BIN-000140000092", "GB-COH-1234", "XKZ-BIN-7", "KZ-IIN"})
    EXPECT_EQ(numbered(number), "") << number;
  for (const char* number : {"KZ-BIN-", "KZ-BIN-000140000003", "KZ-BIN-00014000000", "KZ-BIN-0001400000021",
                             "KZ-BIN-000000000000", "KZ-BIN-901231400003", "KZ-BIN-KZ-BIN-000140000002"})
    EXPECT_EQ(numbered(number), "BAD_BIN") << number;
}

TEST_F(PublicText, TheNumberOfAPersonIsRefusedWhereverItStandsAndNeverEchoed) {
  for (const char* number : {kIin, "kz-iin-901231400003", "Kz-IiN-9", "seller/KZ-IIN-901231400003", "KZ-BIN-KZ-IIN-1"})
    EXPECT_EQ(numbered(number), "IIN_PUBLIC") << number;
  for (const char* number : {kIin, "KZ-BIN-901231400003"})
    EXPECT_EQ(checkPublicNumber("vendor", number, {}).error().message.find("901231"), std::string::npos);
}

// The first four are years and months, then a day whose first digit no BIN has there.
TEST_F(PublicText, TwelveDigitsThatMayBeAPersonsAreRefusedWithoutAPrefix) {
  for (const char* number : {"901231400003", "000100000004", "991230999005", "900139000005", "901239000001"})
    EXPECT_EQ(numbered(number), "IIN_PUBLIC") << number;
  for (const char* number : {"000140000002", "901231400004", "90123140000", "9012314000030", " 901231400003",
                             "901231400003 ", "KZ901231400003", "900030400008", "901330400001", "901240400002"})
    EXPECT_EQ(numbered(number), "") << number;
  EXPECT_EQ(checkPublicNumber("vendor", "901231400003", {}).error().message.find("901231"), std::string::npos);
  EXPECT_EQ(send(clerk_, society(good_, "901231400003")), "IIN_PUBLIC");
  EXPECT_EQ(import({society(good_, "901231400003")}), "IIN_PUBLIC");
  EXPECT_EQ(send(clerk_, society(good_, "000140000002")), "") << "a BIN";
  rules_ = kRules3 - 1;
  EXPECT_EQ(send(clerk_, society(good_, "901231400003")), "");
}

TEST_F(PublicText, OrganisationsAreNamedAndNumberedSo) {
  EXPECT_EQ(send(clerk_, society(mixed_)), "BAD_TITLE");
  EXPECT_EQ(send(clerk_, society(good_, kIin)), "IIN_PUBLIC");
  EXPECT_EQ(send(clerk_, society(good_, "KZ-BIN-000140000003")), "BAD_BIN");
  EXPECT_EQ(send(clerk_, society(good_, kBin)), "");
  EXPECT_EQ(import({society(mixed_)}), "BAD_TITLE") << "imports too";
  EXPECT_EQ(import({society(good_, kIin)}), "IIN_PUBLIC");
}

TEST_F(PublicText, ProgrammesAndProjectsAreNamedSo) {
  EXPECT_EQ(send(authority_, ProgrammeDefine{id(), office_, "umit", mixed_}), "BAD_TITLE");
  EXPECT_EQ(send(authority_, ProgrammeDefine{id(), office_, "umit", good_}), "");
  const CivilDay from = day("2026-07-01"), to = day("2026-08-31");
  EXPECT_EQ(send(officer_, ProjectStart{id(), programme_, organisation_, "KZ-75", from, to, mixed_}), "BAD_TITLE");
  EXPECT_EQ(send(officer_, ProjectStart{id(), programme_, organisation_, "KZ-75", from, to, good_}), "");
  ProjectPropose plan{id(),
                      programme_,
                      organisation_,
                      "KZ-75",
                      from,
                      to,
                      mixed_,
                      sha256(asBytes("plan")),
                      at("2026-06-10T10:00:00+05:00")};
  EXPECT_EQ(send(officer_, plan), "BAD_TITLE");
  plan.names = good_;
  EXPECT_EQ(send(officer_, plan), "");
}

TEST_F(PublicText, EveryKindIsNamedSo) {
  const Digest paper = sha256(asBytes("paper"));
  const CivilDay from = day("2026-07-01"), to = day("2026-08-31");
  const Instant when = at("2026-06-10T10:00:00+05:00");
  const auto bodies = [&](const Names& names) {
    return std::vector<std::pair<PersonId, CommandBody>>{
        {authority_, OfficeEstablish{id(), OfficeKind::kNational, "", names}},
        {authority_, DirectionAdd{id(), "umit", names}},
        {authority_, DistinctionDefine{id(), "medal", DistinctionKind::kPrize, names, paper}},
        {clerk_, CampaignOpen{id(), office_, CampaignScale::kLocal, names, from, to}},
        {funder_, CallPublish{id(),
                              "C-1",
                              programme_,
                              fund_,
                              GrantClass::kSmall,
                              tenge(100),
                              names,
                              {{"need", 10}},
                              from,
                              to,
                              paper,
                              when}}};
  };
  for (const auto& [person, body] : bodies(mixed_))
    EXPECT_EQ(send(person, body), "BAD_TITLE") << traitsOf(body.kind()).command;
  for (const auto& [person, body] : bodies(good_)) EXPECT_EQ(send(person, body), "") << traitsOf(body.kind()).command;
  rules_ = kRules3 - 1;
  for (const auto& [person, body] : bodies(mixed_)) EXPECT_EQ(send(person, body), "") << traitsOf(body.kind()).command;
}

TEST_F(PublicText, TheTitleOfAnAwardIsOneUnlessItIsImported) {
  GrantAward award{id(),
                   "SG-1",
                   mixed_.kk,
                   fund_,
                   grantee_,
                   programme_,
                   "KZ-75",
                   tenge(100'000),
                   GrantClass::kSmall,
                   FundSource::kState,
                   at("2026-05-01T10:00:00+05:00")};
  EXPECT_EQ(send(funder_, award), "BAD_TITLE");
  EXPECT_EQ(import({award}), "");
  award.grant = id();
  award.number = "SG-2";
  award.title = good_.kk;
  EXPECT_EQ(send(funder_, award), "");
  award.title = mixed_.kk;
  rules_ = kRules3 - 1;
  EXPECT_EQ(send(funder_, award), "");
}

TEST_F(PublicText, SellersAreNoPersons) {
  ExpenditureRecord spent = expenditure(paidGrant(), 100);
  spent.vendor = kIin;
  EXPECT_EQ(send(grantees_officer_, spent), "IIN_PUBLIC");
  spent.vendor = "901231400003";
  EXPECT_EQ(send(grantees_officer_, spent), "IIN_PUBLIC");
  spent.vendor = "KZ-BIN-000140000003";
  EXPECT_EQ(send(grantees_officer_, spent), "BAD_BIN");
  spent.vendor = kBin;
  EXPECT_EQ(send(grantees_officer_, spent), "");
}

TEST_F(PublicText, EarlierRulesAskForNoneOfIt) {
  rules_ = kRules3 - 1;
  EXPECT_EQ(send(clerk_, society(mixed_, kIin)), "");
  EXPECT_EQ(send(clerk_, society(mixed_, "KZ-BIN-000140000003")), "");
  EXPECT_EQ(send(authority_, ProgrammeDefine{id(), office_, "umit", mixed_}), "");
}

}  // namespace
}  // namespace ledger
