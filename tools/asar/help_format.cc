#include "tools/asar/help_format.h"

#include <CLI/CLI.hpp>

#include "tools/asar/print.h"

namespace tools {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kNameWidth = 28;

// The parser's own layout counts bytes and never breaks a line; this one counts what the eye sees.
class HelpFormat final : public CLI::Formatter {
 public:
  explicit HelpFormat(Language language) : language_(language) {
    label("Usage", text("help.usage"));
    label("OPTIONS", text("help.options.mark"));
    label("SUBCOMMAND", text("help.verb.mark"));
    label("SUBCOMMANDS", text("help.verb.mark"));
    label("Positionals", text("help.arguments"));
    label("REQUIRED", text("help.required"));
  }

  std::string make_description(const CLI::App* app) const override {
    return wrapped(app->get_description(), kWidth, 0) + "\n";
  }

  std::string make_group(std::string group, bool is_positional,
                         std::vector<const CLI::Option*> options) const override {
    const std::string heading = group == "Options" ? text("help.options") : std::move(group);
    return CLI::Formatter::make_group(heading, is_positional, std::move(options));
  }

  std::string make_option(const CLI::Option* option, bool is_positional) const override {
    return row(make_option_name(option, is_positional) + make_option_opts(option), option->get_description(),
               kNameWidth);
  }

  std::string make_option_opts(const CLI::Option* option) const override {
    std::string opts;
    if (option->get_type_size() != 0 && !option->get_type_name().empty()) {
      const std::string key = "metavar." + option->get_type_name();
      opts += " " + (hasText(key) ? text(key) : option->get_type_name());
    }
    if (option->get_required()) opts += " " + get_label("REQUIRED");
    return opts;
  }

  std::string make_subcommands(const CLI::App* app, CLI::AppFormatMode /*mode*/) const override {
    const auto subs = app->get_subcommands({});
    if (subs.empty()) return {};
    std::string out = "\n" + text("help.verbs") + ":\n";
    std::size_t widest = 0;
    for (const auto* sub : subs) widest = std::max(widest, sub->get_name().size());
    for (const auto* sub : subs) out += row(sub->get_name(), sub->get_description(), widest + 4);
    return out;
  }

  std::string make_help(const CLI::App* app, std::string name, CLI::AppFormatMode mode) const override {
    std::string out = make_description(app) + "\n" + make_usage(app, std::move(name)) + make_positionals(app) +
                      make_subcommands(app, mode) + make_groups(app, mode);
    for (std::size_t at = 0; (at = out.find("\n\n\n", at)) != std::string::npos;) out.erase(at, 1);
    return out;
  }

 private:
  std::string text(const std::string& key) const { return std::string(say(language_, key)); }

  static std::string row(const std::string& name, const std::string& meaning, std::size_t column) {
    std::string out = "  " + name;
    const std::size_t used = displayWidth(out);
    out += used < column ? std::string(column - used, ' ') : "\n" + std::string(column, ' ');
    return out + wrapped(meaning, kWidth - column, column) + "\n";
  }

  Language language_;
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> helpFormat(Language language) {
  return std::make_shared<HelpFormat>(language);
}

std::string wrapped(std::string_view text, std::size_t width, std::size_t indent) {
  std::string out;
  std::size_t column = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
    const std::string_view word = text.substr(0, end);
    const bool breaks = end < text.size() && text[end] == '\n';
    const std::size_t size = displayWidth(word);
    if (column > 0 && column + 1 + size > width) {
      out += "\n" + std::string(indent, ' ');
      column = 0;
    } else if (column > 0) {
      out += ' ';
      ++column;
    }
    out += word;
    column += size;
    if (breaks) {
      out += "\n" + std::string(indent, ' ');
      column = 0;
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

}  // namespace tools
