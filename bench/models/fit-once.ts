import { commands, runCli } from '@kantelpunt/cli'

// One command in a process of its own, for its time and its memory: on the last line of standard error, as JSON.

const started = performance.now()
process.exitCode = await runCli(commands, process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  progress: process.stderr,
  env: process.env,
})
const seconds = (performance.now() - started) / 1000
const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
// maxRSS is in kB, times in microseconds.
process.stderr.write(
  `${JSON.stringify({ seconds, processor: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 })}\n`,
)
