"""The few lines of TAP that the lint programs share, and the tree they look at."""
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
build = pathlib.Path(sys.argv[2])
number = 0


def check(name, complaints):
    """One test: passes where there is nothing to complain about."""
    global number
    number += 1
    print(f'{"not ok" if complaints else "ok"} {number} - {name}', flush=True)
    for complaint in complaints:
        print(f'# {complaint}', flush=True)


def done():
    print(f'1..{number}')


def sources(*patterns):
    """Files of the tree that match, tracked or not yet, without build folders."""
    found = subprocess.run(['git', '-C', root, 'ls-files', '--cached', '--others', '--exclude-standard', *patterns],
                           capture_output=True, text=True)
    if found.returncode == 0:
        names = found.stdout.split('\n')
    else:  # a source archive without git
        names = [str(p.relative_to(root)) for pattern in patterns for p in root.rglob(pattern.split('/')[-1])
                 if not p.relative_to(root).parts[0].startswith('build')]
    return sorted(name for name in set(names) if name and (root / name).is_file())


def run(*command):
    """Complaints of a checking program: its output where it fails."""
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    lines = (result.stdout + result.stderr).strip().split('\n')
    return [] if result.returncode == 0 else [f'{command[0]}: {line}' for line in lines if line] or [f'{command[0]} failed']
