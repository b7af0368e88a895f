/** `make test`: installs what the machine lacks, then runs everything. ALLOW_MISSING=1 lets what is missing go, by name. */
import { spawnSync } from 'node:child_process';
import { ensure, REQUIREMENTS, type RequirementName } from './support/requirements.js';

/** The test projects that cannot run without a requirement. */
const PROJECTS: Readonly<Record<string, readonly RequirementName[]>> = {
  unit: [],
  contract: [],
  integration: [],
  package: [],
  browser: ['chromium'],
  firefox: ['chromium', 'firefox', 'coturn'],
  turn: ['chromium', 'coturn'],
  network: ['chromium', 'namespaces'],
};

const missing = ensure(Object.keys(REQUIREMENTS) as RequirementName[]);
if (missing.length > 0 && process.env.ALLOW_MISSING !== '1') {
  console.error(`\nMissing: ${missing.join(', ')}. Install it, or set ALLOW_MISSING=1 to go without what needs it.`);
  process.exit(1);
}
const [left, runnable] = [true, false].map((wanted) =>
  Object.keys(PROJECTS).filter((project) => PROJECTS[project]?.some((name) => missing.includes(name)) === wanted),
);
const projects = (runnable ?? []).flatMap((project) => ['--project', project]);
const { status } = spawnSync('npx', ['vitest', 'run', ...projects, ...process.argv.slice(2)], { stdio: 'inherit' });
if (left?.length) console.log(`\nNOT RUN, for want of ${missing.join(' and ')}: the tests of ${left.join(' and ')}.`);
process.exit(status ?? 1);
