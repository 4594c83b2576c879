#!/bin/sh
# The batch script of every job: becomes the program it is given, so that Slurm's signals reach that one.
exec "$@"
