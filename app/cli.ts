import { commands, runCli } from '@kantelpunt/cli'
import { appCommands } from './cli/commands.ts'

// What bin/kantelpunt.mjs runs under Node 24.

process.exitCode = await runCli([...commands, ...appCommands], process.argv.slice(2), {
  input: process.stdin,
  output: process.stdout,
  progress: process.stderr,
  env: process.env,
})
