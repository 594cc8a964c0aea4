"""What the program does when the world lets it down: no space, no reader, no file, nonsense."""

import argparse
import json
import os
import random
import resource
import shutil
import signal
import stat
import sys
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from sandbox import Result, Sandbox

PRESET = "preset:cases/hbh-2026"
CASE = """\
schema = "billijk/case/1"
title = "Hulp, één regio"  # two-byte letters too
[period]
from = 2026-01-01
to = 2026-12-31
[wage]
hourly = { value = 16.40, low = 16, high = 17.5, grade = "agreed", source = "tender" }
[supplements]
holiday_allowance = 8.0
year_end_bonus = 8.33
[employer_charges]
percent = 27.5
[hours]
contract = 1_878
leave = 237.4
sickness = 7.5
[travel]
minutes = 4.0
[overhead]
percent = 15.0
of = "direct"
[[line]]
key = "gloves"
element = "f"
amount = 0.05
per = "billable_hour"
[contract]
tariff = 38.50
"""
SANITIZER = (b"AddressSanitizer", b"LeakSanitizer", b"runtime error:")


class Failures(unittest.TestCase):
    program: Path
    failing_memory: Path

    def setUp(self):
        self.sandbox = self.enterContext(Sandbox(self.program))
        self.folder = self.sandbox.folder

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def no_crash(self, result: Result) -> Result:
        self.assertIn(result.exit, (0, 1, 2), result.stderr)
        for name in SANITIZER:
            self.assertNotIn(name, result.stderr)
        return result

    def succeeds(self, *arguments: str, **options) -> Result:
        result = self.no_crash(self.sandbox.billijk(*arguments, **options))
        self.assertIn(result.exit, (0, 1), result.stderr)
        return result

    def refuses(self, *arguments: str, **options) -> Result:
        """Exit 2, a message, and nothing on stdout that could be taken for an answer."""
        result = self.no_crash(self.sandbox.billijk(*arguments, **options))
        self.assertEqual(result.exit, 2, result.stderr)
        self.assertNotEqual(result.stderr, b"")
        self.assertEqual(result.stdout, b"")
        return result

    def leaves(self, *names: str) -> None:
        self.assertEqual(sorted(path.name for path in self.folder.iterdir()), sorted(names))


