#!/usr/bin/env python3
"""Looks at class.html in a real browser, headless Chromium: whether it sorts, searches, filters and harms nobody.

    class_page_check.py rows N DIR              write N made-up results to DIR, hostile names among them
    ./grade.sh merge DIR --out OUT              makes OUT/class.html of them
    class_page_check.py check OUT [PICTURES]    look at OUT/class.html, and write screenshots to PICTURES
    class_page_check.py csv OUT                 read OUT/grades.csv as Python does, and class.json against its schema

Needs Python 3.9, and Chromium or Chrome in PATH (CHROMIUM names another). `csv` uses `jsonschema` where it is
installed. Not a part of `./grade.sh check`. Exit status 1: something was found.
"""

import base64
import csv
import hashlib
import json
import os
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOSTILE = [
    "<script>document.title='harmed'</script>", "</script><script>document.title='harmed'</script>",
    "\"><img src=x onerror=\"document.title='harmed'\">", "' onmouseover='document.title=1", "=cmd()", "+1+1",
    "-2+3", "@SUM(1)", "\u202egpj.exe", "line\nbreak", "tab\tname", "javascript:alert(1)", "a,b;\"c\"", "&lt;b&gt;",
    "<!--", "Zoë", "Zoe\u0308", "名前", "  spaces  ", "100%25", "?query#hash", "\u0007bell",
]


def folder_name(name):
    """A submission's folder in the results: what is left of its name, with a hash where that is not all."""
    marked = [index for index, each in enumerate(name) if unicodedata.combining(each)]
    plain = lambda index, each: index + 1 not in marked and (each.isalpha() or each.isnumeric() or each in "-_. ")
    kept = "".join(each if plain(index, each) else "_" for index, each in enumerate(name) if index not in marked)[:40]
    if kept == name and name[0].isalnum() and name[-1] not in ". ":
        return name
    return f"_{kept}~{hashlib.sha256(name.encode()).hexdigest()[:16]}"


def rows(count, folder):
    """What `./grade.sh class` leaves of a made-up class, the same for the same count."""
    rubric = json.loads((ROOT / "Lessons/rubric.json").read_text())["exercises"]
    chance = random.Random(count)
    names = []
    for index in range(count):
        name = HOSTILE[index] if index < len(HOSTILE) else f"student-{index * 7919 % 100003:05}"
        names.append(name)
        place = folder / folder_name(name)
        place.mkdir(parents=True)
        refusal = "no Sources/Student <b>in it</b>" if index % 41 == 40 else None
        exercises = [] if refusal else [result(each, chance) for each in rubric]
        counted = [each["score"] for each, entry in zip(exercises, rubric) if not entry["challenge"]]
        row = {
            "name": name, "folder": place.name, "digest": f"{index:064x}", "score": sum(counted), "maxScore": 100,
            "seconds": round(chance.uniform(1, 9), 3), "exercises": exercises,
            "limitsHit": ["time"] if index % 50 == 3 else [],
            "unusable": ["Sources/Student/Fit.swift"] if index % 23 == 5 else [],
            "fingerprints": {"hashes": {} if refusal else {
                "Sources/Student/Fit.swift": sorted(chance.sample(range(1 << 32), 300))}},
        }
        if refusal:
            row["refusal"] = refusal
        (place / "submission.json").write_text(json.dumps(row))
    run = {"kit": "made up", "shard": {"index": 1, "count": 1}, "leftOut": [],
           "names": sorted(names, key=lambda name: name.encode())}
    (folder / "run.json").write_text(json.dumps(run))


def result(exercise, chance):
    status = chance.choices(["passed", "failed", "notStarted"], [6, 3, 1])[0]
    tests = 9
    passed = {"passed": tests, "notStarted": 0}.get(status, chance.randrange(tests))
    number = min(chance.randrange(9), chance.randrange(9))
    mistake = {"lesson": exercise["lesson"] + "#common-mistakes", "text": f"{exercise['title']}: <i>mistake</i> {'abcdefghi'[number]}"}
    return {
        "id": exercise["id"], "status": status, "score": exercise["points"] * passed / tests,
        "maxScore": exercise["points"], "passed": passed, "tests": tests,
        "mistakes": [mistake] if status == "failed" else [],
    }


