// Writes the three texts.
#include "ledger/schema/generator/emit.h"

#include <algorithm>
#include <sstream>

namespace generator {
namespace {

constexpr const char* kCommand = "Command";
constexpr const char* kMade = "// Made by the build from ledger/schema/*.capnp. Do not edit.\n";

std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

void emitEnum(std::ostringstream& out, const Enum& e) {
  out << "enum class " << e.name << " : std::uint16_t {\n";
  for (const auto& name : e.enumerants) out << "  k" << upperFirst(name) << ",\n";
  out << "};\n";
  out << "std::string_view nameOf(" << e.name << " value);\n";
  out << "template <>\ninline constexpr std::uint16_t kEnumerants<" << e.name << "> = " << e.enumerants.size()
      << ";\n\n";
}

void emitNames(std::ostringstream& out, const Enum& e) {
  out << "std::string_view nameOf(" << e.name << " value) {\n  switch (value) {\n";
  for (const auto& name : e.enumerants)
    out << "    case " << e.name << "::k" << upperFirst(name) << ": return " << quoted(name) << ";\n";
  out << "  }\n  return \"?\";\n}\n\n";
}

// One body of many kinds. A std::variant of them all would cost every file that takes a command minutes to compile.
void emitBody(std::ostringstream& out, const Struct& s) {
  const std::string name = s.name + "Body";
  out << "// One for each member of " << s.name << "'s union, in its order.\nenum class Kind : std::uint16_t {\n";
  for (const auto& choice : s.choices) out << "  k" << upperFirst(choice.name) << ",\n";
  out << "};\ninline constexpr std::size_t kKinds = " << s.choices.size() << ";\n\n"
      << "template <class Body>\nstruct KindOfBody;\n";
  for (const auto& choice : s.choices) {
    out << "template <>\nstruct KindOfBody<" << choice.cxx_type << "> {\n  static constexpr Kind kKind = Kind::k"
        << upperFirst(choice.name) << ";\n};\n";
  }
  out << "\n// A value of one of the kinds. Copies share it until one of them is edited.\nclass " << name
      << " {\n public:\n  " << name << "() : " << name << "(" << s.choices.front().cxx_type << "{}) {}\n"
      << "  template <class Body>\n    requires requires { KindOfBody<Body>::kKind; }\n  " << name
      << "(Body body)  // NOLINT(google-explicit-constructor): a kind is a body\n"
         "      : kind_(KindOfBody<Body>::kKind), held_(std::make_shared<Body>(std::move(body))) {}\n\n"
         "  Kind kind() const { return kind_; }\n"
         "  template <class Body>\n  bool is() const {\n    return kind_ == KindOfBody<Body>::kKind;\n  }\n"
         "  // Null where it is of another kind.\n"
         "  template <class Body>\n  const Body* as() const {\n"
         "    return is<Body>() ? static_cast<const Body*>(held_.get()) : nullptr;\n  }\n"
         "  template <class Body>\n  const Body& get() const {\n    ASAR_CHECK(is<Body>());\n"
         "    return *static_cast<const Body*>(held_.get());\n  }\n"
         "  template <class Body>\n  Body& edit() {\n    ASAR_CHECK(is<Body>());\n"
         "    if (held_.use_count() != 1) held_ = std::make_shared<Body>(get<Body>());\n"
         "    return *static_cast<Body*>(held_.get());\n  }\n\n"
         "  friend bool operator==(const "
      << name << "& a, const " << name << "& b);\n\n private:\n  Kind kind_;\n  std::shared_ptr<void> held_;\n};\n\n"
      << "template <class Visitor>\ndecltype(auto) visit(Visitor&& visitor, const " << name
      << "& body) {\n  switch (body.kind()) {\n";
  for (const auto& choice : s.choices) {
    out << "    case Kind::k" << upperFirst(choice.name) << ":\n      return visitor(body.get<" << choice.cxx_type
        << ">());\n";
  }
  out << "  }\n  std::abort();\n}\n\n";
}

void emitStruct(std::ostringstream& out, const Struct& s) {
  if (s.name == kCommand) {
    emitBody(out, s);
  } else if (!s.choices.empty()) {
    out << "using " << s.name << "Body = std::variant<";
    for (std::size_t i = 0; i < s.choices.size(); ++i) out << (i == 0 ? "" : ", ") << s.choices[i].cxx_type;
    out << ">;\n\n";
  }
  out << "struct " << s.name << " {\n";
  for (const auto& field : s.fields) out << "  " << field.cxx_type << " " << field.cxx_name << "{};\n";
  if (!s.choices.empty()) out << "  " << s.name << "Body body{};\n";
  out << "\n  friend bool operator==(const " << s.name << "&, const " << s.name << "&) = default;\n};\n\n";
}

std::vector<std::string> streamRoles(const Struct& command) {
  std::vector<std::string> roles;
  for (const auto& choice : command.choices) {
    for (const auto& role : choice.streams) {
      if (std::ranges::find(roles, role) == roles.end()) roles.push_back(role);
    }
  }
  return roles;
}

// Every word that a kind or a field calls a state.
std::vector<std::string> subjectStates(const Schema& schema, const Struct& command) {
  std::vector<std::string> states;
  const auto add = [&](const std::string& state) {
    if (!state.empty() && std::ranges::find(states, state) == states.end()) states.push_back(state);
  };
  for (const auto& choice : command.choices) {
    std::ranges::for_each(choice.from, add);
    add(choice.to);
  }
  for (const auto& s : schema.structs) {
    for (const auto& field : s.fields) {
      std::ranges::for_each(field.in_state, add);
      add(field.becomes);
    }
  }
  return states;
}

// {SubjectState::kOpen, SubjectState::kClosed}
std::string stateList(const std::vector<std::string>& states) {
  std::string out = "{";
  for (const auto& state : states) out += (out.size() == 1 ? "" : ", ") + ("SubjectState::k" + upperFirst(state));
  return out + "}";
}

const Struct* commandOf(const Schema& schema) {
  const auto found = std::ranges::find(schema.structs, kCommand, &Struct::name);
  return found == schema.structs.end() ? nullptr : &*found;
}

void emitKinds(std::ostringstream& out, const Schema& schema, const Struct& command) {
  out << "// Which stream of a subject an entry belongs to.\n";
  emitEnum(out, {"StreamRole", streamRoles(command)});
  out << "// Where a subject stands in its life.\n";
  emitEnum(out, {"SubjectState", subjectStates(schema, command)});
  out << "struct KindTraits {\n  std::string_view command;\n  std::string_view event;\n  Visibility visibility;\n"
         "  bool inherits;\n  bool importable;\n  std::span<const StreamRole> streams;\n  std::string_view "
         "does;\n  std::span<const SubjectState> from;\n  std::optional<SubjectState> to;\n"
         "  std::uint16_t since;\n\n  // It opens the subject of its first stream.\n"
         "  bool opens() const { return from.empty() && to.has_value(); }\n};\n\n";
  out << "const KindTraits& traitsOf(Kind kind);\n";
  out << "inline Kind kindOf(const Command& command) { return command.body.kind(); }\n\n";
}

// One call of the visitor for each of the body's fields that `wanted` picks, with what `further` adds.
template <class Wanted, class Further>
void emitVisits(std::ostringstream& out, const char* function, const Struct& body, Wanted wanted, Further further) {
  out << "template <class Visit>\nvoid " << function << "(const " << body.name << "& v, Visit visit) {\n"
      << "  (void)v, (void)visit;\n";
  for (const auto& field : body.fields) {
    if (!field.subject || !wanted(field)) continue;
    out << "  visit(StreamRole::k" << upperFirst(field.role) << ", SubjectId{v." << field.cxx_name << ".bytes}"
        << further(field) << ");\n";
  }
  out << "}\n\n";
}

std::string statesOf(const Struct& body, const Field& field) {
  return "k" + body.name + upperFirst(field.name) + "States";
}

// Of any kind: fields whose subjects are to be in certain states, and those whose subjects change theirs.
void emitConditions(std::ostringstream& out, const Struct& body) {
  const auto has_condition = [](const Field& field) { return field.subject && !field.in_state.empty(); };
  const auto changes = [](const Field& field) { return field.subject && !field.becomes.empty(); };
  for (const auto& field : body.fields) {
    if (has_condition(field))
      out << "inline constexpr SubjectState " << statesOf(body, field) << "[] = " << stateList(field.in_state) << ";\n";
  }
  if (std::ranges::any_of(body.fields, has_condition)) {
    emitVisits(out, "eachCondition", body, has_condition,
               [&](const Field& field) { return ", std::span<const SubjectState>(" + statesOf(body, field) + ")"; });
  }
  if (std::ranges::any_of(body.fields, changes)) {
    emitVisits(out, "eachChange", body, changes,
               [](const Field& field) { return ", SubjectState::k" + upperFirst(field.becomes); });
  }
}

// eachSubject: the fields of a later kind that name subjects by the names of their streams; eachMention: those that
// name others.
void emitSubjects(std::ostringstream& out, const Schema& schema, const Struct& command) {
  const auto roles = streamRoles(command);
  const auto is_role = [&](const Field& field) { return std::ranges::find(roles, field.role) != roles.end(); };
  const auto nothing = [](const Field&) { return ""; };
  out << "template <class Body>\ninline constexpr bool kIsLaterKind = false;\n\n"
         "template <class Body, class Visit>\nvoid eachCondition(const Body&, Visit) {}\n"
         "template <class Body, class Visit>\nvoid eachChange(const Body&, Visit) {}\n\n";
  for (const auto& choice : command.choices) {
    const auto body = std::ranges::find(schema.structs, choice.cxx_type, &Struct::name);
    emitConditions(out, *body);
    if (choice.since == 0) continue;
    out << "template <>\ninline constexpr bool kIsLaterKind<" << choice.cxx_type << "> = true;\n";
    emitVisits(
        out, "eachSubject", *body, [&](const Field& field) { return is_role(field) && field.role == field.name; },
        nothing);
    emitVisits(
        out, "eachMention", *body, [&](const Field& field) { return is_role(field) && field.role != field.name; },
        nothing);
  }
}

void emitEquality(std::ostringstream& out, const Struct& command) {
  const std::string name = command.name + "Body";
  out << "bool operator==(const " << name << "& a, const " << name
      << "& b) {\n  if (a.kind() != b.kind()) return false;\n"
         "  return visit([&]<class Body>(const Body& body) { return body == b.get<Body>(); }, a);\n}\n\n";
}

void emitTraits(std::ostringstream& out, const Struct& command) {
  out << "namespace {\n";
  for (const auto& choice : command.choices) {
    if (!choice.from.empty())
      out << "constexpr SubjectState k" << upperFirst(choice.name) << "From[] = " << stateList(choice.from) << ";\n";
    if (choice.streams.empty()) continue;
    out << "constexpr StreamRole k" << upperFirst(choice.name) << "Streams[] = {";
    for (std::size_t i = 0; i < choice.streams.size(); ++i)
      out << (i == 0 ? "" : ", ") << "StreamRole::k" << upperFirst(choice.streams[i]);
    out << "};\n";
  }
  out << "constexpr KindTraits kTraits[] = {\n";
  for (const auto& choice : command.choices) {
    out << "    {" << quoted(choice.name) << ", " << quoted(choice.event) << ", Visibility::" << choice.visibility
        << ", " << (choice.inherits ? "true" : "false") << ", " << (choice.importable ? "true" : "false") << ", "
        << (choice.streams.empty() ? "{}" : "k" + upperFirst(choice.name) + "Streams") << ", " << quoted(choice.does)
        << ", " << (choice.from.empty() ? "{}" : "k" + upperFirst(choice.name) + "From") << ", "
        << (choice.to.empty() ? "{}" : "SubjectState::k" + upperFirst(choice.to)) << ", " << choice.since << "},\n";
  }
  out << "};\n}  // namespace\n\nconst KindTraits& traitsOf(Kind kind) { return "
         "kTraits[static_cast<std::size_t>(kind)]; }\n\n";
}

void emitRead(std::ostringstream& out, const Struct& s) {
  out << "void read(schema::" << s.name << "::Reader in, " << s.name << "& v) {\n";
  for (const auto& field : s.fields) out << "  v." << field.cxx_name << " = " << field.read << ";\n";
  if (!s.choices.empty()) {
    out << "  switch (in.which()) {\n";
    for (const auto& choice : s.choices) {
      const std::string upper = upperFirst(choice.name);
      out << "    case schema::" << s.name << "::" << shout(choice.name) << ":\n      v.body = readStruct<"
          << choice.cxx_type << ">(in.has" << upper << "(), [&] { return in.get" << upper << "(); }, {\"" << s.name
          << "." << choice.name << "\", false});\n      return;\n";
    }
    out << "  }\n  failUnknownKind(static_cast<std::uint16_t>(in.which()));\n";
  }
  out << "}\n\n";
}

// Which alternative a value holds, and the body of alternative i.
std::string held(const Struct& s) {
  return s.name == kCommand ? "static_cast<std::size_t>(v.body.kind())" : "v.body.index()";
}
std::string bodyAt(const Struct& s, std::size_t i) {
  return s.name == kCommand ? "v.body.get<" + s.choices[i].cxx_type + ">()"
                            : "std::get<" + std::to_string(i) + ">(v.body)";
}

void emitWrite(std::ostringstream& out, const Struct& s) {
  out << "void write(const " << s.name << "& v, schema::" << s.name << "::Builder out) {\n";
  for (const auto& field : s.fields) out << "  " << field.write << "\n";
  if (!s.choices.empty()) {
    out << "  switch (" << held(s) << ") {\n";
    for (std::size_t i = 0; i < s.choices.size(); ++i) {
      out << "    case " << i << ": write(" << bodyAt(s, i) << ", out.init" << upperFirst(s.choices[i].name)
          << "()); break;\n";
    }
    out << "    default: break;\n  }\n";
  }
  out << "}\n\n";
}

}  // namespace

std::string valuesHeader(const Schema& schema) {
  std::ostringstream out;
  out << kMade
      << "#pragma once\n\n#include <cstdint>\n#include <cstdlib>\n#include <memory>\n#include <optional>\n#include "
         "<span>\n#include <string>\n#include "
         "<string_view>\n"
      << "#include <variant>\n#include <vector>\n\n#include \"ledger/base/check.h\"\n#include "
         "\"ledger/event/value_types.h\"\n\nnamespace ledger {\n\n"
      << "template <class AnyEnum>\ninline constexpr std::uint16_t kEnumerants = 0;\n\n";
  for (const auto& e : schema.enums) emitEnum(out, e);
  for (const auto& s : schema.structs) {
    emitStruct(out, s);
    if (s.name == kCommand) emitKinds(out, schema, s);
  }
  if (const Struct* command = commandOf(schema)) emitSubjects(out, schema, *command);
  out << "}  // namespace ledger\n";
  return out.str();
}

std::string codecHeader(const Schema& schema) {
  std::ostringstream out;
  out << kMade << "#pragma once\n\n#include \"ledger/event/values.h\"\n";
  for (const auto& file : schema.files) out << "#include \"" << file << ".h\"\n";
  out << "\nnamespace ledger {\n\n";
  for (const auto& s : schema.structs) {
    out << "void read(schema::" << s.name << "::Reader in, " << s.name << "& v);\n";
    out << "void write(const " << s.name << "& v, schema::" << s.name << "::Builder out);\n";
  }
  out << "\n}  // namespace ledger\n";
  return out.str();
}

std::string codecSource(const Schema& schema) {
  std::ostringstream out;
  out << kMade
      << "#include \"ledger/event/values_codec.h\"\n\n#include \"ledger/event/field_codec.h\"\n\nnamespace ledger "
         "{\n\n";
  for (const auto& e : schema.enums) emitNames(out, e);
  for (const auto& s : schema.structs) {
    emitRead(out, s);
    emitWrite(out, s);
  }
  if (const Struct* command = commandOf(schema)) {
    emitEquality(out, *command);
    emitNames(out, {"SubjectState", subjectStates(schema, *command)});
    emitNames(out, {"StreamRole", streamRoles(*command)});
    emitTraits(out, *command);
  }
  out << "}  // namespace ledger\n";
  return out.str();
}

}  // namespace generator