class Writing(Failures):
    def full_disk(self, *arguments: str) -> None:
        with open("/dev/full", "wb", buffering=0) as full:
            self.refuses(*arguments, stdout=full)

    def test_a_full_disk_behind_stdout_is_an_error(self):
        self.full_disk("calc", PRESET)

    def test_a_full_disk_is_an_error_for_help_and_version_too(self):
        self.full_disk("--help")
        self.full_disk("--version")

    def too_large(self, *arguments: str) -> None:
        def forbid_more_than_ten_bytes():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (10, 10))
        self.refuses(*(arguments or ("calc", PRESET, "-o", "out.txt")), preexec_fn=forbid_more_than_ten_bytes)

    def test_a_file_that_does_not_fit_leaves_nothing(self):
        self.too_large()
        self.leaves()

    def test_a_name_that_is_no_text_has_no_manifest(self):
        (self.folder / os.fsdecode(b"caf\xe9.toml")).write_text(CASE, "utf-8")
        for asked in (("--manifest", "m.json"), ("--dossier", "evidence")):
            result = self.sandbox.billijk("audit", os.fsdecode(b"caf\xe9.toml"), "--as-of", "2026-11-22", *asked)
            self.assertEqual((result.exit, result.stdout), (2, b""))
            self.assertIn(b"[E129]", result.stderr)
        self.leaves(os.fsdecode(b"caf\xe9.toml"))

    def test_a_dossier_that_does_not_fit_leaves_nothing(self):
        self.write("case.toml", CASE)
        self.too_large("audit", "case.toml", "--as-of", "2026-11-22", "--dossier", "evidence")
        self.leaves("case.toml")

    def test_a_dossier_that_does_not_fit_leaves_the_old_one(self):
        self.write("case.toml", CASE)
        self.succeeds("audit", "case.toml", "--as-of", "2026-11-22", "--dossier", "evidence")
        before = {path.name: path.read_bytes() for path in (self.folder / "evidence").iterdir()}
        self.too_large("audit", "case.toml", "--as-of", "2026-11-23", "--dossier", "evidence")
        self.leaves("case.toml", "evidence")
        after = {path.name: path.read_bytes() for path in (self.folder / "evidence").iterdir()}
        self.assertEqual(after, before)

    def test_a_dossier_nobody_can_write_is_an_error(self):
        self.write("case.toml", CASE)
        self.refuses("audit", "case.toml", "--as-of", "2026-11-22", "--dossier", "/dev/null/evidence")
        self.refuses("audit", "case.toml", "--as-of", "2026-11-22", "--dossier", "case.toml")
        self.leaves("case.toml")

    def test_a_file_that_does_not_fit_leaves_the_old_one(self):
        self.write("out.txt", "old")
        self.too_large()
        self.leaves("out.txt")
        self.assertEqual((self.folder / "out.txt").read_bytes(), b"old")

    def test_a_reader_that_stops_early_is_no_news(self):
        result = self.sandbox.shell(f"billijk calc {PRESET} | head -1")
        self.assertEqual((result.stderr, result.exit, result.stdout.count(b"\n")), (b"", 0, 1))

    def test_a_reader_that_is_gone_is_no_news(self):
        reader, writer = os.pipe()
        os.close(reader)
        try:
            result = self.sandbox.billijk("calc", PRESET, stdout=writer)
        finally:
            os.close(writer)
        self.assertEqual(result.stderr, b"")
        self.assertIn(result.exit, (0, 1, 2, -signal.SIGPIPE, 128 + signal.SIGPIPE))

    def test_a_device_stays_a_device(self):
        self.succeeds("calc", PRESET, "-o", "/dev/null")
        self.assertTrue(stat.S_ISCHR(os.stat("/dev/null").st_mode))
        self.leaves()

    def test_a_symbolic_link_is_followed_and_kept(self):
        self.write("target.txt", "old")
        (self.folder / "link.txt").symlink_to("target.txt")
        self.succeeds("calc", PRESET, "--force", "-o", "link.txt")
        self.assertEqual(os.readlink(self.folder / "link.txt"), "target.txt")
        self.assertNotEqual((self.folder / "target.txt").read_bytes(), b"old")
        self.leaves("link.txt", "target.txt")

    def test_a_replaced_file_keeps_its_mode(self):
        path = self.write("out.txt", "old")
        path.chmod(0o640)
        self.succeeds("calc", PRESET, "--force", "-o", "out.txt")
        self.assertNotEqual(path.read_bytes(), b"old")
        self.assertEqual(stat.S_IMODE(path.stat().st_mode), 0o640)

    def test_a_new_file_obeys_the_umask(self):
        self.succeeds("calc", PRESET, "--force", "-o", "out.txt", umask=0o027)
        self.assertEqual(stat.S_IMODE((self.folder / "out.txt").stat().st_mode), 0o640)

    def test_what_stands_already_is_told_when_the_report_fails(self):
        self.write("case.toml", CASE)
        with open("/dev/full", "wb", buffering=0) as full:
            result = self.refuses("audit", "case.toml", "--as-of", "2026-11-22", "--dossier", "d", "--manifest", "m.json",
                                  stdout=full)
        self.assertIn(b"d, m.json was written before and stays", result.stderr)
        self.leaves("case.toml", "d", "m.json")

    def test_a_missing_folder_is_an_error(self):
        self.refuses("calc", PRESET, "-o", "missing/out.txt")
        self.leaves()

    def test_a_folder_cannot_be_written(self):
        (self.folder / "out").mkdir()
        self.refuses("calc", PRESET, "-o", "out")
        self.assertEqual(list((self.folder / "out").iterdir()), [])

    def test_a_named_pipe_is_written_through(self):
        fifo, read = self.folder / "pipe", []
        os.mkfifo(fifo)
        # Open for both, so that neither side can wait for the other for ever.
        keeper = os.open(fifo, os.O_RDWR)
        reader = threading.Thread(target=lambda: read.append(os.read(keeper, 1)))
        reader.start()
        self.addCleanup(os.close, keeper)
        self.addCleanup(reader.join)
        self.addCleanup(os.write, keeper, b" ")
        self.succeeds("calc", PRESET, "-o", "pipe")
        self.assertTrue(stat.S_ISFIFO(fifo.stat().st_mode))
        reader.join(5)
        self.assertEqual(len(read), 1, "nothing came out of the pipe")

    def test_the_extension_says_the_format(self):
        for name in ("out.json", "out.csv", "out.md"):
            self.succeeds("calc", PRESET, "-o", name)
        json.loads((self.folder / "out.json").read_bytes())
        header = (self.folder / "out.csv").read_text("utf-8-sig").splitlines()[0]
        self.assertRegex(header, r"^\w+([;,])\w+(\1\w+)*$")
        self.assertRegex((self.folder / "out.md").read_text("utf-8"), r"(?m)^\|.*\|$")


