/** The section of a version in CHANGELOG.md. */

/** What stands under `## VERSION`, with or without a date behind it, and under its own heading; undefined where there is nothing. */
export const changes = (changelog, version) => {
  const sections = changelog.split(/^(?=## )/m);
  const section = sections.find((text) => text.split('\n')[0].split(' ')[1] === version);
  return section?.split('\n').slice(1).some((line) => line.trim()) ? section.trimEnd() + '\n' : undefined;
};
