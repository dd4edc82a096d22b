#include "audit/answers/answer_words.h"

#include <gtest/gtest.h>

namespace audit {
namespace {

using ledger::Language;

TEST(AnswerWords, HaveEveryFactOfAReceiptAProofAndAStream) {
  for (const char* name :
       {"origin",      "size",       "root",          "witnesses", "index", "leaf",         "submission",
        "ledger",      "person",     "commands",      "one",       "other", "parted",       "liar",
        "from size",   "from root",  "hashes",        "written",   "grant", "region",       "complete up to position",
        "recorded at", "entries",    "minutes",       "awarded",   "spent", "organisation", "disbursed",
        "returned",    "one stream", "what is public"}) {
    EXPECT_EQ(answerWord(name, Language::kEnglish), name);
    EXPECT_NE(answerWord(name, Language::kKazakh), name);
    EXPECT_NE(answerWord(name, Language::kRussian), name);
  }
}

TEST(AnswerWords, TellAnUnknownNameAsItIs) {
  EXPECT_EQ(answerWord("something new", Language::kKazakh), "something new");
}

}  // namespace
}  // namespace audit
