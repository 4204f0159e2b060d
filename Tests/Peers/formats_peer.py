#!/usr/bin/env python3
"""Opens the grader's reports with programs that were not written here, and says what each made of them.

    python3 -m pip install jsonschema xmlschema junitparser markdown-it-py html5lib
    formats_peer.py Tests/GradingTests/Fixtures/Formats [--junit-xsd FILE] [--pictures DIR]

The folder has a folder for each sample report, in it a file for each format; `FormatDocumentTests` keeps them up to date.
--junit-xsd: another schema for the XML beside this repository's, such as Jenkins' junit-10.xsd:
    https://github.com/pytest-dev/pytest/blob/main/testing/example_scripts/junit-10.xsd
--pictures: with `chromium` in PATH, what report.html looks like by day, by night and on paper goes there.

Exit status 1 says that a document was refused, or that what is in one differs from what is in the others.
"""

import argparse
import csv
import json
import pathlib
import shutil
import subprocess
import sys

SCHEMAS = pathlib.Path(__file__).resolve().parent.parent / "GradingTests/Fixtures/Schemas"
JSON = {
    "report.json": "report", "gradescope.json": "gradescope", "classroom50.json": "classroom50",
    "exercism.json": "exercism",
}


def check(name, is_right, detail=""):
    """Prints a line, and keeps count of what is wrong."""
    print(f"  {'ok  ' if is_right else 'WRONG'} {name}{': ' + detail if detail else ''}")
    check.failures += not is_right


check.failures = 0


def check_json(folder):
    import jsonschema

    for file, schema in JSON.items():
        schema = json.loads((SCHEMAS / f"{schema}.json").read_text(encoding="utf-8"))
        validator = jsonschema.Draft202012Validator(schema)
        value = json.loads((folder / file).read_text(encoding="utf-8"))
        errors = [error.message for error in validator.iter_errors(value)]
        check(f"{file}, jsonschema", not errors, "; ".join(errors)[:200])


def check_junit(folder, schemas):
    import junitparser
    import xmlschema

    file = str(folder / "junit.xml")
    for schema in schemas:
        errors = [error.reason for error in xmlschema.XMLSchema(str(schema)).iter_errors(file)]
        check(f"junit.xml, xmlschema and {schema.name}", not errors, "; ".join(map(str, errors))[:200])
    suites = junitparser.JUnitXml.fromfile(file)
    cases = [case for suite in suites for case in suite]
    kinds = [type(result).__name__ for case in cases for result in case.result]
    told = (suites.tests, suites.failures, suites.errors)
    found = (len(cases), kinds.count("Failure"), kinds.count("Error"))
    check("junit.xml, junitparser: tests, failures, errors", told == found, f"{told}")


def check_csv(folder):
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    with open(folder / "report.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.reader(file, strict=True))
    head, rows = rows[0], rows[1:]
    ids = [row[head.index("exercise")] for row in rows]
    check("report.csv, csv: a row an exercise", ids == [each["id"] for each in report["exercises"]])
    check("report.csv, csv: as many cells as heads", {len(row) for row in rows} == {len(head)})
    computed = [cell for row in rows for cell in row if cell[:1] in tuple("=+-@\t\r\n")]
    check("report.csv: nothing to compute", not computed, " ".join(computed))


def check_html(folder):
    import html5lib

    parser = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False)
    page = parser.parse((folder / "report.html").read_text(encoding="utf-8"))
    errors = [error[1] for error in parser.errors]
    check("report.html, html5lib: no parse error", not errors, "; ".join(errors)[:200])
    names = {element.tag for element in page.iter() if isinstance(element.tag, str)}
    check("report.html: no script", not names & {"script", "iframe", "img", "object", "link"})


def check_markdown(folder):
    import markdown_it

    renderer = markdown_it.MarkdownIt("commonmark", {"html": True, "linkify": False}).enable("table")
    tokens = renderer.parse((folder / "feedback.md").read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or []]
    check("feedback.md, markdown-it: no HTML in it", not [
        token for token in tokens + inline if token.type.startswith("html")])
    links = [token.attrs["href"] for token in inline if token.type == "link_open"]
    strangers = [link for link in links if "Lessons/" not in link]
    check("feedback.md, markdown-it: links to lessons only", links and not strangers, " ".join(strangers))
    tables = sum(token.type == "table_open" for token in tokens)
    check("feedback.md, markdown-it: tables", tables >= 1, str(tables))


def take_pictures(folder, pictures):
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if not browser:
        sys.exit("--pictures wants chromium in PATH")
    pictures.mkdir(parents=True, exist_ok=True)
    page = (folder / "report.html").resolve().as_uri()
    common = [browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    for name, options in {
        "day": ["--window-size=900,1300"],
        "night": ["--window-size=900,1300", "--force-dark-mode", "--blink-settings=preferredColorScheme=0"],
        "phone": ["--window-size=500,1300"],
    }.items():
        picture = pictures / f"{folder.name}-{name}.png"
        subprocess.run(common + options + [f"--screenshot={picture}", page], check=True, capture_output=True)
        check(f"{picture}", picture.exists())
    paper = pictures / f"{folder.name}.pdf"
    subprocess.run(common + [f"--print-to-pdf={paper}", page], check=True, capture_output=True)
    check(f"{paper}", paper.exists())


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--junit-xsd", type=pathlib.Path)
    parser.add_argument("--pictures", type=pathlib.Path)
    arguments = parser.parse_args()
    samples = sorted(each for each in arguments.folder.iterdir() if (each / "report.json").exists())
    if not samples:
        sys.exit(f"{arguments.folder} has no folder with a report.json in it")
    schemas = [SCHEMAS / "junit.xsd"] + ([arguments.junit_xsd] if arguments.junit_xsd else [])
    for folder in samples:
        print(folder.name)
        check_json(folder)
        check_junit(folder, schemas)
        check_csv(folder)
        check_html(folder)
        check_markdown(folder)
        if arguments.pictures:
            take_pictures(folder, arguments.pictures)
    print(f"{len(samples)} samples, {check.failures} wrong")
    return 1 if check.failures else 0


if __name__ == "__main__":
    sys.exit(main())
