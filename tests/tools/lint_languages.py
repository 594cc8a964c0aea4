"""No word of the other language where people read: each golden case speaks one."""

import re
from collections.abc import Iterator
from pathlib import Path

# Words that are of one language alone, and of no file, key or command.
ENGLISH = set("""about above after against all and are asked at below between but by can changed checked choose column
    cost days each either ends every figure figures first found from give given has have hint hour hours how if into is
    its lies missing month months more must needs no none not nothing of one only or other price rate read row rows says
    set shown sickness source stands state stated step than that the their then these they this to travel two unknown
    used value wage what when where which who with without worth write year years yet you your""".split()) - {"of", "is"}
DUTCH = set("""aan aanbieder als alle alleen anders bedrag berekend bij binnen boven casus cijfer cijfers dan dat de deze die
    dit door een één elk elke en er geen gemeente heeft het hier hoe hoogste ieder jaar kan kostprijs laagste loon loonvloer
    meer met minder moet naar niet nog of om onder ontbreekt op opgegeven over plafond regel rij schrijf tarief te tot uit
    uren uur van vanaf verlof voor waar wat welke wordt zijn zoals zonder ziekteverzuim zo""".split()) - {
        "die", "door", "met", "of", "over", "op", "of", "te", "zo", "uit", "de", "als", "of"}
# What is no prose: tags of a page, names of laws and sources, keys and files (a.b, a/b, a_b, a-b), options, quoted texts, addresses.
NO_PROSE = re.compile(r'<[^<>]*>|https?://\S+|\[[^\]]*\]|(?:[Ss]ources?|[Bb]ron(?:nen)?|source): .*|"[^"]*"|\'[^\']*\'|`[^`]*`|\[\[?[a-z_.]+\]\]?|--?[a-zA-Z][\w-]*(?:[= ][A-Z][\w=:,.]*)?'
                      r"|\b[\w@]+(?:[._/@:=-][\w@]+)+|\b[a-z_]+ = \S+|\([a-z]+\(\d\)\)")
TAG = re.compile(r"</?[a-z][^<>]*>")
WORD = re.compile(r"[^\W\d_]+")
# Names that are the same in every language, and formulas, whose names are keys.
NAMES = re.compile(r"Pensioenfonds Zorg en Welzijn|(?:CAO )?Schoonmaak- en glazenwassersbedrijf|Wet minimumloon en \w+"
                   r"|lid \d(?: onder \w)?|Wet maatschappelijke ondersteuning|nl\|en|nl, en|from, de cijfers, grade en source"
                   r"|hour, minute, week, 4weeks, month, year|in checked")
FORMULA = re.compile(r"^\s*[\w@.]+ = |^\s*=? ?\(?[\w@.]+(?:\[\d+\])?(?: [+×/·*-].*)?$|^\s*[+*/=-] |^- \[\d+\]|; (?:checked|gecontroleerd)")
MACHINE = re.compile(r"LC_|LANG=|presets show(?!.*--on)|--format[ =](?:json|csv|ndjson)|-o \S+\.(?:json|csv|ndjson)|--excel|\bbillijk (?:batch|init)\b|--version")


def language_of(command: str) -> str:
    asked = re.findall(r"(?:--lang[ =]|BILLIJK_LANG=|LANG=|LC_ALL=)(nl|en)", command)
    return asked[-1] if asked else "en"


def own_words(case: Path) -> set[str]:
    """Words the case itself brings: what it reads and what it says on its command line."""
    words: set[str] = set()
    for path in case.rglob("*"):
        if path.is_file() and path.name not in ("stdout", "stderr", "exit") and "expected" not in path.parts:
            words |= set(WORD.findall(path.read_text("utf-8", "replace").lower()))
    return words


def unwrapped(text: str) -> Iterator[tuple[int, str]]:
    """The lines with their numbers, an item of a list with those it goes on in as one."""
    item: list[str] = []
    begin = 0
    for number, line in enumerate(text.splitlines(), 1):
        if item and line.startswith("  "):
            item.append(line.strip())
            continue
        if item:
            yield begin, " ".join(item)
        item, begin = ([line], number) if line.startswith("- ") else ([], 0)
        if not item:
            yield number, line
    if item:
        yield begin, " ".join(item)


def languages(root: Path) -> Iterator[str]:
    """Reports, messages and help in one language have no word of the other."""
    for cmd in sorted((root / "tests" / "golden").rglob("cmd")):
        command = cmd.read_text("utf-8")
        asked = re.findall(r"--lang[ =](nl|en)", command)
        runs = len(re.findall(r"\bbillijk [a-z]", command))
        if MACHINE.search(command) or len(set(asked)) > 1 or (asked and len(asked) < runs):
            continue  # for machines, or in both languages
        language = language_of(command)
        foreign = ENGLISH if language == "nl" else DUTCH
        own = own_words(cmd.parent)
        for name in ("stdout", "stderr"):
            file = cmd.parent / name
            if not file.is_file():
                continue
            for number, line in unwrapped(file.read_text("utf-8", "replace")):
                if re.match(r"\s*(?:\d+ \||\||  billijk |\$ )", line) or line.startswith(('{', ' {', '"')):
                    continue
                if FORMULA.search(line):
                    continue
                line = TAG.sub(" ", line)
                prose = NO_PROSE.sub(" ", NAMES.sub(" ", line))
                words = set(WORD.findall(prose.lower())) & foreign - own
                if words:
                    yield f"{file.relative_to(root)}:{number}: {', '.join(sorted(words))}: {line.strip()}"
