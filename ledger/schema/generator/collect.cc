// Walks the loaded schema into the generator's picture.
#include <cctype>
#include <set>
#include <stdexcept>

#include "ledger/schema/generator/emit.h"

namespace generator {
namespace {

// Annotation ids of types.capnp.
constexpr uint64_t kId = 0xac98b467078fa695, kHash = 0xa5969c5462cce33a, kKey = 0xa3115a148e3182fc,
                   kSignature = 0x85ab9733029a242f, kMinutes = 0xc9f8edd102f8a444, kDay = 0xf71ca48d7cae7e31,
                   kUtcMs = 0xb7be9343d1041690, kCode = 0xaaa7b7644f5b6684, kOptional = 0xc4a9ed97e7265a95,
                   kNative = 0xc82a1c759698fa82, kKindAnnotation = 0x98b2cfaa0885020e, kInState = 0xe1d6a7b0c3f24951,
                   kOf = 0x9f1c3a77e2d04b18, kBecomes = 0xb5e8f0a7c1d62394;

template <class Proto>
const capnp::schema::Annotation::Reader* find(const Proto& proto, uint64_t id) {
  static thread_local capnp::schema::Annotation::Reader found;
  for (const auto annotation : proto.getAnnotations()) {
    if (annotation.getId() == id) {
      found = annotation;
      return &found;
    }
  }
  return nullptr;
}

std::string shortName(capnp::Schema schema) {
  return std::string(schema.getUnqualifiedName().cStr());
}

struct Types {
  std::string type;
  std::string reader;  // function that turns the wire value into the plain one
  bool pointer = false;
};

Types typeOf(capnp::StructSchema::Field field) {
  const auto proto = field.getProto();
  const auto type = field.getType();
  switch (type.which()) {
    case capnp::schema::Type::BOOL:
      return {"bool", "readPlain"};
    case capnp::schema::Type::UINT16:
      return {"std::uint16_t", "readPlain"};
    case capnp::schema::Type::UINT32:
      return {"std::uint32_t", "readPlain"};
    case capnp::schema::Type::UINT64:
      return {"std::uint64_t", "readPlain"};
    case capnp::schema::Type::INT16:
      return {"std::int16_t", "readPlain"};
    case capnp::schema::Type::INT32:
      return find(proto, kDay) != nullptr ? Types{"CivilDay", "readDay"} : Types{"std::int32_t", "readPlain"};
    case capnp::schema::Type::INT64:
      if (find(proto, kMinutes) != nullptr) return {"Minutes", "readMinutes"};
      return find(proto, kUtcMs) != nullptr ? Types{"UtcMs", "readPlain"} : Types{"std::int64_t", "readPlain"};
    case capnp::schema::Type::TEXT:
      return {"std::string", find(proto, kCode) != nullptr ? "readCode" : "readText", true};
    case capnp::schema::Type::DATA:
      if (const auto* id = find(proto, kId))
        return {std::string(id->getValue().getText().cStr()) + "Id", "readId", true};
      if (find(proto, kHash) != nullptr) return {"Digest", "readDigest", true};
      if (find(proto, kKey) != nullptr) return {"ActorKey", "readKey", true};
      if (find(proto, kSignature) != nullptr) return {"ActorSignature", "readSignature", true};
      return {"Bytes", "readBytes", true};
    case capnp::schema::Type::ENUM:
      return {shortName(type.asEnum()), "readEnum"};
    case capnp::schema::Type::STRUCT:
      return {shortName(type.asStruct()), "readStruct", true};
    case capnp::schema::Type::LIST: {
      const auto item = type.asList().getElementType();
      if (item.isStruct()) return {"std::vector<" + shortName(item.asStruct()) + ">", "readStructs", true};
      if (item.isEnum()) return {"std::vector<" + shortName(item.asEnum()) + ">", "readEnums", true};
      if (item.isData()) return {"std::vector<Bytes>", "readBlobs", true};
      break;
    }
    case capnp::schema::Type::VOID:
    case capnp::schema::Type::INT8:
    case capnp::schema::Type::UINT8:
    case capnp::schema::Type::FLOAT32:
    case capnp::schema::Type::FLOAT64:
    case capnp::schema::Type::INTERFACE:
    case capnp::schema::Type::ANY_POINTER:
      break;
  }
  throw std::runtime_error("no plain type for field " + std::string(proto.getName().cStr()));
}

Field makeField(const std::string& owner, capnp::StructSchema::Field field) {
  const auto proto = field.getProto();
  const bool optional = find(proto, kOptional) != nullptr;
  const Types types = typeOf(field);
  const std::string name = proto.getName().cStr();
  const std::string upper = upperFirst(name);
  const std::string path = "\"" + owner + "." + name + "\"";
  Field out{name, snake(name), types.type, "", "", false, name, {}, ""};
  out.subject = types.type == "SubjectId" || types.type == "PersonId";
  if (const auto* becomes = find(proto, kBecomes)) out.becomes = becomes->getValue().getText().cStr();
  if (const auto* of = find(proto, kOf)) out.role = of->getValue().getText().cStr();
  if (const auto* states = find(proto, kInState)) {
    for (const auto state : states->getValue().getList().getAs<capnp::List<capnp::Text>>())
      out.in_state.emplace_back(state.cStr());
  }
  const std::string get = "in.get" + upper + "()";
  const std::string value = "v." + out.cxx_name;
  const std::string at = ", {" + path + (optional ? ", true})" : ", false})");
  if (types.reader == "readStruct") {
    if (optional) out.cxx_type = "std::optional<" + types.type + ">";
    out.read = std::string(optional ? "readOptionalStruct<" : "readStruct<") + types.type + ">(in.has" + upper +
               "(), [&] { return " + get + "; }" + at;
    out.write = optional ? "if (" + value + ") write(*" + value + ", out.init" + upper + "());"
                         : "write(" + value + ", out.init" + upper + "());";
  } else if (types.reader == "readEnum") {
    out.read = "readEnum<" + types.type + ">(static_cast<std::uint16_t>(" + get + ")" + at;
    out.write = "out.set" + upper + "(static_cast<schema::" + types.type + ">(" + value + "));";
  } else if (types.reader == "readStructs" || types.reader == "readEnums" || types.reader == "readBlobs") {
    out.read = types.reader + "<" + types.type + ">(" + get + at;
    const std::string write_list = types.reader == "readStructs" ? "writeStructs"
                                   : types.reader == "readEnums" ? "writeEnums"
                                                                 : "writeBlobs";
    out.write = "if (!" + value + ".empty()) " + write_list + "(" + value + ", out.init" + upper +
                "(static_cast<unsigned>(" + value + ".size())));";
  } else if (types.pointer) {
    out.read = types.reader + "<" + types.type + ">(" + get + at;
    out.write = "if (isPresent(" + value + ", " + (optional ? "true" : "false") + ")) out.set" + upper + "(wire(" +
                value + "));";
  } else {
    out.read = types.reader + "<" + types.type + ">(" + get + at;
    out.write = "out.set" + upper + "(wire(" + value + "));";
  }
  return out;
}

Choice makeChoice(capnp::StructSchema::Field field, const capnp::SchemaLoader& loader) {
  Choice out;
  out.name = field.getProto().getName().cStr();
  out.cxx_type = shortName(field.getType().asStruct());
  (void)loader;
  if (const auto* annotation = find(field.getProto(), kKindAnnotation)) {
    // KindOf {event, visibility, inherits, importable, streams, does, from, to, since}: read by position, because the
    // generator is built before the schema's own code.
    const auto any = annotation->getValue().getStruct();
    const auto kind = any.getAs<capnp::AnyStruct>();
    const auto section = kind.getDataSection();
    const auto pointers = kind.getPointerSection();
    const auto byte = [&](size_t i) { return i < section.size() ? static_cast<unsigned>(section[i]) : 0U; };
    out.event = pointers[0].getAs<capnp::Text>().cStr();
    const char* const names[] = {"kPublic", "kScoped", "kPrivate"};
    out.visibility = names[byte(0)];
    out.inherits = (byte(2) & 1) != 0;
    out.importable = (byte(2) & 2) != 0;
    for (const auto stream : pointers[1].getAs<capnp::List<capnp::Text>>()) out.streams.emplace_back(stream.cStr());
    out.does = pointers[2].getAs<capnp::Text>().cStr();
    for (const auto state : pointers[3].getAs<capnp::List<capnp::Text>>()) out.from.emplace_back(state.cStr());
    out.to = pointers[4].getAs<capnp::Text>().cStr();
    out.since = byte(4) | byte(5) << 8;
  }
  return out;
}

class Collector {
 public:
  explicit Collector(const capnp::SchemaLoader& loader) : loader_(loader) {}

