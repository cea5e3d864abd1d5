#!/bin/sh
# Resolves the jars of every server that the integration tests start: src/test/servers/NAME/pom.xml
# says what goes to target/servers/NAME. A server whose pom has not changed since is left alone.
#
# Called by pom.xml, from the project's folder, with what the running Maven was given:
#   resolve.sh maven=HOME repository=FOLDER offline=true|false settings=FILE global-settings=FILE
set -eu

maven=
for setting in "$@"; do
  shift
  value=${setting#*=}
  case $setting in
    maven=*) maven=$value/bin/mvn ;;
    repository=*) set -- "$@" "-Dmaven.repo.local=$value" ;;
    offline=true) set -- "$@" --offline ;;
    offline=false) ;;
    settings=*) [ ! -f "$value" ] || set -- "$@" --settings "$value" ;;
    global-settings=*) [ ! -f "$value" ] || set -- "$@" --global-settings "$value" ;;
    *) echo "resolve.sh: unknown setting $setting; see the head of the script" >&2; exit 2 ;;
  esac
done

for pom in src/test/servers/*/pom.xml; do
  name=$(basename "$(dirname "$pom")")
  server=target/servers/$name
  if cmp -s "$pom" "$server/resolved.xml"; then
    continue
  fi
  echo "Resolving the jars of $name for the integration tests"
  rm -rf "$server"
  "$maven" --batch-mode --quiet "$@" --file "$pom" package
  # Last, so that a resolution that was interrupted is not taken for a complete one.
  cp "$pom" "$server/resolved.xml"
done
