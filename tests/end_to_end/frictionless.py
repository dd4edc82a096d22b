"""The rules of Frictionless Data Package, Data Resource and Table Schema (version 1) that our packages have to keep,
written down here so that no library is needed: what must be there, how names are spelt, and that every cell is of the
type which its column declares. https://specs.frictionlessdata.io/
"""
import csv
import datetime
import hashlib
import io
import json
import posixpath
import re

NAME = re.compile(r"[-a-z0-9._/]+")
HASH = re.compile(r"(md5|sha1|sha256|sha512):([0-9a-f]+)")
URL = re.compile(r"https?://\S+")
TYPES = {"string", "number", "integer", "boolean", "object", "array", "date", "time", "datetime", "year", "yearmonth",
         "duration", "geopoint", "geojson", "any"}
DIALECT = {"delimiter", "lineTerminator", "quoteChar", "doubleQuote", "escapeChar", "nullSequence", "skipInitialSpace",
           "header", "commentChar", "caseSensitiveHeader", "csvddfVersion"}


class Broken(AssertionError):
    pass


def require(condition, sentence):
    if not condition:
        raise Broken(sentence)


def is_text(value):
    return isinstance(value, str) and value != ""


def parses(value, field):
    """Whether a cell is of the type of its field, in that type's default form or the one it names."""
    kind = field["type"]
    if kind == "string":
        return True
    if kind == "integer":
        return re.fullmatch(r"[+-]?[0-9]+", value) is not None
    if kind == "boolean":
        return value in ("true", "True", "TRUE", "1", "false", "False", "FALSE", "0")
    try:
        if kind == "date":
            return len(value) == 10 and datetime.date.fromisoformat(value) is not None
        if kind == "datetime":
            moment = datetime.datetime.fromisoformat(value)
            return field.get("format") == "any" or (moment.tzinfo is not None and value.endswith("Z"))
    except ValueError:
        return False
    return False  # a type that we do not write


def check_schema(schema, where):
    require(isinstance(schema, dict) and isinstance(schema.get("fields"), list) and schema["fields"],
            f"{where}: the schema has no fields")
    names = [field.get("name") for field in schema["fields"]]
    require(all(map(is_text, names)), f"{where}: a field has no name")
    require(len(set(names)) == len(names), f"{where}: two fields are called alike: {names}")
    for field in schema["fields"]:
        require(field.get("type", "string") in TYPES, f"{where}: {field} is of no type")
        require(isinstance(field.get("format", "default"), str), f"{where}: {field}")
        require(is_text(field.get("description", "-")), f"{where}: {field}")
    missing = schema.get("missingValues", [""])
    require(isinstance(missing, list) and all(isinstance(one, str) for one in missing), f"{where}: missingValues")


def check_rows(resource, content):
    where, schema = resource["path"], resource["schema"]
    text = content.decode(resource.get("encoding", "utf-8"))
    ending = resource.get("dialect", {}).get("lineTerminator", "\r\n")
    require(text.endswith(ending), f"{where}: the last line has no end")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    names = [field["name"] for field in schema["fields"]]
    require(rows and rows[0] == names, f"{where}: the heading is not the schema's")
    missing = schema.get("missingValues", [""])
    for number, row in enumerate(rows[1:], 2):
        require(len(row) == len(schema["fields"]), f"{where}, line {number}: {len(row)} cells")
        for cell, field in zip(row, schema["fields"]):
            require(cell in missing or parses(cell, field), f"{where}, line {number}: {cell!r} is no {field['type']}")
    return len(rows) - 1


def check_resource(resource, read):
    require(isinstance(resource, dict), f"{resource} is no object")
    name, path = resource.get("name"), resource.get("path")
    require(is_text(name) and NAME.fullmatch(name), f"{name!r} is no name of a resource")
    require(is_text(path) and "data" not in resource, f"{name}: one of path and data is there")
    require(not path.startswith(("/", "~")) and ".." not in path.split("/") and ":" not in path and "\\" not in path
            and posixpath.normpath(path) == path, f"{name}: {path!r} leads out of the package")
    for member in ("profile", "title", "description", "format", "mediatype", "encoding"):
        require(is_text(resource.get(member, "-")), f"{name}: {member}")
    content = read(path)
    require(type(resource.get("bytes")) is int and resource["bytes"] == len(content), f"{path}: bytes are not true")
    stated = HASH.fullmatch(resource.get("hash", ""))
    require(stated and hashlib.new(stated[1], content).hexdigest() == stated[2], f"{path}: the hash is not true")
    require(set(resource.get("dialect", {})) <= DIALECT, f"{path}: dialect {resource.get('dialect')}")
    if path.endswith(".csv"):
        require(resource.get("profile") == "tabular-data-resource", f"{path}: a table says that it is one")
    if resource.get("profile") != "tabular-data-resource":
        return 0
    check_schema(resource.get("schema"), path)
    return check_rows(resource, content)


def check_package(read):
    """Checks the datapackage.json that `read`, a function from a path to its bytes, gives, and all it describes; the
    package, and how many rows its tables have."""
    package = json.loads(read("datapackage.json").decode("utf-8"))
    require(isinstance(package, dict), "a package is an object")
    require(is_text(package.get("name")) and NAME.fullmatch(package["name"]), f"{package.get('name')!r} is no name")
    require(package.get("profile") in ("data-package", "tabular-data-package"), "the profile")
    require(is_text(package.get("title", "-")), "the title")
    licences = package.get("licenses", [])
    require(isinstance(licences, list) and all(is_text(one.get("name")) or is_text(one.get("path"))
                                               for one in licences), "a licence has a name or a path")
    require(all(URL.fullmatch(one.get("path", "https://-")) for one in licences), "the path of a licence")
    resources = package.get("resources")
    require(isinstance(resources, list) and resources, "a package has resources")
    rows = sum(check_resource(resource, read) for resource in resources)
    for member in ("name", "path"):
        values = [resource[member] for resource in resources]
        require(len(set(values)) == len(values), f"two resources have one {member}")
    if package["profile"] == "tabular-data-package":
        require(all(one.get("profile") == "tabular-data-resource" for one in resources), "each resource is a table")
    return package, rows
