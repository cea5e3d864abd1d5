#!/bin/sh
# Resolves the class path of a server, a pom of its own, into a folder. Called by pom.xml, from the
# project's folder:
#   resolve.sh POM FOLDER [-Dname=value…]
# The pom copies its jars to what it knows as ${folder}. Nothing is done if the folder was filled
# from the same pom, the same files beside it and the same values before.
#
# In the environment, what the running Maven was given, so that it is used here as well:
#   MAVEN, and where a line is name=value the value counts:
#   LOCAL_REPOSITORY, OFFLINE (offline=true or false), USER_SETTINGS, GLOBAL_SETTINGS (settings=FILE)
set -eu

pom=$1
folder=$2
shift 2

wanted=$(cat "${pom%/*}"/* && echo "$@")
if [ -f "$folder/resolved" ] && [ "$(cat "$folder/resolved")" = "$wanted" ]; then
  exit 0
fi

[ "$OFFLINE" = offline=false ] || set -- "$@" --offline
[ ! -f "${USER_SETTINGS#*=}" ] || set -- "$@" --settings "${USER_SETTINGS#*=}"
[ ! -f "${GLOBAL_SETTINGS#*=}" ] || set -- "$@" --global-settings "${GLOBAL_SETTINGS#*=}"

echo "Resolving $pom into $folder"
rm -rf "$folder"
"$MAVEN" --batch-mode --quiet "-Dmaven.repo.local=$LOCAL_REPOSITORY" "-Dfolder=$PWD/$folder" \
  "$@" --file "$pom" package
# Last, so that a resolution that was interrupted is not taken for a complete one.
printf '%s\n' "$wanted" > "$folder/resolved"
