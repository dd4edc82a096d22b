#include "tools/asar/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <iostream>
#include <memory>

#include "tools/asar/help_format.h"
#include "tools/asar/notices.h"
#include "tools/asar/print.h"

namespace tools {
namespace {

struct BoundCommand {
  const CommandSpec* spec = nullptr;
  CLI::App* app = nullptr;
  std::vector<std::pair<std::string, CLI::Option*>> options;
};

// The parser, with every option bound to its row of the table.
struct Parser {
  CLI::App app;
  std::vector<BoundCommand> commands;
  Flags flags;
  bool json = false, quiet = false, verbose = false, no_progress = false;
};

std::string text(const Session& session, const std::string& key) {
  return std::string(say(session.language, key));
}

// They may stand before the noun and at the end; the parser's own way would take a file called "key" for a noun.
void addGlobalOptions(CLI::App& app, Parser& parser, const Session& session) {
  app.set_help_flag("-h,--help", text(session, "help.this"));
  const std::string everywhere = text(session, "help.everywhere");
  app.get_help_ptr()->group(everywhere);
  app.option_defaults()->group(everywhere);
  app.add_option("-D,--data", parser.flags.folder, text(session, "option.data"))->type_name("DIR");
  app.add_flag("--json", parser.json, text(session, "option.json"));
  app.add_option("--lang", parser.flags.language, text(session, "option.lang"))->type_name("kk|ru|en");
  app.add_option("--color", parser.flags.color, text(session, "option.color"))->type_name("auto|always|never");
  app.add_option("--log-level", parser.flags.log_level, text(session, "option.log-level"))
      ->type_name("debug|info|warn|error|off");
  app.add_flag("-q,--quiet", parser.quiet, text(session, "option.quiet"));
  app.add_flag("-v,--verbose", parser.verbose, text(session, "option.verbose"));
  app.add_flag("--no-progress", parser.no_progress, text(session, "option.no-progress"));
  app.option_defaults()->group("Options");
}

CLI::App* nounOf(Parser& parser, const CommandSpec& spec, const Session& session) {
  for (auto* sub : parser.app.get_subcommands({})) {
    if (sub->get_name() == spec.noun) return sub;
  }
  auto* noun = parser.app.add_subcommand(std::string(spec.noun), text(session, std::string(spec.noun)));
  noun->set_help_flag("-h,--help", text(session, "help.this"));
  return noun;
}

void addCommand(Parser& parser, const CommandSpec& spec, const Session& session) {
  BoundCommand bound{&spec, nounOf(parser, spec, session), {}};
  if (!spec.verb.empty()) {
    bound.app->require_subcommand(1);
    bound.app = bound.app->add_subcommand(std::string(spec.verb), text(session, spec.key()));
  } else {
    bound.app->require_subcommand(0);  // a noun that stands alone may have verbs too, given before it
  }
  for (const auto& positional : spec.positionals) {
    const std::string help = text(session, textKeyOf(spec, positional.name));
    auto* option = bound.app->add_option(std::string(positional.name), help);
    option->required(positional.required)->expected(1);
    bound.options.emplace_back(positional.name, option);
  }
  for (const auto& one : spec.options) {
    const std::string help = text(session, textKeyOf(spec, one.name));
    const std::string dashed = "--" + std::string(one.name);
    auto* option = one.value.empty() ? bound.app->add_flag(dashed, help) : bound.app->add_option(dashed, help);
    option->required(one.required);
    if (!one.value.empty()) {
      option->type_name(std::string(one.value))->expected(1);
      if (one.repeated) option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    }
    bound.options.emplace_back(one.name, option);
  }
  addGlobalOptions(*bound.app, parser, session);
  parser.commands.push_back(std::move(bound));
}

Arguments argumentsOf(const BoundCommand& bound) {
  Arguments arguments;
  for (const auto& [name, option] : bound.options) {
    for (const auto& value : option->results()) arguments.add(name, value);
  }
  return arguments;
}

std::size_t editDistance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

// "; did you mean key?" for a noun or verb that is nearly one of ours.
std::string suggestion(const std::vector<std::string>& words, const Parser& parser, const Session& session) {
  const CLI::App* place = &parser.app;
  for (const auto& word : words) {
    if (word.starts_with("-")) continue;
    const auto subs = place->get_subcommands([](const CLI::App*) { return true; });
    if (subs.empty()) return {};
    const auto known = std::ranges::find(subs, word, [](const CLI::App* sub) { return sub->get_name(); });
    if (known != subs.end()) {
      place = *known;
      continue;
    }
    const auto nearest =
        std::ranges::min_element(subs, {}, [&](const CLI::App* sub) { return editDistance(sub->get_name(), word); });
    if (editDistance((*nearest)->get_name(), word) > 2) return {};
    return say(session.language, "did.you.mean", {(*nearest)->get_name()});
  }
  return {};
}

const BoundCommand* typedCommand(const Parser& parser) {
  for (const auto& bound : parser.commands) {
    if (bound.app->parsed()) return &bound;
  }
  return nullptr;
}

std::string helpOf(const CLI::App& app, const std::string& name) {
  return app.get_formatter()->make_help(&app, name, CLI::AppFormatMode::Normal);
}

// Of the command that was typed, or of as much of it as was.
std::string typedHelp(const Parser& parser) {
  if (const auto* bound = typedCommand(parser)) return helpOf(*bound->app, "asar " + bound->spec->title());
  const auto nouns = parser.app.get_subcommands();
  return nouns.empty() ? helpOf(parser.app, "asar") : helpOf(*nouns.front(), "asar " + nouns.front()->get_name());
}

// A help text where that is what was asked for and the parser itself knows the answer.
std::optional<std::string> ownHelp(const Parser& parser, const Arguments& arguments) {
  const auto topic = arguments.find("topic");
  if (!topic) return helpOf(parser.app, "asar");
  for (const auto& one : parser.commands) {
    if (one.spec->noun != *topic || one.spec->noun == "help") continue;
    const CLI::App* noun = one.spec->verb.empty() ? one.app : one.app->get_parent();
    return helpOf(*noun, "asar " + *topic);
  }
  return std::nullopt;
}

// What the parser found wrong, in the words of the texts.
std::string usageText(const CLI::ParseError& error, const std::vector<std::string>& words, const Parser& parser,
                      const Session& session) {
  std::string said = error.what();
  const auto code = static_cast<CLI::ExitCodes>(error.get_exit_code());
  const auto about = [&](std::string_view key, const std::string& what) { return say(session.language, key, {what}); };
  if (code == CLI::ExitCodes::ExtrasError) {
    // The parser names what was left over, the first of them last.
    return about("usage.unexpected", said.substr(said.find_last_of(' ') + 1)) + suggestion(words, parser, session);
  }
  if (code == CLI::ExitCodes::ArgumentMismatch) return about("usage.value.missing", said.substr(0, said.find(':')));
  if (code != CLI::ExitCodes::RequiredError) return said;
  const std::string_view ending = " is required";
  if (!said.starts_with("A subcommand") && said.ends_with(ending))
    return about("usage.required", said.substr(0, said.size() - ending.size()));
  std::string verbs;
  for (const auto* noun : parser.app.get_subcommands()) {
    for (const auto* verb : noun->get_subcommands({})) verbs += (verbs.empty() ? "" : ", ") + verb->get_name();
  }
  return about("usage.verb.missing", verbs) + suggestion(words, parser, session);
}

// The value of --lang, which the texts of the parser need before it has parsed.
std::optional<std::string> typedLanguage(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].starts_with("--lang=")) return words[i].substr(7);
    if (words[i] == "--lang" && i + 1 < words.size()) return words[i + 1];
  }
  return std::nullopt;
}

