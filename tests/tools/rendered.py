"""What a reader of a man page sees, as mandoc renders it: displays and the flags of lists."""

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path

FLAG = re.compile(r"(?<![\w-])--?[A-Za-z0-9][\w-]*")


class ManPage(HTMLParser):
    """`displays`: the text of each literal display; `flags`: every flag that heads a list item."""

    def __init__(self, path: Path):
        super().__init__(convert_charrefs=True)
        self.displays: list[str] = []
        self.flags: set[str] = set()
        self._in_item_head = False
        self._reading: str | None = None  # the class of element whose text is being read
        self._text = ""
        command = ["mandoc", "-T", "html", "-O", "fragment", str(path)]
        self.feed(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True,
                                 encoding="utf-8").stdout)

    def handle_starttag(self, tag, attributes):
        classes = (dict(attributes).get("class") or "").split()
        if tag == "dt":
            self._in_item_head = True
        if self._reading is None:
            if tag == "pre":
                self._reading, self._text = "pre", ""
            elif tag == "code" and "Li" in classes:
                self._reading, self._text = "line", ""
            elif tag == "code" and "Fl" in classes and self._in_item_head:
                self._reading, self._text = "flag", ""

    def handle_data(self, data):
        self._text += data

    def handle_endtag(self, tag):
        if tag == "dt":
            self._in_item_head = False
        if self._reading is None or tag != ("pre" if self._reading == "pre" else "code"):
            return
        if self._reading == "pre":
            self.displays.append(self._text)
        elif self._reading == "line":
            self.displays.append(" ".join(self._text.split()))
        else:
            self.flags.update(FLAG.findall(self._text))
        self._reading = None
