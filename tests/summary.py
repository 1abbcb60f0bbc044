"""Adds up what meson's test runs wrote, subtest by subtest, and prints the one line that counts.

A test that was skipped proves nothing, and a program that ended before its last subtest has failed: the exit code says
so too.
"""
import json
import sys
import xml.etree.ElementTree as xml


def broken_off(build, failing):
    """The programs that did not end well though none of their subtests failed."""
    with open(f'{build}/meson-logs/testlog.json', encoding='utf-8') as log:
        for program in map(json.loads, log):
            if program['result'] not in ('OK', 'SKIP') and not any(program['name'] in name for name in failing):
                yield program['name']


def count(build):
    passed = failed = skipped = 0
    failing = set()
    for case in xml.parse(f'{build}/meson-logs/testlog.junit.xml').iter('testcase'):
        if case.find('failure') is not None or case.find('error') is not None:
            failed += 1
            failing.add(case.get('classname'))
            print(f'FAILED {build}: {case.get("classname")} {case.get("name")}')
        elif case.find('skipped') is not None:
            skipped += 1
            print(f'SKIPPED {build}: {case.get("classname")} {case.get("name")}')
        else:
            passed += 1
    for name in broken_off(build, failing):
        failed += 1
        print(f'FAILED {build}: {name} broke off')
    return passed, failed, skipped


totals = [sum(column) for column in zip(*(count(build) for build in sys.argv[1:]))]
print('%d passed, %d failed, %d skipped' % tuple(totals))
sys.exit(0 if totals[0] > 0 and totals[1] == 0 and totals[2] == 0 else 1)
