"""What a row of the table says of a test, against what the test did."""
import functools


def undone(row, story):
    """What the row names and the test did not: commands sent, programs run, the report read."""
    left = [f"command {one}" for one in sorted(set(row["commands"]) - story.sent)]
    left += [f"program asar {one}" for one in sorted(set(row.get("programs", [])) - story.ran)]
    return left + ([f"report {row['report']}"] if row["report"] not in story.read else [])


def held_to(rows, test):
    """The test, which then must have done all that these rows say of it. It fails by itself or by its rows."""
    @functools.wraps(test)
    def whole(case):
        test(case)
        left = {row["title"]: undone(row, case.story) for row in rows}
        case.assertEqual({title: what for title, what in left.items() if what}, {}, "said and not done")
    return whole


def holds_to(rows, suite):
    """Each test of the class that a row names is held to its rows, whatever became of the tests before it."""
    for name in {row["test"] for row in rows if hasattr(suite, row["test"])}:
        setattr(suite, name, held_to([row for row in rows if row["test"] == name], getattr(suite, name)))
    return suite
