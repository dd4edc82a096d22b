"""Just enough C++ to count lines of functions and parameters: blanks out comments and literals, follows braces."""
import re
from dataclasses import dataclass

RAW_STRING = re.compile(r'R"([^()\\\s]{0,16})\(')
QUALIFIERS = {"const", "noexcept", "override", "final", "mutable", "try", "else", "do"}


@dataclass(frozen=True)
class Function:
    name: str
    first_line: int
    last_line: int
    parameters: int

    @property
    def lines(self):
        return self.last_line - self.first_line + 1


def _blank(text):
    return re.sub(r"[^\n]", " ", text)


def _literal_end(text, start):
    """The index after the string or character literal that opens at start."""
    quote = text[start]
    at = start + 1
    while at < len(text) and text[at] != quote and text[at] != "\n":
        at += 2 if text[at] == "\\" else 1
    return at + 1


def _skip_at(text, at):
    """Where the comment or literal that starts at this index ends; the index itself where none starts."""
    if text.startswith("//", at):
        end = text.find("\n", at)
        return len(text) if end < 0 else end
    if text.startswith("/*", at):
        end = text.find("*/", at)
        return len(text) if end < 0 else end + 2
    if text[at] == "R" and (raw := RAW_STRING.match(text, at)):
        end = text.find(")" + raw.group(1) + '"', at)
        return len(text) if end < 0 else end + len(raw.group(1)) + 2
    if text[at] == '"':
        return _literal_end(text, at)
    if text[at] == "'" and not (at > 0 and text[at - 1].isalnum() and text[at - 1] not in "uUL"):
        return _literal_end(text, at)
    return at


def strip(text, keep_literals=False):
    """The text with comments, literals and preprocessor lines blanked; every line stays where it was."""
    pieces = []
    at = 0
    while at < len(text):
        end = _skip_at(text, at)
        if end == at:
            pieces.append(text[at])
            at += 1
        else:
            literal = text[at] in "\"'R"
            pieces.append(text[at:end] if literal and keep_literals else _blank(text[at:end]))
            at = end
    stripped = "".join(pieces)
    return re.sub(r"^[ \t]*#(?:[^\n]*\\\n)*[^\n]*", lambda match: _blank(match.group()), stripped, flags=re.MULTILINE)


def _closing(text, start):
    """The index of the bracket that closes the one at start."""
    depth = 0
    for at in range(start, len(text)):
        if text[at] in "({[":
            depth += 1
        elif text[at] in ")}]":
            depth -= 1
            if depth == 0:
                return at
    return len(text) - 1


def _without_template(head):
    """The head of a definition without leading template<…> parts."""
    head = head.strip()
    while re.match(r"template\s*<", head):
        depth = 0
        for at in range(head.index("<"), len(head)):
            depth += {"<": 1, ">": -1}.get(head[at], 0)
            if depth == 0:
                break
        head = head[at + 1 :].strip()
    return head


def _kind(head):
    plain = _without_template(head)
    if re.search(r"\bnamespace\b|\bextern\b\s*$", plain):
        return "namespace"
    if re.match(r"(?:\[\[\w+\]\]\s*)*(?:class|struct|union|enum)\b", plain) and not re.search(r"\)\s*\w*\s*$", plain):
        return "type"
    if re.search(r"(?<!operator)(?<![=!<>+\-*/|&^%])=(?!=)\s*[^()]*$", plain) or "(" not in plain:
        return "block"
    return "function"


def _is_member_initialiser(head):
    """True where the brace after this head starts a member of a constructor's initialiser list."""
    if not re.search(r"\)\s*(?:noexcept\s*)?:(?!:)", head):
        return False
    last_word = re.search(r"(\w+|>)\s*$", head)
    return last_word is not None and last_word.group(1) not in QUALIFIERS


def _describe(head):
    plain = _without_template(head)
    plain = re.sub(r"\[\[[^\]]*\]\]", " ", plain)
    start = plain.find("(")
    if re.search(r"operator\s*$", plain[:start]):
        start = plain.find("(", start + 1)
    name = re.search(r"([~\w:]+|operator\s*\S+)\s*$", plain[:start])
    inside = plain[start + 1 : _closing(plain, start)]
    depth, commas = 0, 0
    for at, letter in enumerate(inside):
        if letter in "(<{[":
            depth += 1
        elif letter in ")>}]" and not (letter == ">" and at > 0 and inside[at - 1] == "-"):
            depth -= 1
        elif letter == "," and depth == 0:
            commas += 1
    return (name.group(1) if name else "?"), (commas + 1 if inside.strip() not in ("", "void") else 0)


def functions(text):
    """Every function defined in a C++ text; lambdas count into the function that holds them."""
    code = strip(text)
    found = []
    at, head_start = 0, 0
    while at < len(code):
        letter = code[at]
        if letter in ";}" or (letter == ":" and re.search(r"\b(?:public|private|protected)\s*$", code[head_start:at])):
            head_start = at + 1
        elif letter == "(":
            at = _closing(code, at)
        elif letter == "{":
            head = code[head_start:at]
            kind = _kind(head)
            if kind in ("namespace", "type"):
                head_start = at + 1
            elif kind == "block" or _is_member_initialiser(head):
                at = _closing(code, at)
            else:
                end = _closing(code, at)
                name, parameters = _describe(head)
                first = code.count("\n", 0, head_start + len(head) - len(head.lstrip())) + 1
                found.append(Function(name, first, code.count("\n", 0, end) + 1, parameters))
                at = end
                head_start = end + 1
        at += 1
    return found
