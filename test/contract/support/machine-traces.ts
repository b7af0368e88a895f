/** What tells of the machine that a file was made on: it works nowhere else. */
const TRACES: [name: string, pattern: RegExp][] = [
  // A path of the file system; after a name it is a part of some address.
  ['a path of one machine', /(?<![\w.~})\]*-])\/(?:tmp|work|root|home|Users)\/[\w.-]+/g],
  ['a path of one machine', /\b[A-Z]:\\+Users\\/g],
  ['a registry', /\bregistry\.(?:npmjs\.org|yarnpkg\.com|npmmirror\.com)|\bnpm\.pkg\.github\.com/g],
  ['a registry', /https?:\/\/[\w.-]*(?:registry|artifactory|jfrog|nexus|verdaccio)[\w.-]*/gi],
];

/** Lock files name packages and hashes; an address would bind them to one registry. */
const RESOLVED = /"resolved":\s*"(?:https?|git|file):[^"]*"/g;

/** Every trace in a file, one line each. */
export function machineTraces(path: string, text: string): string[] {
  const traces = TRACES.flatMap(([name, pattern]) => [...text.matchAll(pattern)].map(([found]) => `${name}: ${found}`));
  const resolved = /(^|\/)(package-lock|npm-shrinkwrap)\.json$/.test(path) ? (text.match(RESOLVED) ?? []) : [];
  return [...traces, ...resolved].map((trace) => `${path}: ${trace}`);
}