class Browser:
    """Chromium, spoken to through two pipes: no port, and no library."""

    def __init__(self):
        program = os.environ.get("CHROMIUM") or next(
            filter(None, map(shutil.which, ["chromium", "chromium-browser", "google-chrome"])), None)
        if not program:
            sys.exit("There is no Chromium in PATH; CHROMIUM=… names another.")
        self.profile = tempfile.TemporaryDirectory()
        to_browser, self.out = os.pipe()
        self.into, from_browser = os.pipe()
        flags = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-pipe",
                 f"--user-data-dir={self.profile.name}", "about:blank"]

        def wire():
            # The browser reads from 3 and writes to 4; the pipes' own numbers may be those.
            one, two = os.dup2(to_browser, 20), os.dup2(from_browser, 21)
            os.dup2(one, 3)
            os.dup2(two, 4)

        self.process = subprocess.Popen(
            [program] + flags, preexec_fn=wire, pass_fds=(3, 4), stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self.number, self.rest, self.events, self.session = 0, b"", [], None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ["Page", "Network", "Runtime", "Log"]:
            self.call(f"{domain}.enable")

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.receive()
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def receive(self):
        while b"\0" not in self.rest:
            chunk = os.read(self.into, 1 << 20)
            if not chunk:
                raise RuntimeError("the browser has gone")
            self.rest += chunk
        message, self.rest = self.rest.split(b"\0", 1)
        return json.loads(message)

    def open(self, page):
        self.events = []
        self.call("Page.navigate", url=page.resolve().as_uri())
        while self.value("document.readyState") != "complete":
            time.sleep(0.05)

    def value(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(f"{expression}: {answer['exceptionDetails']}")
        return answer["result"].get("value")

    def look(self, width, height, dark):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call("Emulation.setEmulatedMedia", features=[
            {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}])

    def picture(self, file):
        file.write_bytes(base64.b64decode(self.call("Page.captureScreenshot", format="png")["data"]))

    def key(self, key, code):
        for kind in ["keyDown", "keyUp"]:
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code,
                      text="\r" if key == "Enter" and kind == "keyDown" else "")

    def close(self):
        self.call("Browser.close")
        self.process.wait(20)
        self.profile.cleanup()


SHOWN = "Array.from(document.querySelectorAll('#all tbody tr')).filter(r => getComputedStyle(r).display !== 'none')"


def check(results, pictures):
    page = results / "class.html"
    data = json.loads((results / "class.json").read_text())
    count = len(data["submissions"])
    problems = []

    def expect(name, found, wanted):
        print(("✔" if found == wanted else "✘"), name, "" if found == wanted else f"— {found!r}, not {wanted!r}")
        if found != wanted:
            problems.append(name)

    browser = Browser()
    browser.look(1300, 900, dark=False)
    start = time.monotonic()
    browser.open(page)
    print(f"  {count} rows, {page.stat().st_size / 1e6:.2f} MB, open in {time.monotonic() - start:.2f} s")

    expect("the page has a row for each submission", browser.value("document.querySelectorAll('#all tbody tr').length"), count)
    expect("the page's script runs", browser.value("document.documentElement.className"), "js")
    expect("no name became markup", browser.value(
        "document.querySelectorAll('script').length + document.querySelectorAll('img, iframe, object, b b, i i, tbody script').length"), 1)
    expect("no script of a name ran", browser.value("document.title"), f"Class: {count} submissions")
    expect("no event handler is in the page", browser.value(
        "Array.from(document.querySelectorAll('*')).some(e => Array.from(e.attributes).some(a => a.name.startsWith('on')))"), False)
    expect("every link goes to a folder beside the page, to a place in it", browser.value(
        "Array.from(document.links).filter(a => !/^(#[a-z]+|\\.\\/[A-Za-z0-9._%-]+\\/(report\\.html|feedback\\.md))$/.test(a.getAttribute('href'))).map(a => a.getAttribute('href'))"), [])
    names = browser.value("Array.from(document.querySelectorAll('#all tbody th')).map(t => t.textContent.replace(/ md$/, ''))")
    hostile = {each["name"] for each in data["submissions"]} & {"=cmd()", HOSTILE[0], HOSTILE[2]}
    expect("names are shown as they are", sorted(hostile - set(names)), [])
    expect("nothing invisible or right-to-left is in a name", [n for n in names if any(c in n for c in "\u202e\n\t\u0007")], [])

    most = min(200, count)
    expect("so many rows are shown at first", browser.value(f"{SHOWN}.length"), most)
    columns = browser.value("document.querySelectorAll('#all thead th').length")
    slowest = 0
    for column in range(columns):
        for turn in range(2):
            start = time.monotonic()
            browser.value(f"document.querySelectorAll('#all thead th')[{column}].querySelector('button').click()")
            browser.value("document.body.offsetHeight")
            slowest = max(slowest, time.monotonic() - start)
            state = browser.value(f"document.querySelectorAll('#all thead th')[{column}].getAttribute('aria-sort')")
            others = browser.value("document.querySelectorAll('#all thead th[aria-sort]').length")
            cells = browser.value(
                f"Array.from(document.querySelectorAll('#all tbody tr')).map(r => r.cells[{column}].textContent.trim())")
            filled = [c for c in cells if c]
            keys = [float(c) for c in filled] if column not in (0, 3) else None
            sorted_ = (sorted(keys, reverse=state == "descending") if keys is not None else
                       sorted(filled, key=lambda t: t.encode("utf-16-be"), reverse=state == "descending"))
            if others != 1 or (keys if keys is not None else filled) != sorted_ or any(cells[:len(filled)].count("") for _ in [0]):
                expect(f"column {column}, turn {turn}, sorts ({state})", False, True)
    expect("every column sorts both ways, and says so", [p for p in problems if "sorts" in p], [])
    print(f"  the slowest sort took {slowest:.2f} s")

    browser.value("document.querySelectorAll('#all thead th')[1].querySelector('button').focus()")
    before = browser.value("document.querySelectorAll('#all thead th')[1].getAttribute('aria-sort')")
    browser.key("Enter", 13)
    after = browser.value("document.querySelectorAll('#all thead th')[1].getAttribute('aria-sort')")
    expect("the keyboard sorts", (before, after), (None, "descending"))

    def search(text, wanted=""):
        browser.value(f"""(() => {{
            const search = document.getElementById('search'), filter = document.getElementById('filter');
            search.value = {json.dumps(text)}; search.dispatchEvent(new Event('input'));
            filter.value = {json.dumps(wanted)}; filter.dispatchEvent(new Event('change'));
        }})()""")
        return browser.value(f"{SHOWN}.length")

    if "=cmd()" in hostile:
        expect("search finds a hostile name", search("=CMD()"), 1)
    expect("search that finds nothing", search("no such student"), 0)
    refused = sum(each["status"] == "refused" for each in data["submissions"])
    expect("the filter shows the refused", search("", "refused"), min(200, refused))
    similar = {name for pair in data["similar"]["pairs"] for name in [pair["first"], pair["second"]]}
    similar |= {name for group in data["similar"]["groups"] for name in group}
    expect("the filter shows the near-identical", search("", "similar"), min(200, len(similar)))
    search("")
    if count > 200:
        start = time.monotonic()
        browser.value("document.getElementById('more').click()")
        expect("all are shown when asked for", browser.value(f"{SHOWN}.length"), count)
        print(f"  showing all took {time.monotonic() - start:.2f} s")

    requests = [e["params"]["request"]["url"] for e in browser.events if e["method"] == "Network.requestWillBeSent"]
    expect("nothing else is loaded", [u for u in requests if not u.endswith("/class.html")], [])
    logged = [e["params"]["entry"]["text"] for e in browser.events if e["method"] == "Log.entryAdded"]
    expect("the browser has nothing to say", logged, [])

    for name, width, dark in [("light", 1300, False), ("dark", 1300, True), ("phone", 390, False), ("phone-dark", 390, True)]:
        browser.look(width, 1600, dark)
        browser.open(page)
        expect(f"{name}: the page is as wide as the window", browser.value("document.documentElement.scrollWidth <= innerWidth"), True)
        if pictures:
            pictures.mkdir(parents=True, exist_ok=True)
            browser.picture(pictures / f"{name}-top.png")
            for place in ["similar", "submissions"]:
                browser.value("document.querySelectorAll('details.pair').forEach((d, i) => { d.open = i === 0 })")
                browser.value(f"document.getElementById('{place}').scrollIntoView()")
                browser.picture(pictures / f"{name}-{place}.png")
    browser.call("Emulation.setScriptExecutionDisabled", value=True)
    browser.open(page)
    if pictures:
        browser.picture(pictures / "no-script.png")
    expect("without scripts all rows are there", browser.call(
        "DOM.getDocument", depth=0) is not None and page.read_text().count("<tr data-is="), count)
    browser.close()
    return problems


def read_tables(results):
    problems = []
    data = json.loads((results / "class.json").read_text())
    with open(results / "grades.csv", newline="", encoding="utf-8") as file:
        table = list(csv.reader(file, strict=True))
    widths = {len(row) for row in table}
    print(f"{len(table)} rows of {widths} cells")
    if len(widths) != 1 or len(table) != len(data["submissions"]) + 1:
        problems.append("the table is no rectangle with a row for each submission")
    formulas = [cell for row in table for cell in row if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    if formulas:
        problems.append(f"a spreadsheet would compute {formulas[:3]}")
    try:
        import jsonschema
        schema = json.loads((ROOT / "Tests/GradingTests/Fixtures/Schemas/class.json").read_text())
        jsonschema.validate(data, schema)
        print("class.json is as its schema says")
    except ImportError:
        print("jsonschema is not installed: class.json was not validated")
    return problems


if __name__ == "__main__":
    what, *rest = sys.argv[1:] or [""]
    if what == "rows" and len(rest) == 2:
        rows(int(rest[0]), pathlib.Path(rest[1]))
        sys.exit()
    if what == "check" and rest:
        found = check(pathlib.Path(rest[0]), pathlib.Path(rest[1]) if rest[1:] else None)
    elif what == "csv" and rest:
        found = read_tables(pathlib.Path(rest[0]))
    else:
        sys.exit(__doc__)
    for problem in found:
        print("✘", problem)
    sys.exit(1 if found else 0)
