// SearchTokens — the words that public entries are found by: a text is cut in one way, at writing and at asking.
//
// Shape    a text is normalised and case-folded (NFKC_Casefold), and ё is е; letters, marks and digits of any script
// make
//          words, so that ә, ғ, қ, ң, ө, ұ, ү, һ and і are letters as all others. What is joined by - . _ / or : is a
//          code where a digit is in it: one word as a whole, SG-2026-0147, and beside it each part of four characters
//          or more, 0147; without a digit its parts are words: фронт-офис. A word holds no space and no other ASCII
//          character than a–z, 0–9 and these five.
// Errors   none: what is not UTF-8 is cut at its wrong bytes.
// Threads  a pure function.
// Source   Unicode Standard Annex 15 (normalisation) and chapter 3.13 (default caseless matching).
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace projections {

// In the order of the text; one that stands there twice is given twice.
std::vector<std::string> searchTokens(std::string_view text);

// A letter of two bytes is one character.
bool isOneCharacter(std::string_view token);

}  // namespace projections
