"""Another program works in the same file: the window says whose change it was and shows it."""
import pathlib
import subprocess
import sys

from demo import TODAY, Demo

demo = Demo(sys.argv[1])
program = demo.program


def notice():
    demo.go('Stock')
    program.get('label', matching='stock worth')
    subprocess.run([pathlib.Path(sys.argv[1]) / 'src/cli/granary-cli', '--shop', demo.path, '--today', TODAY, 'adjust',
                    'ANT-101', '77'], check=True, capture_output=True)
    program.get('label', matching='^Changed by .*: Adjust ANT-101 from .* to 77$')


demo.step('a change by another program is shown with its name', notice)
demo.close()
