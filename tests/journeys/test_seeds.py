"""The two captures that the project began with. Their texts belong to their publishers and stay outside the project."""

import os
import sys
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import expectations  # noqa: E402

SEEDS = Path(os.environ.get("DATELINE_SEEDS") or expectations.ROOT.parent / "shared" / "seeds").resolve()


@unittest.skipUnless((SEEDS / "expected.json").is_file(), f"no seeds at {SEEDS}; set DATELINE_SEEDS to run these")
class Seeds(unittest.TestCase):
    def test_what_dateline_says(self):
        try:
            checks = expectations.run_checks(SEEDS, expectations.load(SEEDS / "expected.json"), "seeds")
        except expectations.CannotRun as error:
            self.fail(str(error))
        verdict = expectations.judge(checks, expectations.known_failures(), "seeds")
        print("\n" + verdict.summary("seeds"), file=sys.stderr)
        for check in verdict.failed:
            with self.subTest(check.name):
                self.fail(check.failure)
        for name in verdict.listed_but_pass:
            with self.subTest(name):
                self.fail("listed as known failure but passes")
        for name in verdict.listed_but_gone:
            with self.subTest(name):
                self.fail("listed as known failure but no such check exists")


if __name__ == "__main__":
    unittest.main()
