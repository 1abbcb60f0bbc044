"""Adds up what meson's test runs wrote, subtest by subtest, and prints the one line that counts.

A test that was skipped proves nothing: the exit code says so too.
"""
import sys
import xml.etree.ElementTree as xml


def count(build):
    passed = failed = skipped = 0
    for case in xml.parse(f'{build}/meson-logs/testlog.junit.xml').iter('testcase'):
        if case.find('failure') is not None or case.find('error') is not None:
            failed += 1
            print(f'FAILED {build}: {case.get("classname")} {case.get("name")}')
        elif case.find('skipped') is not None:
            skipped += 1
            print(f'SKIPPED {build}: {case.get("classname")} {case.get("name")}')
        else:
            passed += 1
    return passed, failed, skipped


totals = [sum(column) for column in zip(*(count(build) for build in sys.argv[1:]))]
print('%d passed, %d failed, %d skipped' % tuple(totals))
sys.exit(0 if totals[0] > 0 and totals[1] == 0 and totals[2] == 0 else 1)