class Starving(Failures):
    """Memory and threads that are not to be had."""

    def as_nobody(self) -> dict:
        """How a process is started as somebody whom permissions and limits hold."""
        if os.geteuid() != 0:
            return {}
        nobody = 65534
        self.folder.parent.chmod(0o755)
        os.chown(self.folder, nobody, nobody)
        return {"user": nobody, "group": nobody}

    def rows(self, count: int) -> None:
        self.write("case.toml", CASE)
        self.write("rows.csv", "id,hours.sickness\n" + "".join(f"{i},{i % 9}\n" for i in range(count)))

    def is_watched(self) -> bool:
        """Whether the program is one with sanitizers: slow, and greedy for addresses."""
        return b"libasan" in self.sandbox.shell("ldd $(which billijk)").stdout

    def test_without_threads_one_does_all_of_it(self):
        self.rows(5_000 if self.is_watched() else 50_000)
        (self.folder / "again.toml").write_text(CASE, "utf-8")
        alone = [self.succeeds(*command, "--threads", "1").stdout for command in self.commands()]
        options = self.as_nobody()
        limit = {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_NPROC, (1, 1)), **options,
                 "environment": {"ASAN_OPTIONS": "detect_leaks=0"}}  # which takes a thread too
        for command, expected in zip(self.commands(), alone):
            with self.subTest(command=command):
                self.assertEqual(self.succeeds(*command, "--threads", "16", **limit).stdout, expected)

    @staticmethod
    def commands() -> list[list[str]]:
        return [["batch", "case.toml", "rows.csv"], ["audit", "case.toml", "--rows", "rows.csv", "--as-of", "2026-11-22"],
                ["audit", "case.toml", "again.toml", "--as-of", "2026-11-22"], ["simulate", "case.toml", "--draws", "20000"]]

    def test_without_memory_it_stops_with_a_word_and_leaves_nothing(self):
        if self.is_watched():
            self.skipTest("the sanitizer takes all addresses there are")
        self.rows(50_000)
        begins = next(megabytes for megabytes in range(4, 200)
                      if self.sandbox.billijk("--version", preexec_fn=self.addresses(megabytes)).exit == 0)
        self.assertTrue(self.stops_without_memory(begins, threads=1))
        for megabytes in (60, 100, 200, 400):  # how far many threads get in these differs every time
            self.stops_without_memory(megabytes, threads=256)

    def test_wherever_memory_ends_it_stops_with_a_word_and_leaves_nothing(self):
        if self.is_watched():
            self.skipTest("the sanitizer has its own memory")
        self.rows(200)
        for command in (["batch", "case.toml", "rows.csv", "-o", "out", "--threads", "1"],
                        ["audit", "case.toml", "--as-of", "2026-11-22", "--dossier", "out"],
                        ["check", "case.toml", "-o", "out"]):
            stops = 0
            for at in range(100, 3000, 29):  # the first hundred make the words
                with self.subTest(command=command, at=at):
                    stops += self.stops_at(at, *command)
            self.assertGreater(stops, 60)

    def stops_at(self, at: int, *command: str) -> bool:
        """Whether the command stops where its allocation so numbered, and any after it, fails."""
        result = self.no_crash(self.sandbox.billijk(
            *command, environment={"LD_PRELOAD": str(self.failing_memory), "FAIL_AT": str(at)}))
        if result.exit == 2:
            self.assertRegex(result.stderr, rb"\[E0(63|56)\]")  # the system may say it first
            self.leaves("case.toml", "rows.csv")
        elif (self.folder / "out").is_dir():
            shutil.rmtree(self.folder / "out")
        else:
            (self.folder / "out").unlink()
        return result.exit == 2

    @staticmethod
    def addresses(megabytes: int):
        """Holds a process that begins to so many megabytes."""
        limit = megabytes << 20
        return lambda: resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    def stops_without_memory(self, megabytes: int, threads: int) -> bool:
        """Whether a batch in so many megabytes stops; it says so and leaves nothing, or it succeeds."""
        result = self.no_crash(self.sandbox.billijk(
            "batch", "case.toml", "rows.csv", "-o", "out.csv", "--threads", str(threads),
            preexec_fn=self.addresses(megabytes)))
        if result.exit == 2:
            self.assertIn(b"[E063]", result.stderr)
            self.leaves("case.toml", "rows.csv")
        else:
            (self.folder / "out.csv").unlink()
        return result.exit == 2

    def test_a_folder_nobody_can_look_into_stays(self):
        self.write("case.toml", CASE)
        (self.folder / "d").mkdir()
        (self.folder / "d" / "mine.txt").write_text("mine")
        options = self.as_nobody()
        (self.folder / "d").chmod(0)
        self.refuses("audit", "case.toml", "--as-of", "2026-11-22", "--dossier", "d", **options)
        (self.folder / "d").chmod(0o755)
        self.assertEqual((self.folder / "d" / "mine.txt").read_text(), "mine")
        self.leaves("case.toml", "d")

    def test_a_folder_of_presets_nobody_can_look_into_is_named(self):
        self.write("case.toml", CASE)
        (self.folder / "mine" / "deep").mkdir(parents=True)
        options = self.as_nobody()
        (self.folder / "mine" / "deep").chmod(0)
        result = self.refuses("calc", "case.toml", "--presets", "mine", **options)
        (self.folder / "mine" / "deep").chmod(0o755)
        self.assertIn(b"mine/deep: error", result.stderr)

    def test_an_old_dossier_nobody_can_remove_is_told(self):
        self.write("case.toml", CASE)
        options = self.as_nobody()
        audit = ["audit", "case.toml", "--as-of", "2026-11-22", "--dossier", "d"]
        self.succeeds(*audit, **options)
        (self.folder / "d").chmod(0o555)
        result = self.succeeds(*audit, **options)
        self.assertIn(b"[W046]", result.stderr)
        self.assertIn("manifest.json", {path.name for path in (self.folder / "d").iterdir()})
        self.assertEqual(len(list(self.folder.iterdir())), 3)