int runTyped(const Parser& parser, Session& session) {
  const auto* bound = typedCommand(parser);
  if (bound == nullptr) return printUsageError(session, "", text(session, "usage.no.command"));
  session.json = parser.json;
  session.quiet = parser.quiet;
  session.verbose = parser.verbose;
  const bool terminal = session.terminal;
  if (const auto applied = applySettings(parser.flags, settingFiles(session.environment), session); !applied) {
    return printAnswer(session, bound->spec->title(), applied.error());
  }
  session.terminal = terminal && !parser.no_progress;
  const auto notices = noticesTo(session.err, session.clock, session.notice_level);
  session.notices = notices.get();
  const Arguments arguments = argumentsOf(*bound);
  if (bound->spec->noun == "help") {
    if (const auto help = ownHelp(parser, arguments))
      return printAnswer(session, "help", Answer{*help, *help, {}, kOk});
  }
  return printAnswer(session, bound->spec->title(), bound->spec->run(session, arguments));
}

}  // namespace

int runCommandLine(const std::vector<std::string>& words, const CommandTable& commands, Session& session) {
  // Texts of the parser itself are needed before it has parsed --lang.
  session.json = std::ranges::find(words, "--json") != words.end();
  session.language = settledLanguage(typedLanguage(words), settingFiles(session.environment), session.environment);
  Parser parser;
  parser.app.formatter(std::dynamic_pointer_cast<CLI::Formatter>(helpFormat(session.language)));
  parser.app.description(text(session, "asar"));
  parser.app.name("asar");
  // At most one noun; after it, words are values even where they are spelt like another noun.
  parser.app.require_subcommand(0, 1);
  addGlobalOptions(parser.app, parser, session);
  for (const auto& spec : commands) addCommand(parser, spec, session);
  std::vector<std::string> reversed(words.rbegin(), words.rend());
  try {
    parser.app.parse(reversed);
  } catch (const CLI::CallForHelp&) {
    return printHelp(session, typedHelp(parser));
  } catch (const CLI::ParseError& error) {
    return printUsageError(session, words.empty() ? "" : words.front(), usageText(error, words, parser, session));
  }
  return runTyped(parser, session);
}

}  // namespace tools
