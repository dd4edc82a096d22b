"""A list of another system, imported and linked by the programs made for that."""

LIST = "code,name\nROOT-1,Sample Roots\nROOT-2,Sample Branches\n"
MAPPING = """
[source]
kind = "csv"
[[row]]
command = "organisationRegister"
[row.fields]
organisation = {id = "organisation/{code}"}
office = "{$office}"
kind = "ngo"
region = "KZ-75"
names = {kk = "{name}", ru = "{name}", en = "{name}"}
[[link]]
subject = {id = "organisation/{code}"}
externalId = {code = "{code}"}
"""


def imported_and_linked(story, importer, system):
    """Rows that were imported and ids that were linked, in a copy: `asar import` signs by the clock of today."""
    copy = story.aside("imported")
    source, mapping = (copy.folder.parent / name for name in ("list.csv", "list.toml"))
    source.write_text(LIST, encoding="utf-8")
    mapping.write_text(MAPPING, encoding="utf-8")
    office = ("--set", f"office={story.office}")
    brought = copy.run("import", source, "--mapping", mapping, "--key", importer.key_file, *office)
    linked = copy.run("import", "link", source, "--mapping", mapping, "--system", system, "--key",
                      story.clerk.key_file, *office)
    return brought["rows"], linked["links"]