class Reading(Failures):
    def test_standard_input_that_is_none_is_an_error(self):
        commands = [["calc", "-"], ["check", "-"], ["validate", "-"], ["batch", "-", "rows.csv"], ["batch", PRESET, "-"],
                    ["audit", "-", "--as-of", "2026-11-22"], ["audit", PRESET, "--rows", "-", "--as-of", "2026-11-22"]]
        self.write("rows.csv", "id\n1\n")
        for command in commands:
            with self.subTest(command=command):
                words = " ".join(command)
                for source in ("<&-", "< .", "< /dev/zero"):
                    result = self.no_crash(self.sandbox.shell(f"billijk {words} {source}"))
                    self.assertEqual(result.exit, 2, (source, result.stderr))

    def test_a_pipe_in_a_folder_keeps_nobody_waiting(self):
        (self.folder / "contracts").mkdir()
        self.write("contracts/case.toml", CASE)
        os.mkfifo(self.folder / "contracts" / "pipe.toml")
        for command in (["audit", "contracts", "--as-of", "2026-11-22"], ["batch", "contracts"],
                        ["calc", "contracts/case.toml", "--presets", "contracts"]):
            self.succeeds(*command, timeout=20)

    def test_a_zero_byte_far_into_rows_is_an_error(self):
        rows = "id,contract.tariff\n" + "x,40\n" * 200_000
        self.write("rows.csv", rows.encode() + b"x\0,40\n")
        self.assertIn(b"[E009]", self.sandbox.billijk("batch", PRESET, "rows.csv", "-o", "out.csv", "--columns", "tariff").stderr)
        self.leaves("rows.csv")

    def test_a_folder_is_no_case(self):
        self.refuses("calc", ".")

    def test_a_missing_file_is_an_error(self):
        self.assertIn(b"missing.toml", self.refuses("calc", "missing.toml").stderr)

    @unittest.skipIf(os.geteuid() == 0, "root may read everything")
    def test_a_file_that_may_not_be_read_is_an_error(self):
        self.write("case.toml", CASE).chmod(0)
        self.refuses("calc", "case.toml")

    def test_nothing_on_stdin_is_an_error(self):
        self.refuses("calc", "-")

    def test_a_case_may_come_from_stdin(self):
        self.assertNotEqual(self.succeeds("calc", "-", stdin=CASE.encode()).stdout, b"")

    def test_random_bytes_are_an_error(self):
        self.write("case.toml", random.Random(1).randbytes(1_000_000))
        self.refuses("calc", "case.toml")

    def test_a_case_cut_off_anywhere_does_no_harm(self):
        whole = CASE.encode()
        self.succeeds("check", "-", stdin=whole)
        with ThreadPoolExecutor(os.cpu_count()) as pool:
            ends = range(len(whole))
            results = pool.map(
                lambda end: self.sandbox.billijk("check", "-", stdin=whole[:end]), ends)
            for end, result in zip(ends, results):
                with self.subTest(end=end):
                    self.no_crash(result)

    def test_a_deep_nest_is_an_error(self):
        for text in ("[" * 10_000, "x = " + "[" * 10_000, "x = " + "{a=" * 10_000,
                     "[" + "a." * 10_000 + "a]", "a." * 10_000 + "a = 1"):
            with self.subTest(text=text[:8]):
                self.write("case.toml", text)
                self.refuses("calc", "case.toml")

    def test_cases_that_extend_each_other_are_an_error(self):
        self.write("a.toml", 'schema = "billijk/case/1"\nextends = "b.toml"\n')
        self.write("b.toml", 'schema = "billijk/case/1"\nextends = "a.toml"\n')
        self.refuses("calc", "a.toml")

    def test_a_case_that_extends_itself_is_an_error(self):
        self.write("a.toml", 'schema = "billijk/case/1"\nextends = "./a.toml"\n')
        self.refuses("calc", "a.toml")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, add_help=False)
    parser.add_argument("--program", type=Path, required=True)
    parser.add_argument("--failing-memory", type=Path, required=True)
    options, rest = parser.parse_known_args()
    Failures.program = options.program
    Failures.failing_memory = options.failing_memory
    unittest.main(argv=[sys.argv[0], *rest])
