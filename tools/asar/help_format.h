// HelpFormat — how the help of a command looks, in the language of the reader and at most 80 columns wide.
//
// Shape    every heading and sentence comes from the texts; names of commands and options stay as they are typed.
// Threads  pure functions.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "tools/asar/text.h"

namespace CLI {  // NOLINT(readability-identifier-naming): the library's
class FormatterBase;
}

namespace tools {

std::shared_ptr<CLI::FormatterBase> helpFormat(Language language);

// Breaks at spaces into lines of at most `width` columns, each after the first behind `indent` spaces. Lines that are
// there already stay.
std::string wrapped(std::string_view text, std::size_t width, std::size_t indent);

}  // namespace tools
