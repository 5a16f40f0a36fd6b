import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { check } from './check.mjs'
import { run } from './run.mjs'
import { setup } from './setup.mjs'

// `npm test`: installs what is missing, checks and builds, runs every test and ends in a line `N passed, N failed`.
// `npm test -- PATH…` runs the tests whose path contains one of these, without the checks.

const node = await setup()
const asked = process.argv.slice(2)
const total = { passed: 0, failed: 0 }

if (asked.length === 0) {
  const { passed, failed } = await timed('check', () => check(node))
  add(passed, failed)
}
if ((await timed('build', () => run(node, ['scripts/build.ts']))) !== 0) add(0, 1)
await timed('tests', runTests)

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1

async function runTests() {
  const folder = mkdtempSync(join(tmpdir(), 'kantelpunt-report-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(node, ['node_modules/vitest/vitest.mjs', 'run', ...reporters, ...asked])
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'))
    add(numPassedTests, numFailedTests)
    // A file that could not be loaded, or an error outside of any test, counts once.
    if (code !== 0 && numFailedTests === 0) add(0, Math.max(1, numFailedTestSuites))
  } catch {
    console.error('The tests ended without a report.')
    add(0, 1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function add(passed, failed) {
  total.passed += passed
  total.failed += failed
}

async function timed(name, work) {
  const started = Date.now()
  const result = await work()
  console.log(`${name}: ${((Date.now() - started) / 1000).toFixed(1)} s`)
  return result
}