  void add(capnp::Schema schema) {
    if (!seen_.insert(schema.getProto().getId()).second) return;
    if (schema.getProto().isEnum()) return addEnum(schema.asEnum());
    if (schema.getProto().isStruct()) addStruct(schema.asStruct());
  }

  void addFile(std::string name) { schema_.files.push_back(std::move(name)); }
  Schema take() { return std::move(schema_); }

 private:
  void addEnum(capnp::EnumSchema schema) {
    Enum out{shortName(schema), {}};
    for (const auto enumerant : schema.getEnumerants())
      out.enumerants.emplace_back(enumerant.getProto().getName().cStr());
    schema_.enums.push_back(std::move(out));
  }

  void addUsed(capnp::Type type) {
    if (type.isList()) type = type.asList().getElementType();
    if (type.isEnum()) add(type.asEnum());
    if (type.isStruct()) add(type.asStruct());
  }

  void addStruct(capnp::StructSchema schema) {
    if (find(schema.getProto(), kNative) != nullptr || shortName(schema) == "KindOf") return;
    for (const auto field : schema.getFields()) addUsed(field.getType());
    Struct out{shortName(schema), {}, {}};
    for (const auto field : schema.getNonUnionFields()) out.fields.push_back(makeField(out.name, field));
    for (const auto field : schema.getUnionFields()) out.choices.push_back(makeChoice(field, loader_));
    schema_.structs.push_back(std::move(out));
  }

  const capnp::SchemaLoader& loader_;
  std::set<uint64_t> seen_;
  Schema schema_;
};

}  // namespace

std::string upperFirst(const std::string& name) {
  std::string out = name;
  out[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(out[0])));
  return out;
}

std::string snake(const std::string& name) {
  std::string out;
  for (char c : name) {
    if (std::isupper(static_cast<unsigned char>(c)) != 0) out += '_';
    out += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return out;
}

std::string shout(const std::string& name) {
  std::string out = snake(name);
  for (char& c : out) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
  return out;
}

Schema collect(const capnp::SchemaLoader& loader, capnp::schema::CodeGeneratorRequest::Reader request) {
  Collector collector(loader);
  for (const auto file : request.getRequestedFiles()) {
    collector.addFile(file.getFilename().cStr());
    const auto nested = loader.get(file.getId()).getProto().getNestedNodes();
    for (const auto node : nested) {
      const auto schema = loader.get(node.getId());
      if (schema.getProto().isStruct() || schema.getProto().isEnum()) collector.add(schema);
    }
  }
  return collector.take();
}

}  // namespace generator
