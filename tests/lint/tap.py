"""The few lines of TAP that the lint programs share, and the tree they look at."""
import fnmatch
import os
import pathlib
import subprocess
import sys

root = pathlib.Path(sys.argv[1])
build = pathlib.Path(sys.argv[2])
number = 0


def tree():
    """Every file but what is hidden or was built: a build folder says so by itself, wherever it lies."""
    for folder, inside, files in os.walk(root):
        inside[:] = [name for name in inside if not name.startswith('.') and name != '__pycache__'
                     and not os.path.exists(os.path.join(folder, name, 'meson-private'))]
        yield from (os.path.relpath(os.path.join(folder, name), root) for name in files)


TREE = sorted(tree())


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
    """Files of the tree that match, by path; a * also stands for folders. A source archive without git has the same."""
    return [name for name in TREE if any(fnmatch.fnmatchcase(name, pattern) for pattern in patterns)]


def run(*command):
    """Complaints of a checking program: its output where it fails."""
    result = subprocess.run([str(word) for word in command], capture_output=True, text=True)
    lines = (result.stdout + result.stderr).strip().split('\n')
    return [] if result.returncode == 0 else [f'{command[0]}: {line}' for line in lines if line] or [f'{command[0]} failed']
